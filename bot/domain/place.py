"""Where something happened: a pin, words, and the region they fall in."""

from dataclasses import dataclass
from typing import NewType

RegionCode = NewType("RegionCode", str)
"""Code of Kepmendagri: "32" province, "32.01" kabupaten/kota, "32.01.01" kecamatan."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place as far as it is known.

    `label` is what people read ("Kec. Cibinong, Kab. Bogor"); `words` is what the reporter wrote.
    `region` is the narrowest region that is certain.
    """

    label: str
    region: RegionCode | None = None
    pin: Pin | None = None
    words: str = ""

    @property
    def province(self) -> RegionCode | None:
        return self._part(1)

    @property
    def regency(self) -> RegionCode | None:
        return self._part(2)

    @property
    def district(self) -> RegionCode | None:
        return self._part(3)

    def _part(self, length: int) -> RegionCode | None:
        parts = self.region.split(".") if self.region else []
        return RegionCode(".".join(parts[:length])) if len(parts) >= length else None
