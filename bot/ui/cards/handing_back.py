"""Bukan wewenang: why a report is not ours, and whose it is then."""

from collections.abc import Sequence

from bot.domain.agency import Agency, AgencyCode
from bot.domain.report import Report, ReportId
from bot.services.records import CaseView
from bot.ui.buttons.office import BackReason, CaseAct, HandsBack, HandsBackTo
from bot.ui.cards.choices import agency_choice, does, on_card
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Speech


def not_theirs(view: CaseView) -> frozenset[AgencyCode]:
    """Who has handed the report back because it is not theirs, however long ago."""
    return frozenset(agency.code for agency, why in view.returned if why != BackReason.UNCLEAR)


def reasons(say: Speech, report: Report) -> Screen:
    """Why is it not ours?"""
    reasons = tuple(
        (Choice(say(f"button-back-{reason}"), HandsBack(report.id, reason).pack()),)
        for reason in BackReason
    )
    back = (does(say, report.id, "button-back", CaseAct.LESS),)
    return on_card(report.id, say("back-head", number=report.number), (*reasons, back))


def candidates(
    say: Speech, report: ReportId, likely: Sequence[Agency], *, noted: bool = False
) -> Screen:
    """Whose is it then? `noted` says that a word for the admin has been kept."""
    rows = (*_candidates(report, likely), *_search_or_unknown(say, report))
    if noted:
        return Screen(say("back-who-noted"), rows, slot=Slot.QUESTION, report=report)
    return on_card(report, say("back-who"), rows)


def search(say: Speech, report: ReportId) -> Screen:
    """Ask for the name of the agency that is right."""
    rows = ((_to(say, report, "button-unknown", "-"),),)
    return Screen(say("back-search"), rows, slot=Slot.QUESTION, report=report)


def found(say: Speech, report: ReportId, agencies: Sequence[Agency]) -> Screen:
    rows = (*_candidates(report, agencies), *_search_or_unknown(say, report))
    key = "back-found" if agencies else "back-none"
    return Screen(say(key), rows, slot=Slot.QUESTION, report=report)


def done(say: Speech, report: Report, candidate: Agency | None) -> Screen:
    """What stays of the card when an officer has handed the report back."""
    return Screen(back_with(say, report, candidate), report=report.id, in_place=True)


def back_with(say: Speech, report: Report, candidate: Agency | None) -> str:
    """That it went back to the admins, and whom the officer has proposed."""
    if candidate:
        return say("back-done-to", number=report.number, agency=candidate.short)
    return say("back-done", number=report.number)


def _candidates(report: ReportId, agencies: Sequence[Agency]) -> Rows:
    return tuple(agency_choice(a, HandsBackTo(report, a.code).pack()) for a in agencies)


def _search_or_unknown(say: Speech, report: ReportId) -> Rows:
    return (
        (_to(say, report, "button-search", "?"), _to(say, report, "button-unknown", "-")),
        (does(say, report, "button-back", CaseAct.LESS),),
    )


def _to(say: Speech, report: ReportId, key: str, agency: str) -> Choice:
    return Choice(say(key), HandsBackTo(report, agency).pack())
