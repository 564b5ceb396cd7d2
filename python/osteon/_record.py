"""What the typed documents and the records of an assessment have in common."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from osteon import _json, errors

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_R = TypeVar("_R", bound="Record")
_D = TypeVar("_D", bound="Document")
_V = TypeVar("_V")


class Table(Mapping[str, _V], Generic[_V]):
    """A mapping that never changes."""

    __slots__ = ("_held",)
    _held: dict[str, _V]

    def __init__(self, held: Mapping[str, _V]) -> None:
        object.__setattr__(self, "_held", dict(held))

    def __getitem__(self, key: str) -> _V:
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __hash__(self) -> int:
        return hash(frozenset(self._held.items()))

    def __repr__(self) -> str:
        return repr(self._held)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a table of a document never changes: cannot set {name!r}")

    def __reduce__(self) -> tuple[object, ...]:
        return Table, (self._held,)


class Record:
    """A part of an assessment: frozen, equal to another that says the same, hashable, and it pickles."""

    __slots__ = ()

    # The fields that hold records, or lists of them, by the class; those that hold days; those whose name in JSON is
    # a keyword of Python.
    _parts: ClassVar[Mapping[str, str]] = {}
    _days: ClassVar[frozenset[str]] = frozenset()
    _spelt: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def _fields(cls) -> tuple[str, ...]:
        # Of a dataclass with slots these are its fields, and nothing else.
        return tuple(cls.__slots__)

    def _items(self) -> Iterator[tuple[str, Any]]:
        """Each field under its name in JSON."""
        spelt = self._spelt
        for name in self._fields():
            yield spelt.get(name, name), getattr(self, name)

    def to_dict(self) -> dict[str, Any]:
        """As a dict of dict, list, str, float, int, bool and None alone, made anew; days are text."""
        made: dict[str, Any] = _json.plain(self)
        return made

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields())

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        said = ((name, getattr(self, name)) for name in self._fields())
        shown = ", ".join(f"{name}={value!r}" for name, value in said if self._worth_a_word(value))
        return f"{type(self).__name__}({shown})"

    @staticmethod
    def _worth_a_word(value: object) -> bool:
        return value is not None and value != ()


class Document(Record):
    """A document, or a part of one, that is given to the engine.

    A field that is None is unknown and is left out of the JSON; an empty list stays, and means "asked, none". Lists
    are kept as tuples, dicts as the class of their place, and days written as 2024-05-31 as `datetime.date`. Nothing
    else is checked here: the engine refuses what cannot be when it is asked.
    """

    __slots__ = ()

    def __post_init__(self) -> None:
        for name in self._fields():
            value = getattr(self, name)
            if value is None or isinstance(value, (Record, Table)):
                continue
            kept = _kept(type(self), name, value, name, _strict)
            if kept is not value:
                object.__setattr__(self, name, kept)

    def _items(self) -> Iterator[tuple[str, Any]]:
        return ((name, value) for name, value in super()._items() if value is not None)

    @staticmethod
    def _worth_a_word(value: object) -> bool:
        # An empty list says "asked, none".
        return value is not None

    @classmethod
    def from_dict(cls: type[_D], document: Mapping[str, Any]) -> _D:
        """Reads a dict with the keys of the JSON document.

        Raises
        ------
        UnknownKeyError
            For a key that the document does not have, naming the nearest that it has.
        WrongTypeError
            For something else where an object belongs.
        """
        return _strict(cls, document, "")

    @classmethod
    def from_json(cls: type[_D], document: str | bytes) -> _D:
        """Reads JSON.

        Raises
        ------
        NotADocumentError
            For what is no JSON.
        UnknownKeyError, WrongTypeError
            As `from_dict`.
        """
        text = _json.text(document, cls.__name__.lower())
        try:
            return _strict(cls, json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number), "")
        except RecursionError:
            raise errors.refusal(errors.NotADocumentError, "document", "", "nested too deeply") from None
        except json.JSONDecodeError as error:
            limit = f"not JSON ({error.msg}, line {error.lineno}, column {error.colno})"
            raise errors.refusal(errors.NotADocumentError, "document", "", limit) from None

    def to_json(self, *, indent: int | None = None) -> str:
        """In JSON, what is unknown left out; on one line unless `indent` is given."""
        if indent is None:
            return _json.dumps(self)
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


def read(cls: type[_R], answer: Mapping[str, Any]) -> _R:
    """A record of what the engine wrote."""
    spelt = {key: name for name, key in cls._spelt.items()}
    named = ((spelt.get(key, key), value) for key, value in answer.items())
    return cls(**{name: _kept(cls, name, value, name, _trusted) for name, value in named})


def _trusted(cls: type[_R], answer: Any, path: str) -> _R:
    return read(cls, answer)


def _strict(cls: type[_R], document: Any, path: str) -> _R:
    """A part of a document that somebody wrote."""
    if not isinstance(document, Mapping):
        limit = f"must be an object, not a {_json._named(document)}"
        raise errors.refusal(errors.WrongTypeError, path or "document", "", limit)
    names = cls._fields()
    said: dict[str, Any] = {}
    for key, value in document.items():
        at = f"{path}.{key}" if path else str(key)
        if key not in names:
            from difflib import get_close_matches

            near = get_close_matches(str(key), names, n=1)
            limit = f"did you mean {near[0]}?" if near else "this object has no such key"
            raise errors.refusal(errors.UnknownKeyError, at, str(key), limit)
        said[key] = value if value is None or isinstance(value, Record) else _kept(cls, key, value, at, _strict)
    return cls(**said)


def _kept(cls: type[Record], name: str, value: Any, path: str, reader: Any) -> Any:
    """A value as its field keeps it."""
    kind = type(value)
    if kind is str:
        return _day(value) if name in cls._days else value
    if kind is float or kind is int or kind is bool or value is None:
        return value
    part = cls._parts.get(name)
    if isinstance(value, (list, tuple)):
        if part is None:
            return tuple(value)
        of = _class(part)
        return tuple(
            item if isinstance(item, Record) else reader(of, item, f"{path}[{place}]")
            for place, item in enumerate(value)
        )
    if isinstance(value, Mapping):
        return Table(value) if part is None else reader(_class(part), value, path)
    return value


def _class(name: str) -> type[Record]:
    from osteon import documents

    found: type[Record] = getattr(documents, name)
    return found


def _day(text: str) -> datetime.date | str:
    """The day, if the text is one as the documents write it; else the text, for the engine to refuse by name."""
    if not _DAY.fullmatch(text):
        return text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text


def _no_number(word: str) -> Any:
    limit = "NaN and infinity are no values; leave the key out"
    raise errors.refusal(errors.NotFiniteError, "document", word, limit)
