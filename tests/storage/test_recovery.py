"""After errors of the disk, even in undoing what they broke off, the database goes on."""

from contextlib import suppress

import pytest

from storage.database import READERS, Storage
from storage.errors import CommitFailed
from storage.seal import Seal
from tests.measure.faults.nth import Countdown, shaky
from tests.storage.examples import NOW


async def test_a_reader_whose_end_failed_reads_what_is_new(url: str, seal: Seal) -> None:
    countdown = Countdown()
    with shaky(countdown):
        storage = await Storage.open(url, seal)
    async with storage.reading():
        countdown.set(1)
    async with storage.unit() as unit:
        await unit.inbox.put(7, "p1", b"words", NOW)

    found = []
    for _ in range(READERS + 1):
        async with storage.reading() as unit:
            found.append(len(await unit.inbox.waiting(9)))
    await storage.close()

    assert found == [1] * (READERS + 1)


@pytest.mark.usefixtures("database")
async def test_a_writer_whose_commit_and_rollback_failed_writes_again(url: str, seal: Seal) -> None:
    countdown = Countdown()
    with shaky(countdown):
        storage = await Storage.open(url, seal)
    with suppress(CommitFailed):
        async with storage.unit() as unit:
            await unit.inbox.put(7, "p1", b"words", NOW)
            countdown.set(1, times=2)
    failed = countdown.over

    async with storage.unit() as unit:
        await unit.inbox.put(8, "p1", b"words", NOW)
    async with storage.reading() as unit:
        stored = [row.update_id for row in await unit.inbox.waiting(9)]
    await storage.close()

    assert failed
    assert stored == [8]
