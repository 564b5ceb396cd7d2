"""Tables of people: a row each, answered at the speed of columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from . import _refusals
from ._ask import Asker
from ._modules import module_of
from ._patients import patients
from ._progress import Progress
from ._reads import Columns

if TYPE_CHECKING:
    import datetime

    from osteon._engine import Engine, OptionsLike, ReferencesLike

__all__ = ["assess_frame", "patients"]

_FRAMES = (
    "a DataFrame of pandas or polars, a LazyFrame, a table, batch, reader or dataset of pyarrow, a dict of arrays, or "
    "anything with __arrow_c_stream__"
)


def assess_frame(
    frame: Any,
    columns: Columns = None,
    outputs: str | Sequence[str] | None = None,
    *,
    documents: str | None = None,
    options: OptionsLike | None = None,
    references: ReferencesLike | None = None,
    keep: str | Sequence[str] = (),
    strict: bool = False,
    refused: Literal["warn", "raise", "ignore"] = "warn",
    return_rejects: bool = False,
    threads: int | None = None,
    progress: Progress = None,
    engine: Engine | None = None,
    country: str | None = None,
    guidelines: str | Sequence[str] | None = None,
    as_of: datetime.date | str | None = None,
) -> Any:
    """Assess every row of a table; the same kind of table comes out, with the same rows in the same order.

    Parameters
    ----------
    frame
        A DataFrame of pandas or polars, a LazyFrame, a Table, RecordBatch, RecordBatchReader or Dataset of pyarrow, a
        dict of numpy arrays or lists, or anything with ``__arrow_c_stream__`` or ``__arrow_c_array__``. Of it only the
        columns are touched that are read or kept.
    columns
        What to read. None: every column of the frame, each named as a field (`osteon.fields` lists them, with their
        units), but those of `keep`. A list: these columns. ``{field: column}``: fields from columns of other names.
        ``{field: {"column": ..., "values": {...}}}``, the path of a ``.toml`` file or its text: a map, with codes,
        missing values and units; text for a field in a dict is a column, ``{"constant": ...}`` is a constant.
    outputs
        Sections (``scores, tbs, diagnosis, risks, guidelines, triage, safety, course``) or names of columns of answers
        (``"t_total_hip"``); None: all. What must not be read without another column brings it, and ``refused`` always
        comes along: why a row has no answers.
    documents
        In place of columns: the column that holds patient documents as JSON (or dicts, or `Patient`).
    options, references
        As of `osteon.assess`.
    keep
        Columns to copy before the answers.
    strict
        Whether any bad value refuses its row. Otherwise a bad value is read as unknown, and only sex, age and a bone
        density in another unit refuse the row.
    refused
        Whether refused values are told by one `RefusedWarning`, by raising the first, or not at all. A refused row has
        nulls for answers, and its code in the column ``refused``.
    return_rejects
        Whether to give ``(answers, rejects)``: rejects is a frame of the same kind with the columns ``row`` (from 0),
        ``column``, ``code``, ``value``, ``limit``, ``message`` and ``row_refused``.
    threads
        How many; None: all processors that the process may use. Answers do not depend on it.
    progress
        None: a bar of tqdm, where it is installed and somebody watches, of what takes more than a second. True, False,
        or a function of (rows done, rows in all or None).
    engine
        An `Engine` in place of options and references.

    Returns
    -------
    The answers: the id of each row first where there is one, then what is kept, then the answers. Numbers are float64;
    in pandas, with NaN, and the index is the frame's. Yes or no is Boolean with nulls. Words, and sets joined by ``;``,
    are Categorical or dictionaries. In a dict of arrays words, sets and truths are objects, None where there is none.
    A LazyFrame and a reader answer when they are read; other objects give an object with ``__arrow_c_stream__``.

    Raises
    ------
    OsteonError
        A column that is no field, is not there, or is of a type that holds no values, named with what to do.

    Notes
    -----
    NaN in numpy and pandas is missing. In Arrow and polars NaN is a number, not finite and refused; null is missing. A
    missing value is unknown, never "no". T- and Z-scores are in SD, risks in percent; `osteon.assess` of one of
    `osteon.patients` says in words where any of them comes from.

    A risk model is a form that leaves nothing open: an input that is unknown is read as the model's own form reads an
    empty box, mostly as "no", and the risk is then that of somebody without it. The column ``<model>_assumed`` beside
    its answers names the fields that were read so. A guideline never does that: it says what is missing.

    Cells are read as people write them: words in capitals or not (``Female``), ``yes``, ``no``, ``1`` and ``0`` for
    truths, numbers in text, midnight in a time zone as that day. The documents of `osteon.assess` are read to the
    letter: ``female``, ``true``, numbers, and a day or its text.

    Examples
    --------
    >>> people = {"sex": ["female", "male"], "age_years": [67, 71], "manufacturer": ["hologic", "hologic"],
    ...           "bmd_femoral_neck": [0.558, 0.712]}
    >>> osteon.assess_frame(people, outputs=["t_femoral_neck"])["t_femoral_neck"].round(2)
    array([-2.5 , -1.22])
    """
    ask_of = Asker(
        columns,
        outputs,
        documents=documents,
        options=options,
        references=references,
        keep=keep,
        strict=strict,
        refused=refused,
        return_rejects=return_rejects,
        threads=threads,
        progress=progress,
        engine=engine,
        country=country,
        guidelines=guidelines,
        as_of=as_of,
    )
    answers, rejects = assess_by(ask_of, frame)
    return (answers, rejects) if return_rejects else answers


def assess_by(ask_of: Asker, frame: Any) -> tuple[Any, Any]:
    """Answers and rejects of any frame; no rejects where nobody asked for them."""
    if any(kind.__module__.startswith("pyspark.") for kind in type(frame).__mro__):
        # It speaks Arrow, and would send all of its rows here.
        limit = "osteon.spark.assess answers a DataFrame of Spark where its rows are"
        raise _refusals.wrong_type("frame", type(frame).__qualname__, limit)
    pd, pl, pa = (module_of(name) for name in ("pandas", "polars", "pyarrow"))
    if pd is not None and isinstance(frame, pd.DataFrame):
        from . import _pandas

        return _pandas.assess(ask_of(list(frame.columns)), frame)
    if pl is not None and isinstance(frame, pl.DataFrame):
        from . import _polars

        return _polars.assess(ask_of(frame.columns), frame)
    if pl is not None and isinstance(frame, pl.LazyFrame):
        from . import _polars

        schema = frame.collect_schema()
        return _polars.assess_lazy(ask_of.lazy(schema.names(), "a LazyFrame"), frame, schema), None
    if pa is not None and type(frame).__module__.startswith("pyarrow"):
        from . import _arrow

        if isinstance(frame, (pa.Table, pa.RecordBatch)):
            of = _arrow.assess_table if isinstance(frame, pa.Table) else _arrow.assess_batch
            return of(ask_of(frame.schema.names), frame)
        if _arrow.is_read_by_batches(frame):
            return _arrow.assess_batches(ask_of.lazy(_arrow.names_of(frame), "what is read by batches"), frame), None
    if isinstance(frame, np.ndarray) and frame.dtype.names:
        frame = {name: frame[name] for name in frame.dtype.names}
    if isinstance(frame, Mapping):
        from . import _numpy

        return _numpy.assess(ask_of(list(frame)), frame)
    if hasattr(frame, "__arrow_c_stream__") or hasattr(frame, "__arrow_c_array__"):
        from . import _capsule

        stream = _capsule.Stream(frame)
        return _capsule.assess(ask_of(stream.names), stream)
    raise _refusals.wrong_type("frame", type(frame).__qualname__, _FRAMES)
