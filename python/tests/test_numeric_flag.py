"""No refusal is lost, whatever else runs while numbers are read."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import osteon
from osteon import _osteon

NECK = {"region": "femoral_neck", "manufacturer": "hologic"}


class Elsewhere(np.ndarray[Any, Any]):
    """An array that works on another thread."""

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, out: Any = None, **how: Any) -> Any:
        plain = [np.asarray(one) for one in inputs]
        if out is not None:
            how["out"] = tuple(np.asarray(one) for one in out)
        answers: list[Any] = []

        def work() -> None:
            with np.errstate(all="ignore"):
                answers.append(np.asarray(getattr(ufunc, method)(*plain, **how)))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        return answers[0].view(Elsewhere)


class Asks(np.ndarray[Any, Any]):
    """An array that asks for a score of its own when it is made."""

    def __array_wrap__(self, array: Any, context: Any = None, return_scalar: bool = False) -> Any:
        osteon.t_score(0.7, **NECK)
        return array.view(Asks)


class Hides(np.ndarray[Any, Any]):
    """An array that has no NaN."""

    def __array_wrap__(self, array: Any, context: Any = None, return_scalar: bool = False) -> Any:
        return np.nan_to_num(array)


@pytest.mark.parametrize("kind", [Elsewhere, Asks, Hides])
def test_arrays_of_other_classes(kind: Any) -> None:
    good = np.array([0.558, np.nan, 0.858]).view(kind)
    bad = np.array([0.558, np.nan, 812.0]).view(kind)
    t = np.asarray(osteon.t_score(good, **NECK))
    np.testing.assert_array_equal(t[[0, 2]], osteon.t_score([0.558, 0.858], **NECK))
    for how in ({}, {"where": np.array([True, True, True])}):
        with pytest.raises(osteon.UnitSlipError) as refused:
            osteon.t_score(bad, **NECK, **how)
        assert (refused.value.field, refused.value.value) == ("bmd_g_cm2[2]", "812")
    osteon.t_score(bad, refused="nan", **NECK)
    osteon.t_score(bad, where=np.array([True, True, False]), **NECK)
    with pytest.raises(osteon.UnitSlipError):
        osteon.t_score(np.array([812.0]), out=np.zeros(1).view(kind), **NECK)
    # What is left of it is nothing to the next.
    assert osteon.t_score(0.858, **NECK) == 0.0


def meanwhile(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object], after: int = 1) -> None:
    """As soon as a ufunc has answered for the so many-th time, something else happens."""
    ufunc = _osteon.ufunc
    left = after

    def of(name: str) -> Any:
        def call(*numbers: Any, **how: Any) -> Any:
            nonlocal left
            answer = ufunc(name)(*numbers, **how)
            left -= 1
            if left == 0:
                do()
            return answer

        return call

    monkeypatch.setattr(_osteon, "ufunc", of)


def test_a_call_within_a_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a handler of a signal makes it."""
    meanwhile(monkeypatch, lambda: osteon.t_score(0.7, **NECK))
    with pytest.raises(osteon.UnitSlipError):
        osteon.t_score([0.7, 812.0], **NECK)


def test_a_refusal_within_a_call_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused_there() -> None:
        with pytest.raises(osteon.UnitSlipError):
            osteon.t_score([812.0], **NECK)
        assert np.isnan(osteon.t_score(812.0, refused="nan", **NECK))

    meanwhile(monkeypatch, refused_there)
    np.testing.assert_array_equal(osteon.t_score([0.858, np.nan], **NECK), [0.0, np.nan])


@pytest.mark.parametrize("then", [0.7, np.nan])
@pytest.mark.parametrize("after", [1, 2])
def test_an_array_that_changes_while_it_is_read(monkeypatch: pytest.MonkeyPatch, then: float, after: int) -> None:
    """After it is read, or after it is read again to find what is refused."""
    bmd = np.array([0.7, 812.0])

    def written() -> None:
        bmd[1] = then

    meanwhile(monkeypatch, written, after)
    with pytest.raises(RuntimeError, match=r"the array changed while it was read \(bmd_g_cm2\)"):
        osteon.t_score(bmd, **NECK)


def test_an_output_that_is_longer() -> None:
    out = np.zeros(3)
    assert osteon.t_score([0.858], out=out, **NECK) is out
    with pytest.raises(osteon.OutOfRangeError) as refused:
        osteon.t_score([5.0], out=out, **NECK)
    assert refused.value.field == "bmd_g_cm2[0]"


def test_the_answer_of_precision_is_at_the_top() -> None:
    assert "PrecisionError" in osteon.__all__
    assert type(osteon.precision_error([0.9, 0.91], ["a", "a"])) is osteon.PrecisionError
