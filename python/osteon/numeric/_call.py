"""A call of a ufunc of the engine: what is chosen by words, what is refused, and what the answer becomes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from .. import _osteon, errors
from . import _flag
from ._frames import Back, align
from ._values import (
    Measured,
    Words,
    at_answer,
    is_float32,
    measured,
    truths,
    words,
    wrong_type,
)


@dataclass(frozen=True, slots=True)
class Choose:
    """The numbers that words choose, an argument for each."""

    numbers: int
    of: Callable[..., tuple[float, ...]]

    def __call__(self, *said: str | None) -> tuple[float, ...]:
        return self.of(*said)


def chooses(numbers: int) -> Callable[[Callable[..., tuple[float, ...]]], Choose]:
    """Says how many numbers a function of words chooses."""
    return lambda of: Choose(numbers, of)


_MOST_CHOICES = 1 << 22
"""So many combinations of words have a table; of more those that are there are looked for."""


@dataclass(slots=True)
class Answer:
    """What a ufunc answered."""

    values: Any
    mask: NDArray[np.bool_] | None
    back: Back
    given: bool
    """Whether the caller gave the array of the answer."""

    def numbers(self) -> Any:
        return self.values if self.given else self.back.numbers(self.values, self.mask)


def evaluate(
    kernel: str,
    numbers: Mapping[str, Any],
    chosen_by: Mapping[str, Any] | None = None,
    choose: Choose | None = None,
    *,
    required: tuple[str, ...] = (),
    out: Any = None,
    where: Any = True,
    dtype: DTypeLike | None = None,
    refused: str = "raise",
) -> Answer:
    """Calls the ufunc `kernel` with numbers, and with what words choose."""
    if refused not in ("raise", "nan"):
        raise errors.refusal(errors.NotAChoiceError, "refused", repr(refused), "allowed: raise, nan")
    names = chosen_by or {}
    arguments, back = align({**numbers, **names, "where": where})
    where = truths("where", arguments["where"])
    read = [measured(name, arguments[name]) for name in numbers]
    said = [words(name, arguments[name]) for name in names]
    chosen = _Chosen(said, choose, required, refused) if choose is not None else None
    operands = [one.values for one in read] + ([] if chosen is None else chosen.numbers)
    shape = np.broadcast_shapes(*(np.shape(one) for one in (*operands, where)))
    mask = _mask([*(one.mask for one in read), *(one.mask for one in said)], shape)
    given = _given(out)
    if chosen is not None and chosen.refused:
        chosen.check(operands[: len(read)], where, shape)
    call = _Call(kernel, read, operands, where, shape, _dtype(dtype, read))
    values = call.run(np.ma.getdata(given) if given is not None else None, refused)
    if given is not None:
        if isinstance(given, np.ma.MaskedArray):
            masked = np.ma.getmaskarray(given).copy()
            np.copyto(masked, False if mask is None else mask, where=where)
            given.mask = masked
        values = given
    return Answer(values, mask, back, given is not None)


def _mask(masks: list[NDArray[np.bool_] | None], shape: tuple[int, ...]) -> NDArray[np.bool_] | None:
    there = [mask for mask in masks if mask is not None]
    if not there:
        return None
    all_of_them = np.zeros(shape, np.bool_)
    for mask in there:
        all_of_them |= mask
    return all_of_them


def _given(out: Any) -> NDArray[Any] | None:
    if isinstance(out, tuple) and len(out) == 1:
        out = out[0]
    if out is None:
        return None
    if not isinstance(out, np.ndarray):
        raise wrong_type("out", out, "must be a numpy array")
    if out.dtype.kind != "f":
        raise wrong_type("out", out.dtype, "must be an array of floats")
    return out


def _dtype(asked: DTypeLike | None, read: list[Measured]) -> np.dtype[Any]:
    if asked is None:
        strong = [one for one in read if one.strong]
        return np.dtype(np.float32 if strong and all(one.is_float32 for one in strong) else np.float64)
    dtype = np.dtype(asked)
    if dtype not in (np.float32, np.float64):
        raise wrong_type("dtype", dtype, "must be float32 or float64")
    return dtype


@dataclass(slots=True)
class _Call:
    kernel: str
    read: list[Measured]
    operands: list[Any]
    where: Any
    shape: tuple[int, ...]
    dtype: np.dtype[Any]

    def run(self, out: NDArray[Any] | None, refused: str) -> Any:
        # What is refused must still be there to be named.
        overlaps = out is not None and any(np.may_share_memory(out, one) for one in self.operands)
        kept_apart = overlaps and refused == "raise"
        with _flag.own():
            values = self._call(None if kept_apart else out)
            if refused == "raise":
                self._check(_flag.taken(), out)
        if out is None or not kept_apart:
            return values
        np.copyto(out, values, where=self.where, casting="same_kind")
        return out

    def _check(self, flagged: bool, out: Any) -> None:
        """Raises the first value that was refused.

        Where all are plain arrays the loop ran on this thread, and its flag says whether there is one. An array of
        another class may have asked another thread, or have answered what it liked: then all of it is read again.
        """
        plain = all(_is_plain(one) for one in (*self.operands, self.where, out))
        if plain and not flagged:
            return
        inputs = [np.broadcast_to(np.asarray(one), self.shape) for one in self.operands]
        known = np.array(np.broadcast_to(self.where, self.shape))
        for one in inputs:
            known &= ~np.isnan(one)
        again = _Call(self.kernel, self.read, inputs, True, self.shape, np.dtype(np.float64))
        refused = np.isnan(np.asarray(again._call(None))) & known
        if refused.any():
            index = tuple(int(place) for place in np.unravel_index(int(np.argmax(refused)), self.shape))
            raise self._refusal([_decimal(one[index]) for one in inputs], index)
        if plain:
            # Of what is there now nothing is refused.
            raise self._changed()

    def _call(self, out: NDArray[Any] | None) -> Any:
        ufunc = _osteon.ufunc(self.kernel)
        measured = [np.float32 if one.is_float32 else np.float64 for one in self.read]
        chosen = [np.float64] * (len(self.operands) - len(self.read))
        signature = (*measured, *chosen, self.dtype.type)
        with np.errstate(all="ignore"):
            if self.where is True:
                return ufunc(*self.operands, out=out, signature=signature)
            if out is not None:
                return ufunc(*self.operands, out=out, where=self.where, signature=signature)
            answer = self._unknown()
            ufunc(*self.operands, out=answer, where=self.where, signature=signature)
        return self._wrapped(answer) if self.shape else answer[()]

    def _unknown(self) -> NDArray[Any]:
        """An array for the answer, laid out as numpy would, of NaN."""
        inputs = (*self.operands, self.where)
        flags: Any = [["readonly"]] * len(inputs) + [["writeonly", "allocate", "no_subtype"]]
        types: Any = [None] * len(inputs) + [self.dtype]
        made: NDArray[Any] = np.nditer((*inputs, None), ["zerosize_ok"], flags, types, order="K").operands[-1]
        made.fill(np.nan)
        return made

    def _wrapped(self, answer: NDArray[Any]) -> Any:
        """As an array of the class that a ufunc would give."""
        special = [one for one in self.operands if isinstance(one, np.ndarray) and type(one) is not np.ndarray]
        if not special:
            return answer
        return max(special, key=lambda one: float(getattr(one, "__array_priority__", 0.0))).__array_wrap__(answer)

    def _refusal(self, numbers: list[float], index: tuple[int, ...]) -> Exception:
        """Why these numbers, which stand at this index, are refused."""
        if any(map(math.isnan, numbers)):
            # When they were read they were known.
            return self._changed()
        try:
            _osteon.why_refused(self.kernel, numbers)
        except errors.OsteonError as refusal:
            return _indexed(refusal, {one.name: np.shape(one.values) for one in self.read}, index)
        except RuntimeError:
            # They are no reason, and so they are not what was read.
            return self._changed()
        raise AssertionError("it says why, or that it does not know")

    def _changed(self) -> RuntimeError:
        names = ", ".join(one.name for one in self.read)
        return RuntimeError(
            f"{self.kernel}: the array changed while it was read ({names}): nothing may write to it meanwhile"
        )


def _is_plain(operand: Any) -> bool:
    return operand is None or isinstance(operand, (bool, np.generic)) or type(operand) is np.ndarray


def _decimal(number: Any) -> float:
    """A number as it was read."""
    read_as = np.float32 if is_float32(number) else np.float64
    return float(_osteon.ufunc("decimal")(number, signature=(read_as, np.float64)))


def _indexed(
    refusal: errors.OsteonError, shapes: Mapping[str, tuple[int, ...]], index: tuple[int, ...]
) -> errors.OsteonError:
    """The same refusal, of the element of the argument that stands at an index of the answer."""
    field = at_answer(refusal.field, shapes.get(refusal.field, ()), index)
    return errors.refusal(type(refusal), field, refusal.value, refusal.limit, slip=refusal.slip)


class _Chosen:
    """What words choose: one number each for all, or arrays of them."""

    def __init__(self, said: list[Words], choose: Choose, required: tuple[str, ...], refused: str) -> None:
        self._said, self._refused = said, refused
        self.refused: dict[int, errors.OsteonError] = {}
        for one in said:
            if one.codes is None and one.words[0] is None and one.name in required:
                raise errors.refusal(errors.MissingError, one.name, "", "it must be stated")
        if all(one.codes is None for one in said):
            self._which: Any = None
            try:
                self.numbers: list[Any] = [np.float64(number) for number in choose(*(one.words[0] for one in said))]
            except errors.OsteonError as refusal:
                if not _is_nan(refusal, refused):
                    raise
                self.numbers = [np.float64(np.nan)] * choose.numbers
            return
        self._choose_each(choose, required)

    def _choose_each(self, choose: Choose, required: tuple[str, ...]) -> None:
        """A table of what each combination of words chooses, and of each element which it is."""
        sizes = [len(one.words) + 1 for one in self._said]
        which: Any = np.zeros((), np.int64)
        for one, size in zip(self._said, sizes, strict=True):
            which = which * size + (0 if one.codes is None else one.codes + 1)
        combinations = int(np.prod([float(size) for size in sizes]))
        if combinations <= _MOST_CHOICES:
            there = np.zeros(combinations, np.bool_)
            there[which] = True
            present = np.flatnonzero(there)
        else:
            present, inverse = np.unique(which, return_inverse=True)
            which = inverse.reshape(which.shape)
        dense = combinations <= _MOST_CHOICES
        count = choose.numbers
        tables = np.full((count, combinations if dense else len(present)), np.nan)
        for place, combination in enumerate(present.tolist()):
            row = combination if dense else place
            said = self._words_of(combination, sizes)
            if any(word is None for one, word in zip(self._said, said, strict=True) if one.name in required):
                continue
            try:
                tables[:, row] = choose(*said)
            except errors.MissingError as refusal:
                # An element that says nothing of it is unknown; an argument that does not is the caller's to state.
                if not any(one.name == refusal.field and one.codes is not None for one in self._said):
                    self.refused[row] = refusal
            except errors.OsteonError as refusal:
                self.refused[row] = refusal
        self._which = which
        self.numbers = [table[which] for table in tables]

    def _words_of(self, combination: int, sizes: list[int]) -> list[str | None]:
        said: list[str | None] = []
        for one, size in zip(reversed(self._said), reversed(sizes), strict=True):
            combination, code = divmod(combination, size)
            said.append(one.words[0] if one.codes is None else (one.words[code - 1] if code else None))
        return said[::-1]

    def check(self, numbers: list[Any], where: Any, shape: tuple[int, ...]) -> None:
        """Raises the first combination that is refused, unless nothing is asked of it or a number is unknown."""
        asked = np.broadcast_to(where, shape)
        known = np.array(asked)
        for one in numbers:
            known &= ~np.isnan(one)
        for row, refusal in self.refused.items():
            if _is_nan(refusal, self._refused):
                continue
            no_word = isinstance(refusal, (errors.NotAChoiceError, errors.WrongTypeError))
            of_it = np.broadcast_to(self._which == row, shape) & (asked if no_word else known)
            if of_it.any():
                index = tuple(int(place) for place in np.unravel_index(int(np.argmax(of_it)), shape))
                shapes = {one.name: () if one.codes is None else one.codes.shape for one in self._said}
                raise _indexed(refusal, shapes, index)


def _is_nan(refusal: errors.OsteonError, refused: str) -> bool:
    """Whether NaN is given in its place; a word that is none is always an error."""
    return refused == "nan" and not isinstance(refusal, (errors.NotAChoiceError, errors.WrongTypeError))
