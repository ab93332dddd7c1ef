"""Facts that are put into words only when they are sent."""

import asyncio

from telegram import Bot

from bot.delivery import Rendered
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId
from bot.sandbox import Person as Citizen
from bot.ui.screen import Screen
from storage.database import Storage
from storage.unit import Unit
from tests.support.clock import TurnedClock
from tests.support.heard import NOW, answer_for, heard, known, stored, told
from tests.support.post import PostOffice, post_office


async def test_an_answer_that_arrived_is_marked_delivered(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    answer = await answer_for(storage, await known(storage, siti))

    await office.tell(told(answer, siti))
    await office.drained()

    assert (await stored(storage, answer)).delivered_at == NOW


async def test_a_notice_with_nothing_to_say_any_more_is_done(
    office: PostOffice, siti: Citizen
) -> None:
    await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id), about="over"))

    await office.drained()

    assert heard(siti) == []
    assert await office.waiting() == []


async def test_a_notice_that_cannot_be_put_into_words_is_given_up_and_blocks_nothing(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen
) -> None:
    async def render(notice: Notice, _: Unit) -> Rendered:
        if notice.about == "broken":
            raise KeyError("no such sentence")
        return Rendered((Screen(notice.about),))

    async with post_office(storage, bot, clock, render=render) as office:
        await office.tell(Notice(NoticeKind.TAKEN, ChatId(siti.id), about="broken"))
        await office.tell(Notice(NoticeKind.TAKEN, ChatId(siti.id), about="baik"))
        for _ in range(3):
            await office.drained()
            await clock.turn(2)
        await office.drained()

        assert heard(siti) == ["baik"]
        assert await office.waiting() == []


async def test_a_card_that_changes_while_it_is_being_sent_is_sent_again(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen
) -> None:
    being_sent, changed = asyncio.Event(), asyncio.Event()
    state = ["lama"]

    async def render(_notice: Notice, _unit: Unit) -> Rendered:
        screen = Screen(state[0])
        being_sent.set()
        await changed.wait()
        return Rendered((screen,))

    async with post_office(storage, bot, clock, render=render) as office:
        await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id)))
        await being_sent.wait()
        state[0] = "baru"
        await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id)))
        changed.set()
        await office.drained()

    assert heard(siti)[-1] == "baru"
