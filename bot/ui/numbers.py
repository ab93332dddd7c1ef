"""Figures, sheets and announcements as they are sent: who may see them is asked anew."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from bot.domain.agency import AgencyCode
from bot.domain.announcement import AnnouncementId
from bot.domain.export import ExportId
from bot.domain.made import Made
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor, Person
from bot.domain.period import period_of
from bot.domain.refusals import Refused
from bot.domain.report import FileKind
from bot.services.figures import Overview
from bot.services.work import Work
from bot.ui import announcing, charts, exports
from bot.ui import assessment as documents
from bot.ui import figures as words
from bot.ui.buttons.desk import ChartKind
from bot.ui.drawing import draw
from bot.ui.screen import Rendered, Screen, Slot
from bot.ui.texts import Speech


async def rendered(
    work: Work, say: Speech, person: Person | None, notice: Notice
) -> Rendered | None:
    """Put one of the KINDS into words for somebody in private."""
    if person is None:
        return None
    return await KINDS[notice.kind](_Reader(work, say, person), notice.about)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who reads, and in which language."""

    work: Work
    say: Speech
    person: Person

    async def actor(self) -> Actor:
        return await self.work.actor(self.person.id)

    async def shown(self, slot: Slot) -> int | None:
        """The newest message of a slot in their chat."""
        newest = await self.work.unit.anchors.newest(self.person.chat, slot)
        return newest.message if newest else None


async def _figures(reader: _Reader, about: str) -> Rendered | None:
    """`about` is period>agency>message: with a message it is changed, else a picture comes too."""
    period, agency, message = about.split(">")
    say = reader.say
    view = await _overview(reader, period, agency)
    if view is None:
        return None
    kinds = charts.charts_of(view)
    picture = None
    if kinds and not message:
        picture = _picture(say, view, kinds[0], _names(reader.work))
    screen = words.screen(say, view, kinds, picture)
    return Rendered((screen,), int(message) if message else None)


async def _chart(reader: _Reader, about: str) -> Rendered | None:
    """`about` is chart>period>agency."""
    kind, period, agency = about.split(">")
    view = await _overview(reader, period, agency)
    if view is None:
        return None
    shown = ChartKind(kind)
    picture = _picture(reader.say, view, shown, _names(reader.work))
    if picture is None:
        return None
    kinds = charts.charts_of(view)
    return Rendered((words.chart_screen(reader.say, view, shown, kinds, picture),))


async def _assessment(reader: _Reader, about: str) -> Rendered | None:
    """`about` is period>agency."""
    code, agency = about.split(">")
    view = await _overview(reader, code, agency)
    if view is None or view.agency is None:
        return None
    service, say = reader.work.figures, reader.say
    before = await service.overview(await reader.actor(), view.period.before, view.agency.code)
    made = documents.file(say, view, before, service.today)
    period, name = words.period(say, view.period), view.agency.short
    return Rendered((Screen(say("assess-ready", period=period, agency=name), files=(made,)),))


async def _export_progress(reader: _Reader, about: str) -> Rendered | None:
    """`about` is export>done>total; without a total it is finished."""
    _, done, total = about.split(">")
    message = await reader.shown(Slot.EXPORT)
    if message is None:
        return None
    return Rendered((exports.progress(reader.say, int(done), int(total or 0)),), message)


async def _export_ready(reader: _Reader, about: str) -> Rendered | None:
    """The sheet that somebody has asked for, if they may still have it."""
    number = about.partition(">")[0]
    found = await reader.work.unit.exports.get(ExportId(int(number)))
    if found is None or found.person != reader.person.id:
        return None
    try:
        reader.work.figures.scope(await reader.actor(), found.agency)
    except Refused:
        return None
    file = reader.work.house.shelf.get(found.id)
    if found.rows is None or file is None:
        return Rendered((Screen(reader.say("export-failed")),))
    return Rendered((exports.ready(reader.say, file),))


async def _announced(reader: _Reader, about: str) -> Rendered | None:
    """An announcement, unless it was stopped meanwhile."""
    found = await reader.work.unit.announcements.get(AnnouncementId(int(about)))
    if found is None or found.stopped_at:
        return None
    agency = reader.work.announcing.agency(found.audience.agency)
    text = announcing.heard(reader.say, found.audience, agency, found.text)
    return Rendered((Screen(text),))


async def _announce_progress(reader: _Reader, about: str) -> Rendered | None:
    found = await reader.work.unit.announcements.get(AnnouncementId(int(about)))
    message = await reader.shown(Slot.ANNOUNCEMENT)
    if found is None or message is None:
        return None
    return Rendered((announcing.progress(reader.say, found),), message)


KINDS: dict[NoticeKind, Callable[[_Reader, str], Awaitable[Rendered | None]]] = {
    NoticeKind.FIGURES: _figures,
    NoticeKind.CHART: _chart,
    NoticeKind.ASSESSMENT: _assessment,
    NoticeKind.EXPORT_PROGRESS: _export_progress,
    NoticeKind.EXPORT_READY: _export_ready,
    NoticeKind.ANNOUNCED: _announced,
    NoticeKind.ANNOUNCE_PROGRESS: _announce_progress,
}


async def _overview(reader: _Reader, code: str, agency: str) -> Overview | None:
    service = reader.work.figures
    period = period_of(code, service.today)
    if period is None:
        return None
    scope = AgencyCode(agency) if agency else None
    try:
        return await service.overview(await reader.actor(), period, scope)
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
