"""How many threads answer."""

from __future__ import annotations

import operator
import os

from . import _refusals


def threads_of(asked: int | None) -> int:
    """As many as asked; of None, as many as there are processors that this process may use."""
    if asked is None:
        affinity = getattr(os, "sched_getaffinity", None)
        return len(affinity(0)) if affinity else os.cpu_count() or 1
    try:
        if isinstance(asked, bool):
            raise TypeError
        threads = operator.index(asked)
    except TypeError:
        raise _refusals.wrong_type("threads", asked, "a whole number, or None for every processor") from None
    if threads < 1:
        raise _refusals.out_of_range("threads", asked, "1 or more, or None for every processor")
    return threads
