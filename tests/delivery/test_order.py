"""Which message goes when: in order for each chat, side by side for all, at Telegram's pace."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot

from bot.delivery import Delivery
from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from bot.pace import NoPace, Pace
from bot.sandbox import Person as Citizen
from bot.sandbox import Sandbox, SystemClock
from bot.telegram.outgoing import Outgoing
from storage.database import Storage
from tests.support.clock import TurnedClock
from tests.support.heard import heard, until_drained
from tests.support.post import Letterbox, PostOffice, bot_for, in_words, post_office


class Watched(Outgoing):
    """Counts how many requests are under way at once, in all and for each chat."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self.under_way: Counter[ChatId] = Counter()
        self.most_for_a_chat = 0
        self.most_in_all = 0

    async def show(self, chat: ChatId, *args: Any, **named: Any) -> int | None:
        self.under_way[chat] += 1
        self.most_for_a_chat = max(self.most_for_a_chat, self.under_way[chat])
        self.most_in_all = max(self.most_in_all, self.under_way.total())
        try:
            return await super().show(chat, *args, **named)
        finally:
            self.under_way[chat] -= 1


async def test_a_chat_hears_everything_in_the_order_in_which_it_was_written(
    office: PostOffice, siti: Citizen
) -> None:
    for number in range(20):
        await office.put(siti.id, f"nomor {number}")

    await office.drained()

    assert heard(siti) == [f"nomor {number}" for number in range(20)]
    assert await office.waiting() == []


async def test_answers_go_before_notices_and_notices_before_announcements(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen
) -> None:
    letterbox = Letterbox(storage, clock)
    await letterbox.put(siti.id, "pengumuman", urgency=Urgency.ANNOUNCEMENT)
    await letterbox.put(siti.id, "kabar 1", urgency=Urgency.NOTICE)
    await letterbox.put(siti.id, "kabar 2", urgency=Urgency.NOTICE)
    await letterbox.put(siti.id, "jawaban", urgency=Urgency.ANSWER)

    async with post_office(storage, bot, clock) as office:
        await office.drained()

    assert heard(siti) == ["jawaban", "kabar 1", "kabar 2", "pengumuman"]


async def test_chats_are_served_side_by_side_and_each_by_one_request_at_a_time(
    storage: Storage, bot: Bot, clock: TurnedClock, sandbox: Sandbox
) -> None:
    letterbox = Letterbox(storage, clock)
    people = [sandbox.person(f"Warga {number}") for number in range(12)]
    for person in people:
        await person.says("halo")
        for number in range(4):
            await letterbox.put(person.id, f"nomor {number}")
    watched = Watched(bot)

    async with post_office(storage, bot, clock, outgoing=watched) as office:
        await office.drained()

    assert watched.most_for_a_chat == 1
    assert watched.most_in_all > 4
    assert all(heard(person) == [f"nomor {n}" for n in range(4)] for person in people)


async def test_what_waited_before_the_start_is_found_again(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen
) -> None:
    await Letterbox(storage, clock).put(siti.id, "masih ingat")

    async with post_office(storage, bot, clock) as office:
        await office.drained()

    assert heard(siti) == ["masih ingat"]


async def test_more_rows_than_are_read_at_once_all_arrive(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen, budi: Citizen
) -> None:
    letterbox = Letterbox(storage, clock)
    for number in range(520):
        await letterbox.put(siti.id, f"{number}", urgency=Urgency.ANNOUNCEMENT)
    await letterbox.put(budi.id, "giliran saya")

    async with post_office(storage, bot, clock) as office:
        await office.drained()

    assert heard(siti) == [f"{number}" for number in range(520)]
    assert heard(budi) == ["giliran saya"]


async def test_a_row_for_later_is_not_sent_before_its_time(
    office: PostOffice, clock: TurnedClock, siti: Citizen
) -> None:
    await office.put(siti.id, "album", not_before=clock.now() + timedelta(seconds=1.5))

    await office.drained()
    too_early = heard(siti)
    await clock.turn(1.5)
    await office.drained()

    assert too_early == []
    assert heard(siti) == ["album"]


async def test_telegram_never_has_to_ask_for_patience(storage: Storage, clock: TurnedClock) -> None:
    async with Sandbox(clock=clock, pace=True) as sandbox, bot_for(sandbox) as bot:
        siti = sandbox.person("Siti")
        await siti.says("halo")
        group = sandbox.group("Dinas", members=[siti])
        await group.adds_bot(siti)
        people = [sandbox.person(f"Warga {number}") for number in range(40)]
        for person in people:
            await person.says("halo")
        with structlog.testing.capture_logs() as logs:
            async with post_office(storage, bot, clock, pace=Pace(clock)) as office:
                for number in range(6):
                    await office.put(siti.id, f"{number}")
                for number in range(22):
                    await office.put(group.id, f"{number}", urgency=Urgency.NOTICE)
                for person in people:
                    await office.put(person.id, "kabar", urgency=Urgency.NOTICE)

                await until_drained(office, clock)

        assert logs == []
        assert heard(siti) == [f"{number}" for number in range(6)]
        assert [m.text for m in group.messages] == [f"{number}" for number in range(22)]
        assert all(heard(person) == ["kabar"] for person in people)


async def test_stopping_lets_what_is_in_flight_arrive_and_be_written_down(
    storage: Storage, bot: Bot, siti: Citizen
) -> None:
    clock = SystemClock()
    delivery = Delivery(storage, Outgoing(bot), in_words, clock, NoPace(), structlog.get_logger())
    letterbox = Letterbox(storage, clock)
    for number in range(30):
        await letterbox.put(siti.id, f"{number}")

    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(delivery.run())
        await siti.hears("3")
        delivery.stop()

    arrived = heard(siti)
    assert len(arrived) + len(await letterbox.waiting()) == 30
    assert arrived == [f"{number}" for number in range(len(arrived))]
