"""A reporter's filed reports: list, status, adding, replying, the end, the PIN."""

import re

from bot.domain.people import Actor
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, ReportId
from bot.domain.step import Step, StepKind
from bot.domain.tracking import read_tracking_number
from bot.services.casework import LOW_RATING
from bot.telegram.incoming import Heard
from bot.ui import door, reports
from bot.ui.buttons import LooseGoesTo, MyReports, Rates, ReportAct, ReportDoes
from bot.ui.screen import Screen
from handlers.citizen.card import loose_to_new
from handlers.visit import Shown, Visit

_PIN = re.compile(r"(?<![\w-])(\d{6})(?![\w-])")


async def lists(visit: Visit) -> Shown:
    """/laporanku."""
    return await _page(visit, 0, in_place=False)


async def turns_page(visit: Visit, button: MyReports) -> Shown:
    return await _page(visit, button.page, in_place=True)


async def asks_status(visit: Visit, heard: Heard) -> Shown:
    """/status, or a number typed: one's own report, or with its PIN somebody else's."""
    typed = heard.words_after_command if heard.text.startswith("/") else heard.text
    number = read_tracking_number(typed)
    if number is None:
        if not typed.strip() or typed == heard.text:
            return door.plain(visit.say, "ask-number")
        raise Refused(Why.NOT_FOUND)
    pin = _PIN.search(typed.upper().replace(number, ""))
    if pin:
        view = await visit.work.records.by_pin(number, pin[1])
        await visit.work.hearing.pin_used(view.report, visit.person.id)
    else:
        view = await visit.work.records.by_number(visit.person.id, number)
    return reports.one(visit.say, view)


async def presses(visit: Visit, button: ReportDoes) -> Shown:
    """A press on one's own report."""
    report = (await visit.work.records.own(visit.person.id, ReportId(button.report))).report
    match button.act:
        case ReportAct.VIEW:
            await visit.done_asking()
            return await _one(visit, report, in_place=True)
        case ReportAct.PIN:
            pin = await visit.work.records.new_pin(visit.person.id, report.id)
            return reports.pin(visit.say, report, pin)
        case ReportAct.ADD | ReportAct.REPLY:
            await _ask(visit, StepKind.ADD, report)
            return reports.question(visit.say, report, "ask-add")
        case ReportAct.UNSOLVED:
            await _ask(visit, StepKind.UNSOLVED, report)
            return reports.question(visit.say, report, "ask-unsolved")
        case ReportAct.SOLVED:
            done = await visit.work.casework.confirm(_me(visit), report.id)
            return reports.stars(visit.say, done.report)
        case ReportAct.WITHDRAW:
            return reports.withdraw_sure(visit.say, report)
        case ReportAct.WITHDRAW_SURE:
            done = await visit.work.casework.withdraw(_me(visit), report.id)
            return Screen(visit.say("withdrawn", number=done.report.number), in_place=True)


async def rates(visit: Visit, button: Rates) -> Shown:
    """Stars; one or two open the report again once the reporter says what is missing."""
    report = ReportId(button.report)
    done = await visit.work.casework.rate(_me(visit), report, button.stars)
    low = button.stars <= LOW_RATING
    await _ask(visit, StepKind.UNSOLVED if low else StepKind.RATING_WORDS, done.report)
    key = "rated-low" if low else "rated"
    return Screen(visit.say(key), report=report, in_place=True)


async def adds(visit: Visit, heard: Heard, report: ReportId) -> Shown:
    """Words or a file for a filed report."""
    files = (heard.attachment,) if heard.attachment else ()
    await visit.work.casework.reply(_me(visit), report, heard.text, files)
    if not heard.album:
        await visit.done_asking()
    elif await _more_of_album(visit, heard):
        return None
    view = await visit.work.records.own(visit.person.id, report)
    return reports.added(visit.say, view)


async def says_unsolved(visit: Visit, heard: Heard, report: ReportId) -> Shown:
    files = (heard.attachment,) if heard.attachment else ()
    await visit.work.casework.reject(_me(visit), report, heard.text, files)
    await visit.done_asking()
    view = await visit.work.records.own(visit.person.id, report)
    return reports.unsolved(visit.say, view)


async def adds_rating_words(visit: Visit, heard: Heard, report: ReportId) -> Shown:
    await visit.work.casework.rating_words(_me(visit), report, heard.text)
    await visit.done_asking()
    return door.plain(visit.say, "rated-words")


async def says_loosely(visit: Visit, heard: Heard, there: list[Report]) -> Shown:
    """Somebody with open reports says something: which one is it about?"""
    held = visit.step if visit.step and visit.step.kind is StepKind.LOOSE else None
    step = held or Step(visit.person.id, visit.chat, StepKind.LOOSE)
    if heard.text:
        step = step.with_words(heard.text)
    if heard.attachment:
        step = step.with_attachment(heard.attachment)
    await visit.ask(step)
    if heard.album and held:
        return None
    return reports.loose(visit.say, there)


async def chooses_report(visit: Visit, button: LooseGoesTo) -> Shown:
    """The loose words go to a report, or become a new one."""
    if not button.report:
        return await loose_to_new(visit)
    report = ReportId(button.report)
    held = visit.step
    if held is None or held.kind is not StepKind.LOOSE:
        return await _one(
            visit, (await visit.work.records.own(visit.person.id, report)).report, in_place=True
        )
    await visit.work.casework.reply(_me(visit), report, held.text, held.attachments)
    await visit.done_asking()
    view = await visit.work.records.own(visit.person.id, report)
    added = reports.added(visit.say, view)
    return Screen(added.text, report=report, in_place=True)


async def _page(visit: Visit, page: int, *, in_place: bool) -> Shown:
    found = await visit.work.records.mine(visit.person.id, page)
    names = {
        str(report.agency): agency.short
        for report in found.reports
        if report.agency and (agency := visit.work.records.agency(report.agency))
    }
    return reports.mine(visit.say, found, names, in_place=in_place)


async def _one(visit: Visit, report: Report, *, in_place: bool) -> Shown:
    view = await visit.work.records.as_reporter(report)
    return reports.one(visit.say, view, in_place=in_place)


async def _ask(visit: Visit, kind: StepKind, report: Report) -> None:
    await visit.ask(Step(visit.person.id, visit.chat, kind, report.id))


async def _more_of_album(visit: Visit, heard: Heard) -> bool:
    """Say whether an earlier picture of the same album has been answered already."""
    if visit.step is None or visit.step.kind is not StepKind.ADD:
        return False
    if visit.step.reason == heard.album:
        return True
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.ADD, visit.step.report, heard.album))
    return False


def _me(visit: Visit) -> Actor:
    """Acting as a reporter: whatever else a person may be does not count here."""
    return Actor(visit.person.id)
