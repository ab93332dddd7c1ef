"""Everyday sentences on every duty, the national ones above all, and the agency of each.

`everyday.csv` holds sentences as people type them, misspelt and colloquial, written for this test.
A code that ends in a slash stands for the office at the reporter's place.
"""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from bot.domain.place import Place, RegionCode
from bot.domain.sector import Sector
from bot.routing.router import Router

HERE = Place("Kabupaten Brebes", RegionCode("33.29"))


def sentences() -> dict[str, list[str]]:
    """The sentences of each agency."""
    found = defaultdict(list)
    path = Path(__file__).parent / "everyday.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            found[line["agency"]].append(line["sentence"])
    return found


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


@pytest.mark.parametrize(("agency", "said"), sentences().items())
def test_what_people_say_of_an_agencys_duties_reaches_it(
    router: Router, agency: str, said: list[str]
) -> None:
    reached = {sentence: router.route("", sentence, HERE).best for sentence in said}

    assert {
        sentence: best.agency.code if best else None
        for sentence, best in reached.items()
        if best is None or best.agency.code != agency
    } == {}


def test_who_names_a_national_agency_is_led_to_it(router: Router) -> None:
    """Also those without a sector of their own; three letters mean other things too."""
    agencies = {each for sector in Sector for each in router.catalogue.nationals_for(sector)}
    named = {
        name: each.code for each in agencies for name in (each.name, each.short) if len(name) > 3
    }
    best = {
        name: router.route("", f"Saya mau mengadu soal pelayanan {name}").best for name in named
    }

    led = {name: found.agency.code if found else None for name, found in best.items()}
    assert {name: code for name, code in led.items() if code != named[name]} == {}
