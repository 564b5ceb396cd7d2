"""Documents that functions of numbers take."""

from __future__ import annotations

from .. import _engine
from ._types import References


def references_text(references: References) -> str | None:
    """The caller's own references as a list in JSON, whether it is one or a list of them."""
    return None if references is None else _engine.references_text(references)
