"""What is refused of a frame, and how it is told: in a warning at the caller's line, as an error, or as a frame."""

from __future__ import annotations

import inspect
import warnings
from typing import Any

import frames_of
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import osteon
import osteon.pandas
import osteon.polars  # noqa: F401

PEOPLE = {
    "sex": ["female", "female", "women", "female", "female"],
    "age_years": [67.0, 70.0, 81.0, 300.0, 62.0],
    "height_cm": [160.0, 1.65, 158.0, 160.0, 170.0],
    "manufacturer": ["hologic"] * 5,
    "bmd_total_hip": [0.7, 0.8, 0.9, 0.7, 701.0],
}
ROWS = [1, 2, 3, 4]
CODES = ["unit_slip", "not_a_choice", "out_of_range", "unit_slip"]
COLUMNS = ["height_cm", "sex", "age_years", "bmd_total_hip"]
REFUSED = [False, True, True, True]
EAGER = [kind for kind in frames_of.KINDS if kind not in ("polars_lazy", "pyarrow_reader")]


@pytest.mark.parametrize("kind", EAGER)
def test_rejects_are_a_frame_of_the_same_kind(kind: str) -> None:
    frame = frames_of.KINDS[kind](PEOPLE)
    answers, rejects = osteon.assess_frame(frame, return_rejects=True, refused="ignore")
    if not kind.startswith("capsule"):
        assert type(rejects) is type(frame)
    told = frames_of.as_columns(rejects)
    assert list(told) == ["row", "column", "code", "value", "limit", "message", "row_refused"]
    assert (told["row"], told["code"], told["column"], told["row_refused"]) == (ROWS, CODES, COLUMNS, REFUSED)
    assert [float(told["value"][0]), told["value"][1]] == [1.65, "women"]
    assert all(told["limit"]) and all(told["message"])
    columns = frames_of.as_columns(answers)
    assert columns["refused"] == [None, None, *CODES[1:]]
    # One bad value is unknown and the person answered; a row that is refused says nothing, anywhere.
    assert columns["diagnosis"][1] is not None
    for name, values in columns.items():
        assert values[2:] == [None] * 3 or name == "refused", name


@pytest.mark.parametrize("kind", EAGER)
def test_no_rejects_are_a_frame_without_rows(kind: str) -> None:
    table = {name: values[:1] for name, values in PEOPLE.items()}
    _, rejects = osteon.assess_frame(frames_of.KINDS[kind](table), return_rejects=True)
    told = frames_of.as_columns(rejects)
    assert list(told) == ["row", "column", "code", "value", "limit", "message", "row_refused"]
    assert not any(told.values())


def test_types_of_rejects() -> None:
    full = osteon.assess_frame(pl.DataFrame(PEOPLE), return_rejects=True, refused="ignore")[1]
    empty = osteon.assess_frame(pl.DataFrame(PEOPLE)[:1], return_rejects=True)[1]
    assert full.schema == empty.schema
    full = osteon.assess_frame(pa.table(PEOPLE), return_rejects=True, refused="ignore")[1]
    empty = osteon.assess_frame(pa.table(PEOPLE)[:1], return_rejects=True)[1]
    assert full.schema == empty.schema
    assert full.schema.field("row").type == pa.int64() and full.schema.field("value").type == pa.string()


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_one_warning_that_counts_and_names_the_first(kind: str) -> None:
    frame = frames_of.KINDS[kind](PEOPLE)
    with pytest.warns(osteon.RefusedWarning) as caught:
        frames_of.as_columns(osteon.assess_frame(frame))
    assert len(caught) == 1
    said = str(caught[0].message)
    if kind == "polars_lazy":
        # It is told of each batch, as soon as it is seen.
        assert said.startswith("In a part of 5 rows: ") and "return_rejects" not in said
    assert "3 rows were refused" in said and "1 value was refused" in said
    assert "row 1," in said and "height_cm" in said


def line_of(call: Any) -> int:
    return inspect.getsourcelines(call)[1]


@pytest.mark.parametrize(
    "call",
    [
        lambda: osteon.assess_frame(pd.DataFrame(PEOPLE)),
        lambda: osteon.assess_frame(pl.DataFrame(PEOPLE)),
        lambda: osteon.assess_frame(pa.table(PEOPLE)),
        lambda: osteon.assess_frame(PEOPLE),
        lambda: osteon.assess_frame(frames_of.OnlyStream(pa.table(PEOPLE))),
        lambda: osteon.assess_frame(pa.table(PEOPLE).to_reader()).read_all(),
        lambda: pd.DataFrame(PEOPLE).osteon.assess(),
        lambda: pl.DataFrame(PEOPLE).osteon.assess(),
        lambda: pl.LazyFrame(PEOPLE).osteon.assess().collect(),
        lambda: pl.DataFrame(PEOPLE).select(pl.struct(*PEOPLE).osteon.assess()),
        lambda: osteon.Engine().assess_frame(pd.DataFrame(PEOPLE)),
    ],
)
def test_the_warning_points_at_the_line_of_the_caller(call: Any) -> None:
    with pytest.warns(osteon.RefusedWarning) as caught:
        call()
    assert (caught[0].filename, caught[0].lineno) == (__file__, line_of(call))


def test_labels_of_pandas_where_they_are_no_positions() -> None:
    frame = pd.DataFrame(PEOPLE, index=["ann", "bea", "cem", "dee", "eva"])
    with pytest.warns(osteon.RefusedWarning, match=r"row 1 \(label 'bea'\)"):
        osteon.assess_frame(frame)
    with pytest.raises(osteon.OsteonError, match="'bea'"):
        osteon.assess_frame(frame, refused="raise")
    _, rejects = osteon.assess_frame(frame, return_rejects=True, refused="ignore")
    assert rejects.index.tolist() == ["bea", "cem", "dee", "eva"] and rejects["row"].tolist() == ROWS
    with pytest.warns(osteon.RefusedWarning) as caught:
        osteon.assess_frame(pd.DataFrame(PEOPLE))
    assert "label" not in str(caught[0].message)
    levels = pd.MultiIndex.from_tuples([("w", 1), ("w", 2), ("w", 3), ("v", 1), ("v", 2)])
    with pytest.warns(osteon.RefusedWarning, match=r"label \('w', 2\)"):
        osteon.assess_frame(pd.DataFrame(PEOPLE, index=levels))


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_raised(kind: str) -> None:
    table = {name: values[:1] + values[2:3] for name, values in PEOPLE.items()}
    with pytest.raises(osteon.NotAChoiceError) as raised:
        frames_of.as_columns(osteon.assess_frame(frames_of.KINDS[kind](table), refused="raise"))
    error = raised.value
    assert (error.field, error.value, error.row) == ("sex", "women", 1)
    assert "row 1" in str(error) and error.number == 104


def test_raised_is_all_that_is_refused_of_the_row() -> None:
    with pytest.raises(osteon.UnitSlipError, match="height_cm"):
        osteon.assess_frame(pd.DataFrame(PEOPLE), refused="raise")
    both = pd.DataFrame({"sex": ["female"], "age_years": [300], "height_cm": [1.65]})
    with pytest.raises(osteon.OutOfRangeError) as raised:
        osteon.assess_frame(both, refused="raise")
    assert raised.value.field == "age_years"
    assert [refusal.field for refusal in raised.value.refusals] == ["age_years", "height_cm"]


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_ignored(kind: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        columns = frames_of.as_columns(osteon.assess_frame(frames_of.KINDS[kind](PEOPLE), refused="ignore"))
    assert columns["refused"] == [None, None, *CODES[1:]]


@pytest.mark.parametrize("kind", frames_of.KINDS)
def test_strict_refuses_the_row_of_any_bad_value(kind: str) -> None:
    answers = osteon.assess_frame(frames_of.KINDS[kind](PEOPLE), refused="ignore", strict=True)
    assert frames_of.as_columns(answers)["refused"] == [None, *CODES]


def test_a_row_of_a_reader_is_counted_from_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    from osteon.frames import _arrow

    monkeypatch.setattr(_arrow, "ROWS_OF_A_BATCH", 2)
    table = pa.table({name: [values[0]] * 7 + values[2:3] + [values[0]] for name, values in PEOPLE.items()})
    reader = pa.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=1))
    with pytest.warns(osteon.RefusedWarning, match="row 7,"):
        osteon.assess_frame(reader).read_all()
    with pytest.raises(osteon.NotAChoiceError) as raised:
        osteon.assess_frame(table.to_reader(max_chunksize=1), refused="raise").read_all()
    assert raised.value.row == 7


@pytest.mark.parametrize("kind", ["polars_lazy", "pyarrow_reader"])
def test_what_is_read_later_has_no_rejects_now(kind: str) -> None:
    with pytest.raises(osteon.NotAChoiceError, match="return_rejects"):
        osteon.assess_frame(frames_of.KINDS[kind](PEOPLE), return_rejects=True)


def test_another_way_to_refuse() -> None:
    with pytest.raises(osteon.NotAChoiceError, match="refused"):
        osteon.assess_frame(PEOPLE, refused="drop")  # type: ignore[arg-type]


def test_a_document_that_is_refused() -> None:
    good = '{"sex": "female", "age_years": 67}'
    table = {"doc": [good, '{"sex": "female"}', "{", None, '{"sex": "female", "age_years": 67, "heigth_cm": 160}']}
    for kind in EAGER:
        frame = frames_of.KINDS[kind](table)
        answers, rejects = osteon.assess_frame(frame, documents="doc", return_rejects=True, refused="ignore")
        columns = frames_of.as_columns(answers)
        assert columns["refused"] == [None, "missing", "syntax", "missing", "unknown_key"]
        assert frames_of.as_columns(rejects)["row"] == [1, 2, 3, 4]
