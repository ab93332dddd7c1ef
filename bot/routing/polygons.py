"""Which kabupaten/kota a point lies in, by the outlines of all of them.

An outline is a set of rings read by the even-odd rule, so that holes and islands come out right.
The file is opened with the first pin; an outline is taken apart when a pin falls in its box.
"""

import gzip
import json
import re
from array import array
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.place import Pin, RegionCode
from bot.routing.regions import DATA

_HEAD = re.compile(
    rb'"code":"(?P<code>[\d.]+)".*?"bbox":\[(?P<box>[-\d.,]+)\]',
)


@dataclass(slots=True)
class _Outline:
    """An outline: its box in degrees (south, west, north, east), and its rings once taken apart."""

    code: RegionCode
    south: float
    west: float
    north: float
    east: float
    line: bytes | None
    rings: "list[tuple[array[float], array[float]]]" = field(default_factory=list)

    def in_box(self, pin: Pin, margin: float = 0.0) -> bool:
        return (
            self.south - margin <= pin.latitude <= self.north + margin
            and self.west - margin <= pin.longitude <= self.east + margin
        )

    def take_apart(self) -> None:
        if self.line is not None:
            for ring in json.loads(self.line)["rings"]:
                self.rings.append(
                    (array("f", [p[0] for p in ring]), array("f", [p[1] for p in ring]))
                )
            self.line = None

    def contains(self, pin: Pin) -> bool:
        self.take_apart()
        inside = False
        for latitudes, longitudes in self.rings:
            inside ^= _odd_crossings(latitudes, longitudes, pin)
        return inside

    def distance_squared(self, pin: Pin) -> float:
        """To the nearest corner of the outline, in square degrees."""
        self.take_apart()
        return min(
            (
                (latitude - pin.latitude) ** 2 + (longitude - pin.longitude) ** 2
                for latitudes, longitudes in self.rings
                for latitude, longitude in zip(latitudes, longitudes, strict=True)
            ),
            default=float("inf"),
        )


class Polygons:
    """The outlines of all kabupaten/kota."""

    def __init__(self, file: Path = DATA / "regency_polygons.jsonl.gz") -> None:
        self._file = file
        self._outlines: list[_Outline] | None = None

    def regency_at(self, pin: Pin, reach: float = 0.05) -> RegionCode | None:
        """The kabupaten/kota of a point; within `reach` degrees of a coast, the nearest one."""
        if self._outlines is None:
            self._outlines = self._open()
        for outline in self._outlines:
            if outline.in_box(pin) and outline.contains(pin):
                return outline.code
        near = [outline for outline in self._outlines if outline.in_box(pin, reach)]
        distances = [(outline.distance_squared(pin), outline.code) for outline in near]
        distance, code = min(distances, default=(float("inf"), None))
        return code if distance <= reach**2 else None

    def _open(self) -> list[_Outline]:
        outlines = []
        for line in gzip.decompress(self._file.read_bytes()).splitlines():
            head = _HEAD.search(line)
            if head is None:
                raise ValueError(f"{self._file.name}: a line without code and bbox")
            south, west, north, east = map(float, head["box"].split(b","))
            code = RegionCode(head["code"].decode())
            outlines.append(_Outline(code, south, west, north, east, line))
        return outlines


def _odd_crossings(latitudes: "array[float]", longitudes: "array[float]", pin: Pin) -> bool:
    """Count how often a ray from the point crosses the ring; odd is inside."""
    odd = False
    before_latitude, before_longitude = latitudes[-1], longitudes[-1]
    for latitude, longitude in zip(latitudes, longitudes, strict=True):
        if (latitude > pin.latitude) != (before_latitude > pin.latitude):
            slope = (before_longitude - longitude) / (before_latitude - latitude)
            if pin.longitude < longitude + slope * (pin.latitude - latitude):
                odd = not odd
        before_latitude, before_longitude = latitude, longitude
    return odd
