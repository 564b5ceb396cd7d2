"""Whatever speaks the Arrow PyCapsule interface: a relation of DuckDB, a table of arro3 or nanoarrow."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from . import _refusals
from ._progress import Told

if TYPE_CHECKING:
    from ._ask import Ask


class Stream:
    """A stream of Arrow batches, of which the names of the columns are looked at before it is read.

    It is handed on as the capsules that it came in: a stream may be read once only.
    """

    __slots__ = ("_array", "_stream", "names")

    def __init__(self, source: Any) -> None:
        self._array: tuple[object, object] | None = None
        self._stream: object = None
        if hasattr(source, "__arrow_c_stream__"):
            self._stream = source.__arrow_c_stream__()
            self.names = _names_of_stream(self._stream)
        else:
            self._array = source.__arrow_c_array__()
            self.names = _names(_pointer(self._array[0], b"arrow_schema", _Schema))

    def __getattr__(self, name: str) -> Any:
        # One of the two, so that a reader sees which.
        if name == "__arrow_c_stream__" and self._stream is not None:
            return lambda requested_schema=None: self._stream
        if name == "__arrow_c_array__" and self._array is not None:
            return lambda requested_schema=None: self._array
        raise AttributeError(name)


def assess(ask: Ask, stream: Stream) -> tuple[Any, Any]:
    """Answers, and rejects, with `__arrow_c_stream__`."""
    if ask.reads.has_ids:
        # Documents are read once for the answers, and once for who they are of.
        from . import _arrow

        return _arrow.assess_table(ask, _arrow.whole(stream))
    with Told(ask.progress, None) as told:
        answers = ask.assess_stream(stream, told, [column for _, column in ask.kept])
    rejects = ask.settle(answers, _rejects)
    table = answers.arrow()
    if any(name != column for name, column in ask.kept):
        answered = table.column_names[len(ask.kept) :]
        table = table.rename_columns([*(name for name, _ in ask.kept), *answered])
    return table, rejects


def _rejects(said: dict[str, Any]) -> Any:
    """A table of pyarrow; without it, arrays."""
    try:
        from . import _arrow
    except ImportError:
        return said
    return _arrow.rejects_of(said)


class _Schema(ctypes.Structure):
    """`struct ArrowSchema` of the Arrow C data interface."""


_Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(_Schema))),
    ("dictionary", ctypes.c_void_p),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(_Schema))),
    ("private_data", ctypes.c_void_p),
]


class _ArrayStream(ctypes.Structure):
    """`struct ArrowArrayStream` of the Arrow C stream interface."""


_ArrayStream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_ArrayStream), ctypes.POINTER(_Schema))),
    ("get_next", ctypes.c_void_p),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(_ArrayStream))),
    ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p),
]


# Of its own: `ctypes.pythonapi` belongs to everybody, and another may say otherwise what it takes.
_get_pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi)
)


def _pointer(capsule: object, name: bytes, kind: Any) -> Any:
    return ctypes.cast(_get_pointer(capsule, name), ctypes.POINTER(kind)).contents


def _names(schema: Any) -> list[str]:
    if schema.format != b"+s":
        raise _refusals.wrong_type("frame", f"a column of format {schema.format.decode()}", "a table, with columns")
    return [schema.children[place].contents.name.decode() for place in range(schema.n_children)]


def _names_of_stream(capsule: object) -> list[str]:
    stream = _pointer(capsule, b"arrow_array_stream", _ArrayStream)
    schema = _Schema()
    if stream.get_schema(ctypes.byref(stream), ctypes.byref(schema)):
        said = stream.get_last_error(ctypes.byref(stream))
        raise ValueError(f"the stream has no schema: {(said or b'no reason given').decode()}")
    try:
        return _names(schema)
    finally:
        schema.release(ctypes.byref(schema))
