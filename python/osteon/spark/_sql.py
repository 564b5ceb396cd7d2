"""The engine in SQL."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from osteon import _osteon, errors

from ._worker import Version

if TYPE_CHECKING:
    import datetime

    import pyarrow as pa
    from pyspark.sql import SparkSession

    from osteon._engine import Engine, OptionsLike, ReferencesLike

_SCORES = {
    "t_score": ("bmd_g_cm2", "region", "manufacturer"),
    "z_score": ("bmd_g_cm2", "region", "sex", "age_years", "manufacturer"),
}
"""Functions of `osteon.numeric`, and their arguments in the order of SQL."""


def register(
    spark: SparkSession,
    *,
    options: OptionsLike | None = None,
    references: ReferencesLike | None = None,
    outputs: str | Sequence[str] | None = None,
    country: str | None = None,
    guidelines: str | Sequence[str] | None = None,
    as_of: datetime.date | str | None = None,
) -> tuple[str, ...]:
    """Gives the engine to the SQL of this session.

    ``osteon_assess(patient)``
        The assessment document of a patient document, both JSON text. One that is refused gives
        ``{"refused": [{"code", "number", "field", "value", "limit", "slip", "message"}]}``.
    ``osteon_t_score(bmd_g_cm2, region, manufacturer)``
        A T-score, as of `osteon.t_score`. A density that is refused stops the query, as a division by zero does.
    ``osteon_z_score(bmd_g_cm2, region, sex, age_years, manufacturer)``
        A Z-score, as of `osteon.z_score`.
    ``osteon_try_t_score(...)``, ``osteon_try_z_score(...)``
        The same, with null for a density or an age that is refused.

    Null gives null.

    Parameters
    ----------
    spark
        The session.
    options, references, outputs, country, guidelines, as_of
        As of `osteon.assess`, for ``osteon_assess``.

    Returns
    -------
    tuple of str
        The names registered.

    Examples
    --------
    ``SELECT id, get_json_object(osteon_assess(patient), '$.diagnosis.category') FROM patients``
    """
    from osteon import _engine

    engine = _engine.Engine(
        options, references=references, outputs=outputs, country=country, guidelines=guidelines, as_of=as_of
    )
    functions = {"osteon_assess": _udf(_of_documents(engine), "string")}
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

    of_arrays: Any = getattr(functions, "arrow_udf", None)
    if of_arrays is not None:
        # PySpark tells by its hints that a function is of arrays, and reads no hints that are text.
        function.__annotations__ = dict.fromkeys([*inspect.signature(function).parameters, "return"], pa.Array)
        return of_arrays(function, returned)

    def of_one_row(*values: object) -> object:
        import pyarrow

        return function(*(pyarrow.array([value]) for value in values))[0].as_py()

    return functions.udf(of_one_row, returned)


# ---- documents


def _of_documents(engine: Engine) -> Callable[[pa.Array], pa.Array]:
    driver = Version.here()

    def assess_documents(patients: pa.Array) -> pa.Array:
        from osteon.spark import _sql

        return _sql.assessed(engine, driver, patients)

    return assess_documents


def assessed(engine: Engine, driver: Version, patients: pa.Array) -> pa.Array:
    """The assessment documents of patient documents, on a worker."""
    import pyarrow as pa

    driver.check()
    texts = (patient.as_py() for patient in patients)
    return pa.array([None if text is None else _said(engine._core, text) for text in texts], pa.string())


def _said(engine: _osteon.Engine, patient: str) -> str:
    try:
        return engine.assess(patient)
    except errors.OsteonError as refused:
        return json.dumps({"refused": [one._asdict() for one in refused.refusals]}, ensure_ascii=False)


# ---- scores


def _of_scores(name: str, refused: str) -> Callable[..., pa.Array]:
    driver = Version.here()

    def scores(*columns: pa.Array) -> pa.Array:
        from osteon.spark import _sql

        return _sql.scored(name, refused, driver, columns)

    return scores


def scored(name: str, refused: str, driver: Version, columns: Sequence[pa.Array]) -> pa.Array:
    """A score of each row, on a worker; null where an argument is null."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    from osteon import numeric

    driver.check()
    arguments = _SCORES[name]
    if len(columns) != len(arguments):
        given = f"takes {len(arguments)} arguments ({', '.join(arguments)}) and is given {len(columns)}"
        raise TypeError(f"osteon_{name} {given}")
    known = np.logical_and.reduce([pc.is_valid(column).to_numpy(zero_copy_only=False) for column in columns])
    scores = np.full(len(known), np.nan)
    if known.any():
        stated = (column if known.all() else column.filter(pa.array(known)) for column in columns)
        values = {argument: _values(column) for argument, column in zip(arguments, stated, strict=True)}
        if refused == "raise":
            _check_finite(values)
        density = values.pop("bmd_g_cm2")
        scores[known] = getattr(numeric, name)(density, **values, dtype=np.float64, refused=refused)
    return pa.array(scores, pa.float64(), from_pandas=True)


def _values(column: pa.Array) -> Any:
    """Numbers as an array of numpy; words too, or one word where all are the same."""
    import pyarrow as pa

    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        words = column.unique()
        return words[0].as_py() if len(words) == 1 else column.to_numpy(zero_copy_only=False)
    if pa.types.is_decimal(column.type):
        # By way of its digits: Arrow's own cast makes 0.7 a double that is not 0.7.
        column = column.cast(pa.string()).cast(pa.float64())
    return column.to_numpy(zero_copy_only=False)


def _check_finite(values: Mapping[str, Any]) -> None:
    """In SQL null is unknown, and NaN a number that went wrong; to numpy both are NaN."""
    import numpy as np

    for argument, value in values.items():
        if getattr(value, "dtype", None) in (np.float32, np.float64) and np.isnan(value).any():
            raise errors.refusal(errors.NotFiniteError, argument, "NaN", "must be finite; null is unknown")
