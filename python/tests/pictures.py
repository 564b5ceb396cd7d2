"""What the tests of pictures share: people, and how a picture is read."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")

import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.text import Text  # noqa: E402

import osteon  # noqa: E402

LANGUAGES = ("en", "fr")
PRECISION = {"femoral_neck": 0.012, "total_hip": 0.009, "lumbar_spine": 0.011}


def scan(date: str, neck: float, hip: float) -> dict[str, Any]:
    regions = [
        {"region": "femoral_neck", "side": "left", "bmd_g_cm2": neck},
        {"region": "total_hip", "side": "left", "bmd_g_cm2": hip},
    ]
    machine = {"manufacturer": "hologic", "model": "Horizon A", "scanner_serial": "1", "precision_g_cm2": PRECISION}
    return {"date": date, **machine, "regions": regions}


WOMAN: dict[str, Any] = {
    "sex": "female", "age_years": 72, "assessed_on": "2026-03-02", "country": "FR", "height_cm": 158, "weight_kg": 54,
    "ethnicity": "white", "fractures": [{"site": "distal_forearm", "date": "2019-11-04", "trauma": "low"}],
    "risk_factors": {"falls_past_year": 2, "current_smoker": False},
    "scans": [scan("2026-02-10", 0.558, 0.672), scan("2022-02-11", 0.601, 0.716), scan("2018-02-11", 0.630, 0.736)],
}  # fmt: skip
TREATED: dict[str, Any] = {
    "sex": "female", "age_years": 68, "assessed_on": "2026-05-20", "country": "GB", "fractures": [],
    "treatments": [{"drug": "denosumab", "start": "2023-05-10", "last_dose": "2025-11-02", "doses": 6}],
}  # fmt: skip
SCAN = {"manufacturer": "hologic", "regions": [{"region": "total_hip", "bmd_g_cm2": 0.7}]}
FUNNEL: dict[str, Any] = {
    "schema": "osteon/fls_funnel/1", "engine_version": "0.1.0", "data_version": "d", "from": "2023-01-01",
    "to": "2023-12-31", "as_of": "2025-12-31",
    "assumed": ["A step in no row of the pathway file is read as not done (`pathway_complete`)."],
    "groups": [
        {"by": "all", "group": "all", "fractures": 200, "people": 190, "steps": [
            {"step": "identified", "count": 200, "of_previous": None, "previous": None, "of_identified": None,
             "because": None},
            {"step": "invited", "count": None, "of_previous": None, "previous": None, "of_identified": None,
             "because": "No row of the pathway file says it of this group."},
            {"step": "attended", "count": 50, "previous": "identified",
             "of_previous": {"numerator": 50, "denominator": 200, "percent": 25.0, "ci_low": 19.5, "ci_high": 31.4},
             "of_identified": {"numerator": 50, "denominator": 200, "percent": 25.0, "ci_low": 19.5, "ci_high": 31.4},
             "because": None},
            {"step": "on_treatment_12_months", "count": 20, "previous": "attended",
             "of_previous": {"numerator": 20, "denominator": 48, "percent": 41.666, "ci_low": 28.8, "ci_high": 55.7},
             "of_identified": {"numerator": 20, "denominator": 200, "percent": 10.0, "ci_low": 6.6, "ci_high": 14.9},
             "because": "2 died before: counted of all who were identified, left out of those who reached the step "
             "before."},
        ]},
        {"by": "age_band", "group": "85+", "fractures": 9, "people": 9, "steps": [
            {"step": "identified", "count": 9, "of_previous": None, "previous": None, "of_identified": None,
             "because": None},
        ]},
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_is_shown_or_changed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def shown(*_: Any, **__: Any) -> None:
        raise AssertionError("a picture was shown")

    monkeypatch.setattr(plt, "show", shown)
    before = copy.deepcopy(dict(matplotlib.rcParams))
    yield
    assert dict(matplotlib.rcParams) == before
    plt.close("all")


@pytest.fixture(scope="module")
def woman() -> Any:
    return osteon.assess(WOMAN)


@pytest.fixture(scope="module")
def treated() -> Any:
    return osteon.assess(TREATED)


def texts(ax: Any) -> str:
    """Everything written, with plain spaces and no line breaks."""
    found = [text.get_text() for text in ax.findobj(Text)]
    return " ".join(" ".join(found).replace("\u00a0", " ").replace("\u2212", "-").split())


def marks(ax: Any, marker: str) -> list[tuple[float, float, Any]]:
    """Where a marker stands: x, y and its filling."""
    lines = [line for line in ax.lines if line.get_marker() == marker and line.get_transform() == ax.transData]
    return [(float(line.get_xdata()[0]), float(line.get_ydata()[0]), line.get_markerfacecolor()) for line in lines]


def assert_fits(ax: Any) -> None:
    """No text is cut off by the edge of the paper."""
    figure = ax.figure
    figure.draw_without_rendering()
    paper = figure.bbox
    beyond = {
        label
        for limits, places, labels in (
            (ax.get_xlim(), ax.get_xticks(), ax.get_xticklabels()),
            (ax.get_ylim(), ax.get_yticks(), ax.get_yticklabels()),
        )
        for place, label in zip(places, labels, strict=True)
        if not min(limits) <= place <= max(limits)
    }  # fmt: skip
    for text in ax.findobj(Text):
        if not text.get_text().strip() or not text.get_visible() or text in beyond:
            continue
        box = text.get_window_extent()
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= paper.x1 + 1 and box.y1 <= paper.y1 + 1
        assert inside, f"{text.get_text()!r} at {box} is outside of {paper}"
