"""From the outbox to the chat: real rows, real requests, and the sandbox at the other end."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from telegram import Bot

from bot.delivery import Delivery, Rendered
from bot.domain.notice import Notice, NoticeKind, Urgency
from bot.domain.people import ChatId, Group, Person, Role
from bot.domain.report import Attachment, FileKind, FollowUp
from bot.pace import NoPace, Pace
from bot.sandbox import Group as SandboxGroup
from bot.sandbox import Person as Citizen
from bot.sandbox import Sandbox, SystemClock
from bot.telegram.outcomes import Unreachable
from bot.telegram.outgoing import Outgoing
from bot.ui.screen import Choice, Keyboard, Screen, Slot
from storage.database import Storage
from storage.errors import CommitFailed
from storage.unit import Unit
from tests.storage.examples import BOGOR_TRANSPORT, a_follow_up, a_report
from tests.support.clock import TurnedClock
from tests.support.post import Letterbox, PostOffice, bot_for, in_words, opened, post_office

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
PRESS = ((Choice("Kirim", "send:1"),),)


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(NOW)


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    async with opened(tmp_path) as storage:
        yield storage


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with bot_for(sandbox) as bot:
        yield bot


@pytest.fixture
async def office(storage: Storage, bot: Bot, clock: TurnedClock) -> AsyncIterator[PostOffice]:
    async with post_office(storage, bot, clock) as office:
        yield office


@pytest.fixture
async def siti(sandbox: Sandbox) -> Citizen:
    siti = sandbox.person("Siti")
    await siti.says("halo")
    return siti


@pytest.fixture
async def budi(sandbox: Sandbox) -> Citizen:
    budi = sandbox.person("Budi")
    await budi.says("halo")
    return budi


def heard(person: Citizen) -> list[str]:
    return [message.text for message in person.messages if message.from_bot]


async def known(storage: Storage, citizen: Citizen) -> Person:
    async with storage.unit() as unit:
        return await unit.people.add(ChatId(citizen.id), citizen.name, "id", NOW)


async def person_of(storage: Storage, citizen: Citizen) -> Person | None:
    async with storage.reading() as unit:
        return await unit.people.with_chat(ChatId(citizen.id))


async def answer_for(storage: Storage, reporter: Person) -> FollowUp:
    """An agency's answer on a report of theirs, not delivered yet."""
    async with storage.unit() as unit:
        officer = await unit.people.add(ChatId(1), "Ani", "id", NOW)
        report = await unit.reports.add(a_report(reporter.id))
        return await unit.follow_ups.add(a_follow_up(report.id, officer.id))


async def stored(storage: Storage, follow_up: FollowUp) -> FollowUp:
    async with storage.reading() as unit:
        return await unit.follow_ups.get(follow_up.id)


def told(follow_up: FollowUp, citizen: Citizen) -> Notice:
    return Notice(NoticeKind.ANSWERED, ChatId(citizen.id), follow_up.report, follow_up.id)


async def until_drained(office: PostOffice, clock: TurnedClock, step: float = 0.25) -> None:
    """Turn the clock until everything has been sent."""
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        drained = group.create_task(office.delivery.drained())
        while not drained.done():
            await clock.turn(step)
            await asyncio.sleep(0.001)


class Unreached(Outgoing):
    """A Telegram that cannot be reached for one chat."""

    chat = ChatId(0)

    async def show(self, chat: ChatId, *args: Any, **named: Any) -> int | None:
        if chat == self.chat:
            raise Unreachable("TimedOut")
        return await super().show(chat, *args, **named)


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
    for number in range(650):
        await letterbox.put(siti.id, f"{number}", urgency=Urgency.ANNOUNCEMENT)
    await letterbox.put(budi.id, "giliran saya")

    async with post_office(storage, bot, clock) as office:
        await office.drained()

    assert heard(siti) == [f"{number}" for number in range(650)]
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


async def test_a_slow_chat_delays_nobody_else_and_keeps_its_order(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, siti: Citizen, budi: Citizen
) -> None:
    sandbox.faults.next("sendMessage", 429, retry_after=30)
    await office.put(siti.id, "satu")
    await office.drained()
    await office.put(siti.id, "dua")
    await office.put(budi.id, "halo")
    await office.drained()
    before = heard(siti), heard(budi)

    await clock.turn(30)
    await office.drained()

    assert before == ([], ["halo"])
    assert heard(siti) == ["satu", "dua"]


async def test_an_unreachable_telegram_is_tried_again_after_one_two_and_four_seconds(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, siti: Citizen
) -> None:
    sandbox.faults.next("sendMessage", 502, times=3)
    await office.put(siti.id, "akhirnya")
    failures = []
    for seconds in (0.0, 0.9, 0.1, 1.9, 0.1, 3.9, 0.1):
        await clock.turn(seconds)
        await office.drained()
        failures.append((sandbox.faults.happened, heard(siti)))

    assert [count for count, _ in failures] == [1, 1, 2, 2, 3, 3, 3]
    assert [said for _, said in failures[-2:]] == [[], ["akhirnya"]]


async def test_after_two_days_without_telegram_everything_still_arrives(
    storage: Storage, bot: Bot, sandbox: Sandbox, clock: TurnedClock, siti: Citizen
) -> None:
    await Letterbox(storage, clock).put(siti.id, "belum lupa")
    await clock.turn(timedelta(days=2).total_seconds())
    sandbox.faults.next("sendMessage", "reset", times=12)

    async with post_office(storage, bot, clock) as office:
        for _ in range(13):
            await office.drained()
            await clock.turn(60)
        await office.drained()

    assert heard(siti) == ["belum lupa"]


async def test_a_row_that_alone_fails_for_a_day_is_given_up(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen, budi: Citizen
) -> None:
    letterbox = Letterbox(storage, clock)
    await letterbox.put(siti.id, "tidak pernah sampai")
    await clock.turn(timedelta(hours=25).total_seconds())
    unreached = Unreached(bot)
    unreached.chat = ChatId(siti.id)

    async with post_office(storage, bot, clock, outgoing=unreached) as office:
        for number in range(14):
            await office.put(budi.id, f"{number}")
            await office.drained()
            await clock.turn(60)

    assert len(heard(budi)) == 14
    assert await letterbox.waiting() == []


async def test_only_a_lost_answer_makes_something_come_twice(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, siti: Citizen
) -> None:
    sandbox.faults.next("sendMessage", "accepted_then_reset")
    await office.put(siti.id, "satu")
    await office.put(siti.id, "dua")

    await office.drained()
    await clock.turn(1)
    await office.drained()

    assert heard(siti) == ["satu", "satu", "dua"]


async def test_words_are_not_said_again_when_only_their_photo_failed(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock, siti: Citizen
) -> None:
    photo = (await siti.sends_photo()).media
    assert photo
    attachment = Attachment(FileKind.PHOTO, photo.file.id, photo.file.unique_id)
    sandbox.faults.next("sendPhoto", 429, retry_after=5)
    await office.put(siti.id, Screen("Kartu", files=(attachment,)))

    await office.drained()
    await clock.turn(5)
    await office.drained()

    assert heard(siti) == ["Kartu", ""]


async def test_a_file_that_telegram_does_not_take_keeps_no_words_away(
    office: PostOffice, siti: Citizen
) -> None:
    await office.put(siti.id, Screen("Kartu", files=(Attachment(FileKind.PHOTO, "x", "y"),)))
    await office.put(siti.id, "berikutnya")

    await office.drained()

    assert heard(siti) == ["Kartu", "berikutnya"]


async def test_a_refused_row_is_given_up_and_blocks_nothing(
    office: PostOffice, siti: Citizen
) -> None:
    await office.put(siti.id, "<b>salah")
    await office.put(siti.id, "benar")

    await office.drained()

    assert heard(siti) == ["benar"]
    assert await office.waiting() == []


async def test_an_empty_screen_blocks_nothing(office: PostOffice, siti: Citizen) -> None:
    await office.put(siti.id, " ")
    await office.put(siti.id, "benar")

    await office.drained()

    assert heard(siti) == ["benar"]


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


async def test_a_person_who_blocked_the_bot_is_marked_and_their_lane_is_dropped(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    answer = await answer_for(storage, await known(storage, siti))
    await siti.blocks()

    await office.tell(told(answer, siti))
    await office.put(siti.id, "pengumuman", urgency=Urgency.ANNOUNCEMENT)
    await office.drained()

    person = await person_of(storage, siti)
    assert person
    assert person.blocked_since == NOW
    assert (await stored(storage, answer)).undelivered
    assert await office.waiting() == []


async def test_a_person_who_is_reached_again_is_no_longer_marked(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    await known(storage, siti)
    await siti.blocks()
    await office.put(siti.id, "satu")
    await office.drained()
    await siti.unblocks()

    await office.put(siti.id, "dua")
    await office.drained()

    person = await person_of(storage, siti)
    assert person
    assert person.blocked_since is None
    assert heard(siti) == ["dua"]


@asynccontextmanager
async def bound_group(
    storage: Storage, sandbox: Sandbox, siti: Citizen, *, forum: bool = False
) -> AsyncIterator[SandboxGroup]:
    """The transport agency's group, with Siti among its members."""
    group = sandbox.group("Dishub Bogor", members=[siti], forum=forum)
    await group.adds_bot(siti)
    async with storage.unit() as unit:
        bound = Group(ChatId(group.id), BOGOR_TRANSPORT, "Dishub Bogor", forum=forum)
        await unit.access.bind_group(bound, None, NOW)
    yield group


async def test_admins_hear_when_a_group_has_thrown_the_bot_out(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen, budi: Citizen
) -> None:
    admin = await known(storage, budi)
    answer = await answer_for(storage, await known(storage, siti))
    async with storage.unit() as unit:
        await unit.access.grant(admin.id, None, Role.ADMIN, None, NOW)
    async with bound_group(storage, sandbox, siti) as group:
        await group.removes_bot(siti)
        chat = ChatId(group.id)

        await office.tell(Notice(NoticeKind.CARD, chat, answer.report))
        await office.tell(replace(told(answer, siti), chat=chat, kind=NoticeKind.REPORTER_SAID))
        await office.drained()

    async with storage.reading() as unit:
        assert await unit.access.group(chat) is None
        assert await unit.anchors.newest(ChatId(budi.id), "", answer.report)
    assert heard(budi) == [f"undelivered {BOGOR_TRANSPORT}"]
    assert (await stored(storage, answer)).undelivered


async def test_admins_hear_when_the_bot_may_not_write_in_a_group(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen, budi: Citizen
) -> None:
    admin = await known(storage, budi)
    async with storage.unit() as unit:
        await unit.access.grant(admin.id, None, Role.ADMIN, None, NOW)
    async with bound_group(storage, sandbox, siti, forum=True) as group:
        await group.silences_bot(siti)
        await office.tell(Notice(NoticeKind.CARD, ChatId(group.id)))
        await office.drained()

        async with storage.reading() as unit:
            assert await unit.access.group(ChatId(group.id))
    assert heard(budi) == [f"undelivered {BOGOR_TRANSPORT}"]


async def test_a_group_that_became_a_supergroup_hears_everything_there(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen
) -> None:
    async with bound_group(storage, sandbox, siti) as group:
        old = group.id
        await group.migrates()

        await office.put(old, "satu")
        await office.put(old, "dua")
        await office.drained()

        async with storage.reading() as unit:
            assert await unit.access.group(ChatId(group.id))
            assert await unit.access.group(ChatId(old)) is None
        assert [m.text for m in group.messages if m.from_bot] == ["satu", "dua"]


async def test_a_deleted_message_is_replaced_by_a_new_one(
    office: PostOffice, siti: Citizen
) -> None:
    await office.put(siti.id, "kartu", edit=404)

    await office.drained()

    assert heard(siti) == ["kartu"]


async def test_a_closed_topic_is_left_for_the_group_itself(
    office: PostOffice, storage: Storage, sandbox: Sandbox, siti: Citizen
) -> None:
    async with bound_group(storage, sandbox, siti, forum=True) as group:
        topic = await group.opens_topic(siti, "Laporan")
        await group.closes_topic(siti, topic)

        await office.put(group.id, "kartu", thread=topic.id)
        await office.drained()

        assert [(m.text, m.thread) for m in group.messages if m.from_bot] == [("kartu", None)]


async def test_only_the_newest_draft_keeps_its_buttons(office: PostOffice, siti: Citizen) -> None:
    for number in range(3):
        await office.put(siti.id, Screen(f"draf {number}", PRESS, slot=Slot.DRAFT))

    await office.drained()

    assert [(m.text, m.buttons) for m in siti.messages if m.from_bot] == [
        ("draf 0", []),
        ("draf 1", []),
        ("draf 2", ["Kirim"]),
    ]


async def test_a_message_that_another_took_the_place_of_loses_its_buttons(
    office: PostOffice, siti: Citizen
) -> None:
    await office.put(siti.id, Screen("di mana?", PRESS))
    await office.drained()
    assert siti.latest

    await office.put(siti.id, Screen("di mana?", keyboard=Keyboard("Lokasi")), edit=siti.latest.id)
    await office.drained()

    assert [(m.text, m.buttons) for m in siti.messages if m.from_bot] == [
        ("di mana?", []),
        ("di mana?", []),
    ]


async def test_a_message_is_remembered_for_what_it_shows_now(
    office: PostOffice, storage: Storage, siti: Citizen
) -> None:
    answer = await answer_for(storage, await known(storage, siti))
    chat = ChatId(siti.id)
    await office.put(siti.id, Screen("tanya", report=answer.report, slot=Slot.QUESTION))
    await office.drained()
    assert siti.latest
    async with storage.reading() as unit:
        asked = await unit.anchors.at(chat, siti.latest.id)

    await office.put(siti.id, "terima kasih", edit=siti.latest.id)
    await office.drained()

    async with storage.reading() as unit:
        after = await unit.anchors.at(chat, siti.latest.id)
    assert asked
    assert (asked.report, asked.slot) == (answer.report, Slot.QUESTION)
    assert after is None


async def test_a_pinned_screen_is_pinned(office: PostOffice, siti: Citizen) -> None:
    await office.put(siti.id, Screen("penting", pinned=True))

    await office.drained()

    assert siti.latest
    assert siti.chat.pinned == [siti.latest.id]


class Faltering(Storage):
    """A database that fails the first writing units after `break_down`."""

    failures = 0

    def unit(self) -> AbstractAsyncContextManager[Unit]:
        if self.failures:
            self.failures -= 1
            raise CommitFailed("disk full")
        return super().unit()


async def test_a_database_that_fails_after_a_send_makes_nothing_come_twice(
    tmp_path: Path, bot: Bot, clock: TurnedClock, siti: Citizen
) -> None:
    async with opened(tmp_path, Faltering) as storage:
        assert isinstance(storage, Faltering)
        await Letterbox(storage, clock).put(siti.id, "sekali saja")
        storage.failures = 3

        async with post_office(storage, bot, clock) as office:
            await until_drained(office, clock)

            assert await office.waiting() == []
    assert heard(siti) == ["sekali saja"]


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
