"""The complaint that every bot of the measure is told: text, place, accept, file."""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.routing.regions import Level, Regions
from bot.routing.router import Router
from bot.sandbox.people.person import Person

ASKED = "Di mana"
SUGGESTED = "Diteruskan ke"
SUMMED_UP = "Ringkasan"
ACCEPT = "Setuju"
FILE = "Kirim"
FILED = "Nomor:"

PATIENCE = 60.0
_TROUBLES = (
    "Lampu jalan mati sejak kemarin malam",
    "Sampah menumpuk dan berbau, belum diangkut",
    "Jalan berlubang besar, sudah dua orang jatuh",
    "Air PDAM keruh sejak kemarin pagi",
    "Selokan tersumbat, air meluap ke jalan",
)


@dataclass(slots=True)
class Told:
    """One run: how long each answer took, in seconds, and how many complaints have a number."""

    filed: int = 0
    waits: list[float] = field(default_factory=list)


Steps = Callable[[Person, str, str, Told], object]


def complaints() -> Iterator[tuple[str, str]]:
    """A trouble and a place, each pair once, so that no two reports are alike."""
    return zip(itertools.cycle(_TROUBLES), _places(), strict=False)


def _places() -> Iterator[str]:
    """Kecamatan that a citizen can name without being asked which."""
    regions, find = Regions.load(), Router.load().gazetteer.find
    for region in regions:
        if region.level is Level.DISTRICT and region.parent and region.code.startswith("3"):
            words = f"{region.name}, {regions[region.parent].name}"
            found = find(words).place
            if found and found.region == region.code:
                yield words


async def tells_a_rival(person: Person, text: str, place: str, told: Told) -> None:
    """Four updates, four replies."""
    await _after(told, person, lambda: person.says(text), ASKED)
    await _after(told, person, lambda: person.says(place), SUGGESTED)
    await _after(told, person, lambda: person.presses(ACCEPT, timeout=PATIENCE), SUMMED_UP)
    await _after(told, person, lambda: person.presses(FILE, timeout=PATIENCE), FILED)
    told.filed += 1


async def tells_ours(person: Person, text: str, place: str, told: Told) -> None:
    """The same four updates; somebody with an open report is asked whether it is about that one.

    One press accepts the suggestion and files, so the fourth is the press before.
    """
    await _after(told, person, lambda: person.says(text), "yang mana?")
    await _after(told, person, lambda: person.presses("Laporan baru", timeout=PATIENCE), ASKED)
    await _after(told, person, lambda: person.says(place), SUGGESTED)
    await _after(told, person, lambda: person.presses(FILE, timeout=PATIENCE), FILED)
    told.filed += 1


async def first_to_ours(person: Person, text: str, place: str) -> None:
    """Agree, and file the first report, which makes the next ones cost their full four steps."""
    await person.says("/start")
    await person.presses("Setuju", timeout=PATIENCE)
    await person.hears("Ada yang ingin", timeout=PATIENCE)
    await person.says(text)
    await person.hears(ASKED, timeout=PATIENCE)
    await person.says(place)
    await person.hears(SUGGESTED, timeout=PATIENCE)
    await person.presses(FILE, timeout=PATIENCE)
    await person.hears(FILED, timeout=PATIENCE)


async def _after(told: Told, person: Person, act: Callable[[], object], words: str) -> None:
    begun = time.perf_counter()
    doing = act()
    assert hasattr(doing, "__await__")
    await doing
    await person.hears(words, timeout=PATIENCE)
    told.waits.append(time.perf_counter() - begun)
