"""Fourteen days of a made-up town: nobody is forgotten, told twice, or left without a clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId
from bot.domain.report import ReportId
from bot.routing.router import Router
from tests.measure.year import simulate
from tests.support.town import Heard


async def test_in_two_weeks_nobody_is_forgotten_or_told_twice(tmp_path: Path) -> None:
    found = await simulate(tmp_path, Router.load(), days=14, per_day=25)

    assert found["reports"] == 14 * 25
    assert found["notices"] > found["reports"]
    assert (found["orphans"], found["doubled"], found["skipped"]) == (0, 0, 0)


def test_what_is_heard_twice_is_counted_unless_the_reporter_made_the_clock_run_anew() -> None:
    heard = Heard()
    monday = datetime(2026, 1, 5, 9, tzinfo=UTC)
    warned = Notice(NoticeKind.WARNED, ChatId(1), ReportId(7), about="settle-101>2026-01-04")

    heard.hear(warned, monday, monday.date())
    heard.unsolved[7] = [monday + timedelta(hours=2)]
    heard.hear(warned, monday + timedelta(hours=2), monday.date())
    by_right = heard.doubled
    heard.hear(warned, monday + timedelta(hours=3), monday.date())

    assert by_right == 0
    assert heard.doubled == 2
    assert len(heard.stories) == 2
