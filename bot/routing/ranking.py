"""How much a text speaks for each sector, and which of its words said so.

Each keyword counts for its sectors by its weight; said again it counts less, said in the title it
counts more, said late in a long story it counts less (people open with what is wrong), and said of
where something lies ("depan sekolah", "Kelurahan Sukamaju") it hardly
counts, because the words of an address are no topic. The name of an agency counts as it is spoken
of: see `naming`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.sector import Sector
from bot.domain.suggestion import Reason, ReasonKind
from bot.routing.addresses import is_landmark
from bot.routing.lexicon import MISSPELT, Lexicon, Match
from bot.routing.naming import DENIED, MEANT, SUBJECT, Naming, naming
from bot.routing.normalise import Part, Words

AGAIN = 0.3
"""What a keyword counts when it is said the second time; from the third on it counts nothing."""

IN_TITLE = 2.0
OFFICE = 1.0
"""What the office of the kecamatan is worth unsaid: one local report in eight ends there."""

QUARREL = 2.0
"""What it is worth beside that in a quarrel: who has told the RT or the kelurahan of noise, of a
loudspeaker or of an heir's land wants it settled there."""

TOLD = 1.0
"""Points from which the text speaks of the office: an address alone brings in less."""

_QUARRELS = frozenset({Sector.PUBLIC_ORDER, Sector.NATIONAL_UNITY, Sector.LAND})

IN_ADDRESS = 0.3
FEWEST = 3
"""Sectors, the office among them, up to which the neighbours of the best one beside the office are
offered too."""

FAINT = 0.1
LATE = 10
"""Words after which a keyword begins to count clearly less."""

_LATENESS = 0.6


@dataclass(frozen=True, slots=True)
class Hit:
    """A keyword that counted, and how much of its weight did."""

    match: Match
    factor: float
    is_first: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """Raw scores of the sectors, best first, and the keywords they come from."""

    ranked: tuple[tuple[Sector, float], ...]
    words: Words
    meant: Words
    """The same words, slips put right."""
    hits: tuple[Hit, ...]

    def reasons_for(self, sector: Sector) -> list[Reason]:
        """The reporter's own words that spoke for a sector, strongest first."""
        reasons = [
            Reason(
                ReasonKind.NAME if hit.match.worth.is_name else ReasonKind.WORD,
                self.words.as_written(hit.match.first, hit.match.last),
                round(weight * hit.factor, 2),
            )
            for hit in self.hits
            for spoken_for, weight in hit.match.worth.weights
            if hit.is_first and spoken_for is sector and weight > 0 and hit.factor > 0
        ]
        return sorted(reasons, key=lambda reason: -reason.weight)


def rank(lexicon: Lexicon, words: Words, title_words: int) -> Scores:
    """Score every sector that the text speaks for. The first `title_words` words are the title."""
    scores: dict[Sector, float] = defaultdict(float)
    said: dict[tuple[Part, ...], int] = defaultdict(int)
    hits = []
    matches, meant = lexicon.find(words)
    named = naming(words, matches, lexicon.trouble)
    for at, match in enumerate(matches):
        if match.first < title_words <= match.last:
            continue  # The end of the title and the beginning of the text are no phrase.
        times = said[match.parts]
        said[match.parts] = times + 1
        factor = _as_named(named, at, match, _factor(words, match, title_words, times))
        if factor:
            hits.append(Hit(match, factor, times == 0))
            for sector, weight in match.worth.weights:
                scores[sector] += weight * factor
    if scores:
        office = _office(scores)
        scores[Sector.DISTRICT_OFFICE] += office
    ranked = _ordered(scores)
    if ranked and len(ranked) <= FEWEST:
        for place, neighbour in enumerate(lexicon.neighbours.get(_beside_office(ranked), ())):
            if scores[neighbour] <= 0:
                scores[neighbour] = FAINT / (place + 1)
        ranked = _ordered(scores)
    return Scores(ranked, words, meant, tuple(hits))


def _office(scores: Mapping[Sector, float]) -> float:
    """What the office is worth beyond the words that speak for it."""
    best = max(scores, key=lambda sector: scores[sector])
    said = scores.get(Sector.DISTRICT_OFFICE)
    if said is None:
        return min(OFFICE, scores[best] / 2)
    told = said >= TOLD
    return OFFICE + QUARREL if told and best in _QUARRELS else OFFICE


def _beside_office(ranked: Sequence[tuple[Sector, float]]) -> Sector:
    """The best sector that is not the office, if there is another."""
    others = (sector for sector, _ in ranked if sector is not Sector.DISTRICT_OFFICE)
    return next(others, Sector.DISTRICT_OFFICE)


def _ordered(scores: Mapping[Sector, float]) -> tuple[tuple[Sector, float], ...]:
    best_first = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((sector, score) for sector, score in best_first if score > 0)


def _factor(words: Words, match: Match, title_words: int, times_said: int) -> float:
    """How much of its weight a keyword brings in, from where and how it stands."""
    if times_said > 1:
        return 0.0
    factor = IN_TITLE
    if match.first >= title_words:
        factor = (1 + (match.first - title_words) / LATE) ** -_LATENESS
    if match.misspelt:
        factor *= MISSPELT
    if times_said:
        factor *= AGAIN
    if match.in_address or is_landmark(words, match.first) or _names_a_street(words, match):
        factor *= IN_ADDRESS
    return factor


def _as_named(named: Naming, at: int, match: Match, factor: float) -> float:
    """The factor of a keyword, after how the text speaks of the agency that it names."""
    if at in named.spent:
        return 0.0
    if at in named.denied:
        return DENIED
    if at in named.meant:
        return max(factor, MEANT)
    if at in named.subjects:
        return max(factor, SUBJECT / max(1.0, *(weight for _, weight in match.worth.weights)))
    return factor


_STREET = frozenset({"jalan", "gang"})
_ON_A_STREET = frozenset(
    {
        *(Sector.ROADS_AND_WATER, Sector.TRANSPORT, Sector.ENVIRONMENT, Sector.PUBLIC_ORDER),
        *(Sector.HOUSING, Sector.WATER_SUPPLY, Sector.ELECTRICITY, Sector.DISTRICT_OFFICE),
    }
)


def _names_a_street(words: Words, match: Match) -> bool:
    """Whether what stands right behind "jalan" is the street's name or its end: "Jalan Guru"."""
    return (
        match.first > 0
        and words.surfaces[match.first - 1] in _STREET
        and all(sector not in _ON_A_STREET for sector, _ in match.worth.weights)
    )
