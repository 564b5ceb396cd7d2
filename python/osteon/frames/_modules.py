"""Libraries of frames, none of which is imported before a frame of it comes."""

from __future__ import annotations

import sys
from typing import Any


def module_of(name: str) -> Any:
    """A library if it is loaded: what has not been imported has made no frame."""
    return sys.modules.get(name)
