"""Opening and closing the storage, and the units of work on it.

A writing unit has the single writing connection to itself and returns after its commit. A reading
unit sees one moment of what is committed, and can change nothing.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Self

from storage import sqlite
from storage.copying import take
from storage.errors import CopyFailed, DatabaseFailed
from storage.finishing import to_the_end
from storage.leases import AllLeases, Lease, Leases
from storage.ledger import NAME, Ledger
from storage.preparing import prepare, prepare_server
from storage.seal import Seal
from storage.sqlite import FolderLock, SqliteConnection, is_postgres, path_of, require_version
from storage.tx import Connection, Prepared, Tx
from storage.unit import Unit
from storage.writer import Writer

ITS_OWN_TOOLS = (
    "PostgreSQL has its own tools: pg_dump copies everything while the bot works, and pg_restore "
    "brings it back into an empty database."
)
READERS = 4


class Storage:
    """The database of one data folder, open."""

    def __init__(
        self,
        *,
        seal: Seal,
        writer: Writer,
        readers: asyncio.Queue[Connection],
        prepared: Prepared,
        ledger: Ledger,
    ) -> None:
        self._seal = seal
        self._ledger = ledger
        self._writer = writer
        self._readers = readers
        self._prepared = prepared
        self._closing = AsyncExitStack()
        self._closed = False
        self.path: Path | None = None
        self.leases: Leases = AllLeases()
        self._log_holds_erased = True
        """A program that died may have left its log behind."""
        self.version = ""
        """The database's name and version, for people who run it."""
        self.newer_tables: str | None = None
        """The step at which a newer program has left the tables; None where it was this one."""

    @classmethod
    async def open(cls, url: str, seal: Seal | None, *, folder: Path | None = None) -> Self:
        """Lock the folder, check the key, migrate, and open the connections.

        `folder` is where the lock stands; without it, the folder of the database's file.
        Raises DataFolderBusy, WrongKey (also where a key is missing) or UnfitDatabase.
        """
        if is_postgres(url):
            return await cls._open_server(url, seal, folder)
        require_version()
        path = path_of(url)
        async with AsyncExitStack() as closing:
            lock = FolderLock(folder or path.parent)
            closing.callback(lock.release)
            newer = await to_the_end(asyncio.to_thread(prepare, path, seal))
            assert seal is not None
            writing = await SqliteConnection.open(path, writing=True)
            closing.push_async_callback(writing.close)
            connect = partial(SqliteConnection.open, path, writing=False)
            ledger = Ledger(path.with_name(NAME))
            storage = await cls._opened(closing, seal, writing, connect, sqlite.prepared(), ledger)
            storage.version, storage.path = f"SQLite {require_version()}", path
            storage.newer_tables = newer
            return storage

    @classmethod
    async def _open_server(cls, url: str, seal: Seal | None, folder: Path | None) -> Self:
        # What only speaks to a server costs a start on SQLite nothing.
        from storage import postgres
        from storage.sharing import SharedLeases

        async with AsyncExitStack() as closing:
            if folder is not None:
                lock = FolderLock(folder)
                closing.callback(lock.release)
            leases = SharedLeases(url)
            closing.push_async_callback(leases.close)
            writing = await postgres.PostgresConnection.open(url, writing=True, worker=leases)
            closing.push_async_callback(writing.close)
            newer = await prepare_server(url, seal)
            assert seal is not None
            connect = partial(postgres.PostgresConnection.open, url, writing=False)
            ledger = Ledger((folder or Path()) / NAME)
            prepared = postgres.prepared()
            storage = await cls._opened(closing, seal, writing, connect, prepared, ledger)
            storage.leases = leases
            storage.version = f"PostgreSQL {writing.version}"
            storage.newer_tables = newer
            return storage

    @classmethod
    async def _opened(
        cls,
        closing: AsyncExitStack,
        seal: Seal,
        writing: Connection,
        connect: Callable[[], Awaitable[Connection]],
        prepared: Prepared,
        ledger: Ledger,
    ) -> Self:
        writer = Writer(writing, prepared)
        closing.push_async_callback(writer.close)
        readers: asyncio.Queue[Connection] = asyncio.Queue()
        for _ in range(READERS):
            reader = await connect()
            closing.push_async_callback(reader.close)
            readers.put_nowait(reader)
        storage = cls(seal=seal, writer=writer, readers=readers, prepared=prepared, ledger=ledger)
        storage._closing = closing.pop_all()
        return storage

    async def empty_log(self) -> bool:
        """Leave no copy of erased rows in the write-ahead log; False while a reader needs it."""
        if self._log_holds_erased:
            self._log_holds_erased = not await self._writer.empty_log()
        return not self._log_holds_erased

    async def close(self) -> None:
        """Wait for the units that are open, and give the folder back. Closing twice is harmless."""
        if self._closed:
            return
        self._closed = True
        for _ in range(READERS):
            await self._readers.get()
        await self._closing.aclose()

    def unit(self, lease: Lease | None = None) -> AbstractAsyncContextManager[Unit]:
        """Open a writing unit; it is kept when its block ends well, and undone when it raises.

        Raises CommitFailed when it could not be kept, DatabaseFailed when it could not begin,
        LeaseLost when the lease that it is done under is another process's by now.
        """
        return self._writing(lease)

    def unit_on(self, shard: int) -> AbstractAsyncContextManager[Unit]:
        """Open a writing unit for a shard, under this process's lease of it. Raises as `unit`."""
        return self.unit(self.leases.lease(shard))

    def reading(self) -> AbstractAsyncContextManager[Unit]:
        """Open a reading unit; what it would change raises DatabaseFailed."""
        return self._looking()

    async def copy(self, target: Path) -> None:
        """Copy one moment of everything into a new file while units go on. Raises CopyFailed."""
        if self.path is None:
            raise CopyFailed(ITS_OWN_TOOLS)
        stop = threading.Event()
        try:
            await asyncio.to_thread(take, self.path, target, stop)
        finally:
            stop.set()

    @asynccontextmanager
    async def _writing(self, lease: Lease | None) -> AsyncIterator[Unit]:
        async with self._writer.turn(lease) as turn:
            yield Unit(turn.tx, self._seal, turn.afterwards, self._ledger, self._note_erased)

    @asynccontextmanager
    async def _looking(self) -> AsyncIterator[Unit]:
        if self._closed:
            raise DatabaseFailed("the storage is closed")
        reader = await self._readers.get()
        tx: Tx | None = None
        afterwards: list[Callable[[], None]] = []
        try:
            await reader.begin_reading()
            tx = reader.tx(self._prepared)
            yield Unit(tx, self._seal, afterwards, self._ledger, self._note_erased)
            await tx.finish()
        finally:
            if tx is not None:
                tx.over = True
            await to_the_end(self._give_back(reader))
        for callback in afterwards:
            callback()

    def _note_erased(self) -> None:
        self._log_holds_erased = True

    async def _give_back(self, reader: Connection) -> None:
        await reader.abandon()
        self._readers.put_nowait(reader)
