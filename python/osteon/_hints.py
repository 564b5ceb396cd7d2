"""Where a key that no document has belongs: `bmd_femoral_neck` is a column of tables."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from osteon import _osteon, errors

_PARTS = re.compile(r"[^.\[\]]+")


def of_columns(refused: errors.UnknownKeyError, document: str) -> errors.UnknownKeyError:
    """The same error; where its key is a column of tables, it says so, and how a document says the same.

    Parameters
    ----------
    refused
        What the engine said.
    document
        The document, in JSON.
    """
    path = _PARTS.findall(refused.field)
    if not path:
        return refused
    ((column, wrong),) = _osteon.check_fields(path[-1:])
    if wrong is not None or column in _keys():
        return refused
    limit = "this is a column of tables, which osteon.assess_frame reads"
    written = _written(_columns_beside(path, document))
    if written is not None:
        limit += f"; in a document it is {written}"
    first, *others = refused.refusals
    message = f"{first.field}: unknown key; {limit}"
    return errors.UnknownKeyError([first._replace(limit=limit, message=message), *others], refused.row)


@lru_cache(maxsize=1)
def _keys() -> frozenset[str]:
    """What a document of a person has at its top, which tables have too."""
    return frozenset(json.loads(_osteon.schema("patient"))["properties"])


def _columns_beside(path: list[str], document: str) -> dict[str, Any]:
    """The columns in the object that the path leads to, with their values; none where it cannot be followed."""
    try:
        part = json.loads(document)
        for key in path[:-1]:
            part = part[int(key)] if isinstance(part, list) else part[key]
    except (LookupError, TypeError, ValueError, RecursionError):
        # A key with a dot in it, or what comes behind the key is no JSON.
        return {}
    checked = zip(part, _osteon.check_fields(list(part)), strict=True)
    return {column: part[key] for key, (column, wrong) in checked if wrong is None and column not in _keys()}


def _written(cells: dict[str, Any]) -> str | None:
    """What the engine makes of a row of these columns; None where a value of them cannot stand in a column."""
    row = {"sex": "female", "age_years": 60.0, **cells}
    sources: list[Any] = [(name, "objects", [cell], None) for name, cell in row.items()]
    try:
        (text,) = _osteon.patients(sources, 1, ("columns", [(name, name) for name in row]))
    except (errors.OsteonError, OverflowError, UnicodeEncodeError):
        return None
    made = json.loads(text)
    said = {key: part for key, part in made.items() if key not in ("sex", "age_years")}
    return json.dumps(said, ensure_ascii=False) if said else None
