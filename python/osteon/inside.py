"""What is inside the engine: its models, guidelines, rules, references, citations, effects, options and documents.

Each list is made anew at every call: dicts, every one with the same keys. A key without a value holds None, yes and no
are bool, measured numbers are float; all else is text, as the command line lists it.

>>> import osteon
>>> [guideline["id"] for guideline in osteon.guidelines() if guideline["countries"] == "CA"]
['osteoporosis_canada2023', 'caroc2010']
"""

from __future__ import annotations

import json
from typing import Any, Literal

from osteon import _osteon

__all__ = ["citations", "effects", "fields", "guidelines", "models", "options", "references", "rules", "schema"]

_NUMBERS = frozenset({"mean", "sd", "value", "ci_low", "ci_high", "months"})
_WORDS = {"": None, "true": True, "false": False}


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

    Keys: ``name``; ``kind``, one of number, count, truth, date, choice, text, list, result; ``words`` of a closed set.
    """
    return [{"name": name, "kind": kind, "words": words} for name, kind, words in _osteon.fields()]


def schema(document: Literal["patient", "assessment", "options", "fls"]) -> dict[str, Any]:
    """The JSON Schema of a document.

    Raises
    ------
    NotAChoiceError
        For a document that there is not.
    """
    found: dict[str, Any] = json.loads(_osteon.schema(document))
    return found
