"""The labelled reports of a file, as the routing measures read them."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.place import Place, RegionCode
from bot.domain.sector import Sector
from bot.routing.router import Router

LEFT_OUT = frozenset({"lain", "pemda_umum", "sekda_umum"})
UNREAD = 1
"""The half whose words nobody reads who writes keywords, so that it may be measured with."""


@dataclass(frozen=True, slots=True)
class Row:
    """A report that went to a known agency; `region` is the kabupaten/kota where it is known."""

    source: str
    agency: str
    sector: Sector
    title: str
    text: str
    region: RegionCode | None

    @property
    def half(self) -> int:
        """0 or 1 by a hash of the text, so that the two halves are the same each time."""
        return hashlib.sha256(f"{self.title}{self.text}".encode()).digest()[0] & 1


def read(path: Path, router: Router) -> list[Row]:
    return list(_rows(path, router))


def _rows(path: Path, router: Router) -> Iterator[Row]:
    home: dict[str, RegionCode | None] = {}
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["sector"] not in LEFT_OUT]
    for source in {line["source"] for line in lines}:
        home[source] = _home([line for line in lines if line["source"] == source], router)
    for line in lines:
        yield Row(
            line["source"],
            line["agency"],
            Sector(line["sector"]),
            line["title"],
            line["text"],
            _region(line, router) or home[line["source"]],
        )


def _region(line: dict[str, str], router: Router) -> RegionCode | None:
    """Where the report is from: its column, else its own words."""
    if line.get("regency"):
        said = router.gazetteer.find(line["regency"]).place
    else:
        said = router.gazetteer.in_text(f"{line['title']}\n{line['text']}").place
    return _regency(said)


def _home(lines: list[dict[str, str]], router: Router) -> RegionCode | None:
    """The one kabupaten/kota in which all the kecamatan of a source lie, if it is one city's."""
    names = sorted({line.get("district") or "" for line in lines})
    if "" in names:
        return None
    regions = router.gazetteer.regions
    lying_in: list[set[RegionCode]] = [
        {region.parent for region in regions if region.name == name and region.parent}
        for name in names
    ]
    counted = sorted(
        ((sum(code in each for each in lying_in), code) for code in set().union(*lying_in)),
        reverse=True,
    )
    return counted[0][1] if counted and counted[0][0] > len(names) / 2 else None


def _regency(place: Place | None) -> RegionCode | None:
    return place.regency if place else None
