"""What people are to hear waits until Telegram has taken it, and is never said twice over."""

from datetime import datetime, timedelta
from typing import cast

import pytest

from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from storage.database import Storage
from storage.stores.outbox import OutboxRow
from tests.storage.examples import NOW

SITI, BUDI = ChatId(700), ChatId(800)
SOON = NOW + timedelta(seconds=1.5)


async def put(
    storage: Storage,
    text: str,
    lane: ChatId = SITI,
    urgency: Urgency = Urgency.NOTICE,
    not_before: datetime | None = None,
    merge_key: str | None = None,
) -> int:
    async with storage.unit() as unit:
        await unit.outbox.put(
            lane,
            "screen",
            text.encode(),
            urgency,
            NOW,
            not_before=not_before,
            merge_key=merge_key,
        )
    return unit.outbox.written[-1].id


async def waiting(storage: Storage, now: datetime = NOW, limit: int = 100) -> list[OutboxRow]:
    async with storage.reading() as unit:
        return await unit.outbox.waiting(now, limit)


async def texts(storage: Storage, now: datetime = NOW, limit: int = 100) -> list[str]:
    return [row.payload.decode() for row in await waiting(storage, now, limit)]


async def test_answers_go_before_notices_and_each_chat_in_order(storage: Storage) -> None:
    await put(storage, "budi 1", lane=BUDI)
    await put(storage, "announcement", urgency=Urgency.ANNOUNCEMENT)
    await put(storage, "notice 1")
    await put(storage, "notice 2")
    await put(storage, "answer", urgency=Urgency.ANSWER)

    said = await texts(storage)

    assert said == ["answer", "notice 1", "notice 2", "announcement", "budi 1"]


async def test_a_row_comes_back_as_it_was_put(storage: Storage) -> None:
    row = await put(storage, "halo", not_before=SOON)

    [found] = await waiting(storage, SOON)

    assert found == OutboxRow(
        row, SITI, "screen", b"halo", Urgency.NOTICE, created_at=NOW, not_before=SOON, tries=0
    )


async def test_a_row_for_a_chat_that_is_no_number_is_never_stored(storage: Storage) -> None:
    with pytest.raises(TypeError):
        await put(storage, "halo", lane=cast("ChatId", {}))

    assert await texts(storage) == []


async def test_one_long_lane_keeps_no_other_waiting(storage: Storage) -> None:
    for n in range(5):
        await put(storage, f"siti {n}")
    await put(storage, "budi", lane=BUDI)

    assert await texts(storage, limit=2) == ["siti 0", "budi"]
    assert await texts(storage, limit=3) == ["siti 0", "siti 1", "budi"]


async def test_nothing_is_said_before_its_time(storage: Storage) -> None:
    await put(storage, "later", not_before=SOON)

    async with storage.reading() as unit:
        due = await unit.outbox.next_due(NOW)

    assert due == SOON
    assert await texts(storage, NOW) == []
    assert await texts(storage, SOON) == ["later"]


async def test_an_empty_outbox_is_never_due(storage: Storage) -> None:
    async with storage.reading() as unit:
        assert await unit.outbox.next_due(NOW) is None


async def test_what_is_due_already_hides_nothing_that_is_due_later(storage: Storage) -> None:
    await put(storage, "now")
    await put(storage, "later", not_before=SOON)

    async with storage.reading() as unit:
        due = [await unit.outbox.next_due(now) for now in (NOW, SOON)]

    assert due == [SOON, None]


async def test_an_answer_in_one_chat_comes_before_announcements_in_many(storage: Storage) -> None:
    for n in range(5):
        await put(storage, f"all {n}", lane=ChatId(900 + n), urgency=Urgency.ANNOUNCEMENT)
    await put(storage, "budi 1", lane=BUDI, urgency=Urgency.ANSWER)
    await put(storage, "budi 2", lane=BUDI, urgency=Urgency.ANSWER)

    assert await texts(storage, limit=3) == ["budi 1", "all 0", "all 1"]


async def test_a_newer_state_of_a_card_takes_the_place_of_the_older(storage: Storage) -> None:
    await put(storage, "card, old", merge_key="card:1")
    await put(storage, "other card", merge_key="card:2")
    await put(storage, "card, new", merge_key="card:1", not_before=SOON)

    assert await texts(storage, NOW) == ["other card"]
    assert await texts(storage, SOON) == ["other card", "card, new"]


async def test_a_card_that_changes_while_it_is_sent_is_sent_again(storage: Storage) -> None:
    old = await put(storage, "card, old", merge_key="card:1")
    await waiting(storage)
    new = await put(storage, "card, new", merge_key="card:1")

    async with storage.unit() as unit:
        await unit.outbox.sent(old, NOW, 5)
        failures = await unit.outbox.failed(old, "TimedOut")

    assert old != new
    assert failures == 0
    assert await texts(storage) == ["card, new"]


async def test_a_card_that_was_sent_does_not_swallow_the_next(storage: Storage) -> None:
    first = await put(storage, "card", merge_key="card:1")
    async with storage.unit() as unit:
        await unit.outbox.sent(first, NOW, 5)

    await put(storage, "card again", merge_key="card:1")

    assert await texts(storage) == ["card again"]


async def test_what_was_sent_or_given_up_is_said_no_more_and_swept_later(storage: Storage) -> None:
    sent, lost, left = [await put(storage, text) for text in ("sent", "lost", "left")]

    async with storage.unit() as unit:
        await unit.outbox.sent(sent, NOW, 77)
        await unit.outbox.give_up(lost, "Forbidden", NOW)

        assert [row.id for row in await unit.outbox.waiting(NOW, 10)] == [left]
        assert await unit.outbox.sweep(NOW) == 0
        assert await unit.outbox.sweep(NOW + timedelta(days=7)) == 2
        assert [row.id for row in await unit.outbox.waiting(NOW, 10)] == [left]


async def test_a_delay_holds_a_row_back_and_a_failure_is_counted(storage: Storage) -> None:
    row = await put(storage, "halo")

    async with storage.unit() as unit:
        await unit.outbox.delay(row, SOON)
        tries = [await unit.outbox.failed(row, "TimedOut") for _ in range(2)]

    assert tries == [1, 2]
    assert await texts(storage, NOW) == []
    assert [found.tries for found in await waiting(storage, SOON)] == [2]


async def test_who_blocks_the_bot_is_sent_no_more_and_it_is_known_what(storage: Storage) -> None:
    await put(storage, "notice")
    await put(storage, "answer", urgency=Urgency.ANSWER)
    await put(storage, "for budi", lane=BUDI)

    async with storage.unit() as unit:
        dropped = await unit.outbox.drop_lane(SITI)

    assert [row.payload for row in dropped] == [b"answer", b"notice"]
    assert await texts(storage) == ["for budi"]


async def test_what_waits_for_a_group_waits_for_its_supergroup(storage: Storage) -> None:
    supergroup = ChatId(-1009)
    await put(storage, "card")
    await put(storage, "for budi", lane=BUDI)

    async with storage.unit() as unit:
        await unit.outbox.move_lane(SITI, supergroup)

    assert [(row.lane, row.payload) for row in await waiting(storage)] == [
        (supergroup, b"card"),
        (BUDI, b"for budi"),
    ]
