"""From an assessment document to the columns of a table, by nothing but what both are documented to be.

It knows no engine: the columns come by their names, the values from the document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Column = tuple[str, str, list[str], str | None, str | None]
"""name, what it holds (number, truth, word, set), its words, its section, what must be said beside it"""

SECTIONS = ("scores", "tbs", "diagnosis", "risks", "guidelines", "triage", "safety", "course")
SHOWN_OF_GUIDELINES = ("category", "recommendation", "also", "tier", "status", "missing", "verified")


def sections(outputs: str) -> list[str]:
    """Those of the sections of an assessment that tables have."""
    return [name for name in outputs.split(",") if name in SECTIONS]


def said_by(columns: Sequence[Column], asked: Sequence[str]) -> list[Column]:
    """The columns of these sections: what comes beside them stands in no document of theirs."""
    return [column for column in columns if column[3] is None or column[3] in asked]


def row(columns: Sequence[Column], patient: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """What a row of answers is: numbers, True or False, words, sorted lists of words; None where there is nothing."""
    return {name: _value(name, patient, said) for name, *_ in columns}


def plain(kind: str, value: Any) -> Any:
    """A value of a table in the same form."""
    if value is None or value != value or value == "" and kind == "set":
        return None
    if kind == "set":
        return sorted(str(value).split(";"))
    if kind == "truth":
        return bool(value)
    return str(value) if kind == "word" else float(value)


def _value(name: str, patient: Mapping[str, Any], said: Mapping[str, Any]) -> Any:
    diagnosis = said.get("diagnosis") or {}
    if name == "refused":
        return None
    if name in ("sex", "age_years"):
        return patient[name]
    if re.fullmatch("[tz]_(femoral_neck|total_hip|lumbar_spine|radius_33)", name):
        return _score(said["scores"], name[2:], name[0])
    if name == "lowest_t_reported":
        return _reported(diagnosis["t_score"])
    if name == "diagnosis":
        return diagnosis["category"]
    if name == "clinical_osteoporosis":
        return diagnosis["clinical_osteoporosis"]
    if name in ("tbs", "tbs_category"):
        return (said["tbs"] or {}).get("value" if name == "tbs" else "category")
    if name in ("triage_priority", "triage_within_weeks"):
        return said["triage"][name.removeprefix("triage_")]
    if name.startswith("safety_"):
        return _safety(said["safety"], name.removeprefix("safety_"))
    if name == "course_comes_first":
        return _comes_first(patient, said["course"])
    if name == "flags":
        return _set(flag["code"] for flag in said["flags"])
    if name == "assumed":
        return _set(f"{read['field']}={read['read_as']}" for read in said["assumed"])
    for shown in SHOWN_OF_GUIDELINES:
        for guideline in said.get("guidelines") or ():
            if name == f"{guideline['guideline']}_{shown}":
                return _guideline(guideline, shown)
    return _risk(said["risks"], name)


def _set(words: Any) -> list[str] | None:
    return sorted(set(words)) or None


def _score(scores: Sequence[Mapping[str, Any]], region: str, which: str) -> float | None:
    """The line that stands for a region: one with a T-score first, then of most vertebrae, then the lowest."""
    lines = [one for one in scores if one["region"] == region and one["report_role"] == "current"]

    def rank(one: Mapping[str, Any]) -> tuple[bool, int, float]:
        has_t = one["t_score"] is not None and one["withheld"] is None
        value = one["t_score"] if has_t else one["z_score"]
        return not has_t, -_vertebrae(one["vertebrae"]), float("inf") if value is None else value

    if not lines:
        return None
    line = min(lines, key=rank)
    if which == "z":
        return line["z_score"]
    return None if line["withheld"] else line["t_score"]


def _vertebrae(said: str | None) -> int:
    if said is None:
        return 0
    first, _, last = said.partition("-")
    return int(last[1:]) - int(first[1:]) + 1 if last else said.count(",") + 1


def _reported(t: float | None) -> float | None:
    if t is None:
        return None
    return float(Decimal(repr(t)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _safety(said: Sequence[Mapping[str, Any]], product: str) -> str | None:
    for one in said:
        route = f"_{one['route']}" if one.get("route") else ""
        if f"{one['drug']}{route}" == product:
            return one["status"]
    return None


def _comes_first(patient: Mapping[str, Any], course: Sequence[Any]) -> bool | None:
    if course:
        return True
    asked = patient.get("treatments") is not None or "treatments" in (patient.get("complete") or ())
    return False if asked else None


def _guideline(said: Mapping[str, Any], shown: str) -> Any:
    if shown in ("also", "missing"):
        return _set(said[shown])
    if shown != "status":
        return said[shown]
    if said["applicable"] is False:
        return "not_applicable"
    is_open = said.get("could_be") or said.get("could_be_categories") or said["recommendation"] == "undetermined"
    return "answered" if said["applicable"] and not is_open else "undetermined"


_SHOWN_OF_RISKS = {
    "percent": "percent",
    "percent_reconciled": "reconciled_percent",
    "points": "points",
    "category": "category",
    "at_cut_off": "at_cut_off",
    "refused": "refused",
}


def _risk(risks: Sequence[Mapping[str, Any]], name: str) -> Any:
    """`<model>_points`, `<model>_<outcome>_percent`, `<model>_<outcome>_<years>y_percent` and their like."""
    if name.endswith("_assumed"):
        own = [risk for risk in risks if f"{risk['model']}_assumed" == name and not risk.get("refused")]
        return _set(read["field"] for risk in own for read in risk["inputs_assumed"])
    for risk in risks:
        several = len({one["horizon_years"] for one in risks if one["model"] == risk["model"]}) > 1
        years = f"_{risk['horizon_years']}y" if several else ""
        outcome = "" if risk["outcome"] == "low_bone_density" else f"_{risk['outcome']}{years}"
        for shown, key in _SHOWN_OF_RISKS.items():
            of = "" if shown in ("points", "at_cut_off") else outcome
            if name == f"{risk['model']}{of}_{shown}":
                value = risk.get(key)
                return value["code"] if key == "refused" and value else value
    raise LookupError(f"{name}: no column that this knows")
