"""Any answer of the engine as an array."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import _json, _osteon, errors
from ._frames import Back, align
from ._types import Refused
from ._values import Coded, at, is_unknown, measured, words, wrong_type

_BESIDE = "refused"
"""A column that needs nothing beside it."""

_MANY = 20_000
"""So many people are shared among threads."""


def risk(
    model: str,
    gives: str,
    /,
    *,
    options: Mapping[str, Any] | None = None,
    refused: Refused = "raise",
    threads: int | None = None,
    **fields: Any,
) -> Any:
    """The number that a risk model gives, for arrays of people.

    ``osteon.models()`` lists the models with population, horizon, source, how far each is verified, and the notice that
    must be shown with some: a risk of ``qfracture2012`` is not the current QFracture and must not decide alone.

    NaN where the model refuses such a person (an age or a BMI outside its population, a BMI that is not known): its
    column ``..._refused``, such as ``compute("qfracture2012_hip_refused")``, says why. A field left out is unknown,
    never "no"; what a model reads into unknowns, and the range that they leave, says an assessment of one person.

    Parameters
    ----------
    model, gives
        Such as ``"qfracture2012", "hip_percent"`` or ``"ost", "points"``.
    options
        Options of an assessment, such as ``{"qfracture_years": 5}``.
    **fields
        Fields of the patient under their names in tables (``sex``, ``age_years``, ``height_cm``, ``falls_past_year``,
        ``t_femoral_neck``, ...): numbers, bools, words or arrays of them, which broadcast. None and NaN are unknown.
    refused
        ``"raise"``: a value outside its limits is an error that names field, index and value; ``"nan"``: that person's
        answer is NaN.
    threads
        None: as many as there are cores where there are many people.

    Returns
    -------
    A number for numbers, else an array of the broadcast shape; a Series where a field is one.

    Examples
    --------
    >>> import osteon
    >>> osteon.risk("qfracture2012", "hip_percent", sex="female", age_years=[60, 70, 80], height_cm=162, weight_kg=61,
    ...             falls_past_year=1).round(1)
    array([ 1.1,  3.8, 10.4])
    """
    return compute(f"{model}_{gives}", options=options, refused=refused, threads=threads, **fields)


def compute(
    column: str,
    /,
    *,
    options: Mapping[str, Any] | None = None,
    refused: Refused = "raise",
    threads: int | None = None,
    **fields: Any,
) -> Any:
    """Any answer column of `assess_frame`, as an array.

    Numbers are float64 with NaN; truths are masked arrays of bool; words and sets (joined by ``;``) are arrays of
    objects with None. A recommendation is not handed out alone: it comes as a dict with the columns that belong to
    it (status, what is missing, whether it is verified, drug safety, the course).

    Parameters
    ----------
    column
        A name such as ``"t_femoral_neck"``, ``"diagnosis"``, ``"nogg2024_recommendation"``.
    options, refused, threads, **fields
        As of `risk`.

    Raises
    ------
    UnknownIdError, UnknownKeyError
        There is no such column, or no such field; the nearest is named.

    Examples
    --------
    >>> import osteon
    >>> osteon.compute("diagnosis", sex="female", age_years=67, manufacturer="hologic", bmd_femoral_neck=0.558)
    'osteoporosis'
    """
    if refused not in ("raise", "nan"):
        raise errors.refusal(errors.NotAChoiceError, "refused", repr(refused), "allowed: raise, nan")
    text = "{}" if options is None else _json.text(options, "options")
    # Beside a column the name of a section is that of its column, where it has one.
    batch = _osteon.Batch(text, "[]", [column, _BESIDE])
    people, back = _people(fields)
    answers = batch.assess_sources(
        people.sources,
        people.rows,
        ("columns", [(name, name) for name, *_ in people.sources]),
        threads=_threads(people.rows) if threads is None else threads,
        strict=True,
    )
    if refused == "raise" and answers.rejects:
        raise people.refusal(answers.rejects[0])
    found = {name: people.shaped(kind, values, beside, back) for name, kind, values, beside in answers.numpy()}
    answer = found.pop(column)
    if column != _BESIDE:
        del found[_BESIDE]
    return {column: answer, **found} if found else answer


def _threads(rows: int) -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if rows >= _MANY else 1


@dataclass(slots=True)
class _People:
    """Fields as columns, one row for each element of the broadcast shape."""

    sources: list[tuple[Any, ...]]
    shapes: dict[str, tuple[int, ...]]
    shape: tuple[int, ...]
    mask: NDArray[np.bool_] | None

    @property
    def rows(self) -> int:
        return int(np.prod(self.shape, dtype=np.int64))

    def refusal(self, reject: tuple[Any, ...]) -> errors.OsteonError:
        """The error of a row that was refused, by field and index."""
        row, field, code, value, limit, message, slip, _ = reject
        index = tuple(int(place) for place in np.unravel_index(row, self.shape))
        shape = self.shapes.get(field, ())
        own = zip(index[len(index) - len(shape) :], shape, strict=True)
        named = at(field, tuple(0 if length == 1 else place for place, length in own))
        kind = type(errors.of([(code, 0, field, value, limit, slip, message)]))
        return errors.refusal(kind, named, value, limit, slip=slip)

    def shaped(self, kind: str, values: NDArray[Any], beside: Any, back: Back) -> Any:
        """A column of answers in the shape of the fields."""
        shape = self.shape
        if kind == "number":
            return back.numbers(values.reshape(shape)[()], self.mask)
        if kind == "truth":
            unknown = np.asarray(beside).reshape(shape)
            return back.truths(values.reshape(shape)[()], unknown if self.mask is None else unknown | self.mask)
        # The last of them is what code -1 takes.
        named = np.array([*beside, None], dtype=object)
        return back.words(named[values].reshape(shape))


def _people(fields: Mapping[str, Any]) -> tuple[_People, Back]:
    _check_names(list(fields))
    read, back = align(dict(fields))
    columns = {name: column for name, value in read.items() if (column := _column(name, value)) is not None}
    for name, (kind, *_) in columns.items():
        if kind == "words" and _kinds().get(name) in ("number", "count", "truth"):
            raise wrong_type(name, "words", f"holds a {_kinds()[name]}")
    shape = np.broadcast_shapes(*(np.shape(values) for _, values, _, _ in columns.values()))

    def flat(array: Any) -> Any:
        return np.ascontiguousarray(np.broadcast_to(array, shape)).reshape(-1)

    sources: list[tuple[Any, ...]] = []
    mask: NDArray[np.bool_] | None = None
    for name, (kind, values, beside, masked) in columns.items():
        beside = flat(beside) if isinstance(beside, np.ndarray) else beside
        sources.append((name, kind, flat(values), beside))
        if masked is not None:
            mask = np.broadcast_to(masked, shape) if mask is None else mask | masked
    shapes = {name: np.shape(values) for name, (_, values, _, _) in columns.items()}
    return _People(sources, shapes, shape, mask), back


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """What each field holds."""
    return {name: kind for name, kind, _ in _osteon.fields()}


def _check_names(names: list[str]) -> None:
    for name, hint in _osteon.check_fields(names):
        if hint is not None:
            raise errors.refusal(errors.UnknownKeyError, name, "", hint)


_Column = tuple[str, Any, Any, NDArray[np.bool_] | None]
"""Kind of the source, values, mask or words, mask of a masked array."""


def _column(name: str, value: Any) -> _Column | None:
    """A field as the engine reads a column of it; None where it is unknown for all."""
    if value is None:
        return None
    if isinstance(value, datetime.date):
        value = np.datetime64(value, "D")
    if isinstance(value, (str, Coded)):
        return _of_words(name, value)
    if isinstance(value, (bool, np.bool_)):
        return "numpy", np.asarray(value), None, None
    array = np.asarray(np.ma.getdata(value)) if not isinstance(value, (list, tuple)) else _listed(value)
    mask = np.ma.getmaskarray(value) if isinstance(value, np.ma.MaskedArray) else None
    if array.dtype.kind == "M":
        days = array.astype("datetime64[D]")
        unknown = np.isnat(days) if mask is None else np.isnat(days) | mask
        return "days", days.astype(np.int64), np.asarray(unknown), mask
    if array.dtype.kind == "b":
        return "numpy", array, mask, mask
    if array.dtype.kind in "UT" or (array.dtype.kind == "O" and _first(array, str)):
        return _of_words(name, value)
    if array.dtype.kind == "O" and _first(array, bool):
        unknown = np.array([is_unknown(one) for one in array.flat], dtype=np.bool_).reshape(array.shape)
        return "numpy", np.where(unknown, False, array).astype(np.bool_), unknown, mask
    read = measured(name, value)
    values = read.values if read.is_float32 else np.asarray(read.values, np.float64)
    return "numpy", np.asarray(values), None, read.mask


def _listed(value: Any) -> NDArray[Any]:
    """A list, as objects where it holds anything but numbers."""
    try:
        array = np.asarray(value)
    except ValueError:
        return np.empty(0)
    return np.asarray(value, dtype=object) if array.dtype.kind in "Ub" else array


def _first(array: NDArray[Any], kind: type) -> bool:
    """Whether the first object that is known is of a kind."""
    return isinstance(next((one for one in array.flat if not is_unknown(one)), None), kind)


def _of_words(name: str, value: Any) -> _Column:
    said = words(name, value)
    if said.codes is None:
        known = said.words[0]
        return "words", np.asarray(-1 if known is None else 0), [known or ""], None
    return "words", said.codes, said.words, said.mask
