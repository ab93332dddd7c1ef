"""Topics on the way: never a lost card, whatever Telegram does while its topic is made."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from telegram import Bot

from bot.delivery import Rendered
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId, Group, Lack, Role
from bot.domain.report import ReportId
from bot.sandbox import Group as SandboxGroup
from bot.sandbox import Person as Citizen
from bot.sandbox import Sandbox
from bot.ui.screen import Screen, Slot, TopicWish
from storage.database import Storage
from storage.unit import Unit
from tests.storage.examples import BOGOR_TRANSPORT, a_report
from tests.support.clock import TurnedClock
from tests.support.heard import NOW, known
from tests.support.post import PostOffice, post_office

SUBJECT = "report:1"
GONE = "gone"


async def in_its_topic(notice: Notice, unit: Unit) -> Rendered | None:
    """A card that wishes for a topic, as it is known by now."""
    made = await unit.topics.of(notice.chat, SUBJECT)
    wish = TopicWish(SUBJECT, "LPR-7K3M", made.thread if made else None, closable=True)
    if notice.about == GONE:
        wish = replace(wish, name="tidak di sini lagi", renames=True, closes=True)
        return Rendered((Screen("dialihkan"),), thread=wish.thread, topic=wish)
    card = Screen("kartu", slot=Slot.CARD, report=notice.report, pinned=True)
    return Rendered((card,), thread=wish.thread, topic=wish)


@pytest.fixture
async def office(storage: Storage, bot: Bot, clock: TurnedClock) -> AsyncIterator[PostOffice]:
    async with post_office(storage, bot, clock, render=in_its_topic) as office:
        yield office


@pytest.fixture
async def forum(storage: Storage, sandbox: Sandbox, siti: Citizen) -> SandboxGroup:
    """The transport agency's group with topics, where the bot has every right."""
    group = sandbox.group("Dishub Bogor", members=[siti], forum=True)
    await group.adds_bot(siti, admin=True)
    person = await known(storage, siti)
    async with storage.unit() as unit:
        await unit.access.bind_group(Group(ChatId(group.id), BOGOR_TRANSPORT, "D"), None, NOW)
        await unit.access.grant(person.id, BOGOR_TRANSPORT, Role.AGENCY_ADMIN, None, NOW)
        await unit.reports.add(a_report(person.id))
    return group


def card_for(group: SandboxGroup) -> Notice:
    return Notice(NoticeKind.CARD, ChatId(group.id), ReportId(1))


async def test_the_topic_is_made_and_written_down_before_the_card(
    office: PostOffice, storage: Storage, forum: SandboxGroup
) -> None:
    await office.tell(card_for(forum))
    await office.drained()

    (topic,) = forum.topics
    assert [(m.text, m.thread) for m in forum.messages] == [("kartu", topic.id)]
    async with storage.reading() as unit:
        made = await unit.topics.at(ChatId(forum.id), topic.id)
        assert made
        assert made.subject == SUBJECT
        anchor = await unit.anchors.newest(ChatId(forum.id), "card", ReportId(1))
        assert anchor
        assert anchor.thread == topic.id


async def test_a_lost_answer_leaves_a_spare_topic_and_no_lost_card(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, forum: SandboxGroup
) -> None:
    sandbox.faults.next("createForumTopic", "accepted_then_reset")
    await office.tell(card_for(forum))
    await office.drained()

    await clock.turn(1)
    await office.drained()

    spare, used = forum.topics
    assert [m.thread for m in forum.messages] == [used.id]
    assert spare.name == used.name


async def test_a_card_that_fails_after_its_topic_was_made_comes_into_that_topic(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, forum: SandboxGroup
) -> None:
    sandbox.faults.next("sendMessage", 502)
    await office.tell(card_for(forum))
    await office.drained()

    await clock.turn(1)
    await office.drained()

    (topic,) = forum.topics
    assert [m.thread for m in forum.messages] == [topic.id]


async def test_a_program_that_starts_again_goes_on_with_the_topic_that_was_made(
    storage: Storage, bot: Bot, sandbox: Sandbox, clock: TurnedClock, forum: SandboxGroup
) -> None:
    sandbox.faults.next("sendMessage", 502)
    async with post_office(storage, bot, clock, render=in_its_topic) as before:
        await before.tell(card_for(forum))
        await before.drained()

    await clock.turn(1)
    async with post_office(storage, bot, clock, render=in_its_topic) as after:
        await after.drained()

    (topic,) = forum.topics
    assert [m.thread for m in forum.messages] == [topic.id]


async def test_a_slow_telegram_delays_the_topic_and_the_card_with_it(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, forum: SandboxGroup
) -> None:
    sandbox.faults.next("createForumTopic", 429, retry_after=30)
    await office.tell(card_for(forum))
    await office.drained()
    before = list(forum.messages)

    await clock.turn(30)
    await office.drained()

    assert before == []
    assert [m.thread for m in forum.messages] == [topic.id for topic in forum.topics]


@pytest.mark.parametrize("method", ["editForumTopic", "closeForumTopic"])
@pytest.mark.parametrize(("fault", "patience"), [(429, 30), (502, None)])
async def test_a_topic_is_named_and_closed_once_telegram_takes_it_and_the_words_come_once(
    office: PostOffice,
    sandbox: Sandbox,
    clock: TurnedClock,
    forum: SandboxGroup,
    method: str,
    fault: int,
    patience: int | None,
) -> None:
    await office.tell(card_for(forum))
    await office.drained()
    sandbox.faults.next(method, fault, retry_after=patience)

    await office.tell(replace(card_for(forum), about=GONE))
    await office.drained()
    await clock.turn(30)
    await office.drained()

    (topic,) = forum.topics
    assert (topic.name, topic.closed) == ("tidak di sini lagi", True)
    assert [m.text for m in forum.messages if m.from_bot] == ["kartu", "dialihkan"]


async def test_a_topic_that_cannot_be_renamed_holds_up_nothing_for_long(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, forum: SandboxGroup
) -> None:
    await office.tell(card_for(forum))
    await office.drained()
    sandbox.faults.next("editForumTopic", 502, times=100)

    await office.tell(replace(card_for(forum), about=GONE))
    for _ in range(7):
        await office.drained()
        await clock.turn(60)
    await office.drained()

    assert await office.waiting() == []
    assert [m.text for m in forum.messages if m.from_bot] == ["kartu", "dialihkan"]


async def test_a_missing_right_is_written_down_and_the_card_comes_without_a_topic(
    office: PostOffice, storage: Storage, forum: SandboxGroup, siti: Citizen
) -> None:
    await forum.demotes_bot(siti)

    await office.tell(card_for(forum))
    await office.drained()

    assert [(m.text, m.thread) for m in forum.messages] == [("kartu", None)]
    async with storage.reading() as unit:
        group = await unit.access.group(ChatId(forum.id))
    assert group
    assert group.lacks == {Lack.MANAGE}
    assert group.lacks_since == NOW
