"""A patient document as one row of a table, where one row can say all of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_OBJECTS = ("risk_factors", "history")
_OF_REGIONS = {"bmd_g_cm2": "bmd_", "t_score": "t_", "z_score": "z_", "area_cm2": "area_", "bmc_g": "bmc_"}
_UNITS = {
    "mmol/L": "mmol_l",
    "umol/L": "umol_l",
    "nmol/L": "nmol_l",
    "pmol/L": "pmol_l",
    "g/L": "g_l",
    "g/dL": "g_dl",
    "mg/dL": "mg_dl",
    "ng/mL": "ng_ml",
    "pg/mL": "pg_ml",
    "mg/L": "mg_l",
    "mU/L": "mu_l",
    "U/L": "u_l",
    "mL/min": "ml_min",
    "mL/min/1.73m2": "ml_min_1_73m2",
}


class NotFlat(Exception):
    """Something of a document that no row can say."""


def flat(patient: Mapping[str, Any]) -> dict[str, Any]:
    """The row.

    Raises
    ------
    NotFlat
        With what it cannot say.
    """
    row: dict[str, Any] = {}
    for key, value in patient.items():
        if key in _OBJECTS:
            _object(row, value)
        elif key == "frax":
            _frax(row, value)
        elif key == "complete":
            row[key] = ";".join(value)
        elif key == "scans":
            _scans(row, value)
        elif key == "fractures":
            row[key] = ";".join(map(_fracture, value)) or "none"
        elif key == "treatments":
            row[key] = ";".join(map(_treatment, value)) or "none"
        elif key == "labs":
            _labs(row, value)
        elif key == "spine_imaging":
            _imaging(row, value)
        elif isinstance(value, (list, dict)):
            raise NotFlat(key)
        else:
            row[key] = value
    return row


_SAID_BY_THE_NAME = {"assumed": "scans.regions.vertebrae=L1-L4", "flags": "vertebrae_read_as_l1_l4"}


def as_a_row_says(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers without what a document leaves open and the name of a column says: which vertebrae a spine is."""
    said = dict(answers)
    for name, word in _SAID_BY_THE_NAME.items():
        said[name] = [other for other in said[name] or () if other != word] or None
    return said


def _object(row: dict[str, Any], said: Mapping[str, Any]) -> None:
    for key, value in said.items():
        if key == "glucocorticoid":
            row.update({f"glucocorticoid_{inner}": of_inner for inner, of_inner in value.items()})
        elif isinstance(value, (list, dict)):
            raise NotFlat(key)
        else:
            row[key] = value


def _frax(row: dict[str, Any], said: Mapping[str, Any]) -> None:
    for key, value in said.items():
        row[f"frax_{key}"] = ";".join(value) if isinstance(value, list) else value


def _scans(row: dict[str, Any], scans: list[Any]) -> None:
    if len(scans) > 1:
        raise NotFlat("scans")
    if not scans:
        row["scans"] = "none"
    for scan in scans:
        for key, value in scan.items():
            if key != "regions":
                row["scan_date" if key == "date" else key] = value
                continue
            for region in value:
                place = region["region"]
                for inner, of_inner in region.items():
                    if inner == "region":
                        continue
                    if inner not in _OF_REGIONS:
                        raise NotFlat(inner)
                    row[f"{_OF_REGIONS[inner]}{place}"] = of_inner


def _fracture(said: Mapping[str, Any]) -> str:
    if not said.keys() <= {"site", "months_ago", "age_years", "date", "trauma"}:
        raise NotFlat("fractures")
    when = [f"{said['months_ago']}"] if "months_ago" in said else []
    when += [f"{said['age_years']}y"] if "age_years" in said else []
    when += [said["date"]] if "date" in said else []
    if len(when) > 1 or said.get("trauma") == "unknown":
        raise NotFlat("fractures")
    trauma = f"!{said['trauma']}" if "trauma" in said else ""
    return said["site"] + "".join(f"@{one}" for one in when) + trauma


def _treatment(said: Mapping[str, Any]) -> str:
    if not said.keys() <= {"drug", "start", "stop"}:
        raise NotFlat("treatments")
    span = f"@{said.get('start', '')}..{said.get('stop', '')}" if len(said) > 1 else ""
    return f"{said['drug']}{span}"


def _labs(row: dict[str, Any], labs: list[Any]) -> None:
    dates = {said.get("date") for said in labs}
    if not labs or len(dates) > 1:
        raise NotFlat("labs")
    for said in labs:
        name = f"lab_{said['analyte']}_{_UNITS.get(said.get('unit', '').replace(' ', ''))}"
        known = said.keys() <= {"analyte", "unit", "value", "date", "comparator"}
        if name in row or name.endswith("_None") or not known:
            raise NotFlat("labs")
        row[name] = f"{said['comparator']}{said['value']}" if "comparator" in said else said["value"]
    if None not in dates:
        row["lab_date"] = dates.pop()


def _imaging(row: dict[str, Any], said: list[Any]) -> None:
    if len(said) > 1:
        raise NotFlat("spine_imaging")
    for one in said:
        for key, value in one.items():
            row[f"spine_imaging_{key}"] = ";".join(value) if isinstance(value, list) else value


def cut(patient: Mapping[str, Any]) -> dict[str, Any]:
    """The patient without what no row can say: somebody else, of whom a row and a document say the same."""
    left = dict(patient)
    if "fractures" in left:
        keys = ("site", "months_ago", "trauma")
        left["fractures"] = [{key: one[key] for key in keys if key in one} for one in left["fractures"]]
    if "treatments" in left:
        keys = ("drug", "start", "stop")
        left["treatments"] = [{key: one[key] for key in keys if key in one} for one in left["treatments"]]
    if "labs" in left:
        undated = [one for one in left["labs"] if "date" not in one and one["unit"].replace(" ", "") in _UNITS]
        left["labs"] = list({one["analyte"]: one for one in undated}.values())
        if not left["labs"]:
            del left["labs"]
    return left
