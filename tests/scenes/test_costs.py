"""The measure of what a complaint costs runs whole, and names what it counts."""

from tests.measure.cost import measured


async def test_three_bots_take_the_same_complaint_in_one_run() -> None:
    figures = await measured(complaints=4, people=2)

    assert set(figures) == {"ours", "ptb", "aiogram", "times_ptb", "times_aiogram"}
    for name in ("ours", "ptb", "aiogram"):
        bot = figures[name]
        assert isinstance(bot, dict)
        assert set(bot) == {"per_s", "cpu_ms", "p99_ms"}
        assert bot["per_s"] > 0
