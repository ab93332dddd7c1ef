"""Telegram's pace with hundreds of messages at once, and a Telegram that was away."""

from tests.measure import outage, pace


async def test_the_pace_is_used_never_crossed_and_receipts_go_first() -> None:
    figures = await pace.paced(250)

    assert pace.broken(figures) == []
    assert figures["refusals"] > 5


async def test_after_an_outage_everything_comes_in_order_and_the_newest_state_last() -> None:
    figures = await outage.outlasted(1, 3)

    assert outage.broken(figures) == []
    assert figures["tried_in_vain"] > 100
