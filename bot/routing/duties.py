"""Who within a sector must answer: the local government, the province, or a national agency.

SD and SMP are local, SMA and SMK provincial, universities national; so are local, provincial and
national roads. The data file says who answers when nothing more is said, and which words move a
report to somebody else. "Dekat pelabuhan" and "depan gerbang tol" only tell where it is.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.sector import Sector
from bot.routing.addresses import is_landmark
from bot.routing.normalise import Part, Reader, Words, data_lines
from bot.routing.phrases import Phrase, Phrases

LOCAL = "daerah"
PROVINCIAL = "provinsi"


class BrokenDutiesError(ValueError):
    """A line of duties.txt that cannot be read."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who answers each sector for one text.

    LOCAL or PROVINCIAL, with "/unit" behind it where one of several units is meant; or the code of
    a national agency.
    """

    _usual: Mapping[Sector, str]
    _said: Mapping[Sector, Counter[str]]

    def of(self, sector: Sector) -> str:
        said = self._said.get(sector)
        return said.most_common(1)[0][0] if said else self._usual.get(sector, LOCAL)


@dataclass(frozen=True, slots=True)
class Duties:
    """The usual recipient of each sector, and the words that name another."""

    usual: Mapping[Sector, str]
    _words: Phrases[tuple[tuple[Sector, str], ...]]
    _names: frozenset[tuple[Part, ...]] = frozenset()

    @classmethod
    def load(cls, reader: Reader, names: frozenset[tuple[Part, ...]] = frozenset()) -> "Duties":
        """Read duties.txt; `names` are those of the words that agencies go by."""
        usual: dict[Sector, str] = {}
        meanings: dict[tuple[Part, ...], list[tuple[Sector, str]]] = defaultdict(list)
        for line in data_lines("duties.txt"):
            head, colon, rest = line.partition(":")
            if not colon:
                raise BrokenDutiesError(f"duties.txt: a colon is missing in {line!r}")
            sector, moves, recipient = (part.strip() for part in head.partition(">"))
            if not moves:
                usual[Sector(sector)] = rest.strip()
                continue
            for term in rest.split(","):
                meanings[reader.term(term)].append((Sector(sector), recipient))
        return cls(
            usual,
            Phrases.of(Phrase(parts, tuple(said)) for parts, said in meanings.items()),
            names,
        )

    def recipients(self, words: Words) -> Recipients:
        """Count what is said: a phrase by its words, an agency's name once more, a landmark not."""
        said: dict[Sector, Counter[str]] = defaultdict(Counter)
        for found in self._words.find(words):
            if is_landmark(words, found.first):
                continue
            parts = found.phrase.parts
            for sector, recipient in found.phrase.meaning:
                said[sector][recipient] += len(parts) + (parts in self._names)
        return Recipients(self.usual, said)
