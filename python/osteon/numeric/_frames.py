"""Series of pandas and polars: arrays of them, and Series of the answer."""

from __future__ import annotations

import datetime
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from .. import _values
from ._values import Coded, wrong_type


class Back(Protocol):
    """Makes of an answer what the arguments were."""

    def numbers(self, answer: Any, mask: NDArray[np.bool_] | None) -> Any: ...
    def truths(self, answer: Any, unknown: Any) -> Any: ...
    def words(self, answer: Any) -> Any: ...


class Arrays:
    """Numbers for numbers, arrays for arrays."""

    def numbers(self, answer: Any, mask: NDArray[np.bool_] | None) -> Any:
        if mask is None:
            return answer
        if np.ndim(answer) == 0:
            return np.ma.masked if mask.all() else answer
        return np.ma.MaskedArray(answer, mask=mask)

    def truths(self, answer: Any, unknown: Any) -> Any:
        if np.ndim(answer) == 0:
            return None if unknown else bool(answer)
        # Of a masked array `filled` and `asarray` would make True or False of what is unknown.
        objects = np.asarray(answer).astype(object)
        objects[np.asarray(unknown)] = None
        return objects

    def words(self, answer: Any) -> Any:
        return answer[()] if np.ndim(answer) == 0 else answer


def _kind(value: object) -> str | None:
    for of in type(value).__mro__:
        package = of.__module__.partition(".")[0]
        if package in ("pandas", "polars") and of.__name__ == "Series":
            return package
    return None


def align(arguments: dict[str, Any], *, all_needed: bool = True) -> tuple[dict[str, Any], Back]:
    """The arguments without their Series, and the way back to one.

    Where all are needed a null of any of them is one of the answer; else it is the answer that says what is unknown.

    Raises
    ------
    WrongTypeError
        Series of both packages, or a frame.
    """
    kinds = {}
    for name, value in arguments.items():
        kind = _kind(value)
        if kind is not None:
            kinds[name] = kind
        elif type(value).__module__.partition(".")[0] in ("pandas", "polars", "dask", "xarray"):
            arguments = {**arguments, name: _plain(name, value)}
    if not kinds:
        return arguments, Arrays()
    if len(set(kinds.values())) > 1:
        raise wrong_type(", ".join(kinds), "Series of pandas and of polars", "must be of one package")
    series = {name: arguments[name] for name in kinds}
    if "pandas" in kinds.values():
        from ._pandas import Pandas

        return Pandas.align(arguments, series)
    from ._polars import Polars

    return Polars.align(arguments, series, all_needed=all_needed)


def _plain(name: str, value: Any) -> Any:
    """One value, an index or an array of pandas, which is no Series."""
    if _values.is_missing(value):
        return None
    if isinstance(value, datetime.date):
        return value
    if type(value).__module__.partition(".")[0] == "pandas" and not hasattr(value, "columns"):
        import pandas

        from ._pandas import of_series

        return of_series(name, pandas.Series(value))
    raise wrong_type(name, type(value).__name__, "must be numbers, an array or a Series: give a column, or its values")


__all__ = ["Arrays", "Back", "Coded", "align"]
