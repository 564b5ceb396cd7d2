"""Answers of a Spark DataFrame, where its data live.

`assess` answers a DataFrame of any size, a batch of rows at a time on the executors, through Arrow; `register` gives
the engine to SQL. Both work with PySpark from 3.4 on and with what speaks Spark Connect. Each executor needs the wheel
of Osteon, in the version of the driver.

    from osteon import spark as osteon_spark
    answers = osteon_spark.assess(people, outputs=["scores", "diagnosis"], keep=["region"])
"""

from __future__ import annotations

import functools
import inspect
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from osteon import _osteon, errors

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import DataType, StructField, StructType

    from osteon._engine import Engine, OptionsLike, ReferencesLike
    from osteon.frames._reads import Columns

__all__ = ["assess", "register"]

REJECTS = "rejects"
_REJECT = ("column", "code", "value", "limit", "message")


def assess(
    df: DataFrame,
    columns: Columns = None,
    outputs: str | Sequence[str] | None = None,
    *,
    documents: str | None = None,
    options: OptionsLike | None = None,
    references: ReferencesLike | None = None,
    keep: str | Sequence[str] = (),
    strict: bool = False,
    rejects: bool = True,
) -> DataFrame:
    """The answers of each row, as a DataFrame: nothing runs before an action asks for it.

    Parameters
    ----------
    df
        People, a row each. Only the columns that are read or kept leave Spark.
    columns, outputs, documents, options, references, strict
        As in `osteon.assess_frame`. A timestamp is read as the clock of the session's time zone shows it; only midnight
        is a day, so cast others to date.
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
    from osteon import _engine, _json
    from osteon.frames._reads import reads_of

    reads = reads_of(_columns(df), columns, documents, keep)
    if not reads.columns:
        raise errors.refusal(errors.MissingError, "columns", "", "no column is read")
    fields = {field.name: field for field in df.schema.fields}
    sent = _Sent()
    for name in reads.columns:
        sent.place(name, wall_clock=fields[name].dataType.typeName() == "timestamp")
    task = _Task(
        options=_engine._options_text(options, None, None, None),
        references="[]" if references is None else _json.text(references, "references", lists=True),
        outputs=_engine._names(outputs, "outputs"),
        reads=reads.spec,
        read=len(sent.columns),
        kept=tuple((name, sent.place(column)) for name, column in reads.kept),
        strict=strict,
        rejects=rejects,
        engine=_engine_here(),
    )
    kept = [fields[column] for _, column in reads.kept]
    schema = _schema(task, kept, _none_of([fields[name] for name in reads.columns]))
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
    """The columns that leave Spark, each once, and whether as the wall clock of the session shows a moment."""

    def __init__(self) -> None:
        self.columns: list[tuple[str, bool]] = []

    def place(self, name: str, *, wall_clock: bool = False) -> int:
        if (name, wall_clock) not in self.columns:
            self.columns.append((name, wall_clock))
        return self.columns.index((name, wall_clock))

    def of(self, df: DataFrame) -> list[Any]:
        chosen = []
        for place, (name, wall_clock) in enumerate(self.columns):
            column = df[_quoted(name)]
            if wall_clock:
                column = column.cast("timestamp_ntz").alias(name)
            elif (name, True) in self.columns:
                # Two columns of one name cannot be sent.
                column = column.alias(f"{name} ({place})")
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


def _columns(df: DataFrame) -> list[str]:
    if not hasattr(df, "mapInArrow"):
        raise TypeError(
            f"a DataFrame of Spark is asked for, and this is a {type(df).__module__}.{type(df).__qualname__}; "
            "osteon.assess_frame answers the frames of one machine"
        )
    return df.columns


def _none_of(fields: Sequence[StructField]) -> pa.RecordBatch:
    """No rows of these columns, in the types in which Spark will send them."""
    import pyarrow as pa

    types = [_arrow_type(field.name, field.dataType) for field in fields]
    return pa.RecordBatch.from_arrays([pa.array([], held) for held in types], [field.name for field in fields])


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
        "timestamp": pa.timestamp("us"),
        "timestamp_ntz": pa.timestamp("us"),
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


# ---- SQL


def register(
    spark: SparkSession,
    *,
    options: OptionsLike | None = None,
    references: ReferencesLike | None = None,
    outputs: str | Sequence[str] | None = None,
) -> tuple[str, ...]:
    """Gives the engine to SQL, for this session.

    ========================================================================  =============================================
    ``osteon_assess(patient)``                                                the assessment document of a patient
                                                                              document, both JSON text
    ``osteon_t_score(bmd_g_cm2, region, manufacturer)``                       a T-score, as of `osteon.t_score`
    ``osteon_z_score(bmd_g_cm2, region, sex, age_years, manufacturer)``       a Z-score, as of `osteon.z_score`
    ``osteon_try_t_score(...)``, ``osteon_try_z_score(...)``                  the same, null where it is refused
    ========================================================================  =============================================

    Null gives null. A document that is refused gives ``{"refused": [{"code", "field", "value", "limit", "slip",
    "message", ...}]}``; a density that is refused stops the query, as a division by zero does.

    Parameters
    ----------
    options, references, outputs
        As in `osteon.assess`, for `osteon_assess`.

    Returns
    -------
    tuple of str
        The names registered.

    Examples
    --------
    ``SELECT id, get_json_object(osteon_assess(patient), '$.diagnosis.category') FROM patients``
    """
    from osteon import _engine

    asked = _engine.Engine(options, references=references, outputs=outputs)
    functions = {"osteon_assess": _udf(_of_documents(asked), "string")}
    for name in _SCORES:
        functions[f"osteon_{name}"] = _udf(_of_scores(name, "raise"), "double")
        functions[f"osteon_try_{name}"] = _udf(_of_scores(name, "nan"), "double")
    for name, function in functions.items():
        spark.udf.register(name, function)
    return tuple(functions)


def _udf(function: Callable[..., Any], returned: str) -> Any:
    """A function of Arrow arrays for SQL; before PySpark 4.1, which has none, row by row."""
    import pyarrow as pa
    from pyspark.sql import functions

    if hasattr(functions, "arrow_udf"):
        # PySpark tells by the hints that these are arrays, and reads none that are text.
        function.__annotations__ = dict.fromkeys([*inspect.signature(function).parameters, "return"], pa.Array)
        return functions.arrow_udf(function, returned)

    def one(*values: object) -> object:
        import pyarrow

        return function(*(pyarrow.array([value]) for value in values))[0].as_py()

    return functions.udf(one, returned)


def _of_documents(asked: Engine) -> Callable[[pa.Array], pa.Array]:
    here = _engine_here()

    def assess_documents(patients: pa.Array) -> pa.Array:
        from osteon import spark

        return spark._assessed(asked, here, patients)

    return assess_documents


def _assessed(asked: Engine, driver: tuple[str, str], patients: pa.Array) -> pa.Array:
    import pyarrow as pa

    _same_engine(driver)
    texts = (patient.as_py() for patient in patients)
    return pa.array([None if text is None else _said(asked._core, text) for text in texts], pa.string())


def _said(engine: _osteon.Engine, patient: str) -> str:
    try:
        return engine.assess(patient)
    except errors.OsteonError as refused:
        return json.dumps({"refused": [one._asdict() for one in refused.refusals]}, ensure_ascii=False)


_SCORES = {
    "t_score": ("bmd_g_cm2", "region", "manufacturer"),
    "z_score": ("bmd_g_cm2", "region", "sex", "age_years", "manufacturer"),
}


def _of_scores(name: str, refused: str) -> Callable[..., pa.Array]:
    here = _engine_here()

    def score(*columns: pa.Array) -> pa.Array:
        from osteon import spark

        return spark._scored(name, refused, here, columns)

    return score


def _scored(name: str, refused: str, driver: tuple[str, str], columns: Sequence[pa.Array]) -> pa.Array:
    import pyarrow as pa

    from osteon import numeric

    _same_engine(driver)
    fields = _SCORES[name]
    if len(columns) != len(fields):
        raise TypeError(f"osteon_{name} takes {len(fields)} arguments ({', '.join(fields)}), and was given {len(columns)}")
    first, *others = (_array(field, column) for field, column in zip(fields, columns, strict=True))
    scores = getattr(numeric, name)(first, **dict(zip(fields[1:], others, strict=True)), refused=refused)
    return pa.array(scores, pa.float64(), from_pandas=True)


def _array(field: str, column: pa.Array) -> Any:
    """Numbers as numpy has them, words as one word where all are the same."""
    import pyarrow as pa

    if pa.types.is_decimal(column.type):
        column = column.cast(pa.float64())
    if not pa.types.is_string(column.type) and not pa.types.is_large_string(column.type):
        return column.to_numpy(zero_copy_only=False)
    words = column.unique()
    return words[0].as_py() if len(words) == 1 else column.to_numpy(zero_copy_only=False)
