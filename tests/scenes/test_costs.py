"""The measures of what the program costs run whole, and name what they count."""

from tests.measure import start, throughput
from tests.measure.cost import measured


async def test_three_bots_take_the_same_complaint_in_one_run() -> None:
    figures = await measured(complaints=4, people=2, away_ms=10)

    assert set(figures) == {"ours", "ptb", "aiogram", "times_ptb", "times_aiogram"}
    for name in ("ours", "ptb", "aiogram"):
        bot = figures[name]
        assert isinstance(bot, dict)
        assert set(bot) == {"per_s", "cpu_ms", "around_ms", "p99_ms", "queued"}
        assert bot["per_s"] > 0
        assert bot["p99_ms"] > 10
        assert 0 <= bot["queued"] < 1


async def test_a_start_is_timed_to_the_first_answer() -> None:
    figures = await start.measured(times=1, rest=0)

    assert set(figures) == {"new_s", "first_answer_s", "slowest_s", "cpu_s", "memory_mb"}
    assert 0 < figures["cpu_s"] <= figures["first_answer_s"] * 2


async def test_whole_conversations_are_counted_a_second() -> None:
    figures = await throughput.measured(throughput.made_up(6), people=3)

    assert (figures["reports"], figures["filed"], figures["lost"]) == (6, 6, 0)
    assert {"reports_per_s", "p50_ms", "p99_ms", "cpu_ms"} < set(figures)
    assert figures["bot_busy"] > 0
    assert figures["sandbox_busy"] > 0
    assert 0 <= figures["queued"] < 1
