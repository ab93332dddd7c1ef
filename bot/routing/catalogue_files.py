"""Reads the catalogue's data files, and says in which file and line something is wrong."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.agency import Agency, AgencyCode, AgencyKind
from bot.domain.place import RegionCode
from bot.domain.sector import Sector

_SECTORS = {sector.value: sector for sector in Sector}
_SHORT_NAMES = (("Kabupaten ", "Pemkab "), ("Kota ", "Pemkot "), ("Provinsi ", "Pemprov "))
_KINDS = {kind.value: kind for kind in AgencyKind}


class BrokenCatalogue(Exception):
    """A line of a data file that cannot be right."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"{file}, line {line}: {why}")
        self.file = file
        self.line = line
        self.why = why


@dataclass(frozen=True, slots=True)
class National:
    """A national agency as the file has it; `duties` has its main sector first."""

    agency: Agency
    aliases: tuple[str, ...]
    predecessors: tuple[str, ...]
    duties: tuple[Sector, ...]
    overseer: AgencyCode | None


@dataclass(frozen=True, slots=True)
class UnitPattern:
    """A unit that every government of these levels has, or a branch of the national agency `of`.

    `{place}` in the names stands for "Kabupaten Bogor", `{region}` for the bare "Bogor".
    """

    code: str
    of: AgencyCode | None
    levels: frozenset[str]
    name: str
    short: str
    nicknames: tuple[str, ...]
    sectors: tuple[Sector, ...]


@dataclass(frozen=True, slots=True)
class LocalName:
    """A unit that stands only in one place, or bears a name of its own there."""

    code: AgencyCode
    name: str
    short: str
    nicknames: tuple[str, ...]
    sectors: tuple[Sector, ...]


@dataclass(frozen=True, slots=True)
class Government:
    """A local government; `answers_through` is set where another one answers for it (Jakarta)."""

    agency: Agency
    answers_through: AgencyCode | None


@dataclass(frozen=True, slots=True)
class _Row:
    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def words(self, column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.cells[column].split(";") if part.strip())

    def sectors(self) -> tuple[Sector, ...]:
        found = []
        for word in self.words("sectors"):
            if word not in _SECTORS:
                raise self.broken(f"there is no sector {word!r}")
            found.append(_SECTORS[word])
        return tuple(found)

    def kind(self) -> AgencyKind:
        if self["kind"] not in _KINDS:
            raise self.broken(f"there is no kind of agency {self['kind']!r}")
        return _KINDS[self["kind"]]

    def broken(self, why: str) -> BrokenCatalogue:
        return BrokenCatalogue(self.file, self.line, why)


def _rows(path: Path, columns: str) -> Iterator[_Row]:
    wanted = columns.split()
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if reader.fieldnames is None or list(reader.fieldnames) != wanted:
            raise BrokenCatalogue(path.name, 1, f"the columns must be {', '.join(wanted)}")
        for cells in reader:
            row = _Row(path.name, reader.line_num, cells)
            if None in cells or None in cells.values():
                raise row.broken(f"there must be {len(wanted)} columns")
            if not cells["code"] or not cells["name"]:
                raise row.broken("code and name must not be empty")
            key = f"{cells['code']} {cells.get('of', '')} {cells.get('levels', '')}"
            if key in seen:
                raise row.broken(f"the code {cells['code']!r} stands twice")
            seen.add(key)
            yield row


def read_nationals(folder: Path) -> tuple[National, ...]:
    columns = "code kind name short aliases predecessors sectors overseer"
    rows = list(_rows(folder / "agencies_national.csv", columns))
    codes = {row["code"] for row in rows}
    found = []
    for row in rows:
        if row["overseer"] and row["overseer"] not in codes:
            raise row.broken(f"the overseer {row['overseer']!r} has no line of its own")
        agency = Agency(
            AgencyCode(row["code"]), row["name"], row["short"], row.kind(), frozenset(row.sectors())
        )
        if agency.parent and agency.parent not in codes:
            raise row.broken(f"the agency {agency.parent!r} above it has no line of its own")
        overseer = AgencyCode(row["overseer"]) if row["overseer"] else None
        found.append(
            National(
                agency, row.words("aliases"), row.words("predecessors"), row.sectors(), overseer
            )
        )
    return tuple(found)


def read_governments(folder: Path) -> tuple[Government, ...]:
    found = []
    for row in _rows(folder / "local_governments.csv", "code kind name answers_through"):
        through = AgencyCode(row["answers_through"]) if row["answers_through"] else None
        code = AgencyCode(f"{through}/{row['code']}" if through else row["code"])
        short = row["name"].removeprefix("Pemerintah ")
        for long, cut in (
            ("Kabupaten ", "Pemkab "),
            ("Kota ", "Pemkot "),
            ("Provinsi ", "Pemprov "),
        ):
            if short.startswith(long):
                short = cut + short.removeprefix(long)
        agency = Agency(
            code,
            row["name"],
            short,
            AgencyKind.UNIT if through else row.kind(),
            frozenset({Sector.LOCAL_GOVERNMENT}),
            RegionCode(row["code"]),
        )
        found.append(Government(agency, through))
    return tuple(found)


def read_units(folder: Path) -> tuple[UnitPattern, ...]:
    columns = "code of levels name short nicknames sectors"
    return tuple(
        UnitPattern(
            row["code"],
            AgencyCode(row["of"]) if row["of"] else None,
            frozenset(row["levels"].split()),
            row["name"],
            row["short"],
            row.words("nicknames"),
            row.sectors(),
        )
        for row in _rows(folder / "local_units.csv", columns)
    )


def read_local_names(folder: Path) -> tuple[LocalName, ...]:
    columns = "code name short nicknames sectors"
    return tuple(
        LocalName(
            AgencyCode(row["code"]),
            row["name"],
            row["short"],
            row.words("nicknames"),
            row.sectors(),
        )
        for row in _rows(folder / "local_exceptions.csv", columns)
    )
