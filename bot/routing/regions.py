"""The provinces, kabupaten/kota and kecamatan of the country, with the centre of each."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from bot.domain.place import Place, RegionCode

DATA = Path(__file__).parent / "data"

_PREFIXES = (
    ("Kabupaten Administrasi ", "Kab. "),
    ("Kota Administrasi ", "Kota "),
    ("Kabupaten ", "Kab. "),
    ("Kota ", "Kota "),
)


class Level(IntEnum):
    """How deep in the tree of regions; the value is the number of parts of the code."""

    PROVINCE = 1
    REGENCY = 2
    DISTRICT = 3


@dataclass(frozen=True, slots=True)
class Region:
    """A region of Kepmendagri 300.2.2-2430/2025; the centre is in degrees."""

    code: RegionCode
    name: str
    latitude: float
    longitude: float

    @property
    def level(self) -> Level:
        return Level(self.code.count(".") + 1)

    @property
    def parent(self) -> RegionCode | None:
        head, dot, _ = self.code.rpartition(".")
        return RegionCode(head) if dot else None

    @property
    def is_city(self) -> bool:
        return self.level is Level.REGENCY and self.name.startswith("Kota ")

    @property
    def bare(self) -> str:
        """The name without what kind of region it is: "Bogor" of "Kabupaten Bogor"."""
        if self.level is Level.REGENCY:
            for prefix, _ in _PREFIXES:
                if self.name.startswith(prefix):
                    return self.name.removeprefix(prefix)
        return self.name

    @property
    def short(self) -> str:
        """As people read it: "Kec. Cibinong", "Kab. Bogor", "Prov. Jawa Barat"."""
        if self.level is Level.PROVINCE:
            return f"Prov. {self.name}"
        if self.level is Level.DISTRICT:
            return f"Kec. {self.name}"
        for prefix, short in _PREFIXES:
            if self.name.startswith(prefix):
                return short + self.name.removeprefix(prefix)
        return self.name


class Regions:
    """All regions by their code, in the order of the codes."""

    def __init__(self, regions: list[Region]) -> None:
        self._by_code = {region.code: region for region in regions}
        self._children: dict[RegionCode, list[Region]] = {}
        for region in regions:
            if parent := region.parent:
                self._children.setdefault(parent, []).append(region)

    @classmethod
    def load(cls) -> "Regions":
        with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            return cls(
                [
                    Region(RegionCode(code), name, float(latitude), float(longitude))
                    for code, name, latitude, longitude in rows
                ]
            )

    def __iter__(self) -> Iterator[Region]:
        return iter(self._by_code.values())

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __getitem__(self, code: RegionCode) -> Region:
        return self._by_code[code]

    def get(self, code: RegionCode | None) -> Region | None:
        return self._by_code.get(code) if code else None

    def children(self, code: RegionCode) -> tuple[Region, ...]:
        return tuple(self._children.get(code, ()))

    def label(self, code: RegionCode) -> str:
        """As people read it, with the kabupaten/kota behind a kecamatan."""
        region = self._by_code[code]
        if region.level is Level.DISTRICT and region.parent:
            return f"{region.short}, {self._by_code[region.parent].short}"
        return region.short

    def place(self, code: RegionCode, words: str = "") -> Place:
        return Place(self.label(code), region=code, words=words)
