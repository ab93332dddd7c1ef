"""/statistik, /ekspor, /penilaian: a period in numbers, as the official sheet, as a document."""

from bot.domain.agency import Agency, AgencyCode
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Role
from bot.domain.period import USUAL, Period, period_of, read_period
from bot.domain.refusals import Refused, Why
from bot.telegram.incoming import Heard, Pressed
from bot.ui import door, exports, figures
from bot.ui.buttons.desk import Exports, ShowsChart, ShowsFigures
from bot.ui.figures import NO_AGENCY
from bot.ui.screen import Answer
from handlers.visit import Shown, Visit

_QUOTED = 40
"""How much of what could not be read is said back."""


async def statistics(visit: Visit, heard: Heard) -> Shown:
    """/statistik [period] [agency]; what is neither is answered with what can be asked."""
    words = heard.words_after_command
    try:
        period, agency = asked_for(visit, words)
    except Refused as refused:
        if refused.why is Why.UNREAD_PERIOD and visit.work.figures.may_see(visit.actor):
            return figures.unread(visit.say, refused.facts["words"])
        raise
    scope = visit.work.figures.scope(visit.actor, agency.code if agency else None)
    about = f"{period.code}>{scope or ''}>"
    await visit.work.hearing.tell(Notice(NoticeKind.FIGURES, visit.chat, about=about))
    return None


async def shows_figures(visit: Visit, pressed: Pressed, button: ShowsFigures) -> Shown:
    """Another period, in the place of the one before."""
    period = period_of(button.period, visit.work.figures.today)
    if period is None:
        return door.plain(visit.say, "period-unknown")
    agency = _agency(visit, button.agency)
    visit.work.figures.scope(visit.actor, agency.code if agency else None)
    about = f"{period.code}>{agency.code if agency else ''}>{pressed.message or ''}"
    await visit.work.hearing.tell(Notice(NoticeKind.FIGURES, visit.chat, about=about))
    return Answer()


async def shows_chart(visit: Visit, pressed: Pressed, button: ShowsChart) -> Shown:  # noqa: ARG001
    """One picture, as a message of its own."""
    agency = _agency(visit, button.agency)
    code = agency.code if agency else ""
    visit.work.figures.scope(visit.actor, agency.code if agency else None)
    about = f"{button.chart}>{button.period}>{code}"
    await visit.work.hearing.tell(Notice(NoticeKind.CHART, visit.chat, about=about))
    return Answer()


async def export(visit: Visit, heard: Heard) -> Shown:
    """/ekspor [period] [agency]."""
    period, agency = asked_for(visit, heard.words_after_command)
    code = agency.code if agency else None
    found = await visit.work.exporting.offer(visit.actor, period, code)
    return exports.offer(visit.say, found)


async def takes_out(visit: Visit, pressed: Pressed, button: Exports) -> Shown:  # noqa: ARG001
    """The form was picked: the sheet is made aside, and its message tells how far it is."""
    period = period_of(button.period, visit.work.figures.today)
    if period is None:
        return door.plain(visit.say, "period-unknown")
    agency = _agency(visit, button.agency)
    code = agency.code if agency else None
    await visit.work.exporting.order(visit.actor, period, code, button.form)
    return exports.begun(visit.say)


async def assessment(visit: Visit, heard: Heard) -> Shown:
    """/penilaian [year or half-year] [agency]; this half-year where none is named."""
    words = heard.words_after_command
    named, _ = read_period(words, visit.work.figures.today)
    period, agency = asked_for(visit, words if named else f"semester ini {words}")
    scope = visit.work.figures.scope(visit.actor, agency.code if agency else None)
    if scope is None:
        return door.plain(visit.say, "assess-which")
    if not period.fits_assessment:
        return door.plain(visit.say, "assess-longer")
    about = f"{period.code}>{scope}"
    await visit.work.hearing.tell(Notice(NoticeKind.ASSESSMENT, visit.chat, about=about))
    return None


def asked_for(visit: Visit, words: str) -> tuple[Period, Agency | None]:
    """Read "[period] [agency]"; the last thirty days where no period is named.

    Raises Refused: UNREAD_PERIOD where it is neither, NOT_YOUR_AGENCY for another one than theirs.
    """
    today = visit.work.figures.today
    named, rest = read_period(words, today)
    period = named or period_of(USUAL, today)
    assert period is not None
    if not rest:
        return period, None
    found = visit.work.intake.search(rest, None) if visit.work.intake.knows(rest) else []
    for agency in found:
        if visit.actor.admin or visit.actor.role_for(agency.code) is Role.AGENCY_ADMIN:
            return period, agency
    if found and visit.actor.memberships:
        raise Refused(Why.NOT_YOUR_AGENCY, agency=found[0].short)
    raise Refused(Why.UNREAD_PERIOD, words=rest[:_QUOTED])


def _agency(visit: Visit, code: str) -> Agency | None:
    return None if code == NO_AGENCY else visit.work.records.agency(AgencyCode(code))
