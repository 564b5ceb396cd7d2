"""Functions of numbers behave as numpy's own ufuncs: shapes, types, layouts, outputs, masks and subclasses."""

from __future__ import annotations

import threading
import warnings
from typing import Any

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import osteon

NECK = {"region": "femoral_neck", "manufacturer": "hologic"}
MEAN, SD = 0.858, 0.120
QUICK = settings(max_examples=80, deadline=None)


def expected(bmd: Any) -> Any:
    """The T-score as numpy computes it, of decimals."""
    decimals = np.asarray(bmd, np.float64).round(3)
    return (decimals - MEAN) / SD


def densities(dtype: str, shape: Any = None) -> st.SearchStrategy[Any]:
    values = st.integers(100, 3000).map(lambda thousandths: thousandths / 1000) | st.just(float("nan"))
    shape = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5) if shape is None else shape
    return hnp.arrays(np.dtype("f8"), shape, elements=values).map(lambda array: array.astype(dtype))


@st.composite
def views(draw: Any, dtype: Any = None) -> Any:
    """Arrays of every byte order and layout."""
    array = np.array(draw(densities(dtype or draw(st.sampled_from(["<f8", ">f8", "<f4", ">f4"])))))
    match draw(
        st.sampled_from(["plain", "fortran", "transposed", "every other", "backwards", "read-only", "unaligned"])
    ):
        case "fortran":
            array = np.asfortranarray(array)
        case "transposed":
            array = array.T
        case "every other" if array.ndim:
            array = np.repeat(array, 2, axis=-1)[..., ::2]
        case "backwards" if array.ndim:
            array = array[::-1]
        case "read-only":
            array.flags.writeable = False
        case "unaligned" if array.ndim:
            packed = np.zeros(array.shape, np.dtype([("flag", "u1"), ("bmd", array.dtype)]))
            packed["bmd"] = array
            array = packed["bmd"]
        case _:
            pass
    return array


def like_numpy(ours: Any, theirs: Any) -> None:
    """Whether both are of one type, shape and layout."""
    assert type(ours) is type(theirs)
    assert ours.dtype == theirs.dtype and ours.dtype.isnative
    assert ours.shape == theirs.shape and ours.strides == theirs.strides


@QUICK
@given(views())
def test_one_array(bmd: np.ndarray[Any, Any]) -> None:
    before = bmd.copy()
    t = osteon.t_score(bmd, **NECK)
    like_numpy(t, np.negative(bmd))
    np.testing.assert_allclose(t, expected(bmd), rtol=1e-6 if t.dtype == np.float32 else 1e-14, atol=1e-7)
    np.testing.assert_array_equal(bmd, before)


@QUICK
@given(views("<f8"))
def test_the_same_bits_whatever_the_layout(bmd: np.ndarray[Any, Any]) -> None:
    t = osteon.t_score(bmd, **NECK)
    one_by_one = np.array([osteon.t_score(float(one), **NECK) for one in np.asarray(bmd).flat]).reshape(bmd.shape)
    np.testing.assert_array_equal(np.asarray(t).view(np.int64), one_by_one.view(np.int64))


@QUICK
@given(hnp.mutually_broadcastable_shapes(num_shapes=4, max_dims=3, max_side=4), st.data())
def test_arguments_broadcast(shapes: Any, data: st.DataObject) -> None:
    kinds = [data.draw(st.sampled_from(["f4", "f8"])) for _ in range(4)]
    bmd, l, m, s = (
        np.full(shape, value, kind)
        for shape, value, kind in zip(shapes.input_shapes, (0.75, 1.5, 1.0, 0.125), kinds, strict=True)
    )
    z = osteon.z_score_lms(bmd, l, m, s)
    assert np.shape(z) == shapes.result_shape
    assert z.dtype == (np.float32 if set(kinds) == {"f4"} else np.float64)
    assert (np.asarray(z) == z.dtype.type((0.75**1.5 - 1) / (1.5 * 0.125))).all()


@QUICK
@given(hnp.mutually_broadcastable_shapes(num_shapes=3, max_dims=3, max_side=4), st.data())
def test_where_and_out(shapes: Any, data: st.DataObject) -> None:
    of_bmd, of_regions, of_where = shapes.input_shapes
    bmd = data.draw(densities("f8", of_bmd))
    regions = np.array(
        data.draw(hnp.arrays(object, of_regions, elements=st.sampled_from(["femoral_neck", "total_hip"])))
    )
    where = data.draw(hnp.arrays(bool, of_where))
    mean = np.where(regions == "femoral_neck", 0.858, 0.942)
    sd = np.where(regions == "femoral_neck", 0.120, 0.122)
    whole = (bmd - mean) / sd
    selected = np.broadcast_to(where, shapes.result_shape)
    alone = osteon.t_score(bmd, region=regions, manufacturer="hologic", where=where)
    np.testing.assert_array_equal(alone, np.where(selected, whole, np.nan))
    assert np.shape(alone) == shapes.result_shape
    for dtype in ("f8", "f4", ">f8"):
        out = np.full(shapes.result_shape, 7.0, dtype)
        kept = osteon.t_score(bmd, region=regions, manufacturer="hologic", where=where, out=out)
        assert kept is out
        np.testing.assert_array_equal(out, np.where(selected, whole, 7.0).astype(dtype))


def test_a_number_gives_a_number() -> None:
    for bmd in (0.7, np.float64(0.7), np.array(0.7), 1, np.int8(1)):
        assert type(osteon.t_score(bmd, **NECK)) is np.float64
    for bmd in (np.float32(0.7), np.array(0.7, np.float32)):
        assert type(osteon.t_score(bmd, **NECK)) is np.float32
    assert type(osteon.t_score(0.7, where=False, **NECK)) is np.float64
    assert np.isnan(osteon.t_score(0.7, where=False, **NECK))
    out = np.empty(())
    assert osteon.t_score(0.7, out=out, **NECK) is out


def test_types_of_answers() -> None:
    f4, f8, i8 = np.array([0.7], "f4"), np.array([0.7], "f8"), np.array([1])
    how = {"sex": "female", **NECK}
    for bmd, age, dtype in [
        (f4, np.array([67], "f4"), "f4"),
        (f4, 67, "f4"),
        (f4, f8 + 66, "f8"),
        (f8, 67, "f8"),
        (f4, i8 + 66, "f8"),
        (0.7, np.array([67], "f4"), "f4"),
    ]:
        assert osteon.z_score(bmd, age_years=age, **how).dtype == dtype
    # A float32 is the decimal that it stands for whatever it is met with.
    mixed = osteon.z_score(np.array([0.558], "f4"), age_years=np.array([67.3]), **how)
    np.testing.assert_array_equal(mixed, osteon.z_score([0.558], age_years=67.3, **how))
    assert osteon.t_score(f4, dtype="f8", **NECK).dtype == "f8"
    assert osteon.t_score(f8, dtype=np.float32, **NECK).dtype == "f4"
    assert osteon.t_score(np.array([0.558], "f2"), **NECK)[0] == osteon.t_score(0.558, **NECK)
    assert osteon.t_score(np.array([0.558], "g"), **NECK).dtype == "f8"
    for dtype in (int, np.float16, complex, object):
        with pytest.raises(osteon.WrongTypeError) as refused:
            osteon.t_score(f8, dtype=dtype, **NECK)
        assert refused.value.field == "dtype"


def test_outputs_that_are_none() -> None:
    bmd = np.array([0.7, 0.8])
    for out in (np.zeros(2, int), np.zeros(2, bool), [0.0, 0.0], "out"):
        with pytest.raises(osteon.WrongTypeError) as refused:
            osteon.t_score(bmd, out=out, **NECK)
        assert refused.value.field == "out"
    fixed = np.zeros(2)
    fixed.flags.writeable = False
    for out in (np.zeros(3), fixed):
        with pytest.raises(ValueError, match="output|broadcast"):
            osteon.t_score(bmd, out=out, **NECK)
    out = np.zeros(2)
    assert osteon.t_score(bmd, out=(out,), **NECK) is out
    for where in (np.array([1, 0]), "yes", None):
        with pytest.raises(osteon.WrongTypeError) as refused:
            osteon.t_score(bmd, where=where, **NECK)
        assert refused.value.field == "where"
    with pytest.raises(ValueError, match="broadcast"):
        osteon.z_score([0.7, 0.8], sex="female", age_years=[67, 68, 69], **NECK)


def test_in_place() -> None:
    rows = 2000
    bmd = np.linspace(0.3, 1.2, rows).round(3)
    right = osteon.t_score(bmd, **NECK)
    own = bmd.copy()
    assert osteon.t_score(own, out=own, **NECK) is own
    np.testing.assert_array_equal(own, right)
    # Overlapping and shifted, as numpy's own.
    long = np.concatenate([bmd, [0.0]])
    osteon.t_score(long[:-1], out=long[1:], **NECK)
    np.testing.assert_array_equal(long[1:], right)
    backwards = bmd.copy()
    osteon.t_score(backwards, out=backwards[::-1], **NECK)
    np.testing.assert_array_equal(backwards[::-1], right)
    # What is refused is still there to be named, and the array is as it was.
    spoiled = bmd.copy()
    spoiled[1500] = 812
    kept = spoiled.copy()
    with pytest.raises(osteon.UnitSlipError) as refused:
        osteon.t_score(spoiled, out=spoiled, **NECK)
    assert (refused.value.field, refused.value.value) == ("bmd_g_cm2[1500]", "812")
    np.testing.assert_array_equal(spoiled, kept)


def test_long_arrays_across_blocks() -> None:
    draw = np.random.default_rng(7)
    for rows in (511, 512, 513, 1024, 100_003):
        bmd = draw.integers(100, 3000, rows) / 1000
        bmd[draw.integers(0, rows, rows // 10)] = np.nan
        np.testing.assert_array_equal(osteon.t_score(bmd, **NECK), (bmd - MEAN) / SD)
        regions = np.where(draw.random(rows) < 0.5, "femoral_neck", "total_hip")
        neck = regions == "femoral_neck"
        each = osteon.t_score(bmd, region=regions, manufacturer="hologic")
        np.testing.assert_array_equal(each, (bmd - np.where(neck, 0.858, 0.942)) / np.where(neck, 0.120, 0.122))
        if rows > 1000:
            bmd[rows - 1] = 5.0
            with pytest.raises(osteon.OutOfRangeError) as refused:
                osteon.t_score(bmd, **NECK)
            assert refused.value.field == f"bmd_g_cm2[{rows - 1}]"


def test_masked_arrays() -> None:
    bmd = np.ma.array([0.558, 812.0, np.nan], mask=[False, True, False])
    t = osteon.t_score(bmd, **NECK)
    assert type(t) is np.ma.MaskedArray
    np.testing.assert_array_equal(t.mask, [False, True, False])
    assert t[0] == osteon.t_score(0.558, **NECK) and np.isnan(t.data[2])
    assert bmd.data[1] == 812.0
    # Masks of all arguments join.
    z = osteon.z_score(bmd, sex="female", age_years=np.ma.array([[67], [5]], mask=[[False], [True]]), **NECK)
    np.testing.assert_array_equal(z.mask, [[False, True, False], [True, True, True]])
    regions = np.ma.array(["femoral_neck", "no region", "femoral_neck"], mask=[False, True, False])
    named = osteon.t_score([0.558, 0.6, 0.7], region=regions, manufacturer="hologic")
    np.testing.assert_array_equal(named.mask, [False, True, False])
    with pytest.raises(osteon.UnitSlipError) as refused:
        osteon.t_score(np.ma.array([0.5, 812.0], mask=[True, False]), **NECK)
    assert refused.value.field == "bmd_g_cm2[1]"
    out = np.ma.zeros(3)
    assert osteon.t_score(bmd, out=out, **NECK) is out
    np.testing.assert_array_equal(out.mask, [False, True, False])
    assert osteon.t_score(np.ma.masked, **NECK) is np.ma.masked
    short = osteon.t_score(np.ma.array([0.558], np.float32), **NECK)
    assert short.dtype == np.float32


def test_the_index_of_an_axis_of_one() -> None:
    """The first that is refused stands in the second column of the answer, and in the only one of its argument."""
    bmd = np.array([[0.7], [812.0]])
    with pytest.raises(osteon.UnitSlipError) as refused:
        osteon.t_score(bmd, where=[False, True], **NECK)
    assert refused.value.field == "bmd_g_cm2[1, 0]"
    with pytest.raises(osteon.UnitSlipError) as refused:
        osteon.z_score(bmd, sex="female", age_years=[np.nan, 67], **NECK)
    assert refused.value.field == "bmd_g_cm2[1, 0]"
    regions = np.array([["femoral_neck"], ["hip"]])
    with pytest.raises(osteon.NotAChoiceError) as word:
        osteon.t_score([0.7, 0.8], region=regions, manufacturer="hologic", where=[False, True])
    assert word.value.field == "region[1, 0]"


class Marked(np.ndarray[Any, Any]):
    """An array that remembers where it comes from."""

    mark: str

    def __array_finalize__(self, of: Any) -> None:
        self.mark = getattr(of, "mark", "none")


def test_subclasses() -> None:
    bmd = np.array([0.558, 0.858]).view(Marked)
    bmd.mark = "ward 3"
    for answer, numpys in [
        (osteon.t_score(bmd, **NECK), np.negative(bmd)),
        (osteon.t_score(bmd, where=[True, False], **NECK), np.negative(bmd)),
    ]:
        assert type(answer) is Marked is type(numpys)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        matrix = np.matrix([[0.558, 0.858]])
        assert type(osteon.t_score(matrix, **NECK)) is np.matrix
    assert type(osteon.t_score([0.558], **NECK)) is np.ndarray


class Foreign:
    """An array of another library, which answers ufuncs itself."""

    __array_ufunc__ = None

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.array([0.558])


class Quantity(Foreign):
    """An array with a unit."""

    def __array_ufunc__(self, *call: Any, **how: Any) -> Any:
        return NotImplemented


def test_what_says_that_it_is_an_array() -> None:
    with pytest.raises(osteon.WrongTypeError):
        osteon.t_score(Quantity(), **NECK)
    assert osteon.t_score(Foreign(), **NECK).shape == (1,)
    assert osteon.t_score(memoryview(np.array([0.558])), **NECK).shape == (1,)


def test_other_threads_go_on() -> None:
    """The lock of the interpreter is given away, and each thread has its own refusals."""
    bmd = np.full(3_000_000, 0.7, np.float32)
    counted = 0
    done = threading.Event()

    def count() -> None:
        nonlocal counted
        while not done.is_set():
            counted += 1

    def spoil() -> None:
        for _ in range(50):
            with pytest.raises(osteon.UnitSlipError):
                osteon.t_score([812.0], **NECK)

    threads = [threading.Thread(target=count), threading.Thread(target=spoil)]
    for thread in threads:
        thread.start()
    before = counted
    assert not np.isnan(osteon.t_score(bmd, **NECK)).any()
    assert counted > before
    done.set()
    for thread in threads:
        thread.join()


def test_no_warning_of_numpy() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        osteon.t_score([np.nan, 1e308, np.inf, -1e308], refused="nan", **NECK)
        osteon.t_score([0.7, 0.8], where=[True, False], **NECK)
        osteon.least_significant_change([1e308], refused="nan")
