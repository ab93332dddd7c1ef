"""What Telegram has delivered is kept, once, until it has been dealt with."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from storage.database import Storage
from storage.stores.inbox import InboxRow
from tests.storage.examples import NOW

Delivery = Callable[..., Awaitable[bool]]


@pytest.fixture
def delivered(storage: Storage) -> Delivery:
    async def deliver(update: int, lane: str = "person:1", hours: int = 0) -> bool:
        payload = f"words of update {update}".encode()
        async with storage.unit() as unit:
            row = await unit.inbox.put(update, lane, payload, NOW + timedelta(hours=hours))
            return row is not None

    return deliver


async def waiting(storage: Storage, after: int = 0) -> list[InboxRow]:
    async with storage.reading() as unit:
        return await unit.inbox.waiting(100, after=after)


async def test_updates_wait_in_the_order_in_which_they_came(
    storage: Storage, delivered: Delivery
) -> None:
    for update in (12, 10, 11):
        await delivered(update)

    rows = await waiting(storage)

    assert [row.update_id for row in rows] == [12, 10, 11]
    assert rows[0] == InboxRow(
        rows[0].id, 12, "person:1", b"words of update 12", received_at=NOW, tries=0
    )
    assert await waiting(storage, after=rows[1].id) == rows[2:]


async def test_an_update_that_comes_again_is_known_even_when_it_is_done(
    storage: Storage, delivered: Delivery
) -> None:
    first = await delivered(10)
    again = await delivered(10)
    [row] = await waiting(storage)
    async with storage.unit() as unit:
        await unit.inbox.done(row.id, NOW)
    later = await delivered(10)
    older = await delivered(9)

    assert (first, again, later, older) == (True, False, False, True)
    assert [row.update_id for row in await waiting(storage)] == [9]


async def test_what_was_done_is_emptied_and_after_some_days_forgotten(
    storage: Storage, delivered: Delivery
) -> None:
    await delivered(10)
    await delivered(11)
    rows = await waiting(storage)
    async with storage.unit() as unit:
        await unit.inbox.done(rows[0].id, NOW)

    async with storage.unit() as unit:
        kept = await unit.inbox.sweep(NOW)
        swept = await unit.inbox.sweep(NOW + timedelta(days=7))

    assert (kept, swept) == (0, 1)
    assert await delivered(10)
    assert await waiting(storage) != rows


async def test_a_failure_is_counted_and_the_row_waits_on(
    storage: Storage, delivered: Delivery
) -> None:
    await delivered(10)
    [row] = await waiting(storage)

    async with storage.unit() as unit:
        tries = [await unit.inbox.failed(row.id, "ValueError") for _ in range(2)]

    assert tries == [1, 2]
    assert [row.tries for row in await waiting(storage)] == [2]


async def test_a_parked_row_blocks_nothing_and_keeps_its_words(
    storage: Storage, delivered: Delivery
) -> None:
    await delivered(10)
    await delivered(11)
    rows = await waiting(storage)

    async with storage.unit() as unit:
        await unit.inbox.park(rows[0].id, "ValueError", NOW)
        await unit.inbox.sweep(NOW + timedelta(days=30))

    assert await waiting(storage) == rows[1:]
    async with storage.reading() as unit:
        assert await unit.inbox.parked() == rows[:1]


async def test_held_rows_wait_for_the_persons_word_and_then_come_in_order(
    storage: Storage, delivered: Delivery
) -> None:
    for update in (10, 11, 12):
        await delivered(update, lane="person:1" if update != 11 else "person:2")
    rows = await waiting(storage)
    async with storage.unit() as unit:
        for row in rows:
            await unit.inbox.hold(row.id)
    offered = await waiting(storage)

    async with storage.unit() as unit:
        held = await unit.inbox.held("person:1")
        released = await unit.inbox.release("person:1")

    assert offered == []
    assert held == released == [rows[0], rows[2]] == await waiting(storage)


async def test_a_refusal_empties_what_was_held_of_that_person_alone(
    storage: Storage, delivered: Delivery
) -> None:
    await delivered(10, lane="person:1")
    await delivered(11, lane="person:2")
    async with storage.unit() as unit:
        for row in await unit.inbox.waiting(10):
            await unit.inbox.hold(row.id)

        emptied = await unit.inbox.empty_lane("person:1", NOW)

        assert emptied == 1
        assert await unit.inbox.release("person:1") == []
        assert [row.update_id for row in await unit.inbox.release("person:2")] == [11]


async def test_after_a_day_without_an_answer_what_was_held_is_emptied(
    storage: Storage, delivered: Delivery
) -> None:
    await delivered(10, lane="person:1")
    await delivered(11, lane="person:1", hours=1)
    await delivered(12, lane="person:2", hours=30)
    async with storage.unit() as unit:
        for row in await unit.inbox.waiting(10):
            await unit.inbox.hold(row.id)

        lanes = await unit.inbox.empty_held(NOW + timedelta(hours=24))

        assert lanes == ["person:1"]
        assert await unit.inbox.release("person:1") == []
        assert len(await unit.inbox.release("person:2")) == 1
