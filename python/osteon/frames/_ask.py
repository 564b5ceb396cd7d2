"""What is asked of a frame, and the engine that answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from osteon import _engine, _json, _osteon

from . import _refusals
from ._progress import Progress, Told
from ._reads import Columns, Reads, reads_of
from ._threads import threads_of

if TYPE_CHECKING:
    from osteon._osteon import Answers, Source

    from ._refusals import Caller, LabelOf, Once, Refused

_T = TypeVar("_T")


@lru_cache(maxsize=32)
def _built(options: str, references: str, outputs: tuple[str, ...] | None) -> _osteon.Batch:
    return _osteon.Batch(options, references, outputs)


def batch_of(
    options: Any, references: Any, outputs: str | Sequence[str] | None, engine: _engine.Engine | None
) -> _osteon.Batch:
    """The batch for these settings, built once."""
    names = _engine._names(outputs, "outputs")
    if names is not None:
        # An answer that is asked for twice is given once.
        names = tuple(dict.fromkeys(names))
    if engine is None:
        text = _engine._options_text(options, None, None, None)
        sets = "[]" if references is None else _json.text(references, "references", lists=True)
        return _built(text, sets, names)
    for what, given in (("options", options), ("references", references)):
        if given is not None:
            raise _refusals.contradiction(what, "given", "the engine has its own")
    return _built(engine._options, engine._references, engine._outputs if names is None else names)


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
    caller: Caller | Once

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

    def assess_sources(self, sources: Sequence[Source], rows: int) -> Answers:
        """Answers of columns."""
        with Told(self.progress, rows) as told:
            try:
                return self.batch.assess_sources(sources, rows, self.reads.spec, self.threads, self.strict, told.watch)
            except (OverflowError, UnicodeEncodeError):
                _refusals.raise_for_values(sources)
                raise

    def assess_stream(self, stream: Any, told: Told, keep: Sequence[str] = ()) -> Answers:
        """Answers of a stream of Arrow batches."""
        return self.batch.assess_stream(stream, self.reads.spec, keep, self.threads, self.strict, told.watch)

    def settle(
        self,
        answers: Answers,
        frame_of: Callable[[dict[str, Any]], _T],
        label_of: LabelOf | None = None,
        *,
        first: int = 0,
    ) -> _T | None:
        """Tells of what was refused, and makes a frame of it where it is asked for; the first row is number `first`."""
        if not self.return_rejects and self.refused == "ignore":
            return None
        rejects = answers.rejects
        if first:
            rejects = _refusals.numbered_from(first, rejects)
        _refusals.tell(rejects, self.refused, self.caller, label_of)
        return frame_of(_refusals.columns(rejects)) if self.return_rejects else None


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
    ) -> None:
        self._reads = (columns, documents, keep)
        self._strict, self._progress, self._return_rejects = bool(strict), progress, bool(return_rejects)
        self._refused = _refusals.check(refused)
        self._threads = threads_of(threads)
        self._caller: Caller | Once = _refusals.Caller.find()
        self.batch = batch_of(options, references, outputs, engine)

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
        """The same, of a frame that comes in parts: what is refused of them is told once."""
        self._caller = _refusals.Once(self._caller)
        return self
