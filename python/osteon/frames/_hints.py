"""What Python offers where the engine refuses a value: its own messages know only of files."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from osteon import _osteon, errors

if TYPE_CHECKING:
    from osteon._osteon import Reject

    from ._reads import Reads

CODES = frozenset({"wrong_type", "not_a_choice"})
"""Of values that a map may read."""
_COMMA = re.compile(r", or say --decimal ,")
_WITHOUT_COMMA = '; read the file with decimal=",", or replace the commas'
_MOMENT = re.compile(r"\d[T ]\d\d:\d\d")
_OF_A_MOMENT = "a moment is no date: say which day it is, as with .dt.date"
_WORDS_AT_MOST = 6


def with_hint(reject: Reject, reads: Reads) -> Reject:
    """A value that is refused, its message in the words of Python, with the map that would read it."""
    row, column, code, value, limit, message, slip, refused = in_python(reject)
    hint = _hint(column, code, value, reads)
    return row, column, code, value, limit, f"{message}; {hint}" if hint else message, slip, refused


def in_python(reject: Reject) -> Reject:
    """A value that is refused, its message without the options of a command line."""
    if "--decimal" not in reject[5]:
        return reject
    row, column, code, value, limit, message, slip, refused = reject
    said = None if slip is None else _COMMA.sub(_WITHOUT_COMMA, slip)
    return row, column, code, value, limit, _COMMA.sub(_WITHOUT_COMMA, message), said, refused


def with_hints(refused: errors.OsteonError, reads: Reads) -> errors.OsteonError:
    """A refusal of a whole column, with the map that would read it."""
    hinted = []
    for refusal in refused.refusals:
        hint = _hint(refusal.field, refusal.code, refusal.value, reads)
        hinted.append(refusal._replace(message=f"{refusal.message}; {hint}") if hint else refusal)
    return type(refused)(hinted, refused.row)


def _hint(column: str, code: str, value: str, reads: Reads) -> str | None:
    """What to do, where Python has a way: codes of a closed list are read by a map."""
    if code == "not_a_date" and _MOMENT.search(value):
        return _OF_A_MOMENT
    if code not in CODES or reads.spec[0] == "documents":
        return None
    pairs = reads.spec[1] if reads.spec[0] == "columns" else ()
    field = next((field for field, of in pairs if of == column), column)  # type: ignore[str-unpack,misc,unused-ignore]
    words = _words().get(field)
    if words is None:
        return None
    codes = f"{value!r}: ..." if value else "1: ..., 2: ..."
    return (
        f'codes are read by columns={{..., "{field}": {{"column": "{column}", "values": {{{codes}}}}}}}, '
        f"with {words} for each"
    )


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """The words of each field that has a closed list of them."""
    found = {}
    for name, kind, words, *_ in _osteon.fields():
        if kind == "truth":
            found[name] = "True or False"
        elif kind == "choice" and words:
            more = ", ..." if len(words) > _WORDS_AT_MOST else ""
            found[name] = ", ".join(words[:_WORDS_AT_MOST]) + more if more else _either(words)
    return found


def _either(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
