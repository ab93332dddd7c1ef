"""From a text and a place to the agencies that must answer, with the reasons.

First what it is about, then where, then who has that duty there. A local duty without a known place
gives no local agency: the place is asked for. A report that accuses goes first to those who watch
over the accused. Beside up to three topics stands the office of the kecamatan, because much that
people report is settled there.
"""

import hashlib
from dataclasses import dataclass, replace

from bot.domain.agency import Agency, AgencyCode
from bot.domain.place import Place, RegionCode
from bot.domain.sector import Sector
from bot.domain.suggestion import Care, Reason, ReasonKind, Routing, Suggestion
from bot.routing.calibration import Calibration
from bot.routing.catalogue import Catalogue, UnknownAgency
from bot.routing.classify import Classifier
from bot.routing.duties import LOCAL, PROVINCIAL, Duties, Recipients
from bot.routing.gazetteer import Gazetteer, PlaceFinding
from bot.routing.lexicon import Keyword, Lexicon
from bot.routing.normalise import MAX_CHARACTERS, Reader
from bot.routing.ranking import rank

TOPICS = 3
REASONS = 3
OFFICE = 0.05
"""The chance shown for the kecamatan's office when the words say nothing of it."""

FAINTEST = 0.04
"""A suggestion with a smaller chance than this is not made."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A sector that a text speaks for; `confidence` is the chance that it is the right one."""

    sector: Sector
    score: float
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Router:
    """Routes texts, in memory and without side effects. `with_…` methods give a changed copy."""

    catalogue: Catalogue
    gazetteer: Gazetteer
    lexicon: Lexicon
    duties: Duties
    classifier: Classifier
    calibration: Calibration
    version: str

    @classmethod
    def load(cls, scope: tuple[AgencyCode, ...] | None = None) -> "Router":
        """Read every data file (about a second). Raises what a broken file raises."""
        reader = Reader.load()
        catalogue = Catalogue.load(scope)
        gazetteer = Gazetteer.load()
        lexicon = Lexicon.load(reader)
        return cls(
            catalogue,
            gazetteer,
            lexicon,
            Duties.load(reader),
            Classifier.load(reader),
            Calibration.load(),
            version_of(lexicon),
        )

    def with_keywords(self, changes: tuple[Keyword, ...]) -> "Router":
        """A copy with keywords added, changed, or (weight 0) removed."""
        lexicon = self.lexicon.with_keywords(changes)
        return replace(self, lexicon=lexicon, version=version_of(lexicon))

    def topics(self, title: str, text: str) -> tuple[Topic, ...]:
        """Every sector that the words speak for, best first."""
        return self._topics_and_recipients(title, text)[0]

    def route(self, title: str, text: str, place: Place | None = None) -> Routing:
        """Say who should answer. Never raises; reads at most 12,000 characters."""
        topics, recipients = self._topics_and_recipients(title, text)
        nature = self.classifier.nature(title, text)
        where, found = self._where(title, text, place)
        accuses = nature.care is Care.ACCUSES
        needs_place = _needs_place(topics, recipients, where, accuses=accuses)
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
            report_class=nature.report_class,
            emergency=nature.emergency,
            care=nature.care,
            place=where,
            places=found.candidates if where is None else (),
            version=self.version,
        )

    def agency(self, code: AgencyCode) -> Agency:
        """Raises `UnknownAgency`."""
        return self.catalogue.agency(code)

    def inspectorate_of(self, code: AgencyCode) -> Agency | None:
        """Who looks into what an agency's own people did; None when the code is unknown."""
        try:
            return self.catalogue.inspectorate_of(self.catalogue.agency(code))
        except UnknownAgency:
            return None

    def _topics_and_recipients(self, title: str, text: str) -> tuple[tuple[Topic, ...], Recipients]:
        reader = self.lexicon.reader
        words = reader.read(f"{title}\n{text}")
        scores = rank(self.lexicon, words, len(reader.read(title)) if title else 0)
        chances = self.calibration.chances([score for _, score in scores.ranked], len(words))
        topics = tuple(
            Topic(sector, score, chance, scores.reasons.get(sector, ())[:REASONS])
            for (sector, score), chance in zip(scores.ranked, chances, strict=True)
        )
        return topics, self.duties.recipients(words)

    def _suggestions(
        self,
        topics: tuple[Topic, ...],
        recipients: Recipients,
        where: Place | None,
        said_of_place: tuple[str, ...],
    ) -> tuple[Suggestion, ...]:
        made: dict[AgencyCode, Suggestion] = {}
        for topic in topics[: TOPICS + 2]:
            agency = self._responsible(topic.sector, recipients.of(topic.sector), where)
            if agency is None or agency.code in made or topic.confidence < FAINTEST:
                continue
            reasons = topic.reasons
            if agency.region is not None:
                reasons += tuple(Reason(ReasonKind.PLACE, words) for words in said_of_place)
            made[agency.code] = Suggestion(agency, topic.sector, topic.confidence, reasons)
            if len(made) == TOPICS:
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
        others = (each for each in suggestions if each.agency.code != watcher.code)
        return (first, *others)

    def _with_office(
        self, suggestions: tuple[Suggestion, ...], topics: tuple[Topic, ...], where: Place | None
    ) -> tuple[Suggestion, ...]:
        office = self.catalogue.office_of(where) if where else None
        if office is None or any(each.agency.code == office.code for each in suggestions):
            return suggestions
        chances = [t.confidence for t in topics if t.sector is Sector.DISTRICT_OFFICE]
        confidence = min(max([OFFICE, *chances]), suggestions[-1].confidence)
        return (*suggestions, Suggestion(office, Sector.DISTRICT_OFFICE, confidence))

    def _home(self) -> Place | None:
        """The one region that this deployment works for, when it is only one."""
        scope = self.catalogue.scope
        if scope is None or len(scope) != 1:
            return None
        region = self.catalogue.agency(scope[0]).region
        return Place(self.catalogue.agency(scope[0]).short, region) if region else None


def _needs_place(
    topics: tuple[Topic, ...], recipients: Recipients, where: Place | None, *, accuses: bool
) -> bool:
    if where is not None and where.region is not None:
        return False
    if not topics:
        return accuses
    level, _, _ = recipients.of(topics[0].sector).partition("/")
    return level in (LOCAL, PROVINCIAL)


def version_of(lexicon: Lexicon) -> str:
    """A short name for what the lexicon holds."""
    digest = hashlib.sha256()
    for word in lexicon.keywords:
        digest.update(f"{word.sector}|{word.term}|{word.weight}|{word.is_name}\n".encode())
    return digest.hexdigest()[:10]
