"""From the fracture to treatment: how many of the identified reach each step of a fracture liaison service."""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _documents, _style
from ._words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LABELS, VALUES = 0.25, 0.36
"""Shares of the width that the steps' names and numbers have."""
TOP, GAP, ROW_PAD = 26.0, 33.0, 8.0


def funnel(
    funnel: str | PathLike[str] | Mapping[str, Any], ax: Axes | None = None, *, lang: str = "en", group: str = "all",
    width_cm: float = 17.0,
) -> Axes:  # fmt: skip
    """Draw the funnel of a fracture liaison service.

    A bar a step: the share of the identified who reached it, with its 95 % interval. Beside it stand the count, the
    percent of the identified and the percent of the step before, each with its numbers. A step that cannot be
    computed has no bar and says why.

    Parameters
    ----------
    funnel
        What ``osteon fls`` writes as ``funnel.json``: the path, the JSON or a dict.
    ax
        Where to draw: names, numbers and small print keep within its place. None: new axes.
    lang
        ``"en"`` or ``"fr"``.
    group
        A group of it by name, such as ``"inpatient"`` or ``"vertebra"``; everybody where not said.
    width_cm
        The width of new axes with all that is beside them; they are as high as need be.

    Returns
    -------
    matplotlib.axes.Axes
        Percent of the identified; a row a step.

    Raises
    ------
    ValueError
        Where it is no funnel, or has no such group.
    """
    words = Words(lang)
    document = _read(funnel)
    shown = _group(document, group)
    steps: list[Mapping[str, Any]] = shown["steps"]
    room = _style.room(ax, width_cm)
    widest = max(
        _style.width_of(word, _style.TEXT, "bold")
        for step in steps
        for word in words.coded("fls-step", step["step"]).split()
    )
    labels, values = max(LABELS * room, widest + 16), VALUES * room
    names = [_style.wrapped(words.coded("fls-step", step["step"]), labels - 12, _style.TEXT, "bold") for step in steps]
    beside = [_beside(step, words, values - 14) for step in steps]
    heights = [
        max(_style.height_of(len(name), _style.TEXT), sum(_style.height_of(1, size) for _, size, _ in lines)) + ROW_PAD
        for name, lines in zip(names, beside, strict=True)
    ]
    fine = [
        line
        for text in _small_print(document, shown, words)
        for line in _style.wrapped(text, room - 2 * _style.MARGIN, _style.FINE)
    ]
    bottom = GAP + _style.height_of(len(fine), _style.FINE) + 4
    title, more = _style.title(_title(shown, words), room - 2 * _style.MARGIN)
    ax = _style.axes(ax, width_cm=width_cm, left=labels, right=values, top=TOP + more, body=sum(heights), bottom=bottom)
    ax.set_xlim(0, 100)
    ax.set_ylim(sum(heights), 0)
    y = 0.0
    for step, name, lines, height in zip(steps, names, beside, heights, strict=True):
        middle = y + height / 2
        _bar(ax, step, middle, min(height - 6, 16))
        _style.put(
            ax, "\n".join(name), y=middle, dx=-labels + _style.MARGIN, where="row", weight="bold", size=_style.TEXT,
            va="center",
        )  # fmt: skip
        _put_beside(ax, lines, middle)
        y += height
    _axes(ax, words, labels, title)
    _style.below(ax, fine, left=labels - _style.MARGIN, gap=GAP)
    return ax


def _read(given: str | PathLike[str] | Mapping[str, Any]) -> Mapping[str, Any]:
    if isinstance(given, PathLike) or (isinstance(given, str) and not given.lstrip().startswith("{")):
        given = Path(given).read_text(encoding="utf-8")
    document = _documents.document(json.loads(given) if isinstance(given, str) else given, "a funnel")
    if not document.get("groups"):
        raise ValueError("this is no funnel: it has no `groups`; `osteon fls` writes one as funnel.json")
    return document


def _group(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    for group in document["groups"]:
        if name in (group["group"], f"{group['by']}={group['group']}"):
            found: Mapping[str, Any] = group
            return found
    held = ", ".join(f"{group['by']}={group['group']}" for group in document["groups"])
    raise ValueError(f"no group {name!r}; these are there: {held}")


def _title(group: Mapping[str, Any], words: Words) -> str:
    title = words("funnel-title")
    if group["group"] == "all":
        return title
    name = str(group["group"])
    kinds = {"door": ("fls-door",), "site": ("site", "fls-group")}.get(group["by"], ("fls-group", "fls-band"))
    said = next((said for kind in kinds if (said := words.found(kind, name))), name.replace("_", " "))
    return words("funnel-group", title=title, group=said)


_Line = tuple[str, float, str]
"""Text, its size and its colour."""


def _beside(step: Mapping[str, Any], words: Words, width: float) -> list[_Line]:
    """The numbers of a step in lines, and what must be said of them."""
    lines: list[_Line] = []
    why = words.said(step["because"]) if step.get("because") else ""
    if step.get("count") is None:
        said = words("because", why=why[:1].lower() + why[1:]) if why else words("funnel-unknown")
        return [(line, _style.SMALL, _style.GREY) for line in _style.wrapped(said, width, _style.SMALL)]
    count = str(step["count"])
    if step.get("of_identified"):
        count = words("funnel-identified", rate=words.rate(step["of_identified"]))
    lines += [(line, _style.TEXT, _style.INK) for line in _style.wrapped(count, width, _style.TEXT)]
    if step.get("of_previous"):
        before = words.coded("fls-step", str(step.get("previous") or "")).lower()
        text = words("funnel-previous", rate=words.rate(step["of_previous"]), step=before)
        lines += [(line, _style.SMALL, _style.INK) for line in _style.wrapped(text, width, _style.SMALL)]
    if why:
        lines += [(line, _style.FINE, _style.GREY) for line in _style.wrapped(why, width, _style.FINE)]
    return lines


def _put_beside(ax: Axes, lines: list[_Line], middle: float) -> None:
    dy = sum(_style.height_of(1, size) for _, size, _ in lines) / 2
    for text, size, colour in lines:
        _style.put(ax, text, x=1, y=middle, dx=8, dy=dy, where="row", size=size, colour=colour)
        dy -= _style.height_of(1, size)


def _share(step: Mapping[str, Any]) -> float | None:
    """Percent of the identified; the first step is all of them."""
    if step.get("of_identified"):
        percent: float | None = step["of_identified"]["percent"]
        return percent
    return 100.0 if step["step"] == "identified" and step.get("count") else None


def _bar(ax: Axes, step: Mapping[str, Any], y: float, height: float) -> None:
    share = _share(step)
    ax.barh(y, 100, height, color=_style.PALE, lw=0, zorder=1)
    if share is None:
        # What is not known is striped, and never a bar of zero.
        ax.barh(y, 100, height, color="none", edgecolor=_style.RULE, hatch="////", lw=0, zorder=1.5)
        return
    ax.barh(y, share, height, color=_style.BLUE, lw=0, zorder=2)
    rate = step.get("of_identified") or {}
    low, high = rate.get("ci_low"), rate.get("ci_high")
    if low is not None and high is not None:
        ax.errorbar(
            [share], [y], xerr=[[share - low], [high - share]], fmt="none", ecolor=_style.INK, elinewidth=0.9,
            capsize=2.2, capthick=0.9, zorder=3,
        )  # fmt: skip


def _axes(ax: Axes, words: Words, labels: float, title: str) -> None:
    from matplotlib.ticker import FixedLocator

    _style.bare(ax, keep=("bottom",))
    ax.set_yticks([])
    ax.xaxis.set_major_locator(FixedLocator([0, 25, 50, 75, 100]))
    ax.set_xlabel(words("funnel-axis"), fontsize=_style.TEXT, color=_style.INK)
    _style.put(ax, title, y=1, dx=-labels + _style.MARGIN, dy=9, size=_style.TITLE, weight="bold", va="bottom")


def _small_print(document: Mapping[str, Any], group: Mapping[str, Any], words: Words) -> list[str]:
    said = [words("funnel-people", fractures=group.get("fractures"), people=group.get("people"))]
    if all(document.get(key) for key in ("from", "to", "as_of")):
        start, end, as_of = (words.day(document[key]) for key in ("from", "to", "as_of"))
        said.insert(0, words("funnel-period", start=start, end=end, as_of=as_of))
    said.append(words("funnel-note"))
    lines = [" ".join(said)]
    for text in document.get("assumed") or []:
        of_pathway = words.found("fls-method", "complete") if "pathway_complete" in text else None
        lines.append(of_pathway or words.with_(words("assumed"), words.said(str(text))))
    if document.get("engine_version"):
        lines.append(words("engine", version=document["engine_version"], data=document.get("data_version") or "?"))
    return lines
