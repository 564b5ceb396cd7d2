"""Answers of a Spark DataFrame, where its data live.

`assess` answers a DataFrame of any size, a batch of rows at a time on the executors, through Arrow; `register` gives
the engine to SQL. Both work with PySpark from 3.4 on and with what speaks Spark Connect. Each executor needs the wheel
of Osteon, in the version of the driver.

    from osteon import spark as osteon_spark
    answers = osteon_spark.assess(people, outputs=["scores", "diagnosis"], keep=["region"])
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _osteon, errors

if TYPE_CHECKING:
    import os

    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import DataType, StructField, StructType

__all__ = ["assess", "register"]

REJECTS = "rejects"
_REJECT = ("column", "code", "value", "limit", "message")


def assess(
    df: DataFrame,
    columns: Sequence[str] | Mapping[str, Any] | str | os.PathLike[str] | None = None,
    outputs: Sequence[str] | None = None,
    *,
    documents: str | None = None,
    options: Mapping[str, Any] | str | None = None,
    references: Sequence[Mapping[str, Any]] | str | None = None,
    keep: Sequence[str] = (),
    strict: bool = False,
    rejects: bool = True,
) -> DataFrame:
    """The answers of each row, as a DataFrame: nothing runs before an action asks for it.

    Parameters
    ----------
    df
        People, a row each. Only the columns that are read or kept leave Spark.
    columns, outputs, documents, options, references, strict
        As in `osteon.assess_frame`. A timestamp is read as its day in the time zone of the session.
    keep
        Columns to copy to the answers, of any type.
    rejects
        Adds the column `rejects`: for each row the values that were refused, an array of structs of column, code,
        value, limit, message and row_refused, empty where none was. It is on, since no warning comes from an
        executor; `select("id", explode("rejects"))` lists them.

    Returns
    -------
    DataFrame
        `id` where it was read, then what was kept, then the answers: numbers are double, truths boolean, words and
        sets (joined by ";") string. A row that is refused as a whole has nulls, and the reason in `refused`.

    Raises
    ------
    OsteonError
        At once, before a job runs: a column that is not there or not documented, a type that is not read, an output
        or an option that the engine does not have.
    """
    fields = _fields(df)
    reads, names = _reads(list(fields), columns, documents, list(keep))
    kept = _kept(fields, reads, keep)
    sent = _Sent()
    for name in names:
        sent.position(name, as_day=fields[name].dataType.typeName() in _TIMES)
    task = _Task(
        options=_text(options, "{}"),
        references=_text(references, "[]"),
        outputs=None if outputs is None else tuple(outputs),
        reads=reads,
        read=len(sent.columns),
        kept=tuple((name, sent.position(source, as_day=False)) for name, source in kept),
        strict=strict,
        rejects=rejects,
        engine=_engine_here(),
    )
    schema = _schema(task, [fields[source] for _, source in kept], _none_of(fields, sent.columns[: task.read]))
    return df.select(*sent.of(df)).mapInArrow(_answering(task), schema)


# ---- what is sent to the executors


class _Task(NamedTuple):
    """What a worker is told: plain values only, so that any pickle carries it."""

    options: str
    references: str
    outputs: tuple[str, ...] | None
    reads: Any
    read: int
    """How many columns of a batch the engine reads; they come first."""
    kept: tuple[tuple[str, int], ...]
    """Name in the answers, and place in a batch."""
    strict: bool
    rejects: bool
    engine: tuple[str, str]


class _Sent:
    """The columns that leave Spark, each once."""

    def __init__(self) -> None:
        self.columns: list[tuple[str, bool]] = []

    def position(self, name: str, *, as_day: bool) -> int:
        if (name, as_day) not in self.columns:
            self.columns.append((name, as_day))
        return self.columns.index((name, as_day))

    def of(self, df: DataFrame) -> list[Any]:
        """Two columns of one name cannot be sent: a timestamp that is read and kept is kept under another."""
        days = {name for name, as_day in self.columns if as_day}
        chosen = []
        for name, as_day in self.columns:
            column = df[_quoted(name)]
            if as_day:
                column = column.cast("date").alias(name)
            elif name in days:
                column = column.alias(f"{name} (kept)")
            chosen.append(column)
        return chosen


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _answering(task: _Task) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    # Pickled by value, with the task as its only burden; what it needs it imports on the worker.
    def answer(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from osteon import spark

        return spark._answers(task, batches)

    return answer


# ---- on a worker


def _answers(task: _Task, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    _same_engine(task.engine)
    engine = _batch(task.options, task.references, task.outputs)
    for batch in batches:
        yield _answer(task, engine, batch)


def _answer(task: _Task, engine: _osteon.Batch, batch: pa.RecordBatch) -> pa.RecordBatch:
    import pyarrow as pa

    people = batch.select(list(range(task.read)))
    answers = engine.assess_stream(people, task.reads, (), threads=1, strict=task.strict)
    refused = answers.rejects
    table = pa.table(answers.arrow(plain=True))
    names = [name for name, _ in task.kept] + table.column_names
    columns = [batch.column(place) for _, place in task.kept] + [_whole(column) for column in table.columns]
    if task.rejects:
        names.append(REJECTS)
        columns.append(_rejects(refused, batch.num_rows))
    return pa.RecordBatch.from_arrays(columns, names)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    import pyarrow as pa

    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)


def _rejects(refused: Sequence[_osteon.Reject], rows: int) -> pa.Array:
    """The values refused of each row, as a list in each row."""
    import numpy as np
    import pyarrow as pa

    refused = sorted(refused, key=lambda one: one[0])
    texts = [pa.array([one[1 + place] for one in refused], pa.string()) for place in range(len(_REJECT))]
    whole = pa.array([one[7] for one in refused], pa.bool_())
    ends = np.cumsum(np.bincount([one[0] for one in refused], minlength=rows)[:rows], dtype=np.int32)
    offsets = np.concatenate([np.zeros(1, np.int32), ends])
    values = pa.StructArray.from_arrays([*texts, whole], [*_REJECT, "row_refused"])
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), values)


@functools.lru_cache(maxsize=8)
def _batch(options: str, references: str, outputs: tuple[str, ...] | None) -> _osteon.Batch:
    """Made once in a worker process, for all tasks that ask the same."""
    return _osteon.Batch(options, references, outputs)


def _engine_here() -> tuple[str, str]:
    return _osteon.VERSION, _osteon.DATA_VERSION


def _same_engine(driver: tuple[str, str]) -> None:
    here = _engine_here()
    if here != driver:
        raise RuntimeError(
            f"Osteon is {here[0]} (data {here[1]}) on this executor and {driver[0]} (data {driver[1]}) on the driver: "
            "answers of two engines must not stand in one table"
        )


# ---- on the driver


def _fields(df: DataFrame) -> dict[str, StructField]:
    if not hasattr(df, "mapInArrow"):
        raise TypeError(
            f"a DataFrame of Spark is asked for, and this is a {type(df).__module__}.{type(df).__qualname__}; "
            "osteon.assess_frame answers the frames of one machine"
        )
    return {field.name: field for field in df.schema.fields}


def _reads(
    names: Sequence[str], columns: Any, documents: str | None, keep: Sequence[str]
) -> tuple[Any, list[str]]:
    """What the engine is told to read, and the columns that this takes."""
    if documents is not None:
        if columns is not None:
            raise TypeError("columns and documents are two ways to read; give one")
        return ("documents", documents), [documents]
    if columns is None:
        columns = [name for name in names if name not in keep]
    pairs = list(columns.items()) if isinstance(columns, Mapping) else [(name, name) for name in columns]
    return ("columns", pairs), [column for _, column in pairs]


def _kept(fields: Mapping[str, StructField], reads: Any, keep: Sequence[str]) -> list[tuple[str, str]]:
    """Name in the answers, and column: the id first."""
    kind, what = reads
    identity = dict(what).get("id") if kind == "columns" else None
    if identity is None and "id" in fields:
        identity = "id"
    first = [] if identity is None else [("id", identity)]
    return first + [(name, name) for name in keep if name != "id"]


_TIMES = ("timestamp", "timestamp_ntz")


def _none_of(fields: Mapping[str, StructField], read: Sequence[tuple[str, bool]]) -> pa.RecordBatch:
    """No rows of these columns, in the types in which Spark will send them."""
    import pyarrow as pa

    types = {name: _arrow_type(name, fields[name].dataType) for name, _ in read}
    return pa.RecordBatch.from_pydict({name: pa.array([], held) for name, held in types.items()})


def _arrow_type(column: str, held: DataType) -> pa.DataType:
    import pyarrow as pa

    plain = {
        "boolean": pa.bool_(),
        "byte": pa.int8(),
        "short": pa.int16(),
        "integer": pa.int32(),
        "long": pa.int64(),
        "float": pa.float32(),
        "double": pa.float64(),
        "string": pa.string(),
        "char": pa.string(),
        "varchar": pa.string(),
        "void": pa.null(),
        "date": pa.date32(),
        **dict.fromkeys(_TIMES, pa.date32()),
    }
    kind = held.typeName()
    if kind == "decimal":
        return pa.decimal128(held.precision, held.scale)  # type: ignore[attr-defined]
    if kind not in plain:
        limit = "numbers, boolean, string, date and timestamp are read"
        raise errors.refusal(errors.WrongTypeError, column, held.simpleString(), limit)
    return plain[kind]


def _schema(task: _Task, kept: Sequence[StructField], none: pa.RecordBatch) -> StructType:
    """The columns of the answers, as the engine gives them for no rows: so it has seen the whole call."""
    from pyspark.sql import types

    held: dict[str, DataType] = {
        "double": types.DoubleType(),
        "bool": types.BooleanType(),
        "string": types.StringType(),
    }
    engine = _batch(task.options, task.references, task.outputs)
    answered = _answer(task._replace(kept=(), rejects=False), engine, none).schema
    fields = [
        types.StructField(name, field.dataType, field.nullable)
        for (name, _), field in zip(task.kept, kept, strict=True)
    ]
    fields += [types.StructField(field.name, held[str(field.type)]) for field in answered]
    if task.rejects:
        one = [types.StructField(name, types.StringType()) for name in _REJECT]
        one.append(types.StructField("row_refused", types.BooleanType()))
        fields.append(types.StructField(REJECTS, types.ArrayType(types.StructType(one))))
    _once([field.name for field in fields])
    return types.StructType(fields)


def _once(names: Sequence[str]) -> None:
    """Spark does not tell upper case from lower, and refuses two columns of one name late and at length."""
    seen: set[str] = set()
    for name in names:
        if name.lower() in seen:
            limit = "two columns would have this name; rename one in Spark, or leave it out of keep"
            raise errors.refusal(errors.ContradictionError, name, "", limit)
        seen.add(name.lower())


def _text(document: object, empty: str) -> str:
    if document is None:
        return empty
    return document if isinstance(document, str) else json.dumps(document)


# ---- SQL


def register(
    spark: SparkSession,
    *,
    outputs: Sequence[str] | None = None,
    options: Mapping[str, Any] | str | None = None,
    references: Sequence[Mapping[str, Any]] | str | None = None,
) -> tuple[str, ...]:
    """Gives the engine to SQL, for this session.

    Registers
    ---------
    osteon_assess(patient)
        The assessment document of a patient document, both JSON text. A refused one gives
        ``{"refused": [{"code", "field", "value", "limit", "slip", "message"}]}``; null gives null.
    osteon_t_score(bmd_g_cm2, region, sex, manufacturer)
        The T-score of a bone density, unrounded.

    Parameters
    ----------
    outputs, options, references
        As in `osteon.assess`, for `osteon_assess`.

    Returns
    -------
    tuple of str
        The names registered.

    Examples
    --------
    ``SELECT id, get_json_object(osteon_assess(patient), '$.diagnosis.category') FROM patients``
    """
    setup = (_text(options, "{}"), _text(references, "[]"), None if outputs is None else tuple(outputs))
    _person(*setup)
    functions = {"osteon_assess": (_documents(setup), "string")}
    for name, (function, returned) in functions.items():
        spark.udf.register(name, _udf(function, returned))
    return tuple(functions)


def _udf(function: Callable[..., Any], returned: str) -> Any:
    """A function of Arrow arrays for SQL; before PySpark 4.1, which has no such functions, row by row."""
    from pyspark.sql import functions

    if hasattr(functions, "arrow_udf"):
        return functions.arrow_udf(function, returned, functions.ArrowUDFType.SCALAR)

    def one(*values: object) -> object:
        import pyarrow as pa

        return function(*(pa.array([value]) for value in values))[0].as_py()

    return functions.udf(one, returned)


def _documents(setup: tuple[str, str, tuple[str, ...] | None]) -> Callable[[pa.Array], pa.Array]:
    engine = _engine_here()

    def assess_documents(patients: pa.Array) -> pa.Array:
        from osteon import spark

        return spark._assessed(patients, setup, engine)

    return assess_documents


def _assessed(
    patients: pa.Array, setup: tuple[str, str, tuple[str, ...] | None], driver: tuple[str, str]
) -> pa.Array:
    import pyarrow as pa

    _same_engine(driver)
    person = _person(*setup)
    texts = (patient.as_py() for patient in patients)
    return pa.array([None if text is None else _said(person, text) for text in texts], pa.string())


def _said(person: _osteon.Engine, patient: str) -> str:
    try:
        return person.assess(patient)
    except errors.OsteonError as refused:
        return json.dumps({"refused": [one._asdict() for one in refused.refusals]}, ensure_ascii=False)


@functools.lru_cache(maxsize=8)
def _person(options: str, references: str, outputs: tuple[str, ...] | None) -> _osteon.Engine:
    return _osteon.Engine(options, references, outputs)
