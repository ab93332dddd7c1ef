"""A number typed: one's own report, one at one's desk, or with its PIN somebody else's."""

import re

from bot.domain.refusals import Refused, Why
from bot.domain.tracking import TrackingNumber, read_tracking_number
from bot.telegram.incoming import Heard
from bot.ui import desk, door, reports
from bot.ui.cards import face
from bot.ui.screen import Screen
from handlers.visit import Shown, Visit

_PIN = re.compile(r"(?<![\w-])(\d{6})(?![\w-])")


async def asks_status(visit: Visit, heard: Heard) -> Shown:
    """/status NOMOR [PIN], or the number alone."""
    typed = heard.words_after_command if heard.text.startswith("/") else heard.text
    number = read_tracking_number(typed)
    if number is None:
        if not typed.strip() or typed == heard.text:
            return door.plain(visit.say, "ask-number")
        raise Refused(Why.NOT_FOUND)
    pin = _PIN.search(typed.upper().replace(number, ""))
    if pin:
        view = await visit.work.records.by_pin(number, pin[1])
        await visit.work.hearing.pin_used(view.report, visit.person.id)
        return reports.one(visit.say, view)
    return await _at_desk(visit, number) or reports.one(
        visit.say, await visit.work.records.by_number(visit.person.id, number)
    )


async def _at_desk(visit: Visit, number: TrackingNumber) -> Screen | None:
    """The card of who works on it; None for everybody else, whether it exists or not."""
    if not visit.actor.admin and not visit.actor.memberships:
        return None
    view = await visit.work.records.case_by_number(visit.actor, number)
    if view is None:
        return None
    draw = desk.card if visit.actor.admin else face.card
    return draw(visit.say, view, whole=True)
