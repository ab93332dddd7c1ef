"""Finds agencies by what people call them: name, nickname, predecessor, with or without a place.

Names of kinds of agencies are few (a unit is one kind for the whole country), so a query is first
matched with kinds through an index of words, and only then joined with the places it names, or
with where the person is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.domain.agency import Agency, AgencyCode
from bot.domain.place import Place, RegionCode
from bot.routing.catalogue import JAKARTA, Catalogue
from bot.routing.catalogue_files import UnitPattern
from bot.routing.place_names import Cue, PlaceNames, Token
from bot.routing.place_reading import AnswerReader
from bot.routing.regions import Region

_WORD = re.compile(r"[^\W_]+")
_PLACEHOLDER = re.compile(r"\{\w+\}")
MAX_CHARACTERS = 120
"""What stands behind this in a query is not read."""

_MAX_WORDS = 10
_LONGEST_PHRASE = 4
_TELLING = 4
"""Fewer letters begin too many words."""
_GOOD_ENOUGH = 60.0
_SIMILAR = 78.0
_COUNTERPART = 0.6
_FARTHER = 0.97
_BEHIND_THE_BEST = 25.0
_MAX_PLACES = 6
_GENERIC = frozenset(
    {
        *("dinas", "badan", "kementerian", "kantor", "daerah", "dan", "pt", "persero", "republik"),
        *("indonesia", "nasional", "direktorat", "jenderal", "lembaga", "komisi", "perum", "tbk"),
    }
)
"""Words of so many names that they tell nothing beside another word."""
_BESIDE = frozenset({"aja", "saja", "yang", "dong", "sih", "ya", "pak", "bu", "min", "instansi"})
"""What people say around a name."""

_VILLAGE = frozenset({"kelurahan", "lurah", "desa", "kades", "kel"})
_OFFICE = _VILLAGE | {"kecamatan", "camat", "kec"}
"""What people call who sits nearest to them: the kelurahan answers through the kecamatan."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """One agency (`code`), or the units and branches of one pattern, wherever they stand."""

    code: AgencyCode | None = None
    pattern: UnitPattern | None = None


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: str
    kind: _Kind


class AgencySearch:
    """An index over everything in the catalogue's scope."""

    def __init__(self, catalogue: Catalogue, names: PlaceNames | None = None) -> None:
        self._catalogue = catalogue
        self._names = names or PlaceNames.load(catalogue.regions)
        self._places = AnswerReader(self._names)
        self._phrases = tuple(_phrases(catalogue))
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for index, phrase in enumerate(self._phrases):
            for word in set(phrase.words.split()):
                self._by_word[word].append(index)
        self._vocabulary = tuple(self._by_word)
        self._together = frozenset(phrase.words.replace(" ", "") for phrase in self._phrases)

    def find(self, query: str, near: Place | None = None, limit: int = 8) -> list[Agency]:
        """Agencies that the query may mean, best first; those of the place named, else near."""
        tokens = self._names.tokens_of(query[:MAX_CHARACTERS])[:_MAX_WORDS]
        asked, placed = self._divided(tokens)
        regions = self._regions(query, placed)
        found: dict[AgencyCode, tuple[float, Agency]] = {}
        said = {token.key for token in tokens}
        if not _OFFICE.isdisjoint(said) and {"kantor"}.issuperset(asked):
            asked = []
            if not _VILLAGE.isdisjoint(said):
                # A village is called like many a kecamatan far away.
                regions = tuple(region for region in regions if not _distance(region, near))
            regions = regions or self._here(near)
        for score, agency in self._candidates(asked, regions, near):
            if self._catalogue.in_scope(agency.code) and score > found.get(agency.code, (0.0,))[0]:
                found[agency.code] = score, agency
        ranked = sorted(found.values(), key=lambda one: -one[0])[: max(limit, 0)]
        return [agency for score, agency in ranked if score >= ranked[0][0] - _BEHIND_THE_BEST]

    def named(self, words: str, near: Place | None = None) -> Agency | None:
        """The agency that the words name, where they are its name and nothing else.

        Stricter than `find`: a whole name or nickname stands among them, and beside it only words
        of other names and of places.
        """
        tokens = self._names.tokens_of(words[:MAX_CHARACTERS])
        if len(tokens) > _MAX_WORDS or not self._is_a_name(tokens):
            return None
        return next(iter(self.find(words, near, limit=1)), None)

    def knows(self, query: str) -> bool:
        """Whether a word of the query stands in a name, begins one, or is a place."""
        tokens = self._names.tokens_of(query[:MAX_CHARACTERS])
        if self._names.mentions("", tokens):
            return True
        keys = [token.key for token in tokens]
        return any(key in self._by_word or self._begins_a_name(key) for key in keys)

    def _begins_a_name(self, key: str) -> bool:
        return len(key) >= _TELLING and any(word.startswith(key) for word in self._vocabulary)

    def _is_a_name(self, tokens: list[Token]) -> bool:
        placed = {
            index
            for mention in self._names.mentions("", tokens)
            for index in range(mention.first, mention.last + 1)
        }
        whole = False
        position = 0
        while position < len(tokens):
            key = tokens[position].key
            length = self._whole_name(tokens, position)
            known = key in self._by_word or key in _BESIDE or position in placed
            if not length and not known and self._names.cue(key) is None:
                return False
            whole = whole or length > 0 or key in _OFFICE
            position += length or 1
        return whole

    def _divided(self, tokens: list[Token]) -> tuple[list[str], list[Token]]:
        """The words that say which kind of agency, and those that say where."""
        asked: list[str] = []
        placed: list[Token] = []
        mentions = {m.first: m for m in self._names.mentions("", tokens)}
        position = 0
        while position < len(tokens):
            known = self._whole_name(tokens, position)
            mention = mentions.get(position)
            length = mention.last - mention.first + 1 if mention else 0
            if mention and (length > known or (length == known and not mention.everyday)):
                placed += tokens[mention.first : mention.last + 1]
            elif known:
                asked += [token.key for token in tokens[position : position + known]]
                length = known
            elif tokens[position].key in _BESIDE:
                length = 1
            else:
                length = 1
                if word := self._word_of_a_name(tokens[position].key):
                    asked.append(word)
                else:
                    placed.append(tokens[position])
            position += length
        return asked, placed

    def _whole_name(self, tokens: list[Token], first: int) -> int:
        """How many words from here are a whole name or nickname ("bank mandiri"): 0 if none."""
        for length in range(min(_LONGEST_PHRASE, len(tokens) - first), 0, -1):
            if "".join(token.key for token in tokens[first : first + length]) in self._together:
                return length
        return 0

    def _word_of_a_name(self, key: str) -> str | None:
        """A word of the vocabulary: itself, what it begins, or what it is misspelt for."""
        if self._names.cue(key) not in {None, Cue.FACILITY, Cue.NAMED, Cue.STREET}:
            return None
        if key in self._by_word:
            return key
        if len(key) < 3:
            return None
        if begun := next((word for word in self._vocabulary if word.startswith(key)), None):
            return begun
        mended = process.extractOne(key, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
        if mended is None or self._places.similarity(key) > mended[1]:
            return None
        return mended[0]

    def _regions(self, query: str, placed: list[Token]) -> tuple[Region, ...]:
        if not placed:
            return ()
        text = " ".join(query[token.start : token.end] for token in placed)
        return self._places.read(text, self._names.tokens_of(text)).regions[:_MAX_PLACES]

    def _here(self, near: Place | None) -> tuple[Region, ...]:
        """The kecamatan where the person is, else what is known of it."""
        district = self._catalogue.regions.get(near.district) if near else None
        return (district,) if district else tuple(self._around(near))

    def _candidates(
        self, asked: list[str], regions: tuple[Region, ...], near: Place | None
    ) -> Iterator[tuple[float, Agency]]:
        where = list(regions) or list(self._around(near))
        where.sort(key=lambda region: _distance(region, near))
        if not asked:
            yield from self._of_places(regions)
        for score, kind in self._kinds(" ".join(asked)):
            if kind.code is not None:
                yield score * (0.99 if where else 1.0), self._catalogue.agency(kind.code)
            elif kind.pattern is not None:
                yield from self._standing(score, kind.pattern, where)

    def _kinds(self, asked: str) -> Iterator[tuple[float, _Kind]]:
        words = set(asked.split())
        telling = words - _GENERIC or words
        near = {index for word in telling for index in self._by_word.get(word, ())}
        for index in sorted(near):
            phrase = self._phrases[index]
            score = 0.5 * fuzz.token_set_ratio(asked, phrase.words)
            score += 0.5 * fuzz.token_sort_ratio(asked, phrase.words)
            if score >= _GOOD_ENOUGH:
                yield score, phrase.kind

    def _standing(
        self, score: float, pattern: UnitPattern, where: list[Region]
    ) -> Iterator[tuple[float, Agency]]:
        """The units of this kind at each place and in its province, else the national agency."""
        for region in where:
            farther = score
            for part in self._upwards(region):
                if agency := self._catalogue.unit_at(pattern, part):
                    yield farther, agency
                    farther *= _FARTHER
            score *= 0.999
        if pattern.levels == {"jakarta"} and not where:
            yield from self._standing(score, pattern, [self._catalogue.regions[JAKARTA]])
        elif not where:
            national = self._catalogue.national_for(pattern.sectors[0])
            if pattern.of is not None:
                yield score, self._catalogue.agency(pattern.of)
            elif national is not None:
                yield score * _COUNTERPART, national

    def _upwards(self, region: Region) -> Iterator[Region]:
        part: Region | None = region
        while part is not None:
            yield part
            part = self._catalogue.regions.get(part.parent)

    def _around(self, near: Place | None) -> Iterator[Region]:
        """Where the person is, else the places that a narrow scope is for."""
        here = self._catalogue.regions.get(near.regency or near.province if near else None)
        if here is not None:
            yield here
            return
        for code in self._catalogue.scope or ():
            for part in code.split("/"):
                if region := self._catalogue.regions.get(RegionCode(part)):
                    yield region

    def _of_places(self, regions: tuple[Region, ...]) -> Iterator[tuple[float, Agency]]:
        score = 100.0
        for region in regions:
            office = self._catalogue.office_of(self._catalogue.regions.place(region.code))
            government = self._catalogue.government_of(region.code)
            for agency in (office, government):
                if agency is not None:
                    yield score, agency
                    score -= 1.0


def _distance(region: Region, near: Place | None) -> int:
    """0 in the same kabupaten/kota, 1 in the same province, 2 elsewhere."""
    if near is None:
        return 0
    if near.regency and f"{region.code}.".startswith(f"{near.regency}."):
        return 0
    return 1 if near.province and region.code.startswith(near.province) else 2


def _phrases(catalogue: Catalogue) -> Iterator[_Phrase]:
    seen = set()
    for words, kind in _named(catalogue):
        phrase = " ".join(_WORD.findall(words.lower().replace("'", "")))
        if phrase and (phrase, kind) not in seen:
            seen.add((phrase, kind))
            yield _Phrase(phrase, kind)


def _named(catalogue: Catalogue) -> Iterator[tuple[str, _Kind]]:
    for national in catalogue.nationals.values():
        agency = national.agency
        for words in (agency.name, agency.short, *national.aliases, *national.predecessors):
            yield words, _Kind(code=agency.code)
    for pattern in catalogue.patterns:
        for words in (pattern.name, pattern.short, *pattern.nicknames):
            yield _PLACEHOLDER.sub("", words), _Kind(pattern=pattern)
    shared = {nickname for pattern in catalogue.patterns for nickname in pattern.nicknames}
    for local in catalogue.local_names.values():
        for words in local.nicknames:
            if words not in shared:
                yield words, _Kind(code=local.code)
