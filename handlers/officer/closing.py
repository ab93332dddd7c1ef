"""A second person confirms a closing, or sends it back with a word."""

from bot.domain.step import Step, StepKind
from bot.services.records import CaseView
from bot.telegram.incoming import Heard
from bot.ui import closing
from bot.ui.screen import Answer
from handlers.officer.opening import case
from handlers.visit import Shown, Visit


async def endorses(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    """Setujui penutupan: the reporter is asked now."""
    await visit.work.casework.closing.endorse(visit.actor, view.report.id)
    return Answer(toast=visit.say("closing-toast-endorsed"))


async def asks_why(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:
    """Kembalikan: what is missing?"""
    report = await visit.work.casework.closing.returnable(visit.actor, view.report.id)
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.RETURN, report.id))
    return closing.ask_why(visit.say, report, group=grouped)


async def writes(visit: Visit, heard: Heard) -> Shown:
    """The words for whoever wrote the closing."""
    step = visit.step
    assert step is not None
    assert step.report is not None
    view = await case(visit, step.report)
    if not heard.text:
        return closing.ask_why(visit.say, view.report, group=not heard.private)
    await visit.work.casework.closing.send_back(visit.actor, step.report, heard.text)
    await visit.done_asking()
    return closing.sent_back(visit.say, view.report)
