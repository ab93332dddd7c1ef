"""Somebody about to send sees what resembles it, and joins, adds to their own, or sends alone."""

from bot.domain.people import Actor
from bot.domain.report import Report, ReportId
from bot.services.intake import DraftView
from bot.ui import draft as drafts
from bot.ui import reports, voices
from bot.ui.buttons.citizen import DraftJoins
from bot.ui.screen import Screen
from handlers.visit import Shown, Visit, show


async def offers(visit: Visit, view: DraftView) -> Screen | None:
    """Similar open reports, or nothing: then no tap more is asked for."""
    found = await visit.work.voices.offer(visit.person.id, view)
    return voices.offer(visit.say, view.draft.token, found) if found else None


async def joins(visit: Visit, button: DraftJoins) -> Shown:
    """Be one more voice of a report, or put it on one's own."""
    view = await visit.work.intake.this(visit.person.id, button.draft)
    report = ReportId(button.report)
    offer = await visit.work.voices.offer(visit.person.id, view)
    if offer.own and offer.own.id == report:
        await visit.work.voices.add_to_own(visit.person.id, button.draft, report)
        await visit.done_asking()
        added = await visit.work.records.own(visit.person.id, report)
        return show(reports.added(visit.say, added), drafts.filed(visit.say, view))
    receipt = await visit.work.voices.join(visit.person.id, button.draft, report)
    await visit.done_asking()
    return show(voices.receipt(visit.say, receipt), drafts.filed(visit.say, view))


async def leaves(visit: Visit, report: Report) -> Shown:
    """Go on alone."""
    alone = await visit.work.voices.leave(Actor(visit.person.id), report.id)
    return voices.left(visit.say, alone)
