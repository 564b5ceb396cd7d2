"""Arrays of numpy, and lists, as sources; and a mapping of them as a frame."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from osteon import _json, _values, errors

from . import _refusals
from ._modules import module_of

if TYPE_CHECKING:
    from osteon._osteon import Answers, Source

    from ._ask import Ask
    from ._reads import Reads


def assess(ask: Ask, frame: Mapping[str, Any]) -> tuple[dict[str, NDArray[Any]], dict[str, NDArray[Any]] | None]:
    """Answers and rejects of a mapping of columns."""
    rows = length(frame)
    sources = [source_of(frame, name, ask.reads) for name in ask.columns]
    answers = ask.assess_sources(sources, rows)
    ids = ask.ids_of(sources[0][2] if sources else ())
    # Of their own: what is done to the answers is not done to the frame.
    out = {} if ids is None else {"id": np.array([*ids, None], dtype=object)[:-1]}
    out.update({name: np.asanyarray(frame[column]).copy() for name, column in ask.kept})
    out.update(arrays(answers))
    return out, ask.settle(answers, lambda told: told)


def length(frame: Mapping[str, Any]) -> int:
    """The number of rows, which all columns share.

    Raises
    ------
    ContradictionError
        Columns of different lengths, or Series of pandas whose rows have different labels: put side by side, the values
        of different people would be one person's.
    """
    rows = None
    labelled: tuple[str, Any] | None = None
    for name, column in frame.items():
        if isinstance(column, (str, bytes)) or not hasattr(column, "__len__") or getattr(column, "shape", None) == ():
            raise _refusals.wrong_type(name, column, "a column is an array or a list, with a value a row")
        here = len(column)
        if rows is None:
            rows = here
        elif here != rows:
            raise _refusals.contradiction(name, f"{here} rows", f"as many rows as the columns before it: {rows}")
        index = _index_of(column)
        if index is None:
            continue
        if labelled is None:
            labelled = name, index
        elif not index.equals(labelled[1]):
            limit = f"its rows have other labels than those of {labelled[0]}: make a DataFrame of them, or give arrays"
            raise _refusals.contradiction(name, "a Series", limit)
    return rows or 0


def _index_of(column: Any) -> Any:
    """The labels of a Series of pandas."""
    pd = module_of("pandas")
    return column.index if pd is not None and isinstance(column, pd.Series) else None


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
    column = frame[name]
    if name in reads.absent:
        return nothing(name, len(column))
    # A column of Arrow is text, and no dict.
    if reads.is_documents and (isinstance(column, (list, tuple, np.ndarray)) or _index_of(column) is not None):
        return of_documents(name, column)
    return source(name, column)


def nothing(name: str, rows: int) -> Source:
    """A column that is there, and has no values."""
    return name, "objects", [None] * rows, None


def of_documents(name: str, column: Iterable[Any]) -> Source:
    """Patient documents, each as its JSON; a dict or a typed document is written, and what is none handed on."""
    kind = getattr(getattr(column, "dtype", None), "kind", "O")
    if kind not in "OUST" and not (kind == "f" and _is_all_nothing(np.asarray(column))):
        raise _refusals.wrong_type(name, f"dtype {column.dtype}", "a column of documents is text")  # type: ignore[attr-defined]
    return name, "objects", [_document(document, name) for document in column], None


def _document(document: Any, name: str) -> str | None:
    if isinstance(document, str):
        return document
    if _values.is_nothing(document):
        return None
    try:
        return _json.text(document, name)
    except errors.OsteonError:
        return _json.handed_on(document)


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
        return _of_days(name, array, mask)
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
        return _values.decimals_of(array)
    if (dtype.kind == "f" and dtype.itemsize > 8) or (dtype.kind == "u" and dtype.itemsize == 8):
        return array.astype(np.float64)
    if not dtype.isnative or not array.flags.aligned:
        return array.astype(dtype.newbyteorder("="))
    return array


def _of_days(name: str, array: NDArray[Any], mask: NDArray[np.bool_] | None) -> Source:
    missing = np.isnat(array)
    if mask is not None:
        missing |= mask
    unit = np.datetime_data(array.dtype)[0]
    if unit in _values.COARSE:
        raise _refusals.wrong_type(name, f"dtype {array.dtype}", "a day: the unit of these dates is longer than that")
    days = array.astype(_values.DAY)
    if unit != "D":
        timed = (days.astype(array.dtype) != array) & ~missing
        if timed.any():
            # Each such moment is refused in its row, so that they go one by one.
            plain: list[Any] = days.tolist()
            for row in np.flatnonzero(timed):
                plain[row] = _moment_of(array[row])
            for row in np.flatnonzero(missing):
                plain[row] = None
            return name, "objects", plain, None
    return name, "days", days.view(np.int64), missing if missing.any() else None


def of_objects(name: str, values: Sequence[Any]) -> Source:
    """Values of Python: text, numbers, yes or no, dates, and nothing. What is none of these is refused in its row."""
    kinds = set(map(type, values))
    if kinds <= _AS_THEY_ARE:
        return name, "objects", values, None
    readers = {kind: _reader(kind) for kind in kinds}
    return name, "objects", [readers[type(value)](value) for value in values], None


_AS_THEY_ARE = {str, int, float, bool, type(None), datetime.date}


def _day(value: datetime.datetime) -> datetime.date:
    # By the wall clock of its own zone.
    return value.replace(tzinfo=None) if _values.has_time(value) else value.date()


def _moment_of(value: np.datetime64) -> Any:
    """A moment within a day, or a span of days, as what it is refused as."""
    moment = value.astype("datetime64[us]").item()
    is_told = isinstance(moment, datetime.datetime) and moment.time() != datetime.time()
    return moment if is_told else str(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, np.datetime64):
        if np.isnat(value):
            return None
        day = _values.day_of(value)
        return _moment_of(value) if day is None else day
    return _values.decimal_of(value) if isinstance(value, np.floating) else value.item()


def _as_it_is(value: Any) -> Any:
    return value


def _reader(kind: type) -> Callable[[Any], Any]:
    """What makes a plain value of one of this type."""
    if _values.is_missing_type(kind) or issubclass(kind, np.ma.core.MaskedConstant):
        return lambda _: None
    if issubclass(kind, (np.bool_, np.integer, np.floating, np.str_, np.datetime64)):
        return _scalar
    return next((reader for base, reader in _READERS if issubclass(kind, base)), _as_it_is)


_READERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (datetime.datetime, _day),
    (datetime.date, lambda value: datetime.date(value.year, value.month, value.day)),
    (bool, bool),
    (str, str.__str__),
    (int, int),
    (float, float),
    (Decimal, lambda value: math.nan if value.is_nan() else float(value)),
)
"""The first that fits: a moment is a date as well, and yes or no is a number."""
