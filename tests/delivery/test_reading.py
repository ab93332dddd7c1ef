"""What is committed while the outbox is being read is not skipped."""

from contextlib import AsyncExitStack

import pytest
from telegram import Bot

from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from bot.sandbox import Person as Citizen
from bot.ui.screen import Screen, dump_screen
from storage.codec import dump
from storage.database import Storage
from storage.stores.outbox import OutboxRow
from tests.support.clock import TurnedClock
from tests.support.gate import Gate
from tests.support.heard import heard
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
            number = await unit.outbox.put(chat, "screen", payload, urgency, now)
        row = OutboxRow(number, chat, "screen", payload, urgency, now, now, tries=0)
        office.delivery.wake((row,) if told else ())
        gate.open()
        await office.drained()

        assert heard(siti) == ["satu", "dua"]
        assert await office.waiting() == []
