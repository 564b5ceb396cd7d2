"""Whether a value was refused: the flag that the engine keeps for each thread.

While a ufunc runs, others may: arrays of other classes, and handlers of signals, call what they like. Each call has the
flag for itself, and finds it afterwards as it was before.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .. import _osteon


class _OfThread(threading.local):
    kept = False
    """What the flag was when a call within a call took it; the engine's own can be taken, not set."""


_of_thread = _OfThread()


def taken() -> bool:
    """Whether a value was refused since this was asked last."""
    refused = _osteon.any_refused()
    refused = _of_thread.kept or refused
    _of_thread.kept = False
    return refused


@contextmanager
def own() -> Iterator[None]:
    """A flag that is down, and after it the flag as it was."""
    before = taken()
    try:
        yield
    finally:
        _osteon.any_refused()
        _of_thread.kept = before
