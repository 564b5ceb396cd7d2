"""What is asked of a frame, and the engine that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from osteon import _engine, _osteon, errors

from . import _documents, _hints, _refusals
from ._progress import Progress, Told
from ._reads import Columns, Reads, reads_of
from ._threads import threads_of

if TYPE_CHECKING:
    import datetime

    from osteon._osteon import Answers, Source

    from ._refusals import Caller, LabelOf, Parts, Refused

_T = TypeVar("_T")


def outputs_of(outputs: str | Sequence[str] | None) -> tuple[str, ...] | None:
    """The names of sections and columns; an answer that is asked for twice is given once."""
    names = _engine._names(outputs, "outputs")
    return None if names is None else tuple(dict.fromkeys(names))


@dataclass(frozen=True)
class Ask:
    """One question to a frame."""

    batch: _osteon.Batch
    reads: Reads
    threads: int
    strict: bool
    refused: Refused
    progress: Progress
    return_rejects: bool
    caller: Caller | Parts

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read."""
        return self.reads.columns

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """Names in the answers, and the columns that they copy."""
        return self.reads.kept

    @property
    def needed(self) -> list[str]:
        """The columns that are read or copied, each once."""
        return list(dict.fromkeys([*self.columns, *(column for _, column in self.kept)]))

    def check_kept(self) -> None:
        """A column that is kept must not have the name of an answer."""
        answers = {name for name, *_ in self.batch.columns}
        for name, _ in self.kept:
            if name in answers:
                limit = "a column of the answers has this name: rename yours, or leave it out of keep"
                raise _refusals.contradiction("keep", name, limit)

    def ids_of(self, documents: Any) -> list[str | None] | None:
        """The id of each row, where documents say it."""
        return _documents.ids(documents) if self.reads.has_ids else None

    def assess_sources(self, sources: Sequence[Source], rows: int) -> Answers:
        """Answers of columns."""
        with Told(self.progress, rows) as told, self._in_python():
            return self.batch.assess_sources(sources, rows, self.reads.spec, self.threads, self.strict, told.watch)

    def assess_stream(self, stream: Any, told: Told, keep: Sequence[str] = ()) -> Answers:
        """Answers of a stream of Arrow batches."""
        with self._in_python():
            return self.batch.assess_stream(stream, self.reads.spec, keep, self.threads, self.strict, told.watch)

    @contextmanager
    def _in_python(self) -> Iterator[None]:
        """What is refused of a whole column, with the way out that Python has."""
        try:
            yield
        except errors.OsteonError as refused:
            if type(refused)._code not in _hints.CODES:
                raise
            raise _hints.with_hints(refused, self.reads) from None

    def settle(
        self,
        answers: Answers,
        frame_of: Callable[[dict[str, Any]], _T],
        label_of: LabelOf | None = None,
        *,
        first: int = 0,
    ) -> _T | None:
        """Tells of what was refused, and makes a frame of it where it is asked for; the first row is number `first`."""
        _refusals.tell(answers, self, label_of, first)
        if not self.return_rejects:
            return None
        return frame_of(_refusals.columns(_refusals.numbered_from(first, answers.rejects)))


class Asker:
    """Everything that is asked but of which columns, which is found when their names are known."""

    def __init__(
        self,
        columns: Columns,
        outputs: str | Sequence[str] | None,
        *,
        documents: str | None,
        options: Any,
        references: Any,
        keep: str | Sequence[str],
        strict: bool,
        refused: str,
        return_rejects: bool,
        threads: int | None,
        progress: Progress,
        engine: _engine.Engine | None,
        country: str | None,
        guidelines: str | Sequence[str] | None,
        as_of: datetime.date | str | None,
    ) -> None:
        self._reads = (columns, documents, keep)
        self._strict, self._progress, self._return_rejects = bool(strict), progress, bool(return_rejects)
        self._refused = _refusals.check(refused)
        self._threads = threads_of(threads)
        self._caller: Caller | Parts = _refusals.Caller.find()
        names = outputs_of(outputs)
        *documents_of_it, own = _engine.engine_of(engine, options, references, country, guidelines, as_of)
        self.batch = _engine.batch_of(*documents_of_it, own if names is None else names)

    def __call__(self, names: Sequence[object]) -> Ask:
        """What is asked of a frame with columns of these names."""
        ask = Ask(
            self.batch,
            reads_of(names, *self._reads),
            self._threads,
            self._strict,
            self._refused,
            self._progress,
            self._return_rejects,
            self._caller,
        )
        ask.check_kept()
        return ask

    def lazy(self, names: Sequence[object], what: str) -> Ask:
        """The same of what is answered later, when nobody can be handed its rejects."""
        if self._return_rejects:
            limit = f"{what} is answered when it is read: read it into memory first, or use refused="
            raise _refusals.not_a_choice("return_rejects", True, limit)
        return self(names)

    def in_parts(self) -> Asker:
        """The same, of a frame that comes in parts, of which nobody says where they begin."""
        self._caller = _refusals.Parts.of(self._caller)
        return self
