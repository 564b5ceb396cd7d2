"""What is sent to the executors, and what they do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from osteon import _engine, _osteon

if TYPE_CHECKING:
    import pyarrow as pa

REJECTS = "rejects"
REJECT = ("column", "code", "value", "limit", "message")
"""What is said of a refused value in text; row_refused is said besides."""


class Version(NamedTuple):
    """Of the engine and of its data."""

    engine: str
    data: str

    @classmethod
    def here(cls) -> Version:
        """That of this process."""
        return cls(_osteon.VERSION, _osteon.DATA_VERSION)

    def check(self) -> None:
        """Called on a worker with the version of the driver."""
        here = self.here()
        if here != self:
            raise RuntimeError(
                f"Osteon is {here.engine} (data {here.data}) on this executor and {self.engine} (data {self.data}) "
                "on the driver: answers of two engines must not stand in one table"
            )


class Task(NamedTuple):
    """What a worker is told: plain values only, so that any pickle carries it."""

    options: str
    references: str
    outputs: tuple[str, ...] | None
    reads: Any
    columns: tuple[str, ...]
    """Those that the engine reads; they come first in a batch, which has no names."""
    kept: tuple[tuple[str, int], ...]
    """Names in the answers, and places in a batch."""
    strict: bool
    rejects: bool
    driver: Version
    has_ids: bool = False
    """Whether documents, which are all that is read, say who each row is."""


def answering(task: Task) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """The function that Spark maps over the batches of a partition."""

    # It is pickled by value, with the task as its only burden; what it needs it imports on the worker.
    def answer(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from osteon.spark import _worker

        return _worker.answers(task, batches)

    return answer


def answers(task: Task, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A batch of answers for each batch."""
    task.driver.check()
    engine = batch_of(task)
    for batch in batches:
        yield answer(task, engine, batch)


def batch_of(task: Task) -> _osteon.Batch:
    """The engine of a task, made once in a process for all that ask the same."""
    return _engine.batch_of(task.options, task.references, task.outputs)


def answer(task: Task, engine: _osteon.Batch, batch: pa.RecordBatch) -> pa.RecordBatch:
    """What is kept of a batch, the answers, and what was refused."""
    import pyarrow as pa

    from osteon.frames import _arrow, _documents

    # Spark sends moments with the time zone of the session.
    read = [_arrow.by_its_clock(batch.column(place)) for place in range(len(task.columns))]
    people = pa.RecordBatch.from_arrays(read, list(task.columns))
    # Spark runs a task for each core.
    said = engine.assess_stream(people, task.reads, (), threads=1, strict=task.strict)
    refused = said.rejects
    table = pa.table(said.arrow(plain=True))
    names = [*(name for name, _ in task.kept), *table.column_names]
    columns = [*(batch.column(place) for _, place in task.kept), *map(_whole, table.columns)]
    if task.has_ids:
        names.insert(0, "id")
        columns.insert(0, pa.array(_documents.ids(batch.column(0)), pa.string()))
    if task.rejects:
        names.append(REJECTS)
        columns.append(rejects(refused, batch.num_rows))
    return pa.RecordBatch.from_arrays(columns, names)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    import pyarrow as pa

    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)


def rejects(refused: Sequence[_osteon.Reject], rows: int) -> pa.Array:
    """What was refused of each row, as a list in each row."""
    import numpy as np
    import pyarrow as pa

    from osteon.frames._hints import in_python

    refused = sorted(map(in_python, refused), key=lambda one: one[0])
    texts = [pa.array([one[1 + place] for one in refused], pa.string()) for place in range(len(REJECT))]
    whole = pa.array([one[7] for one in refused], pa.bool_())
    counts = np.bincount(np.array([one[0] for one in refused], np.int64), minlength=rows)
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    values = pa.StructArray.from_arrays([*texts, whole], [*REJECT, "row_refused"])
    return pa.ListArray.from_arrays(pa.array(offsets), values)
