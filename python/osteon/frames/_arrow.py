"""Tables, batches and readers of pyarrow, and whatever else speaks the Arrow PyCapsule interface."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from . import _refusals
from ._modules import module_of
from ._progress import Told

if TYPE_CHECKING:
    from osteon._osteon import Source

    from ._ask import Ask
    from ._reads import Reads

ROWS_OF_A_BATCH = 131_072
"""Small batches of a reader are answered together, so that every thread has work."""


def assess_table(ask: Ask, table: pa.Table) -> tuple[pa.Table, pa.Table | None]:
    """Answers and rejects of a table, in the batches of its chunks, small ones of which are joined."""
    with Told(ask.progress, table.num_rows) as told:
        answers = ask.assess_stream(_read(ask, table), told)
    rejects = ask.settle(answers, rejects_of)
    return _beside(ask, table, pa.table(answers.arrow())), rejects


def rejects_of(said: dict[str, Any]) -> pa.Table:
    """The rejects as a table; of none of them too the types are known."""
    types = {"row": pa.int64(), "row_refused": pa.bool_()}
    schema = pa.schema([(name, types.get(name, pa.string())) for name in said])
    return pa.table(said, schema=schema)


def assess_batch(ask: Ask, batch: pa.RecordBatch) -> tuple[pa.RecordBatch, pa.RecordBatch | None]:
    """Answers and rejects of one batch."""
    answers, rejects = assess_table(ask, pa.Table.from_batches([batch]))
    return _as_batch(answers), None if rejects is None else _as_batch(rejects)


def _as_batch(table: pa.Table) -> pa.RecordBatch:
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=table.schema)


def is_read_by_batches(frame: Any) -> bool:
    """Whether it is a reader, a dataset or a scanner."""
    return isinstance(frame, (pa.RecordBatchReader, _dataset("Dataset"), _dataset("Scanner")))


def _dataset(kind: str) -> Any:
    return getattr(module_of("pyarrow.dataset"), kind, ())


def names_of(frame: Any) -> list[str]:
    """The columns of what is read by batches."""
    schema = frame.projected_schema if isinstance(frame, _dataset("Scanner")) else frame.schema
    return list(schema.names)


def assess_batches(ask: Ask, frame: Any) -> pa.RecordBatchReader:
    """A reader that answers as it is read; no more than a few batches are in memory."""
    if isinstance(frame, _dataset("Dataset")):
        frame = frame.scanner(columns=ask.needed)
    reader = frame.to_reader() if isinstance(frame, _dataset("Scanner")) else frame
    # What no row can change is found before the first is read.
    schema = assess_table(replace(ask, refused="ignore", progress=False), reader.schema.empty_table())[0].schema
    return pa.RecordBatchReader.from_batches(schema, _answered(ask, reader, schema))


def _answered(ask: Ask, reader: pa.RecordBatchReader, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    tally = _refusals.Tally(ask)
    behind = 0
    with Told(ask.progress, None) as told:
        for table in _gathered(reader):
            answers = ask.assess_stream(_read(ask, table), told)
            if ask.refused == "raise":
                _refusals.tell(answers, ask, first=behind)
            elif ask.refused == "warn":
                tally.add(answers, behind)
            behind += table.num_rows
            told.done(table.num_rows)
            yield from _beside(ask, table, pa.table(answers.arrow())).cast(schema).to_batches()
    tally.tell()


def _gathered(reader: pa.RecordBatchReader) -> Iterator[pa.Table]:
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in reader:
        waiting.append(batch)
        rows += batch.num_rows
        if rows >= ROWS_OF_A_BATCH:
            yield pa.Table.from_batches(waiting)
            waiting, rows = [], 0
    if rows:
        yield pa.Table.from_batches(waiting)


def table_of(frame: Any) -> pa.Table | None:
    """All of it in memory; None of what is nothing of Arrow."""
    if isinstance(frame, pa.Table):
        return frame
    if isinstance(frame, pa.RecordBatch):
        return pa.Table.from_batches([frame])
    if hasattr(frame, "to_table"):
        return frame.to_table()
    if hasattr(frame, "__arrow_c_stream__") or hasattr(frame, "__arrow_c_array__"):
        return pa.table(frame)
    return None


def whole(stream: Any) -> pa.Table:
    """All of what speaks the Arrow PyCapsule interface; before pyarrow 14 nothing does."""
    return pa.table(stream)


def source(name: str, table: pa.Table, reads: Reads) -> Source:
    """One column, by itself."""
    return name, "arrow", as_stream(_column(name, table, reads)), None


def as_stream(column: Any) -> Any:
    """A column that goes from library to library; before pyarrow 16 only one in one piece does."""
    return column if hasattr(column, "__arrow_c_stream__") else column.combine_chunks()


def _read(ask: Ask, table: pa.Table) -> pa.Table:
    """The columns that are read."""
    # Without a column a table would have lost its length.
    return pa.table({name: _column(name, table, ask.reads) for name in ask.columns}) if ask.columns else table


def _column(name: str, table: pa.Table, reads: Reads) -> pa.ChunkedArray:
    if name in reads.absent:
        return pa.chunked_array([pa.nulls(table.num_rows)])
    column = table.column(name)
    if reads.is_documents and (pa.types.is_dictionary(column.type) or pa.types.is_null(column.type)):
        # Text that is stored once for all that say the same is text.
        return column.cast(pa.large_string())
    return by_its_clock(column)


def by_its_clock(column: Any) -> Any:
    """Moments by the wall clock of their own zone."""
    if pa.types.is_timestamp(column.type) and column.type.tz is not None:
        return pc.local_timestamp(column)
    return column


def _beside(ask: Ask, table: pa.Table, answers: pa.Table) -> pa.Table:
    """The ids of documents, the columns that are kept, then the answers."""
    fields = [table.schema.field(column).with_name(name) for name, column in ask.kept]
    kept = [table.column(column) for _, column in ask.kept]
    if ask.reads.has_ids:
        fields.insert(0, pa.field("id", pa.string()))
        kept.insert(0, pa.chunked_array([ask.ids_of(_column(ask.columns[0], table, ask.reads))], pa.string()))
    if not kept:
        return answers
    schema = pa.schema([*fields, *answers.schema], metadata=answers.schema.metadata)
    return pa.Table.from_arrays([*kept, *answers.columns], schema=schema)
