"""What happens to a message when Telegram or the database does not do as asked."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs
from telegram import Bot

from bot.delivery import Delivery, Rendered
from bot.delivery.delivery import STOPS_WITHIN
from bot.delivery.outage import LONGEST, SEVERAL
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import ChatId
from bot.domain.report import Attachment, FileKind
from bot.pace import NoPace
from bot.sandbox import Person as Citizen
from bot.sandbox import Sandbox
from bot.telegram.outcomes import Unreachable
from bot.telegram.outgoing import Outgoing
from bot.ui.screen import Screen
from storage.database import Storage
from storage.errors import CommitFailed, DatabaseFailed
from storage.leases import Lease
from storage.unit import Unit
from tests.support.clock import TurnedClock
from tests.support.heard import answer_for, heard, known, stored, told, until_drained
from tests.support.post import Letterbox, PostOffice, in_words, opened, post_office


class Unreached(Outgoing):
    """A Telegram that cannot be reached for one chat."""

    chat = ChatId(0)

    async def show(self, chat: ChatId, *args: Any, **named: Any) -> int | None:
        if chat == self.chat:
            raise Unreachable("TimedOut")
        return await super().show(chat, *args, **named)


class Faltering(Storage):
    """A database on which the next `failures` writing units fail."""

    failures = 0

    def unit(self, lease: Lease | None = None) -> AbstractAsyncContextManager[Unit]:
        if self.failures:
            self.failures -= 1
            raise CommitFailed("disk full")
        return super().unit(lease)


class Hanging(Storage):
    """A database that, once it hangs, never answers a writing unit."""

    hangs = False

    def unit(self, lease: Lease | None = None) -> AbstractAsyncContextManager[Unit]:
        return hanging() if self.hangs else super().unit(lease)


@asynccontextmanager
async def hanging() -> AsyncIterator[Unit]:
    await asyncio.get_running_loop().create_future()
    raise AssertionError
    yield


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


async def test_while_telegram_is_away_one_chat_asks_for_all_and_all_go_on_when_it_is_back(
    office: PostOffice, sandbox: Sandbox, clock: TurnedClock
) -> None:
    people = [sandbox.person(f"Warga {number}") for number in range(12)]
    for person in people:
        await person.says("halo")
    sandbox.faults.next("sendMessage", 502, times=60)
    for person in people:
        await office.put(person.id, "kabar")
    await office.drained()
    at_once = sandbox.faults.happened

    for seconds in (1, 2, 4, 8, 15, 15, 15):
        await clock.turn(seconds)
        await office.drained()
    in_a_minute = sandbox.faults.happened - at_once
    sandbox.faults.stop()
    await clock.turn(LONGEST)
    await office.drained()
    arrived = sum(heard(person) == ["kabar"] for person in people)
    await clock.turn(60)
    await office.drained()

    assert at_once <= 12
    assert in_a_minute <= 9
    assert arrived >= 1
    assert [heard(person) for person in people] == [["kabar"]] * 12


async def test_a_few_chats_that_fail_keep_no_other_back(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen, budi: Citizen
) -> None:
    unreached = Unreached(bot)
    unreached.chat = ChatId(siti.id)

    async with post_office(storage, bot, clock, outgoing=unreached) as office:
        for number in range(SEVERAL + 2):
            await office.put(siti.id, f"tidak sampai {number}")
            await office.drained()
            await clock.turn(60)
        await office.put(budi.id, "halo")
        await office.drained()

    assert heard(budi) == ["halo"]


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

    said = heard(siti)
    assert (said[0], said[2:]) == ("Kartu", ["berikutnya"])
    assert said[1].startswith("Ada 1 berkas yang tidak bisa kami sampaikan")


async def test_a_refused_row_is_given_up_and_blocks_nothing(
    office: PostOffice, siti: Citizen
) -> None:
    await office.put(siti.id, "<b>salah")
    await office.put(siti.id, "benar")

    await office.drained()

    assert heard(siti) == ["benar"]
    assert await office.waiting() == []


async def test_officers_read_at_once_that_their_answer_was_given_up(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen, budi: Citizen
) -> None:
    async def broken(notice: Notice, _: Unit) -> Rendered:
        mark = "<b>" if notice.kind is NoticeKind.ANSWERED else ""
        return Rendered((Screen(f"{mark}{notice.kind}"),))

    answer = await answer_for(storage, await known(storage, siti))
    async with storage.unit() as unit:
        await unit.anchors.put(ChatId(budi.id), 9, answer.report, "card")

    async with post_office(storage, bot, clock, render=broken) as office:
        await office.tell(told(answer, siti))
        await office.drained()

        assert heard(budi) == ["card"]
    assert (await stored(storage, answer)).undelivered


async def test_an_empty_screen_blocks_nothing(office: PostOffice, siti: Citizen) -> None:
    await office.put(siti.id, " ")
    await office.put(siti.id, "benar")

    await office.drained()

    assert heard(siti) == ["benar"]


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


async def test_a_row_that_cannot_be_read_for_a_while_is_not_given_up(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen
) -> None:
    failures = 5

    async def unread(notice: Notice, unit: Unit) -> Rendered | None:
        nonlocal failures
        if failures:
            failures -= 1
            raise DatabaseFailed("disk I/O error")
        return await in_words(notice, unit)

    async with post_office(storage, bot, clock, render=unread) as office:
        await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id)))
        for _ in range(6):
            await office.drained()
            await clock.turn(1)
        await office.drained()

        assert await office.waiting() == []
    assert heard(siti) == [NoticeKind.CARD]


async def test_a_fault_is_logged_by_its_lines_and_never_with_anybodys_words(
    storage: Storage, bot: Bot, clock: TurnedClock, siti: Citizen
) -> None:
    async def broken(notice: Notice, _: Unit) -> Rendered:
        words = f"rahasia {notice.kind}"
        raise ValueError(words)

    with capture_logs() as logs:
        async with post_office(storage, bot, clock, render=broken) as office:
            await office.tell(Notice(NoticeKind.CARD, ChatId(siti.id)))
            await office.drained()

    [failed] = [line for line in logs if line["event"] == "row_failed"]
    assert any("broken" in place for place in failed["where"])
    assert "rahasia" not in str(logs)
    assert "exc_info" not in failed


@pytest.mark.parametrize("kind", [Faltering, Hanging])
async def test_stopping_ends_in_time_when_nothing_can_be_written_down(
    tmp_path: Path, bot: Bot, clock: TurnedClock, siti: Citizen, kind: type[Storage]
) -> None:
    async with opened(tmp_path, kind) as storage:
        letterbox = Letterbox(storage, clock)
        row = await letterbox.put(siti.id, "pernah terkirim")
        if isinstance(storage, Hanging):
            storage.hangs = True
        if isinstance(storage, Faltering):
            storage.failures = 1000
        delivery = Delivery(
            storage, Outgoing(bot), in_words, clock, NoPace(), structlog.get_logger()
        )

        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            running = group.create_task(delivery.run())
            await siti.hears("pernah terkirim")
            delivery.stop()
            await clock.turn(STOPS_WITHIN - 0.1)
            before = running.done()
            await clock.turn(0.2)

        assert not before
        assert await letterbox.waiting() == [row]
