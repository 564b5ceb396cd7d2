"""What is refused of a frame, and how it is told: in a warning at the caller's line, as an error, or as a frame."""

from __future__ import annotations

import inspect
import re
import warnings
from typing import Any

import frames_of
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import osteon
import osteon.pandas
import osteon.polars

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
    if kind == "polars_lazy":
        # It is told of each batch, as soon as it is seen: they are all told of, and no two tell the same.
        assert told_in_parts(caught) == (3, 1)
        return
    assert len(caught) == 1
    said = str(caught[0].message)
    assert "3 rows were refused" in said and "1 value was refused" in said
    assert "row 1," in said and "height_cm" in said


def told_in_parts(caught: Any) -> tuple[int, int]:
    """Rows and values that all warnings together count."""
    rows = values = 0
    for one in caught:
        said = str(one.message)
        assert said.startswith("In a part of ") and "return_rejects" not in said and "column refused" in said
        rows += sum(int(found) for found in re.findall(r"(\d+) rows? w\w+ refused", said))
        values += sum(int(found) for found in re.findall(r"(\d+) values? w\w+ refused", said))
    return rows, values


MANY = pl.DataFrame(PEOPLE)[[0, 1, 3, *([0] * 40_000), 4, 2]]


def test_a_lazy_frame_tells_of_all_of_its_batches_whenever_it_is_collected() -> None:
    lazy = osteon.assess_frame(MANY.lazy(), outputs=["diagnosis"])
    # As a terminal does, which says the same of a line once only.
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for runs, how in enumerate(({}, {"engine": "streaming"}, {"engine": "streaming"}), 1):
            lazy.collect(**how)  # type: ignore[call-overload]
            assert told_in_parts(caught) == (3 * runs, runs)
    assert sum("row 1, column height_cm" in str(one.message) for one in caught) == 3
    # A row has its number in the whole frame, whichever batch it is in.
    bad_end = osteon.assess_frame(MANY[3:].lazy(), outputs=["diagnosis"])
    with pytest.warns(osteon.RefusedWarning, match="row 40000,"):
        bad_end.collect(engine="streaming")


def test_an_expression_tells_of_all_of_its_parts_whenever_it_is_answered() -> None:
    asked = MANY.lazy().select(pl.struct(*PEOPLE).osteon.assess(outputs=["diagnosis"]))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for runs in (1, 2):
            asked.collect(engine="streaming")
            assert told_in_parts(caught) == (3 * runs, runs)


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
    assert not any("row" in str(refusal.message) for refusal in raised.value.refusals)
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


def test_the_refusals_of_a_row_are_those_of_that_row_alone() -> None:
    table = {"sex": ["female"] * 2, "age_years": [300, 67], "height_cm": [1.65, 1.65], "weight_kg": [60.0, 6000.0]}
    for kind in ("pandas", "polars", "pyarrow_reader"):
        with pytest.raises(osteon.OsteonError) as raised:
            frames_of.as_columns(osteon.assess_frame(frames_of.KINDS[kind](table), refused="raise"))
        assert raised.value.row == 0
        assert [refusal.field for refusal in raised.value.refusals] == ["age_years", "height_cm"]


GERMAN = {**PEOPLE, "bmd_total_hip": ["0,7"] * 5}


def test_the_way_out_is_said_in_the_words_of_python() -> None:
    coded = {**PEOPLE, "sex": ["F", "M", "F", "M", "F"]}
    with pytest.warns(osteon.RefusedWarning) as caught:
        osteon.assess_frame(pd.DataFrame(coded))
    said = str(caught[0].message)
    assert 'columns={..., "sex": {"column": "sex", "values": {\'F\': ...}}}' in said and "female or male" in said
    with pytest.raises(osteon.NotAChoiceError, match="columns="):
        osteon.assess_frame(pd.DataFrame(coded), refused="raise")
    for kind in ("pandas", "polars", "arrays", "capsule_stream", "pyarrow"):
        frame = frames_of.KINDS[kind]({**PEOPLE, "sex": [1, 2, 1, 1, 1]})
        with pytest.raises(osteon.WrongTypeError) as raised:
            osteon.assess_frame(frame)
        assert '"values": {1: ..., 2: ...}' in str(raised.value) and "female or male" in str(raised.value)
    renamed = {**{name: name for name in PEOPLE}, "sex": "gender"}
    frame = pd.DataFrame(coded).rename(columns={"sex": "gender"})
    with pytest.warns(osteon.RefusedWarning, match='"sex": {"column": "gender"'):
        osteon.assess_frame(frame, renamed)
    # The way that is said is one.
    out = {**renamed, "sex": {"column": "gender", "values": {"F": "female", "M": "male"}}}
    answers = osteon.assess_frame(frame, out, outputs=["sex"], refused="ignore")
    assert answers["sex"].tolist()[:3] == ["female", "male", "female"]


def test_a_decimal_comma_is_no_option_of_a_command_line() -> None:
    for refused in ("warn", "raise"):
        with pytest.warns(osteon.RefusedWarning) if refused == "warn" else pytest.raises(osteon.WrongTypeError) as told:
            osteon.assess_frame(pd.DataFrame(GERMAN), refused=refused)  # type: ignore[arg-type]
        said = str(told[0].message if refused == "warn" else told.value)  # type: ignore[index,union-attr]
        assert "--decimal" not in said and 'decimal=","' in said and "write 0.7" in said
    _, rejects = osteon.assess_frame(pd.DataFrame(GERMAN), return_rejects=True, refused="ignore")
    assert not rejects["message"].str.contains("--decimal").any()
    assert rejects["message"].str.contains('decimal=","').sum() == 5


def test_a_name_that_is_no_field_is_told_in_whole_sentences() -> None:
    with pytest.raises(osteon.UnknownKeyError) as raised:
        osteon.assess_frame(pd.DataFrame({**PEOPLE, "q0": [1] * 5}))
    assert "did you mean" not in str(raised.value) and "?." not in str(raised.value)
    assert "no field of that name. Choose the columns" in str(raised.value)
    with pytest.raises(osteon.UnknownKeyError) as raised:
        osteon.assess_frame(pd.DataFrame({**PEOPLE, "heigth_cm": [1] * 5, "ward": [1] * 5}))
    assert "no field of that name, nor of ward; did you mean height_cm? Choose" in str(raised.value)


def test_a_frame_of_spark_is_not_gathered_here() -> None:
    class DataFrame(dict):  # type: ignore[type-arg]
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            raise AssertionError("all of its rows were asked for")

    DataFrame.__module__ = "pyspark.sql.connect.dataframe"
    with pytest.raises(osteon.WrongTypeError, match=r"osteon\.spark\.assess"):
        osteon.assess_frame(DataFrame(PEOPLE))


def test_levels_of_names_are_told_of_whatever_is_asked() -> None:
    levels = pd.DataFrame([["female", 67.0]], columns=pd.MultiIndex.from_tuples([("dxa", "sex"), ("dxa", "age_years")]))
    for how in ({"columns": ["sex"]}, {"columns": {"sex": "sex"}}, {"documents": "doc"}, {}):
        with pytest.raises(osteon.WrongTypeError, match="several levels of names"):
            osteon.assess_frame(levels, **how)
