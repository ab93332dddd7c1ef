"""What stays of a card for those who have the report no more: no words."""

from bot.domain.agency import Agency
from bot.domain.report import Report
from bot.ui.cards.handing_back import back_with
from bot.ui.screen import Screen, Slot
from bot.ui.texts import Speech


def away(say: Speech, report: Report, agency: Agency | None) -> Screen:
    """What stays of a card for those who have no right to the report any more: no words.

    Where a report is guarded they do not read who has it now either.
    """
    if agency is None or report.guarded:
        return Screen(say("case-away-admin", number=report.number), slot=Slot.CARD)
    return Screen(say("case-away", number=report.number, agency=agency.short), slot=Slot.CARD)


def handed_back(say: Speech, report: Report, candidate: Agency | None) -> Screen:
    """What stays of a card for those who have handed the report back, while the admins have it."""
    return Screen(back_with(say, report, candidate), slot=Slot.CARD)


def stepped_out(say: Speech, report: Report) -> Screen:
    """What stays of a card for an agency that is invited no more."""
    return Screen(say("case-stepped-out", number=report.number), slot=Slot.CARD)


def withdrawn(say: Speech, report: Report) -> Screen:
    """What stays of a card for somebody who works for no agency any more."""
    return Screen(say("case-withdrawn", number=report.number), slot=Slot.CARD)
