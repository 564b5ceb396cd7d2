"""Bone density for age: scans where they are, joined where they can be compared, with bars that are theirs."""

from __future__ import annotations

from typing import Any

import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")


from pictures import FUNNEL, SCAN, WOMAN, marks, nothing_is_shown_or_changed, scan, texts, woman  # noqa: E402, F401

import osteon  # noqa: E402
from osteon import plot  # noqa: E402
from osteon.plot import _documents, _style  # noqa: E402

# ---- Bone density for age


@pytest.mark.parametrize(("lang", "t", "z"), [("en", "T -2.5", "Z -1.2"), ("fr", "T -2,5", "Z -1,2")])
def test_the_scans_stand_at_their_age_and_density(woman: Any, lang: str, t: str, z: str) -> None:
    ax: Any = plot.bmd_for_age(woman, "femoral_neck", lang=lang)
    scans = marks(ax, "o")
    assert [bmd for _, bmd, _ in scans] == [0.630, 0.601, 0.558]
    assert [age for age, _, _ in scans] == pytest.approx([63.95, 67.95, 71.95], abs=0.05)
    assert [fill for _, _, fill in scans] == ["white", "white", _style.INK]
    said = texts(ax)
    assert t in said and z in said
    source = _documents.charts(WOMAN, woman)[0]["source"]
    assert " ".join(woman.to_dict()["citations"][source].split()) in said
    assert "nhanes_2005_2010.female.white.femoral_neck" in said
    assert {"en": "BMD (g/cm²)", "fr": "DMO (g/cm²)"}[lang] == ax.get_ylabel()
    assert {"en": "Age (years)", "fr": "Âge (ans)"}[lang] == ax.get_xlabel()
    assert {"en": "Femoral neck (left)", "fr": "Col fémoral (gauche)"}[lang] == ax.get_title(loc="left")


def test_the_bars_are_the_least_significant_change(woman: Any) -> None:
    ax: Any = plot.bmd_for_age(woman, "femoral_neck")
    ends = [tuple(segment[:, 1]) for bars in ax.collections for segment in getattr(bars, "get_segments", list)()]
    lsc = 2.77 * 0.012
    assert [pytest.approx((bmd - lsc, bmd + lsc), abs=1e-9) for bmd in (0.630, 0.601, 0.558)] == ends


def hip_scans(*scans: tuple[int, float, dict[str, Any]]) -> Any:
    """The chart of scans of a hip: year, BMD, and the rest of the scan."""
    each = [
        {"date": f"{year}-02-10", **rest, "regions": [{"region": "total_hip", "side": "left", "bmd_g_cm2": bmd}]}
        for year, bmd, rest in scans
    ]
    return osteon.assess({"sex": "female", "age_years": 72, "assessed_on": "2026-03-02", "scans": each})


def joins(ax: Any) -> list[tuple[float, float]]:
    """The BMD of scans that a line joins."""
    lines = [line for line in ax.lines if line.get_color() == _style.INK and len(line.get_xdata()) == 2]
    return [tuple(line.get_ydata()) for line in lines if line.get_marker() == "None"]


def bars(ax: Any) -> list[tuple[float, float, bool]]:
    """The ends of each bar, and whether it is dashed."""
    drawn = [bars for bars in ax.collections if hasattr(bars, "get_segments")]
    return [
        (*sorted(segment[:, 1]), bars.get_linestyles()[0][1] is not None)
        for bars in drawn
        for segment in bars.get_segments()
    ]


SERIAL_A = {"manufacturer": "hologic", "scanner_serial": "A"}
OWN = {"precision_g_cm2": {"total_hip": 0.005}}


def test_scans_of_one_scanner_are_joined(woman: Any) -> None:
    ax: Any = plot.bmd_for_age(woman, "femoral_neck")
    assert joins(ax) == [(0.630, 0.601), (0.601, 0.558)]
    assert "not joined" not in texts(ax) and "Dashed" not in texts(ax)


@pytest.mark.parametrize("other", [{"scanner_serial": "B"}, {"scanner_serial": "G", "manufacturer": "ge_lunar"}])
def test_scans_that_cannot_be_compared_are_not_joined(other: dict[str, Any]) -> None:
    answer = hip_scans((2023, 0.75, {**SERIAL_A, **OWN, **other}), (2026, 0.70, {**SERIAL_A, **OWN}))
    assert [change.significant for change in answer.changes] == [None]
    ax: Any = plot.bmd_for_age(answer)
    assert joins(ax) == []
    assert "Scans that cannot be compared are not joined." in texts(ax)
    low, high, dashed = bars(ax)[-1]
    assert (low, high, dashed) == (pytest.approx(0.70 - 2.77 * 0.005), pytest.approx(0.70 + 2.77 * 0.005), False)
    assert "ne sont pas reliés" in texts(plot.bmd_for_age(answer, lang="fr"))


def test_a_scan_of_another_scanner_between_does_not_part_the_others() -> None:
    scans = [(2020, 0.75, SERIAL_A), (2023, 0.71, {**SERIAL_A, "scanner_serial": "B"}), (2026, 0.70, SERIAL_A)]
    assert joins(plot.bmd_for_age(hip_scans(*scans))) == [(0.75, 0.70)]


def test_a_bar_by_the_minimum_of_iscd_is_dashed_and_named() -> None:
    ax: Any = plot.bmd_for_age(hip_scans((2023, 0.75, SERIAL_A), (2026, 0.70, SERIAL_A)))
    assert joins(ax) == [(0.75, 0.70)]
    lsc = 2.77 * 0.018 * 0.75
    assert bars(ax) == [(pytest.approx(bmd - lsc), pytest.approx(bmd + lsc), True) for bmd in (0.75, 0.70)]
    assert "Dashed bars: least significant change by ISCD's minimum precision" in texts(ax)
    assert "Bars: least" not in texts(ax)


def test_classes_are_drawn_where_a_t_score_is_due(woman: Any) -> None:
    ax: Any = plot.bmd_for_age(woman, "femoral_neck")
    heights = sorted(line.get_ydata()[0] for line in ax.lines if line.get_color() == "white")
    assert heights == pytest.approx([0.558, 0.738])
    assert "Osteoporosis" in texts(ax)
    young = plot.bmd_for_age(SCAN, sex="male", age_years=45)
    assert "Osteoporosis" not in texts(young) and "No classes" in texts(young)
    assert "Z " in texts(young) and "T -" not in texts(young)


def test_the_region_that_decides_comes_first(woman: Any) -> None:
    assert plot.bmd_for_age(woman).get_title(loc="left").startswith("Femoral neck")


@pytest.mark.parametrize("as_scan", [dict, lambda given: osteon.Scan.from_dict(given)])
def test_a_scan_alone_needs_sex_and_age(as_scan: Any) -> None:
    given = as_scan(SCAN)
    assert [bmd for _, bmd, _ in marks(plot.bmd_for_age(given, sex="female", age_years=80), "o")] == [0.7]
    with pytest.raises(ValueError, match="`sex` and `age_years`"):
        plot.bmd_for_age(given, sex="female")


def test_the_dict_of_an_assessment_needs_its_patient(woman: Any) -> None:
    with pytest.raises(ValueError, match="patient="):
        plot.bmd_for_age(woman.to_dict())
    ax: Any = plot.bmd_for_age(woman.to_dict(), "total_hip", patient=WOMAN)
    assert len(marks(ax, "o")) == 3
    with pytest.raises(ValueError, match="go with a scan alone"):
        plot.bmd_for_age(woman, sex="female", age_years=72)


def test_without_a_chart_it_is_said_why(woman: Any) -> None:
    with pytest.raises(ValueError, match=r"radius_33: it was not measured\. These have one: femoral_neck, total_hip"):
        plot.bmd_for_age(woman, "radius_33")
    child = osteon.assess({"sex": "female", "age_years": 12, "scans": [SCAN]})
    with pytest.raises(ValueError, match="under 20 a Z-score needs the caller's L, M and S"):
        plot.bmd_for_age(child)
    with pytest.raises(ValueError, match="no bone density was measured"):
        plot.bmd_for_age(osteon.assess({"sex": "female", "age_years": 72, "scans": []}))
