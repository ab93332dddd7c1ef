"""A period in words: the few figures that help most, the way to other periods and to pictures."""

from collections.abc import Sequence

from bot.domain.made import Made
from bot.domain.period import USUAL, Period
from bot.services.figures import LEAST, OTHERS, Overview
from bot.ui.buttons.desk import ChartKind, ShowsChart, ShowsFigures
from bot.ui.screen import Choice, Rows, Screen
from bot.ui.texts import Html, Speech

NO_AGENCY = "-"
_CLOSED_BY = {
    "Ditutup oleh Pelapor": "figures-closed-reporter",
    "Ditutup oleh Sistem": "figures-closed-system",
    "Ditutup oleh Admin": "figures-closed-admin",
}


def screen(say: Speech, view: Overview, kinds: Sequence[ChartKind], picture: Made | None) -> Screen:
    """The message of /statistik; `kinds` are the charts that have anything to show."""
    lines = [
        say("figures-head", period=period(say, view.period), scope=scope(say, view)),
        _incoming(say, view),
        *_speed(say, view),
        *_endings(say, view),
        *_routed(say, view),
        say("figures-hidden"),
    ]
    return Screen(
        "\n".join(line for line in lines if line),
        _buttons(say, view, kinds),
        files=(picture,) if picture else (),
    )


def chart_screen(
    say: Speech, view: Overview, kind: ChartKind, kinds: Sequence[ChartKind], picture: Made
) -> Screen:
    """A picture alone, with the way to the next one."""
    return Screen("", next_row(say, view, kind, kinds), files=(picture,))


def next_row(say: Speech, view: Overview, kind: ChartKind, kinds: Sequence[ChartKind]) -> Rows:
    """The button to the picture after this one; after the last one there is none."""
    place = kinds.index(kind) + 1
    if place >= len(kinds):
        return ()
    button = ShowsChart(kinds[place], view.period.code, _code(view))
    return ((Choice(say("button-next-chart"), button.pack()),),)


def heading(say: Speech, view: Overview) -> str:
    """What a chart is about, in one line."""
    parts = [period(say, view.period), scope(say, view)]
    if view.total:
        parts.append(say("chart-reports", count=view.total))
    line = " · ".join(parts)
    return line if len(line) <= 62 else f"{line[:61].rstrip()}…"


def unread(say: Speech, words: str) -> Screen:
    """What was asked for is neither a period nor an agency: what can be asked instead."""
    rows = (
        (
            _whole(say, "button-this-week", "minggu ini"),
            _whole(say, "button-last-week", "minggu lalu"),
        ),
        (
            _whole(say, "button-this-month", "bulan ini"),
            _whole(say, "button-last-month", "bulan lalu"),
        ),
    )
    return Screen(say("refused-unread-period", words=words), rows)


def period(say: Speech, stretch: Period) -> str:
    """A period as people say it."""
    code = stretch.code
    if code.startswith("d"):
        return say("period-today") if stretch.days == 1 else say("period-days", count=stretch.days)
    if "+" in code and stretch.days == 1:
        return say.day(stretch.first)
    if "+" in code:
        first, last = say.day_and_month(stretch.first), say.day_and_month(stretch.last)
        return say("period-stretch", first=first, last=last, year=str(stretch.last.year))
    if "-" in code:
        return say.month(stretch.first)
    if "s" in code:
        return say("period-half", half=code[-1], year=code[:4])
    return code


def scope(say: Speech, view: Overview) -> str:
    return view.agency.short if view.agency else say("figures-everybody")


def percent(say: Speech, part: float) -> str:
    return say("figures-percent", percent=round(part * 100))


def days(say: Speech, count: float) -> Html:
    """Working days; below one day in hours."""
    hours = round(count * 24)
    if hours < 24:
        return say("figures-hours", count=hours)
    return say("figures-days", days=say.decimal(count))


def _incoming(say: Speech, view: Overview) -> Html:
    if view.total is None:
        return say("figures-few")
    if not view.total:
        return say("figures-none")
    if view.open is None:
        return say("figures-in", count=view.total)
    return say("figures-in-open", count=view.total, open=say.number(view.open))


def _speed(say: Speech, view: Overview) -> list[Html]:
    lines = []
    if first := view.first_answer:
        lines.append(
            say(
                "figures-first",
                time=days(say, first.median),
                count=first.count,
                percent=round(first.within * 100),
                clock=str(first.clock),
            )
        )
    if solved := view.solved_all:
        lines.append(say("figures-solved", time=days(say, solved.median), count=solved.count))
    return lines


def _endings(say: Speech, view: Overview) -> list[Html]:
    lines = []
    parts = [
        say("figures-closed-part", count=cell.count, who=say(_CLOSED_BY[cell.key]))
        for cell in view.closings
        if cell.count and cell.key != OTHERS
    ]
    if parts and view.closed >= LEAST:
        lines.append(say("figures-closed", parts=Html(", ".join(parts))))
    if view.mean_rating is not None:
        mean = say.decimal(view.mean_rating)
        lines.append(say("figures-rating", mean=mean, count=view.rated))
    return lines


def _routed(say: Speech, view: Overview) -> list[Html]:
    routed = view.routed
    if routed is None:
        return []
    return [
        say(
            "figures-routed",
            kept=percent(say, routed.kept),
            overridden=percent(say, routed.overridden),
            back=percent(say, routed.handed_back),
            count=routed.count,
        )
    ]


def _buttons(say: Speech, view: Overview, kinds: Sequence[ChartKind]) -> Rows:
    rows: list[tuple[Choice, ...]] = []
    if kinds:
        chart = ShowsChart(kinds[min(1, len(kinds) - 1)], view.period.code, _code(view))
        rows.append((Choice(say("button-next-chart"), chart.pack()),))
    rows.append(
        (_other(say, view, "button-days-7", "d7"), _other(say, view, "button-days-30", USUAL))
    )
    rows.append(
        (
            _other(say, view, "button-this-month", "bulan ini"),
            _other(say, view, "button-this-year", "tahun ini"),
        )
    )
    return tuple(rows)


def _other(say: Speech, view: Overview, key: str, code: str) -> Choice:
    return Choice(say(key), ShowsFigures(code, _code(view)).pack())


def _whole(say: Speech, key: str, code: str) -> Choice:
    """Everything that who asks may see in a period."""
    return Choice(say(key), ShowsFigures(code, NO_AGENCY).pack())


def _code(view: Overview) -> str:
    return view.agency.code if view.agency else NO_AGENCY
