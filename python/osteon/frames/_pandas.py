"""Frames of pandas. They need no pyarrow, unless their own columns are of Arrow."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from . import _numpy, _refusals

if TYPE_CHECKING:
    from osteon._osteon import Answers, Source

    from ._ask import Ask
    from ._reads import Reads
    from ._refusals import LabelOf

_NULLABLE = (
    pd.BooleanDtype,
    pd.Float32Dtype,
    pd.Float64Dtype,
    pd.Int8Dtype,
    pd.Int16Dtype,
    pd.Int32Dtype,
    pd.Int64Dtype,
    pd.UInt8Dtype,
    pd.UInt16Dtype,
    pd.UInt32Dtype,
    pd.UInt64Dtype,
)

_COPIES_ON_WRITE = int(pd.__version__.partition(".")[0]) >= 3


def assess(ask: Ask, frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Answers and rejects of a frame, with its index."""
    sources = [source_of(frame, name, ask.reads) for name in ask.columns]
    answers = ask.assess_sources(sources, len(frame))
    ids = ask.ids_of(sources[0][2] if sources else ())
    out: dict[Any, Any] = {} if ids is None else {"id": pd.Series(ids, index=frame.index)}
    out.update({name: _own(frame[column]) for name, column in ask.kept})
    out.update(columns(answers))
    rejects = ask.settle(answers, lambda told: _rejects(told, frame.index), label_of(frame.index))
    return pd.DataFrame(out, index=frame.index, copy=False), rejects


def _own(column: Any) -> Any:
    """A column to hand on: before pandas 3 the same column in two frames would change in both."""
    return column if _COPIES_ON_WRITE else column.copy()


def label_of(index: pd.Index[Any]) -> LabelOf | None:
    """What the frame calls a row, where that is not its position."""
    if isinstance(index, pd.RangeIndex) and index.start == 0 and index.step == 1:
        return None

    def label(row: int) -> object:
        label = index[row]
        if isinstance(label, tuple):
            return tuple(map(_plain, label))
        # The position is a name for a row that needs no other.
        return None if type(_plain(label)) is int and label == row else _plain(label)

    return label


def _plain(label: Any) -> object:
    return label.item() if isinstance(label, np.generic) else label


def columns(answers: Answers) -> dict[str, Any]:
    """The answers: numbers float64, truths boolean, words and sets Categorical."""
    out: dict[str, Any] = {}
    for name, kind, values, beside in answers.numpy():
        if kind == "number":
            out[name] = values
        elif kind == "truth":
            out[name] = pd.arrays.BooleanArray(values, beside)
        else:
            # Sets are as many as their rows, and remembered by nobody.
            dtype = _words(tuple(beside)) if kind == "word" else pd.CategoricalDtype(list(beside))
            out[name] = pd.Categorical.from_codes(values, dtype=dtype)
    return out


@lru_cache(maxsize=256)
def _words(words: tuple[str, ...]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(words))


def _rejects(told: dict[str, Any], index: pd.Index[Any]) -> pd.DataFrame:
    """With the labels of their rows as the index."""
    return pd.DataFrame(told, index=index[told["row"]])


def source_of(frame: pd.DataFrame, name: str, reads: Reads) -> Source:
    """One column, as what it is read."""
    series = frame[name]
    if name in reads.absent:
        return _numpy.nothing(name, len(series))
    if reads.is_documents and not isinstance(series.dtype, (pd.StringDtype, pd.ArrowDtype)):
        return _numpy.of_documents(name, series)
    return source(name, series)


def source(name: str, series: Any) -> Source:
    """One column, by its dtype."""
    dtype = series.dtype
    if dtype == object and pd.api.types.infer_dtype(series, skipna=False) == "string":
        # Much text and nothing else: what each value is need not be asked again.
        return name, "objects", series.tolist(), None
    if isinstance(dtype, np.dtype):
        return _numpy.of_array(name, series.to_numpy())
    if isinstance(dtype, pd.CategoricalDtype):
        return _of_categories(name, series)
    if isinstance(dtype, pd.DatetimeTZDtype):
        # By the wall clock of its own zone.
        return _numpy.of_array(name, series.dt.tz_localize(None).to_numpy())
    if isinstance(dtype, _NULLABLE):
        values = series.to_numpy(dtype=dtype.numpy_dtype, na_value=dtype.numpy_dtype.type(0))
        missing = series.isna().to_numpy()
        return _numpy.of_array(name, values, missing if missing.any() else None)
    if isinstance(dtype, pd.StringDtype):
        return _of_text(name, series)
    if isinstance(dtype, pd.ArrowDtype):
        return _of_arrow(name, series)
    if isinstance(dtype, pd.SparseDtype):
        return _numpy.of_array(name, series.sparse.to_dense().to_numpy())
    raise _refusals.wrong_type(name, f"dtype {dtype}", _refusals.WHAT_COLUMNS_ARE)


def _of_arrow(name: str, series: Any) -> Source:
    from . import _arrow

    column = _arrow.by_its_clock(series.array.__arrow_array__())
    if series.dtype.kind == "M":
        # As of every other date of pandas, a time of day is an error.
        return _numpy.of_array(name, column.to_numpy())
    return name, "arrow", _arrow.as_stream(column), None


def _of_text(name: str, series: Any) -> Source:
    if series.dtype.storage != "python":
        return _of_arrow(name, series)
    values = series.to_numpy(dtype=object, na_value=None)
    return name, "objects", values.tolist(), None


def _of_categories(name: str, series: Any) -> Source:
    codes = series.cat.codes.to_numpy()
    categories = series.cat.categories
    if all(isinstance(category, str) for category in categories):
        return name, "words", codes, categories.tolist()
    # By their values: those of what is missing are any, and hidden.
    missing = codes == -1
    if missing.all():
        return name, "objects", [None] * len(codes), None
    return _of_values(name, pd.Series(categories), codes, missing)


def _of_values(name: str, categories: pd.Series[Any], codes: Any, missing: Any) -> Source:
    """Categories that are no words, each where its code stands."""
    values = categories.take(np.where(missing, 0, codes)).reset_index(drop=True)
    if missing.any():
        values = values.astype(object).where(~missing, None)
        return _numpy.of_objects(name, values.to_numpy(dtype=object).tolist())
    return source(name, values)
