"""The namespaces of polars: ``import osteon.polars`` gives frames, lazy frames and expressions ``.osteon``.

>>> import polars as pl
>>> import osteon.polars
>>> people = pl.DataFrame({"sex": ["female"], "age_years": [67], "manufacturer": ["hologic"], "bmd_total_hip": [0.6]})
>>> people.osteon.assess(outputs=["diagnosis"])["diagnosis"].to_list()
['osteoporosis']
>>> people.select(pl.col("bmd_total_hip").osteon.t_score(region="total_hip", manufacturer="hologic").round(2)).item()
-2.8
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

import osteon
from osteon import frames
from osteon.frames import _polars as _frames
from osteon.frames._ask import Asker

if TYPE_CHECKING:
    import datetime

    from osteon._engine import Engine, OptionsLike, ReferencesLike
    from osteon.documents import Patient
    from osteon.frames._reads import Columns

__all__ = ["FrameOfPeople", "LazyFrameOfPeople", "Numbers"]

_BESIDE = "osteon: "


@pl.api.register_dataframe_namespace("osteon")
class FrameOfPeople:
    """``DataFrame.osteon``: a frame with a row a person."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def assess(self, columns: Columns = None, outputs: str | Sequence[str] | None = None, **how: Any) -> Any:
        """Assess every row; see `osteon.assess_frame`."""
        return frames.assess_frame(self._frame, columns, outputs, **how)

    def patients(self, columns: Columns = None, documents: str | None = None) -> list[Patient]:
        """Each row as a patient document, to be explained by `osteon.assess`; see `osteon.patients`."""
        return frames.patients(self._frame, columns, documents)


@pl.api.register_lazyframe_namespace("osteon")
class LazyFrameOfPeople:
    """``LazyFrame.osteon``: the same, answered when it is collected, by batches where the engine of polars streams."""

    def __init__(self, frame: pl.LazyFrame) -> None:
        self._frame = frame

    def assess(self, columns: Columns = None, outputs: str | Sequence[str] | None = None, **how: Any) -> pl.LazyFrame:
        """Assess every row; see `osteon.assess_frame`. Every batch with anything refused warns of it."""
        answers: pl.LazyFrame = frames.assess_frame(self._frame, columns, outputs, **how)
        return answers


@pl.api.register_expr_namespace("osteon")
class Numbers:
    """``Expr.osteon``: measurements, or a struct with a person a row.

    Every answer is of one row alone, so that polars may stream, slice and filter around it.
    """

    def __init__(self, expr: pl.Expr) -> None:
        self._expr = expr

    def assess(
        self,
        columns: Columns = None,
        outputs: str | Sequence[str] | None = None,
        *,
        documents: str | None = None,
        options: OptionsLike | None = None,
        references: ReferencesLike | None = None,
        strict: bool = False,
        refused: Literal["warn", "raise", "ignore"] = "warn",
        threads: int | None = None,
        engine: Engine | None = None,
        country: str | None = None,
        guidelines: str | Sequence[str] | None = None,
        as_of: datetime.date | str | None = None,
    ) -> pl.Expr:
        """Assess a struct of fields, such as ``pl.struct("sex", "age_years", "bmd_total_hip")``.

        Parameters
        ----------
        columns, outputs, documents, options, references, strict, refused, threads, engine, country, guidelines, as_of
            As of `osteon.assess_frame`, for the fields of the struct. Rows in messages are counted within the part of
            the rows that polars hands over at once.

        Returns
        -------
        A struct of the answers, under the name of the first field; ``.struct.unnest()`` makes columns of it.
        """
        ask_of = Asker(
            columns,
            outputs,
            documents=documents,
            options=options,
            references=references,
            keep=(),
            strict=strict,
            refused=refused,
            return_rejects=False,
            threads=threads,
            progress=False,
            engine=engine,
            country=country,
            guidelines=guidelines,
            as_of=as_of,
        ).in_parts()
        schema = _frames.schema_of(ask_of.batch.columns)

        def answered(people: pl.Series) -> pl.Series:
            answers: pl.DataFrame = frames.assess_by(ask_of, people.struct.unnest())[0]
            # Who it is stands beside the expression already.
            return answers.select(list(schema)).to_struct(people.name)

        return self._expr.map_batches(answered, return_dtype=pl.Struct(schema), is_elementwise=True)

    def t_score(self, *, region: Any, **how: Any) -> pl.Expr:
        """T-scores (SD) of bone densities in g/cm2; see `osteon.t_score`. Arguments may be expressions."""
        return self._numbers(osteon.numeric.t_score, {"region": region, **how})

    def z_score(self, *, region: Any, **how: Any) -> pl.Expr:
        """Z-scores (SD) of bone densities in g/cm2; see `osteon.z_score`. Arguments may be expressions."""
        return self._numbers(osteon.numeric.z_score, {"region": region, **how})

    def t_score_reported(self, **how: Any) -> pl.Expr:
        """T-scores as a report prints them, to one decimal, half away from zero; see `osteon.t_score_reported`."""
        return self._numbers(osteon.numeric.t_score_reported, how)

    def sbmd_mg_cm2(self, **how: Any) -> pl.Expr:
        """Standardised bone density in mg/cm2 of densities in g/cm2; see `osteon.sbmd_mg_cm2`."""
        return self._numbers(osteon.numeric.sbmd_mg_cm2, how)

    def _numbers(self, function: Callable[..., Any], how: dict[str, Any]) -> pl.Expr:
        others = {name: given for name, given in how.items() if isinstance(given, pl.Expr)}
        how = {name: given for name, given in how.items() if name not in others}
        if not others:
            return self._expr.map_batches(
                lambda column: _float64(function(column, **how)), return_dtype=pl.Float64, is_elementwise=True
            )

        def answered(columns: pl.Series) -> pl.Series:
            given = {name: columns.struct.field(f"{_BESIDE}{name}") for name in others}
            return _float64(function(columns.struct.field(columns.struct.fields[0]), **given, **how))

        # A struct has the name of its first field, as the answer will.
        together = pl.struct(self._expr, *(given.alias(f"{_BESIDE}{name}") for name, given in others.items()))
        return together.map_batches(answered, return_dtype=pl.Float64, is_elementwise=True)


def _float64(answer: Any) -> pl.Series:
    assert isinstance(answer, pl.Series)
    return answer.cast(pl.Float64)
