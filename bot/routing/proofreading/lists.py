"""The lists of agencies, regions and places: what stands in one must stand in the others."""

import gzip
from collections.abc import Collection
from string import Formatter

from bot.domain.sector import Sector
from bot.routing import catalogue_files
from bot.routing.catalogue_files import UnitPattern
from bot.routing.proofreading.copy import SECTORS, Copy, number

LEVELS = frozenset({"kabupaten", "kota", "provinsi", "jakarta", "jakarta_kota"})
_NORTH, _SOUTH, _WEST, _EAST = 7.0, -12.0, 94.0, 142.0
_DISTRICT = 2
"""Points in the code of a kecamatan."""


def categories(copy: Copy) -> None:
    for where, row in copy.rows("categories.csv", "head entry sector words"):
        copy.known(where, "sector", row["sector"], SECTORS)


def nationals(copy: Copy) -> frozenset[str]:
    """The codes of the national agencies."""
    name = "agencies_national.csv"
    columns = "code kind name short aliases predecessors sectors overseer"
    codes = set()
    for where, row in copy.rows(name, columns):
        codes.add(row["code"])
        copy.has_sectors(where, row)
    copy.loads(name, catalogue_files.read_nationals)
    return frozenset(codes)


def units(copy: Copy, nationals: Collection[str]) -> tuple[UnitPattern, ...]:
    name = "local_units.csv"
    for where, row in copy.rows(name, "code of levels name short nicknames sectors"):
        for level in row["levels"].split() or [""]:
            copy.known(where, "level", level, LEVELS)
        if row["of"]:
            copy.known(where, "agency", row["of"], nationals)
        copy.has_sectors(where, row)
        for placeholder in (*_placeholders(row["name"]), *_placeholders(row["short"])):
            copy.known(where, "placeholder", placeholder, ("place", "region"))
    return copy.loads(name, catalogue_files.read_units)


def _placeholders(pattern: str) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(pattern) if name is not None]
    except ValueError:
        return [pattern]


def governments(copy: Copy, regions: Collection[str]) -> None:
    name = "local_governments.csv"
    having = set()
    for where, row in copy.rows(name, "code kind name answers_through"):
        if copy.known(where, "region", row["code"], regions):
            having.add(row["code"])
        if row["answers_through"]:
            copy.known(where, "region", row["answers_through"], regions)
    if having:
        for code in sorted(regions):
            if code.count(".") < _DISTRICT and code not in having:
                copy.wrong(name, f"the region {code} of regions.csv has no government: add a line")
    copy.loads(name, catalogue_files.read_governments)


def exceptions(copy: Copy, regions: Collection[str], nationals: Collection[str]) -> set[Sector]:
    """Units that stand in one place only; says what they answer for."""
    name = "local_exceptions.csv"
    for where, row in copy.rows(name, "code name short nicknames sectors"):
        head, slash, unit = row["code"].partition("/")
        if not slash or not unit:
            copy.wrong(where, f'the code {row["code"]!r} must be "region/unit" or "agency/region"')
        elif head in nationals:
            copy.known(where, "region", unit, regions)
        elif regions and nationals:
            copy.known(where, "region or agency", head, {*regions, *nationals})
        copy.has_sectors(where, row)
    found = copy.loads(name, catalogue_files.read_local_names)
    return {sector for each in found for sector in each.sectors}


def regions(copy: Copy) -> frozenset[str]:
    found: set[str] = set()
    for where, row in copy.rows("regions.csv", "code name latitude longitude"):
        code = row["code"]
        if code in found:
            copy.wrong(where, f"the code {code!r} stands twice")
        parent = code.rpartition(".")[0]
        if parent and parent not in found:
            copy.wrong(where, f"the region {parent!r} that it lies in has no line above it")
        latitude, longitude = number(row["latitude"]), number(row["longitude"])
        if latitude is None or longitude is None:
            copy.wrong(where, "latitude and longitude must be numbers like -6.4816")
        elif not (_SOUTH < latitude < _NORTH and _WEST < longitude < _EAST):
            copy.wrong(where, f"{latitude}, {longitude} does not lie in Indonesia")
        found.add(code)
    return frozenset(found)


def place_names(copy: Copy, regions: Collection[str]) -> None:
    for where, row in copy.rows("place_names.csv", "name codes stands_for"):
        for code in row["codes"].split(";"):
            copy.known(where, "region", code, regions)


def outlines(copy: Copy) -> None:
    name = "regency_polygons.jsonl.gz"
    try:
        gzip.decompress((copy.folder / name).read_bytes())
    except (OSError, EOFError):
        copy.wrong(name, "the file is missing or damaged: bring it back from the release")
