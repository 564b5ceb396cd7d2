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

if TYPE_CHECKING:
    from osteon._osteon import Reject, Source

Refused: TypeAlias = Literal["warn", "raise", "ignore"]
LabelOf: TypeAlias = Callable[[int], object]
"""What the frame itself calls a row, given its position; None where that is the position."""

WHAT_COLUMNS_ARE = "a column holds numbers, text, yes or no, or dates"
_SHOWN = 48
_ARE_RAISED = 100
_BITS_OF_DOUBLES = 1023


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def wrong_type(field: str, value: object, limit: str, row: int | None = None) -> errors.OsteonError:
    """Something of a type that is not read."""
    return errors.refusal(errors.WrongTypeError, field, _short(value), limit, row=row)


def out_of_range(field: str, value: object, limit: str) -> errors.OsteonError:
    """An argument outside its limits."""
    return errors.refusal(errors.OutOfRangeError, field, _short(value), limit)


def not_a_choice(field: str, value: object, limit: str) -> errors.OsteonError:
    """An argument that is none of a closed set."""
    return errors.refusal(errors.NotAChoiceError, field, _short(value), limit)


def contradiction(field: str, value: object, limit: str) -> errors.OsteonError:
    """Two things that cannot both be."""
    return errors.refusal(errors.ContradictionError, field, _short(value), limit)


def missing(field: str, limit: str) -> errors.OsteonError:
    """What must be there and is not."""
    return errors.refusal(errors.MissingError, field, "", limit)


def moment(column: str, row: int, value: str) -> errors.OsteonError:
    """A time of day where a day is meant: by which clock, only the owner of the data knows."""
    limit = "a moment is no date: say which day it is, as with .dt.normalize() or .dt.date"
    return errors.refusal(errors.NotADateError, column, value, limit, row=row)


def raise_for_values(sources: Sequence[Source]) -> None:
    """Names the first value of Python that no other language has: half a character, or a number beyond all doubles.

    Raises
    ------
    WrongTypeError, NotFiniteError
        With its column and row.
    """
    for column, kind, values, _ in sources:
        if kind != "objects":
            continue
        for row, value in enumerate(values):
            if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
                raise wrong_type(column, ascii(value), "must be text; this has half a character in it", row)
            if isinstance(value, int) and value.bit_length() > _BITS_OF_DOUBLES:
                limit = "a number that no double holds"
                raise errors.refusal(errors.NotFiniteError, column, "out of range", limit, row=row)


def check(refused: str) -> Refused:
    """The way in which refusals are told."""
    if refused not in ("warn", "raise", "ignore"):
        raise not_a_choice("refused", refused, "'warn', 'raise' or 'ignore'")
    return refused  # type: ignore[return-value]


def numbered_from(first: int, rejects: Sequence[Reject]) -> list[Reject]:
    """The same, of rows of which the first is not the first of the table."""
    return [(row + first, *rest) for row, *rest in rejects]  # type: ignore[misc]


def tell(rejects: Sequence[Reject], refused: Refused, caller: Caller | Once, label_of: LabelOf | None = None) -> None:
    """Warns of rejects once, or raises them.

    Raises
    ------
    OsteonError
        With refused="raise": of the first row that has one, with what else is refused of it.
    """
    if not rejects or refused == "ignore":
        return
    if refused == "raise":
        raise _error(rejects, label_of)
    Tally().add(rejects).tell(caller, label_of)


def _where(row: int, label_of: LabelOf | None) -> str:
    label = label_of(row) if label_of else None
    return f"row {row}" if label is None else f"row {row} ({_named(label)})"


def _named(label: object) -> str:
    return f"label {_short(repr(label))}"


class Tally:
    """How much was refused, of rows that need not be at hand together."""

    def __init__(self) -> None:
        self._rows = self._values = 0
        self._first: Reject | None = None

    def add(self, rejects: Sequence[Reject]) -> Tally:
        """Those of further rows."""
        if rejects and self._first is None:
            self._first = rejects[0]
        self._rows += len({reject[0] for reject in rejects if reject[7]})
        self._values += sum(not reject[7] for reject in rejects)
        return self

    def tell(self, caller: Caller | Once, label_of: LabelOf | None = None) -> None:
        """One warning of all of it."""
        if self._first is not None:
            caller.warn(self._sentence(self._first, label_of))

    def _sentence(self, first: Reject, label_of: LabelOf | None) -> str:
        said = []
        if self._rows:
            said.append(f"{self._rows} {'row was' if self._rows == 1 else 'rows were'} refused: no answers")
        if self._values:
            said.append(f"{self._values} {'value was' if self._values == 1 else 'values were'} refused: read as unknown")
        row, column, _, _, _, message, _, _ = first
        named = message if message.startswith(column) else f"{column}: {message}"
        return (
            f"{'; '.join(said)}. The first is in {_where(row, label_of)}, column {named}. "
            "return_rejects=True gives all of them, refused='raise' stops at them, refused='ignore' is silent."
        )


def _error(rejects: Sequence[Reject], label_of: LabelOf | None) -> errors.OsteonError:
    row = rejects[0][0]
    label = label_of(row) if label_of else None
    beside = "" if label is None else f"({_named(label)}) "
    of_row = [reject for reject in rejects if reject[0] == row][:_ARE_RAISED]
    given = [
        (code, _number(code), column, value, limit, slip, f"{beside}{message}")
        for _, column, code, value, limit, message, slip, _ in of_row
    ]
    return errors.of(given, row)


def _number(code: str) -> int:
    return next((kind._number for kind in _kinds(errors.OsteonError) if kind._code == code), 0)


def _kinds(kind: type[errors.OsteonError]) -> list[type[errors.OsteonError]]:
    return [kind, *(one for child in kind.__subclasses__() for one in _kinds(child))]


def columns(rejects: Sequence[Reject]) -> dict[str, NDArray[Any]]:
    """The rejects as columns: row, column, code, value, limit, message, row_refused."""
    rows, names, codes, values, limits, messages, _, refused = zip(*rejects, strict=True) if rejects else ((),) * 8
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

    def warn(self, said: str) -> None:
        """A warning at that line."""
        warnings.warn_explicit(
            said, errors.RefusedWarning, self.file, self.line, module=self.module, registry=self.registry
        )


class Once:
    """A caller that is told once, whichever thread comes first."""

    def __init__(self, caller: Caller | Once) -> None:
        self._callers = [caller]

    def warn(self, said: str) -> None:
        """A warning at that line, the first time."""
        try:
            caller = self._callers.pop()
        except IndexError:
            return
        caller.warn(f"In a part of the rows, {said[0].lower()}{said[1:]}")
