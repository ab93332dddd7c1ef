"""An index of phrases: which of them stands at a place of a text, the longest first.

A phrase is a tuple of parts. A part is a stem, or "=word" where the spelling must agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.routing.normalise import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """A phrase and what it stands for."""

    parts: tuple[str, ...]
    meaning: T


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase in a text, from word `first` to word `last`."""

    phrase: Phrase[T]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases filed under their first part, the longest first."""

    _by_first: Mapping[str, tuple[Phrase[T], ...]]

    @classmethod
    def of(cls, phrases: Iterable[Phrase[T]]) -> "Phrases[T]":
        by_first: dict[str, list[Phrase[T]]] = defaultdict(list)
        for phrase in phrases:
            if phrase.parts:
                by_first[phrase.parts[0]].append(phrase)
        return cls(
            {
                first: tuple(sorted(filed, key=lambda phrase: -len(phrase.parts)))
                for first, filed in by_first.items()
            }
        )

    def find(self, words: Words) -> Iterator[Found[T]]:
        """The phrases of a text from left to right; the longest wins and they never overlap."""
        yield from self.find_in(words.surfaces, words.stems)

    def find_in(self, surfaces: Sequence[str], stems: Sequence[str]) -> Iterator[Found[T]]:
        at = 0
        while at < len(stems):
            phrase = self._longest(surfaces, stems, at)
            if phrase is None:
                at += 1
            else:
                yield Found(phrase, at, at + len(phrase.parts) - 1)
                at += len(phrase.parts)

    def _longest(self, surfaces: Sequence[str], stems: Sequence[str], at: int) -> Phrase[T] | None:
        best: Phrase[T] | None = None
        for key in (stems[at], f"={surfaces[at]}"):
            for phrase in self._by_first.get(key, ()):
                if best is not None and len(phrase.parts) <= len(best.parts):
                    break
                if _fits(phrase.parts, surfaces, stems, at):
                    best = phrase
                    break
        return best


def _fits(parts: tuple[str, ...], surfaces: Sequence[str], stems: Sequence[str], at: int) -> bool:
    if at + len(parts) > len(stems):
        return False
    return all(
        part == stems[place] or part == f"={surfaces[place]}"
        for place, part in enumerate(parts[1:], at + 1)
    )
