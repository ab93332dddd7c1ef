"""The keywords of every sector, and the index that finds them in a text.

A keyword is one or more words; the longest one that fits at a place wins and its words are
spent, so that "lampu jalan" says nothing of roads. Words match by their stem, or by their spelling
where the data file writes "=" before them. Only a word that nobody knows is looked for among
misspellings. The name of a region says nothing of a topic: "Semarang" is no "sembarang", "Bangka"
no "bangkai", "Duren Sawit" no "sawit".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

from bot.domain.sector import Sector
from bot.routing.addresses import NUMBERED, address_words
from bot.routing.normalise import Part, Reader, Words, data_lines
from bot.routing.phrases import NOTHING, Found, Phrase, Phrases
from bot.routing.regions import Regions
from bot.routing.spelling import Spelling

_TOPICS = Path(__file__).parent / "data" / "topics"

MISSPELT = 0.75
"""How much of its weight a misspelt keyword keeps."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword of a sector. `weight` is -5 to 5; a negative one speaks against the sector.

    `is_name` marks the name or nickname of an agency.
    """

    sector: Sector
    term: str
    weight: float
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Worth:
    """What a keyword is worth for each sector."""

    weights: tuple[tuple[Sector, float], ...]
    is_name: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A keyword found in a text, from word `first` to word `last`."""

    parts: tuple[Part, ...]
    worth: Worth
    first: int
    last: int
    misspelt: bool = False
    in_address: bool = False


class BrokenTopicsError(ValueError):
    """A line of a topic file that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Finds keywords in texts. Built once; `with_keywords` gives a changed copy."""

    keywords: tuple[Keyword, ...]
    reader: Reader
    _phrases: Phrases[Worth]
    _spelling: Spelling
    everyday: frozenset[str]
    """Every word that is no name: those of the keywords and the ordinary ones."""
    neighbours: Mapping[Sector, tuple[Sector, ...]]
    trouble: frozenset[str]
    """What an agency is said to be in trouble with, right behind its name."""
    _region_names: frozenset[tuple[str, ...]]
    """Of every region its name, word by word."""

    @classmethod
    def load(cls, reader: Reader, regions: Regions | None = None) -> "Lexicon":
        regions = regions or Regions.load()
        names = frozenset(reader.read(region.bare).surfaces for region in regions)
        return cls.of(_shipped(), reader, names)

    @classmethod
    def of(
        cls,
        keywords: Iterable[Keyword],
        reader: Reader,
        region_names: frozenset[tuple[str, ...]],
    ) -> "Lexicon":
        """Index the keywords; of two with the same sector and term the later counts.

        A word spelt as in the files speaks for every sector that lists it; another form of it only
        for those that do not ask for the spelling.
        """
        kept = {(word.sector, word.term): word for word in keywords}
        spelt: dict[tuple[str, ...], dict[Sector, float]] = defaultdict(dict)
        looser: dict[tuple[Part, ...], dict[Sector, float]] = defaultdict(dict)
        names: set[tuple[str, ...]] = set()
        for word in kept.values():
            parts = reader.term(word.term)
            surfaces = _surfaces(parts)
            spelt[surfaces][word.sector] = word.weight
            if any(part.stem for part in parts):
                looser[parts][word.sector] = word.weight
            if word.is_name:
                names.add(surfaces)
        worths: dict[Worth, Worth] = {}

        def phrase(parts: tuple[Part, ...], weights: Mapping[Sector, float]) -> Phrase[Worth]:
            worth = _worth(weights, is_name=_surfaces(parts) in names)
            # Hundreds of keywords are worth the same, and share it.
            return Phrase(parts, worths.setdefault(worth, worth))

        phrases = [phrase(tuple(map(reader.part, of)), worth) for of, worth in spelt.items()]
        phrases += [phrase(parts, worth) for parts, worth in looser.items()]
        neutral = (term for line in data_lines("neutral.txt") for term in line.split(","))
        phrases += [Phrase(reader.term(term), Worth((), is_name=False)) for term in neutral]
        vocabulary = {part.lstrip("=") for word in kept.values() for part in word.term.split()}
        spelling = Spelling.of(vocabulary, map(reader.stem, vocabulary), chain(*region_names))
        phrases += [
            Phrase(tuple(map(reader.part, name)), Worth((), is_name=False))
            for name in region_names
            if len(name) > 1 and not spelling.names.isdisjoint(name)
        ]
        return cls(
            tuple(kept.values()),
            reader,
            Phrases.of(phrases),
            spelling,
            spelling.every_word(),
            read_neighbours(),
            frozenset(word for line in data_lines("trouble_words.txt") for word in line.split()),
            region_names,
        )

    def with_keywords(self, changes: Iterable[Keyword]) -> "Lexicon":
        """A copy with keywords added or changed; a weight of 0 removes one."""
        return Lexicon.of((*self.keywords, *changes), self.reader, self._region_names)

    def find(self, words: Words) -> tuple[list[Match], Words]:
        """Every keyword of the text from left to right, none of them overlapping.

        Beside them stand the words as they were meant: a keyword's in the place of a misspelt one.
        """
        surfaces, stems = list(words.surfaces), list(words.stems)
        misspelt = self._corrected(surfaces, stems)
        address = address_words(words, self.everyday)
        meant = words
        if misspelt:
            meant = replace(words, surfaces=tuple(surfaces), stems=tuple(stems))
        return [
            Match(
                found.phrase.parts,
                found.phrase.meaning,
                found.first,
                found.last,
                bool(misspelt)
                and any(place in misspelt for place in range(found.first, found.last + 1)),
                _in_address(found, surfaces, address),
            )
            for found in self._phrases.find_in(surfaces, stems)
        ], meant

    def _corrected(self, surfaces: list[str], stems: list[str]) -> set[int]:
        """Put the keyword's word in the place of a misspelt one; says which places changed.

        A word of a name loses its stem, so that it is nothing but itself.
        """
        changed = set()
        for place, surface in enumerate(surfaces):
            if surface in self._spelling.names:
                stems[place] = NOTHING
                continue
            meant = self._spelling.meant_by(surface, stems[place])
            if meant is not None:
                surfaces[place] = meant
                stems[place] = self.reader.stem(meant)
                changed.add(place)
        return changed


def _in_address(found: Found[Worth], surfaces: Sequence[str], address: AbstractSet[int]) -> bool:
    """Whether the keyword begins an address or lies in it; "lampu jalan Sudirman" is of a lamp.

    Who is head of an RT of some number ("ketua RT 03") only says who writes.
    """
    last = found.last
    return found.first in address or (last in address and surfaces[last] in NUMBERED)


def _surfaces(parts: tuple[Part, ...]) -> tuple[str, ...]:
    return tuple(part.surface for part in parts)


def _worth(weights: Mapping[Sector, float], *, is_name: bool) -> Worth:
    return Worth(tuple(pair for pair in weights.items() if pair[1]), is_name)


@cache
def _shipped() -> tuple[Keyword, ...]:
    """The keywords of the data files, read once."""
    return tuple(read_topics())


@cache
def words_of_topics() -> frozenset[str]:
    """Every single word of what reports are about, without the names of agencies."""
    return frozenset(
        part.lstrip("=") for word in _shipped() if not word.is_name for part in word.term.split()
    )


def read_topics() -> Iterator[Keyword]:
    """The keywords of the data files: lines "weight: term, term" and "nama weight: name, name"."""
    for path in sorted(_TOPICS.glob("*.txt")):
        sector = Sector(path.stem)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            bare = line.partition("#")[0].strip()
            if bare:
                yield from keywords_of(sector, bare, f"{path.name}:{number}")


def read_neighbours() -> dict[Sector, tuple[Sector, ...]]:
    """For each sector those that often answer in its stead, likely ones first."""
    pairs = (line.partition(":") for line in data_lines("neighbours.txt"))
    return {
        Sector(sector): tuple(Sector(name.strip()) for name in names.split(","))
        for sector, _, names in pairs
    }


def keywords_of(sector: Sector, line: str, where: str) -> Iterator[Keyword]:
    """The keywords of one line. Raises `BrokenTopicsError` with `where` before what is wrong."""
    head, colon, terms = line.partition(":")
    is_name = head.startswith("nama ")
    try:
        weight = float(head.removeprefix("nama "))
    except ValueError as error:
        raise BrokenTopicsError(
            f'{where}: a weight must stand before the colon: a number like 4 or 2.5, with "nama " '
            "before it where the words are names of agencies"
        ) from error
    if not colon or not -5 <= weight <= 5:
        raise BrokenTopicsError(f"{where}: a line is a weight from -5 to 5, a colon, and keywords")
    for term in terms.split(","):
        if term.strip():
            yield Keyword(sector, " ".join(term.split()), weight, is_name)
