"""Series of pandas and polars: one of the same kind comes back, with its index, its name and what it does not know."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import osteon

NECK = {"region": "femoral_neck", "manufacturer": "hologic"}
T = osteon.t_score(0.558, **NECK)


def test_pandas_keeps_index_and_name() -> None:
    index = pd.MultiIndex.from_tuples([("a", 1), ("b", 2), ("c", 3)])
    bmd = pd.Series([0.558, np.nan, 0.858], index=index, name="neck")
    pd.testing.assert_series_equal(osteon.t_score(bmd, **NECK), pd.Series([T, np.nan, 0.0], index=index, name="neck"))


@pytest.mark.parametrize(
    ("dtype", "answers"),
    [
        ("float64", "float64"),
        ("float32", "float32"),
        (object, "float64"),
        ("Float64", "Float64"),
        ("Float32", "Float32"),
        ("double[pyarrow]", "double[pyarrow]"),
        ("float[pyarrow]", "float[pyarrow]"),
        ("category", "float64"),
    ],
)
def test_pandas_types(dtype: Any, answers: str) -> None:
    bmd = pd.Series([0.558, None, 0.858], dtype=dtype, index=[5, 3, 1])
    t = osteon.t_score(bmd, **NECK)
    # `double[pyarrow]` has two spellings.
    assert str(t.dtype).replace("float[", "float[") == answers
    np.testing.assert_allclose(t.astype(object).fillna(np.nan).astype(float), [T, np.nan, 0.0])
    assert t.isna().tolist() == [False, True, False]
    assert t.index.tolist() == [5, 3, 1]


def test_pandas_whole_numbers() -> None:
    for dtype in ("int64", "Int64", "int64[pyarrow]", "uint8"):
        t = osteon.t_score(pd.Series([1, 2], dtype=dtype), **NECK)
        np.testing.assert_allclose(t.astype(float), (np.array([1, 2]) - 0.858) / 0.12)


@pytest.mark.parametrize(
    "series",
    [
        pd.Series([True, False]),
        pd.Series([True, None], dtype="boolean"),
        pd.Series(["0.7", "0.8"]),
        pd.Series(["0.7", None], dtype="string"),
        pd.Series(["0.7", "0.8"], dtype="category"),
        pd.Series(pd.to_datetime(["2020-01-01", "2021-01-01"])),
        pd.Series([True, None], dtype="bool[pyarrow]"),
        pd.DataFrame({"bmd": [0.7, 0.8]}),
        pl.Series([True, False]),
        pl.Series(["0.7", None]),
        pl.Series(["0.7"], dtype=pl.Categorical),
        pl.DataFrame({"bmd": [0.7]}),
    ],
    ids=lambda series: f"{type(series).__module__[:6]}-{getattr(series, 'dtype', 'frame')}",
)
def test_what_is_no_column_of_numbers(series: Any) -> None:
    with pytest.raises(osteon.WrongTypeError) as refused:
        osteon.t_score(series, **NECK)
    assert refused.value.field.startswith("bmd_g_cm2")
    assert "Coded" not in str(refused.value)


def test_words_that_are_no_numbers_are_named() -> None:
    for series in (
        pd.Series([None, "a"], dtype="str"),
        pd.Series([None, "a"], dtype="category"),
        pl.Series([None, "a"]),
    ):
        with pytest.raises(osteon.WrongTypeError) as refused:
            osteon.t_score(series, **NECK)
        assert (refused.value.field, refused.value.value) == ("bmd_g_cm2[1]", "'a'")
    # Of a column of nothing the type says nothing.
    assert osteon.t_score(pd.Series([None, None], dtype="string"), **NECK).isna().all()
    assert osteon.t_score(pl.Series([None], dtype=pl.String), **NECK).to_list() == [None]


def test_pandas_aligns_as_ufuncs_do() -> None:
    bmd = pd.Series([0.7, 0.8, 0.9], index=["a", "b", "c"], name="bmd")
    age = pd.Series([70.0, 60.0], index=["b", "a"], name="age")
    how = {"sex": "female", **NECK}
    z = osteon.z_score(bmd, age_years=age, **how)
    theirs = np.add(bmd, age)
    assert z.index.tolist() == theirs.index.tolist() and z.name is theirs.name is None
    assert z["a"] == osteon.z_score(0.7, age_years=60, **how)
    assert z["b"] == osteon.z_score(0.8, age_years=70, **how)
    assert np.isnan(z["c"])
    # Words and `where` are aligned too; an array is taken by place.
    sexes = pd.Series(["male", "female"], index=["b", "a"])
    z = osteon.z_score(bmd, age_years=65, sex=sexes, where=pd.Series([True], index=["b"]), **NECK)
    assert z.isna().tolist() == [True, False, True]
    assert z["b"] == osteon.z_score(0.8, age_years=65, sex="male", **NECK)
    by_place = osteon.z_score(bmd, age_years=np.array([60, 70, 80]), **how)
    assert by_place["c"] == osteon.z_score(0.9, age_years=80, **how)
    twice = pd.Series([0.7, 0.8], index=["a", "a"])
    with pytest.raises(osteon.ContradictionError, match="a duplicate label") as refused:
        osteon.z_score(twice, age_years=age, **how)
    assert (refused.value.field, refused.value.value) == ("bmd_g_cm2", "'a'")
    with pytest.raises(osteon.ContradictionError) as refused:
        osteon.z_score(bmd, age_years=twice, **how)
    assert refused.value.field == "age_years"
    # The same labels are the same rows.
    assert osteon.z_score(twice, age_years=twice + 60, **how).index.tolist() == ["a", "a"]


@pytest.mark.parametrize("dtype", [object, "category", "string", "str", "string[pyarrow]", "dictionary"])
def test_pandas_words(dtype: Any) -> None:
    words = ["total_hip", None, "femoral_neck"]
    if dtype == "dictionary":
        dtype = pd.ArrowDtype(pa.dictionary(pa.int32(), pa.string()))
    regions = pd.Series(words, dtype=dtype, index=[2, 1, 0])
    t = osteon.t_score(pd.Series([0.942, 0.7, 0.558], index=[2, 1, 0]), region=regions, manufacturer="hologic")
    np.testing.assert_allclose(t.to_numpy(float), [0.0, np.nan, T])
    t = osteon.t_score(np.array([0.942, 0.7, 0.558]), region=regions, manufacturer="hologic")
    assert isinstance(t, pd.Series) and t.index.tolist() == [2, 1, 0]


def test_pandas_out_and_shapes() -> None:
    bmd = pd.Series([0.558, 0.858])
    out = np.zeros(2)
    assert osteon.t_score(bmd, out=out, **NECK) is out
    np.testing.assert_array_equal(out, [T, 0.0])
    with pytest.raises(osteon.WrongTypeError):
        osteon.t_score(bmd, out=bmd.copy(), **NECK)
    with pytest.raises(osteon.WrongTypeError):
        osteon.t_score(bmd, region=np.array([["femoral_neck"], ["total_hip"]]), manufacturer="hologic")
    assert osteon.t_score(pd.Series([], dtype=float), **NECK).empty
    assert np.isnan(osteon.t_score(pd.NA, **NECK))
    assert type(osteon.t_score(pd.Index([0.558]), **NECK)) is np.ndarray
    with pytest.raises(osteon.UnitSlipError) as refused:
        osteon.t_score(pd.Series([0.7, 812], index=[9, 8]), **NECK)
    assert refused.value.field == "bmd_g_cm2[1]"


def test_polars_keeps_nulls_and_name() -> None:
    bmd = pl.Series("neck", [0.558, None, float("nan"), 0.858])
    t = osteon.t_score(bmd, **NECK)
    assert t.name == "neck" and t.dtype == pl.Float64
    assert t.is_null().to_list() == [False, True, False, False]
    assert t[0] == T and np.isnan(t[2]) and t[3] == 0.0
    assert osteon.t_score(bmd.cast(pl.Float32), **NECK).dtype == pl.Float32
    # A null of any argument.
    z = osteon.z_score(bmd, sex="female", age_years=pl.Series([60, 60, 60, None]), **NECK)
    assert z.is_null().to_list() == [False, True, False, True]
    empty = osteon.t_score(pl.Series("neck", [], dtype=pl.Float64), **NECK)
    assert len(empty) == 0 and empty.dtype == pl.Float64
    # Where it is not known whether to ask, nothing is asked.
    asked = osteon.t_score(pl.Series([0.558, 812.0, 812.0]), where=pl.Series([True, None, False]), **NECK)
    assert asked[0] == T and np.isnan(asked[1]) and np.isnan(asked[2])
    nothing = osteon.t_score(pl.Series([None, None]), **NECK)
    assert nothing.null_count() == 2


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical, pl.Enum(["total_hip", "femoral_neck"])])
def test_polars_words(dtype: Any) -> None:
    regions = pl.Series(["total_hip", None, "femoral_neck"], dtype=dtype)
    t = osteon.t_score(pl.Series("bmd", [0.942, 0.7, 0.558]), region=regions, manufacturer="hologic")
    assert t.to_list() == [0.0, None, T]


def test_polars_decimal_and_whole() -> None:
    decimals = pl.Series(["0.558", None]).cast(pl.Decimal(6, 3))
    assert osteon.t_score(decimals, **NECK).to_list() == [T, None]
    assert osteon.t_score(pl.Series([1, None], dtype=pl.Int8), **NECK).to_list()[1] is None


def test_never_both_packages() -> None:
    with pytest.raises(osteon.WrongTypeError):
        osteon.z_score(pd.Series([0.7]), sex="female", age_years=pl.Series([67.0]), **NECK)


def test_arrow_arrays_are_arrays() -> None:
    for bmd in (pa.array([0.558, None]), pa.chunked_array([[0.558], [None]])):
        np.testing.assert_array_equal(osteon.t_score(bmd, **NECK), [T, np.nan])
    regions = pa.array(["femoral_neck", None]).dictionary_encode()
    np.testing.assert_array_equal(osteon.t_score([0.558, 0.6], region=regions, manufacturer="hologic"), [T, np.nan])
