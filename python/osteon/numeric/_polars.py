"""Series of polars."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from ._values import Coded


def of_series(series: pl.Series) -> Any:
    """The values, NaN where there is none; words with their codes."""
    dtype = series.dtype
    if dtype == pl.Null:
        return np.full(len(series), np.nan)
    if dtype.is_numeric() and not isinstance(dtype, pl.Decimal):
        return series.to_numpy()
    if isinstance(dtype, pl.Decimal):
        return series.cast(pl.Float64).to_numpy()
    if dtype in (pl.String, pl.Categorical, pl.Enum):
        text = series.cast(pl.String)
        found = text.drop_nulls().unique()
        codes = text.cast(pl.Enum(found)).to_physical().cast(pl.Int64).fill_null(-1)
        listed: list[str | None] = found.to_list()
        return Coded((codes.to_numpy(), listed))
    if isinstance(dtype, pl.Datetime) and dtype.time_zone is not None:
        # By the wall clock of its own zone, as in a table.
        series = series.dt.replace_time_zone(None)
    return series.to_numpy()


class Polars:
    """One or more Series of one length."""

    def __init__(self, name: str, null: NDArray[np.bool_] | None) -> None:
        self._name, self._null = name, null

    @classmethod
    def align(
        cls, arguments: dict[str, Any], series: dict[str, Any], *, all_needed: bool
    ) -> tuple[dict[str, Any], Polars]:
        """Arrays of the Series, and the way back: with their nulls, or with those of the answer alone."""
        read = dict(arguments)
        rows = max(len(one) for one in series.values())
        null = np.zeros(rows, np.bool_)
        for argument, one in series.items():
            if argument == "where":
                one = one.fill_null(False)
            elif len(one) in (1, rows) and one.null_count():
                null |= one.is_null().to_numpy()
            read[argument] = of_series(one)
        return read, cls(next(iter(series.values())).name, null if all_needed else None)

    def _series(self, values: Any, null: Any) -> pl.Series:
        series = pl.Series(self._name, np.ascontiguousarray(values))
        if not np.any(null):
            return series
        frame = pl.select(pl.when(pl.lit(pl.Series(~null))).then(pl.lit(series)).otherwise(None).alias(self._name))
        return frame.to_series()

    def numbers(self, answer: Any, mask: NDArray[np.bool_] | None) -> pl.Series:
        null = np.isnan(answer) if self._null is None else self._null
        return self._series(answer, null if mask is None else null | mask)

    def truths(self, answer: Any, unknown: Any) -> pl.Series:
        return self._series(answer, unknown if self._null is None else self._null | unknown)

    def words(self, answer: Any) -> pl.Series:
        return pl.Series(self._name, answer.tolist(), dtype=pl.String)
