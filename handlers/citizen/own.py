"""A reporter's filed reports: list, status, adding, replying, the end, the PIN."""

from dataclasses import replace

from bot.domain.draft import was_split
from bot.domain.people import Actor
from bot.domain.refusals import Refused, Why
from bot.domain.report import Attachment, Report, ReportId
from bot.domain.smalltalk import Talk
from bot.domain.smalltalk import asks_of_one as asks_of_one_report
from bot.domain.step import Step, StepKind
from bot.services.casework import LOW_RATING
from bot.services.meant import report_meant
from bot.telegram.incoming import Heard
from bot.ui import door, reports
from bot.ui.buttons.citizen import LooseGoesTo, MyReports, Rates, ReportAct, ReportDoes
from bot.ui.screen import Screen
from bot.ui.texts import Html
from handlers.citizen.card import loose_to_new
from handlers.citizen.telling import greets
from handlers.citizen.voices import leaves
from handlers.visit import Shown, Visit, show


async def lists(visit: Visit) -> Shown:
    """/laporanku."""
    return await _page(visit, 0, in_place=False)


async def shows_newest(visit: Visit) -> Shown:
    """ "Kirim", when nothing waits to be sent: what was sent last, or what they would like."""
    mine = await visit.work.records.mine(visit.person.id, 0)
    if not mine.reports:
        return await greets(visit)
    shown = await _one(visit, mine.reports[0], in_place=False)
    return show(door.plain(visit.say, "sent-already"), shown)


async def tells_how_it_goes(visit: Visit) -> Shown:
    """ "Gimana?": how their reports are getting on; to who has none, how one is made."""
    there = await visit.work.records.open_of(visit.person.id)
    return await lists(visit) if there else door.help_screen(visit.say, visit.actor)


async def asks_withdrawal(visit: Visit) -> Shown:
    """ "Batalkan laporan saya": which, where there are several, and are they sure?"""
    there = await visit.work.records.open_of(visit.person.id)
    if not there:
        return door.plain(visit.say, "nothing-to-cancel")
    if len(there) > 1:
        return await lists(visit)
    return await _asks_withdrawal_of(visit, there[0])


async def _asks_withdrawal_of(visit: Visit, report: Report) -> Screen:
    await _ask(visit, StepKind.SURE, report)
    return replace(reports.withdraw_sure(visit.say, report), in_place=False)


async def asks_of_one(visit: Visit, heard: Heard) -> Shown:
    """ "Yang jalan gimana", "batalkan yang air": how the one they name gets on, or its end."""
    asked = None if heard.attachment or heard.pin else asks_of_one_report(heard.text)
    if asked is None:
        return None
    there = await visit.work.records.open_of(visit.person.id)
    report = report_meant(visit.work.house.router, asked[1], there)
    if report is None:
        return None
    if asked[0] is Talk.WITHDRAWING:
        return await _asks_withdrawal_of(visit, report)
    return await _one(visit, report, in_place=False)


async def turns_page(visit: Visit, button: MyReports) -> Shown:
    return await _page(visit, button.page, in_place=True)


async def presses(visit: Visit, button: ReportDoes) -> Shown:
    """A press on one's own report."""
    report = (await visit.work.records.own(visit.person.id, ReportId(button.report))).report
    if at_once := _AT_ONCE.get(button.act):
        return await at_once(visit, report)
    match button.act:
        case ReportAct.VIEW:
            if visit.loose is None:
                await visit.done_asking()
            return await _one(visit, report, in_place=True)
        case ReportAct.ADD | ReportAct.REPLY if visit.loose:
            return reports.loose(visit.say, await visit.work.records.open_of(visit.person.id))
        case ReportAct.UNSOLVED if visit.loose and visit.loose.report == report.id:
            return await _unsolved(visit, report.id, visit.loose.text, visit.loose.attachments)
        case ReportAct.ADD | ReportAct.REPLY:
            await _ask(visit, StepKind.ADD, report)
            return reports.question(visit.say, report, "ask-add")
        case ReportAct.UNSOLVED:
            await _ask(visit, StepKind.UNSOLVED, report)
            return reports.question(visit.say, report, "ask-unsolved")
        case ReportAct.SOLVED:
            done = await visit.work.casework.confirm(_me(visit), report.id)
            await _ask(visit, StepKind.STARS, report)
            return reports.stars(visit.say, done.report)
        case _:
            await _ask(visit, StepKind.SURE, report)
            return reports.withdraw_sure(visit.say, report)


async def rates(visit: Visit, button: Rates) -> Shown:
    """Stars; one or two open the report again, and what is missing is asked."""
    report = ReportId(button.report)
    done = await visit.work.casework.rate(_me(visit), report, button.stars)
    again = button.stars <= LOW_RATING and done.report.status.is_open
    await _ask(visit, StepKind.ADD if again else StepKind.RATING_WORDS, done.report)
    key = "rated-low" if again else "rated"
    return Screen(visit.say(key), report=report, in_place=True)


async def adds(visit: Visit, heard: Heard, report: ReportId) -> Shown:
    """Words, a file or a place for a filed report."""
    files = (heard.attachment,) if heard.attachment else ()
    try:
        await visit.work.casework.reply(_me(visit), report, _words(visit, heard), files)
    except Refused as refused:
        return await _closed(visit, heard, report, refused)
    if visit.loose is None:
        if heard.album and await _more_of_album(visit, heard, report):
            return None
        if was_split(heard.text):
            await visit.ask(Step(visit.person.id, visit.chat, StepKind.ADD, report))
        elif not heard.album:
            await visit.done_asking()
    view = await visit.work.records.own(visit.person.id, report)
    return reports.added(visit.say, view)


async def says_unsolved(visit: Visit, heard: Heard, report: ReportId) -> Shown:
    files = (heard.attachment,) if heard.attachment else ()
    try:
        shown = await _unsolved(visit, report, _words(visit, heard), files)
    except Refused as refused:
        return await _closed(visit, heard, report, refused)
    if was_split(heard.text) or heard.album:
        step = Step(visit.person.id, visit.chat, StepKind.ADD, report, heard.album)
        await visit.ask(step)
    return shown


async def adds_rating_words(visit: Visit, heard: Heard, report: ReportId) -> Shown:
    try:
        await visit.work.casework.rating_words(_me(visit), report, heard.text)
    except Refused as refused:
        return await _closed(visit, heard, report, refused)
    await visit.done_asking()
    return door.plain(visit.say, "rated-words")


async def says_loosely(visit: Visit, heard: Heard, there: list[Report]) -> Shown:
    """Somebody with open reports says something: which one is it about?"""
    if await visit.holds(heard):
        return None
    return reports.loose(visit.say, there)


async def chooses_report(visit: Visit, button: LooseGoesTo) -> Shown:
    """The loose words go to a report, or become a new one."""
    if not button.report:
        return await loose_to_new(visit)
    report = ReportId(button.report)
    held = visit.loose
    if held is None:
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


async def _one(visit: Visit, report: Report, *, in_place: bool) -> Screen:
    view = await visit.work.records.as_reporter(report)
    return reports.one(visit.say, view, in_place=in_place)


async def _ask(visit: Visit, kind: StepKind, report: Report) -> None:
    await visit.ask(Step(visit.person.id, visit.chat, kind, report.id))


async def _more_of_album(visit: Visit, heard: Heard, report: ReportId) -> bool:
    """Say whether an earlier picture of the same album has been answered already."""
    step = visit.step
    if step and step.kind is StepKind.ADD and step.reason == heard.album:
        return True
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.ADD, report, heard.album))
    return False


async def _unsolved(
    visit: Visit, report: ReportId, text: str, files: tuple[Attachment, ...]
) -> Screen:
    await visit.work.casework.reject(_me(visit), report, text, files)
    await visit.done_asking()
    view = await visit.work.records.own(visit.person.id, report)
    return reports.unsolved(visit.say, view)


async def _closed(visit: Visit, heard: Heard, report: ReportId, refused: Refused) -> Shown:
    """What came for a report that takes it no more is kept; the reporter says what it is about."""
    if refused.why is not Why.NOT_NOW:
        raise refused
    step = visit.loose or Step(visit.person.id, visit.chat, StepKind.LOOSE)
    if words := _words(visit, heard):
        step = step.with_words(words)
    if heard.attachment:
        step = step.with_attachment(heard.attachment)
    await visit.ask(replace(step, report=report, reason=heard.album))
    view = await visit.work.records.own(visit.person.id, report)
    return show(
        door.refusal(visit.say, refused),
        reports.one(visit.say, view),
        reports.loose(visit.say, await visit.work.records.open_of(visit.person.id)),
    )


def _words(visit: Visit, heard: Heard) -> str:
    """What was said, or the place that was sent instead, as officers can read it."""
    if heard.pin is None:
        return heard.text
    place = visit.work.house.router.gazetteer.at(heard.pin)
    if place is None:
        raise Refused(Why.OUTSIDE_INDONESIA)
    label = visit.say("card-place", place=Html(place.label))
    return f"{label} ({heard.pin.latitude:.5f}, {heard.pin.longitude:.5f})"


def _me(visit: Visit) -> Actor:
    """Acting as a reporter: whatever else a person may be does not count here."""
    return Actor(visit.person.id)


async def _pin(visit: Visit, report: Report) -> Shown:
    pin = await visit.work.records.new_pin(visit.person.id, report.id)
    return reports.pin(visit.say, report, pin)


async def _withdraw(visit: Visit, report: Report) -> Shown:
    await visit.work.casework.withdraw(_me(visit), report.id)
    if visit.step and visit.step.kind is StepKind.SURE:
        await visit.done_asking()
    return Screen(visit.say("withdrawn", number=report.number), in_place=True)


_AT_ONCE = {
    ReportAct.PIN: _pin,
    ReportAct.LEAVE: leaves,
    ReportAct.WITHDRAW_SURE: _withdraw,
}
"""What a press does without a question."""
