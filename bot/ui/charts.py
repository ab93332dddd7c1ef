"""The charts of a period: what each shows, in its reader's language, ready to be drawn."""

from collections.abc import Callable, Sequence

from bot.services.figures import LEAST, OTHERS, Cell, Overview
from bot.ui.buttons.desk import ChartKind
from bot.ui.drawing import Bars, Chart, Columns, Lines, Row
from bot.ui.figures import days, heading, percent
from bot.ui.texts import Speech

MOST_BARS = 8

_Name = Callable[[str], str]


def charts_of(view: Overview) -> tuple[ChartKind, ...]:
    """Those that have anything to show, in the order in which they come."""
    there = {
        ChartKind.DAYS: bool(view.total),
        ChartKind.SPEED: bool(view.first_answer or view.solved),
        ChartKind.ROUTING: bool(view.routing),
        ChartKind.RATING: view.mean_rating is not None,
        ChartKind.CLOSING: view.closed >= LEAST,
        ChartKind.SECTORS: len(view.sectors) > 1,
        ChartKind.CLASSES: len(view.classes) > 1,
        ChartKind.AGENCIES: len(view.agencies) > 1,
    }
    return tuple(kind for kind, shown in there.items() if shown)


def chart_of(
    say: Speech, view: Overview, kind: ChartKind, agency: Callable[[str], str]
) -> Chart | None:
    """One chart; None where there is too little for it. `agency` names an agency by its code."""
    if kind not in charts_of(view):
        return None
    match kind:
        case ChartKind.DAYS:
            return _days(say, view)
        case ChartKind.SPEED:
            return _speed(say, view)
        case ChartKind.ROUTING:
            return _routing(say, view)
        case ChartKind.RATING:
            return _ratings(say, view)
        case ChartKind.CLOSING:
            return _counts(say, view, kind, view.closings, lambda key: say(_CLOSED_BY[key]))
        case ChartKind.SECTORS:
            return _counts(say, view, kind, view.sectors, lambda key: say(f"sector-{key}"))
        case ChartKind.CLASSES:
            return _counts(say, view, kind, view.classes, lambda key: say(_CLASSES[key]))
        case ChartKind.AGENCIES:
            return _counts(say, view, kind, view.agencies, agency)


_CLASSES = {
    "Pengaduan": "figures-class-complaint",
    "Aspirasi": "figures-class-wish",
    "Permintaan Informasi": "figures-class-information",
}
_CLOSED_BY = {
    "Ditutup oleh Pelapor": "figures-closed-reporter",
    "Ditutup oleh Sistem": "figures-closed-system",
    "Ditutup oleh Admin": "figures-closed-admin",
}
_TITLES = {
    ChartKind.CLOSING: "chart-closing",
    ChartKind.SECTORS: "chart-sectors",
    ChartKind.CLASSES: "chart-classes",
    ChartKind.AGENCIES: "chart-agencies",
}


def _counts(
    say: Speech, view: Overview, kind: ChartKind, cells: Sequence[Cell], name: _Name
) -> Bars:
    rows = [
        Row(_wrapped(name(cell.key)), cell.count, say.number(cell.count))
        for cell in cells
        if cell.key != OTHERS and cell.count
    ]
    others = sum(cell.count or 0 for cell in cells if cell.key == OTHERS)
    most = MOST_BARS - bool(others or len(rows) > MOST_BARS)
    others += round(sum(row.value for row in rows[most:]))
    rows = rows[:most]
    if others:
        rows.append(Row(say("figures-others"), others, say.number(others), soft=True))
    return Bars(say(_TITLES[kind]), heading(say, view), tuple(rows))


def _days(say: Speech, view: Overview) -> Columns:
    title = {1: "chart-days", 7: "chart-weeks"}.get(view.bin_days, "chart-months")
    return Columns(
        say(title),
        heading(say, view),
        tuple(say.day_and_month(each.first) for each in view.bins),
        tuple(each.count for each in view.bins),
        tuple(say.number(each.count or 0) for each in view.bins),
        say("chart-hidden") if any(each.count is None for each in view.bins) else "",
    )


def _speed(say: Speech, view: Overview) -> Bars:
    rows = []
    if spread := view.first_answer:
        label = say("chart-first-answer", count=spread.count)
        rows.append(Row(label, spread.median, days(say, spread.median), spread.clock))
    for kind, spread in view.solved:
        label = say("chart-solved", kind=say(_CLASSES[kind.value]), count=spread.count)
        rows.append(Row(label, spread.median, days(say, spread.median), spread.clock))
    return Bars(say("chart-speed"), heading(say, view), tuple(rows), say("chart-limit"))


def _ratings(say: Speech, view: Overview) -> Bars:
    counts = {cell.key: cell.count for cell in view.ratings}
    rows = [
        Row(say("chart-stars", stars=stars), count, say.number(count))
        for stars in range(5, 0, -1)
        if (count := counts.get(str(stars)))
    ]
    if others := counts.get(OTHERS):
        rows.append(Row(say("figures-others"), others, say.number(others), soft=True))
    assert view.mean_rating is not None
    note = say("chart-mean", mean=say.decimal(view.mean_rating), count=view.rated)
    return Bars(say("chart-rating"), heading(say, view), tuple(rows), note)


def _routing(say: Speech, view: Overview) -> Chart:
    last = view.routing[-1]
    kept, changed, back = (
        tuple(share.kept for share in view.routing),
        tuple(share.overridden for share in view.routing),
        tuple(share.handed_back for share in view.routing),
    )
    names = (say("chart-kept"), say("chart-overridden"), say("chart-handed-back"))
    said = tuple(percent(say, part) for part in (last.kept, last.overridden, last.handed_back))
    counted = sum(share.count for share in view.routing)
    note = say("chart-counted", count=counted)
    if len(view.routing) == 1:
        parts = (last.kept, last.overridden, last.handed_back)
        rows = tuple(
            Row(name, part, spoken) for name, part, spoken in zip(names, parts, said, strict=True)
        )
        return Bars(say("chart-routing"), heading(say, view), rows, note)
    labels = tuple(say.day_and_month(share.first) for share in view.routing)
    return Lines(
        say("chart-routing"), heading(say, view), labels, names, (kept, changed, back), said, note
    )


def _wrapped(name: str) -> str:
    """What fits above a bar."""
    return name if len(name) <= 44 else f"{name[:43].rstrip()}…"
