"""How the pictures look: colours, sizes, and text set to a width.

Nothing global is changed: every size and colour is given to what is drawn.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

# The palette of Okabe and Ito, which all kinds of colour vision tell apart.
ORANGE: Final = "#E69F00"
SKY: Final = "#56B4E9"
BLUE: Final = "#0072B2"

# Tints of it, for what lies behind; each darker than the one before in grey too.
NORMAL: Final = "#E9F4FB"
LOW: Final = "#F9E6B0"
POROTIC: Final = "#EBB391"
LIGHT: Final = "#D6E8F3"
PALE: Final = "#F1F3F5"

INK: Final = "#1B1F24"
GREY: Final = "#59626B"
RULE: Final = "#B9C0C7"

# In points: what a column of 8.5 cm carries.
TITLE: Final = 9.0
TEXT: Final = 7.5
SMALL: Final = 6.5
FINE: Final = 5.8
LEADING: Final = 1.28
"""A line's height, of its size."""
SPARE: Final = 1.1
"""How much wider than measured a line may come out: on screens letters are set to whole pixels."""

COLUMN_CM: Final = 8.5
POINTS_A_CM: Final = 72 / 2.54
MARGIN: Final = 5.0

Weight = Literal["normal", "bold"]


def pyplot() -> Any:
    """`matplotlib.pyplot`, which only the pictures need."""
    try:
        import matplotlib.pyplot
    except ImportError as error:
        raise ImportError('osteon.plot needs matplotlib: pip install "osteon[plot]"') from error
    return matplotlib.pyplot


@cache
def _measure() -> Any:
    from matplotlib.textpath import TextToPath

    return TextToPath()


def width_of(text: str, size: float, weight: Weight = "normal") -> float:
    """The width that a line of text needs in the fonts that are set, at any resolution; points."""
    from matplotlib import rcParams

    family = rcParams["font.family"]
    return _width(text, size, weight, (family,) if isinstance(family, str) else tuple(family))


@cache
def _width(text: str, size: float, weight: Weight, family: tuple[str, ...]) -> float:
    from matplotlib.font_manager import FontProperties

    font = FontProperties(family=list(family), size=size, weight=weight)
    width, _, _ = _measure().get_text_width_height_descent(text, font, ismath=False)
    return SPARE * float(width)


def wrapped(text: str, width: float, size: float, weight: Weight = "normal") -> list[str]:
    """Text in lines no wider than `width` points; a word alone may be."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width_of(longer, size, weight) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def plain(text: str) -> str:
    """Text of a document, in which a dollar sign is no formula."""
    return text.replace("$", r"\$")


def height_of(lines: int, size: float) -> float:
    """The height of so many lines, points."""
    return lines * size * LEADING


def room(ax: Axes | None, width_cm: float) -> float:
    """The width that a picture has, points: that of the axes given, or of the figure to be made."""
    return width_cm * POINTS_A_CM if ax is None else _place(ax)[2]


def axes(
    ax: Axes | None,
    *,
    width_cm: float,
    left: float,
    right: float,
    top: float,
    body: float,
    bottom: float,
    least: float | None = None,
) -> Axes:
    """Axes with margins of so many points for what stands beside them.

    Axes that are given keep to the place they had, margins included; new ones are as high as they need to be. What has
    a least height fills the place; else rows are as high as they need to be, where there is room.
    """
    if ax is None:
        width, height = width_cm * POINTS_A_CM, top + body + bottom
        figure = pyplot().figure(figsize=(width / 72, height / 72), dpi=150)
        box = (left / width, bottom / height, (width - left - right) / width, body / height)
        made: Axes = figure.add_axes(box)
        return made
    x, y, width, height = _place(ax)
    across, up = _figure(ax).get_size_inches() * 72
    # In a low place the picture comes before the small print, which then hangs out below.
    if least is None:
        body = min(body, max(height - top - min(bottom, 34.0), 0.3 * height))
    else:
        body = max(height - top - bottom, least)
    at = y + height - top - body
    ax.set_position(((x + left) / across, at / up, max(width - left - right, 10) / across, body / up))
    return ax


def _figure(ax: Axes) -> Any:
    figure: Any = ax.figure
    return figure.figure if hasattr(figure, "subfigs") and figure.figure is not None else figure


def _box(ax: Axes) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of axes in their figure, points."""
    return _in_points(ax, ax.get_position())


def _place(ax: Axes) -> tuple[float, float, float, float]:
    """The same of the place that was given: all of its cell, where a layout would have moved the axes within it."""
    from matplotlib.gridspec import GridSpec

    figure, cell = _figure(ax), ax.get_subplotspec()
    grid = None if cell is None else cell.get_gridspec()
    if cell is None or figure.get_layout_engine() is None or not isinstance(grid, GridSpec):
        return _box(ax)
    whole = GridSpec(
        grid.nrows,
        grid.ncols,
        width_ratios=grid.get_width_ratios(),
        height_ratios=grid.get_height_ratios(),
        left=0.01,
        right=0.99,
        bottom=0.01,
        top=0.99,
        wspace=0.04,
        hspace=0.04,
    )
    rows, columns = cell.rowspan, cell.colspan
    same = whole[rows.start : rows.stop, columns.start : columns.stop]
    return _in_points(ax, same.get_position(figure))


def _in_points(ax: Axes, box: Any) -> tuple[float, float, float, float]:
    across, up = _figure(ax).get_size_inches() * 72
    return float(box.x0 * across), float(box.y0 * up), float(box.width * across), float(box.height * up)


def put(
    ax: Axes,
    text: str,
    *,
    x: float = 0.0,
    y: float = 0.0,
    dx: float = 0.0,
    dy: float = 0.0,
    where: Literal["axes", "row", "data"] = "axes",
    size: float = TEXT,
    colour: str = INK,
    weight: Weight = "normal",
    ha: Literal["left", "center", "right"] = "left",
    va: Literal["top", "center", "bottom", "baseline"] = "top",
    halo: bool = False,
) -> Annotation:
    """Text at a place and so many points from it, which layouts make room for.

    `where` tells in what `x` and `y` are: shares of the axes; a share and a row; or data.
    """
    from matplotlib import patheffects

    at: Any = {"axes": "axes fraction", "row": ax.get_yaxis_transform(), "data": "data"}[where]
    note = ax.annotate(
        plain(text),
        xy=(x, y),
        xycoords=at,
        xytext=(dx, dy),
        textcoords="offset points",
        fontsize=size,
        fontweight=weight,
        color=colour,
        ha=ha,
        va=va,
        linespacing=LEADING * 0.93,
        annotation_clip=False,
    )
    if halo:
        note.set_path_effects([patheffects.withStroke(linewidth=2.2, foreground="white", alpha=0.85)])
    return note


def title(text: str, width: float) -> tuple[str, float]:
    """A title set to a width, and the height of its lines beyond the first."""
    lines = wrapped(text, width, TITLE, "bold")
    return "\n".join(lines), height_of(len(lines) - 1, TITLE)


def below(ax: Axes, lines: list[str], *, left: float, gap: float, size: float = FINE, colour: str = GREY) -> None:
    """Small print under the axes, from `left` points left of them on."""
    put(ax, "\n".join(lines), x=0, y=0, dx=-left, dy=-gap, size=size, colour=colour)


def band(ax: Axes, low: float, high: float, *, left: float, right: float, colour: str = PALE) -> None:
    """A band behind rows, over the margins too."""
    from matplotlib.patches import Rectangle

    inner = _box(ax)[2]
    start, end = -left / inner, 1 + right / inner
    patch = Rectangle(
        (start, low), end - start, high - low, transform=ax.get_yaxis_transform(), color=colour, lw=0, zorder=0,
        clip_on=False,
    )  # fmt: skip
    ax.add_patch(patch)


def bare(ax: Axes, *, keep: tuple[str, ...] = ()) -> None:
    """Axes without a frame but for the sides to keep."""
    for side, spine in ax.spines.items():
        spine.set_visible(side in keep)
        spine.set_color(INK)
        spine.set_linewidth(0.7)
    ax.tick_params(labelsize=TEXT, width=0.7, length=3, colors=INK)
