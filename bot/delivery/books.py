"""What is written down after a send; what ends at about the same time shares a unit of work."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

import structlog

from bot.delivery.passage import NOTICE, Passage, notice_of
from bot.domain.clock import Clock
from bot.domain.notice import Notice, NoticeKind, Urgency
from bot.domain.people import ChatId, Lack
from bot.domain.report import FollowUpId, Report, ReportId, Status
from bot.domain.topic import Topic
from bot.services.hearing import Hearing
from bot.services.topics import TopicKeeping
from bot.services.unheard import Unheard
from bot.ui.screen import Slot
from storage.database import Storage
from storage.errors import DatabaseFailed, NoSuchFollowUp, NoSuchReport
from storage.stores.anchors import Anchor
from storage.stores.outbox import OutboxRow
from storage.unit import Unit

MOST = 50
"""How many entries share a unit."""

LONGEST_WAIT = 60.0
"""Seconds between attempts, at most."""

_FROM_THE_OFFICE = {NoticeKind.ANSWERED, NoticeKind.ASKED, NoticeKind.SETTLED}
"""Words whose arrival the officers read on their cards."""

_TO_THE_OFFICE = {NoticeKind.CARD, NoticeKind.REPORTER_SAID}
"""What somebody of the agency has to see."""

T = TypeVar("T")
Entry = Callable[[Unit], Awaitable[T]]


@dataclass(slots=True)
class _Waiting:
    entry: Entry[Any]
    written: asyncio.Future[Any]
    alone: bool


class Books:
    """Writes entries in the order in which they come."""

    def __init__(
        self, storage: Storage, clock: Clock, log: structlog.typing.FilteringBoundLogger
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._log = log
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue()

    async def run(self) -> None:
        """Write until cancelled: while one unit is committed, the entries for the next gather."""
        while True:
            batch = [await self._queue.get()]
            while len(batch) < MOST and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            together = [waiting for waiting in batch if not waiting.alone]
            for group in (together, *([waiting] for waiting in batch if waiting.alone)):
                if group:
                    await self._write(group)

    async def write(self, entry: Entry[T]) -> T:
        """Return after the commit. A database that fails is tried again until it does not.

        Raises what the entry itself raises when it is written alone.
        """
        alone = False
        for tries in itertools.count():
            written = asyncio.get_running_loop().create_future()
            self._queue.put_nowait(_Waiting(entry, written, alone))
            try:
                return cast("T", await written)
            except DatabaseFailed as error:
                self._log.error("not_recorded", error=type(error).__name__, tries=tries)
                await self._clock.sleep(backoff(tries))
            except Exception:
                if alone:
                    raise
            alone = True
        raise AssertionError

    async def _write(self, batch: list[_Waiting]) -> None:
        try:
            async with self._storage.unit() as unit:
                results = [await waiting.entry(unit) for waiting in batch]
        except Exception as error:  # noqa: BLE001 - it belongs to those who wait
            for waiting in batch:
                if not waiting.written.done():
                    waiting.written.set_exception(error)
        else:
            for waiting, result in zip(batch, results, strict=True):
                if not waiting.written.done():
                    waiting.written.set_result(result)


def backoff(tries: int) -> float:
    """Seconds before the next attempt: 1, 2, 4 and so on up to a minute."""
    return min(LONGEST_WAIT, 2.0 ** min(tries, 6))


async def nothing_to_say(unit: Unit, row: OutboxRow, now: datetime) -> None:
    await unit.outbox.sent(row.id, now, None)


async def delivered(
    unit: Unit, passage: Passage, now: datetime, *, perhaps_blocked: bool
) -> list[int]:
    """Give the messages whose buttons are to go, because newer ones stand for them.

    `perhaps_blocked` says that the person may bear a mark of having blocked the bot.
    """
    chat = passage.row.lane
    last = passage.shown[-1][1] if passage.shown else None
    await unit.outbox.sent(passage.row.id, now, last)
    outdated = list(passage.replaced)
    for old in passage.replaced:
        await unit.anchors.drop(chat, old)
    for screen, message in passage.shown:
        if screen.slot.only_newest:
            newest = await unit.anchors.newest(chat, screen.slot)
            if newest and newest.message != message:
                outdated.append(newest.message)
                await _is_old(unit, newest)
        slot = Slot.NONE if screen.slot.only_newest and not screen.buttons else screen.slot
        if slot or screen.report is not None:
            await unit.anchors.put(chat, message, screen.report, slot, passage.thread)
        elif message == passage.edited:
            await unit.anchors.drop(chat, message)
    await _keep_beside(unit, passage)
    if passage.notice and (said := await _carried(unit, passage.notice)):
        await unit.follow_ups.mark_delivered(said, now)
        await _renew_cards(unit, passage.notice, now)
    if perhaps_blocked:
        person = await unit.people.with_chat(chat)
        if person and person.blocked_since:
            await unit.people.save(replace(person, blocked_since=None))
    return outdated


async def _keep_beside(unit: Unit, passage: Passage) -> None:
    """Remember files and the beginnings of long texts, so that an erasure finds them."""
    for screen, slot, message in passage.beside:
        if screen.report is not None:
            chat = passage.row.lane
            await unit.anchors.put(chat, message, screen.report, slot, passage.thread)


async def _is_old(unit: Unit, anchor: Anchor) -> None:
    """Its buttons go once and for all; a reply to it still finds its report."""
    if anchor.report is None:
        await unit.anchors.drop(anchor.chat, anchor.message)
    else:
        await unit.anchors.put(anchor.chat, anchor.message, anchor.report, Slot.NONE)


async def told_to_wait(unit: Unit, row: OutboxRow, until: datetime) -> None:
    await unit.outbox.delay(row.id, until)


async def not_reached(
    unit: Unit, row: OutboxRow, now: datetime, code: str, latest: datetime | None = None
) -> datetime:
    """Give the moment of the next attempt: at the `latest` then, where one is named."""
    tries = await unit.outbox.failed(row.id, code)
    again = now + timedelta(seconds=backoff(tries - 1))
    again = min(again, latest) if latest else again
    await unit.outbox.delay(row.id, again)
    return again


async def given_up(unit: Unit, row: OutboxRow, now: datetime, code: str) -> None:
    """Give up one row; what it carried from one side to the other counts as not delivered."""
    await unit.outbox.give_up(row.id, code, now)
    await _mark_undelivered(unit, _readable((row,)), now)


async def muted(unit: Unit, row: OutboxRow, now: datetime, code: str) -> None:
    """Give up one row for a group where the bot may not write, and tell the admins."""
    await given_up(unit, row, now, code)
    await _tell_admins(unit, row.lane, _readable((row,)), now)


async def chat_lost(unit: Unit, row: OutboxRow, now: datetime, code: str) -> None:
    """Give up all that waits for a chat that can be reached no more."""
    chat = row.lane
    await unit.outbox.give_up(row.id, code, now)
    notices = _readable((row, *await unit.outbox.drop_lane(chat)))
    await _mark_undelivered(unit, notices, now)
    missed = {n.report for n in notices if n.kind in _TO_THE_OFFICE and n.report is not None}
    if chat < 0:
        await _tell_admins(unit, chat, notices, now)
        group = await unit.access.group(chat)
        if group and await unit.access.unbind_group(chat):
            await Unheard(unit, now).bring(group.agency)
        for report in sorted(missed):
            await _to_whoever_is_left(unit, report, now)
        return
    person = await unit.people.with_chat(chat)
    known = person is not None and person.blocked_since is not None
    if person and not known:
        await unit.people.save(replace(person, blocked_since=now))
    for report in sorted(missed):
        await _without_officers(unit, report, now, known=known)


async def chat_moved(unit: Unit, old: ChatId, new: ChatId) -> None:
    await unit.outbox.move_lane(old, new)
    await unit.access.migrate_group(old, new)
    await unit.anchors.move(old, new)


async def topic_made(unit: Unit, topic: Topic, now: datetime) -> None:
    await TopicKeeping(unit, now).made(topic)


async def topic_gone(unit: Unit, chat: ChatId, subject: str) -> None:
    await unit.topics.forget(chat, subject)


async def topic_shut(unit: Unit, chat: ChatId, subject: str, *, closed: bool) -> None:
    await unit.topics.close(chat, subject, closed=closed)


async def topic_lacking(unit: Unit, chat: ChatId, lack: Lack, now: datetime) -> None:
    await TopicKeeping(unit, now).lacking(chat, lack)


async def _mark_undelivered(unit: Unit, notices: tuple[Notice, ...], now: datetime) -> None:
    for notice in notices:
        if said := await _carried(unit, notice):
            await unit.follow_ups.mark_undelivered(said)
            await _renew_cards(unit, notice, now)


async def _carried(unit: Unit, notice: Notice) -> FollowUpId | None:
    """The words that a notice carries to whom they were written; others hear them beside."""
    if notice.follow_up is None or notice.report is None:
        return None
    try:
        said = await unit.follow_ups.get(notice.follow_up)
    except NoSuchFollowUp:
        return None
    beside = said.report != notice.report and notice.kind in _FROM_THE_OFFICE
    return None if beside else said.id


async def _renew_cards(unit: Unit, notice: Notice, now: datetime) -> None:
    if notice.kind in _FROM_THE_OFFICE and notice.report is not None:
        await Hearing(unit, now).renew_cards(notice.report)


async def _tell_admins(
    unit: Unit, chat: ChatId, notices: tuple[Notice, ...], now: datetime
) -> None:
    """Tell each admin once for each report that the group should have heard of.

    Of a group that is bound no more they have heard already.
    """
    group = await unit.access.group(chat)
    if group is None:
        return
    reports = sorted({n.report for n in notices if n.report is not None})
    for admin in await unit.access.admins():
        for report in reports or (None,):
            notice = Notice(NoticeKind.UNDELIVERED, admin.chat, report, about=group.agency)
            await unit.outbox.put(admin.chat, NOTICE, notice.dump(), Urgency.NOTICE, now)


async def _without_officers(unit: Unit, report: ReportId, now: datetime, *, known: bool) -> None:
    """Give a report to the admins when nobody of its agency can be reached any more.

    `known` says that this chat was lost before: then admins who have the report hear nothing new.
    """
    found = await _at_an_agency(unit, report)
    hearing = Hearing(unit, now)
    if found is None or await hearing.staffed(found):
        return
    if known and any(card.slot == Slot.ADMIN_CARD for card in await unit.anchors.cards(report)):
        return
    for admin in await hearing.admins():
        about = found.agency or ""
        await hearing.tell(Notice(NoticeKind.UNDELIVERED, admin, report, about=about))
        await hearing.tell(Notice(NoticeKind.ADMIN_CARD, admin, report))


async def _to_whoever_is_left(unit: Unit, report: ReportId, now: datetime) -> None:
    """Give a report whose group is gone to the agency's other chats.

    The admins get it too where nobody there can act; a group alone is nobody.
    """
    found = await _at_an_agency(unit, report)
    if found is None:
        return
    hearing = Hearing(unit, now)
    for chat in await hearing.officers_of(found):
        await hearing.tell(Notice(NoticeKind.CARD, chat, report))
    if await hearing.staffed(found):
        return
    for chat in await hearing.admins():
        await hearing.tell(Notice(NoticeKind.ADMIN_CARD, chat, report))


async def _at_an_agency(unit: Unit, report: ReportId) -> Report | None:
    with suppress(NoSuchReport):
        found = await unit.reports.get(report)
        if found.status.is_open and found.status is not Status.UNVERIFIED:
            return found
    return None


def _readable(rows: tuple[OutboxRow, ...]) -> tuple[Notice, ...]:
    notices = []
    for row in rows:
        try:
            notice = notice_of(row)
        except (ValueError, TypeError, KeyError):
            continue
        if notice:
            notices.append(notice)
    return tuple(notices)
