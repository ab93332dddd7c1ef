"""Days off that admins add, see and take away: /libur."""

import re
from datetime import date

from bot.domain.refusals import Refused, Why
from bot.telegram.incoming import Heard, Pressed
from bot.ui import days_off, door
from bot.ui.buttons.desk import DayOffGoes
from handlers.visit import Shown, Visit, show

_WRITTEN = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


async def lists_or_adds(visit: Visit, heard: Heard) -> Shown:
    """/libur, or /libur 2026-12-24 Cuti daerah."""
    known = await visit.work.days_off.all(visit.actor)
    words = heard.words_after_command.strip()
    if not words:
        return days_off.listed(visit.say, known)
    written, _, name = words.partition(" ")
    day = _read(written)
    if day is None:
        return door.plain(visit.say, "days-off-unread")
    return days_off.added(visit.say, await visit.work.days_off.add(visit.actor, day, name))


async def removes(visit: Visit, pressed: Pressed, button: DayOffGoes) -> Shown:  # noqa: ARG001
    """Take a day off away; what was promised stays promised."""
    day = _read(button.day)
    if day is None:
        raise Refused(Why.ALREADY)
    await visit.work.days_off.remove(visit.actor, day)
    left = days_off.listed(visit.say, await visit.work.days_off.all(visit.actor), in_place=True)
    return show(left, toast=visit.say("days-off-removed", day=visit.say.short_day(day)))


def _read(written: str) -> date | None:
    """Read a day as 2026-12-24 or 24-12-2026; None for anything else."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        return None
    year, month, day = found.groups()[:3] if found[1] else reversed(found.groups()[3:])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
