"""The rows of a table as patient documents: those that `assess` takes, or an error with row and column."""

from __future__ import annotations

import json
from typing import Any

import frames_of
import pandas as pd
import pytest

import osteon

GOOD: dict[str, list[Any]] = {
    "id": ["a", "b"],
    "sex": ["female", "male"],
    "age_years": [67, 71],
    "height_cm": [160.0, None],
    "bmd_total_hip": [0.7, None],
    "current_smoker": [None, "yes"],
    "smoking": [None, None],
    "assessed_on": ["2024-06-01", None],
}


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("height_cm", 1.65, osteon.UnitSlipError),
        ("age_years", 600, osteon.OutOfRangeError),
        ("age_years", None, osteon.MissingError),
        ("sex", "w", osteon.NotAChoiceError),
        ("sex", None, osteon.MissingError),
        ("bmd_total_hip", 700.0, osteon.UnitSlipError),
        ("smoking", "never", osteon.ContradictionError),
        ("assessed_on", "1.6.2024", osteon.NotADateError),
    ],
)
@pytest.mark.parametrize("make", frames_of.KINDS.values(), ids=frames_of.KINDS)
def test_what_is_refused_is_raised_with_row_and_column(
    make: Any, column: str, value: object, kind: type[osteon.OsteonError]
) -> None:
    table = {**GOOD, column: [GOOD[column][0], value]}
    with pytest.raises(kind) as raised:
        osteon.patients(make(table))
    assert raised.value.row == 1 and raised.value.field == column
    assert str(raised.value).startswith("row 1: ")
    with pytest.raises(kind) as strict:
        frames_of.as_columns(osteon.assess_frame(make(table), strict=True, refused="raise"))
    assert str(strict.value) == str(raised.value)


@pytest.mark.parametrize("make", frames_of.KINDS.values(), ids=frames_of.KINDS)
def test_patients_are_taken_by_assess(make: Any) -> None:
    patients = osteon.patients(make(GOOD))
    assert [patient.id for patient in patients] == ["a", "b"]
    assert [osteon.assess(patient).triage.priority for patient in patients] == list(
        frames_of.as_columns(osteon.assess_frame(make(GOOD), outputs="triage"))["triage_priority"]
    )


def test_documents_are_looked_at_too() -> None:
    texts = [json.dumps({"sex": "female", "age_years": age}) for age in (67, 600)]
    with pytest.raises(osteon.OutOfRangeError) as raised:
        osteon.patients({"document": texts}, documents="document")
    assert raised.value.row == 1


def test_the_label_of_the_row_is_named() -> None:
    frame = pd.DataFrame({"sex": ["female", "male"], "age_years": [67, 600]}, index=["Ann", "Bob"])
    with pytest.raises(osteon.OutOfRangeError, match=r"^row 1: \(label 'Bob'\) age_years: 600"):
        osteon.patients(frame)
