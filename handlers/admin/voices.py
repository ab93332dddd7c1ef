"""Admins merge reports of one problem, and part them again."""

from bot.domain.refusals import Refused, Why
from bot.domain.report import ReportId
from bot.domain.step import Step, StepKind
from bot.domain.tracking import TrackingNumber, read_tracking_number
from bot.telegram.incoming import Heard, Pressed
from bot.ui import door, voices
from bot.ui.buttons.desk import Merges
from handlers.visit import Shown, Visit


async def asks(visit: Visit, heard: Heard) -> Shown:
    """/gabung NOMOR: what belongs together with this report, and what may."""
    number = read_tracking_number(heard.words_after_command)
    if number is None:
        return door.plain(visit.say, "merge-ask-number")
    return await opens(visit, await _by_number(visit, number))


async def opens(visit: Visit, report: ReportId) -> Shown:
    """Show what to merge with; a number may be typed too."""
    found = await visit.work.voices.together(visit.actor, report)
    if found.main is None:
        await visit.ask(Step(visit.person.id, visit.chat, StepKind.MERGE, report))
    return voices.together(visit.say, found)


async def types_number(visit: Visit, heard: Heard) -> Shown:
    """The number of the report that the one asked about belongs to."""
    number = read_tracking_number(heard.text)
    if number is None or visit.step is None or visit.step.report is None:
        return door.plain(visit.say, "merge-ask-number")
    return await _merge(visit, visit.step.report, await _by_number(visit, number))


async def merges(visit: Visit, pressed: Pressed, button: Merges) -> Shown:  # noqa: ARG001
    return await _merge(visit, ReportId(button.report), ReportId(button.into))


async def reads(visit: Visit, report: ReportId) -> Shown:
    """What the voices of a report have told."""
    view = await visit.work.records.at_desk(visit.actor, report)
    return voices.words(visit.say, view, desk=True)


async def splits(visit: Visit, report: ReportId) -> Shown:
    parted = await visit.work.voices.split(visit.actor, report)
    return voices.split(visit.say, parted)


async def _merge(visit: Visit, report: ReportId, into: ReportId) -> Shown:
    main = await visit.work.voices.merge(visit.actor, report, into)
    await visit.done_asking()
    found = (await visit.work.records.at_desk(visit.actor, report)).report
    people = (await visit.work.records.at_desk(visit.actor, main.id)).people
    return voices.merged(visit.say, found, main, people)


async def _by_number(visit: Visit, number: TrackingNumber) -> ReportId:
    report, _ = await visit.work.records.history(visit.actor, number)
    if not visit.actor.admin:
        raise Refused(Why.NOT_ALLOWED)
    return report.id
