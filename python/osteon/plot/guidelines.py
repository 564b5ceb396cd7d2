"""What each guideline recommends: for one person, or counted over many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from . import _beside, _said, _style
from ._said import NO_RECOMMENDATION, People, Said
from ._words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLUMNS: Final = (
    "no_drug", "measure_bmd", "calculate_frax", "specialist_advice", "consider", "treat", "treat_anabolic_first",
    "undetermined", "not_applicable",
)  # fmt: skip
"""From the least to the most; the last two are no recommendations and stand apart."""
APART: Final = 0.5
"""The gap before those two, in columns."""
SPAN: Final = len(COLUMNS) + APART
HEAD, GAP, ROW_PAD, KEY_LINE = 64.0, 8.0, 5.0, 11.0
LABELS: Final = 0.46
"""The share of the width that names and remarks have."""


@dataclass
class _Row:
    """A guideline, as it is drawn."""

    said: list[Said]
    title: list[str]
    remarks: list[str]
    height: float
    y: float = 0.0


def guidelines(answers: Any, ax: Axes | None = None, *, lang: str = "en", width_cm: float = 17.0) -> Axes:
    """Draw what guidelines recommend, a row a guideline and a column a recommendation.

    Of one person: the recommendation is a filled square; one that is open, since something able to change it is not
    known, is lighter, with a question mark; what it could become is outlined; what is recommended besides is a small
    diamond. Of many: the number of people in each cell and their share. What is missing, what is not yet verified and
    that somebody is already treated (which leaves eligibility only) always stands beside; what of it a table does not
    hold is said to be unknown, and a recommendation that may be open or not is pale.

    Parameters
    ----------
    answers
        What `osteon.assess` returned, its dict or its JSON; a list of those; or what `osteon.assess_frame` returned
        with the guidelines in it.
    ax
        Where to draw: names, remarks and small print keep within its place. None: new axes.
    lang
        ``"en"`` or ``"fr"``.
    width_cm
        The width of new axes with all that is beside them; they are as high as need be.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    NotAskedError
        Where an assessment was made without guidelines.
    ValueError
        Where there are no guidelines in the answers.
    """
    words = Words(lang)
    people = _said.read(answers)
    one = people.count == 1
    room = _style.room(ax, width_cm)
    labels = LABELS * room
    rows = [_row(said, people, words, labels - 14) for said in people.said.values()]
    if one:
        rows.sort(key=lambda row: row.said[0].recommendation == "not_applicable")
    y = 0.0
    for row in rows:
        row.y = y + row.height / 2
        y += row.height
    fine = [
        line
        for text in _beside.small_print(people, words, one=one)
        for line in _style.wrapped(text, room - 2 * _style.MARGIN, _style.FINE)
    ]
    shown = [row.said[0] for row in rows]
    marks = _key_lines(shown, words, room - 2 * _style.MARGIN) if one else []
    key = len(marks) * KEY_LINE + (4 if one else 0)
    bottom = GAP + key + _style.height_of(len(fine), _style.FINE) + 4
    heading = words("guidelines-title") if one else words("guidelines-people", count=people.count)
    title, more = _style.title(heading, room - 2 * _style.MARGIN)
    top = HEAD + 18 + more
    ax = _style.axes(ax, width_cm=width_cm, left=labels, right=_style.MARGIN, top=top, body=y, bottom=bottom)
    ax.set_xlim(0, SPAN)
    ax.set_ylim(y, 0)
    _style.bare(ax)
    ax.set_xticks([])
    ax.set_yticks([])
    _heads(ax, title, words, labels)
    for at, row in enumerate(rows):
        if at % 2 == 0:
            _style.band(ax, row.y - row.height / 2, row.y + row.height / 2, left=labels, right=_style.MARGIN)
        _labels(ax, row, labels)
        (_draw_person if one else _draw_people)(ax, row, people, words)
    _key(ax, marks, labels)
    _style.below(ax, fine, left=labels - _style.MARGIN, gap=GAP + key)
    return ax


def _row(said: list[Said], people: People, words: Words, width: float) -> _Row:
    first = said[0]
    name = words.coded("guideline-short", first.guideline, first.name or first.guideline)
    title = _style.wrapped(name, width, _style.TEXT, "bold")
    remarks = _beside.of_person(first, words) if people.count == 1 else _beside.of_people(said, words)
    lines = _style.wrapped(words.joined(remarks), width, _style.FINE) if remarks else []
    height = _style.height_of(len(title), _style.TEXT) + _style.height_of(len(lines), _style.FINE) + ROW_PAD
    least = _style.height_of(1, _style.TEXT) + ROW_PAD + (0 if people.count == 1 else 23)
    return _Row(said, title, lines, max(height, least))


def _x(recommendation: str) -> float:
    at = COLUMNS.index(recommendation)
    return at + 0.5 + (APART if at >= COLUMNS.index("undetermined") else 0.0)


def _heads(ax: Axes, title: str, words: Words, labels: float) -> None:
    _style.put(ax, title, y=1, dx=-labels + _style.MARGIN, dy=HEAD, size=_style.TITLE, weight="bold", va="bottom")
    for column in COLUMNS:
        apart = column in NO_RECOMMENDATION
        note = _style.put(
            ax, "\n".join(_style.wrapped(words.coded("recommendation", column), 62, _style.SMALL)), x=_x(column) / SPAN,
            y=1, dy=4, size=_style.SMALL, va="bottom", ha="center", colour=_style.GREY if apart else _style.INK,
        )  # fmt: skip
        note.set_rotation(90)


def _labels(ax: Axes, row: _Row, labels: float) -> None:
    title, remarks = _style.height_of(len(row.title), _style.TEXT), _style.height_of(len(row.remarks), _style.FINE)
    top = (title + remarks) / 2
    at = {"y": row.y, "dx": -labels + _style.MARGIN, "where": "row"}
    grey = all(one.recommendation == "not_applicable" for one in row.said)
    colour = _style.GREY if grey else _style.INK
    _style.put(ax, "\n".join(row.title), dy=top, size=_style.TEXT, weight="bold", colour=colour, **at)  # type: ignore[arg-type]
    if row.remarks:
        _style.put(ax, "\n".join(row.remarks), dy=top - title, size=_style.FINE, colour=_style.GREY, **at)  # type: ignore[arg-type]


FILLED: Final[dict[str, Any]] = {"marker": "s", "ms": 9, "mfc": _style.BLUE, "mec": _style.BLUE, "mew": 1.0}
OPEN: Final[dict[str, Any]] = {"marker": "s", "ms": 9, "mfc": _style.SKY, "mec": _style.BLUE, "mew": 1.0}
UNTOLD: Final[dict[str, Any]] = {**FILLED, "mfc": _style.LIGHT}
COULD_BE: Final[dict[str, Any]] = {"marker": "s", "ms": 9, "mfc": "#FFFFFF", "mec": _style.SKY, "mew": 0.9}
ALSO: Final[dict[str, Any]] = {"marker": "D", "ms": 5.5, "mfc": _style.ORANGE, "mec": _style.INK, "mew": 0.7}


def _mark(ax: Axes, x: float, y: float, look: Mapping[str, Any], **more: Any) -> None:
    ax.plot([x], [y], ls="none", clip_on=False, zorder=3, **look, **more)


def _draw_person(ax: Axes, row: _Row, people: People, words: Words) -> None:
    del people, words
    said = row.said[0]
    for other in said.could_be or ():
        if other != said.recommendation:
            _mark(ax, _x(other), row.y, COULD_BE)
    if said.recommendation == "not_applicable":
        _style.put(ax, "–", x=_x("not_applicable"), y=row.y, where="data", ha="center", va="center", colour=_style.GREY)
    elif said.recommendation == "undetermined":
        _style.put(
            ax, "?", x=_x("undetermined"), y=row.y, where="data", ha="center", va="center", weight="bold",
            size=_style.TITLE,
        )  # fmt: skip
    else:
        _mark(ax, _x(said.recommendation), row.y, {True: OPEN, False: FILLED, None: UNTOLD}[said.is_open])
        if said.is_open:
            _style.put(
                ax, "?", x=_x(said.recommendation), y=row.y, where="data", ha="center", va="center", weight="bold",
                size=_style.SMALL,
            ).set_zorder(4)  # fmt: skip
    for other in said.also or ():
        _mark(ax, _x(other), row.y, ALSO)


def _draw_people(ax: Axes, row: _Row, people: People, words: Words) -> None:
    first = Counter(one.recommendation for one in row.said)
    also = Counter(other for one in row.said for other in one.also or ())
    could = Counter(other for one in row.said for other in one.could_be or () if other != one.recommendation)
    still_open = Counter(one.recommendation for one in row.said if one.is_open)
    for column in COLUMNS:
        share = first[column] / people.count
        counts = [("also-count", also[column]), ("could-be-count", could[column])]
        if column not in NO_RECOMMENDATION:
            counts.insert(0, ("open-count", still_open[column]))
        lines = [words(key, count=count) for key, count in counts if count]
        if first[column]:
            _cell(ax, row, column, share)
            lines = [str(first[column]), words.percent(100 * share, 0 if share >= 0.1 else 1), *lines]
        if lines:
            ink = _style.INK if first[column] else _style.GREY
            size = _style.SMALL if len(lines) < 4 else _style.FINE
            _style.put(
                ax, "\n".join(lines), x=_x(column), y=row.y, where="data", ha="center", va="center", size=size,
                colour=ink,
            )  # fmt: skip


def _cell(ax: Axes, row: _Row, column: str, share: float) -> None:
    from matplotlib.patches import Rectangle

    apart = column in NO_RECOMMENDATION
    cell = Rectangle(
        (_x(column) - 0.47, row.y - row.height / 2 + 1), 0.94, row.height - 2, lw=0, zorder=1,
        facecolor=_style.GREY if apart else _style.BLUE, alpha=0.10 + 0.62 * share,
    )  # fmt: skip
    ax.add_patch(cell)


_Mark = tuple[Mapping[str, Any], str, str]


def _key_lines(said: list[Said], words: Words, width: float) -> list[list[_Mark]]:
    """The marks and what they mean, in lines; those alone that the answers can have."""
    told = any(one.is_open is not None for one in said)
    possible = [
        (told, (FILLED, "", words("recommended"))),
        (told, (OPEN, "?", words("open"))),
        (any(one.is_open is None for one in said), (UNTOLD, "", words("recommended-untold"))),
        (any(one.could_be is not None for one in said), (COULD_BE, "", words("could-be"))),
        (any(one.also is not None for one in said), (ALSO, "", words("also"))),
        (True, ({}, "?", words("undetermined"))),
    ]
    marks: list[_Mark] = [mark for shown, mark in possible if shown]
    lines: list[list[_Mark]] = [[]]
    at = 0.0
    for mark in marks:
        if lines[-1] and at + _width_of_mark(mark) > width:
            lines.append([])
            at = 0.0
        lines[-1].append(mark)
        at += _width_of_mark(mark)
    return lines


def _width_of_mark(mark: _Mark) -> float:
    return 30 + _style.width_of(mark[2], _style.SMALL)


def _key(ax: Axes, lines: list[list[_Mark]], labels: float) -> None:
    for at, line in enumerate(lines):
        dx, dy = -labels + _style.MARGIN + 4, -GAP - 4 - at * KEY_LINE
        for mark in line:
            look, letter, text = mark
            _style.put(
                ax, letter, dx=dx, dy=dy, ha="center", va="center", weight="bold", size=5.5 if look else _style.TEXT
            ).set_zorder(5)
            if look:
                _key_mark(ax, dx, dy, look)
            _style.put(ax, text, dx=dx + 8, dy=dy, size=_style.SMALL, va="center")
            dx += _width_of_mark(mark)


def _key_mark(ax: Axes, dx: float, dy: float, look: Mapping[str, Any]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.transforms import ScaledTranslation

    figure: Any = ax.figure
    at = ax.transAxes + ScaledTranslation(dx / 72, dy / 72, figure.dpi_scale_trans)
    look = {**look, "ms": look["ms"] * 0.75}
    ax.add_artist(Line2D([0], [0], ls="none", transform=at, clip_on=False, zorder=4, **look))
