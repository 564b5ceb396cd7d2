"""Arrays of numpy, and lists, as sources; and a mapping of them as a frame."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from osteon import _json, errors

from . import _refusals
from ._modules import module_of

if TYPE_CHECKING:
    from osteon._osteon import Answers, Source

    from ._ask import Ask
    from ._reads import Reads

_DAY = np.dtype("datetime64[D]")
_COARSE = ("Y", "M", "W", "generic")
"""Units of datetime64 that name no day."""


def assess(ask: Ask, frame: Mapping[str, Any]) -> tuple[dict[str, NDArray[Any]], dict[str, NDArray[Any]] | None]:
    """Answers and rejects of a mapping of columns."""
    rows = length(frame)
    sources = [source_of(frame, name, ask.reads) for name in ask.columns]
    answers = ask.assess_sources(sources, rows)
    out = {name: np.asanyarray(frame[column]) for name, column in ask.kept}
    out.update(arrays(answers))
    return out, ask.settle(answers, lambda told: told)


def length(frame: Mapping[str, Any]) -> int:
    """The number of rows, which all columns share."""
    rows = None
    for name, column in frame.items():
        if isinstance(column, (str, bytes)) or not hasattr(column, "__len__") or getattr(column, "shape", None) == ():
            raise _refusals.wrong_type(name, column, "a column is an array or a list, with a value a row")
        here = len(column)
        if rows is None:
            rows = here
        elif here != rows:
            raise _refusals.contradiction(name, f"{here} rows", f"as many rows as the columns before it: {rows}")
    return rows or 0


def arrays(answers: Answers) -> dict[str, NDArray[Any]]:
    """The answers as arrays: numbers float64 with NaN; words, sets and truths objects with None."""
    out: dict[str, NDArray[Any]] = {}
    for name, kind, values, beside in answers.numpy():
        if kind == "number":
            out[name] = values
        elif kind == "truth":
            truths = values.astype(object)
            truths[beside] = None
            out[name] = truths
        else:
            # The code of nothing is -1, which is the last.
            out[name] = np.array([*beside, None], dtype=object)[values]
    return out


def source_of(frame: Mapping[str, Any], name: str, reads: Reads) -> Source:
    """One column, as what it is read."""
    if reads.is_documents:
        return of_documents(name, frame[name])
    return source(name, frame[name])


def of_documents(name: str, column: Iterable[Any]) -> Source:
    """Patient documents, each as its JSON; a dict or a typed document is written."""
    texts: list[str | None] = []
    for row, document in enumerate(column):
        if document is None or isinstance(document, str):
            texts.append(document)
        elif _is_nothing(document):
            texts.append(None)
        else:
            try:
                texts.append(_json.text(document, name))
            except errors.OsteonError as refused:
                raise errors.of(refused.refusals, row) from None
    return name, "objects", texts, None


def _is_nothing(value: Any) -> bool:
    return type(value).__name__ in ("NAType", "NaTType") or (isinstance(value, float) and value != value)


def source(name: str, column: Any) -> Source:
    """One column: an array, a masked array, a list, a series, an array of Arrow."""
    if isinstance(column, np.ma.MaskedArray):
        return of_array(name, np.ma.getdata(column), np.ma.getmaskarray(column))
    if isinstance(column, np.ndarray):
        return of_array(name, column)
    if isinstance(column, (list, tuple)):
        return of_objects(name, column)
    pd = module_of("pandas")
    if pd is not None and isinstance(column, pd.Series):
        from . import _pandas

        return _pandas.source(name, column)
    if hasattr(column, "__arrow_c_stream__") or hasattr(column, "__arrow_c_array__"):
        return name, "arrow", column, None
    # Whatever else says that it is an array.
    return of_array(name, np.asarray(column))


def of_array(name: str, array: NDArray[Any], mask: NDArray[np.bool_] | None = None) -> Source:
    """An array, and where it is missing. Nothing is copied of numbers that the machine can read as they are."""
    if array.ndim != 1:
        raise _refusals.wrong_type(name, f"an array of {array.ndim} dimensions", "a column has one dimension")
    kind = array.dtype.kind
    if (mask is not None and bool(mask.all())) or _is_all_nothing(array):
        # Of a column of nothing the type says nothing: in pandas text that is nowhere is a float64.
        return name, "objects", [None] * len(array), None
    if kind in "biuf":
        return name, "numpy", _native(array), mask
    if kind == "M":
        days, missing = _days(name, array, mask)
        return name, "days", days, missing
    if kind in "OUT":
        values = array.tolist()
        if mask is not None:
            values = [None if gone else value for value, gone in zip(values, mask, strict=True)]
        return of_objects(name, values)
    raise _refusals.wrong_type(name, f"dtype {array.dtype}", _refusals.WHAT_COLUMNS_ARE)


def _is_all_nothing(array: NDArray[Any]) -> bool:
    if not len(array):
        return True
    if array.dtype.kind not in "fM":
        return False
    is_nothing = np.isnan if array.dtype.kind == "f" else np.isnat
    return bool(is_nothing(array[0]) and is_nothing(array).all())


def _native(array: NDArray[Any]) -> NDArray[Any]:
    """Numbers in a layout that is read without a copy; others are copied."""
    dtype = array.dtype
    if dtype.kind == "f" and dtype.itemsize == 2:
        # The decimal that was meant: 0.558 is 0.55810546875 in these two bytes.
        values, places = np.unique(array, return_inverse=True)
        return np.array([float(str(value)) for value in values], dtype=np.float64)[places]
    if (dtype.kind == "f" and dtype.itemsize > 8) or (dtype.kind == "u" and dtype.itemsize == 8):
        return array.astype(np.float64)
    if not dtype.isnative or not array.flags.aligned:
        return array.astype(dtype.newbyteorder("="))
    return array


def _days(
    name: str, array: NDArray[Any], mask: NDArray[np.bool_] | None
) -> tuple[NDArray[np.int64], NDArray[np.bool_] | None]:
    missing = np.isnat(array)
    if mask is not None:
        missing |= mask
    unit = np.datetime_data(array.dtype)[0]
    if unit in _COARSE:
        raise _refusals.wrong_type(name, f"dtype {array.dtype}", "a day: the unit of these dates is longer than that")
    days = array.astype(_DAY)
    if unit != "D":
        timed = (days.astype(array.dtype) != array) & ~missing
        if timed.any():
            row = int(timed.argmax())
            raise _refusals.moment(name, row, str(array[row]))
    return days.view(np.int64), missing if missing.any() else None


def of_objects(name: str, values: Sequence[Any]) -> Source:
    """Values of Python: text, numbers, yes or no, dates, and nothing."""
    kinds = set(map(type, values))
    if kinds <= _AS_THEY_ARE:
        return name, "objects", values, None
    readers = {kind: _reader(kind) for kind in kinds}
    plain: list[Any] = []
    for row, value in enumerate(values):
        reader = readers[type(value)]
        if reader is None:
            raise _refusals.wrong_type(name, value, _refusals.WHAT_COLUMNS_ARE, row)
        try:
            plain.append(reader(value))
        except _Moment:
            raise _refusals.moment(name, row, str(value)) from None
    return name, "objects", plain, None


_AS_THEY_ARE = {str, int, float, bool, type(None), datetime.date}


class _Moment(Exception):
    """A time of day where a day is meant."""


def _day(value: datetime.datetime) -> datetime.date:
    # By the wall clock of its own zone. A moment of pandas has nanoseconds besides.
    if value.time() != datetime.time() or getattr(value, "nanosecond", 0) != 0:
        raise _Moment
    return value.date()


def _scalar(value: Any) -> Any:
    if isinstance(value, np.datetime64):
        day = value.astype(_DAY)
        if not np.isnat(value) and (np.datetime_data(value.dtype)[0] in _COARSE or day != value):
            raise _Moment
        return day.item()
    if isinstance(value, np.floating):
        return float(str(value))
    return value.item()


def _reader(kind: type) -> Callable[[Any], Any] | None:
    """What makes a plain value of one of this type; none where it is no value of a column."""
    if kind.__name__ in ("NAType", "NaTType"):
        return lambda _: None
    if issubclass(kind, np.generic):
        if issubclass(kind, np.timedelta64) or not issubclass(kind, (np.number, np.bool_, np.str_, np.datetime64)):
            return None
        return None if issubclass(kind, np.complexfloating) else _scalar
    for base, reader in _READERS:
        if issubclass(kind, base):
            return reader
    return None


_READERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (datetime.datetime, _day),
    (datetime.date, lambda value: datetime.date(value.year, value.month, value.day)),
    (bool, bool),
    (str, str),
    (int, int),
    (float, float),
    (Decimal, float),
    (type(None), lambda _: None),
)
"""The first that fits: a moment is a date as well, and yes or no is a number."""
