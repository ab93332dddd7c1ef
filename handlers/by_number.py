"""A number typed: one's own report, one at one's desk, or with its PIN somebody else's."""

import re

from bot.domain.refusals import Refused, Why
from bot.domain.tracking import TrackingNumber, looks_like_a_number, read_tracking_number
from bot.telegram.incoming import Heard
from bot.ui import desk, door, reports
from bot.ui.cards import face
from bot.ui.screen import Screen
from handlers.citizen import own
from handlers.visit import Shown, Visit

_PREFIX = "LPR"
_FEW = 8
"""How many words may stand around a part of a number."""
_PIN = re.compile(r"(?<![\w-])(\d{6})(?![\w-])")


async def asks_status(visit: Visit, heard: Heard) -> Shown:
    """/status NOMOR [PIN], or the number alone."""
    typed = heard.words_after_command if heard.text.startswith("/") else heard.text
    number = read_tracking_number(typed)
    if number is None:
        if part := await asks_by_part(visit, heard):
            return part
        if typed.strip() and typed != heard.text:
            raise Refused(Why.NOT_FOUND)
        mine = await visit.work.records.mine(visit.person.id, 0)
        return await own.lists(visit) if mine.reports else door.plain(visit.say, "ask-number")
    pin = _PIN.search(typed.upper().replace(number, ""))
    if pin:
        view = await visit.work.records.by_pin(number, pin[1])
        await visit.work.hearing.pin_used(view.report, visit.person.id)
        return reports.one(visit.say, view)
    return await _at_desk(visit, number) or reports.one(
        visit.say, await visit.work.records.by_number(visit.person.id, number)
    )


async def named_after_command(visit: Visit, heard: Heard) -> TrackingNumber | None:
    """The number behind a command, else that of the message which the command replies to."""
    if number := read_tracking_number(heard.words_after_command):
        return number
    anchor = (
        await visit.work.unit.anchors.at(visit.chat, heard.reply_to) if heard.reply_to else None
    )
    if anchor is None or anchor.report is None:
        return None
    return (await visit.work.casework.seen_by(visit.actor, anchor.report)).number


def asks_number(visit: Visit, heard: Heard, key: str) -> Screen:
    """Ask for a number; who has mistyped one is told that."""
    mistyped = looks_like_a_number(heard.words_after_command)
    return door.plain(visit.say, "number-mistyped" if mistyped else key)


async def asks_by_part(visit: Visit, heard: Heard) -> Shown:
    """A part of a number among a few words: their own newest report that has it, if only one."""
    said = heard.text.split()
    if heard.attachment or heard.pin or len(said) > _FEW:
        return None
    parts = {part for word in said for part in re.split(r"[-–—]", word.strip(".,?!").upper())}
    plain = _PREFIX in parts
    parts = {part for part in parts if 3 <= len(part) <= 4 and (plain or re.search(r"\d", part))}
    if not parts:
        return None
    mine = (await visit.work.records.mine(visit.person.id, 0)).reports
    meant = [report for report in mine if parts & set(report.number.split("-")[1:])]
    if len(meant) != 1:
        return None
    return reports.one(visit.say, await visit.work.records.as_reporter(meant[0]))


async def _at_desk(visit: Visit, number: TrackingNumber) -> Screen | None:
    """The card of who works on it; None for everybody else, whether it exists or not."""
    if not visit.actor.admin and not visit.actor.memberships:
        return None
    view = await visit.work.records.case_by_number(visit.actor, number)
    if view is None:
        return None
    if visit.actor.admin:
        return desk.card(visit.say, view, whole=True)
    return face.card(visit.say, view, whole=True, reader=visit.person.id)
