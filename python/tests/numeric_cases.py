"""Where T- and Z-scores of numbers are asked for in the tests."""

from __future__ import annotations

import math
from typing import Any

import osteon

MACHINES: list[dict[str, Any]] = [
    {"manufacturer": "hologic", "region": "femoral_neck"},
    {"manufacturer": "hologic", "region": "total_hip"},
    {"manufacturer": "hologic", "region": "trochanter"},
    {"manufacturer": "hologic", "region": "lumbar_spine"},
    {"manufacturer": "ge_lunar", "region": "femoral_neck"},
    {"manufacturer": "ge_lunar", "region": "total_hip", "model": "Lunar iDXA"},
    {"manufacturer": "ge_lunar", "region": "lumbar_spine", "model": "Lunar Prodigy", "vertebrae": "L2-L4"},
    {"manufacturer": "ge_lunar", "region": "lumbar_spine", "model": "Lunar Prodigy", "vertebrae": "L3"},
    {"manufacturer": "ge_lunar", "region": "lumbar_spine", "model": "Lunar iDXA"},
    {"manufacturer": "norland", "region": "lumbar_spine", "vertebrae": "L2-L4"},
]
"""Machines of which T-scores are computed."""

BMDS = [0.1, 0.345, 0.558, 0.564, 0.7, 0.858, 0.942, 1.047, 1.18, 2.999, 3.0]


def document(bmd: float, machine: dict[str, Any], **person: Any) -> dict[str, Any]:
    """A person with one scan of one region."""
    line: dict[str, Any] = {"region": machine["region"], "bmd_g_cm2": bmd}
    if "vertebrae" in machine:
        first, _, last = machine["vertebrae"].partition("-")
        line["vertebrae"] = [f"L{one}" for one in range(int(first[1]), int((last or first)[1]) + 1)]
    scan = {key: machine[key] for key in ("manufacturer", "model", "database") if key in machine}
    return {"sex": "female", "age_years": 67, "scans": [{**scan, "regions": [line]}], **person}


def score(bmd: float, machine: dict[str, Any], **person: Any) -> Any:
    """What the engine says of it."""
    return osteon.assess(document(bmd, machine, **person), outputs=["scores"]).scores[0]


def same_bits(one: float, other: float | None) -> bool:
    """Whether both are the same double; NaN is None."""
    if other is None or math.isnan(other):
        return math.isnan(one)
    return float(one).hex() == float(other).hex()
