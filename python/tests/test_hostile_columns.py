"""Columns as they really come: each is read right, or refused by name, and by row where one row is at fault."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Callable
from typing import Any

import frames_of
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frames_of import people

import osteon

T = (0.558 - 0.858) / 0.120
"""Femoral neck against NHANES III."""


def t_of(frame: Any, **how: Any) -> list[float | None]:
    how.setdefault("refused", "raise")
    answers = osteon.assess_frame(frame, outputs=["t_femoral_neck"], **how)
    columns = frames_of.as_columns(answers)
    return [None if value is None else round(value, 9) for value in columns["t_femoral_neck"]]


RIGHT = [round(T, 9), 0.0, round(T, 9)]
WITHOUT_SECOND = [RIGHT[0], None, RIGHT[2]]

BMD = [0.558, 0.858, 0.558]
STRUCTURED = np.zeros(3, dtype=[("flag", "u1"), ("bmd", "<f8")])
STRUCTURED["bmd"] = BMD

NUMPY: dict[str, np.ndarray[Any, Any]] = {
    "float64": np.array(BMD),
    "float32": np.array(BMD, dtype=np.float32),
    "float16": np.array(BMD, dtype=np.float16),
    "longdouble": np.array([np.longdouble("0.558"), np.longdouble("0.858"), np.longdouble("0.558")]),
    "big_endian": np.array(BMD, dtype=">f8"),
    "big_endian_float32": np.array(BMD, dtype=">f4"),
    "every_other": np.array([0.558, 9.0, 0.858, 9.0, 0.558])[::2],
    "backwards": np.array(BMD[::-1])[::-1],
    "column_of_a_matrix": np.array([BMD, [1, 2, 3]]).T[:, 0],
    "unaligned": STRUCTURED["bmd"],
    "objects": np.array(BMD, dtype=object),
    "objects_of_float32": np.array([np.float32(0.558), np.float32(0.858), 0.558], dtype=object),
    "decimals": np.array([decimal.Decimal("0.558"), decimal.Decimal("0.858"), 0.558], dtype=object),
    "text": np.array(["0.558", "0.858", "0.558"]),
    "text_as_objects": np.array(["0.558", "0.858", "0.558"], dtype=object),
}
if hasattr(np.dtypes, "StringDType"):  # numpy 2
    NUMPY["string_dtype"] = np.array(["0.558", "0.858", "0.558"], dtype=np.dtypes.StringDType())


@pytest.mark.parametrize("kind", NUMPY)
def test_numbers_of_numpy(kind: str) -> None:
    array = NUMPY[kind]
    assert t_of(people(bmd_femoral_neck=array)) == RIGHT
    assert t_of(pd.DataFrame(people(bmd_femoral_neck=pd.Series(array, copy=False)))) == RIGHT


def test_an_array_that_is_read_only_is_not_written_to() -> None:
    array = np.array(BMD)
    array.flags.writeable = False
    assert t_of(people(bmd_femoral_neck=array)) == RIGHT
    assert array.tolist() == BMD


@pytest.mark.parametrize("dtype", ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", ">i2", ">u8"])
def test_whole_numbers(dtype: str) -> None:
    ages = np.array([67, 70, 81], dtype=dtype)
    for frame in (people(age_years=ages), pd.DataFrame(people(age_years=ages))):
        answers = osteon.assess_frame(frame, outputs=["age_years"], refused="raise")
        assert frames_of.as_columns(answers)["age_years"] == [67.0, 70.0, 81.0]


NOTHING: dict[str, Callable[[], Any]] = {
    "nan": lambda: np.array([0.558, np.nan, 0.558]),
    "nan_float32": lambda: np.array([0.558, np.nan, 0.558], dtype=np.float32),
    "nan_float16": lambda: np.array([0.558, np.nan, 0.558], dtype=np.float16),
    "masked": lambda: np.ma.masked_array([0.558, 7.0, 0.558], mask=[False, True, False]),
    "none": lambda: [0.558, None, 0.558],
    "nan_in_a_list": lambda: [0.558, float("nan"), 0.558],
    "nan_object": lambda: np.array([0.558, np.nan, 0.558], dtype=object),
    "empty_text": lambda: ["0.558", "", "0.558"],
}
NOTHING_OF_PANDAS: dict[str, Callable[[], Any]] = {
    "nan": lambda: pd.Series([0.558, np.nan, 0.558]),
    "Float64": lambda: pd.Series([0.558, None, 0.558], dtype="Float64"),
    "Float32": lambda: pd.Series([0.558, None, 0.558], dtype="Float32"),
    "float[pyarrow]": lambda: pd.Series([0.558, None, 0.558], dtype="double[pyarrow]"),
    "None": lambda: pd.Series([0.558, None, 0.558], dtype=object),
    "NA": lambda: pd.Series([0.558, pd.NA, 0.558], dtype=object),
    "NaT": lambda: pd.Series([0.558, pd.NaT, 0.558], dtype=object),
    "NaN_and_None": lambda: pd.Series(["0.558", np.nan, "0.558"], dtype=object),
    "string": lambda: pd.Series(["0.558", None, "0.558"], dtype="string[python]"),
    "string[pyarrow]": lambda: pd.Series(["0.558", None, "0.558"], dtype="string[pyarrow]"),
    "str": lambda: pd.Series(["0.558", None, "0.558"], dtype="str"),
    "categories_of_numbers": lambda: pd.Series([0.558, None, 0.558], dtype="category"),
    "categories_of_words": lambda: pd.Series(["0.558", None, "0.558"], dtype="category"),
    "sparse": lambda: pd.Series(pd.arrays.SparseArray([0.558, np.nan, 0.558])),
}


@pytest.mark.parametrize("kind", NOTHING)
def test_what_is_missing_in_arrays(kind: str) -> None:
    assert t_of(people(bmd_femoral_neck=NOTHING[kind]())) == WITHOUT_SECOND


@pytest.mark.parametrize("kind", NOTHING_OF_PANDAS)
def test_what_is_missing_in_pandas(kind: str) -> None:
    assert t_of(pd.DataFrame(people(bmd_femoral_neck=NOTHING_OF_PANDAS[kind]()))) == WITHOUT_SECOND


def test_nan_in_arrow_and_polars_is_a_number_that_is_not_finite() -> None:
    table = people(bmd_femoral_neck=[0.558, float("nan"), 0.558])
    for frame in (pa.table(table), pl.DataFrame(table), frames_of.OnlyStream(pa.table(table))):
        answers, rejects = osteon.assess_frame(frame, outputs=["t_femoral_neck"], return_rejects=True, refused="ignore")
        told = frames_of.as_columns(rejects)
        assert (told["row"], told["code"], told["row_refused"]) == ([1], ["not_finite"], [False])
        assert frames_of.as_columns(answers)["t_femoral_neck"][1] is None


@pytest.mark.parametrize("null", [pa.null(), pa.float64()])
def test_columns_of_nothing_but_null(null: pa.DataType) -> None:
    column = pa.nulls(3, null)
    assert t_of(pa.table(people(bmd_femoral_neck=column))) == [None] * 3
    for dtype in (object, "Float64", "category", "string", "datetime64[ns]", "float64"):
        assert t_of(pd.DataFrame(people(bmd_femoral_neck=pd.Series([None] * 3, dtype=dtype)))) == [None] * 3
    assert t_of(pl.DataFrame(people(bmd_femoral_neck=pl.Series([None] * 3, dtype=pl.Null)))) == [None] * 3
    assert t_of(people(bmd_femoral_neck=[None] * 3)) == [None] * 3
    # Text that is nowhere is a float64 in pandas; and so are dates and truths.
    nowhere = {"database": np.full(3, np.nan), "birth_date": np.full(3, np.nan), "postmenopausal": np.full(3, np.nan)}
    for frame in (people(**nowhere), pd.DataFrame(people(**nowhere))):
        assert t_of(frame) == RIGHT


WORDS: dict[str, Any] = {
    "categorical": pd.Series(["hologic", "hologic", "hologic"], dtype="category"),
    "categorical_with_unused": pd.Series(pd.Categorical(["hologic"] * 3, categories=["norland", "hologic"])),
    "object": pd.Series(["hologic"] * 3, dtype=object),
    "str": pd.Series(["hologic"] * 3, dtype="str"),
    "string": pd.Series(["hologic"] * 3, dtype="string"),
    "large_string[pyarrow]": pd.Series(["hologic"] * 3, dtype=pd.ArrowDtype(pa.large_string())),
    "dictionary": pd.Series(["hologic"] * 3, dtype=pd.ArrowDtype(pa.dictionary(pa.int16(), pa.string()))),
}


if hasattr(pa, "string_view"):
    WORDS["string_view"] = pd.Series(["hologic"] * 3, dtype=pd.ArrowDtype(pa.string_view()))


@pytest.mark.parametrize("kind", WORDS)
def test_words_of_pandas(kind: str) -> None:
    assert t_of(pd.DataFrame(people(manufacturer=WORDS[kind]))) == RIGHT


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical, pl.Enum(["norland", "hologic"])])
def test_words_of_polars(dtype: Any) -> None:
    assert t_of(pl.DataFrame(people(manufacturer=pl.Series(["hologic"] * 3, dtype=dtype)))) == RIGHT


@pytest.mark.parametrize("keys", [pa.int8(), pa.uint32(), pa.int64()])
@pytest.mark.parametrize("values", [pa.string(), pa.large_string()])
def test_dictionaries_of_arrow(keys: pa.DataType, values: pa.DataType) -> None:
    column = pa.array(["hologic"] * 3).cast(values).dictionary_encode().cast(pa.dictionary(keys, values))
    assert t_of(pa.table(people(manufacturer=column))) == RIGHT


TRUTHS: dict[str, Any] = {
    "bool": np.array([True, False, True]),
    "objects": np.array([True, None, False], dtype=object),
    "numpy_bools": np.array([np.True_, None, np.False_], dtype=object),
    "mixed": np.array([True, np.nan, False], dtype=object),
    "masked": np.ma.masked_array([True, True, False], mask=[False, True, False]),
    "whole_numbers": np.array([1, 0, 1]),
    "floats": np.array([1.0, np.nan, 0.0]),
    "words": ["yes", None, "no"],
}
TRUTHS_OF_PANDAS: dict[str, Any] = {
    "boolean": pd.Series([True, None, False], dtype="boolean"),
    "bool[pyarrow]": pd.Series([True, None, False], dtype="bool[pyarrow]"),
    "Int8": pd.Series([1, None, 0], dtype="Int8"),
    "categories_of_bools": pd.Series([True, None, False], dtype="category"),
    "categories_of_words": pd.Series(["yes", None, "no"], dtype="category"),
}


def smokes(frame: Any) -> list[bool | None]:
    return [
        None if patient.risk_factors is None else patient.risk_factors.current_smoker
        for patient in osteon.frames.patients(frame)
    ]


@pytest.mark.parametrize("kind", [*TRUTHS, *TRUTHS_OF_PANDAS])
def test_truths(kind: str) -> None:
    column = {**TRUTHS, **TRUTHS_OF_PANDAS}[kind]
    full = kind in ("bool", "whole_numbers")
    expected = [True, False, True] if full else [True, None, False]
    frames: list[Any] = [pd.DataFrame(people(current_smoker=column))]
    if kind in TRUTHS:
        frames.append(people(current_smoker=column))
    for frame in frames:
        assert smokes(frame) == expected
        assert osteon.assess_frame(frame, outputs=["diagnosis"], refused="raise") is not None


@pytest.mark.parametrize("dtype", [pl.Boolean, pl.Int8, pl.Float32, pl.UInt64])
def test_truths_of_polars(dtype: Any) -> None:
    column = pl.Series([1, None, 0]).cast(dtype)
    assert smokes(pl.DataFrame(people(current_smoker=column))) == [True, None, False]


OTHER_NUMBERS: dict[str, pa.DataType] = {
    "decimal128": pa.decimal128(6, 3),
    "float16": pa.float16(),
    "float32": pa.float32(),
    "string": pa.string(),
    "large_string": pa.large_string(),
}
if hasattr(pa, "string_view"):
    OTHER_NUMBERS["string_view"] = pa.string_view()


@pytest.mark.parametrize("kind", OTHER_NUMBERS)
def test_numbers_of_arrow(kind: str) -> None:
    column = pa.array([0.558, None, 0.558])
    if kind == "float16":
        column = pa.array([None if v is None else np.float16(v) for v in column.to_pylist()], pa.float16())
    column = column.cast(OTHER_NUMBERS[kind])
    table = pa.table(people(bmd_femoral_neck=column))
    assert t_of(table) == WITHOUT_SECOND
    assert t_of(table.to_pandas(types_mapper=pd.ArrowDtype)) == WITHOUT_SECOND
    assert t_of(frames_of.OnlyStream(table)) == WITHOUT_SECOND
    if kind != "float16" or hasattr(pl, "Float16"):
        assert t_of(pl.DataFrame(table)) == WITHOUT_SECOND


def test_chunks_of_different_lengths() -> None:
    table = pa.table(people())
    columns = [
        pa.chunked_array([column.combine_chunks()[:cut], column.combine_chunks()[cut:]])
        for cut, column in enumerate(table.columns)
    ]
    chunked = pa.table(dict(zip(table.column_names, columns, strict=True)))
    assert t_of(chunked) == RIGHT
    assert t_of(pl.concat([pl.DataFrame(people()).slice(at, 1) for at in range(3)], rechunk=False)) == RIGHT
    assert t_of(chunked.slice(1, 2)) == RIGHT[1:]


WRONG_OF_PANDAS: dict[str, Any] = {
    "timedelta": pd.to_timedelta([1, 2, 3], unit="D"),
    "complex": np.array([0.5, 0.6, 0.7], dtype=complex),
    "period": pd.period_range("2020-01", periods=3, freq="M"),
    "interval": pd.interval_range(0, 3),
    "lists": pd.Series([[0.5], [0.6], [0.7]]),
    "bytes": pd.Series([b"0.5", b"0.6", b"0.7"], dtype=object),
    "sets": pd.Series([{1}, {2}, {3}], dtype=object),
    "complex_objects": pd.Series([0.5, 0.6j, 0.7], dtype=object),
    "categories_of_intervals": pd.Series(pd.cut([0.5, 0.6, 0.7], 3)),
}
WRONG_OF_ARROW: dict[str, Any] = {
    "list": pa.array([[0.5], [0.6], [0.7]]),
    "struct": pa.array([{"a": 1}] * 3),
    "binary": pa.array([b"0.5"] * 3),
    "duration": pa.array([1, 2, 3], pa.duration("s")),
    "time": pa.array([1, 2, 3], pa.time32("s")),
}


@pytest.mark.parametrize("kind", WRONG_OF_PANDAS)
def test_columns_of_pandas_that_hold_no_values(kind: str) -> None:
    with pytest.raises(osteon.WrongTypeError, match="bmd_femoral_neck") as raised:
        osteon.assess_frame(pd.DataFrame(people(bmd_femoral_neck=WRONG_OF_PANDAS[kind])), refused="raise")
    assert raised.value.field == "bmd_femoral_neck"


@pytest.mark.parametrize("kind", WRONG_OF_ARROW)
def test_columns_of_arrow_that_hold_no_values(kind: str) -> None:
    table = pa.table(people(bmd_femoral_neck=WRONG_OF_ARROW[kind]))
    frames = [table, frames_of.OnlyStream(table), table.to_pandas(types_mapper=pd.ArrowDtype)]
    if kind != "time":
        frames.append(pl.DataFrame(table))
    for frame in frames:
        with pytest.raises(osteon.WrongTypeError, match="bmd_femoral_neck"):
            osteon.assess_frame(frame)


def test_an_object_of_python_in_one_row_is_named_with_its_row() -> None:
    with pytest.raises(osteon.WrongTypeError, match="row 2") as raised:
        osteon.assess_frame(people(bmd_femoral_neck=[0.558, None, [0.558]]), refused="raise")
    assert (raised.value.field, raised.value.row) == ("bmd_femoral_neck", 2)


BAD_VALUES: list[Any] = [
    [0.558],
    {0.558},
    b"0.558",
    0.5j,
    object(),
    datetime.timedelta(1),
    10**400,
    -(10**400),
    "0.558\ud800",
]


@pytest.mark.parametrize("place", range(len(BAD_VALUES)))
def test_a_bad_value_costs_nobody_else_an_answer(place: int) -> None:
    column = np.empty(3, dtype=object)
    column[:] = [0.558, BAD_VALUES[place], 0.558]
    for frame in (people(bmd_femoral_neck=column), pd.DataFrame(people(bmd_femoral_neck=column))):
        answers, rejects = osteon.assess_frame(frame, outputs=["t_femoral_neck"], return_rejects=True, refused="ignore")
        told = frames_of.as_columns(rejects)
        assert (told["row"], told["column"]) == ([1], ["bmd_femoral_neck"])
        assert told["code"][0] in ("wrong_type", "not_finite") and told["row_refused"] == [False]
        assert [None if np.isnan(t) else round(t, 9) for t in answers["t_femoral_neck"]] == WITHOUT_SECOND


def test_values_that_no_other_language_has() -> None:
    with pytest.raises(osteon.OsteonError) as raised:
        osteon.assess_frame(people(age_years=[67, 70, 10**400]), refused="raise")
    assert (raised.value.field, raised.value.row) == ("age_years", 2)
    words = pd.Series(["hologic", "hologic\ud800", "hologic"], dtype=object)
    for frame in (people(manufacturer=words.tolist()), pd.DataFrame(people(manufacturer=words))):
        with pytest.raises(osteon.OsteonError) as wrong:
            osteon.assess_frame(frame, refused="raise")
        assert (wrong.value.field, wrong.value.row) == ("manufacturer", 1)


def test_a_bool_is_no_number_and_a_number_no_word() -> None:
    for table in (
        people(bmd_femoral_neck=[True, False, True]),
        people(bmd_femoral_neck=pd.Series([True, False, True])),
        people(bmd_femoral_neck=pd.Series([True, False, True], dtype="boolean")),
    ):
        for frame in (table, pd.DataFrame(table)):
            with pytest.raises(osteon.WrongTypeError, match="bmd_femoral_neck"):
                t_of(frame)


def test_only_what_is_read_is_touched() -> None:
    class Never:
        def __len__(self) -> int:
            return 3

        def __array__(self, *_: object, **__: object) -> Any:
            raise AssertionError("touched")

    assert t_of({**people(), "note": Never()}, columns=list(people())) == RIGHT
    frame = pd.DataFrame({**people(), "when": pd.to_timedelta([1, 2, 3], unit="D"), 7: [1, 2, 3]})
    assert t_of(frame, columns=list(people())) == RIGHT
    table = pa.table({**people(), "lists": pa.array([[1], [2], [3]])})
    for other in (table, pl.DataFrame(table), pl.DataFrame(table).lazy(), frames_of.OnlyStream(table)):
        assert t_of(other, columns=list(people())) == RIGHT


def test_a_structured_array_is_a_frame() -> None:
    rows = np.zeros(3, dtype=[("sex", "U6"), ("x", "u1"), ("age_years", "<f4"), ("manufacturer", "U9"), ("bmd", ">f8")])
    for name, column in people().items():
        rows["bmd" if name == "bmd_femoral_neck" else name] = column
    columns = {"sex": "sex", "age_years": "age_years", "manufacturer": "manufacturer", "bmd_femoral_neck": "bmd"}
    assert t_of(rows, columns=columns) == RIGHT


def test_columns_of_two_dimensions_or_other_lengths() -> None:
    with pytest.raises(osteon.WrongTypeError, match="bmd_femoral_neck"):
        osteon.assess_frame(people(bmd_femoral_neck=np.ones((3, 1))))
    with pytest.raises(osteon.ContradictionError, match="as many rows"):
        osteon.assess_frame(people(bmd_femoral_neck=[0.5, 0.6]))
    for alone in (0.5, "0.5", np.float64(0.5), np.array(0.5), None):
        with pytest.raises(osteon.WrongTypeError, match="bmd_femoral_neck"):
            osteon.assess_frame(people(bmd_femoral_neck=alone))


def test_columns_of_other_libraries_in_a_dict() -> None:
    values = [0.558, None, 0.558]
    for column in (
        pd.Series(values),
        pd.Series(values, dtype="Float64", index=[3, 4, 5]),
        pl.Series(values),
        pa.array(values),
        pa.array(values).dictionary_encode(),
    ):
        assert t_of(people(bmd_femoral_neck=column)) == WITHOUT_SECOND


def test_a_name_that_looks_like_a_pattern() -> None:
    table = {"^s.*$": ["female"] * 3, "sx": ["male"] * 3, "age": [67.0] * 3}
    said = osteon.assess_frame(pl.DataFrame(table), {"sex": "^s.*$", "age_years": "age"}, ["sex"])
    assert said["sex"].to_list() == ["female"] * 3


def test_whole_numbers_beyond_a_double_as_ids() -> None:
    ids = np.array([2**63 + 1, 2**63 + 3, 2**63 + 5], dtype=np.uint64)
    for frame in (people(id=ids), pd.DataFrame(people(id=ids)), pl.DataFrame(people(id=ids)), pa.table(people(id=ids))):
        answers = osteon.assess_frame(frame, outputs=["t_femoral_neck"])
        assert frames_of.as_columns(answers)["id"] == ids.tolist()
