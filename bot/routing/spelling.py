"""What a misspelt word was meant to be.

Every known word is filed under itself with each single letter left out; a stranger finds the words
that it shares such a remainder with, and only those few are compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.routing.normalise import data_lines

SHORTEST = 5
"""Letters a word must have before it is taken for a misspelling."""

LONG = 7
"""Letters from which a wrong letter is a slip too."""

LONGEST = 24


@dataclass(frozen=True, slots=True)
class Spelling:
    """Known words, and those that are correctly spelt though no keyword: ordinary ones, names."""

    _known: frozenset[str]
    _ordinary: frozenset[str]
    names: frozenset[str]
    """Words that are nothing but part of a name."""
    _by_remainder: Mapping[str, str]
    """Words with a space between them; mostly it is one."""

    @classmethod
    def of(cls, words: Iterable[str], stems: Iterable[str], names: Iterable[str]) -> "Spelling":
        known = frozenset(words)
        ordinary = frozenset(word for line in data_lines("ordinary.txt") for word in line.split())
        filed: dict[str, list[str]] = defaultdict(list)
        for word in known:
            if SHORTEST <= len(word) <= LONGEST and word.isalpha():
                for remainder in _remainders(word):
                    filed[remainder].append(word)
        by_remainder = {key: " ".join(of) for key, of in filed.items()}
        return cls(known.union(stems), ordinary, frozenset(names) - known - ordinary, by_remainder)

    def every_word(self) -> frozenset[str]:
        """Known and ordinary words together."""
        return self._known | self._ordinary

    def meant_by(self, word: str, stem: str) -> str | None:
        """The known word one slip away, or None when the word is known, ordinary or unlike any.

        The first letter must agree, and of two equally near words neither is meant. In a short
        word another letter makes another word ("kapan", "kapal"): there only a letter too many,
        one left out, or two in the wrong order are slips.
        """
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return None
        if word in self._known or stem in self._known:
            return None
        if word in self._ordinary or stem in self._ordinary or word in self.names:
            return None
        near: set[str] = set()
        for remainder in _remainders(word):
            near.update(self._by_remainder.get(remainder, "").split())
        meant = [
            other
            for other in near
            if other[0] == word[0]
            and (len(word) >= LONG or len(word) != len(other) or sorted(word) == sorted(other))
            and OSA.distance(word, other, score_cutoff=1) == 1
        ]
        return meant[0] if len(meant) == 1 else None


def _remainders(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
