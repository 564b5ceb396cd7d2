"""Bone density for age: the chart that every DXA report has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from . import _documents, _style
from ._words import MINUS, NO_BREAK, Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from osteon import Assessment, Scan

BODY_CM = 5.2
LEFT, RIGHT, TOP, GAP = 34.0, 31.0, 20.0, 28.0
"""Points left and right of the axes, above them, and between them and the small print."""
LEAST = 85.0
"""The least height of axes in a place that is given, points."""
AGES = (20.0, 90.0)
MINIMUM = "iscd_minimum"
"""What a bar is where the centre's own precision is not stated."""


def bmd_for_age(
    assessment_or_scan: Assessment | Scan | Mapping[str, Any],
    region: str | None = None,
    ax: Axes | None = None,
    sex: str | None = None,
    age_years: float | None = None,
    lang: str = "en",
    *,
    patient: Any = None,
) -> Axes:
    """Draw a person's bone density over the reference for age.

    The line is the mean of people of the same age, shaded 1 and 2 SD about it; the background has the classes by
    T-score where one is due; the dots are the scans with bars of the least significant change, the latest filled.
    A line joins scans that can be compared: of one scanner or of two with a cross-calibration, in one mode. A bar is
    dashed where the centre's own precision is not stated, so that it stands on ISCD's minimum.

    Parameters
    ----------
    assessment_or_scan
        What `osteon.assess` returned; or one `osteon.Scan` with `sex` and `age_years`; or either as a dict. The
        dict of an assessment needs `patient` beside it, since it does not hold the scans that were assessed.
    region
        Such as ``"total_hip"``. None: the region that decides the diagnosis, else the first that has a chart.
    ax
        Where to draw: labels and small print keep within its place. None: new axes, 8.5 cm wide.
    sex
        ``"female"`` or ``"male"``, for a scan alone.
    age_years
        Age at the scan in years, for a scan alone.
    lang
        ``"en"`` or ``"fr"``.
    patient
        The patient document of an assessment that is given as a dict.

    Returns
    -------
    matplotlib.axes.Axes
        Age in years against BMD in g/cm2, on the scale of the age reference, which the small print names.

    Raises
    ------
    NotAskedError
        Where there is no chart, and the assessment was made without scores.
    ValueError
        Where the region has no chart: it says why, and which regions have one.

    Examples
    --------
    >>> hip = {"region": "total_hip", "bmd_g_cm2": 0.722}
    >>> answer = osteon.assess({
    ...     "sex": "female", "age_years": 67, "scans": [{"manufacturer": "hologic", "regions": [hip]}],
    ... })
    >>> axes = osteon.plot.bmd_for_age(answer, region="total_hip", lang="fr")
    """
    words = Words(lang)
    answer, person = _assessed(assessment_or_scan, sex, age_years, patient)
    document = _documents.document(answer)
    chart = _chosen(_documents.charts(person, answer), document, region)
    fine = _style.wrapped(
        _small_print(chart, document, words), _style.room(ax, _style.COLUMN_CM) - _style.MARGIN, _style.FINE
    )
    bottom = GAP + _style.height_of(len(fine), _style.FINE) + 4
    body = BODY_CM * _style.POINTS_A_CM
    ax = _style.axes(
        ax, width_cm=_style.COLUMN_CM, left=LEFT, right=RIGHT, top=TOP, body=body, bottom=bottom, least=LEAST
    )
    low, high = _limits(chart)
    ax.set_ylim(low, high)
    ages = [point["age"] for point in chart["points"]]
    ax.set_xlim(min(AGES[0], *ages), max(AGES[1], *(age + 1 for age in ages)))
    _classes(ax, chart, words)
    _reference(ax, chart, words)
    _scans(ax, chart, words)
    _axes(ax, chart, words)
    _style.below(ax, fine, left=LEFT - 3, gap=GAP)
    return ax


def _assessed(given: Any, sex: str | None, age_years: float | None, patient: Any) -> tuple[Any, Any]:
    """The assessment and the patient document behind it."""
    if isinstance(given, Mapping):
        is_scan = "regions" in given and "scores" not in given
    else:
        is_scan = type(given).__name__ == "Scan"
    if is_scan:
        if sex is None or age_years is None:
            raise ValueError("a scan alone needs `sex` and `age_years`: the reference depends on both")
        from osteon import assess

        scan = given if isinstance(given, Mapping) else given.to_dict()
        person: Any = {"sex": sex, "age_years": age_years, "scans": [dict(scan)]}
        return assess(person), person
    if sex is not None or age_years is not None:
        raise ValueError("`sex` and `age_years` go with a scan alone; an assessment has its own")
    person = patient if patient is not None else getattr(given, "_patient", None)
    if person is None:
        raise ValueError("the dict of an assessment needs `patient=`, the document that was assessed")
    return given, person


def _chosen(charts: list[dict[str, Any]], assessment: Mapping[str, Any], region: str | None) -> dict[str, Any]:
    wanted = None if region is None else str(getattr(region, "region", region))
    for chart in charts:
        if wanted is None or chart["region"] == wanted:
            return chart
    scores = [score for score in _documents.section(assessment, "scores") if wanted in (None, score["region"])]
    reasons = {score["z_withheld"]["text"] for score in scores if score.get("z_withheld")}
    if reasons:
        why = "; ".join(sorted(reasons))
    elif not scores:
        why = "it was not measured" if wanted else "no bone density was measured"
    else:
        why = "no age reference is held for this scanner, region, sex and age"
    held = ", ".join(dict.fromkeys(chart["region"] for chart in charts))
    others = f". These have one: {held}" if held else ""
    raise ValueError(f"no chart of {wanted or 'any region'}: {why}{others}")


def _limits(chart: dict[str, Any]) -> tuple[float, float]:
    """The lowest and highest BMD shown, in tenths."""
    shown = [at["mean"] + side * 2 * at["sd"] for at in chart["curve"] for side in (-1, 1)]
    for point in chart["points"]:
        shown += [value for value in (point["bmd"], point["low"], point["high"]) if value is not None]
    if chart["limits"]:
        shown += [chart["limits"]["t_minus_1"], chart["limits"]["t_minus_2_5"] - 0.06]
    return max(round(min(shown) - 0.06, 1), 0.0), round(max(shown) + 0.06, 1)


def _classes(ax: Axes, chart: dict[str, Any], words: Words) -> None:
    if not chart["limits"]:
        return
    low, high = ax.get_ylim()
    one, two = chart["limits"]["t_minus_1"], chart["limits"]["t_minus_2_5"]
    for start, end, colour in ((one, high, _style.NORMAL), (two, one, _style.LOW), (low, two, _style.POROTIC)):
        ax.axhspan(start, end, color=colour, lw=0, zorder=0)
    start = ax.get_xlim()[0]
    for limit, t in ((one, -1.0), (two, -2.5)):
        ax.axhline(limit, color="white", lw=1.2, zorder=0.5)
        said = f"T{NO_BREAK}{words.number(t)}"
        _style.put(
            ax, said, x=start, y=limit, dx=3, where="data", size=_style.FINE, colour=_style.GREY, va="center", halo=True
        )
    _class_name(ax, words("bmd-normal"), start, one, 4.5, "bottom")
    _class_name(ax, words("bmd-low"), start, (one + two) / 2, 0, "center")
    _class_name(ax, words("bmd-osteoporosis"), start, two, -4.5, "top")


def _class_name(ax: Axes, name: str, x: float, y: float, dy: float, va: Literal["bottom", "center", "top"]) -> None:
    _style.put(ax, name, x=x, y=y, dx=3, dy=dy, where="data", size=_style.SMALL, va=va, halo=True)


def _reference(ax: Axes, chart: dict[str, Any], words: Words) -> None:
    ages = [at["age"] for at in chart["curve"]]
    mean = [at["mean"] for at in chart["curve"]]

    def away(sds: float) -> list[float]:
        return [at["mean"] + sds * at["sd"] for at in chart["curve"]]

    for sds, opacity in ((2, 0.10), (1, 0.14)):
        ax.fill_between(ages, away(-sds), away(sds), color=_style.BLUE, alpha=opacity, lw=0, zorder=1)
    for sds in (-2, 2):
        ax.plot(ages, away(sds), color=_style.BLUE, lw=0.7, ls=(0, (5, 3)), zorder=1.2)
    ax.plot(ages, mean, color=_style.BLUE, lw=1.6, zorder=1.3, solid_capstyle="round")
    end = (ages[-1], chart["curve"][-1])
    for sds in (-2, -1, 0, 1, 2):
        name = words("bmd-mean-short") if sds == 0 else f"{'+' if sds > 0 else MINUS}{abs(sds)} {words('bmd-sd')}"
        height = end[1]["mean"] + sds * end[1]["sd"]
        x = ages[-1] if ages[-1] < ax.get_xlim()[1] - 1 else ax.get_xlim()[1]
        _style.put(ax, name, x=x, y=height, dx=2.5, where="data", size=_style.FINE, colour=_style.BLUE, va="center")


def _scans(ax: Axes, chart: dict[str, Any], words: Words) -> None:
    points = chart["points"]
    for point in points:
        if point["joined_to"] is not None:
            ends = (points[point["joined_to"]], point)
            ax.plot([at["age"] for at in ends], [at["bmd"] for at in ends], color=_style.INK, lw=1.0, zorder=3)
        if point["low"] is not None:
            _bar(ax, point)
    earlier = {"markersize": 4.2, "markerfacecolor": "white"}
    latest = {"markersize": 5.8, "markerfacecolor": _style.INK}
    for point in points:
        look: dict[str, Any] = latest if point is points[-1] else earlier
        ax.plot(
            [point["age"]], [point["bmd"]], "o", markeredgecolor=_style.INK, markeredgewidth=1.0, zorder=3.2, **look
        )
    _label_latest(ax, points, words)


def _bar(ax: Axes, point: dict[str, Any]) -> None:
    """The least significant change about a scan."""
    ends = [[point["bmd"] - point["low"]], [point["high"] - point["bmd"]]]
    drawn = ax.errorbar(
        [point["age"]], [point["bmd"]], yerr=ends, fmt="none", ecolor=_style.INK, elinewidth=0.9, capsize=2.2,
        capthick=0.9, zorder=3.1,
    )  # fmt: skip
    if point["bar_is"] == MINIMUM:
        for bar in drawn.lines[2]:
            bar.set_linestyle((0, (2.2, 1.6)))


def _label_latest(ax: Axes, points: list[dict[str, Any]], words: Words) -> None:
    last = points[-1]
    said = [
        f"{name}{NO_BREAK}{words.number(last[key])}"
        for name, key in (("T", "t_score"), ("Z", "z_score"))
        if last.get(key) is not None
    ]
    if not said:
        return
    # On the side that has room; the line from an earlier scan comes from the left.
    start, end = ax.get_xlim()
    on_left = last["age"] > end - 0.24 * (end - start)
    before = -2 if last["joined_to"] is None else last["joined_to"]
    falls = len(points) > 1 and points[before]["bmd"] >= last["bmd"]
    away = {"dx": -6.0, "ha": "right", "dy": -3.0 if falls else 3.0} if on_left else {"dx": 6.0, "ha": "left"}
    va = ("top" if falls else "bottom") if on_left else "center"
    _style.put(
        ax, "\n".join(said), x=last["age"], y=last["bmd"], where="data", size=_style.TEXT, weight="bold", halo=True,
        va=va, **away,  # type: ignore[arg-type]
    )  # fmt: skip


def _axes(ax: Axes, chart: dict[str, Any], words: Words) -> None:
    from matplotlib.ticker import FuncFormatter, MultipleLocator

    low, high = ax.get_ylim()
    _style.bare(ax, keep=("left", "bottom"))
    ax.xaxis.set_major_locator(MultipleLocator(10))
    ax.yaxis.set_major_locator(MultipleLocator(0.2 if high - low > 0.65 else 0.1))
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: words.number(value)))
    ax.set_xlabel(words.coded("chart", "age"), fontsize=_style.TEXT, color=_style.INK)
    ax.set_ylabel(words.coded("chart", "bmd"), fontsize=_style.TEXT, color=_style.INK)
    name = chart.get("names", {}).get(words.lang, chart["name"])
    ax.set_title(_style.plain(name), fontsize=_style.TITLE, color=_style.INK, loc="left", fontweight="bold", pad=5)


def _small_print(chart: dict[str, Any], assessment: Mapping[str, Any], words: Words) -> str:
    said = [words("bmd-mean"), words("bmd-scans")]
    bars = {point["bar_is"] for point in chart["points"]} - {None}
    if bars - {MINIMUM}:
        said.append(words("bmd-bars"))
    if MINIMUM in bars:
        said.append(words("bmd-bars-minimum"))
    if not bars:
        said.append(words("bmd-no-bars"))
    if any(point["joined_to"] is None for point in chart["points"][1:]):
        said.append(words("bmd-apart"))
    if chart["converted"]:
        said.append(words("bmd-converted"))
    if not chart["limits"]:
        said.append(words("bmd-no-classes"))
    source = (assessment.get("citations") or {}).get(chart["source"])
    said.append(words.with_(chart["reference"], source or chart["source"]))
    return " ".join(said)
