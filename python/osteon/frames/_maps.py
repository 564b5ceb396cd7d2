"""Maps of other tables: which columns one reads, and one that is written in Python."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import _refusals

_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")
_LIST = r"\[((?:[^\]\"'#]|\"[^\"\n]*\"|'[^'\n]*'|#[^\n]*)*)\]"
_PASS = re.compile(rf"^[ \t]*\"?pass\"?[ \t]*=[ \t]*{_LIST}", re.MULTILINE)
_EXPRESSIONS = frozenset({"column", "constant", "any", "all", "first", "product"})


@dataclass(frozen=True)
class OfMap:
    """What a map says of the columns of its table."""

    text: str
    """The map, without what it passes on: that is copied here."""
    columns: tuple[str, ...]
    passed: tuple[str, ...]
    id: str | None


def read(text: str, names: Sequence[str]) -> OfMap:
    """The columns that a map reads and those that it passes on.

    The engine reads the map itself and says what is wrong with it; here only columns are looked for, so that no other
    is touched. Before Python 3.11, which reads no TOML, they are those whose names stand in the text.
    """
    try:
        import tomllib
    except ImportError:  # Python 3.10
        return _by_words(text, names)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        # Let the engine say it.
        return OfMap(text, (), (), None)
    passed = document.pop("pass", [])
    passed = tuple(name for name in passed if isinstance(name, str)) if isinstance(passed, list) else ()
    identified = document.get("id")
    column = identified.get("column") if isinstance(identified, dict) else None
    # A column that is not there is for the engine to name, with the field that asks for it.
    known = set(names)
    columns = tuple(name for name in dict.fromkeys(_columns(document)) if name in known)
    rest = _PASS.sub("", text, count=1) if passed else text
    return OfMap(rest, columns, passed, column if column in known else None)


def _columns(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        column = value.get("column")
        if isinstance(column, str):
            yield column
        for inner in value.values():
            yield from _columns(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _columns(inner)


def _by_words(text: str, names: Sequence[str]) -> OfMap:
    quoted = {first or second for first, second in _QUOTED.findall(text)}
    listed = _PASS.search(text)
    passed = tuple(first or second for first, second in _QUOTED.findall(listed[1])) if listed else ()
    identified = re.search(r"^\s*id\s*=\s*\{[^}\n]*\bcolumn\s*=\s*[\"']([^\"'\n]*)[\"']", text, re.MULTILINE)
    columns = tuple(name for name in names if name in quoted)
    rest = _PASS.sub("", text, count=1)
    return OfMap(rest, columns, passed, identified[1] if identified and identified[1] in columns else None)


def written(columns: Mapping[str, Any]) -> str:
    """A map in Python, as TOML. Text in place of a table is the name of a column.

    >>> print(written({"sex": {"column": "RIAGENDR", "values": {1: "male", 2: "female"}}, "age_years": "RIDAGEYR"}))
    "sex" = {"column" = "RIAGENDR", "values" = {"1" = "male", "2" = "female"}}
    "age_years" = {"column" = "RIDAGEYR"}
    """
    return "\n".join(f"{_key(field)} = {_value(_expression(field, said), field)}" for field, said in columns.items())


def _expression(field: str, said: object) -> object:
    if isinstance(said, str):
        return {"column": said}
    # A group, such as risk_factors, holds expressions.
    if isinstance(said, Mapping) and said and not _EXPRESSIONS & said.keys():
        return {key: _expression(f"{field}.{key}", inner) for key, inner in said.items()}
    return said


def _key(key: object) -> str:
    if isinstance(key, bool):
        return json.dumps(str(key).lower())
    return _text(key if isinstance(key, str) else str(key))


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: object, field: str) -> str:
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        value = value.item()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (int, float)) and value == value:
        return repr(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(inner, field)}" for key, inner in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_value(inner, field) for inner in value) + "]"
    raise _refusals.wrong_type(field, value, "a map holds text, numbers, true or false, lists and tables")
