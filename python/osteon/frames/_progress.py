"""How far a long run has come, said to a person or to a function."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeAlias

from . import _refusals

Progress: TypeAlias = bool | Callable[[int, int | None], object] | None

_SECONDS_BEFORE_A_BAR = 1.0


class Told:
    """Tells of one run. As a context, it closes its bar.

    `watch` is what the engine calls with the rows that are done; None where nobody wants to know.
    """

    def __init__(self, progress: Progress, rows: int | None) -> None:
        self.watch: Callable[[int], object] | None
        self._rows = rows
        self._before = 0
        self._bar: Any = None
        self._began = time.monotonic()
        if callable(progress):
            say = progress
            self.watch = lambda done: say(self._before + done, rows)
        elif progress is None or progress is True or progress is False:
            self._wait = 0.0 if progress else _SECONDS_BEFORE_A_BAR
            self.watch = self._show if progress or (progress is None and _is_seen() and _has_tqdm()) else None
            if progress and not _has_tqdm():
                raise ImportError("a progress bar needs tqdm: pip install 'osteon[progress]', or give a function")
        else:
            raise _refusals.wrong_type("progress", progress, "True, False, None or a function of (done, total)")

    def __enter__(self) -> Told:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if self._bar is not None:
            if kind is None and self._rows is not None:
                self._bar.update(self._rows - self._bar.n)
            self._bar.close()
            self._bar = None

    def done(self, rows: int) -> None:
        """So many rows more are behind: the next run counts from there."""
        self._before += rows

    def _show(self, done: int) -> None:
        done += self._before
        if self._bar is None:
            if time.monotonic() - self._began < self._wait:
                return
            self._bar = _bar(self._rows)
        self._bar.update(done - self._bar.n)


def _has_tqdm() -> bool:
    return _is_installed("tqdm")


def _is_installed(name: str) -> bool:
    if name in sys.modules:
        return sys.modules[name] is not None
    from importlib.util import find_spec

    return find_spec(name) is not None


def _in_notebook() -> bool:
    if "ipykernel" not in sys.modules:
        return False
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return type(shell).__name__ == "ZMQInteractiveShell"


def _is_seen() -> bool:
    return _in_notebook() or bool(sys.stderr and sys.stderr.isatty())


def _bar(rows: int | None) -> Any:
    if _in_notebook() and _is_installed("ipywidgets"):
        from tqdm.notebook import tqdm  # type: ignore[import-untyped,unused-ignore]
    else:
        from tqdm.std import tqdm  # type: ignore[import-untyped,unused-ignore]
    return tqdm(total=rows, unit=" rows", unit_scale=True, desc="osteon")
