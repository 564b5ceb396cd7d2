"""The rows of a frame as patient documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from osteon import _osteon

from . import _numpy, _refusals
from ._modules import module_of
from ._reads import Columns, Reads, reads_of

if TYPE_CHECKING:
    from osteon._osteon import Source
    from osteon.documents import Patient

    from ._refusals import LabelOf

# Every value is looked at, whatever is answered.
_LEAST = ["tbs"]


def patients(frame: Any, columns: Columns = None, documents: str | None = None) -> list[Patient]:
    """The rows of a table as patient documents, to explain one of them in words.

    Parameters
    ----------
    frame, columns, documents
        As of `osteon.assess_frame`.

    Returns
    -------
    One `Patient` a row, whom `osteon.assess` does not refuse. What it answers of them is what the frame is answered in
    that row; it says besides what was read into unknowns, and where every number is from.

    Raises
    ------
    OsteonError
        The first row with anything that is refused, with its column, as ``assess_frame(strict=True, refused="raise")``
        raises it. A table may read a bad value as unknown and say so beside its answers; a document says nothing
        beside itself. Write None in its place, or give the rows that you want: ``people.iloc[[5]]``.

    Examples
    --------
    >>> people = {"sex": ["female"], "age_years": [67], "t_total_hip": [-2.6]}
    >>> answer = osteon.assess(osteon.patients(people)[0])
    >>> answer.diagnosis.category
    'osteoporosis'
    """
    from osteon.documents import Patient

    names, rows, source, label_of = _opened(frame)
    reads = reads_of(names, columns, documents, (), with_id=True)
    sources = [source(name, reads) for name in reads.columns]
    # What no person has is found by assessing a row, not by reading it.
    told = _osteon.Batch(outputs=_LEAST).assess_sources(sources, rows, reads.spec, 1, True)
    _refusals.raise_first(told, reads, label_of)
    return [Patient.from_json(text) for text in _osteon.patients(sources, rows, reads.spec)]


def _opened(frame: Any) -> tuple[Sequence[object], int, Callable[[str, Reads], Source], LabelOf | None]:
    """The columns of a frame, its rows, what makes a source of a column, and what the frame calls its rows."""
    pd, pl, pa = (module_of(name) for name in ("pandas", "polars", "pyarrow"))
    if pd is not None and isinstance(frame, pd.DataFrame):
        from . import _pandas

        label_of = _pandas.label_of(frame.index)
        return list(frame.columns), len(frame), lambda name, reads: _pandas.source_of(frame, name, reads), label_of
    if pl is not None and isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if pl is not None and isinstance(frame, pl.DataFrame):
        from . import _polars

        return frame.columns, frame.height, lambda name, reads: _polars.source(name, frame, reads), None
    if isinstance(frame, np.ndarray) and frame.dtype.names:
        frame = {name: frame[name] for name in frame.dtype.names}
    if isinstance(frame, Mapping):
        held = frame
        return list(held), _numpy.length(held), lambda name, reads: _numpy.source_of(held, name, reads), None
    if pa is not None:
        from . import _arrow

        table = _arrow.table_of(frame)
        if table is not None:
            return table.column_names, table.num_rows, lambda name, reads: _arrow.source(name, table, reads), None
    raise _refusals.wrong_type("frame", type(frame).__qualname__, "a frame of pandas, polars or pyarrow, or arrays")
