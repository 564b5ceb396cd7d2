"""What is inside the engine: its models, guidelines, references, citations, options and documents.

Each list is made anew at every call, of dicts with the same keys in every entry.

>>> import osteon
>>> [model["id"] for model in osteon.models()][:2]
['qfracture2012', 'qfracture2016']
"""

from __future__ import annotations

import json
from typing import Any, Literal

from osteon import _osteon, errors

__all__ = ["citations", "effects", "fields", "guidelines", "models", "options", "references", "schema"]

_DOCUMENTS = ("patient", "assessment", "options", "fls")


def _listed(what: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(_osteon.listed(what))
    return found


def models() -> list[dict[str, Any]]:
    """The risk models."""
    return _listed("models")


def guidelines() -> list[dict[str, Any]]:
    """The guidelines."""
    return _listed("guidelines")


def references() -> list[dict[str, Any]]:
    """The reference sets of T-scores."""
    return _listed("references")


def citations() -> list[dict[str, Any]]:
    """Every source."""
    return _listed("citations")


def options() -> list[dict[str, Any]]:
    """Every option of `osteon.Options`, with what it may be."""
    return _listed("options")


def effects() -> list[dict[str, Any]]:
    """What trials found of each drug."""
    return _listed("effects")


def fields() -> list[dict[str, Any]]:
    """Every column that a table may have: ``name``, ``kind`` and, of a closed set, its ``words``."""
    return [{"name": name, "kind": kind, "words": words} for name, kind, words in _osteon.fields()]


def schema(document: Literal["patient", "assessment", "options", "fls"]) -> dict[str, Any]:
    """The JSON Schema of a document.

    Raises
    ------
    NotAChoiceError
        For a document that there is not.
    """
    if document not in _DOCUMENTS:
        raise errors.refusal(errors.NotAChoiceError, "document", repr(document), f"allowed: {', '.join(_DOCUMENTS)}")
    found: dict[str, Any] = json.loads(_osteon.schema(document))
    return found
