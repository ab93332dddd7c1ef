"""The admins' card and queue: verify, send on, override, ask, archive."""

from dataclasses import replace

from bot.domain.agency import AgencyCode
from bot.domain.moves import Act
from bot.domain.refusals import Refused, Why
from bot.domain.report import ArchiveReason, ReportId
from bot.domain.step import Step, StepKind
from bot.services.records import CaseView
from bot.telegram.incoming import Heard, Pressed
from bot.ui import desk
from bot.ui import history as histories
from bot.ui import queue as queues
from bot.ui.buttons.desk import DeskAct, DeskArchives, DeskDoes, DeskQueue, DeskRoutes
from bot.ui.screen import Answer, Screen, Slot
from handlers.admin import people, voices
from handlers.by_number import asks_number, named_after_command
from handlers.officer import cases
from handlers.visit import Shown, Visit

_QUESTIONS = {
    DeskAct.ASK: StepKind.ADMIN_ASK,
    DeskAct.ANSWER: StepKind.ANSWER,
    DeskAct.SETTLE: StepKind.SETTLE,
}
_TOGETHER = {
    DeskAct.MERGE: voices.opens,
    DeskAct.SPLIT: voices.splits,
    DeskAct.VOICES: voices.reads,
}
_REASONS = tuple(ArchiveReason)
_ADMINS = "-"


async def presses(visit: Visit, pressed: Pressed, button: DeskDoes) -> Shown:
    """One press on an admin's card."""
    view = await _case(visit, button.report)
    if kind := _QUESTIONS.get(button.act):
        return await cases.begins(visit, kind, view, private=pressed.private)
    if together := _TOGETHER.get(button.act):
        return await together(visit, view.report.id)
    match button.act:
        case DeskAct.OPEN:
            return desk.card(visit.say, view, whole=True)
        case DeskAct.REVEAL:
            return await cases.reveals(visit, view)
        case DeskAct.APPROVE:
            return await _approve(visit, pressed, view)
        case DeskAct.SEARCH:
            await visit.ask(replace(_step(visit, StepKind.REROUTE, view), reason=_whose(view)))
            return desk.search(visit.say, view.report)
        case DeskAct.ARCHIVE:
            await visit.work.casework.may(visit.actor, view.report.id, Act.ARCHIVE)
            return desk.archive_menu(visit.say, view.report)
        case DeskAct.PULL_BACK:
            await visit.work.desk.pull_back(visit.actor, view.report.id)
            return Answer(toast=visit.say("desk-toast-pulled"))
        case DeskAct.HISTORY:
            lines = await cases.history_of(visit, view)
            return desk.history(visit.say, view.report.id, lines)
        case _:
            await visit.done_asking()
            return desk.card(visit.say, view, in_place=True)


async def routes(visit: Visit, pressed: Pressed, button: DeskRoutes) -> Shown:
    """An admin gives the report to an agency, by one tap on how it stood when they saw it."""
    view = await _case(visit, button.report)
    step = visit.step
    if await _is_card(visit, pressed):
        fresh = Act.VERIFY in view.acts
    else:
        searched = step and step.kind is StepKind.REROUTE and step.report == view.report.id
        fresh = not searched or (step is not None and step.reason in {"", _whose(view)})
    if not fresh and button.agency != view.report.agency:
        raise Refused(Why.NOT_NOW, status="")
    return await _route(visit, pressed, view, AgencyCode(button.agency))


async def archives(visit: Visit, pressed: Pressed, button: DeskArchives) -> Shown:  # noqa: ARG001
    if not 0 <= button.reason < len(_REASONS):
        raise Refused(Why.NEEDS_REASON)
    reason = _REASONS[button.reason]
    done = await visit.work.desk.archive(visit.actor, ReportId(button.report), reason)
    return desk.archived(visit.say, done.report, reason)


async def queue(visit: Visit) -> Shown:
    """/antrian of an admin."""
    return await _queue(visit, 0)


async def turns_page(visit: Visit, pressed: Pressed, button: DeskQueue) -> Shown:
    """Another page in the place of the one before; from a report's message it comes below."""
    about = await visit.work.unit.anchors.at(visit.chat, pressed.message or 0)
    return await _queue(visit, button.page, in_place=about is None)


async def writes(visit: Visit, heard: Heard) -> Shown:
    """Words after one of an admin's questions."""
    step = visit.step
    if step is None:
        raise Refused(Why.NOT_NOW, status="")
    if step.kind is StepKind.ADMIN_ASK:
        return await cases.writes(visit, heard)
    if step.kind is StepKind.MERGE:
        return await voices.types_number(visit, heard)
    if step.kind is StepKind.REROUTE and step.report:
        view = await _case(visit, step.report)
        found = visit.work.intake.search(heard.text, view.report.place) if heard.text else []
        return desk.found(visit.say, view.report, found)
    return await people.names_agency(visit, heard, step)


async def history(visit: Visit, heard: Heard) -> Shown:
    """/riwayat NOMOR, or in reply to a card."""
    number = await named_after_command(visit, heard)
    if number is None:
        return asks_number(visit, heard, "history-ask-number")
    report, named = await visit.work.records.history(visit.actor, number)
    return histories.screen(visit.say, report, named)


async def _queue(visit: Visit, number: int, *, in_place: bool = False) -> Screen:
    page = await visit.work.desk.queue(visit.actor, number)
    screen = desk.queue(visit.say, page, in_place=in_place)
    return queues.with_other(visit.say, screen, desk=False) if visit.actor.memberships else screen


async def _approve(visit: Visit, pressed: Pressed, view: CaseView) -> Shown:
    best = next(iter(desk.choices(view)), None)
    if best is None:
        raise Refused(Why.NEEDS_AGENCY)
    return await _route(visit, pressed, view, best.code)


async def _route(visit: Visit, pressed: Pressed, view: CaseView, agency: AgencyCode) -> Shown:
    """Send it there; a list of agencies says where it went, a card is brought up to date."""
    done = await visit.work.desk.route(visit.actor, view.report.id, agency)
    target = visit.work.records.agency(done.report.agency)
    assert target is not None
    await visit.done_asking()
    if await _is_card(visit, pressed):
        return Answer(toast=visit.say("desk-toast-routed", agency=target.short))
    staffed = await visit.work.hearing.staffed(done.report)
    return desk.routed(visit.say, done.report, target, staffed=staffed)


def _whose(view: CaseView) -> str:
    """Who has it now, to know later whether another admin has moved it since."""
    return (view.report.agency if Act.VERIFY not in view.acts else None) or _ADMINS


async def _is_card(visit: Visit, pressed: Pressed) -> bool:
    if pressed.message is None:
        return False
    anchor = await visit.work.unit.anchors.at(visit.chat, pressed.message)
    return anchor is not None and anchor.slot == Slot.ADMIN_CARD


async def _case(visit: Visit, report: int) -> CaseView:
    return await visit.work.records.at_desk(visit.actor, ReportId(report))


def _step(visit: Visit, kind: StepKind, view: CaseView) -> Step:
    return Step(visit.person.id, visit.chat, kind, view.report.id)
