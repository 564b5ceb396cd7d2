"""Any answer of the engine as an array."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .. import _engine, _osteon, _values, errors
from ..frames import _numpy
from ..frames._threads import threads_of
from ._documents import references_text
from ._frames import Back, align
from ._types import References, Refused
from ._values import Coded, at_answer, measured, words, wrong_type

if TYPE_CHECKING:
    from .._engine import OptionsLike

_BESIDE = "refused"
"""A column that needs nothing beside it."""

_MANY = 20_000
"""So many people are shared among threads."""


def risk(
    model: str,
    gives: str,
    /,
    *,
    options: OptionsLike | None = None,
    references: References = None,
    refused: Refused = "raise",
    threads: int | None = None,
    **fields: Any,
) -> Any:
    """The number that a risk model gives, for arrays of people.

    ``osteon.models()`` lists the models with population, horizon, source, how far each is verified, and the notice that
    must be shown with some: a risk of ``qfracture2012`` is not the current QFracture and must not decide alone.

    NaN where the model refuses such a person (an age or a BMI outside its population, a BMI that is not known): its
    column ``..._refused``, such as ``compute("qfracture2012_hip_refused", ...)``, says why. A field left out is
    unknown, and the model reads it as its own form reads an empty box, mostly as "no": its column ``..._assumed``, such
    as ``compute("qfracture2012_assumed", ...)``, lists what was read so. The range that unknowns leave says an
    assessment of one person.

    Parameters
    ----------
    model, gives
        Such as ``"qfracture2012", "hip_percent"`` or ``"ost", "points"``.
    options
        Options of an assessment, such as ``{"qfracture_years": 5}``, as of `Engine`.
    references
        The caller's own references: one, a list of them, or JSON.
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
    return compute(
        f"{model}_{gives}", options=options, references=references, refused=refused, threads=threads, **fields
    )


def compute(
    column: str,
    /,
    *,
    options: OptionsLike | None = None,
    references: References = None,
    refused: Refused = "raise",
    threads: int | None = None,
    **fields: Any,
) -> Any:
    """Any answer column of `assess_frame`, as an array.

    Numbers are float64 with NaN; truths, words and sets (joined by ``;``) are arrays of objects with None. A
    recommendation is not handed out alone: it comes as a dict with the columns that belong to
    it (status, what is missing, whether it is verified, drug safety, the course).

    Parameters
    ----------
    column
        A name such as ``"t_femoral_neck"``, ``"diagnosis"``, ``"nogg2024_recommendation"``.
    options, references, refused, threads, **fields
        As of `risk`. A date is a day: a moment within one is refused, as in a table.

    Raises
    ------
    UnknownIdError, UnknownKeyError
        There is no such column, or no such field; the nearest is named. A section is no column.

    Examples
    --------
    >>> import osteon
    >>> osteon.compute("diagnosis", sex="female", age_years=67, manufacturer="hologic", bmd_femoral_neck=0.558)
    'osteoporosis'
    """
    if refused not in ("raise", "nan"):
        raise errors.refusal(errors.NotAChoiceError, "refused", repr(refused), "allowed: raise, nan")
    if not isinstance(column, str):
        raise wrong_type("column", column, "must be the name of a column of answers")
    text, *_ = _engine.engine_of(None, options, None, None, None, None)
    # Beside a column the name of a section is that of its column, where it has one.
    batch = _engine.batch_of(text, references_text(references) or "[]", (column, _BESIDE))
    wanted = _wanted(column, batch)
    people, back = _people(fields)
    answers = batch.assess_sources(
        people.sources,
        people.rows,
        ("columns", [(name, name) for name, *_ in people.sources]),
        threads=1 if threads is None and people.rows < _MANY else threads_of(threads),
        strict=True,
    )
    if refused == "raise" and answers.rejects:
        raise people.refusal(answers.rejects[0])
    found = {
        name: people.shaped(kind, values, beside, back)
        for name, kind, values, beside in answers.numpy()
        if name in wanted
    }
    return {name: found[name] for name in wanted} if len(wanted) > 1 else found[column]


def _wanted(column: str, batch: _osteon.Batch) -> list[str]:
    """The column, and what a recommendation must not be handed out without.

    Of what is good to have beside another column, the caller asks by its name.
    """
    sections = {name: section for name, _, _, section, _ in batch.columns}
    if column not in sections:
        first = next(name for name in sections if name != _BESIDE)
        limit = f"a section, not a column: name one of its columns, such as {first}, or use osteon.assess_frame"
        raise errors.refusal(errors.UnknownIdError, "column", column, limit)
    if sections[column] != "guidelines":
        return [column]
    return [column, *(name for name in sections if name not in (column, _BESIDE))]


@dataclass(slots=True)
class _People:
    """Fields as columns, one row for each element of the broadcast shape."""

    sources: list[tuple[Any, ...]]
    shapes: dict[str, tuple[int, ...]]
    shape: tuple[int, ...]
    is_masked: bool
    """Whether a field is a masked array, so that an answer is one."""

    @property
    def rows(self) -> int:
        return int(np.prod(self.shape, dtype=np.int64))

    def refusal(self, reject: tuple[Any, ...]) -> errors.OsteonError:
        """The error of a row that was refused, by field and index."""
        row, field, code, value, limit, message, slip, _ = reject
        index = tuple(int(place) for place in np.unravel_index(row, self.shape))
        named = at_answer(field, self.shapes.get(field, ()), index)
        kind = type(errors.of([(code, 0, field, value, limit, slip, message)]))
        return errors.refusal(kind, named, value, limit, slip=slip)

    def shaped(self, kind: str, values: NDArray[Any], beside: Any, back: Back) -> Any:
        """A column of answers in the shape of the fields."""
        shape = self.shape
        if kind == "number":
            numbers = values.reshape(shape)[()]
            # A field that is unknown empties no answer that does without it.
            return back.numbers(numbers, np.isnan(numbers) if self.is_masked else None)
        if kind == "truth":
            return back.truths(values.reshape(shape)[()], np.asarray(beside).reshape(shape))
        # The last of them is what code -1 takes.
        named = np.array([*beside, None], dtype=object)
        return back.words(named[values].reshape(shape))


def _people(fields: Mapping[str, Any]) -> tuple[_People, Back]:
    _check_names(list(fields))
    read, back = align(dict(fields), all_needed=False)
    columns = {name: column for name, value in read.items() if (column := _column(name, value)) is not None}
    for name, (kind, *_) in columns.items():
        if kind == "words" and _kinds().get(name) in ("number", "count", "truth"):
            raise wrong_type(name, "words", f"holds a {_kinds()[name]}")
    shape = np.broadcast_shapes(*(np.shape(values) for _, values, _ in columns.values()))

    def flat(array: Any) -> Any:
        return np.ascontiguousarray(np.broadcast_to(array, shape)).reshape(-1)

    sources: list[tuple[Any, ...]] = []
    for name, (kind, values, beside) in columns.items():
        beside = flat(beside) if isinstance(beside, np.ndarray) else beside
        sources.append((name, kind, flat(values).tolist() if kind == "objects" else flat(values), beside))
    shapes = {name: np.shape(values) for name, (_, values, _) in columns.items()}
    is_masked = any(isinstance(value, np.ma.MaskedArray) for value in read.values())
    return _People(sources, shapes, shape, is_masked), back


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """What each field holds."""
    return {name: kind for name, kind, _ in _osteon.fields()}


def _check_names(names: list[str]) -> None:
    for name, hint in _osteon.check_fields(names):
        if hint is not None:
            raise errors.refusal(errors.UnknownKeyError, name, "", hint)


_Column = tuple[str, Any, Any]
"""Kind of the source, values, mask or words."""


def _column(name: str, value: Any) -> _Column | None:
    """A field as the engine reads a column of it; None where it is unknown for all."""
    if value is None:
        return None
    if isinstance(value, datetime.date):
        # With whatever else a moment has, which numpy would drop.
        value = np.array(value, dtype=object)
    if isinstance(value, (str, Coded)):
        return _of_words(name, value)
    if isinstance(value, (bool, np.bool_)):
        return "numpy", np.asarray(value), None
    if type(value).__module__.partition(".")[0] == "pyarrow":
        from ..frames._arrow import by_its_clock

        value = by_its_clock(value)
    array = np.asarray(np.ma.getdata(value)) if not isinstance(value, (list, tuple)) else _listed(value)
    mask = np.ma.getmaskarray(value) if isinstance(value, np.ma.MaskedArray) else None
    if mask is not None and array.dtype.kind == "O":
        array = np.where(mask, np.array(None, dtype=object), array)
    if array.dtype.kind == "M" or (array.dtype.kind == "O" and _first(array, _MOMENTS)):
        return _of_moments(name, array, mask)
    if array.dtype.kind == "b":
        return "numpy", array, mask
    if array.dtype.kind == "O" and (bools := _bools(array)).any():
        unknown = np.array([_values.is_nothing(one) for one in array.flat], dtype=np.bool_).reshape(array.shape)
        if not (bools | unknown).all():
            return _of_mixed(name, array)
        return "numpy", np.where(unknown, False, array).astype(np.bool_), unknown
    if array.dtype.kind in "UT" or (array.dtype.kind == "O" and _first(array, str)):
        return _of_words(name, value)
    read = measured(name, value)
    values = read.values if read.is_float32 else np.asarray(read.values, np.float64)
    return "numpy", np.asarray(values), None


def _listed(value: Any) -> NDArray[Any]:
    """A list, as objects where it holds anything but numbers, or yes or no among them, which numpy takes for 1 or 0."""
    try:
        array = np.asarray(value)
    except ValueError:
        return np.empty(0)
    if array.dtype.kind in "iuf" and not (array.ndim == 1 and _BOOLS.isdisjoint(map(type, value))):
        objects = np.asarray(value, dtype=object)
        return objects if _bools(objects).any() else array
    return np.asarray(value, dtype=object) if array.dtype.kind in "Ub" else array


_BOOLS = {bool, np.bool_}


def _bools(array: NDArray[Any]) -> NDArray[np.bool_]:
    """Which objects are yes or no."""
    return np.array([type(one) in _BOOLS for one in array.flat], dtype=np.bool_).reshape(array.shape)


def _of_mixed(name: str, array: NDArray[Any]) -> _Column:
    """Yes or no among words or numbers, by the rule of tables: the engine reads or refuses each in its row."""
    _, kind, values, _ = _numpy.of_objects(name, array.reshape(-1).tolist())
    return kind, _objects(values, array.shape), None


def _objects(values: Any, shape: tuple[int, ...]) -> NDArray[Any]:
    objects = np.empty(len(values), dtype=object)
    objects[:] = values
    return objects.reshape(shape)


_MOMENTS = (datetime.date, np.datetime64)


def _of_moments(name: str, array: NDArray[Any], mask: NDArray[np.bool_] | None) -> _Column:
    """Days, by the rule of tables: a moment within a day goes on to the engine, which refuses it in its row."""
    flat_mask = None if mask is None else mask.reshape(-1)
    _, kind, values, missing = _numpy.of_array(name, array.reshape(-1), flat_mask)
    if kind == "objects":
        values = _objects(values, array.shape)
    shaped = missing.reshape(array.shape) if isinstance(missing, np.ndarray) else missing
    return kind, np.asarray(values).reshape(array.shape), shaped


def _first(array: NDArray[Any], kind: type | tuple[type, ...]) -> bool:
    """Whether the first object that is known is of a kind."""
    return isinstance(next((one for one in array.flat if not _values.is_nothing(one)), None), kind)


def _of_words(name: str, value: Any) -> _Column:
    said = words(name, value)
    if said.codes is None:
        known = said.words[0]
        return "words", np.asarray(-1 if known is None else 0), [known or ""]
    return "words", said.codes, said.words
