"""Telegram's pace, kept by a clock that stands still until it is turned."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

import pytest

from bot.domain.people import ChatId
from bot.pace import NoPace, Pace
from tests.support.clock import TurnedClock

GROUP = ChatId(-1001)
SITI = ChatId(7)


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(datetime(2026, 3, 2, 8, tzinfo=UTC))


async def sent_within(
    seconds: float, clock: TurnedClock, pace: Pace, next_chat: Callable[[], ChatId]
) -> list[float]:
    """Send as fast as the pace lets one, and say at which second each message went."""
    start, moments = clock.now(), []
    while (passed := (clock.now() - start).total_seconds()) <= seconds:
        chat = next_chat()
        wait = max(pace.overall(), pace.chat(chat))
        if wait:
            await clock.turn(wait)
            continue
        pace.spend(chat)
        moments.append(passed)
    return moments


def most_in_any(window: float, moments: list[float]) -> int:
    return max(sum(1 for m in moments if begin <= m < begin + window) for begin in moments)


async def test_no_second_ever_holds_more_than_thirty_messages(clock: TurnedClock) -> None:
    chats = count(1)

    moments = await sent_within(4, clock, Pace(clock), lambda: ChatId(next(chats)))

    assert most_in_any(1.0, moments) == 30
    assert len(moments) >= 4 * 28


async def test_three_processes_together_stay_within_what_one_may_send(clock: TurnedClock) -> None:
    chats = count(1)
    three = [Pace(clock) for _ in range(3)]
    for pace in three:
        pace.share(3)

    moments: list[float] = []
    start = clock.now()
    while (passed := (clock.now() - start).total_seconds()) <= 4:
        ready = [pace for pace in three if not pace.overall()]
        if not ready:
            await clock.turn(min(pace.overall() for pace in three))
            continue
        ready[0].spend(ChatId(next(chats)))
        moments.append(passed)

    assert most_in_any(1.0, moments) == 30
    assert len(moments) >= 4 * 28


async def test_who_has_spent_its_pace_does_not_get_it_anew_when_another_comes(
    clock: TurnedClock,
) -> None:
    pace = Pace(clock)
    pace.spend(SITI, 20)

    pace.share(2)

    assert pace.overall() > 0


async def test_a_chat_hears_three_at_once_and_then_one_a_second(clock: TurnedClock) -> None:
    moments = await sent_within(5, clock, Pace(clock), lambda: SITI)

    assert [round(m, 2) for m in moments] == [0, 0, 0, 1.04, 2.08, 3.12, 4.16]


async def test_no_minute_of_a_group_ever_holds_more_than_twenty(clock: TurnedClock) -> None:
    moments = await sent_within(180, clock, Pace(clock), lambda: GROUP)

    assert most_in_any(60.0, moments) == 20
    assert len(moments) >= 3 * 19


async def test_a_busy_group_does_not_slow_a_private_chat(clock: TurnedClock) -> None:
    pace = Pace(clock)

    pace.spend(GROUP, 20)

    assert pace.chat(GROUP) > 0
    assert pace.chat(SITI) == 0


async def test_an_album_counts_as_many_as_it_holds(clock: TurnedClock) -> None:
    pace = Pace(clock)

    pace.spend(SITI, 10)

    assert pace.chat(SITI) == pytest.approx(8 * 1.04)
    assert pace.overall(20) == 0
    assert pace.overall(21) == pytest.approx(1.04)


async def test_an_album_larger_than_the_bucket_goes_when_the_bucket_is_full(
    clock: TurnedClock,
) -> None:
    pace = Pace(clock)
    pace.spend(SITI)

    await clock.turn(pace.chat(SITI, 10))

    assert pace.chat(SITI, 10) == 0


async def test_thousands_of_chats_are_forgotten_once_they_are_idle(clock: TurnedClock) -> None:
    pace = Pace(clock)
    for number in range(1, 5000):
        pace.spend(ChatId(number))
        await clock.turn(0.05) if number % 100 == 0 else None

    pace.spend(SITI, 3)

    assert pace.chat(SITI) > 0
    assert len(pace._buckets) < 4200


async def test_without_a_pace_nothing_waits() -> None:
    pace = NoPace()

    pace.spend(SITI, 1000)

    assert pace.overall(10) == pace.chat(SITI, 10) == 0
