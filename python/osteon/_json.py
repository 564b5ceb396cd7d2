"""A dict, a JSON text or a typed document, as the JSON text that the engine reads."""

from __future__ import annotations

import datetime
import json
import math
import os
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, NoReturn

import numpy as np

from osteon import _values, errors

# Deeper than any document, and less deep than what the engine's own reader takes.
_DEEPEST = 32
# Whole numbers up to here are exact in a double, so that 2.0 and 2 are one number.
_WHOLE = 2.0**53


def text(document: object, what: str = "patient", *, lists: bool = False) -> str:
    """The document in JSON.

    Parameters
    ----------
    document
        A mapping, a typed document, or JSON as `str` or `bytes`.
    what
        What it is, for messages.
    lists
        Whether it may be a list of documents.

    Raises
    ------
    OsteonError
        For what cannot stand in a document, naming the path of its field.
    """
    if isinstance(document, str):
        return _written(document, what, lists)
    if isinstance(document, (bytes, bytearray, memoryview)):
        try:
            return _written(bytes(document).decode("utf-8"), what, lists)
        except UnicodeDecodeError as error:
            limit = f"must be UTF-8; byte {error.start} is not"
            raise errors.refusal(errors.WrongTypeError, what, "", limit) from None
    if isinstance(document, Mapping) or hasattr(document, "_items"):
        return dumps(document)
    if lists and isinstance(document, (list, tuple)):
        return dumps(document)
    _no_document(document, what)


def dumps(value: object) -> str:
    """Any value that may stand in a document, in JSON on one line."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def handed_on(document: object) -> str:
    """A document that `text` refuses, in JSON all the same, so that the engine refuses it beside others.

    What has no place in JSON stands in a list of a list, which is no value of any field, and NaN as NaN.
    """
    return json.dumps(_bad(document, 0))


def _bad(value: object, depth: int) -> Any:
    if depth > _DEEPEST:
        return "..."
    items = value._items() if hasattr(type(value), "_items") else None  # type: ignore[attr-defined]
    if isinstance(value, Mapping):
        items = value.items()
    if items is not None:
        return {str(key): _bad(item, depth + 1) for key, item in items}
    if isinstance(value, (list, tuple)):
        return [_bad(item, depth + 1) for item in value]
    try:
        return plain(value)
    except errors.OsteonError:
        if isinstance(value, (float, np.floating, Decimal)):
            return float(value)
        return value if isinstance(value, (str, int)) else [[repr(value)]]


def plain(value: object, path: str = "", depth: int = 0) -> Any:
    """The value made of dict, list, str, int, float, bool and None alone.

    Numbers of numpy and `Decimal` become Python's, dates their text, `NaT` and `NA` None (unknown). A typed document
    leaves out what is None. A float32 is read as the decimal that it was written from, and a whole float as a whole
    number, since a table without a column of whole numbers has them so.
    """
    kind = type(value)
    if value is None or kind is bool:
        return value
    if kind is str:
        return _text(str(value), path)
    if kind is int:
        return _whole(value, path)  # type: ignore[arg-type]
    if kind is float:
        return _number(value, path)  # type: ignore[arg-type]
    if depth > _DEEPEST:
        _refuse(errors.WrongTypeError, path[:80], "", "nested deeper than any document, or holds itself")
    if hasattr(kind, "_items"):
        items: Iterator[tuple[str, object]] = value._items()  # type: ignore[attr-defined]
        return {key: plain(item, _join(path, key), depth + 1) for key, item in items}
    if isinstance(value, Mapping):
        return dict(_object(value, path, depth))
    if isinstance(value, (list, tuple)):
        return [plain(item, f"{path}[{place}]", depth + 1) for place, item in enumerate(value)]
    return _other(value, path, depth)


def _object(value: Mapping[Any, Any], path: str, depth: int) -> Iterator[tuple[str, Any]]:
    for key, item in value.items():
        if not isinstance(key, str):
            _refuse(errors.UnknownKeyError, _join(path, repr(key)), repr(key), "keys are text")
        name = _text(key, path)
        yield name, plain(item, _join(path, name), depth + 1)


def _other(value: Any, path: str, depth: int) -> Any:
    """What comes from other libraries, and what has no place in a document."""
    if isinstance(value, Enum):
        return plain(value.value, path, depth + 1)
    if _values.is_missing(value):
        return None
    if isinstance(value, np.generic):
        return _scalar(value, path)
    if isinstance(value, np.ndarray):
        if value.ndim == 0:
            return plain(value[()], path, depth + 1)
        return [plain(item, f"{path}[{place}]", depth + 1) for place, item in enumerate(value)]
    if isinstance(value, str):
        return _text(str.__str__(value), path)
    if isinstance(value, int):
        return _whole(int(value), path)
    if isinstance(value, float):
        return _number(float(value), path)
    if isinstance(value, Decimal):
        return _decimal(value, path)
    if isinstance(value, datetime.date):
        return _day(value, path)
    if isinstance(value, (bytes, bytearray, memoryview)):
        _refuse(errors.WrongTypeError, path, "", "must be text, not bytes; decode it first")
    if isinstance(value, (set, frozenset)):
        _refuse(errors.WrongTypeError, path, "", "a set has no order; write a list")
    advice = "; write .tolist()" if hasattr(value, "tolist") else ""
    _refuse(errors.WrongTypeError, path, "", f"a {_named(value)} has no place in a document{advice}")


def _scalar(value: np.generic, path: str) -> Any:
    if isinstance(value, np.bool_):
        return bool(value)
    if isinstance(value, np.integer):
        return int(value)
    if isinstance(value, np.floating):
        return _number(_values.decimal_of(value), path)
    if isinstance(value, np.datetime64):
        return _numpy_day(value, path)
    if isinstance(value, np.str_):
        return _text(str(value), path)
    _refuse(errors.WrongTypeError, path, "", f"a {_named(value)} has no place in a document")


def _text(value: str, path: str) -> str:
    # Half of a surrogate pair is no character, and cannot be written.
    if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
        _refuse(errors.WrongTypeError, path, ascii(value[:12]), "must be text; this has half a character in it")
    return value


def _whole(value: int, path: str) -> int:
    if value.bit_length() > 1023:
        _refuse(errors.NotFiniteError, path, "out of range", "a number that no double holds")
    return value


def _number(value: float, path: str) -> float | int:
    if not math.isfinite(value):
        _refuse(
            errors.NotFiniteError, path, str(value), "NaN and infinity are no values; leave the key out, or write None"
        )
    if abs(value) < _WHOLE and value.is_integer() and (value or math.copysign(1.0, value) > 0.0):
        return int(value)
    return value


def _decimal(value: Decimal, path: str) -> float | int:
    if not value.is_finite():
        _refuse(errors.NotFiniteError, path, str(value), "NaN and infinity are no values; leave the key out")
    return _number(float(value), path)


def _day(value: datetime.date, path: str) -> str:
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is not None:
        _refuse(errors.NotADateError, path, str(value), "a moment in a time zone is no date; say which day it was")
    if _values.has_time(value):
        _refuse(errors.NotADateError, path, str(value), "must be a date, as 2024-05-31; this has a time of day")
    return value.date().isoformat()


def _numpy_day(value: np.datetime64, path: str) -> str:
    day = _values.day_of(value)
    if day is None:
        _refuse(errors.NotADateError, path, str(value), "must be a date, as 2024-05-31: a day, with no time of day")
    return day.isoformat()


def _written(document: str, what: str, lists: bool) -> str:
    """A text that somebody else wrote: the engine reads it, unless it is clearly no JSON at all."""
    start = document.lstrip("\ufeff \t\r\n")
    if not start:
        _refuse(errors.NotADocumentError, what, "", "an empty text is no document; write {} and what is known")
    if start[0] == "[" and not lists:
        _refuse(errors.WrongTypeError, what, "", "must be an object, not a list; one at a time")
    if start[0] not in "{[":
        limit = "must be JSON, which begins with {"
        if start.endswith((".json", ".ndjson", ".gz", ".csv")) or os.path.exists(document):
            limit += "; this looks like the path of a file: read it, as pathlib.Path(path).read_text()"
        _refuse(errors.NotADocumentError, what, repr(start[:12]), limit)
    return _text(document, what)


def _no_document(document: object, what: str) -> NoReturn:
    if document is None:
        raise errors.refusal(errors.MissingError, what, "", "give a dict, JSON text, or a typed document")
    limit = f"must be a dict, JSON text, or a typed document, not a {_named(document)}"
    if isinstance(document, os.PathLike):
        limit += "; read the file, as path.read_text()"
    elif isinstance(document, (list, tuple)):
        limit += "; one at a time"
    elif hasattr(document, "columns") or hasattr(document, "schema"):
        limit += "; for a table use osteon.assess_frame"
    elif hasattr(document, "to_dict"):
        limit += "; write .to_dict()"
    raise errors.refusal(errors.WrongTypeError, what, "", limit)


def _refuse(kind: type[errors.OsteonError], path: str, value: str, limit: str) -> NoReturn:
    raise errors.refusal(kind, path or "document", value, limit)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _named(value: object) -> str:
    kind = type(value)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
