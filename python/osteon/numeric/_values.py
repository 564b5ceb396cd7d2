"""Numbers, truths and words as a caller gives them, read as arrays."""

from __future__ import annotations

import decimal
import numbers
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import _osteon, _values, errors

_FEW_WORDS = 16

_FLOAT32, _FLOAT64 = np.dtype(np.float32), np.dtype(np.float64)


@dataclass(slots=True)
class Measured:
    """An argument of numbers."""

    name: str
    values: Any
    """An array or a numpy scalar of float32, float64 or integers; NaN where unknown."""
    mask: NDArray[np.bool_] | None
    """Of a masked array: where it is masked."""
    strong: bool
    """Whether its type counts for that of the answer; that of Python's own numbers does not."""

    @property
    def is_float32(self) -> bool:
        return is_float32(self.values)


def is_float32(values: Any) -> bool:
    """Whether these are float32, in whatever byte order."""
    return bool(values.dtype.kind == "f" and values.dtype.itemsize == 4)


def wrong_type(name: str, value: object, limit: str) -> errors.OsteonError:
    return errors.refusal(errors.WrongTypeError, name, _values.shown(value), limit)


def at(name: str, index: tuple[int, ...]) -> str:
    """An element of an argument, as refusals name it."""
    return f"{name}[{', '.join(map(str, index))}]" if index else name


def at_answer(name: str, shape: tuple[int, ...], index: tuple[int, ...]) -> str:
    """The element of an argument of this shape that stands at an index of the answer, which it broadcasts to."""
    own = zip(index[len(index) - len(shape) :], shape, strict=True)
    return at(name, tuple(0 if length == 1 else place for place, length in own))


def measured(name: str, value: Any) -> Measured:
    """Reads numbers.

    Raises
    ------
    WrongTypeError
        What is no number, by argument and index.
    """
    if value is None:
        return Measured(name, np.float64(np.nan), None, strong=False)
    if isinstance(value, np.ma.MaskedArray):
        mask = np.ma.getmaskarray(value)
        values = measured(name, np.ma.getdata(value)).values
        unknown = np.where(mask, np.asarray(np.nan, _kind_of(values)), values)
        return Measured(name, unknown[()], mask, strong=True)
    if isinstance(value, Coded):
        return Measured(name, _of_nothing(name, value), None, strong=False)
    if not isinstance(value, np.ndarray | np.generic):
        if isinstance(value, str) or not (hasattr(value, "__array__") or isinstance(value, Sequence)):
            return Measured(name, np.float64(_one(name, (), value)), None, strong=False)
        value = _as_array(name, value)
    kind, size = value.dtype.kind, value.dtype.itemsize
    if kind == "O":
        return Measured(name, _of_objects(name, value), None, strong=True)
    if kind == "f" and size == 2:
        value = _values.decimals_of(np.asarray(value))[()]
    elif kind == "f" and size > 8:
        value = value.astype(np.float64)
    elif kind not in "fiu":
        raise wrong_type(name, value.dtype, "must be numbers")
    return Measured(name, value, None, strong=True)


def decimals(read: Measured) -> NDArray[np.float64]:
    """The numbers as float64: a float32 is its shortest decimal."""
    short = read.is_float32
    plain: NDArray[np.float64] = _osteon.ufunc("decimal")(
        np.asarray(read.values), signature=(np.float32 if short else np.float64, np.float64)
    )
    return np.asarray(plain)


def _kind_of(values: Any) -> np.dtype[Any]:
    return _FLOAT32 if is_float32(values) else _FLOAT64


def _as_array(name: str, value: Any) -> NDArray[Any]:
    if getattr(value, "__array_ufunc__", None) is not None:
        # Its unit would be lost, or its laziness.
        raise wrong_type(name, value, "answers ufuncs by itself: give its numbers")
    if isinstance(value, (list, tuple)):
        _refuse_bools(name, value, ())
    try:
        array = np.asarray(value)
    except ValueError:
        raise wrong_type(name, value, "must be numbers in a regular shape") from None
    if array.dtype.kind == "O" and array.ndim == 0:
        raise wrong_type(name, value, "must be a number or an array of numbers")
    return array


def _refuse_bools(name: str, value: Any, index: tuple[int, ...]) -> None:
    # Among numbers numpy takes a bool for 0 or 1.
    for place, one in enumerate(value):
        if isinstance(one, (list, tuple)):
            _refuse_bools(name, one, (*index, place))
        elif isinstance(one, (bool, np.bool_)):
            raise wrong_type(at(name, (*index, place)), one, "must be a number")


def _one(name: str, index: tuple[int, ...], value: object) -> float:
    if _values.is_nothing(value):
        return float("nan")
    if isinstance(value, np.floating):
        return _values.decimal_of(value)
    if isinstance(value, (numbers.Real, decimal.Decimal)) and not isinstance(value, (bool, np.bool_)):
        try:
            return float(value)
        except OverflowError:
            return float("inf")
    raise wrong_type(at(name, index), value, "must be a number")


def _of_objects(name: str, values: NDArray[Any]) -> NDArray[np.float64]:
    read = np.empty(values.shape, np.float64)
    for index in np.ndindex(values.shape):
        read[index] = _one(name, index, values[index])
    return read


def _of_nothing(name: str, coded: Coded) -> NDArray[np.float64]:
    """A column of text that is nowhere is a column of nothing; any other has no numbers."""
    codes, found = coded.osteon_words
    there = codes >= 0
    if there.any():
        first = int(np.argmax(there))
        raise wrong_type(at(name, (first,)), repr(found[codes[first]]), "must be a number")
    return np.full(codes.shape, np.nan)


def truths(name: str, value: Any) -> Any:
    """True, or an array of bool."""
    if value is True or (isinstance(value, np.bool_) and bool(value)):
        return True
    array = np.asarray(value)
    if array.dtype != np.bool_:
        raise wrong_type(name, array.dtype, "must be bool")
    return array


@dataclass(slots=True)
class Words:
    """An argument of words: one for all, or codes of some."""

    name: str
    words: list[str | None]
    """The words of the codes; of one for all, it alone."""
    codes: NDArray[np.int64] | None
    """-1 is unknown; None: one word for all."""
    mask: NDArray[np.bool_] | None = None


def words(name: str, value: Any) -> Words:
    """Reads words.

    Raises
    ------
    WrongTypeError
        What is no word, by argument and index.
    """
    if value is None or isinstance(value, str):
        return Words(name, [value], None)
    coded = getattr(value, "osteon_words", None)
    if coded is not None:
        return Words(name, coded[1], coded[0])
    mask = np.ma.getmaskarray(value) if isinstance(value, np.ma.MaskedArray) else None
    array = np.ma.getdata(value) if mask is not None else np.asarray(value)
    if array.dtype.kind not in "UOT":
        raise wrong_type(name, array.dtype, "must be words")
    if array.ndim == 0:
        found = _word(name, (), array.item()) if mask is None or not mask else None
        return Words(name, [found], None, mask)
    codes, found_words = _codes(name, array)
    if mask is not None:
        codes[mask] = -1
    return Words(name, found_words, codes, mask)


def _word(name: str, index: tuple[int, ...], value: object) -> str | None:
    if isinstance(value, str):
        return value
    if _values.is_nothing(value):
        return None
    raise wrong_type(at(name, index), value, "must be a word")


def _codes(name: str, array: NDArray[Any]) -> tuple[NDArray[np.int64], list[str | None]]:
    if array.dtype.kind == "U":
        return _codes_of_text(array)
    known: dict[str, int] = {}
    codes = np.full(array.size, -1, np.int64)
    for place, value in enumerate(array.flat):
        try:
            codes[place] = known[value]
        except (KeyError, TypeError):
            word = _word(name, tuple(int(one) for one in np.unravel_index(place, array.shape)), value)
            if word is not None:
                codes[place] = known.setdefault(word, len(known))
    return codes.reshape(array.shape), list(known)


def _codes_of_text(array: NDArray[Any]) -> tuple[NDArray[np.int64], list[str | None]]:
    """Text has few words, each found in one look at all of it; of what has many the rest is sorted."""
    flat = array.reshape(-1)
    codes = np.full(flat.size, -1, np.int64)
    found: list[str | None] = []
    rest = codes < 0
    while rest.any() and len(found) < _FEW_WORDS:
        word = flat[int(np.argmax(rest))]
        codes[flat == word] = len(found)
        found.append(str(word))
        rest = codes < 0
    if rest.any():
        others, places = np.unique(flat[rest], return_inverse=True)
        codes[rest] = places.reshape(-1) + len(found)
        found += others.tolist()
    return codes.reshape(array.shape), found


@dataclass(slots=True)
class Coded:
    """Words of a store that has codes for them."""

    osteon_words: tuple[NDArray[np.int64], list[str | None]]
