"""Maps of other tables, written in Python or in TOML, and who says in one who each row is."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from osteon import errors

from . import _refusals

_EXPRESSIONS = frozenset({"column", "constant", "any", "all", "first", "product"})


def check_id(text: str) -> None:
    """Answers copy the column that says who each row is, so that it must be one column as it stands.

    Raises
    ------
    ContradictionError
        An id of codes, or of several columns.
    """
    if sys.version_info < (3, 11):
        # Nothing here reads TOML: what several columns are is found by the engine, which has none of them.
        return
    import tomllib

    try:
        identified = tomllib.loads(text).get("id")
    except tomllib.TOMLDecodeError:
        # The engine has read it already, of a later TOML.
        return
    if isinstance(identified, Mapping) and "constant" not in identified and set(identified) != {"column"}:
        raise no_one_column()


def no_one_column() -> errors.OsteonError:
    """An id that is no column as it stands."""
    limit = 'answers copy the column of the id: make one column of it first, and write id = {column = "..."}'
    return _refusals.contradiction("id", "codes or several columns", limit)


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
