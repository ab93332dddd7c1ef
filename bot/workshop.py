"""Makes the official sheets that were asked for: aside, one after another, chunk by chunk.

A sheet that was begun when the program stopped is begun anew. Every chunk is read in a unit of its
own and written in a thread, so that nobody else waits; how far it has come is told now and then in
the message that was answered with.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.domain.clock import Clock
from bot.domain.export import Export, Shelf
from bot.domain.notice import Notice, NoticeKind
from bot.services.exporting import Exporting
from bot.services.hearing import Hearing
from bot.services.house import House
from bot.sheets import Sheet, sheet
from bot.telegram.where import where
from storage.database import Storage
from storage.errors import StorageError
from storage.stores.figures import Extent

CHUNK = 500
EVERY = 1.0
"""Seconds between two looks for something to make."""
TOLD_EVERY = timedelta(seconds=3)


class Workshop:
    """One sheet at a time."""

    def __init__(
        self,
        storage: Storage,
        house: House,
        clock: Clock,
        shelf: Shelf,
        wake_delivery: Callable[[], None],
    ) -> None:
        self._storage = storage
        self._house = house
        self._clock = clock
        self._shelf = shelf
        self._wake_delivery = wake_delivery
        self._log = structlog.get_logger("workshop")

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            try:
                async with self._storage.reading() as unit:
                    export = await unit.exports.next_waiting(self._storage.leases.working)
                if export:
                    await self._fulfil(export)
                    continue
            except StorageError as failed:
                self._log.warning("export_put_off", error=type(failed).__name__)
            await self._clock.sleep(EVERY)

    async def _fulfil(self, export: Export) -> None:
        rows: int | None = None
        try:
            rows = await self._make(export)
        except StorageError:
            raise
        except Exception as fault:  # noqa: BLE001 - one sheet that fails must not stop the others
            self._log.error(
                "export_failed", export=export.id, fault=type(fault).__name__, where=where(fault)
            )
        async with self._storage.unit() as unit:
            now = self._clock.now()
            if not await unit.exports.made(export.id, rows, now):
                return
            chat = (await unit.people.get(export.person)).chat
            hearing = Hearing(unit, now)
            for kind in (NoticeKind.EXPORT_PROGRESS, NoticeKind.EXPORT_READY):
                await hearing.tell(Notice(kind, chat, about=f"{export.id}>{rows or 0}>"))
        self._wake_delivery()

    async def _make(self, export: Export) -> int:
        """Fill the sheet and put it on the shelf; gives how many reports it holds."""
        extent = Extent(export.start, export.end, export.agency)
        async with self._storage.reading() as unit:
            total = await unit.exports.count(extent)
        file = await asyncio.to_thread(sheet, export.form)
        done, told = 0, self._clock.now()
        after = 0
        while count := await self._chunk(export, extent, file, after):
            done, after = done + count[0], count[1]
            if self._clock.now() - told >= TOLD_EVERY:
                told = self._clock.now()
                await self._tell(export, done, total)
        first, last = (self._local(each) for each in (export.start, export.end))
        name = f"laporan-{first:%Y%m%d}-{last - timedelta(days=1):%Y%m%d}"
        self._shelf.put(export.id, await asyncio.to_thread(file.finish, name))
        return done

    async def _chunk(
        self, export: Export, extent: Extent, file: Sheet, after: int
    ) -> tuple[int, int] | None:
        """Write the next reports; gives how many they were and the last one's id."""
        async with self._storage.reading() as unit:
            found = await unit.exports.page(extent, after, CHUNK)
            service = Exporting(self._house, unit, self._clock.now())
            rows = [service.row(each, national=export.agency is None) for each in found]
        if not rows:
            return None
        await asyncio.to_thread(file.add, rows)
        return len(rows), found[-1].report.id

    async def _tell(self, export: Export, done: int, total: int) -> None:
        async with self._storage.unit() as unit:
            chat = (await unit.people.get(export.person)).chat
            about = f"{export.id}>{done}>{total}"
            notice = Notice(NoticeKind.EXPORT_PROGRESS, chat, about=about)
            await Hearing(unit, self._clock.now()).tell(notice)
        self._wake_delivery()

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._house.calendar.zone)
