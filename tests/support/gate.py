"""A database whose readers are held at the very end of their reading, after they have seen it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from storage.database import Storage
from storage.unit import Unit


class Gate:
    """Holds one reader: what is committed meanwhile it has not seen."""

    def __init__(self, storage: Storage) -> None:
        self._reading = storage.reading
        self._opened = asyncio.Event()
        self._reached = asyncio.Event()
        setattr(storage, "reading", self._gated)  # noqa: B010 - mypy knows no other way

    async def reached(self) -> None:
        """Wait until a reader has read and is held."""
        await self._reached.wait()

    def open(self) -> None:
        """Let it go on, and everybody after it."""
        self._opened.set()

    def _gated(self) -> AbstractAsyncContextManager[Unit]:
        return self._held()

    @asynccontextmanager
    async def _held(self) -> AsyncIterator[Unit]:
        async with self._reading() as unit:
            yield unit
            self._reached.set()
            await self._opened.wait()
