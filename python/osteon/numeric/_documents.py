"""Documents that functions of numbers take."""

from __future__ import annotations

from collections.abc import Mapping

from .. import _json
from ._types import References


def references_text(references: References) -> str | None:
    """The caller's own references as a list in JSON, whether it is one or a list of them."""
    if references is None:
        return None
    text = _json.text(references, "references", lists=True)
    is_one = isinstance(references, Mapping) or text.lstrip("\ufeff \t\r\n").startswith("{")
    return f"[{text}]" if is_one else text
