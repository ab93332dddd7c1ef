"""A copy of the data files as they stand, and what is found wrong in them."""

import csv
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rapidfuzz import process

from bot.domain.sector import Sector
from bot.routing.catalogue_files import BrokenCatalogue

T = TypeVar("T")
_ALIKE = 60.0
SECTORS = frozenset(Sector)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file, and what to do about it; `where` is "file:line"."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class Copy:
    """The files of a folder as they stand, and what was found wrong in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []
        self.unread: set[str] = set()
        """Files that cannot be read at all, which is said once."""

    def wrong(self, where: str, what: str) -> None:
        self.faults.append(Fault(where, what))

    def text(self, name: str) -> list[str]:
        """The lines of a file; none where it cannot be read."""
        if name in self.unread:
            return []
        try:
            written = (self.folder / name).read_bytes()
        except OSError:
            self.unread.add(name)
            self.wrong(name, "the file is missing: bring it back from the release")
            return []
        try:
            return written.decode("utf-8").splitlines()
        except UnicodeDecodeError as wrong:
            self.unread.add(name)
            line = written[: wrong.start].count(b"\n") + 1
            self.wrong(f"{name}:{line}", "a letter is not in UTF-8: save the file as UTF-8")
            return []

    def lines(self, name: str) -> Iterator[tuple[str, str]]:
        """Where each line stands, and the line without its comment; blank ones are left out."""
        for number, line in enumerate(self.text(name), 1):
            if bare := line.partition("#")[0].strip():
                yield f"{name}:{number}", bare

    def rows(self, name: str, columns: str) -> Iterator[tuple[str, dict[str, str]]]:
        """Where each row stands, and its cells; a row of another width is a fault."""
        wanted = columns.split()
        reader = csv.reader(self.text(name))
        for number, cells in enumerate(reader):
            where = f"{name}:{reader.line_num}"
            if number == 0:
                if cells != wanted:
                    self.wrong(where, f"the columns must be {', '.join(wanted)}")
                    return
            elif len(cells) != len(wanted):
                self.wrong(
                    where,
                    f"{len(cells)} columns instead of {len(wanted)}: put a text with commas in "
                    "quotes",
                )
            else:
                yield where, dict(zip(wanted, cells, strict=True))

    def known(self, where: str, kind: str, word: str, all_known: Collection[str]) -> bool:
        """Say whether a word is one of those that exist; if not, that is a fault.

        Where nothing is known to exist, the file that says so is at fault, and the word is not.
        """
        if word in all_known or not all_known:
            return True
        is_word = any(map(str.isalpha, word))
        near = process.extractOne(word, all_known, score_cutoff=_ALIKE) if is_word else None
        hint = f", perhaps '{near[0]}' is meant" if near else ""
        self.wrong(where, f"there is no {kind} {word!r}{hint}")
        return False

    def has_sectors(self, where: str, row: dict[str, str]) -> None:
        """A row must say what its agency answers for."""
        words = [word.strip() for word in row["sectors"].split(";") if word.strip()]
        if not words:
            self.wrong(where, f"{row['code']} has no sector: write what it answers for, or lain")
        for word in words:
            self.known(where, "sector", word, SECTORS)

    def loads(self, name: str, read: Callable[[Path], Iterable[T]]) -> tuple[T, ...]:
        """What a file holds; nothing where it cannot be loaded, which is a fault."""
        if not self.text(name):
            return ()
        try:
            return tuple(read(self.folder))
        except BrokenCatalogue as broken:
            where = f"{broken.file}:{broken.line}"
            if all(fault.where != where for fault in self.faults):
                self.wrong(where, broken.why)
            return ()


def number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None
