"""What the pictures read: assessments in any of their forms, and the charts that the engine hands out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from osteon import errors

if TYPE_CHECKING:
    from osteon import Assessment

Document: TypeAlias = "Assessment | Mapping[str, Any] | str"
"""An assessment: what `osteon.assess` returns, its `to_dict()`, or its JSON."""


def document(given: Any, what: str = "an assessment") -> Mapping[str, Any]:
    """The document as a mapping."""
    if hasattr(given, "to_dict"):
        given = given.to_dict()
    elif isinstance(given, str):
        given = json.loads(given)
    if not isinstance(given, Mapping):
        limit = f"{what} was expected: what Osteon returned, its dict or its JSON"
        raise errors.refusal(errors.WrongTypeError, "document", type(given).__name__, limit)
    return given


def section(assessment: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """A section of an assessment, which must have been asked for."""
    found = assessment.get(name)
    if found is None:
        limit = "this section was not asked for; add it to the outputs of the assessment"
        raise errors.refusal(errors.NotAskedError, name, "", limit)
    return list(found)


def as_json(given: Any) -> str:
    """A document as JSON text."""
    if isinstance(given, str):
        return given
    if hasattr(given, "to_json"):
        return str(given.to_json())
    if hasattr(given, "to_dict"):
        given = given.to_dict()
    return json.dumps(given)


def charts(patient: Any, assessment: Any) -> list[dict[str, Any]]:
    """What the charts of bone density for age show, as the reports draw them."""
    from osteon import _osteon

    read: list[dict[str, Any]] = json.loads(_osteon.charts(as_json(patient), as_json(assessment)))
    return read
