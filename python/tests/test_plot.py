"""The pictures: they show the numbers of the documents, say what must be said beside them, and fit their paper."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import words_of_reports

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")

import matplotlib.pyplot as plt  # noqa: E402
from pictures import FUNNEL, LANGUAGES, WOMAN, assert_fits, marks, nothing_is_shown_or_changed, texts, treated, woman  # noqa: E402, F401

import osteon  # noqa: E402
from osteon import plot  # noqa: E402
from osteon.plot import _style, _words  # noqa: E402

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
