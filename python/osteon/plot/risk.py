"""Fracture risk: each model's percent with its range over what is unknown, by outcome and horizon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import _documents, _style
from ._words import NO_BREAK, Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from osteon import Assessment

LABELS, VALUES = 0.34, 0.25
"""Shares of the width that names and numbers have."""
TOP, AXIS, GAP = 24.0, 26.0, 8.0
HEAD_PAD, ROW_PAD = 5.0, 5.0
ORDER = (
    "hip",
    "mof",
    "vertebral_or_hip",
    "vertebral",
    "any",
    "any_clinical",
    "nonvertebral",
    "low_bone_density",
    "death",
)
UNVERIFIED = "†"


@dataclass
class _Row:
    """A model's answer."""

    risk: Mapping[str, Any]
    label: list[str]
    value: list[str]
    height: float
    y: float = 0.0


@dataclass
class _Group:
    """One outcome over one horizon."""

    title: str
    rows: list[_Row] = field(default_factory=list)
    y: float = 0.0


def risk(
    assessment: Assessment | Mapping[str, Any] | str,
    ax: Axes | None = None,
    *,
    lang: str = "en",
    width_cm: float = 17.0,
) -> Axes:
    """Draw what each risk model says of a person.

    A dot is the model's percent, the line about it runs from the best to the worst completion of what is unknown.
    Answers stand in groups of one outcome and one horizon, since no others may be compared. A hollow dot with a
    dagger is a model whose numbers are not yet verified against its paper. Models without an answer are named below
    with the reason, and so are the notices that models oblige us to show.

    Parameters
    ----------
    assessment
        What `osteon.assess` returned, its dict or its JSON.
    ax
        Where to draw: names, numbers and small print keep within its place. None: new axes.
    lang
        ``"en"`` or ``"fr"``.
    width_cm
        The width of new axes with all that is beside them; they are as high as need be.

    Returns
    -------
    matplotlib.axes.Axes
        Risk in percent, from 0 to 100 or less; a row a model.

    Raises
    ------
    NotAskedError
        Where the assessment was made without risks.
    """
    words = Words(lang)
    document = _documents.document(assessment)
    risks = _documents.section(document, "risks")
    answered = [one for one in risks if one.get("refused") is None]
    # Tools that find low bone density have points and no percent: they stand below.
    answered = [one for one in answered if one["outcome"] != "low_bone_density"]
    room = _style.room(ax, width_cm)
    labels, values = LABELS * room, VALUES * room
    remarks = _Remarks(words)
    groups = _grouped(answered, words, labels - 12, values - 14, remarks)
    body = max(_laid_out(groups), 20.0)
    fine = _small_print(document, risks, groups, words, remarks, room - 2 * _style.MARGIN)
    bottom = AXIS + GAP + _style.height_of(len(fine), _style.FINE) + 4
    title, more = _style.title(words("risk-title"), room - 2 * _style.MARGIN)
    ax = _style.axes(ax, width_cm=width_cm, left=labels, right=values, top=TOP + more, body=body, bottom=bottom)
    ax.set_xlim(0, _end(answered))
    ax.set_ylim(body, 0)
    if not groups:
        _style.put(ax, words("refused"), x=0.5, y=0.5, size=_style.TEXT, ha="center", va="center", colour=_style.GREY)
    for group in groups:
        _draw_group(ax, group, labels, values)
    _axes(ax, words, labels, title)
    _style.below(ax, fine, left=labels - _style.MARGIN, gap=AXIS + GAP)
    return ax


class _Remarks:
    """What to know of answers, each once, by a number."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.said: list[str] = []

    def marks(self, risk: Mapping[str, Any]) -> str:
        numbers: set[int] = set()
        for flag in risk.get("flags") or []:
            text = self._words.sentence(self._words.coded("reason", flag["code"], flag["text"]))
            if text not in self.said:
                self.said.append(text)
            numbers.add(self.said.index(text) + 1)
        return ",".join(map(str, sorted(numbers)))


def _grouped(
    answered: list[Mapping[str, Any]], words: Words, labels: float, values: float, remarks: _Remarks
) -> list[_Group]:
    def key(one: Mapping[str, Any]) -> tuple[int, str, int, int]:
        outcome = str(one["outcome"])
        place = ORDER.index(outcome) if outcome in ORDER else len(ORDER)
        return place, outcome, one.get("horizon_years") or 0, one.get("horizon_days") or 0

    groups: dict[tuple[int, str, int, int], _Group] = {}
    for one in sorted(answered, key=key):
        title = words.sentence(words.coded("outcome", str(one["outcome"]))).rstrip(".")
        group = groups.setdefault(key(one), _Group(", ".join(filter(None, [title, _horizon(one, words)]))))
        name = words.coded("model", str(one["model"]), str(one["name"]))
        marks = (UNVERIFIED if one.get("verified") is False else "") + _superscript(remarks.marks(one))
        label = _style.wrapped(name + marks, labels, _style.TEXT)
        value = _style.wrapped(_value(one, words), values, _style.TEXT)
        height = _style.height_of(max(len(label), len(value)), _style.TEXT) + ROW_PAD
        group.rows.append(_Row(one, label, value, height))
    return list(groups.values())


def _superscript(numbers: str) -> str:
    return numbers.translate(str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹\u2009"))


def _horizon(one: Mapping[str, Any], words: Words) -> str:
    years, days = one.get("horizon_years"), one.get("horizon_days")
    if years is not None:
        return words("one-year") if years == 1 else words("years", count=years)
    if days is not None:
        return words("days", count=days)
    return ""


def _value(one: Mapping[str, Any], words: Words, between: str | None = None) -> str:
    """The answer in numbers, as it stands beside its dot; its parts joined by `between`, else as the language does."""
    said: list[str] = []
    percent, points = one.get("percent"), one.get("points")
    if percent is not None:
        text = words.percent(percent)
        low, high = one.get("range_percent") or (percent, percent)
        if abs(high - low) >= 0.05:
            text += f" ({words('range', low=words.number(low), high=words.number(high))})"
        said.append(text)
    elif points is not None:
        low, high = one.get("range_points") or (points, points)
        decimals = 0 if all(float(value).is_integer() for value in (points, low, high)) else 1
        text = words("point" if points == 1 else "points", count=words.number(points, decimals))
        if abs(high - low) > 1e-9:
            text += f" ({words('range', low=words.number(low, decimals), high=words.number(high, decimals))})"
        said.append(text)
    category = one.get("category")
    if category in ("at_cut_off", "below_cut_off"):
        said.append(words("cut-off" if category == "at_cut_off" else "below-cut-off"))
    elif category is not None and percent is None:
        said.append(words.coded("risk-category", str(category)))
        others = [words.coded("risk-category", other) for other in one.get("could_be") or [] if other != category]
        if others:
            said[-1] += f" ({words('could-be-short', list=', '.join(others))})"
    return words.joined(said) if between is None else between.join(said)


def _laid_out(groups: list[_Group]) -> float:
    """Gives each row its place, and the height of all."""
    y = 0.0
    for group in groups:
        group.y = y + HEAD_PAD / 2
        y += _style.height_of(1, _style.TEXT) + HEAD_PAD + 2
        for row in group.rows:
            row.y = y + row.height / 2
            y += row.height
        y += 4
    return y


def _end(answered: list[Mapping[str, Any]]) -> float:
    """Where the axis ends: a round number that holds every range."""
    highest = [max(one.get("range_percent") or [one["percent"]]) for one in answered if one.get("percent") is not None]
    return next((end for end in (10.0, 20.0, 40.0, 60.0, 80.0) if max(highest, default=0.0) <= end), 100.0)


def _draw_group(ax: Axes, group: _Group, labels: float, values: float) -> None:
    height = _style.height_of(1, _style.TEXT) + HEAD_PAD
    top = group.y - HEAD_PAD / 2
    _style.band(ax, top, top + height, left=labels, right=values)
    _style.put(
        ax, group.title, y=top + height / 2, dx=-labels + _style.MARGIN, where="row", weight="bold",
        size=_style.TEXT, va="center",
    )  # fmt: skip
    for row in group.rows:
        _style.put(
            ax, "\n".join(row.label), y=row.y, dx=-labels + _style.MARGIN, where="row", size=_style.TEXT, va="center"
        )
        _style.put(ax, "\n".join(row.value), x=1, y=row.y, dx=8, where="row", size=_style.TEXT, va="center")
        _draw_answer(ax, row)


def _draw_answer(ax: Axes, row: _Row) -> None:
    percent = row.risk.get("percent")
    if percent is None:
        return
    low, high = row.risk.get("range_percent") or (percent, percent)
    ax.plot([low, high], [row.y, row.y], color=_style.SKY, lw=2.6, solid_capstyle="butt", zorder=2)
    for end in (low, high):
        ax.plot([end], [row.y], "|", color=_style.BLUE, ms=5, mew=0.9, zorder=2.1)
    hollow = row.risk.get("verified") is False
    ax.plot(
        [percent], [row.y], "o", ms=5.2, mew=1.2, mec=_style.BLUE if hollow else _style.INK,
        mfc="white" if hollow else _style.INK, zorder=3, clip_on=False,
    )  # fmt: skip


def _axes(ax: Axes, words: Words, labels: float, title: str) -> None:
    from matplotlib.ticker import MaxNLocator

    _style.bare(ax, keep=("bottom",))
    ax.set_yticks([])
    ax.grid(axis="x", color=_style.RULE, lw=0.4, zorder=0)
    ax.set_axisbelow(True)
    ax.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    ax.set_xlabel(words("risk-axis"), fontsize=_style.TEXT, color=_style.INK)
    _style.put(ax, title, y=1, dx=-labels + _style.MARGIN, dy=8, size=_style.TITLE, weight="bold", va="bottom")


def _small_print(
    document: Mapping[str, Any], risks: list[Mapping[str, Any]], groups: list[_Group], words: Words,
    remarks: _Remarks, width: float,
) -> list[str]:  # fmt: skip
    shown = [row.risk for group in groups for row in group.rows]
    said: list[str] = []
    first = [words("range-note"), words("compare")]
    if any(one.get("verified") is False for one in risks if one.get("refused") is None):
        first.append(f"{UNVERIFIED}{NO_BREAK}{words.sentence(words('unverified'))}")
    said.append(" ".join(first))
    if remarks.said:
        numbered = (f"{_superscript(str(at))}{NO_BREAK}{text}" for at, text in enumerate(remarks.said, start=1))
        said.append(words.with_(words("flags-note"), " ".join(numbered)))
    said.extend(_screening(risks, words))
    said.extend(_refused(risks, words))
    said.extend(words.with_(words("notices"), str(notice["text"])) for notice in document.get("notices") or [])
    sources = dict.fromkeys(source for one in shown for source in one.get("sources") or [])
    if sources:
        citations = document.get("citations") or {}
        said.append(words.with_(words("sources"), " ".join(words.sentence(citations.get(s, s)) for s in sources)))
    engine = document.get("engine") or {}
    end = [words("supports")]
    if engine.get("version"):
        end.append(words("engine", version=engine["version"], data=engine.get("data_version", "?")))
    said.append(" ".join(end))
    return [line for text in said for line in _style.wrapped(text, width, _style.FINE)]


def _screening(risks: list[Mapping[str, Any]], words: Words) -> list[str]:
    """What tools say that look for low bone density, in points."""
    each = []
    for one in risks:
        if one["outcome"] == "low_bone_density" and one.get("refused") is None:
            name = words.coded("model", str(one["model"]), str(one["name"]))
            mark = UNVERIFIED if one.get("verified") is False else ""
            each.append(f"{name}{mark}, {_value(one, words, ', ')}")
    return [words.with_(words("screening"), words.joined(each) + ".")] if each else []


def _refused(risks: list[Mapping[str, Any]], words: Words) -> list[str]:
    """The models without an answer, by why."""
    by_reason: dict[str, dict[str, None]] = {}
    for one in risks:
        refused = one.get("refused")
        if refused is None:
            continue
        why = words.coded("refusal", str(refused["code"]), str(refused.get("limit") or refused["code"]))
        if refused["code"] not in ("outside_population", "not_published", "not_usable") and refused.get("field"):
            why += f" ({words.coded('field', str(refused['field']))})"
        by_reason.setdefault(why, {})[words.coded("model", str(one["model"]), str(one["name"]))] = None
    if not by_reason:
        return []
    each = [words.with_(", ".join(names), why.rstrip(".")) for why, names in by_reason.items()]
    return [words.with_(words("refused"), words.joined(each) + ".")]
