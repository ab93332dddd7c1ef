"""A second agency for a report: which one, and that it is invited."""

from collections.abc import Sequence

from bot.domain.agency import Agency
from bot.domain.report import Report
from bot.ui.buttons.office import CoInvites
from bot.ui.cards.choices import agency_choice
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Speech

NOBODY = "-"


def whom(say: Speech, report: Report, likely: Sequence[Agency], *, group: bool) -> Screen:
    """Ask for the agency: those that the routing thinks of, or a name."""
    lines: list[str] = [say("co-whom", number=report.number)]
    if group:
        lines.append(say("compose-reply-here"))
    return _asked("\n".join(lines), report, _rows(say, report, likely), group=group)


def found(say: Speech, report: Report, agencies: Sequence[Agency], *, group: bool) -> Screen:
    words = say("co-found", number=report.number) if agencies else say("back-none")
    return _asked(words, report, _rows(say, report, agencies), group=group)


def invited(say: Speech, report: Report, agency: Agency) -> Screen:
    """What stays of the question when an agency was picked."""
    words = say("co-invited", number=report.number, agency=agency.short)
    return Screen(words, slot=Slot.NOTICE, report=report.id, in_place=True)


def left(say: Speech, report: Report) -> Screen:
    words = say("co-nobody", number=report.number)
    return Screen(words, slot=Slot.NOTICE, report=report.id, in_place=True)


def _asked(words: str, report: Report, rows: Rows, *, group: bool) -> Screen:
    slot = Slot.NOTICE if group else Slot.QUESTION
    return Screen(words, rows, slot=slot, report=report.id)


def _rows(say: Speech, report: Report, agencies: Sequence[Agency]) -> Rows:
    picked = (agency_choice(each, CoInvites(report.id, each.code).pack()) for each in agencies)
    return (*picked, (Choice(say("button-cancel"), CoInvites(report.id, NOBODY).pack()),))
