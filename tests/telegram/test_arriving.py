"""What comes at once is committed together, and each is acknowledged only when it is."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.arriving import Arriving
from storage.database import Storage
from storage.errors import DatabaseFailed
from storage.stores.inbox import InboxRow
from tests.support.clock import TurnedClock
from tests.support.heard import NOW
from tests.support.post import opened


@dataclass
class Door:
    """Where updates come in; `taken` are those that were gone on with, commit by commit."""

    storage: Storage
    taken: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.arriving = Arriving(self.storage, TurnedClock(NOW), self._take)

    def _take(self, rows: Sequence[InboxRow], *, alone: bool) -> None:  # noqa: ARG002
        self.taken.append([row.update_id for row in rows])

    async def accept(self, *updates: int) -> None:
        await self.arriving.accept([_said(number) for number in updates])

    async def stored(self) -> list[int]:
        async with self.storage.reading() as unit:
            return [row.update_id for row in await unit.inbox.waiting(1000)]

    @asynccontextmanager
    async def closed(self) -> AsyncIterator[None]:
        """Somebody else writes, and whoever comes meanwhile waits."""
        async with self.storage.unit():
            yield
            await asyncio.sleep(0.01)


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    async with opened(tmp_path) as storage:
        yield Door(storage)


def _said(number: int) -> dict[str, Any]:
    chat = {"id": 7, "type": "private"}
    return {"update_id": number, "message": {"message_id": 1, "chat": chat, "from": {"id": 7}}}


async def test_updates_that_come_while_one_waits_for_its_turn_go_along_in_their_order(
    door: Door,
) -> None:
    async with asyncio.TaskGroup() as crowd, door.closed():
        for number in range(9, 0, -1):
            crowd.create_task(door.accept(number))
    await door.accept(100, 101)

    assert door.taken == [[*range(9, 0, -1)], [100, 101]]
    assert await door.stored() == [*range(9, 0, -1), 100, 101]


async def test_an_update_that_comes_twice_at_once_is_taken_once_and_acknowledged_twice(
    door: Door,
) -> None:
    async with asyncio.TaskGroup() as crowd, door.closed():
        for number in (1, 2, 1, 3, 2):
            crowd.create_task(door.accept(number))
    await door.accept(3, 4)

    assert door.taken == [[1, 2, 3], [4]]
    assert await door.stored() == [1, 2, 3, 4]


async def test_none_is_acknowledged_of_those_that_could_not_be_kept_together(door: Door) -> None:
    too_large = 2**63
    async with door.closed():
        crowd = asyncio.gather(*map(door.accept, (1, too_large, 2)), return_exceptions=True)
        await asyncio.sleep(0)
    told = await crowd
    await door.accept(3)

    assert all(isinstance(each, Exception) for each in told)
    assert await door.stored() == [3]


async def test_who_goes_along_with_one_that_gives_up_is_told_that_it_was_not_kept(
    door: Door,
) -> None:
    async def gives_up() -> None:
        async with asyncio.timeout(0):
            await door.accept(1)

    async with door.closed():
        crowd = [gives_up(), door.accept(2), door.accept(3)]
        waiting = asyncio.gather(*crowd, return_exceptions=True)
        await asyncio.sleep(0)
    told = await waiting
    await asyncio.gather(door.accept(2), door.accept(3))

    assert [type(each) for each in told] == [TimeoutError, DatabaseFailed, DatabaseFailed]
    assert await door.stored() == [2, 3]
