"""An index of phrases: which of them stands at a place of a text, the longest first.

A word of a phrase agrees with a word of the text when they are spelt alike or, unless the phrase
asks for the spelling, when they share a stem. Of two phrases equally long the one spelt alike wins:
"kelurahan" is itself, not another form of "lurah".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.routing.normalise import Part, Words

T = TypeVar("T")

NOTHING = "\n"
"""Is no word."""


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """A phrase and what it stands for."""

    parts: tuple[Part, ...]
    meaning: T


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase in a text, from word `first` to word `last`."""

    phrase: Phrase[T]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases filed under the spelling and under the stem of their first word, longest first."""

    _by_surface: Mapping[str, tuple[Phrase[T], ...]]
    _by_stem: Mapping[str, tuple[Phrase[T], ...]]

    @classmethod
    def of(cls, phrases: Iterable[Phrase[T]]) -> "Phrases[T]":
        by_surface: dict[str, list[Phrase[T]]] = defaultdict(list)
        by_stem: dict[str, list[Phrase[T]]] = defaultdict(list)
        for phrase in phrases:
            if phrase.parts:
                by_surface[phrase.parts[0].surface].append(phrase)
                if phrase.parts[0].stem:
                    by_stem[phrase.parts[0].stem].append(phrase)
        return cls(_longest_first(by_surface), _longest_first(by_stem))

    def find(self, words: Words) -> Iterator[Found[T]]:
        """The phrases of a text from left to right; the longest wins and they never overlap."""
        yield from self.find_in(words.surfaces, words.stems)

    def find_in(self, surfaces: Sequence[str], stems: Sequence[str]) -> Iterator[Found[T]]:
        at = 0
        while at < len(stems):
            spelt_alike = self._by_surface.get(surfaces[at])
            same_stem = self._by_stem.get(stems[at])
            phrase: Phrase[T] | None = None
            if spelt_alike is not None:
                phrase = _longest(spelt_alike, surfaces, stems, at, longer_than=0)
            if same_stem is not None:
                length = len(phrase.parts) if phrase is not None else 0
                phrase = _longest(same_stem, surfaces, stems, at, longer_than=length) or phrase
            if phrase is None:
                at += 1
            else:
                yield Found(phrase, at, at + len(phrase.parts) - 1)
                at += len(phrase.parts)


def _longest(
    filed: tuple[Phrase[T], ...],
    surfaces: Sequence[str],
    stems: Sequence[str],
    at: int,
    *,
    longer_than: int,
) -> Phrase[T] | None:
    beside = at + 1
    surface, stem = (surfaces[beside], stems[beside]) if beside < len(stems) else (NOTHING, NOTHING)
    for phrase in filed:
        parts = phrase.parts
        if len(parts) <= longer_than:
            return None
        # A common word begins hundreds of phrases, and the second word tells nearly all apart.
        if len(parts) > 1 and parts[1].surface != surface and parts[1].stem != stem:
            continue
        if _fits(parts, surfaces, stems, at):
            return phrase
    return None


def _longest_first(
    filed: Mapping[str, list[Phrase[T]]],
) -> dict[str, tuple[Phrase[T], ...]]:
    return {
        key: tuple(
            sorted(of, key=lambda phrase: (-len(phrase.parts), len(phrase.parts[0].surface)))
        )
        for key, of in filed.items()
    }


def _fits(parts: tuple[Part, ...], surfaces: Sequence[str], stems: Sequence[str], at: int) -> bool:
    """Whether the words after the second agree too."""
    if at + len(parts) > len(stems):
        return False
    for place in range(2, len(parts)):
        part = parts[place]
        if part.surface != surfaces[at + place] and part.stem != stems[at + place]:
            return False
    return True
