"""Turns what a reporter wrote into words that can be looked up, and keeps where each word stood.

A word is lower-cased, spelt out where it is everyday shorthand ("jalan2" and "parahhh" among them),
and stemmed. Fillers ("yang", "sudah") are dropped, so that "jalan yang sudah rusak" reads like
"jalan rusak". Some shorthand means something else in capitals: "dpt" is "dapat", "DPT" the list of
voters.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import Stemmer

MAX_CHARACTERS = 12_000
"""What stands behind this is not read; the national system takes 3,000."""

MAX_WORDS = 1_000

_WORD = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])(?!(?<=p)ppa)\1{2,}")
"""But "KemenPPPA" is spelt so."""

_LONGEST_NUMERAL = 4
"""Letters of "VIII", in which a letter stands three times by right."""

_TWICE = ("2", "²")
_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text without fillers, and where they stand in `text`.

    `surfaces` are spelt out and without "-nya", `stems` their stems.
    """

    text: str
    surfaces: tuple[str, ...]
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.surfaces)

    def as_written(self, first: int, last: int) -> str:
        """The reporter's own words from word `first` to word `last`, both included."""
        return " ".join(self.text[self.starts[first] : self.ends[last]].split())


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a keyword; `stem` is empty where the spelling must agree."""

    surface: str
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts into words. `shorthand` maps one written word to one or two full words.

    `initials` does so for words in capitals, in a text that is not all capitals.
    """

    shorthand: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    initials: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _stemmer: Stemmer.Stemmer = field(default_factory=lambda: Stemmer.Stemmer("indonesian"))
    _parts: dict[Part, Part] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Reader":
        shorthand: dict[str, tuple[str, ...]] = {}
        initials: dict[str, tuple[str, ...]] = {}
        for line in data_lines("shorthand.txt"):
            written, _, full = line.partition("=")
            meant = initials if written.isupper() else shorthand
            meant[written.strip()] = tuple(full.split())
        fillers = frozenset(word for line in data_lines("fillers.txt") for word in line.split())
        return cls(shorthand, fillers, initials)

    def read(self, text: str) -> Words:
        text = text[:MAX_CHARACTERS]
        surfaces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        fillers, meant = self.fillers, self._meant
        initials = {} if text.isupper() else self.initials
        drawn_out = _DRAWN_OUT.search(text) is not None
        for found in _WORD.finditer(text):
            written = found.group().lower()
            if drawn_out and len(written) > _LONGEST_NUMERAL:
                written = _DRAWN_OUT.sub(r"\1", written)
            for word in initials.get(found.group()) or meant(written):
                if word not in fillers:
                    surfaces.append(word)
                    starts.append(found.start())
                    ends.append(found.end())
            if len(surfaces) >= MAX_WORDS:
                break
        stems = self._stemmer.stemWords(surfaces)
        return Words(text, tuple(surfaces), tuple(stems), tuple(starts), tuple(ends))

    def stem(self, word: str) -> str:
        stem: str = self._stemmer.stemWord(word)
        return stem

    def term(self, term: str, *, as_spelt: bool = False) -> tuple[Part, ...]:
        """The words by which a keyword is looked up; "=" before one asks for its spelling."""
        parts = []
        for piece in term.lower().split():
            exact = as_spelt or piece.startswith("=")
            for written in _WORD.findall(piece):
                kept = (word for word in self._meant(written) if word not in self.fillers)
                parts += [self.part(word, "" if exact else self.stem(word)) for word in kept]
        return tuple(parts)

    def part(self, surface: str, stem: str = "") -> Part:
        """A word of a keyword, always the same object: most words stand in many keywords."""
        part = Part(surface, surface if stem == surface else stem)
        return self._parts.setdefault(part, part)

    def _meant(self, written: str) -> tuple[str, ...]:
        meant = self.shorthand.get(written)
        if meant is not None:
            return meant
        if written.endswith(_TWICE) and len(written) > 4 and written[:-1].isalpha():
            return self._meant(written[:-1])
        if written.endswith("nya") and len(written) > 5 and not written.endswith("tanya"):
            bare = written[:-3]
            return self.shorthand.get(bare, (bare,))
        return (written,)


def data_lines(name: str) -> list[str]:
    """The lines of a data file without comments and blank lines."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [bare for line in lines if (bare := line.partition("#")[0].strip())]
