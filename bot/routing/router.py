"""From a text and a place to the agencies that must answer, with the reasons.

First what it is about, then where, then who has that duty there. A local duty without a known place
gives no local agency: the place is asked for. A report that accuses goes first to those who watch
over the accused. Beside up to three topics stands the office of the kecamatan, because much that
people report is settled there.
"""

from dataclasses import dataclass, field, replace

from bot.domain.agency import Agency, AgencyCode
from bot.domain.place import Place, RegionCode
from bot.domain.sector import Sector
from bot.domain.suggestion import (
    Care,
    Duty,
    Emergency,
    Reason,
    ReasonKind,
    Routing,
    Suggestion,
)
from bot.routing.calibration import Calibration
from bot.routing.catalogue import Catalogue, UnknownAgency
from bot.routing.catalogue_files import BrokenCatalogue
from bot.routing.classify import Classifier
from bot.routing.duties import LOCAL, PROVINCIAL, Duties, Recipients
from bot.routing.gazetteer import Gazetteer, PlaceFinding
from bot.routing.learning import Example
from bot.routing.lexicon import Keyword, Lexicon
from bot.routing.likeness import Likeness
from bot.routing.normalise import MAX_CHARACTERS, Reader
from bot.routing.place_names import PlaceNames
from bot.routing.polygons import Polygons
from bot.routing.proofreading import broken_by
from bot.routing.recent import Recent
from bot.routing.regions import Regions
from bot.routing.search import AgencySearch
from bot.routing.topics import Topic, Topics

TOPICS = 3
OFFICE = 0.05
"""The chance shown for the kecamatan's office when the words say nothing of it."""

FAINTEST = 0.01
"""A suggestion with a smaller chance than this is not made."""

RECENT = 512
"""Routings that are kept: one draft is asked about at each of its steps."""

_Asked = tuple[str, str, str, Place | None]


@dataclass(frozen=True, slots=True)
class Router:
    """Routes texts, in memory and without side effects. `with_…` methods give a changed copy."""

    catalogue: Catalogue
    gazetteer: Gazetteer
    topics: Topics
    duties: Duties
    classifier: Classifier
    finder: AgencySearch
    version: str
    _recent: Recent[_Asked, Routing] = field(
        default_factory=lambda: Recent(RECENT), repr=False, compare=False
    )

    @classmethod
    def load(cls, scope: tuple[AgencyCode, ...] | None = None) -> "Router":
        """Read every data file (under a second).

        Raises `BrokenDataError`, or `UnknownAgency` for a wrong scope.
        """
        try:
            return cls._loaded(scope)
        except UnknownAgency:
            raise
        except (ValueError, LookupError, OSError, BrokenCatalogue) as wrong:
            raise broken_by(wrong) from wrong

    @classmethod
    def _loaded(cls, scope: tuple[AgencyCode, ...] | None) -> "Router":
        reader = Reader.load()
        names = PlaceNames.load(Regions.load())
        catalogue = Catalogue.load(scope, regions=names.regions)
        lexicon = Lexicon.load(reader, names.regions)
        topics = Topics(lexicon, Calibration.load())
        called = frozenset(reader.term(word.term) for word in lexicon.keywords if word.is_name)
        return cls(
            catalogue,
            Gazetteer(names, Polygons()),
            topics,
            Duties.load(reader, called),
            Classifier.load(reader),
            AgencySearch(catalogue, names),
            topics.version(),
        )

    def with_keywords(self, changes: tuple[Keyword, ...]) -> "Router":
        """A copy with keywords added, changed, or (weight 0) removed."""
        lexicon = self.topics.lexicon.with_keywords(changes)
        return self._with_topics(replace(self.topics, lexicon=lexicon))

    def with_learning(self, key: bytes, state: bytes | None = None) -> "Router":
        """A copy that learns, from nothing or going on from a state; see `Topics.learning`."""
        return self._with_topics(self.topics.learning(key, state))

    def example(self, title: str, text: str, place: Place | None, sector: Sector) -> Example | None:
        """What may be kept of a report to learn from: hashes, no words."""
        where, _ = self._where(title, text, place)
        return self.topics.example(title, text, where.regency if where else None, sector)

    def learn(self, example: Example) -> None:
        """Take an example in, at once and in place. Does nothing in a router that learns not."""
        if self.topics.learner is not None:
            self.topics.learner.learn(example)

    def route(self, title: str, text: str, place: Place | None = None) -> Routing:
        """Say who should answer. Never raises; reads at most 12,000 characters."""
        version = f"{self.version}+{self.topics.learned}"
        asked = (version, title, text, place)
        return self._recent.get(asked, lambda: self._route(title, text, place, version))

    def danger(self, text: str) -> Emergency | None:
        """Say of what danger a text tells, if any. Never raises."""
        return self.classifier.danger(text)

    def search(self, query: str, near: Place | None = None, limit: int = 8) -> list[Agency]:
        """Find agencies by what people call them."""
        return self.finder.find(query, near, limit)

    @property
    def likeness(self) -> Likeness:
        """Compares reports by the words that the routing reads too."""
        return Likeness(self.topics.lexicon.reader, self.topics.lexicon.everyday)

    def agency(self, code: AgencyCode) -> Agency:
        """Raises `UnknownAgency`."""
        return self.catalogue.agency(code)

    def inspectorate_of(self, code: AgencyCode) -> Agency | None:
        """Who looks into what an agency's own people did; None when the code is unknown."""
        try:
            return self.catalogue.inspectorate_of(self.catalogue.agency(code))
        except UnknownAgency:
            return None

    def _route(self, title: str, text: str, place: Place | None, version: str) -> Routing:
        where, found = self._where(title, text, place)
        topics, words = self.topics.of(title, text, where.regency if where else None)
        recipients = self.duties.recipients(words)
        topics = _answered(topics, recipients)
        nature = self.classifier.nature(title, text)
        accuses = nature.care is Care.ACCUSES
        needs_place = self.catalogue.has_places and _needs_place(
            topics, recipients, where, accuses=accuses
        )
        suggestions = self._suggestions(topics, recipients, where, found.words)
        if accuses and needs_place:
            suggestions = ()
        elif accuses:
            suggestions = self._watched(suggestions, where)
        elif suggestions and suggestions[0].agency.region is not None:
            suggestions = self._with_office(suggestions, topics, where)
        return Routing(
            suggestions=suggestions,
            needs_place=needs_place,
            duties=_duties(topics) if needs_place and not accuses else (),
            report_class=nature.report_class,
            emergency=nature.emergency,
            care=nature.care,
            place=where,
            places=found.candidates if where is None else (),
            version=version,
        )

    def _suggestions(
        self,
        topics: tuple[Topic, ...],
        recipients: Recipients,
        where: Place | None,
        said_of_place: tuple[str, ...],
    ) -> tuple[Suggestion, ...]:
        """Up to three topics, and among them the kecamatan's office where it has a place."""
        made: dict[AgencyCode, Suggestion] = {}
        places = tuple(Reason(ReasonKind.PLACE, words) for words in said_of_place)
        for topic in topics[: TOPICS + 3]:
            is_office = topic.sector is Sector.DISTRICT_OFFICE
            if is_office and not topic.reasons and (where is None or where.district is None):
                continue
            agency = self._responsible(topic.sector, recipients.of(topic.sector), where)
            if agency is None or agency.code in made or topic.confidence < FAINTEST:
                continue
            reasons = topic.reasons + (places if agency.region is not None else ())
            made[agency.code] = Suggestion(agency, topic.sector, topic.confidence, reasons)
            offices = sum(each.sector is Sector.DISTRICT_OFFICE for each in made.values())
            if len(made) - offices == TOPICS:
                break
        return tuple(made.values())

    def _where(
        self, title: str, text: str, place: Place | None
    ) -> tuple[Place | None, PlaceFinding]:
        """The place given, by its pin or words if need be; else the one in the text, else home."""
        if place is not None:
            if place.region is not None:
                return place, PlaceFinding()
            if place.pin is not None and (found := self.gazetteer.at(place.pin)):
                return found, PlaceFinding()
            if place.words and (answer := self.gazetteer.find(place.words)).place:
                return answer.place, answer
        finding = self.gazetteer.in_text(f"{title}\n{text}"[:MAX_CHARACTERS])
        return finding.place or self._home(), finding

    def _responsible(self, sector: Sector, recipient: str, where: Place | None) -> Agency | None:
        region = where.region if where else None
        level, _, unit = recipient.partition("/")
        if level not in (LOCAL, PROVINCIAL):
            return self._national(AgencyCode(recipient), sector, region)
        if where is None or region is None:
            return None
        if sector is Sector.DISTRICT_OFFICE:
            return self.catalogue.office_of(where) or self._government(region)
        if level == PROVINCIAL:
            region = where.province or region
        units = self.catalogue.units_for(sector, region)
        named = (each for each in units if unit and each.code.endswith(f"/{unit}"))
        return next(named, units[0] if units else None)

    def _government(self, region: RegionCode) -> Agency | None:
        government = self.catalogue.government_of(region)
        return government if government and self.catalogue.in_scope(government.code) else None

    def _national(
        self, code: AgencyCode, sector: Sector, region: RegionCode | None
    ) -> Agency | None:
        """The national agency, or its branch at the place where it has one."""
        if region is not None:
            for unit in self.catalogue.units_for(sector, region):
                if unit.parent == code:
                    return unit
        return self.catalogue.agency(code) if self.catalogue.in_scope(code) else None

    def _watched(
        self, suggestions: tuple[Suggestion, ...], where: Place | None
    ) -> tuple[Suggestion, ...]:
        """Put those who watch over the best suggestion before it."""
        if suggestions:
            best = suggestions[0]
            watcher = self.catalogue.inspectorate_of(best.agency)
            confidence, reasons = best.confidence, best.reasons
        else:
            local = self._responsible(Sector.INSPECTORATE, LOCAL, where)
            if local is None:
                return ()
            watcher, confidence, reasons = local, OFFICE, ()
        first = Suggestion(watcher, Sector.INSPECTORATE, confidence, reasons)
        others = [each for each in suggestions if each.agency.code != watcher.code]
        return (first, *others[:TOPICS])

    def _with_office(
        self, suggestions: tuple[Suggestion, ...], topics: tuple[Topic, ...], where: Place | None
    ) -> tuple[Suggestion, ...]:
        office = self.catalogue.office_of(where) if where else None
        if office is None or any(each.agency.code == office.code for each in suggestions):
            return suggestions
        chances = [t.confidence for t in topics if t.sector is Sector.DISTRICT_OFFICE]
        confidence = min(max([OFFICE, *chances]), suggestions[-1].confidence)
        return (*suggestions, Suggestion(office, Sector.DISTRICT_OFFICE, confidence))

    def _with_topics(self, topics: Topics) -> "Router":
        same = topics.lexicon is self.topics.lexicon
        return replace(self, topics=topics, version=self.version if same else topics.version())

    def _home(self) -> Place | None:
        """The one region that this deployment works for, when it is only one."""
        scope = self.catalogue.scope
        if scope is None or len(scope) != 1:
            return None
        region = self.catalogue.agency(scope[0]).region
        return Place(self.catalogue.agency(scope[0]).short, region) if region else None


def _answered(topics: tuple[Topic, ...], recipients: Recipients) -> tuple[Topic, ...]:
    """The topics that somebody answers for: of agencies without a sector only who is named."""
    nobody = recipients.of(Sector.OTHER) == LOCAL
    return tuple(each for each in topics if not nobody or each.sector is not Sector.OTHER)


def _duties(topics: tuple[Topic, ...]) -> tuple[Duty, ...]:
    """Up to three topics, and the kecamatan's office where it stands among them."""
    found: list[Duty] = []
    for topic in topics:
        if sum(duty.sector is not Sector.DISTRICT_OFFICE for duty in found) == TOPICS:
            break
        if topic.confidence >= FAINTEST:
            found.append(Duty(topic.sector, topic.confidence, topic.reasons))
    return tuple(found)


def _needs_place(
    topics: tuple[Topic, ...], recipients: Recipients, where: Place | None, *, accuses: bool
) -> bool:
    if where is not None and where.region is not None:
        return False
    if not topics:
        return accuses
    level, _, _ = recipients.of(topics[0].sector).partition("/")
    return level in (LOCAL, PROVINCIAL)
