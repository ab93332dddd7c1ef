"""Fourteen days of a made-up town: nobody is forgotten, told twice, or left without a clock."""

from pathlib import Path

from bot.routing.router import Router
from tests.measure.year import simulate


async def test_in_two_weeks_nobody_is_forgotten_or_told_twice(tmp_path: Path) -> None:
    found = await simulate(tmp_path, Router.load(), days=14, per_day=25)

    assert found["reports"] == 14 * 25
    assert found["notices"] > found["reports"]
    assert (found["orphans"], found["doubled"], found["skipped"]) == (0, 0, 0)
