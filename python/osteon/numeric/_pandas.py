"""Series of pandas."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .. import errors
from ._values import Coded, wrong_type


def of_series(name: str, series: Any) -> Any:
    """The values, NaN where there is none; words with their codes."""
    dtype = series.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        if dtype.categories.dtype.kind in "fiu":
            return series.astype(dtype.categories.dtype if not series.hasnans else np.float64).to_numpy()
        return _coded(name, series)
    if isinstance(dtype, np.dtype):
        return series.to_numpy()
    kind = dtype.kind
    if kind in "fiu":
        short = kind == "f" and getattr(dtype, "numpy_dtype", np.dtype(np.float64)).itemsize == 4
        return series.to_numpy(dtype=np.float32 if short else np.float64, na_value=np.nan)
    if kind == "b":
        return series.to_numpy(dtype=bool) if not series.hasnans else series.to_numpy(dtype=object)
    if kind in "OU" and pd.api.types.is_string_dtype(dtype):
        return _coded(name, series)
    return series.to_numpy()


def _coded(name: str, series: Any) -> Coded:
    codes, found = pd.factorize(series, use_na_sentinel=True)
    listed: list[str | None] = list(found.astype(object))
    for word in listed:
        if not isinstance(word, str):
            raise wrong_type(name, word, "must be a word")
    return Coded((codes.astype(np.int64), listed))


class Pandas:
    """One or more Series; several are aligned by their index, as those of a ufunc."""

    def __init__(self, index: Any, name: Any, nullable: str | None) -> None:
        self._index, self._name, self._nullable = index, name, nullable

    @classmethod
    def align(cls, arguments: dict[str, Any], series: dict[str, Any]) -> tuple[dict[str, Any], Pandas]:
        """Arrays of the Series, on one index, and the way back.

        Raises
        ------
        ContradictionError
            Their indexes differ, and one has a label more than once, so that nobody knows whose rows belong together.
        """
        index = next(iter(series.values())).index
        if not all(one.index.equals(index) for one in series.values()):
            for argument, one in series.items():
                if not one.index.is_unique:
                    label = repr(one.index[one.index.duplicated()][0])
                    limit = "a duplicate label, and another Series has other labels: make them unique, or give arrays"
                    raise errors.refusal(errors.ContradictionError, argument, label, limit)
            for one in series.values():
                index = index.union(one.index)
        read = dict(arguments)
        nullable = None
        for argument, one in series.items():
            if one.index is not index and not one.index.equals(index):
                # Where there was no row nothing is asked.
                fill = {"fill_value": False} if argument == "where" else {}
                one = one.reindex(index, **fill)
            if argument != "where" and not isinstance(one.dtype, (np.dtype, pd.CategoricalDtype, pd.StringDtype)):
                nullable = "double[pyarrow]" if isinstance(one.dtype, pd.ArrowDtype) else nullable or "Float64"
            read[argument] = of_series(argument, one)
        names = {one.name for argument, one in series.items() if argument != "where"}
        return read, cls(index, names.pop() if len(names) == 1 else None, nullable)

    def _series(self, values: Any, dtype: Any = None) -> Any:
        if np.shape(values) != (len(self._index),):
            raise wrong_type("arguments", f"shape {np.shape(values)}", f"a Series of {len(self._index)} rows gives one")
        return pd.Series(values, index=self._index, name=self._name, dtype=dtype)

    def numbers(self, answer: Any, mask: NDArray[np.bool_] | None) -> Any:
        values = answer if mask is None else np.where(mask, np.nan, answer)
        if self._nullable is None or np.shape(values) != (len(self._index),):
            return self._series(values)
        nullable = self._nullable
        if values.dtype == np.float32:
            nullable = {"Float64": "Float32", "double[pyarrow]": "float[pyarrow]"}[nullable]
        boxed = values.astype(object)
        boxed[np.isnan(values)] = None
        return self._series(pd.array(boxed, dtype=nullable))

    def truths(self, answer: Any, unknown: Any) -> Any:
        return self._series(pd.arrays.BooleanArray(np.asarray(answer), np.array(unknown)))

    def words(self, answer: Any) -> Any:
        return self._series(answer)
