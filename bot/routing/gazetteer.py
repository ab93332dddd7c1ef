"""Which place a text or a pin means.

A short answer ("cibinong bogor") is read leniently: any name counts, misspellings are mended, and
several readings come back as candidates. A whole report is read strictly, because a wrong place
sends it to a wrong government: names of kabupaten/kota, kecamatan behind "kec.", and a kecamatan
name that is unique, no everyday word, and stands where a place stands. Streets, housing estates
and the writer's home town are no evidence. What stays open is asked.
"""

from dataclasses import dataclass, replace

from bot.domain.place import Pin, Place
from bot.routing.place_names import OF_REGIONS, PlaceNames
from bot.routing.place_reading import AnswerReader, Reading, read_report
from bot.routing.polygons import Polygons
from bot.routing.regions import Region, Regions

MAX_CANDIDATES = 4

_LONG_ANSWER = 10


@dataclass(frozen=True, slots=True)
class PlaceFinding:
    """`place` when it is certain enough, else up to four `candidates`, likely ones first.

    `words` are the names the finding rests on, as the reporter wrote them. `more`: an answer told
    more than names of regions, which whoever goes there needs to know.
    """

    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    words: tuple[str, ...] = ()
    more: bool = False


class Gazetteer:
    """The regions of the country by name and by point."""

    def __init__(self, names: PlaceNames, polygons: Polygons) -> None:
        self.regions = names.regions
        self._names = names
        self._answers = AnswerReader(names)
        self._polygons = polygons

    @classmethod
    def load(cls, regions: Regions | None = None) -> "Gazetteer":
        return cls(PlaceNames.load(regions or Regions.load()), Polygons())

    def find(self, text: str) -> PlaceFinding:
        """Read a short answer to "where?"; a long one is first read like a report."""
        tokens = self._names.tokens_of(text)
        if len(tokens) > _LONG_ANSWER:
            reading = read_report(self._names, text, tokens)
            if reading.regions:
                return self._finding(replace(reading, more=True))
        return self._finding(self._answers.read(text, tokens[:_LONG_ANSWER]))

    def in_text(self, text: str) -> PlaceFinding:
        """Find the place that a whole report is about."""
        return self._finding(read_report(self._names, text, self._names.tokens_of(text)))

    def names_only(self, text: str) -> bool:
        """Whether every word is the name of a region or says of what kind it is: "di kec. Tebet".

        Not where a name is an everyday word.
        """
        tokens = self._names.tokens_of(text)
        mentions = self._names.mentions(text, tokens)
        if not mentions or any(mention.everyday for mention in mentions):
            return False
        named = {at for found in mentions for at in range(found.first, found.last + 1)}
        return all(
            at in named or self._names.cue(token.key) in OF_REGIONS
            for at, token in enumerate(tokens)
        )

    def at(self, pin: Pin) -> Place | None:
        """The place of a point: the kabupaten/kota around it and its nearest kecamatan centre.

        None outside Indonesia.
        """
        regency = self._polygons.regency_at(pin)
        if regency is None:
            return None

        def distance(district: Region) -> float:
            return (district.latitude - pin.latitude) ** 2 + (
                district.longitude - pin.longitude
            ) ** 2

        nearest = min(self.regions.children(regency), key=distance, default=None)
        code = nearest.code if nearest else regency
        return Place(self.regions.label(code), region=code, pin=pin)

    def _finding(self, reading: Reading) -> PlaceFinding:
        said = ", ".join(reading.words)
        places = tuple(
            self.regions.place(region.code, said) for region in reading.regions[:MAX_CANDIDATES]
        )
        if len(places) == 1 and reading.sure:
            return PlaceFinding(place=places[0], words=reading.words, more=reading.more)
        return PlaceFinding(candidates=places, words=reading.words, more=reading.more)
