"""The official sheet: who may take out what, and what stands in it.

- Admins take out everything; an agency's own admin what is with their agency and its units.
- The sheet names no reporter. Where the report is Anonim, personal numbers are masked in it, as
  they are on every card. A Rahasia report is in it, because its agency and the admins may read it;
  what was blocked has no words for an agency.
- Each export is a line in a ledger: who, which period, whose reports, how many.
- The file is made aside, chunk by chunk, and one at a time for each person.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.agency import Agency, AgencyCode
from bot.domain.export import MOST_ROWS, Export, ExportId, Form
from bot.domain.official import SOURCE, OfficialRow, kind_of
from bot.domain.people import Actor
from bot.domain.period import Period
from bot.domain.place import Place
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, Status
from bot.services.figures import Figures
from bot.services.house import House
from bot.services.masking import mask
from bot.services.records import Records
from storage.stores.exports import Exported
from storage.stores.figures import Extent
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Offer:
    """What an export would hold."""

    period: Period
    agency: Agency | None
    count: int

    @property
    def too_many(self) -> bool:
        return self.count > MOST_ROWS


class Exporting:
    """Offers exports and orders them."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._figures = Figures(house, unit, now)
        self._records = Records(house, unit, now)

    async def offer(self, actor: Actor, period: Period, agency: AgencyCode | None) -> Offer:
        """Count what there is. Raises Refused: NOT_ALLOWED, NEEDS_AGENCY."""
        scope = self._figures.scope(actor, agency)
        extent = Extent(*period.span(self._house.calendar.zone), scope)
        count = await self._unit.exports.count(extent)
        return Offer(period, self._records.agency(scope), count)

    async def order(
        self, actor: Actor, period: Period, agency: AgencyCode | None, form: Form
    ) -> Export:
        """Have the file made. Raises Refused: NOT_ALLOWED, ALREADY while another is under way."""
        offer = await self.offer(actor, period, agency)
        assert actor.person is not None
        if offer.too_many or await self._unit.exports.waits(actor.person):
            raise Refused(Why.ALREADY)
        start, end = period.span(self._house.calendar.zone)
        code = offer.agency.code if offer.agency else None
        return await self._unit.exports.ask(
            Export(ExportId(0), actor.person, start, end, code, form, self._now)
        )

    def row(self, exported: Exported, *, national: bool) -> OfficialRow:
        """A report as it stands in the sheet; `national` for the admins' own."""
        report = exported.report
        agency = self._records.agency(report.agency)
        head = self._records.agency(agency.parent) if agency and agency.parent else agency
        province, regency, district = self._places(report.place)
        local = report.filed_at.astimezone(self._house.calendar.zone)
        title, first, last = _words(exported, national=national)
        return OfficialRow(
            number=report.number,
            day=f"{local:%d-%m-%Y}",
            time=f"{local:%H:%M:%S}",
            report_class=report.report_class.value,
            category_id=report.sector.value if report.sector else "",
            category=report.category,
            title=title,
            first_text=first,
            last_text=last,
            kind=kind_of(anonymous=report.anonymous, secret=report.secret),
            source=SOURCE,
            head=head.name if head else "",
            agency_id=agency.code if agency else "",
            agency=agency.name if agency else "",
            status=_status(report, agency),
            reason=exported.archived_because if not report.status.is_open else "",
            province=province,
            regency=regency,
            district=district,
        )

    def _places(self, place: Place | None) -> tuple[str, str, str]:
        regions = self._house.router.gazetteer.regions
        if place is None:
            return "", "", ""
        found = (regions.get(code) for code in (place.province, place.regency, place.district))
        province, regency, district = (region.name if region else "" for region in found)
        return province, regency, district


def _words(exported: Exported, *, national: bool) -> tuple[str, str, str]:
    report = exported.report
    if report.status is Status.BLOCKED and not national:
        return "", "", ""
    words = report.title, exported.first_text, report.text
    if not report.anonymous:
        return words
    title, first, last = (mask(each) for each in words)
    return title, first, last


def _status(report: Report, agency: Agency | None) -> str:
    if report.status is Status.DISPATCHED and agency:
        return f"{report.status.value} {agency.name}"
    return report.status.value
