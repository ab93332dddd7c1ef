"""A post office for tests: a real outbox, the real delivery, and the sandbox at the other end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog
from telegram import Bot

from bot.delivery import Delivery, Rendered
from bot.domain.clock import Clock
from bot.domain.notice import Notice, Urgency
from bot.domain.people import ChatId
from bot.pace import NoPace, Pacing
from bot.sandbox import Sandbox
from bot.telegram.outgoing import Outgoing
from bot.telegram.request import AiohttpRequest
from bot.ui.screen import Screen, dump_screen
from bot.ui.texts import Texts
from storage.codec import dump
from storage.database import Storage
from storage.seal import Key, Seal
from storage.unit import Unit
from tests.support.databases import url_in

KEY = Key.from_bytes(bytes(range(32)))


async def in_words(notice: Notice, _: Unit) -> Rendered | None:
    """Render a notice as its kind, and nothing at all where it is about nothing any more."""
    if notice.about == "over":
        return None
    return Rendered((Screen(f"{notice.kind} {notice.about}".strip(), report=notice.report),))


@asynccontextmanager
async def opened(folder: Path, kind: type[Storage] = Storage) -> AsyncIterator[Storage]:
    """Open the storage in a folder, making it where there is none."""
    storage = await kind.open(url_in(folder), Seal(KEY), folder=folder)
    try:
        yield storage
    finally:
        await storage.close()


@asynccontextmanager
async def bot_for(sandbox: Sandbox, kind: type[Bot] = Bot) -> AsyncIterator[Bot]:
    request = AiohttpRequest()
    async with request:
        yield kind(
            sandbox.token,
            base_url=sandbox.base_url,
            base_file_url=sandbox.base_file_url,
            request=request,
        )


@dataclass(slots=True)
class Letterbox:
    """Where a test puts in what people are to hear."""

    storage: Storage
    clock: Clock

    async def put(
        self,
        chat: int,
        screen: Screen | str,
        *,
        urgency: Urgency = Urgency.ANSWER,
        edit: int | None = None,
        thread: int | None = None,
        not_before: datetime | None = None,
    ) -> int:
        """Write one screen into the outbox, in a unit of its own."""
        screen = Screen(screen) if isinstance(screen, str) else screen
        payload = dump({"screen": dump_screen(screen), "edit": edit, "thread": thread})
        async with self.storage.unit() as unit:
            await unit.outbox.put(
                ChatId(chat),
                "screen",
                payload,
                urgency,
                self.clock.now(),
                not_before=not_before,
            )
        self.was_fed()
        return unit.outbox.written[-1].id

    async def tell(self, notice: Notice, urgency: Urgency = Urgency.NOTICE) -> int:
        async with self.storage.unit() as unit:
            await unit.outbox.put(
                notice.chat,
                "notice",
                notice.dump(),
                urgency,
                self.clock.now(),
                merge_key=notice.merge_key,
            )
        self.was_fed()
        return unit.outbox.written[-1].id

    async def waiting(self) -> list[int]:
        """The rows that are due now and not sent."""
        async with self.storage.reading() as unit:
            return [row.id for row in await unit.outbox.waiting(self.clock.now(), 1000)]

    def was_fed(self) -> None:
        pass


@dataclass(slots=True)
class PostOffice(Letterbox):
    """A letterbox with the delivery that takes out what a test puts in."""

    delivery: Delivery

    def was_fed(self) -> None:
        self.delivery.wake()

    async def drained(self) -> None:
        async with asyncio.timeout(10):
            await self.delivery.drained()


@asynccontextmanager
async def post_office(
    storage: Storage,
    bot: Bot,
    clock: Clock,
    *,
    pace: Pacing | None = None,
    render: Callable[[Notice, Unit], Awaitable[Rendered | None]] = in_words,
    outgoing: Outgoing | None = None,
) -> AsyncIterator[PostOffice]:
    """Run a delivery until the block ends."""
    delivery = Delivery(
        storage,
        outgoing or Outgoing(bot),
        render,
        clock,
        pace or NoPace(),
        structlog.get_logger(),
        Texts.load(ZoneInfo("Asia/Jakarta")),
    )
    office = PostOffice(storage, clock, delivery)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(delivery.run())
        try:
            yield office
        finally:
            delivery.stop()
            running.cancel()
