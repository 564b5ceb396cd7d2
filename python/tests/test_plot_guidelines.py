"""What guidelines say, of one person and of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")


from pictures import FUNNEL, LANGUAGES, WOMAN, marks, nothing_is_shown_or_changed, texts, treated, woman  # noqa: E402, F401

import osteon  # noqa: E402
from osteon import plot  # noqa: E402
from osteon.plot import _style, _words  # noqa: E402

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
