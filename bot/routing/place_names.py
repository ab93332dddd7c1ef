"""Finds the names of regions in a text, and what stands before each of them.

Names are looked up written together, so that "Gunung Kidul" and "Gunungkidul" are one. The word
before a name decides what it is worth: "kec. Cibinong" is a kecamatan, "Jalan Bogor" is a street.
Everyday words that are also names ("batu", "puncak") are marked, not dropped: who reads decides.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from bot.domain.correction import DENYING
from bot.domain.place import RegionCode
from bot.routing.catalogue_files import BrokenCatalogue
from bot.routing.normalise import data_lines
from bot.routing.regions import DATA, Level, Region, Regions

MAX_CHARACTERS = 12_000
"""What stands behind this is not read."""

_TOKEN = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*['’`]?")
_JOINS = re.compile(r"[\s\-/.]*")
_LONGEST_NAME = 5
_LONG_ENOUGH_GLUED = 5
_GLUED = "di"
_GLUED_KINDS = ("pemkot", "pemkab", "kota", "kab", "pemda", "dishub", "dinsos", "dinkes", "info")


class Cue(Enum):
    """What the words before a name make of it, as named in place_cues.txt."""

    REGENCY = "regency"
    CITY = "city"
    DISTRICT = "district"
    PROVINCE = "province"
    VILLAGE = "village"
    STREET = "street"
    NAMED = "named"
    HOME = "home"
    WAY = "way"
    AT = "at"
    FACILITY = "facility"
    NONE = "none"


_KINDS = {Cue.REGENCY, Cue.CITY, Cue.DISTRICT, Cue.PROVINCE}
OF_REGIONS = frozenset({*_KINDS, Cue.AT})
_GLUED_CUES = {Cue.REGENCY, Cue.CITY, Cue.DISTRICT, Cue.VILLAGE, Cue.STREET, Cue.AT}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text, where it stands, and whether only space divides it from the last one."""

    key: str
    start: int
    end: int
    capital: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that stands in the text, and the regions that bear it, likely ones first.

    `everyday`: too weak by itself. `stands_out`: capitals in a text that also has small letters.
    `known_for_one`: one region bears it, or one is meant by it unless the text says otherwise.
    """

    words: str
    first: int
    last: int
    regions: tuple[Region, ...]
    cue: Cue
    everyday: bool
    stands_out: bool
    known_for_one: bool


def of_kind(mention: Mention) -> tuple[Region, ...]:
    """The regions of a name that fit the word before it; all when none fits."""
    wanted = [region for region in mention.regions if _fits(region, mention.cue)]
    return tuple(wanted) or mention.regions


def _fits(region: Region, cue: Cue) -> bool:
    if cue is Cue.PROVINCE:
        return region.level is Level.PROVINCE
    if cue is Cue.DISTRICT:
        return region.level is Level.DISTRICT
    if cue is Cue.CITY:
        return region.is_city
    return cue is Cue.REGENCY and region.level is Level.REGENCY and not region.is_city


def _without(mentions: list[Mention], denied: list[Mention]) -> list[Mention]:
    """Take what was denied out of what was said; what follows the denial stands in its place."""
    wrong = {region.code for mention in denied for region in of_kind(mention)}
    left = []
    for mention in mentions:
        if mention in denied or all(region.code in wrong for region in of_kind(mention)):
            continue
        regions = tuple(region for region in mention.regions if region.code not in wrong)
        behind = mention.cue is Cue.NONE and mention.first > denied[0].last
        cue = Cue.AT if behind else mention.cue
        one = mention.known_for_one or len(regions) == 1
        left.append(replace(mention, regions=regions, cue=cue, known_for_one=one))
    return left


def key_of(name: str) -> str:
    """A name as it is compared: lower case, letters and digits only."""
    lower = name.lower()
    return lower if lower.isalnum() else "".join(filter(str.isalnum, lower))


def _split(text: str) -> list[Token]:
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(text[:MAX_CHARACTERS]):
        gap = text[end : found.start()]
        joined = bool(tokens) and _JOINS.fullmatch(gap) is not None and "\n" not in gap
        if joined and "." in gap:
            joined = len(tokens[-1].key) <= 5
        word = found.group()
        tokens.append(Token(key_of(word), found.start(), found.end(), word[0].isupper(), joined))
        end = found.end()
    return tokens


def _run_on(before: Token, after: Token) -> bool:
    """Say whether two words can be one name; parts of two letters ("bs d", "ke tahun") are not."""
    return after.joined and all(
        len(t.key) > 2 or t.key.isdigit() or t.key == "x" for t in (before, after)
    )


class PlaceNames:
    """All names of regions, official and everyday, for looking up in a text."""

    def __init__(
        self,
        regions: Regions,
        nicknames: dict[str, tuple[RegionCode, ...]],
        cues: dict[str, Cue],
        everyday: frozenset[str],
        half_everyday: frozenset[str],
        village_beginnings: tuple[str, ...],
        ordinary: frozenset[str],
    ) -> None:
        self.regions = regions
        self._cues = cues
        self._everyday = everyday
        self._half_everyday = half_everyday
        self._village_beginnings = village_beginnings
        self._ordinary = ordinary
        self._known_for_one = frozenset(nicknames)
        by_name: dict[str, list[Region]] = {}
        for name, codes in nicknames.items():
            by_name[name] = [regions[code] for code in codes]
        for region in sorted(regions, key=lambda r: (r.level, not r.is_city)):
            having = by_name.setdefault(key_of(region.bare), [])
            if region not in having:
                having.append(region)
        self._by_name = {name: tuple(having) for name, having in by_name.items()}
        self._starts = frozenset(name[:4] for name in self._by_name)

    @classmethod
    def load(cls, regions: Regions, folder: Path = DATA) -> "PlaceNames":
        words = [word for line in _lines(folder / "everyday_words.txt") for word in line.split()]
        return cls(
            regions,
            _nicknames(folder / "place_names.csv", regions),
            _cues(folder / "place_cues.txt"),
            frozenset(word for word in words if word.isalpha()),
            frozenset(key_of(word) for word in words if word.endswith("?")),
            tuple(key_of(word) for word in words if word.endswith("*")),
            frozenset(
                word
                for file in ("ordinary.txt", "neutral.txt")
                for line in data_lines(file)
                for word in line.split()
            ),
        )

    def having(self, name: str) -> tuple[Region, ...]:
        """The regions of this name or nickname, likely ones first."""
        return self._by_name.get(key_of(name), ())

    def keys(self) -> tuple[str, ...]:
        return tuple(self._by_name)

    def is_everyday(self, key: str, regions: tuple[Region, ...]) -> bool:
        """Say whether the name alone is too weak: a word, or a name that villages bear too."""
        if key in self._everyday:
            return True
        if key in self._known_for_one or any(r.level is not Level.DISTRICT for r in regions):
            return False
        return len(key) < 5 or key.startswith(self._village_beginnings)

    def is_ordinary(self, key: str) -> bool:
        """Say whether it is a word spelt right, and so no other name misspelt."""
        return key in self._ordinary or key in self._everyday or key in DENYING

    def cue(self, key: str) -> Cue | None:
        """What this word makes of a name behind it."""
        return self._cues.get(key)

    def tokens_of(self, text: str) -> list[Token]:
        """The words of a text, "dibandung", "dikecamatan" and "kotabandung" taken apart."""
        tokens: list[Token] = []
        for token in _split(text):
            rest = self._rest_of_glued(token.key)
            if rest:
                middle = token.end - len(rest)
                tokens.append(replace(token, key=token.key[: -len(rest)], end=middle))
                tokens.append(Token(rest, middle, token.end, text[middle].isupper(), joined=True))
            else:
                tokens.append(token)
        return tokens

    def _rest_of_glued(self, key: str) -> str:
        """What stands behind "di" or, as in the names of accounts, behind "kota" and the like."""
        if key in self._by_name or key in self._cues:
            return ""
        if key.startswith(_GLUED) and self._is_glued(key[2:]):
            return key[2:]
        if not key.startswith(_GLUED_KINDS):
            return ""
        for before in _GLUED_KINDS:
            rest = key.removeprefix(before)
            if rest != key and any(r.level is Level.REGENCY for r in self._by_name.get(rest, ())):
                return rest
        return ""

    def _is_glued(self, rest: str) -> bool:
        if regions := self._by_name.get(rest):
            return len(rest) >= _LONG_ENOUGH_GLUED and not self.is_everyday(rest, regions)
        return self._cues.get(rest) in _GLUED_CUES

    def mentions(self, text: str, tokens: list[Token]) -> list[Mention]:
        """The names in the text from left to right, the longest where several begin.

        A region that the text denies ("bukan Kab. Bogor, tapi Depok") stands nowhere in it.
        """
        found: list[Mention] = []
        mixed = not all(token.capital for token in tokens)
        position = 0
        while position < len(tokens):
            mention = self._mention_at(text, tokens, position, mixed=mixed)
            if mention is None:
                position += 1
            else:
                found.append(mention)
                position = mention.last + 1
        denied = [mention for mention in found if self._is_denied(tokens, mention.first)]
        return _without(found, denied) if denied else found

    def _is_denied(self, tokens: list[Token], first: int) -> bool:
        """Say whether "bukan" stands before the name, or before "di", "kota" and the like there."""
        before = first - 1
        while before >= 0 and self._cues.get(tokens[before].key) in OF_REGIONS:
            before -= 1
        return before >= 0 and tokens[before].key in DENYING

    def _mention_at(
        self, text: str, tokens: list[Token], first: int, *, mixed: bool
    ) -> Mention | None:
        if tokens[first].key in self._cues and not self._is_name_after_cue(tokens, first):
            return None
        longest: tuple[int, str] | None = None
        key = ""
        for last in range(first, min(first + _LONGEST_NAME, len(tokens))):
            if last > first and not _run_on(tokens[last - 1], tokens[last]):
                break
            key += tokens[last].key
            if key in self._by_name:
                longest = last, key
            elif last == first and len(key) >= 4 and key[:4] not in self._starts:
                return None
        if longest is None:
            return None
        last, key = longest
        regions = self._by_name[key]
        cue = self.cue_before(tokens, first)
        if cue not in _KINDS and (behind := self._cue_behind(tokens, last, regions)):
            cue, last = behind, last + 1
        stands_out = mixed and tokens[first].capital
        halfway = key in self._half_everyday and cue is Cue.NONE and not stands_out
        return Mention(
            text[tokens[first].start : tokens[last].end],
            first,
            last,
            regions,
            cue,
            halfway or self.is_everyday(key, regions),
            stands_out,
            len(regions) == 1 or key in self._known_for_one,
        )

    def _cue_behind(
        self, tokens: list[Token], last: int, regions: tuple[Region, ...]
    ) -> Cue | None:
        """Which of twins a word behind their name means ("Malang kab"), if it opens no name."""
        following = last + 1
        cities = {region.is_city for region in regions if region.level is Level.REGENCY}
        if len(cities) == 1 or following >= len(tokens) or not tokens[following].joined:
            return None
        cue = self._cues.get(tokens[following].key)
        if cue not in {Cue.REGENCY, Cue.CITY} or self._is_name_after_cue(tokens, following):
            return None
        opens = following + 1 < len(tokens) and tokens[following + 1].key in self._by_name
        return None if opens and tokens[following + 1].joined else cue

    def _is_name_after_cue(self, tokens: list[Token], position: int) -> bool:
        """A cue word can begin a name ("Simpang Empat", "Kota Agung"), longer than itself.

        "Kota Padang" is the city, though a kecamatan is called so, unless "kec." stands before it.
        """
        following = position + 1
        if following >= len(tokens) or not tokens[following].joined:
            return False
        if tokens[position].key + tokens[following].key not in self._by_name:
            return False
        is_city = self._cues[tokens[position].key] is Cue.CITY and any(
            region.is_city for region in self._by_name.get(tokens[following].key, ())
        )
        return not is_city or self.cue_before(tokens, position) is Cue.DISTRICT

    def cue_before(self, tokens: list[Token], first: int) -> Cue:
        for steps in (1, 2, 3):
            before = first - steps
            if before < 0 or not tokens[before + 1].joined:
                break
            key = tokens[before].key
            cue = self._cues.get(key)
            if cue is Cue.STREET and key == "raya" and before > 0:
                return Cue.STREET
            if cue in _KINDS and before > 0 and self._cues.get(tokens[before - 1].key) is Cue.HOME:
                return Cue.HOME
            if cue is not None:
                return cue
            if not (key.isdigit() or key in {"raya", "no", "nomor", "negeri", "n"}):
                break
        return Cue.NONE


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _cues(path: Path) -> dict[str, Cue]:
    cues = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, words = line.partition(":")
        try:
            cue = Cue(kind.strip())
        except ValueError as error:
            raise BrokenCatalogue(path.name, number, f"there is no kind {kind!r}") from error
        cues.update(dict.fromkeys(words.split(), cue))
    return cues


def _nicknames(path: Path, regions: Regions) -> dict[str, tuple[RegionCode, ...]]:
    nicknames = {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        for row in rows:
            codes = tuple(RegionCode(code) for code in row["codes"].split(";"))
            for code in codes:
                if code not in regions:
                    raise BrokenCatalogue(path.name, rows.line_num, f"there is no region {code!r}")
            nicknames[key_of(row["name"])] = codes
    return nicknames
