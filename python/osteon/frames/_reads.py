"""What is read of a frame: which columns, as what, and what is kept beside the answers."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from osteon import _osteon, errors

from . import _maps, _refusals

if TYPE_CHECKING:
    from osteon._osteon import Reads as Spec

Columns: TypeAlias = Sequence[str] | Mapping[str, Any] | str | os.PathLike[str] | None

_HOW = (
    "choose the columns to read with columns=[...] or columns={field: column}, and those to copy with keep=[...]; "
    "osteon.fields() lists the fields"
)
_NAMED_AT_MOST = 5
_DID_YOU_MEAN, _NOT_THERE = "did you mean ", "no such column"
"""What the engine says of a name that is no field."""
_ALIKE = 0.6


@dataclass(frozen=True)
class Reads:
    """What is read and kept of a frame."""

    spec: Spec
    """As the engine takes it."""
    columns: tuple[str, ...]
    """The columns that it reads."""
    kept: tuple[tuple[str, str], ...]
    """Names in the answers, and the columns of the frame that they copy."""
    absent: frozenset[str] = frozenset()
    """Of the columns those that are only copied: the engine asks that a map's are there, and reads nothing in them."""
    has_ids: bool = False
    """Whether it is the documents that say who each row is."""

    @property
    def is_documents(self) -> bool:
        """Whether the one column that is read holds patient documents."""
        return self.spec[0] == "documents"


def reads_of(
    names: Sequence[object],
    columns: Columns,
    documents: str | None,
    keep: str | Sequence[str],
    *,
    with_id: bool = False,
) -> Reads:
    """What to read of a frame with columns of these names.

    Parameters
    ----------
    names
        The columns of the frame, in their order.
    columns, documents, keep
        As of `assess_frame`.
    with_id
        Whether the id is handed to the engine as well, which answers without it.

    Raises
    ------
    UnknownKeyError
        A column that is no field, or that the frame does not have, with the nearest.
    """
    kept = _listed("keep", keep)
    if documents is not None:
        if columns is not None:
            raise _refusals.contradiction("documents", documents, "give columns or a column of documents, not both")
        if not isinstance(documents, str):
            raise _refusals.wrong_type("documents", documents, "the name of a column of patient documents in JSON")
        reads = _Found(("documents", documents), (documents,), None)
    elif columns is None:
        reads = _every(names, kept, with_id)
    elif isinstance(columns, (str, os.PathLike)):
        reads = _of_map(_text_of_map(columns), names)
    elif isinstance(columns, Mapping):
        if all(isinstance(column, str) for column in columns.values()):
            reads = _pairs([(field, column) for field, column in columns.items()], with_id)
        else:
            reads = _of_map(_maps.written(columns), names)
    else:
        reads = _pairs([(name, name) for name in _listed("columns", columns)], with_id)
    kept = (*kept, *(name for name in reads.passed if name not in kept))
    known = _counted(names)
    for name in (*reads.columns, *kept):
        _is_there(name, known)
    identified = reads.id or _id_among(names, kept)
    only_passed = frozenset(reads.passed) - frozenset(reads.read)
    has_ids = documents is not None and identified is None
    return Reads(reads.spec, reads.columns, _copied(identified, kept), only_passed, has_ids)


@dataclass(frozen=True)
class _Found:
    spec: Spec
    read: tuple[str, ...]
    id: str | None
    """The column that says who each row is."""
    passed: tuple[str, ...] = ()
    """What a map says to copy."""

    @property
    def columns(self) -> tuple[str, ...]:
        """What the engine is handed, each once."""
        return tuple(dict.fromkeys((*self.read, *self.passed)))


def _listed(what: str, names: object) -> tuple[str, ...]:
    if isinstance(names, str):
        return (names,)
    if not isinstance(names, Iterable):
        raise _refusals.wrong_type(what, names, "a list of names of columns")
    listed = tuple(names)
    for name in listed:
        if not isinstance(name, str):
            raise _refusals.wrong_type(what, name, "names of columns are text")
    return listed


def _every(names: Sequence[object], kept: tuple[str, ...], with_id: bool) -> _Found:
    """Every column but those that are kept is a field."""
    read = []
    for name in names:
        if not isinstance(name, str):
            raise _no_text(name)
        if name not in kept:
            read.append(name)
    return _pairs([(name, name) for name in read], with_id, every=True)


def _no_text(name: object) -> errors.OsteonError:
    what = "several levels of names" if isinstance(name, tuple) else "a name that is no text"
    return _refusals.wrong_type("columns", name, f"{what}: name the columns as the fields are; {_HOW}")


def _id_among(names: Sequence[object], kept: tuple[str, ...]) -> str | None:
    """The column of the frame that says who each row is, however it is spelt, though nobody asked to read it."""
    found = [name for name in names if isinstance(name, str) and name.lower() == "id"]
    # One that is kept has its place already, under its own name.
    left = [name for name in found if name not in kept]
    if "id" in kept or not left:
        return "id" if "id" in kept else None
    if len(found) > 1:
        limit = "each may say who a row is: name one, as columns={'id': ...}, or rename the others"
        raise _refusals.contradiction("id", f"the columns {', '.join(found)}", limit)
    return left[0]


def _pairs(pairs: list[tuple[str, str]], with_id: bool, every: bool = False) -> _Found:
    checked = _osteon.check_fields([field for field, _ in pairs])
    unknown = [(field, hint) for (field, _), (_, hint) in zip(pairs, checked, strict=True) if hint is not None]
    if unknown:
        raise _no_field(unknown, every)
    seen: dict[str, str] = {}
    read: list[tuple[str, str]] = []
    identified = None
    for (_, column), (field, _) in zip(pairs, checked, strict=True):
        if field in seen:
            raise _refusals.contradiction(field, f"{seen[field]} and {column}", "two columns of one field")
        seen[field] = column
        if field == "id":
            identified = column
        if field != "id" or with_id:
            read.append((field, column))
    return _Found(("columns", read), tuple(dict.fromkeys(column for _, column in read)), identified)


def _no_field(unknown: list[tuple[str, str]], every: bool) -> errors.OsteonError:
    field, hint = unknown[0]
    others = [name for name, _ in unknown[1:]]
    limit = "no field of that name"
    if others:
        more = f" and {len(others) - _NAMED_AT_MOST} more" if len(others) > _NAMED_AT_MOST else ""
        limit += f", nor of {', '.join(others[:_NAMED_AT_MOST])}{more}"
    near = hint.removeprefix(_DID_YOU_MEAN).removesuffix("?") if hint.startswith(_DID_YOU_MEAN) else None
    if near is None and hint != _NOT_THERE:
        limit += f"; {hint}"
    # Of a name of two or three letters another of as many is always near.
    is_near = near is not None and difflib.SequenceMatcher(None, field.lower(), near).ratio() >= _ALIKE
    limit += f"; {_DID_YOU_MEAN}{near}? " if is_near else ". "
    how = _HOW if every else "osteon.fields() lists the fields"
    return errors.refusal(errors.UnknownKeyError, field, field, limit + (how[0].upper() + how[1:] if every else how))


def _counted(names: Sequence[object]) -> dict[object, int]:
    counted: dict[object, int] = {}
    for name in names:
        counted[name] = counted.get(name, 0) + 1
    return counted


def _is_there(name: str, known: Mapping[object, int]) -> None:
    times = known.get(name, 0)
    if times == 1:
        return
    if times > 1:
        raise _refusals.contradiction(name, f"{times} columns of this name", "rename them, so that each is clear")
    words = [column for column in known if isinstance(column, str)]
    if known and not words:
        raise _no_text(next(iter(known)))
    near = next((column for column in words if column.lower() == name.lower()), None)
    near = near or next(iter(difflib.get_close_matches(name, words, 1)), None)
    hint = (
        f"did you mean {near}?"
        if near
        else f"it has {', '.join(words[:_NAMED_AT_MOST]) or 'none'}" + (", ..." if len(words) > _NAMED_AT_MOST else "")
    )
    raise errors.refusal(errors.UnknownKeyError, name, name, f"the frame has no such column; {hint}")


def _copied(identified: str | None, kept: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    copied = {} if identified is None else {"id": identified}
    for name in kept:
        if copied.setdefault(name, name) != name:
            raise _refusals.contradiction("keep", name, f"the id of each row is read from {identified}")
    return tuple(copied.items())


def _text_of_map(columns: str | os.PathLike[str]) -> str:
    if isinstance(columns, str) and ("=" in columns or "\n" in columns):
        return columns
    path = Path(columns)
    if path.suffix != ".toml":
        limit = "a list of names, {field: column}, the path of a map (.toml), or its text"
        raise _refusals.wrong_type("columns", str(columns), limit)
    return path.read_text(encoding="utf-8")


def _of_map(text: str, names: Sequence[object]) -> _Found:
    read, passed, identified = _osteon.map_columns(text, [name for name in names if isinstance(name, str)])
    if identified is not None:
        _maps.check_id(text)
        if len(_columns_of_id(text)) > 1:
            raise _maps.no_one_column()
    return _Found(("map", text), tuple(read), identified, tuple(passed))


def _columns_of_id(text: str) -> set[str]:
    """The columns that a map makes the id of: those that it misses for it in a table without any."""
    try:
        _osteon.map_columns(text, [])
    except errors.OsteonError as refused:
        return {refusal.value for refusal in refused.refusals if refusal.field == "id"}
    return set()
