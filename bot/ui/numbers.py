"""Figures and their pictures as they are sent: who may see them is asked anew."""

from collections.abc import Callable
from functools import partial

from bot.domain.agency import AgencyCode
from bot.domain.announcement import AnnouncementId
from bot.domain.export import ExportId
from bot.domain.made import Made
from bot.domain.people import Actor, Person
from bot.domain.period import period_of
from bot.domain.refusals import Refused
from bot.domain.report import FileKind
from bot.services.figures import Overview
from bot.services.work import Work
from bot.ui import announcing, charts, exports
from bot.ui import assessment as documents
from bot.ui import figures as words
from bot.ui.buttons import ChartKind
from bot.ui.drawing import draw
from bot.ui.screen import Rendered, Screen
from bot.ui.texts import Speech
from storage.stores.anchors import Anchor


async def figures(work: Work, say: Speech, actor: Actor, about: str) -> Rendered | None:
    """`about` is period>agency>message: with a message it is changed, else a picture comes too."""
    period, agency, message = about.split(">")
    view = await _overview(work, actor, period, agency)
    if view is None:
        return None
    kinds = charts.charts_of(view)
    picture = None
    if kinds and not message:
        picture = _picture(say, view, kinds[0], _names(work))
    screen = words.screen(say, view, kinds, picture)
    return Rendered((screen,), int(message) if message else None)


async def chart(work: Work, say: Speech, actor: Actor, about: str) -> Rendered | None:
    """`about` is chart>period>agency."""
    kind, period, agency = about.split(">")
    view = await _overview(work, actor, period, agency)
    if view is None:
        return None
    kinds = charts.charts_of(view)
    shown = ChartKind(kind)
    picture = _picture(say, view, shown, _names(work))
    if picture is None:
        return None
    return Rendered((words.chart_screen(say, view, shown, kinds, picture),))


async def assessment(work: Work, say: Speech, actor: Actor, about: str) -> Rendered | None:
    """`about` is period>agency."""
    code, agency = about.split(">")
    view = await _overview(work, actor, code, agency)
    if view is None or view.agency is None:
        return None
    before = await work.figures.overview(actor, view.period.before, view.agency.code)
    made = documents.file(say, view, before, work.figures.today)
    period, name = words.period(say, view.period), view.agency.short
    return Rendered((Screen(say("assess-ready", period=period, agency=name), files=(made,)),))


async def announced(work: Work, say: Speech, about: str) -> Rendered | None:
    """An announcement, unless it was stopped meanwhile."""
    found = await work.unit.announcements.get(AnnouncementId(int(about)))
    if found is None or found.stopped_at:
        return None
    agency = work.announcing.agency(found.audience.agency)
    return Rendered((Screen(announcing.heard(say, found.audience, agency, found.text)),))


async def announce_progress(
    work: Work, say: Speech, shown: Anchor | None, about: str
) -> Rendered | None:
    found = await work.unit.announcements.get(AnnouncementId(int(about)))
    if found is None or shown is None:
        return None
    return Rendered((announcing.progress(say, found),), shown.message)


async def export(work: Work, say: Speech, person: Person | None, about: str) -> Rendered | None:
    """The sheet that somebody has asked for, if they may still have it."""
    number = about.partition(">")[0]
    found = await work.unit.exports.get(ExportId(int(number)))
    if found is None or person is None or found.person != person.id:
        return None
    try:
        work.figures.scope(await work.actor(person.id), found.agency)
    except Refused:
        return None
    file = work.house.shelf.get(found.id)
    if found.rows is None or file is None:
        return Rendered((Screen(say("export-failed")),))
    return Rendered((exports.ready(say, file),))


async def _overview(work: Work, actor: Actor, code: str, agency: str) -> Overview | None:
    period = period_of(code, work.figures.today)
    if period is None:
        return None
    try:
        return await work.figures.overview(actor, period, AgencyCode(agency) if agency else None)
    except Refused:
        return None


def _picture(
    say: Speech, view: Overview, kind: ChartKind, names: Callable[[str], str]
) -> Made | None:
    shown = charts.chart_of(say, view, kind, names)
    if shown is None:
        return None
    name = f"{kind.name.lower()}.png"
    return Made(FileKind.PHOTO, "", name, name, make=partial(draw, shown))


def _names(work: Work) -> Callable[[str], str]:
    def name(code: str) -> str:
        agency = work.records.agency(AgencyCode(code))
        return agency.short if agency else code

    return name
