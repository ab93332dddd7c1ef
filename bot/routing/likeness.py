"""Whether two reports of one sector and place tell of the same trouble.

Two views of the words are taken together: the rarer words that both have, and how much alike the
whole reads (rapidfuzz). What is rare is judged among the reports that are compared, so that "lampu"
says little among broken lamps and the name of a street says much. Numbers tell neighbours apart:
two texts that name different ones are less alike. Where both have a pin, more than 200 metres is
another trouble, and less lets fewer words do. Pure, and nothing of the words is kept.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from bot.domain.place import Pin
from bot.routing.normalise import Reader

NEAR = 200.0
"""Metres between two pins of one trouble."""
ALIKE = 0.6
"""From this likeness on, 0 to 1, two reports are offered as one trouble."""
ALIKE_WHEN_NEAR = 0.3
"""The same where both pins say that it is there."""
MOST_COMPARED = 200
_READ = 600
"""Letters of a report that are compared: what it is about stands at its beginning."""
_NAME = 3.0
"""How much more a name of a place or a person weighs than a word of the language."""
_LONGEST_NUMBER = 3
"""Digits of a house, a school or a kilometre; longer ones are telephones, years and the like."""
_OTHER_NUMBERS = 0.6
"""What is left of the likeness of two texts that name different numbers."""
_UNSEEN = 10
"""As many reports without any of the words are imagined, so that few reports judge mildly."""
_EARTH = 6_371_000.0

Of = TypeVar("Of")


@dataclass(frozen=True, slots=True)
class Told(Generic[Of]):
    """What somebody told, and what it is a report of."""

    of: Of
    text: str = field(repr=False)
    pin: Pin | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Read:
    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    line: str


class Likeness:
    """Compares one report with others."""

    def __init__(self, reader: Reader, everyday: AbstractSet[str]) -> None:
        """`everyday` words are those of the language; all others are taken for names."""
        self._reader = reader
        self._everyday = everyday

    def alike(self, told: Told[Of], others: Sequence[Told[Of]]) -> list[tuple[float, Of]]:
        """Give those that tell of the same trouble with their likeness, the most alike first.

        At most the first 200 others are looked at.
        """
        others = others[:MOST_COMPARED]
        this = self._read(told.text)
        those = [self._read(other.text) for other in others]
        weights = _weights(this, those)
        found = []
        for other, read in zip(others, those, strict=True):
            least = _least(told.pin, other.pin)
            if least is None:
                continue
            score = _score(this, read, weights, least)
            if score >= least:
                found.append((round(score, 4), other.of))
        return sorted(found, key=lambda each: -each[0])

    def _read(self, text: str) -> _Read:
        words = self._reader.read(text[:_READ])
        told = [
            (surface, stem)
            for surface, stem in zip(words.surfaces, words.stems, strict=True)
            if not (stem.isdigit() and len(stem) > _LONGEST_NUMBER)
        ]
        stems = [stem for _, stem in told]
        numbers = frozenset(stem for stem in stems if stem.isdigit())
        names = frozenset(
            stem
            for surface, stem in told
            if not {surface, stem} & self._everyday and stem not in numbers
        )
        return _Read(frozenset(stems), names, numbers, " ".join(sorted(stems)))


def metres(one: Pin, other: Pin) -> float:
    """The distance between two points, right to a metre where they are near."""
    north = math.radians(other.latitude - one.latitude)
    middle = math.radians((one.latitude + other.latitude) / 2)
    east = math.radians(other.longitude - one.longitude) * math.cos(middle)
    return _EARTH * math.hypot(north, east)


def _least(one: Pin | None, other: Pin | None) -> float | None:
    """How alike the words must be; None where the pins say that it is elsewhere."""
    if one is None or other is None:
        return ALIKE
    return ALIKE_WHEN_NEAR if metres(one, other) <= NEAR else None


def _weights(this: _Read, those: Sequence[_Read]) -> dict[str, float]:
    """What each word weighs among the reports that are compared: the rarer, and names, the more."""
    seen = Counter(stem for read in those for stem in read.stems)
    names = this.names.union(*(read.names for read in those))
    whole = len(those) + _UNSEEN
    return {
        stem: math.log(whole / (seen[stem] + 1)) ** 2 * (_NAME if stem in names else 1)
        for stem in this.stems.union(seen)
    }


def _score(one: _Read, other: _Read, weights: Mapping[str, float], least: float) -> float:
    words = _shared(one.stems, other.stems, weights)
    whole = 2 * least - words
    """What the whole must reach at least to make a difference, so that most are not compared."""
    if whole > 1:
        return 0.0
    reads = fuzz.ratio(one.line, other.line, score_cutoff=max(whole, 0) * 100) / 100
    score = (words + reads) / 2
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        score *= _OTHER_NUMBERS
    return score


def _shared(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of the words that both have against the weight of each (their cosine)."""
    if not one or not other:
        return 0.0

    both = sum(weights[stem] for stem in one & other)
    if not both:
        return 0.0
    mine, theirs = (sum(weights[stem] for stem in stems) for stems in (one, other))
    return both / math.sqrt(mine * theirs)
