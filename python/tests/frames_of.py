"""The same table as a frame of each kind, and answers of each kind as columns of Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

Table = Mapping[str, Sequence[Any]]


class OnlyStream:
    """What speaks the Arrow PyCapsule interface, and nothing else."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)


class OnlyArray:
    """One batch of the same."""

    def __init__(self, batch: pa.RecordBatch) -> None:
        self._batch = batch

    def __arrow_c_array__(self, requested_schema: object = None) -> object:
        return self._batch.__arrow_c_array__(requested_schema)


def _array(values: Sequence[Any]) -> Any:
    kinds = {type(value) for value in values if value is not None}
    if kinds <= {float, int} and kinds:
        return np.array([np.nan if value is None else value for value in values], dtype=float)
    return list(values)


KINDS: dict[str, Callable[[Table], Any]] = {
    "pandas": lambda table: pd.DataFrame(dict(table)),
    "pandas_objects": lambda table: pd.DataFrame({name: pd.Series(v, dtype=object) for name, v in table.items()}),
    "pandas_nullable": lambda table: pd.DataFrame(dict(table)).convert_dtypes(),
    "pandas_arrow": lambda table: pa.table(dict(table)).to_pandas(types_mapper=pd.ArrowDtype),
    "polars": lambda table: pl.DataFrame(dict(table), strict=False),
    "polars_lazy": lambda table: pl.DataFrame(dict(table), strict=False).lazy(),
    "pyarrow": lambda table: pa.table(dict(table)),
    "pyarrow_chunked": lambda table: _chunked(pa.table(dict(table))),
    "pyarrow_batch": lambda table: pa.RecordBatch.from_pydict(dict(table)),
    "pyarrow_reader": lambda table: _chunked(pa.table(dict(table))).to_reader(),
    "arrays": lambda table: {name: _array(values) for name, values in table.items()},
    "capsule_stream": lambda table: OnlyStream(_chunked(pa.table(dict(table)))),
    "capsule_array": lambda table: OnlyArray(pa.RecordBatch.from_pydict(dict(table))),
}


def _chunked(table: pa.Table) -> pa.Table:
    rows = max(1, table.num_rows // 3)
    return pa.concat_tables([table.slice(start, rows) for start in range(0, table.num_rows, rows)] or [table])


def as_columns(answers: Any) -> dict[str, list[Any]]:
    """Columns of any frame, None where there is nothing."""
    if isinstance(answers, pd.DataFrame):
        return {str(name): [None if pd.isna(v) else v for v in answers[name].tolist()] for name in answers}
    if isinstance(answers, pl.LazyFrame):
        answers = answers.collect()
    if isinstance(answers, pl.DataFrame):
        return answers.to_dict(as_series=False)
    if isinstance(answers, pa.RecordBatchReader):
        answers = answers.read_all()
    if isinstance(answers, (pa.Table, pa.RecordBatch)):
        return answers.to_pydict()
    if isinstance(answers, dict):
        return {name: [None if v is None or v != v else v for v in column.tolist()] for name, column in answers.items()}
    return pa.table(answers).to_pydict()


def people(**columns: Any) -> dict[str, Any]:
    """Three women with a femoral neck at T -2.5, in plain columns, with others in their place."""
    table = {
        "sex": ["female"] * 3,
        "age_years": [67.0, 70.0, 81.0],
        "manufacturer": ["hologic"] * 3,
        "bmd_femoral_neck": [0.558, 0.858, 0.558],
    }
    return {**table, **columns}
