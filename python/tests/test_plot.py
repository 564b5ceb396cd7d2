"""The pictures: they show the numbers of the documents, say what must be said beside them, and fit their paper."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import words_of_reports

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")

import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.text import Text  # noqa: E402

import osteon  # noqa: E402
from osteon import plot  # noqa: E402
from osteon.plot import _documents, _style, _words  # noqa: E402

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


# ---- All of them


def test_words_are_those_of_the_reports() -> None:
    assert words_of_reports.COPY.read_text(encoding="utf-8") == words_of_reports.written(), (
        "run python/tests/words_of_reports.py"
    )


def test_both_languages_say_the_same_things() -> None:
    english, french = (_words.OWN[lang] for lang in LANGUAGES)
    assert set(english) == set(french)
    for key, text in english.items():
        parts = [{part for _, part, _, _ in Formatter().parse(said) if part} for said in (text, french[key])]
        assert parts[0] == parts[1], key
    with pytest.raises(osteon.NotAChoiceError, match="lang: 'de': allowed: en, fr"):
        _words.Words("de")


def test_matplotlib_is_imported_by_the_first_picture_only() -> None:
    code = "import sys, osteon.plot; assert 'matplotlib' not in sys.modules"
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)


def test_without_matplotlib_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(ImportError, match=r"pip install \"osteon\[plot\]\""):
        plot.funnel(FUNNEL)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [8.5, 17.0])
def test_everything_fits_its_paper(woman: Any, treated: Any, lang: str, width: float) -> None:
    drawn: list[Any] = [plot.bmd_for_age(woman, "total_hip", lang=lang)]
    drawn += [plot.risk(one, lang=lang, width_cm=width) for one in (woman, treated)]
    drawn += [plot.guidelines(one, lang=lang, width_cm=width) for one in (woman, treated, [woman, treated])]
    drawn.append(plot.funnel(FUNNEL, lang=lang, width_cm=width))
    for ax in drawn:
        assert_fits(ax)
    for ax in drawn[1:]:
        assert ax.figure.get_size_inches()[0] == pytest.approx(width / 2.54)


@pytest.mark.parametrize("dpi", [72, 96, 110, 170, 300])
def test_everything_fits_its_paper_at_any_resolution(woman: Any, treated: Any, dpi: int) -> None:
    drawn: list[Any] = [plot.bmd_for_age(woman, "total_hip")]
    for lang in LANGUAGES:
        drawn += [plot.risk(woman, lang=lang), plot.guidelines(woman, lang=lang)]
        drawn += [plot.guidelines([woman, treated], lang=lang), plot.funnel(FUNNEL, lang=lang)]
    for ax in drawn:
        ax.figure.set_dpi(dpi)
        assert_fits(ax)


@pytest.mark.parametrize("layout", ["constrained", None])
def test_axes_that_are_given_are_drawn_upon_and_kept_within(woman: Any, layout: Any) -> None:
    figure: Any
    figure, (first, second, third, fourth) = plt.subplots(1, 4, figsize=(26, 30), layout=layout)
    assert plot.bmd_for_age(woman, ax=first) is first
    assert plot.risk(woman, ax=second) is second
    assert plot.guidelines(woman, ax=third) is third
    assert plot.funnel(FUNNEL, ax=fourth) is fourth
    assert figure.axes == [first, second, third, fourth]
    figure.draw_without_rendering()
    reaches = []
    for ax in figure.axes:
        assert_fits(ax)
        boxes = [text.get_window_extent() for text in ax.texts if text.get_text().strip()]
        reaches.append((min(box.x0 for box in boxes), max(box.x1 for box in boxes)))
    assert all(left[1] <= right[0] for left, right in pairwise(reaches)), reaches


def test_a_dollar_of_a_document_is_no_formula(woman: Any) -> None:
    document = woman.to_dict()
    document["risks"][0]["name"], document["risks"][0]["model"] = "a $x_1$ model", "unknown"
    figure: Any = plot.risk(document).figure
    figure.draw_without_rendering()
    assert _style.plain("$x$") == r"\$x\$"


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


# ---- Risk


def test_a_dot_is_the_percent_and_a_line_its_range(woman: Any) -> None:
    ax: Any = plot.risk(woman)
    answered = [risk for risk in woman.to_dict()["risks"] if risk.get("percent") is not None]
    dots = marks(ax, "o")
    assert sorted(percent for percent, _, _ in dots) == sorted(risk["percent"] for risk in answered)
    lines = [tuple(line.get_xdata()) for line in ax.lines if line.get_color() == _style.SKY]
    assert sorted(lines) == sorted(tuple(risk["range_percent"]) for risk in answered)
    hollow = sum(fill == "white" for _, _, fill in dots)
    assert 0 < hollow == sum(risk["verified"] is False for risk in answered)
    for risk in answered:
        assert f"{risk['percent']:.1f} %" in texts(ax)


def test_each_model_that_is_not_verified_has_a_dagger(woman: Any) -> None:
    document = woman.to_dict()
    answered = [risk for risk in document["risks"] if risk.get("refused") is None]
    unverified = [risk for risk in answered if risk["verified"] is False]
    of_density = sum(risk["outcome"] == "low_bone_density" for risk in unverified)
    assert 0 < of_density < len(unverified) < len(answered)
    ax: Any = plot.risk(document)
    rows = [text.get_text() for text in ax.texts if text.get_text().count("†") == 1]
    names = {_words.Words("en").coded("model", risk["model"], risk["name"]) for risk in unverified}
    marked = [row for row in rows if any(row.replace("\n", " ").startswith(f"{name}†") for name in names)]
    assert len(marked) == len(unverified) - of_density
    # The tools for low density stand below, and what the dagger is.
    assert texts(ax).count("†") == len(unverified) + 1
    for risk in answered:
        risk["verified"] = True
    assert "†" not in texts(plot.risk(document))


def test_one_outcome_and_one_horizon_is_a_group(woman: Any) -> None:
    ax: Any = plot.risk(woman)
    place = {percent: y for percent, y, _ in marks(ax, "o")}
    titles = {text.get_text(): text.xy[1] for text in ax.texts if text.get_weight() == "bold"}
    assert "Hip fracture, over 5 years" in titles and "Hip fracture, over 10 years" in titles
    for risk in woman.to_dict()["risks"]:
        if risk.get("percent") is None:
            continue
        above = [title for title, y in titles.items() if y < place[risk["percent"]]]
        nearest = max(above, key=lambda title: titles[title])
        outcome = _words.Words("en").coded("outcome", risk["outcome"]).capitalize()
        assert nearest == f"{outcome}, over {risk['horizon_years']} years"


def test_models_without_an_answer_and_notices_are_named(woman: Any) -> None:
    said = texts(plot.risk(woman))
    assert (
        "No answer: " in said
        and "Nottingham Hip Fracture Score: the model speaks of people with a hip fracture" in said
    )
    for notice in woman.to_dict().get("notices", []):
        assert " ".join(notice["text"].split()) in said
    french = texts(plot.risk(woman, lang="fr"))
    assert " ," not in french
    assert "Sans réponse : " in french and "pas encore vérifié dans l'article" in french.lower()


@pytest.mark.parametrize("count", [0, 1, 20])
def test_one_risk_and_twenty_have_room(woman: Any, count: int) -> None:
    document = woman.to_dict()
    percents = [risk for risk in document["risks"] if risk.get("percent") is not None]
    long = "A model with a very long name that nobody would print in a paper, second revision of 2031"
    document["risks"] = [
        {**percents[at % len(percents)], "model": f"m{at}", "name": f"{long} {at}"} for at in range(count)
    ]
    ax: Any = plot.risk(document)
    assert len(marks(ax, "o")) == count
    assert_fits(ax)
    rows = [text for text in ax.texts if text.get_text().replace("\n", " ").startswith(long)]
    boxes = sorted((text.get_window_extent() for text in rows), key=lambda box: box.y0)
    assert len(boxes) == count
    assert all(low.y1 <= high.y0 + 1 for low, high in pairwise(boxes))


def test_a_section_that_was_not_asked_for_is_missed() -> None:
    answer = osteon.assess(WOMAN, outputs=["scores"])
    without_scores = osteon.assess(WOMAN, outputs=["diagnosis"])
    asked: list[tuple[str, Callable[[], Any]]] = [
        ("risks", lambda: plot.risk(answer)),
        ("guidelines", lambda: plot.guidelines(answer)),
        ("scores", lambda: plot.bmd_for_age(without_scores)),
        ("scores", lambda: plot.bmd_for_age(without_scores, "total_hip")),
    ]
    for section, draw in asked:
        with pytest.raises(osteon.NotAskedError, match="not asked for") as missed:
            draw()
        assert missed.value.field == section


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(osteon.WrongTypeError, match="document: int: an assessment was expected"):
        plot.risk(3)  # type: ignore[arg-type]
    with pytest.raises(osteon.WrongTypeError, match="document: int: a funnel was expected"):
        plot.funnel(3)  # type: ignore[arg-type]


# ---- Guidelines


def column_of(x: float) -> str:
    from osteon.plot.guidelines import COLUMNS, _x

    return next(column for column in COLUMNS if _x(column) == x)


def test_each_guideline_has_its_marks(woman: Any) -> None:
    ax: Any = plot.guidelines(woman)
    recommended = [(column_of(x), fill) for x, _, fill in marks(ax, "s") if fill != "#FFFFFF"]
    could_be = [column_of(x) for x, _, fill in marks(ax, "s") if fill == "#FFFFFF"]
    wanted, others, also = [], [], []
    for one in woman.to_dict()["guidelines"]:
        first = one["recommendation"]
        apart = first in ("undetermined", "not_applicable")
        open_ = [other for other in one["could_be"] if other != first]
        others += open_
        also += one["also"]
        if not apart:
            wanted.append((first, _style.SKY if open_ else _style.BLUE))
    # The marks of the key stand outside of the rows, and are no lines of the axes' data.
    assert sorted(recommended) == sorted(wanted)
    assert sorted(could_be) == sorted(others)
    assert sorted(column_of(x) for x, _, _ in marks(ax, "D")) == sorted(also)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_missing_and_unverified_stands_beside(woman: Any, lang: str) -> None:
    ax: Any = plot.guidelines(woman, lang=lang)
    words = _words.Words(lang)
    rows: dict[float, str] = {}
    for text in ax.texts:
        if text.xycoords != "axes fraction" and text.xy[0] == 0:
            rows[text.xy[1]] = f"{rows.get(text.xy[1], '')} {text.get_text()}"
    said = [" ".join(row.replace("\u00a0", " ").split()) for row in rows.values()]
    assert len(said) == len(woman.guidelines)
    for one in woman.to_dict()["guidelines"]:
        name = words.coded("guideline-short", one["guideline"])
        row = next(row for row in said if row.startswith(name + " ") or row == name)
        for path in one["missing"]:
            assert words.coded("field", path) in row, (name, path)
        assert (words("unverified") in row) is (one["verified"] is False)


def test_somebody_treated_is_told_so(woman: Any, treated: Any) -> None:
    assert "already treated; eligibility only" in texts(plot.guidelines(treated))
    assert "already treated" not in texts(plot.guidelines(woman))
    assert "1 already treated" in texts(plot.guidelines([woman, treated]))


def kinds_of_frames(people: list[dict[str, Any]]) -> Iterator[Any]:
    columns = {key: [person.get(key) for person in people] for key in people[0]}
    yield columns
    yield pytest.importorskip("pandas").DataFrame(columns)
    yield pytest.importorskip("polars").DataFrame(columns)
    yield pytest.importorskip("pyarrow").table(columns)


def test_people_are_counted_whatever_the_table() -> None:
    people = [
        {"sex": "female", "age_years": 60 + at, "manufacturer": "hologic", "bmd_femoral_neck": 0.5 + 0.02 * at}
        for at in range(20)
    ]
    seen = set()
    for frame in kinds_of_frames(people):
        answers = osteon.assess_frame(frame, outputs=["guidelines"])
        ax: Any = plot.guidelines(answers)
        said = texts(ax)
        assert "20 people" in said
        assert "Whether people are already treated is not in this table" in said or "already treated" in said
        assert "missing: " in said and "not yet verified against the paper" in said
        cells = [(text.xy, text.get_text().split("\n")[0]) for text in ax.texts if text.get_text()[:1].isdigit()]
        total: dict[float, int] = {}
        for (_, y), count in cells:
            total[y] = total.get(y, 0) + int(count)
        assert set(total.values()) == {20}, "every guideline says one thing of each person"
        seen.add(said)
    assert len(seen) == 1


NOGG = "nogg2024_recommendation"


def nogg(**columns: Any) -> dict[str, list[Any]]:
    """What NOGG says of as many people as there are values."""
    return {f"nogg2024_{name}": list(values) for name, values in columns.items()}


def test_what_a_table_does_not_tell_is_not_drawn_as_settled() -> None:
    open_ = nogg(recommendation=["treat"], status=["undetermined"], could_be=["treat;no_drug"], also=[None])
    fills = {True: _style.SKY, False: _style.BLUE, None: _style.LIGHT}

    def drawn(table: dict[str, Any]) -> tuple[Any, str]:
        ax = plot.guidelines(table)
        (fill,) = [fill for _, _, fill in marks(ax, "s") if fill != "#FFFFFF"]
        return fill, texts(ax)

    fill, said = drawn(open_)
    assert fill == fills[True] and "whether open: not in this table" not in said
    fill, said = drawn({**open_, **nogg(status=["determined"], could_be=["treat"])})
    assert fill == fills[False]
    # The column of what it could be tells it too.
    assert drawn({NOGG: ["treat"], "nogg2024_could_be": ["treat;no_drug"]})[0] == fills[True]
    assert drawn({NOGG: ["treat"], "nogg2024_could_be": ["treat"]})[0] == fills[False]
    fill, said = drawn({NOGG: ["treat"]})
    assert fill == fills[None]
    assert "whether open: not in this table" in said and "recommended, perhaps open: not in this table" in said
    assert "what else is recommended: not in this table" in said
    assert "recommended, and open: could change" not in said and "◇" not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_legend_of_many_names_what_the_table_tells(lang: str) -> None:
    words = _words.Words(lang)
    whole = nogg(
        recommendation=["treat"] * 2, status=["undetermined", "determined"], could_be=["treat"] * 2, also=[""] * 2
    )
    said = texts(plot.guidelines(whole, lang=lang))
    keys = ("cells-open", "cells-could-be", "cells-also")
    plain = {key: words(key).replace("\u00a0", " ") for key in (*keys, "open-not-told")}
    assert all(plain[key] in said for key in keys) and "? 1" in said
    assert plain["open-not-told"] not in said
    alone = texts(plot.guidelines({NOGG: whole[NOGG]}, lang=lang))
    assert not any(plain[key] in alone for key in keys) and plain["open-not-told"] in alone


def test_rows_that_were_refused_are_not_counted() -> None:
    frame = {"sex": ["female", "female", "female"], "age_years": [60, 70, 700]}
    ax: Any = plot.guidelines(osteon.assess_frame(frame, outputs=["guidelines"], refused="ignore"))
    assert "2 people" in texts(ax) and "Rows refused and not counted: 1." in texts(ax)
    table = pytest.importorskip("pandas").DataFrame({"sex": ["female"]})
    with pytest.raises(ValueError, match="no columns of guidelines"):
        plot.guidelines(table)
    with pytest.raises(ValueError, match="no assessment was given"):
        plot.guidelines([])


# ---- The funnel of a service


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bars_are_shares_of_the_identified(lang: str) -> None:
    ax: Any = plot.funnel(FUNNEL, lang=lang)
    bars = [bar.get_width() for bar in ax.patches if bar.get_facecolor()[:3] == matplotlib.colors.to_rgb(_style.BLUE)]
    assert bars == [100, 25.0, 10.0]
    said = texts(ax)
    if lang == "en":
        assert "50 of 200 (25.0 %) of the identified" in said and "20 of 48 (41.7 %) of: came" in said
        assert "cannot be computed: no row of the pathway file says it of this group" in said
        assert "2 died before: counted of all who were identified" in said
        assert "Fractures from 1 January 2023 to 31 December 2023" in said
    else:
        assert "50 sur 200 (25,0 %) des repérés" in said
        assert "ne peut être calculé : aucune ligne du fichier de parcours ne le dit pour ce groupe" in said
        assert "Décès avant : 2" in said and "Hypothèse : le fichier du parcours" in said


def test_a_step_that_is_not_known_is_striped_and_no_bar() -> None:
    ax: Any = plot.funnel(FUNNEL)
    striped = [bar for bar in ax.patches if bar.get_hatch()]
    assert len(striped) == 1 and striped[0].get_width() == 100


def test_a_funnel_is_read_from_a_path_text_or_dict(tmp_path: Path) -> None:
    path = tmp_path / "funnel.json"
    path.write_text(json.dumps(FUNNEL), encoding="utf-8")
    said = {texts(plot.funnel(given)) for given in (path, str(path), json.dumps(FUNNEL), FUNNEL)}
    assert len(said) == 1
    assert "85 years and over" in texts(plot.funnel(FUNNEL, group="85+"))
    assert "85 ans et plus" in texts(plot.funnel(FUNNEL, group="age_band=85+", lang="fr"))
    with pytest.raises(ValueError, match=r"no group 'x'; these are there: all=all, age_band=85\+"):
        plot.funnel(FUNNEL, group="x")
    with pytest.raises(ValueError, match="no funnel"):
        plot.funnel({})
