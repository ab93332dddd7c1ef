"""A load for a while, and a burst."""

from tests.measure import soak


async def test_a_load_and_a_burst_lose_nothing_and_leave_nothing() -> None:
    figures = await soak.soaked(4, 25, 60)

    assert soak.broken(figures) == []
    assert figures["filed"] > 10
