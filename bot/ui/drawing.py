"""Draws a chart: one figure, as PNG for a chat and as SVG for a page.

Made for a phone: never higher than wide, large letters, every value written beside its mark, so
that no axis needs to be read. The paper is light with dark ink, and opaque, so that it reads the
same in a dark chat.
"""

import io
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Form = Literal["png", "svg"]
_SIDE = 6.0
"""Inches; lying bars take less height where there are few."""
_HEAD, _FOOT, _SLOT = 1.0, 0.55, 0.58
_DPI = 180
_PAPER = "#fbfaf7"
_INK = "#20252b"
_FAINT = "#6b7480"
_LINE = "#d9dce0"
_MARK = "#1f6f8b"
_SOFT = "#a9c7d1"
_ALARM = "#c2571a"
_COLOURS = (_MARK, _ALARM, _FAINT)
_STYLE: Any = {
    "font.family": "DejaVu Sans",
    "svg.hashsalt": "lapor",
    "svg.fonttype": "path",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A bar with its label above and its value, as people read it, at its end.

    `limit` is where a line stands that should not be passed; `soft` bars step back.
    """

    label: str
    value: float
    said: str
    limit: float | None = None
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars, the first at the top."""

    title: str
    subtitle: str
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Standing bars in the order of time; None is too little to be shown."""

    title: str
    subtitle: str
    labels: tuple[str, ...]
    values: tuple[int | None, ...]
    said: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Shares of a whole over time, 0 to 1, each line with its name and last value at its end."""

    title: str
    subtitle: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    said: tuple[str, ...]
    note: str = ""


Chart = Bars | Columns | Lines


def draw(chart: Chart, form: Form = "png") -> bytes:
    """Give the picture; takes a part of a second, the first time more."""
    import matplotlib as mpl

    with mpl.rc_context(_STYLE):
        return _written(figure(chart), form)


def figure(chart: Chart) -> "Figure":
    """The chart as matplotlib's figure, whatever it becomes."""
    from matplotlib.figure import Figure

    high, foot = _height(chart), _FOOT if chart.note else 0.2
    if not isinstance(chart, Bars):
        foot += 0.3
    fig = Figure(figsize=(_SIDE, high), dpi=_DPI, facecolor=_PAPER)
    fig.text(0.06, 1 - 0.45 / high, chart.title, size=17, weight="bold", color=_INK)
    fig.text(0.06, 1 - 0.75 / high, chart.subtitle, size=11.5, color=_FAINT)
    if chart.note:
        fig.text(0.06, 0.2 / high, chart.note, size=10, color=_FAINT)
    axes = fig.add_axes((0.06, foot / high, 0.88, 1 - (foot + _HEAD) / high))
    axes.set_facecolor(_PAPER)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0, labelsize=11, labelcolor=_FAINT)
    match chart:
        case Bars():
            _bars(axes, chart)
        case Columns():
            _columns(axes, chart)
        case Lines():
            _lines(axes, chart)
    return fig


def _height(chart: Chart) -> float:
    if not isinstance(chart, Bars):
        return _SIDE
    return _HEAD + _SLOT * max(len(chart.rows), 3) + (_FOOT if chart.note else 0.2)


def _written(fig: "Figure", form: Form) -> bytes:
    out = io.BytesIO()
    metadata = {"Date": None} if form == "svg" else {}
    fig.savefig(out, format=form, facecolor=_PAPER, metadata=metadata)
    return out.getvalue()


def _bars(axes: "Axes", chart: Bars) -> None:
    top = max((max(row.value, row.limit or 0) for row in chart.rows), default=1) or 1
    slots = max(len(chart.rows), 3)
    longest = max((len(row.said) for row in chart.rows), default=0)
    axes.set_xlim(0, top * (1.1 + 0.033 * longest))
    axes.set_ylim(slots - 0.4, -0.6)
    axes.set_axis_off()
    for place, row in enumerate(chart.rows):
        late = row.limit is not None and row.value > row.limit
        colour = _ALARM if late else _SOFT if row.soft else _MARK
        axes.barh(place + 0.14, row.value, height=0.34, color=colour)
        axes.text(0, place - 0.1, row.label, size=12, color=_INK, va="bottom")
        axes.text(
            max(row.value, row.limit or 0) + top * 0.025,
            place + 0.14,
            row.said,
            size=12,
            weight="bold",
            color=_INK,
            va="center",
        )
        if row.limit is not None:
            axes.plot([row.limit] * 2, [place - 0.07, place + 0.35], color=_INK, lw=1.6)


def _columns(axes: "Axes", chart: Columns) -> None:
    values = [value or 0 for value in chart.values]
    top = max(values, default=1) or 1
    places = range(len(values))
    axes.set_ylim(0, top * 1.15)
    axes.set_xlim(-0.7, len(values) - 0.3)
    highest = max(places, key=lambda n: values[n], default=0)
    few = len(values) <= 10
    axes.bar(places, values, width=0.72, color=_MARK)
    for place, value in enumerate(chart.values):
        if value is None:
            axes.plot([place - 0.3, place + 0.3], [top * 0.008] * 2, color=_SOFT, lw=3)
        elif value and (few or place in {highest, len(values) - 1}):
            said = chart.said[place]
            axes.text(place, value + top * 0.02, said, ha="center", size=11.5, color=_INK)
    step = max(1, -(-len(values) // 6))
    shown = list(places)[::step]
    axes.set_xticks(shown, [chart.labels[n] for n in shown])
    axes.set_yticks([])
    axes.axhline(0, color=_LINE, lw=1.2)


def _lines(axes: "Axes", chart: Lines) -> None:
    places = range(len(chart.labels))
    axes.set_ylim(-0.04, 1.06)
    room = max(0.9, len(chart.labels) * 0.62)
    axes.set_xlim(-0.15, len(chart.labels) - 1 + room)
    for level in (0.0, 0.5, 1.0):
        axes.plot([-0.15, len(chart.labels) - 1], [level] * 2, color=_LINE, lw=1.2, zorder=0)
        axes.text(-0.15, level + 0.01, f"{level:.0%}", size=9.5, color=_FAINT, va="bottom")
    ends = _apart([line[-1] for line in chart.values])
    for n, (name, line) in enumerate(zip(chart.names, chart.values, strict=True)):
        colour = _COLOURS[n % len(_COLOURS)]
        axes.plot(places, line, color=colour, lw=3, marker="o", ms=6, clip_on=False)
        axes.text(
            len(line) - 1 + room * 0.07,
            ends[n],
            f"{chart.said[n]} {name}",
            size=12,
            color=colour,
            weight="bold",
            va="center",
        )
    step = max(1, -(-len(chart.labels) // 4))
    shown = list(places)[::step]
    axes.set_xticks(shown, [chart.labels[n] for n in shown])
    axes.set_yticks([])


def _apart(ends: list[float], least: float = 0.075) -> list[float]:
    """Where the names stand, so that none lies upon another."""
    order = sorted(range(len(ends)), key=lambda n: ends[n])
    placed = list(ends)
    for below, above in pairwise(order):
        placed[above] = max(placed[above], placed[below] + least)
    return placed
