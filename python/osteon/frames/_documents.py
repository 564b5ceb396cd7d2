"""Who the patients of documents are: the engine answers without their ids."""

from __future__ import annotations

import json
from typing import Any


def ids(documents: Any) -> list[str | None]:
    """The id in each document of a list or a column; None where it has none, or is no document."""
    for listed in ("to_pylist", "to_list"):
        if hasattr(documents, listed):
            documents = getattr(documents, listed)()
            break
    return [_id(document) for document in documents]


def _id(document: object) -> str | None:
    if not isinstance(document, str) or "id" not in document:
        return None
    try:
        read = json.loads(document)
    except (ValueError, RecursionError):
        return None
    found = read.get("id") if isinstance(read, dict) else None
    if isinstance(found, (int, float)) and not isinstance(found, bool):
        # A number is text to the engine, a whole one without a point.
        return str(int(found)) if found == found and abs(found) < 2**63 and found == int(found) else str(found)
    return found if isinstance(found, str) else None
