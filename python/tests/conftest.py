"""What every test of the package may use."""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest

# A debug build says so once, at import; it is no failure of a test.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", RuntimeWarning)
    import osteon as osteon

ROOT = Path(__file__).resolve().parents[2]
CONFORMANCE = sorted((ROOT / "tests" / "conformance").glob("*.ndjson"))

# A machine that tests run on may be slow; a wrong answer is what they look for.
hypothesis.settings.register_profile("osteon", deadline=None, print_blob=True)
hypothesis.settings.load_profile("osteon")


@dataclass(frozen=True)
class Cases:
    """The conformance cases of one set of options: each a patient and the assessment that must come out."""

    name: str
    options: dict[str, Any]
    outputs: str
    cases: list[tuple[dict[str, Any], dict[str, Any]]]


def cases_of(path: Path) -> Cases:
    """Reads a file of conformance cases."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    first = json.loads(head)
    read = [json.loads(line) for line in lines]
    return Cases(path.stem, first["options"], first["outputs"], [(one["patient"], one["assessment"]) for one in read])


@pytest.fixture(params=CONFORMANCE, ids=lambda path: path.stem)
def conformance(request: pytest.FixtureRequest) -> Cases:
    """Each file of conformance cases in turn."""
    return cases_of(request.param)


@pytest.fixture(scope="session")
def all_cases() -> list[Cases]:
    """Every file of conformance cases."""
    return [cases_of(path) for path in CONFORMANCE]


@pytest.fixture
def woman() -> dict[str, Any]:
    """A woman of 67 with a hip at T -2.5 on the left, a spine, and a vertebral fracture."""
    return {
        "id": "p1",
        "sex": "female",
        "age_years": 67,
        "assessed_on": "2024-06-01",
        "country": "FR",
        "height_cm": 160,
        "weight_kg": 58.5,
        "scans": [
            {
                "manufacturer": "hologic",
                "date": "2024-05-01",
                "regions": [
                    {"region": "femoral_neck", "side": "left", "bmd_g_cm2": 0.558},
                    {"region": "femoral_neck", "side": "right", "bmd_g_cm2": 0.6},
                    {"region": "lumbar_spine", "vertebrae": ["L1", "L2", "L3", "L4"], "bmd_g_cm2": 0.8},
                ],
            }
        ],
        "fractures": [{"site": "vertebra", "date": "2023-08-15", "trauma": "low"}],
    }
