"""The admins' list of days off beside the national holidays."""

from collections.abc import Sequence

from bot.domain.deadlines import DayOff
from bot.ui.buttons.desk import DayOffGoes
from bot.ui.screen import Choice, Screen
from bot.ui.texts import Speech


def listed(say: Speech, days: Sequence[DayOff], *, in_place: bool = False) -> Screen:
    """Every day off to come, each with the way to take it away."""
    head = say("days-off-head") if days else say("days-off-none")
    lines = [say("days-off-line", day=each.day, name=each.name or "-") for each in days]
    rows = tuple(
        (
            Choice(
                say("button-day-off-remove", date=say.short_day(each.day)),
                DayOffGoes(each.day.isoformat()).pack(),
            ),
        )
        for each in days
    )
    return Screen("\n".join([head, *lines, say("days-off-how")]), rows, in_place=in_place)


def added(say: Speech, day: DayOff) -> Screen:
    return Screen(say("days-off-added", day=day.day, name=day.name or "-"))
