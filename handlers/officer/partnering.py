"""Two agencies on one report: who is invited, and the end of it."""

from bot.domain.agency import Agency
from bot.domain.report import ReportId
from bot.domain.step import Step, StepKind
from bot.services.records import CaseView
from bot.telegram.incoming import Heard, Pressed
from bot.ui import partnering
from bot.ui.buttons.office import CoInvites
from bot.ui.screen import Answer
from handlers import group
from handlers.officer.opening import case
from handlers.visit import Shown, Visit

_LIKELY = 4


async def asks_whom(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:
    """Undang instansi: which one?"""
    report = await visit.work.partnering.may_invite(visit.actor, view.report.id)
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.CO_INVITE, report.id))
    return partnering.whom(visit.say, report, _likely(view), group=grouped)


async def writes(visit: Visit, heard: Heard) -> Shown:
    """The name of the agency."""
    step = visit.step
    assert step is not None
    assert step.report is not None
    view = await case(visit, step.report)
    found = visit.work.intake.search(heard.text, view.report.place) if heard.text else []
    found = [agency for agency in found if agency.code != view.report.agency]
    return partnering.found(visit.say, view.report, found, group=not heard.private)


async def invites(visit: Visit, pressed: Pressed, button: CoInvites) -> Shown:
    """An agency was picked, or the question is left alone."""
    if not pressed.private and (away := await group.turned_away(visit)):
        return away
    view = await case(visit, ReportId(button.report))
    if button.agency == partnering.NOBODY:
        await visit.done_asking()
        return partnering.left(visit.say, view.report)
    invited = await visit.work.partnering.invite(
        visit.actor, view.report.id, visit.agency(button.agency).code
    )
    await visit.done_asking()
    return partnering.invited(visit.say, view.report, invited)


async def steps_out(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    """The second agency works on it no more."""
    partner = await visit.work.partnering.step_out(visit.actor, view.report.id)
    return Answer(toast=visit.say("co-toast-ended", agency=partner.short))


def _likely(view: CaseView) -> list[Agency]:
    others = [agency for agency, _, _ in view.suggested if agency.code != view.report.agency]
    return others[:_LIKELY]
