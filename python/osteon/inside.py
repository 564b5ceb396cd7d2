"""What is inside the engine: its models, guidelines, rules, references, citations, effects, options and documents.

Each list is made anew at every call: dicts, every one with the same keys. A key without a value holds None, yes and no
are bool, measured numbers are float; all else is text, as the command line lists it.

>>> import osteon
>>> [guideline["id"] for guideline in osteon.guidelines() if guideline["countries"] == "CA"]
['osteoporosis_canada2023', 'caroc2010']
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

from osteon import _osteon

__all__ = ["citations", "effects", "fields", "guidelines", "models", "options", "references", "rules", "schema"]

_NUMBERS = frozenset({"mean", "sd", "value", "ci_low", "ci_high", "months"})
_WORDS = {"": None, "true": True, "false": False}

# Units as the last words of the keys of documents spell them (or the first: months_since). The longest end decides.
_UNITS = {
    "cm": "cm",
    "cm2": "cm2",
    "days": "days",
    "g": "g",
    "g_cm2": "g/cm2",
    "g_per_day": "g/day",
    "g_per_year": "g/year",
    "kg": "kg",
    "kg_m2": "kg/m2",
    "m_s": "m/s",
    "mg_cm2": "mg/cm2",
    "mg_per_day": "mg/day",
    "months_ago": "months",
    "months_since": "months",
    "per_day": "per day",
    "percent": "%",
    "s": "s",
    "t_score": "SD",
    "units_per_day": "units/day",
    "years": "years",
    "z_score": "SD",
}


def _listed(what: str) -> list[dict[str, Any]]:
    return [{key: _cell(key, cell) for key, cell in row.items()} for row in json.loads(_osteon.listed(what))]


def _cell(key: str, cell: str) -> Any:
    if cell in _WORDS:
        return _WORDS[cell]
    if key in _NUMBERS:
        try:
            return float(cell)
        except ValueError:
            return cell
    return cell


def models() -> list[dict[str, Any]]:
    """The risk models, a row for each outcome.

    Keys: ``id, outcome, horizon, sex, gives, name, population, citation, confidence, verification, verified, source,
    notice``.
    """
    return _listed("models")


def guidelines() -> list[dict[str, Any]]:
    """The guidelines.

    Keys: ``id, name, countries, published, checked_on, superseded_by, verified, verification, speaks_of, frax,
    citation, source``.
    """
    return _listed("guidelines")


def rules() -> list[dict[str, Any]]:
    """Every rule of every guideline, in the order in which they are asked.

    Keys: ``guideline, order, rule, when, category, recommendation, also, tier, citation, confidence``.
    """
    return _listed("rules")


def references() -> list[dict[str, Any]]:
    """The references of T- and Z-scores that are one mean and standard deviation, and the tables by age by name.

    Keys: ``id, kind, mean, sd, unit, serves, citation, confidence``.
    """
    return _listed("references")


def citations() -> list[dict[str, Any]]:
    """Every source.

    Keys: ``id, text, doi, url``.
    """
    return _listed("citations")


def options() -> list[dict[str, Any]]:
    """Every option of `osteon.Options`.

    Keys: ``key, values, default, what``.
    """
    return _listed("options")


def effects() -> list[dict[str, Any]]:
    """What trials found of each drug.

    Keys: ``drug, trial, outcome, effect_type, value, ci_low, ci_high, months, comparator, population, citation,
    confidence, note``.
    """
    return _listed("effects")


def fields() -> list[dict[str, Any]]:
    """Every column that a table may have.

    Keys: ``name, kind, words, unit``. ``kind`` is one of number, count, truth, date, choice, text, list, result (of a
    laboratory); ``words`` are those of a closed set; ``unit`` is that of a number, None where it has none (a count, a
    score of points, the TBS).

    >>> units = {field["name"]: field["unit"] for field in osteon.fields()}
    >>> units["height_cm"], units["bmd_femoral_neck"], units["t_femoral_neck"], units["lab_calcium_mmol_l"]
    ('cm', 'g/cm2', 'SD', 'mmol/L')
    """
    units = _units()
    return [
        {"name": name, "kind": kind, "words": list(words), "unit": units.get(name)}
        for name, kind, words in _osteon.fields()
    ]


@lru_cache(maxsize=1)
def _units() -> dict[str, str | None]:
    """The unit of each column that has numbers: that of the key under which a document has it."""
    numbers = (name for name, kind, _ in _osteon.fields() if kind in ("number", "count", "result"))
    return {name: _unit_of(name) for name in numbers}


def _unit_of(field: str) -> str | None:
    # A person who may be, and a value that no other cell has.
    cells: dict[str, Any] = {"sex": "female", "age_years": 67.0, "tbs": 1.0, field: 7.0}
    sources: list[Any] = [(name, "objects", [cell], None) for name, cell in cells.items()]
    (text,) = _osteon.patients(sources, 1, ("columns", [(name, name) for name in cells]))
    return next(_units_beside(cells[field], json.loads(text), None))


def _units_beside(value: object, part: Any, above: str | None) -> Iterator[str | None]:
    """The units of a value where it stands: its own, or that of its key or of a key above it."""
    if isinstance(part, dict):
        for key, inner in part.items():
            unit = part.get("unit") or _spelled(key) or above
            if inner == value:
                yield unit
            yield from _units_beside(value, inner, unit)
    elif isinstance(part, list):
        for inner in part:
            yield from _units_beside(value, inner, above)


def _spelled(key: str) -> str | None:
    words = key.split("_")
    ends = ("_".join(words[first:]) for first in range(len(words)))
    return next((_UNITS[end] for end in ends if end in _UNITS), _UNITS.get("_".join(words[:2])))


def schema(document: Literal["patient", "assessment", "options", "fls"]) -> dict[str, Any]:
    """The JSON Schema of a document.

    Raises
    ------
    NotAChoiceError
        For a document that there is not.
    """
    found: dict[str, Any] = json.loads(_osteon.schema(document))
    return found
