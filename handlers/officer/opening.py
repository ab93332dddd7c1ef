"""An officer opens a report: whether it is theirs to work on, and where its words may be read."""

from bot.domain.refusals import Refused, Why
from bot.domain.report import ReportId
from bot.services.records import CaseView
from bot.ui.screen import Answer
from handlers.visit import Visit


async def case(visit: Visit, report: ReportId) -> CaseView:
    """The report for who works on it.

    Raises Refused: NOT_NOW for somebody at work whose report it is no more (nor says whether there
    is one), NOT_FOUND for anybody else.
    """
    try:
        return await visit.work.records.case(visit.actor, report)
    except Refused as refused:
        if visit.actor.memberships or visit.actor.admin:
            raise Refused(Why.NOT_NOW, status="") from refused
        raise


async def opens_in_private(visit: Visit, view: CaseView) -> Answer:
    """Bring the card, with all that was said, to the officer's own chat."""
    await visit.work.hearing.open_for(visit.person.id, view.report.id)
    return Answer(toast=visit.say("case-toast-opened"))
