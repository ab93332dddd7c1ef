"""Nothing acknowledged is lost when the process is killed."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import Storage
from storage.seal import Key, Seal

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 2, tzinfo=UTC)


async def acknowledged_before_the_kill(url: str, key: Key, enough: int) -> list[int]:
    """Kill a storing process after so many acknowledgements; give all that it still uttered."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.storage.acknowledging",
        url,
        str(key),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    said = [await process.stdout.readline() for _ in range(enough)]
    process.kill()
    rest = await process.stdout.read()
    await process.wait()
    said += [line for line in rest.splitlines(keepends=True) if line.endswith(b"\n")]
    return [int(line) for line in said]


@pytest.mark.parametrize("enough", [1, 400])
async def test_what_was_acknowledged_before_a_kill_is_there_after_it(
    url: str, key: Key, seal: Seal, enough: int
) -> None:
    acknowledged = await acknowledged_before_the_kill(url, key, enough)

    storage = await Storage.open(url, seal)
    async with storage.reading() as unit:
        stored = {row.update_id for row in await unit.inbox.waiting(100_000)}
        whole = [
            await unit.access.peek(update.to_bytes(32, "big"), NOW) is not None for update in stored
        ]
    await storage.close()
    assert len(acknowledged) >= enough
    assert set(acknowledged) <= stored
    assert all(whole)


async def test_a_process_that_crashes_without_closing_ends(url: str, key: Key) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.storage.acknowledging",
        url,
        str(key),
        "crash",
        cwd=ROOT,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None

    async with asyncio.timeout(10):
        said = await process.stderr.read()
        await process.wait()

    assert b"ZeroDivisionError" in said
    assert process.returncode == 1
