"""Weighs the names found in a text, and says which regions they speak for.

`read_answer` is for a short answer to "where?", `read_report` for a whole report. Both give the
likeliest regions first; one alone is an answer, several are a question.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from bot.domain.place import RegionCode
from bot.routing.lexicon import words_of_topics
from bot.routing.place_names import Cue, Mention, PlaceNames, Token, of_kind
from bot.routing.regions import Level, Region, Regions

_KINDS = {Cue.REGENCY, Cue.CITY, Cue.DISTRICT, Cue.PROVINCE}
_STANDING = {Cue.AT, Cue.FACILITY}
_PLAIN = {*_KINDS, Cue.AT}
_NO_EVIDENCE = {Cue.STREET, Cue.NAMED, Cue.VILLAGE}

_SECOND = 0.9
_SHARED_WITH_PROVINCE = 0.9
_MARKED = 3.0
_STANDS_THERE = 2.0
_BARE = 1.5
_UNIQUE_DISTRICT = 1.6
_CONFIRMS = 1.0
_AGAIN = 0.3
_WAY = 0.9
_HOME = 0.3
_ENOUGH = 1.0
_LONG_NAME = 6
_LEAD = 0.5

_SIMILAR = 82.0
_AS_SIMILAR = 5.0
_SHORT_NAME = 6
"""A misspelt name with fewer letters is a guess: "saya" is near a kecamatan Sayan."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Regions that a text speaks for, likeliest first, and the names that say so.

    One region that is not `sure` is a guess to be offered, not taken. `more`: an answer that is
    more than the names of regions, such as a street, a village or a landmark.
    """

    regions: tuple[Region, ...] = ()
    words: tuple[str, ...] = ()
    sure: bool = True
    more: bool = False


@dataclass(slots=True)
class _Case:
    """What speaks for one kabupaten/kota."""

    score: float = 0.0
    words: dict[str, None] = field(default_factory=dict)
    districts: dict[RegionCode, float] = field(default_factory=dict)

    def hears(self, mention: Mention, weight: float) -> None:
        self.score += min(weight, _AGAIN) if mention.words.lower() in self._heard() else weight
        self.words[mention.words] = None

    def hears_district(self, district: Region, mention: Mention, weight: float) -> None:
        self.hears(mention, weight)
        self.districts[district.code] = self.districts.get(district.code, 0.0) + weight

    def _heard(self) -> set[str]:
        return {words.lower() for words in self.words}


def read_report(names: PlaceNames, text: str, tokens: list[Token]) -> Reading:
    mentions = names.mentions(text, tokens)
    cases: dict[RegionCode, _Case] = defaultdict(_Case)
    for mention in mentions:
        _hear_regency(mention, cases)
        _hear_district(mention, cases, names.regions)
    for mention in mentions:
        _confirm(mention, cases)
    provinces = [
        region
        for mention in mentions
        if mention.cue not in _NO_EVIDENCE
        for region in of_kind(mention)
        if region.level is Level.PROVINCE and (not mention.everyday or mention.cue is Cue.PROVINCE)
    ]
    for province in provinces:
        for code, case in cases.items():
            if code.startswith(f"{province.code}."):
                case.score += _CONFIRMS
    return _decide(names.regions, mentions, cases, provinces)


def _hear_regency(mention: Mention, cases: dict[RegionCode, _Case]) -> None:
    regencies = [r for r in of_kind(mention) if r.level is Level.REGENCY]
    weight = _weight_of_regency(mention) if regencies else 0.0
    if weight:
        for regency in regencies:
            cases[regency.code].hears(mention, weight)
            if mention.known_for_one and mention.cue is not Cue.REGENCY:
                weight = min(weight, _SECOND)


def _weight_of_regency(mention: Mention) -> float:
    cue = mention.cue
    if cue in _NO_EVIDENCE or cue is Cue.PROVINCE:
        return 0.0
    if cue in _KINDS:
        return _MARKED
    if mention.everyday:
        return 0.0
    if any(region.level is Level.PROVINCE for region in mention.regions):
        return _SHARED_WITH_PROVINCE
    if cue in _STANDING:
        return _STANDS_THERE
    return {Cue.HOME: _HOME, Cue.WAY: _WAY}.get(cue, _BARE)


def _hear_district(mention: Mention, cases: dict[RegionCode, _Case], regions: Regions) -> None:
    """A kecamatan that speaks by itself: behind "kec.", or unique and standing as a place does."""
    districts = of_kind(mention)
    if any(region.level is not Level.DISTRICT for region in districts):
        return
    if mention.cue is Cue.DISTRICT:
        if mention.known_for_one and _can_be_district(mention):
            _case(cases, districts[0]).hears_district(districts[0], mention, _MARKED)
    elif (
        not mention.everyday
        and mention.known_for_one
        and (
            mention.cue in _STANDING | {Cue.CITY, Cue.REGENCY}
            or (mention.cue is Cue.NONE and _named_after(regions, districts[0]))
        )
    ):
        _case(cases, districts[0]).hears_district(districts[0], mention, _UNIQUE_DISTRICT)


def _can_be_district(mention: Mention) -> bool:
    """Behind "kec." even an everyday word is a name, unless it is a short one ("kec. kamu")."""
    return mention.stands_out or not mention.everyday or len(mention.words) >= _LONG_NAME


def _named_after(regions: Regions, district: Region) -> bool:
    """Say whether it bears the name of its kabupaten/kota ("Semarang Utara")."""
    regency = regions.get(district.parent)
    return regency is not None and district.name.startswith(f"{regency.bare} ")


def _confirm(mention: Mention, cases: dict[RegionCode, _Case]) -> None:
    """A kecamatan, of however many, that lies in a kabupaten/kota that the text speaks for."""
    stands = mention.stands_out or mention.cue in _STANDING | {Cue.DISTRICT}
    if mention.cue in _NO_EVIDENCE or (mention.everyday and not stands):
        return
    for region in mention.regions:
        if region.level is Level.DISTRICT and region.parent in cases:
            case = _case(cases, region)
            if mention.words not in case.words:
                case.hears_district(region, mention, _CONFIRMS)


def _case(cases: dict[RegionCode, _Case], district: Region) -> _Case:
    assert district.parent
    return cases[district.parent]


def _decide(
    regions: Regions,
    mentions: list[Mention],
    cases: dict[RegionCode, _Case],
    provinces: list[Region],
) -> Reading:
    ranked = sorted(cases.items(), key=lambda item: -item[1].score)
    if ranked and ranked[0][1].score >= _ENOUGH:
        best = ranked[0][1].score
        leading = [(code, case) for code, case in ranked if case.score > best - _LEAD]
        found = tuple(_narrowest(regions, code, case) for code, case in leading)
        return Reading(found, _merged(case.words for _, case in leading))
    if guess := _guess(mentions, provinces):
        return guess
    if len({province.code for province in provinces}) == 1:
        named = next(m for m in mentions if provinces[0] in m.regions)
        return Reading((provinces[0],), (named.words,))
    return Reading()


def _guess(mentions: list[Mention], provinces: list[Region]) -> Reading | None:
    """The first kecamatan that may be meant, else the kabupaten/kota that little speaks for."""
    for mention in sorted(mentions, key=lambda mention: mention.cue is not Cue.DISTRICT):
        within = _within(of_kind(mention), provinces)
        if mention.cue is Cue.DISTRICT:
            if within and _can_be_district(mention):
                return Reading(within, (mention.words,), sure=False)
        elif within and _may_be_meant(mention):
            sure = len(within) == 1 and bool(provinces)
            return Reading(within, (mention.words,), sure=sure)
    return None


def _within(regions: tuple[Region, ...], provinces: list[Region]) -> tuple[Region, ...]:
    if not provinces:
        return regions
    return tuple(r for r in regions if any(r.code.startswith(f"{p.code}.") for p in provinces))


def _may_be_meant(mention: Mention) -> bool:
    return (
        mention.known_for_one
        and not mention.everyday
        and mention.cue in {Cue.NONE, Cue.WAY, Cue.AT, Cue.FACILITY}
        and all(region.level is not Level.PROVINCE for region in mention.regions)
    )


def _narrowest(regions: Regions, code: RegionCode, case: _Case) -> Region:
    strengths = sorted(case.districts.items(), key=lambda item: -item[1])
    sure = strengths and (len(strengths) == 1 or strengths[0][1] > strengths[1][1])
    region = regions.get(strengths[0][0] if sure else code)
    assert region
    return region


def _merged(words: Iterable[dict[str, None]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for some in words for word in some))


class AnswerReader:
    """Reads a short answer to "where?", misspellings too.

    A misspelt name is never an ordinary word, nor one that tells what is wrong ("selokan" is no
    Sokan), and beside a name spelt right it counts only where the two lie in one another. It is
    taken where it is long and all that was said, or where another name bears it out; else it is a
    guess. So is an everyday word among others ("deket kantor").
    """

    def __init__(self, names: PlaceNames) -> None:
        self._names = names
        self._by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
        for key in names.keys():  # noqa: SIM118  (not a mapping)
            if len(key) >= 4:
                self._by_start[key[0], len(key)].append(key)

    def read(self, text: str, tokens: list[Token]) -> Reading:
        exact = self._names.mentions(text, tokens)
        mended = self._mended(text, tokens, exact)
        mentions = [*exact, *mended]
        telling = [m for m in mentions if m.cue not in _NO_EVIDENCE] or mentions
        explained: dict[RegionCode, tuple[int, Region]] = {}
        for mention in telling:
            for region in of_kind(mention):
                count = sum(1 for other in telling if _explains(region, other))
                explained[region.code] = (count, region)
        best = max((count for count, _ in explained.values()), default=0)
        tied = [region for count, region in explained.values() if count == best]
        narrow = [r for r in tied if not any(o.code.startswith(f"{r.code}.") for o in tied)]
        wide = [r for r in tied if r.level is not Level.DISTRICT]
        chosen = (wide if best == 1 else narrow) or tied
        named = {i for mention in mentions for i in range(mention.first, mention.last + 1)}
        others = [token.key for index, token in enumerate(tokens) if index not in named]
        speaking = [m for m in telling if any(_explains(region, m) for region in chosen)]
        guessed, said = [m for m in speaking if m in mended], [m for m in speaking if m in exact]
        sure = best > 1 or any(
            (
                *(self._guesses_well(mention, others) for mention in guessed),
                *(self._says(mention, others) for mention in said),
            )
        )
        words = tuple(m.words for m in telling)
        return Reading(tuple(chosen), words, sure=sure, more=self._tells_more(mentions, others))

    def _tells_more(self, mentions: list[Mention], others: list[str]) -> bool:
        known = (self._names.is_ordinary(key) or self._names.cue(key) in _PLAIN for key in others)
        return not all(known) or any(mention.cue in _NO_EVIDENCE for mention in mentions)

    def _guesses_well(self, mention: Mention, others: list[str]) -> bool:
        """A misspelt name is taken where no other strange word stands beside it."""
        return len(mention.words) >= _SHORT_NAME and all(
            self._names.is_ordinary(key) or self._names.cue(key) for key in others
        )

    def _says(self, mention: Mention, others: list[str]) -> bool:
        if mention.cue in _NO_EVIDENCE:
            return False
        if not mention.everyday or mention.cue in _KINDS:
            return True
        return all(self._names.cue(key) in _PLAIN for key in others)

    def _mended(self, text: str, tokens: list[Token], exact: list[Mention]) -> list[Mention]:
        known = {i for mention in exact for i in range(mention.first, mention.last + 1)}
        found = []
        for index, token in enumerate(tokens[:8]):
            if index in known or not self._may_be_misspelt(token.key):
                continue
            cue = self._names.cue_before(tokens, index)
            if cue in _NO_EVIDENCE or not (keys := self.similar(token.key)):
                continue
            regions = tuple(dict.fromkeys(r for key in keys for r in self._names.having(key)))
            mention = Mention(
                text[token.start : token.end], index, index, regions, cue, False, False, False
            )
            if not exact or any(_related(mention, other) for other in exact):
                found.append(mention)
        return found

    def _may_be_misspelt(self, key: str) -> bool:
        names = self._names
        known = names.cue(key) or names.is_ordinary(key) or key in words_of_topics()
        return len(key) >= 4 and not known

    def similar(self, key: str) -> list[str]:
        """Names that differ by a letter or two and begin alike, the most similar first."""
        matches = self._matches(key)
        return [name for name, score, _ in matches if score >= matches[0][1] - _AS_SIMILAR]

    def similarity(self, key: str) -> float:
        """How like the nearest name it is, 0 to 100."""
        return max((score for _, score, _ in self._matches(key)), default=0.0)

    def _matches(self, key: str) -> list[tuple[str, float, int]]:
        near = [
            name
            for length in range(len(key) - 2, len(key) + 3)
            for name in self._by_start.get((key[0], length), ())
        ]
        return process.extract(key, near, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=4)


def _related(one: Mention, other: Mention) -> bool:
    """Say whether one of them may lie in the other."""
    return any(_explains(region, other) for region in of_kind(one)) or any(
        _explains(region, one) for region in of_kind(other)
    )


def _explains(region: Region, mention: Mention) -> bool:
    """Say whether a name is that of the region, or of one above it."""
    return any(
        region.code == other.code or region.code.startswith(f"{other.code}.")
        for other in of_kind(mention)
    )
