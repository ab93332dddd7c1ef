"""A process that stores updates and says each number once it is stored, until it is killed.

`python -m tests.storage.acknowledging URL KEY`; with `crash` behind it, it falls over instead.
"""

import asyncio
import sys
from datetime import UTC, datetime

from bot.domain.people import Invitation, InvitationKind
from storage.database import Storage
from storage.seal import Key, Seal

WORKERS = 20
INVITATION = Invitation(InvitationKind.ADMIN, None, None, datetime(2100, 1, 1, tzinfo=UTC))


async def store(storage: Storage, worker: int) -> None:
    """Store one update after another, each with a fact that must come along with it."""
    update = worker
    while True:
        now = datetime.now(UTC)
        async with storage.unit() as unit:
            await unit.inbox.put(update, f"person:{worker}", b"words", now)
            await unit.access.invite(update.to_bytes(32, "big"), INVITATION)
        sys.stdout.write(f"{update}\n")
        sys.stdout.flush()
        update += WORKERS


async def main(url: str, key: str, then: str = "") -> None:
    storage = await Storage.open(url, Seal(Key.from_text(key)))
    if then == "crash":
        raise ZeroDivisionError
    async with asyncio.TaskGroup() as tasks:
        for worker in range(WORKERS):
            tasks.create_task(store(storage, worker))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
