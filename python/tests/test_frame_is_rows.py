"""A frame is its rows: each is answered as the one person that it is.

Rows are drawn, nulls, limits, slips and nonsense among them. One side hands over columns; the other makes patients of
them and asks of one at a time.
"""

from __future__ import annotations

import json
from typing import Any

import frames_of
import projection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import osteon
from osteon import _osteon

COLUMNS = _osteon.Batch().columns
KINDS = [
    "pandas",
    "pandas_objects",
    "pandas_nullable",
    "polars",
    "polars_lazy",
    "pyarrow_chunked",
    "arrays",
    "capsule_stream",
]


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), values)


def tenths(low: int, high: int) -> st.SearchStrategy[float]:
    return st.integers(low, high).map(lambda value: value / 10)


def thousandths(low: int, high: int) -> st.SearchStrategy[float]:
    return st.integers(low, high).map(lambda value: value / 1000)


FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "sex": st.one_of(st.sampled_from(["female", "male"]), st.sampled_from(["female", "male", "Female", "f", "", None])),
    "age_years": st.one_of(tenths(400, 950), maybe(tenths(0, 1300))),
    "postmenopausal": maybe(st.booleans()),
    "ethnicity": maybe(st.sampled_from(["white", "black", "asian", "martian"])),
    "height_cm": maybe(st.one_of(tenths(1400, 1950), tenths(10, 30))),
    "weight_kg": maybe(tenths(100, 1400)),
    "manufacturer": maybe(st.sampled_from(["hologic", "ge_lunar", "norland", "lunar"])),
    "bmd_femoral_neck": maybe(thousandths(300, 1500)),
    "bmd_total_hip": maybe(st.one_of(thousandths(300, 1500), thousandths(600000, 900000))),
    "bmd_lumbar_spine": maybe(thousandths(50, 3100)),
    "t_femoral_neck": maybe(tenths(-60, 40)),
    "t_lumbar_spine": maybe(tenths(-110, 40)),
    "tbs": maybe(thousandths(800, 1600)),
    "fractures": maybe(
        st.sampled_from(
            ["none", "proximal_femur@12!low", "vertebra@66y;distal_forearm@200", "pelvis", "pelvys", "ankle@3!high"]
        )
    ),
    "treatments": maybe(st.sampled_from(["none", "alendronate@2020-01-01..", "denosumab@2024-05-01..2025-01-01", "x"])),
    "current_smoker": maybe(st.booleans()),
    "parental_hip_fracture": maybe(st.booleans()),
    "glucocorticoid_mg_per_day": maybe(tenths(0, 200)),
    "falls_past_year": maybe(st.integers(0, 4)),
    "frax_mof_percent": maybe(tenths(0, 1050)),
    "lab_calcium_mmol_l": maybe(st.one_of(thousandths(1900, 2800), tenths(80, 105))),
    "complete": maybe(st.sampled_from(["risk_factors", "fractures;treatments", "history|labs"])),
    "assessed_on": maybe(st.sampled_from(["2026-06-01", "2025-01-01", "01/06/2026"])),
}
REQUIRED = ("sex", "age_years")


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[Any]]:
    """A few columns of a few people."""
    others = sorted(set(FIELDS) - set(REQUIRED))
    names = [*REQUIRED, *draw(st.lists(st.sampled_from(others), unique=True, max_size=12))]
    rows = draw(st.integers(1, 4))
    return {name: draw(st.lists(FIELDS[name], min_size=rows, max_size=rows)) for name in names}


def answers_of(frame: Any, **how: Any) -> list[dict[str, Any]]:
    columns = frames_of.as_columns(osteon.assess_frame(frame, refused="ignore", **how))
    plain = {name: [projection.plain(holds, value) for value in columns[name]] for name, holds, *_ in COLUMNS}
    return [dict(zip(plain, row, strict=True)) for row in zip(*plain.values(), strict=True)]


def one_by_one(table: dict[str, list[Any]]) -> list[dict[str, Any] | None]:
    """The same through documents: each row is a patient. None where a value is refused, which no document may hold."""
    said: list[dict[str, Any] | None] = []
    for row in range(len(table["sex"])):
        here = {name: [values[row]] for name, values in table.items()}
        _, rejects = osteon.assess_frame(here, outputs=["age_years"], refused="ignore", return_rejects=True)
        if any(rejects["row_refused"]):
            # Which of them refuses the row is for the engine to say.
            said.append({name: tuple(rejects["code"]) if name == "refused" else None for name, *_ in COLUMNS})
            continue
        if len(rejects["row"]):
            said.append(None)
            continue
        (patient,) = osteon.frames.patients(here)
        assessment = json.loads(osteon.assess(patient).to_json())
        document = {"age_years": patient.age_years, **json.loads(patient.to_json())}
        said.append(projection.row(COLUMNS, document, assessment))
    return said


def _open_in_the_tier_alone(said: dict[str, Any], expected: dict[str, Any]) -> dict[str, str]:
    """Answers open in the tier alone: undetermined in a table, where a document does not say what it could be."""
    return {
        name: "undetermined"
        for name, status in expected.items()
        if name.endswith("_status")
        and (status, said[name]) == ("answered", "undetermined")
        and expected[name.replace("_status", "_tier")] is None
        and expected[name.replace("_status", "_missing")]
    }


def same(left: Any, right: Any) -> bool:
    if isinstance(left, (int, float)) and isinstance(right, (int, float)) and not isinstance(left, bool):
        return float(left) == float(right)
    return left in right if isinstance(right, tuple) else bool(left == right)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(table=tables(), kind=st.sampled_from(KINDS))
@example(table={"sex": ["female", None], "age_years": [67.0, 70.0], "height_cm": [1.65, None]}, kind="pandas")
def test_a_frame_is_its_rows(table: dict[str, list[Any]], kind: str) -> None:
    frame = frames_of.KINDS[kind](table)
    for row, (said, expected) in enumerate(zip(answers_of(frame), one_by_one(table), strict=True)):
        if expected is None:
            assert said["refused"] is None
            continue
        expected = {**expected, **_open_in_the_tier_alone(said, expected)}
        differ = {name: (said[name], value) for name, value in expected.items() if not same(said[name], value)}
        assert not differ, f"row {row}: {differ}"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(table=tables(), order=st.randoms(use_true_random=False))
def test_a_row_does_not_know_its_neighbours(table: dict[str, list[Any]], order: Any) -> None:
    rows = list(range(len(table["sex"]))) * 2
    order.shuffle(rows)
    mixed = {name: [values[row] for row in rows] for name, values in table.items()}
    alone = answers_of(table)
    assert [*map(str, answers_of(mixed, threads=2))] == [str(alone[row]) for row in rows]
