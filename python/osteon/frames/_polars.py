"""Frames of polars, eager and lazy. They need no pyarrow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl

from . import _refusals
from ._progress import Told

if TYPE_CHECKING:
    from osteon._osteon import AnswerColumn, Source

    from ._ask import Ask
    from ._reads import Reads

_ROW = "osteon: row"
# Words come as dictionaries, which polars takes as Categorical: of ten million rows in 0.04 s, where Enum takes 0.15 s
# and text 0.08 s, twice the memory and the time to write it.
_DTYPES: dict[str, Any] = {
    "number": pl.Float64,
    "truth": pl.Boolean,
    "word": pl.Categorical,
    "set": pl.Categorical,
}


def assess(ask: Ask, frame: pl.DataFrame, first: int = 0) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """Answers and rejects of a frame; `first` is what its first row is called."""
    with Told(ask.progress, frame.height) as told:
        answers = ask.assess_stream(_out(_read(ask.columns, frame, ask.reads)), told)
    rejects = ask.settle(answers, _rejects, first=first)
    return _beside(ask, frame, _in(answers.arrow())), rejects


def assess_lazy(ask: Ask, frame: pl.LazyFrame, schema: pl.Schema) -> pl.LazyFrame:
    """Answers when it is collected, a batch at a time where the engine of polars streams."""
    quiet = replace(ask, progress=False)
    dtypes: dict[str, Any] = {"id": pl.String} if ask.reads.has_ids else {}
    dtypes.update({name: schema[column] for name, column in ask.kept})
    # What no row can change is said now, and not when it is collected.
    assess(quiet, pl.DataFrame(schema={name: schema[name] for name in ask.needed}))

    parts = replace(quiet, caller=_refusals.Parts.of(ask.caller))

    def answered(batch: pl.DataFrame) -> pl.DataFrame:
        first = batch.get_column(_ROW)[0] if batch.height else 0
        return assess(parts, batch, first)[0]

    # A row is answered alone, so that batches may come as they like; its number is for what is refused.
    return (
        frame.select(ask.needed)
        .with_row_index(_ROW)
        .map_batches(
            answered,
            schema={**dtypes, **schema_of(ask.batch.columns)},
            predicate_pushdown=False,
            projection_pushdown=False,
            slice_pushdown=True,
            streamable=True,
        )
    )


def schema_of(columns: list[AnswerColumn]) -> dict[str, Any]:
    """The schema of answers."""
    return {name: _DTYPES[holds] for name, holds, *_ in columns}


def source(name: str, frame: pl.DataFrame, reads: Reads) -> Source:
    """One column, by itself."""
    column = _read((name,), frame, reads).get_column(name)
    return name, "arrow", column if hasattr(column, "__arrow_c_stream__") else column.to_arrow(), None


def _out(frame: pl.DataFrame) -> Any:
    """A frame that goes to another library; the first of polars 1 need pyarrow for it."""
    return frame if hasattr(frame, "__arrow_c_stream__") else frame.to_arrow()


def _in(answers: Any) -> pl.DataFrame:
    if hasattr(pl.DataFrame, "__arrow_c_stream__"):
        return pl.DataFrame(answers)
    import pyarrow as pa

    frame = pl.from_arrow(pa.table(answers))
    assert isinstance(frame, pl.DataFrame)
    return frame


def _read(columns: tuple[str, ...], frame: pl.DataFrame, reads: Reads) -> pl.DataFrame:
    """The columns that are read, moments by the wall clock of their own zone."""
    # Not by `select`, to which a name may be a pattern.
    nulls = pl.repeat(None, frame.height, dtype=pl.String, eager=True)
    read = pl.DataFrame([nulls.alias(name) if name in reads.absent else frame.get_column(name) for name in columns])
    for name, dtype in read.schema.items():
        if dtype == pl.Object or dtype.is_nested() or dtype in (pl.Duration, pl.Time, pl.Binary):
            raise _refusals.wrong_type(name, f"dtype {dtype}", _refusals.WHAT_COLUMNS_ARE)
    zoned = [name for name, dtype in read.schema.items() if isinstance(dtype, pl.Datetime) and dtype.time_zone]
    if zoned:
        read = read.with_columns(pl.col(zoned).dt.replace_time_zone(None))
    if reads.is_documents:
        # Text that is stored once for all that say the same is text.
        read = read.with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String))
    # Columns of null go out of polars in a form that other readers of Arrow refuse.
    nothing = [name for name, dtype in read.schema.items() if dtype == pl.Null]
    if nothing:
        read = read.with_columns(pl.col(nothing).cast(pl.String))
    # Without a column a frame would have lost its length.
    return read if read.width else frame


def _beside(ask: Ask, frame: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """The ids of documents, the columns that are kept, then the answers."""
    if not ask.kept and not ask.reads.has_ids:
        return answers
    ids = ask.ids_of(frame.get_column(ask.columns[0])) if ask.reads.has_ids else None
    kept = [] if ids is None else [pl.Series("id", ids, dtype=pl.String)]
    kept += [frame.get_column(column).alias(name) for name, column in ask.kept]
    return pl.DataFrame([*kept, *answers.get_columns()])


def _rejects(said: dict[str, Any]) -> pl.DataFrame:
    texts = {name: pl.String for name in ("column", "code", "value", "limit", "message")}
    schema = {"row": pl.Int64, **texts, "row_refused": pl.Boolean}
    return pl.DataFrame({name: values.tolist() for name, values in said.items()}, schema=schema)
