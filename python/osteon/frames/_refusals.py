"""What is refused of a frame: by Python before the engine sees it, and by the engine row by row."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from osteon import errors
from osteon._values import shown

from . import _hints

if TYPE_CHECKING:
    from osteon._osteon import Answers, Reject

    from ._ask import Ask
    from ._reads import Reads

Refused: TypeAlias = Literal["warn", "raise", "ignore"]
LabelOf: TypeAlias = Callable[[int], object]
"""What the frame itself calls a row, given its position; None where that is the position."""

WHAT_COLUMNS_ARE = "a column holds numbers, text, yes or no, or dates"
_ARE_RAISED = 100


def wrong_type(field: str, value: object, limit: str, row: int | None = None) -> errors.OsteonError:
    """Something of a type that is not read."""
    return errors.refusal(errors.WrongTypeError, field, shown(value), limit, row=row)


def out_of_range(field: str, value: object, limit: str) -> errors.OsteonError:
    """An argument outside its limits."""
    return errors.refusal(errors.OutOfRangeError, field, shown(value), limit)


def not_a_choice(field: str, value: object, limit: str) -> errors.OsteonError:
    """An argument that is none of a closed set."""
    return errors.refusal(errors.NotAChoiceError, field, shown(value), limit)


def contradiction(field: str, value: object, limit: str) -> errors.OsteonError:
    """Two things that cannot both be."""
    return errors.refusal(errors.ContradictionError, field, shown(value), limit)


def missing(field: str, limit: str) -> errors.OsteonError:
    """What must be there and is not."""
    return errors.refusal(errors.MissingError, field, "", limit)


def check(refused: str) -> Refused:
    """The way in which refusals are told."""
    if refused not in ("warn", "raise", "ignore"):
        raise not_a_choice("refused", refused, "'warn', 'raise' or 'ignore'")
    return refused  # type: ignore[return-value]


def numbered_from(first: int, rejects: Sequence[Reject]) -> list[Reject]:
    """The same, of rows of which the first is not the first of the table."""
    return [(row + first, *rest) for row, *rest in rejects]  # type: ignore[misc]


def tell(answers: Answers, ask: Ask, label_of: LabelOf | None = None, first: int = 0) -> None:
    """Warns once of what is refused in these answers, or raises it; the first row is number `first`.

    Raises
    ------
    OsteonError
        With refused="raise": of the first row that has one, with what else is refused of it.
    """
    if ask.refused == "raise":
        raise_first(answers, ask.reads, label_of, first)
    elif ask.refused == "warn":
        Tally(ask).add(answers, first).tell(label_of)


def raise_first(answers: Answers, reads: Reads, label_of: LabelOf | None = None, first: int = 0) -> None:
    """Raises what is refused of the first row that has anything refused; the first row is number `first`.

    Raises
    ------
    OsteonError
        If anything is refused.
    """
    if answers.first_reject is not None:
        raise _error(answers.rejects, reads, label_of, first)


def _where(row: int, label_of: LabelOf | None) -> str:
    label = label_of(row) if label_of else None
    return f"row {row}" if label is None else f"row {row} ({_named(label)})"


def _named(label: object) -> str:
    return f"label {shown(repr(label))}"


class Tally:
    """How much was refused, of rows that need not be at hand together."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._rows = self._values = self._all = 0
        self._first: Reject | None = None

    def add(self, answers: Answers, before: int) -> Tally:
        """What was refused of further rows, before which there were so many."""
        found = answers.first_reject
        if found is not None and self._first is None:
            self._first = numbered_from(before, [found])[0]
        rows, values = answers.reject_counts
        self._rows += rows
        self._values += values
        self._all += answers.rows
        return self

    def tell(self, label_of: LabelOf | None = None) -> None:
        """One warning of all of it."""
        if self._first is not None:
            caller = self._ask.caller
            caller.warn(f"{caller.part(self._all)}{self._sentence(self._first, label_of)}")

    def _sentence(self, first: Reject, label_of: LabelOf | None) -> str:
        said = []
        if self._rows:
            were = "row was" if self._rows == 1 else "rows were"
            said.append(f"{self._rows} {were} refused: no answers")
        if self._values:
            were = "value was" if self._values == 1 else "values were"
            said.append(f"{self._values} {were} refused: read as unknown")
        row, column, _, _, _, message, _, _ = _hints.with_hint(first, self._ask.reads)
        named = message if message.startswith(column) else f"{column}: {message}"
        return f"{'; '.join(said)}. The first is in {_where(row, label_of)}, column {named}. {self._ask.caller.advice}"


def _error(rejects: Sequence[Reject], reads: Reads, label_of: LabelOf | None, first: int) -> errors.OsteonError:
    row = rejects[0][0]
    label = label_of(row + first) if label_of else None
    beside = "" if label is None else f"({_named(label)}) "
    of_row = [_hints.with_hint(reject, reads) for reject in rejects if reject[0] == row][:_ARE_RAISED]
    given = [
        (code, _number(code), column, value, limit, slip, f"{beside}{message}")
        for _, column, code, value, limit, message, slip, _ in of_row
    ]
    return errors.of(given, row + first)


def _number(code: str) -> int:
    return next((kind._number for kind in _kinds(errors.OsteonError) if kind._code == code), 0)


def _kinds(kind: type[errors.OsteonError]) -> list[type[errors.OsteonError]]:
    return [kind, *(one for child in kind.__subclasses__() for one in _kinds(child))]


def columns(rejects: Sequence[Reject]) -> dict[str, NDArray[Any]]:
    """The rejects as columns: row, column, code, value, limit, message, row_refused."""
    said = list(map(_hints.in_python, rejects))
    rows, names, codes, values, limits, messages, _, refused = zip(*said, strict=True) if said else ((),) * 8
    return {
        "row": np.array(rows, dtype=np.int64),
        "column": np.array(names, dtype=object),
        "code": np.array(codes, dtype=object),
        "value": np.array(values, dtype=object),
        "limit": np.array(limits, dtype=object),
        "message": np.array(messages, dtype=object),
        "row_refused": np.array(refused, dtype=bool),
    }


_INSIDE = ("osteon.", "polars.", "pandas.", "pyarrow.")


@dataclass(frozen=True)
class Caller:
    """The line that asked: what is answered later, perhaps by a thread that has no callers, is told there."""

    file: str
    line: int
    module: str
    registry: dict[Any, Any]

    @classmethod
    def find(cls) -> Caller:
        """The nearest line that is neither ours nor of the library of the frame."""
        frame = sys._getframe(1)
        while frame.f_back is not None and f"{frame.f_globals.get('__name__', '')}.".startswith(_INSIDE):
            frame = frame.f_back
        known = frame.f_globals
        registry = known.setdefault("__warningregistry__", {})
        return cls(frame.f_code.co_filename, frame.f_lineno, known.get("__name__", "<unknown>"), registry)

    @property
    def advice(self) -> str:
        """What else there is to do with what is refused."""
        return "return_rejects=True gives all of them, refused='raise' stops at them, refused='ignore' is silent."

    def part(self, rows: int) -> str:
        """Which part of the frame these rows are: all of it."""
        return ""

    def warn(self, said: str) -> None:
        """A warning at that line."""
        warnings.warn_explicit(
            said, errors.RefusedWarning, self.file, self.line, module=self.module, registry=self.registry
        )


@dataclass(frozen=True)
class Parts(Caller):
    """The same of a frame that is answered later, perhaps by several threads: each part with anything to tell tells it,
    and tells it again when the frame is answered again.
    """

    @classmethod
    def of(cls, caller: Caller) -> Parts:
        """The line of this caller."""
        return cls(caller.file, caller.line, caller.module, {})

    @property
    def advice(self) -> str:
        """What else there is to do with what is refused: later nobody can be handed it."""
        return "The column refused says why of each row; refused='raise' stops at them, refused='ignore' is silent."

    def part(self, rows: int) -> str:
        """Which part of the frame these rows are."""
        return f"In a part of {rows} {'row' if rows == 1 else 'rows'}: "

    def warn(self, said: str) -> None:
        """A warning at that line; what another run said is forgotten."""
        self.registry.clear()
        super().warn(said)
