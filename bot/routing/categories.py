"""The national category of a report: the entry of its sector whose words it says most of.

data/categories.csv maps the categories that are still in use to sectors. An entry without words is
what remains where no other entry of the sector fits.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.sector import Sector
from bot.routing.normalise import Part, Reader
from bot.routing.phrases import Phrase, Phrases

_FILE = Path(__file__).parent / "data" / "categories.csv"
BETWEEN = " › "
"""Stands between the head and the entry of a category."""


class BrokenCategoriesError(ValueError):
    """A line of the file that cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Category:
    """An entry of the national tree, with the sector that answers for it."""

    name: str
    sector: Sector
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Categories:
    """Finds the category of texts."""

    all: tuple[Category, ...]
    _reader: Reader
    _phrases: Phrases[tuple[Category, ...]]
    _plain: Mapping[Sector, str]

    @classmethod
    def load(cls, reader: Reader) -> "Categories":
        """Raises `BrokenCategoriesError`."""
        return cls.of(tuple(read_categories()), reader)

    @classmethod
    def of(cls, categories: tuple[Category, ...], reader: Reader) -> "Categories":
        by_words: dict[tuple[Part, ...], list[Category]] = defaultdict(list)
        for category in categories:
            for term in category.words:
                by_words[reader.term(term)].append(category)
        phrases = Phrases.of(Phrase(parts, tuple(found)) for parts, found in by_words.items())
        plain = {each.sector: each.name for each in categories if not each.words}
        return cls(categories, reader, phrases, plain)

    def of_report(self, sector: Sector | None, title: str, text: str) -> str:
        """Its name, "HEAD › ENTRY"; empty for a report without a sector."""
        if sector is None:
            return ""
        said: dict[str, int] = defaultdict(int)
        for found in self._phrases.find(self._reader.read(f"{title}\n{text}")):
            for category in found.phrase.meaning:
                if category.sector is sector:
                    said[category.name] += 1
        return max(said, key=said.__getitem__, default=self._plain.get(sector, ""))


def read_categories() -> list[Category]:
    """The lines of the data file."""
    found = []
    with _FILE.open(encoding="utf-8", newline="") as lines:
        for number, line in enumerate(csv.DictReader(lines), 2):
            try:
                sector = Sector(line["sector"])
                words = tuple(word for each in line["words"].split(";") if (word := each.strip()))
                name = BETWEEN.join(part for part in (line["head"], line["entry"]) if part)
            except (KeyError, ValueError, AttributeError) as wrong:
                raise BrokenCategoriesError(f"categories.csv:{number}: {wrong}") from wrong
            found.append(Category(name, sector, words))
    return found
