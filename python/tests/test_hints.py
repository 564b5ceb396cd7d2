"""What is said to somebody who writes a column of tables into a document."""

from __future__ import annotations

import json
from typing import Any

import pytest

import osteon

HER = {"sex": "female", "age_years": 67}
LIMIT = "this is a column of tables, which osteon.assess_frame reads"


def refused(patient: Any) -> osteon.UnknownKeyError:
    with pytest.raises(osteon.UnknownKeyError) as raised:
        osteon.assess(patient)
    return raised.value


def test_what_is_said_is_a_document_that_is_taken() -> None:
    columns = {"manufacturer": "hologic", "bmd_femoral_neck": 0.558, "falls_past_year": 2}
    error = refused({**HER, **columns})
    said, _, written = error.limit.partition("; in a document it is ")
    assert said == LIMIT and str(error) == f"{error.field}: unknown key; {error.limit}"
    assert osteon.assess({**HER, **json.loads(written)}).score("femoral_neck").t_score_reported == -2.5
    assert json.loads(written)["risk_factors"] == {"falls_past_year": 2}


def test_columns_in_a_part_of_a_document() -> None:
    error = refused({**HER, "scans": [{}, {"BMD_total_hip": 0.7}]})
    assert error.field == "scans[1].BMD_total_hip"
    written = json.loads(error.limit.removeprefix(f"{LIMIT}; in a document it is "))
    assert written == {"scans": [{"regions": [{"region": "total_hip", "bmd_g_cm2": 0.7}]}]}


@pytest.mark.parametrize("value", ["x", [1], {"a": 1}, None])
def test_a_value_that_no_column_has(value: object) -> None:
    assert refused({**HER, "bmd_femoral_neck": value}).limit == LIMIT


@pytest.mark.parametrize("rest", ['"history":' + "[" * 100_000, '"his', '"x": NaN}'])
def test_a_text_that_goes_wrong_behind_the_key(rest: str) -> None:
    assert LIMIT in refused(f'{{"sex": "female", "age_years": 67, "bmd_femoral_neck": 1, {rest}').limit


@pytest.mark.parametrize("key", ["zzz", "a.b", "", "[]", "a[0]", "heigth_cm"])
def test_keys_that_are_nowhere(key: str) -> None:
    assert "column" not in refused({**HER, key: 1}).limit


def test_a_key_of_a_document_in_the_wrong_part_of_it() -> None:
    assert "column" not in refused({**HER, "risk_factors": {"sex": "male"}}).limit
    assert refused({**HER, "history": {"scans.bmd_femoral_neck": 1}}).limit == LIMIT
