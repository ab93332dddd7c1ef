"""Among colleagues: take over, hand over, send to a unit, leave a note."""

from bot.domain.agency import AgencyCode
from bot.domain.moves import Act
from bot.domain.people import PersonId
from bot.domain.report import ReportId
from bot.domain.step import Step, StepKind
from bot.services.records import CaseView
from bot.telegram.incoming import Heard, Pressed
from bot.ui import sharing
from bot.ui.buttons.office import HandsOver, ToUnit, Units
from bot.ui.screen import Answer
from handlers import group
from handlers.officer.opening import case
from handlers.visit import Shown, Visit


async def menu(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:
    """Bagi tugas."""
    agency = view.agency
    head = agency and (agency.parent or agency.code)
    to_unit = visit.actor.role_for(head or None) is not None
    return sharing.menu(visit.say, view, visit.person.id, group=grouped, to_unit=to_unit)


async def takes_over(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    await visit.work.teamwork.take_over(visit.actor, view.report.id)
    return Answer(toast=visit.say("case-toast-taken"))


async def asks_colleague(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    people = await visit.work.teamwork.colleagues(visit.actor, view.report.id)
    return sharing.colleagues(visit.say, view.report, people)


async def hands_over(visit: Visit, pressed: Pressed, button: HandsOver) -> Shown:
    """A colleague's name was pressed."""
    if not pressed.private and (away := await group.turned_away(visit)):
        return away
    report, colleague = ReportId(button.report), PersonId(button.person)
    await case(visit, report)
    person = await visit.work.teamwork.hand_over(visit.actor, report, colleague)
    return Answer(toast=visit.say("share-toast-handed", name=person.name))


async def asks_unit(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    return await _units(visit, view, 0)


async def turns_units(visit: Visit, pressed: Pressed, button: Units) -> Shown:
    if not pressed.private and (away := await group.turned_away(visit)):
        return away
    return await _units(visit, await case(visit, ReportId(button.report)), max(button.page, 0))


async def sends_to_unit(visit: Visit, pressed: Pressed, button: ToUnit) -> Shown:
    """A unit's name was pressed."""
    if not pressed.private and (away := await group.turned_away(visit)):
        return away
    report, unit = ReportId(button.report), AgencyCode(button.agency)
    await case(visit, report)
    target = await visit.work.teamwork.to_unit(visit.actor, report, unit)
    return Answer(toast=visit.say("desk-toast-routed", agency=target.short))


async def asks_note(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:
    report = await visit.work.casework.may(visit.actor, view.report.id, Act.NOTE)
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.NOTE, report.id))
    return sharing.note_question(visit.say, report, group=grouped)


async def writes_note(visit: Visit, heard: Heard) -> Shown:
    """The words of a note; files stay out of notes."""
    step = visit.step
    assert step is not None
    assert step.report is not None
    view = await case(visit, step.report)
    if not heard.text:
        return sharing.note_question(visit.say, view.report, group=not heard.private)
    await visit.work.teamwork.note(visit.actor, step.report, heard.text)
    await visit.done_asking()
    return sharing.noted(visit.say, view.report)


async def _units(visit: Visit, view: CaseView, page: int) -> Shown:
    found = await visit.work.teamwork.units(visit.actor, view.report.id)
    likely = [agency for agency, _, _ in view.suggested if agency in found]
    return sharing.units(visit.say, view.report, likely, found, page)
