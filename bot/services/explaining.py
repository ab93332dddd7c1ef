"""Why a report was suggested where it was: every candidate with what spoke for it, then and now.

Then is what was kept when it was filed. Now is the stored text, routed again by the router of this
moment, whose keywords and learning may have changed.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.agency import Agency
from bot.domain.people import Actor
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report
from bot.domain.sector import Sector
from bot.domain.suggestion import Duty, Reason, ReasonKind, Suggestion
from bot.domain.tracking import TrackingNumber
from bot.routing.ranking import Scores
from bot.services.house import House
from bot.services.records import Records
from storage.unit import Unit

_LEAST = 0.1
"""Points below which a sector is not worth a line."""

_OTHERS = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """One agency. Points are those of the sector's raw score; chances are 0 to 1."""

    agency: Agency | None
    """None while the place that decides is not known; `name` is then the kind of office."""
    name: str
    sector: Sector
    chance: float
    chance_then: float | None
    """None where it was not suggested then."""
    by_catalogue: float
    by_learning: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A report's candidates now, best first, and what had been suggested when it was filed."""

    report: Report
    candidates: tuple[Candidate, ...]
    others: tuple[tuple[Sector, float], ...]
    """Sectors that the text speaks for as well, without an agency here, with their points."""
    first_then: Agency | None
    version_then: str
    version_now: str

    @property
    def lacks_place(self) -> bool:
        """Whether only the place is missing to say which agency."""
        return bool(self.candidates) and self.candidates[0].agency is None

    @property
    def differs(self) -> bool:
        """Whether another agency stands first now."""
        now = self.candidates[0].agency if self.candidates else None
        return now != self.first_then


class Explaining:
    """For admins."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._router = house.router
        self._records = Records(house, unit, now)
        self._unit = unit

    async def why(self, actor: Actor, number: TrackingNumber) -> Explained:
        """Raises Refused: NOT_ALLOWED, NOT_FOUND."""
        if not actor.admin:
            raise Refused(Why.NOT_ALLOWED)
        report = await self._unit.reports.by_number(number)
        if report is None:
            raise Refused(Why.NOT_FOUND)
        routing = self._router.route(report.title, report.text, report.place)
        scores = self._router.topics.scores(report.title, report.text)
        region = report.place.regency if report.place else None
        learned = self._router.topics.taught(scores, region)
        then = {each.agency: each for each in report.suggested}
        there = {each.sector: each.agency for each in reversed(routing.suggestions)}
        candidates = []
        for each in routing.topics:
            agency = each.agency if isinstance(each, Suggestion) else there.get(each.sector)
            before = then.get(agency.code) if agency else None
            candidates.append(
                Candidate(
                    agency=agency,
                    name=agency.short if agency else self._router.catalogue.unit_name(each.sector),
                    sector=each.sector,
                    chance=each.confidence,
                    chance_then=before.confidence if before else None,
                    by_catalogue=dict(scores.ranked).get(each.sector, 0.0),
                    by_learning=learned.get(each.sector, 0.0),
                    reasons=_reasons(scores, each, report if agency and agency.region else None),
                )
            )
        shown = {each.sector for each in candidates}
        points = {
            sector: dict(scores.ranked).get(sector, 0.0) + learned.get(sector, 0.0)
            for sector in Sector
            if sector not in shown
        }
        others = sorted(points.items(), key=lambda pair: -pair[1])
        return Explained(
            report=report,
            candidates=tuple(candidates),
            others=tuple(pair for pair in others[:_OTHERS] if pair[1] >= _LEAST),
            first_then=self._records.agency(report.suggested[0].agency)
            if report.suggested
            else None,
            version_then=report.suggested[0].version if report.suggested else "",
            version_now=routing.version,
        )


def _reasons(scores: Scores, found: Suggestion | Duty, there: Report | None) -> tuple[Reason, ...]:
    """Every keyword that spoke for the sector, the place, and the words that were learned."""
    learned = (each for each in found.reasons if each.kind is ReasonKind.LEARNED)
    place = there.place.label if there and there.place else ""
    places = (Reason(ReasonKind.PLACE, place),) if place else ()
    return (*scores.reasons_for(found.sector), *places, *learned)
