"""The process that serves leaves what stays out of its search for garbage, and still finds some."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from bot import process


class Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector() -> Iterator[None]:
    usual = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*usual)


@pytest.mark.usefixtures("collector")
def test_what_was_there_at_the_start_is_not_looked_through_again() -> None:
    process.begin()
    stays = [[number] for number in range(1000)]

    process.settle()

    assert gc.get_freeze_count() > len(stays)


@pytest.mark.usefixtures("collector")
def test_what_comes_later_and_is_dropped_is_found() -> None:
    process.begin()
    process.settle()
    cycle = Cycle()
    dropped = weakref.ref(cycle)

    del cycle
    for _ in range(2):
        _kept = [[number] for number in range(gc.get_threshold()[0] + 1)]

    assert dropped() is None
