"""What is committed while the outbox is being read is not skipped."""

from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
from telegram import Bot

from bot.delivery.lanes import Lanes
from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from bot.sandbox import Person as Citizen
from bot.ui.screen import Screen, dump_screen
from storage.codec import dump
from storage.database import Storage
from storage.stores.outbox import OutboxRow
from tests.support.clock import TurnedClock
from tests.support.gate import Gate
from tests.support.heard import NOW, heard
from tests.support.post import post_office


@pytest.mark.parametrize("told", [True, False], ids=["told which row", "told to look"])
async def test_a_row_committed_while_the_outbox_is_read_arrives_once(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen, told: bool
) -> None:
    chat, urgency, now = ChatId(siti.id), Urgency.ANSWER, clock.now()
    payload = dump({"screen": dump_screen(Screen("dua")), "edit": None, "thread": None})
    gate = Gate(storage)
    async with AsyncExitStack() as stack:
        office = await stack.enter_async_context(post_office(storage, bot, clock))
        await office.put(siti.id, "satu")
        await gate.reached()

        async with storage.unit() as unit:
            await unit.outbox.put(chat, "screen", payload, urgency, now)
        office.delivery.wake(unit.outbox.written if told else ())
        gate.open()
        await office.drained()

        assert heard(siti) == ["satu", "dua"]
        assert await office.waiting() == []


def test_what_waits_for_a_group_that_moved_while_the_outbox_was_read_keeps_its_order() -> None:
    def waiting_in(chat: int, number: int) -> OutboxRow:
        return OutboxRow(number, ChatId(chat), "screen", b"", Urgency.ANSWER, NOW, NOW, tries=0)

    lanes, old, new = Lanes(), -7, -100_7
    lanes.add([waiting_in(old, 1)])
    lane = lanes.lane(ChatId(old))
    in_flight = lanes.start(lane)
    moved = [waiting_in(new, 1), waiting_in(new, 2)]

    lanes.before_reading()
    lanes.empty(lane)
    lanes.arrived(lane, in_flight)
    lanes.mirror(moved, whole=True)
    at_first = lanes.next()
    lanes.before_reading()
    lanes.mirror(moved, whole=True)

    assert at_first is None
    assert lanes.lane(ChatId(new)).rows == moved


def test_what_waits_for_a_group_that_has_moved_does_not_overtake_what_is_in_flight() -> None:
    """The move is committed, and who sent the first row has not been told yet."""
    lanes, old, new = Lanes(), ChatId(-7), ChatId(-100_7)
    rows = [
        OutboxRow(number, old, "screen", b"", Urgency.ANSWER, NOW, NOW, tries=0)
        for number in (1, 2)
    ]
    lanes.add(rows)
    lane = lanes.next()
    assert lane
    lanes.start(lane)

    lanes.before_reading()
    lanes.mirror([replace(row, lane=new) for row in rows], whole=True)

    assert lanes.next() is None
