"""A DataFrame of answers, resolved on the driver before anything runs."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, Any

from osteon import errors

from ._worker import REJECT, REJECTS, Task, Version, answer, answering, batch_of

if TYPE_CHECKING:
    import datetime

    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import DataType, StructField, StructType

    from osteon._engine import Engine, OptionsLike, ReferencesLike
    from osteon.frames._reads import Columns


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
    engine: Engine | None = None,
    country: str | None = None,
    guidelines: str | Sequence[str] | None = None,
    as_of: datetime.date | str | None = None,
) -> DataFrame:
    """Answers for every row of a Spark DataFrame; nothing runs before an action asks for it.

    Parameters
    ----------
    df
        People, a row each. Only the columns that are read or kept leave Spark.
    columns, outputs, documents, options, references, strict, engine, country, guidelines, as_of
        As of `osteon.assess_frame`. A timestamp is read as the clock of the session's time zone shows it, and only
        midnight is a day: cast others to date.
    keep
        Columns to copy to the answers, of any type.
    rejects
        Whether to add the column ``rejects``: of each row the values that were refused, an array of structs of
        ``column, code, value, limit, message`` and ``row_refused``, empty where none was. It is on since no warning
        comes from an executor; ``select("id", explode("rejects"))`` lists them.

    Returns
    -------
    DataFrame
        ``id`` where there is one, then what is kept, then the answers: numbers are double, yes or no is boolean, words
        and sets (joined by ``;``) are string. A row that is refused as a whole has nulls, and why in ``refused``.

    Raises
    ------
    OsteonError
        At once: for a column that is no field or is not there, a type that holds no values, an output or an option that
        does not exist.

    Examples
    --------
    >>> osteon.spark.assess(people, outputs=["diagnosis"]).groupBy("diagnosis").count()  # doctest: +SKIP
    """
    from osteon import _engine
    from osteon.frames import _refusals
    from osteon.frames._ask import outputs_of
    from osteon.frames._reads import reads_of

    said, sets, own = _engine.engine_of(engine, options, references, country, guidelines, as_of)
    names = outputs_of(outputs)
    reads = reads_of(_columns(df), columns, documents, keep)
    if not reads.columns:
        raise _refusals.missing("columns", "no column is read")
    fields = {field.name: field for field in df.schema.fields}
    sent = list(dict.fromkeys([*reads.columns, *(column for _, column in reads.kept)]))
    task = Task(
        options=said,
        references=sets,
        outputs=own if names is None else names,
        reads=reads.spec,
        columns=reads.columns,
        kept=tuple((name, sent.index(column)) for name, column in reads.kept),
        strict=bool(strict),
        rejects=bool(rejects),
        driver=Version.here(),
        has_ids=reads.has_ids,
    )
    kept = [fields[column] for _, column in reads.kept]
    schema = _schema(task, kept, _none_of([fields[name] for name in reads.columns], reads.absent))
    return _by_place(df, sent).mapInArrow(answering(task), schema)


def _columns(df: DataFrame) -> list[str]:
    if not hasattr(df, "mapInArrow"):
        raise TypeError(
            f"a DataFrame of Spark is asked for, and this is a {type(df).__module__}.{type(df).__qualname__}; "
            "osteon.assess_frame answers the frames of one machine"
        )
    return list(df.columns)


def _by_place(df: DataFrame, names: Sequence[str]) -> DataFrame:
    """These columns and no others, under names without dots and quotes, which not every Spark sends."""
    places = {name: f"c{place}" for place, name in enumerate(df.columns)}
    return df.toDF(*places.values()).select(*(places[name] for name in names))


def _none_of(fields: Sequence[StructField], unread: Set[str]) -> pa.RecordBatch:
    """No rows of these columns, in the types in which Spark will send them; of those that nobody reads, in none."""
    import pyarrow as pa

    types = [pa.null() if field.name in unread else _arrow_type(field) for field in fields]
    return pa.RecordBatch.from_arrays([pa.array([], held) for held in types], [field.name for field in fields])


def _arrow_type(field: StructField) -> pa.DataType:
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
        "timestamp": pa.timestamp("us", "UTC"),
        "timestamp_ntz": pa.timestamp("us"),
    }
    held: Any = field.dataType
    if held.typeName() == "decimal":
        return pa.decimal128(held.precision, held.scale)
    if held.typeName() not in plain:
        limit = "a column holds numbers, yes or no, text, dates or timestamps"
        if held.typeName() in ("array", "map", "struct"):
            limit += "; fractures and treatments are text in the shorthand of a CSV, such as pelvis@24;vertebra@66y"
        raise errors.refusal(errors.WrongTypeError, field.name, held.simpleString(), limit)
    return plain[held.typeName()]


def _schema(task: Task, kept: Sequence[StructField], none: pa.RecordBatch) -> StructType:
    """The columns of the answers, as the engine gives them for no rows: so it has seen the whole question."""
    from pyspark.sql import types

    held: dict[str, DataType] = {
        "double": types.DoubleType(),
        "bool": types.BooleanType(),
        "string": types.StringType(),
    }
    answered = answer(task._replace(kept=(), has_ids=False, rejects=False), batch_of(task), none).schema
    copied = zip(task.kept, kept, strict=True)
    fields = [types.StructField("id", types.StringType())] if task.has_ids else []
    fields += [types.StructField(name, field.dataType, field.nullable) for (name, _), field in copied]
    fields += [types.StructField(field.name, held[str(field.type)]) for field in answered]
    if task.rejects:
        said = [types.StructField(name, types.StringType()) for name in REJECT]
        one = types.StructType([*said, types.StructField("row_refused", types.BooleanType())])
        fields.append(types.StructField(REJECTS, types.ArrayType(one)))
    _each_once([field.name for field in fields])
    return types.StructType(fields)


def _each_once(names: Sequence[str]) -> None:
    """Spark does not tell upper case from lower, and refuses two columns of one name late and at length."""
    seen: set[str] = set()
    for name in names:
        if name.lower() in seen:
            limit = "a column of the answers has this name: rename yours, or leave it out of keep"
            raise errors.refusal(errors.ContradictionError, "keep", name, limit)
        seen.add(name.lower())
