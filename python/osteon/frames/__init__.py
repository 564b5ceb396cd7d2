"""Tables of people: a row each, answered at the speed of columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from . import _refusals
from ._ask import Ask, batch_of
from ._modules import module_of
from ._patients import patients
from ._progress import Progress
from ._reads import Columns, reads_of
from ._threads import threads_of

if TYPE_CHECKING:
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
        (``"t_total_hip"``); None: all. What must not be read without another column brings it.
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

    Examples
    --------
    >>> people = {"sex": ["female", "male"], "age_years": [67, 71], "manufacturer": ["hologic", "hologic"],
    ...           "bmd_femoral_neck": [0.558, 0.712]}
    >>> osteon.assess_frame(people, outputs=["t_femoral_neck"])["t_femoral_neck"].round(2)
    array([-2.5 , -1.12])
    """
    ask_of = _Asker(
        columns, documents, keep, outputs, options, references, engine, strict, refused, return_rejects, threads, progress
    )
    answers, rejects = _assess(frame, ask_of)
    return (answers, rejects) if return_rejects else answers


class _Asker:
    """Everything that is asked but of which columns, which is found when their names are known."""

    def __init__(
        self,
        columns: Columns,
        documents: str | None,
        keep: str | Sequence[str],
        outputs: str | Sequence[str] | None,
        options: Any,
        references: Any,
        engine: Any,
        strict: bool,
        refused: str,
        return_rejects: bool,
        threads: int | None,
        progress: Progress,
    ) -> None:
        self._reads = (columns, documents, keep)
        self._strict, self._progress = bool(strict), progress
        self.return_rejects = bool(return_rejects)
        self._refused = _refusals.check(refused)
        self._threads = threads_of(threads)
        self._batch = batch_of(options, references, outputs, engine)
        self._caller = _refusals.Caller.find()

    def __call__(self, names: Sequence[object]) -> Ask:
        reads = reads_of(names, *self._reads)
        ask = Ask(
            self._batch,
            reads,
            self._threads,
            self._strict,
            self._refused,
            self._progress,
            self.return_rejects,
            self._caller,
        )
        ask.check_kept()
        return ask

    def lazy(self, names: Sequence[object], what: str) -> Ask:
        """The same of what is answered later, when nobody can be handed its rejects."""
        if self.return_rejects:
            limit = f"{what} is answered when it is read: read it into memory first, or use refused="
            raise _refusals.not_a_choice("return_rejects", True, limit)
        return self(names)


def _assess(frame: Any, ask_of: _Asker) -> tuple[Any, Any]:
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
    if pa is not None and isinstance(frame, (pa.Table, pa.RecordBatch)):
        from . import _arrow

        of = _arrow.assess_table if isinstance(frame, pa.Table) else _arrow.assess_batch
        return of(ask_of(frame.schema.names), frame)
    reader = _reader_of(frame, pa)
    if reader is not None:
        from . import _arrow

        return _arrow.assess_reader(ask_of.lazy(reader.schema.names, "a reader"), reader), None
    if isinstance(frame, np.ndarray) and frame.dtype.names:
        frame = {name: frame[name] for name in frame.dtype.names}
    if isinstance(frame, Mapping):
        from . import _numpy

        return _numpy.assess(ask_of(list(frame)), frame)
    if hasattr(frame, "__arrow_c_stream__") or hasattr(frame, "__arrow_c_array__"):
        from . import _capsule

        stream = _capsule.Stream(frame)
        return _capsule.assess(ask_of(stream.names), stream)
    hint = "; for Spark see osteon.spark.assess" if type(frame).__module__.startswith("pyspark") else ""
    raise _refusals.wrong_type("frame", type(frame).__qualname__, f"{_FRAMES}{hint}")


def _reader_of(frame: Any, pa: Any) -> Any:
    """A reader of what is read batch by batch; None of all else."""
    if pa is None:
        return None
    if isinstance(frame, pa.RecordBatchReader):
        return frame
    dataset = module_of("pyarrow.dataset")
    if dataset is not None and isinstance(frame, dataset.Dataset):
        return frame.scanner().to_reader()
    if dataset is not None and isinstance(frame, dataset.Scanner):
        return frame.to_reader()
    return None
