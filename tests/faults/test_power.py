"""The power goes: what was acknowledged is there, and the file is whole."""

import asyncio
import os
import random
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.measure import power
from tests.measure.faults.disk import Disk, compiler
from tests.measure.faults.replay import cuts
from tests.support.databases import POSTGRES

pytestmark = [
    pytest.mark.skipif(POSTGRES, reason="the disk of a server is not the program's"),
    pytest.mark.skipif(compiler() is None, reason="no C compiler"),
]

_COMMITS = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
database.execute("PRAGMA synchronous = FULL")
database.execute("CREATE TABLE lines (id INTEGER PRIMARY KEY, words TEXT)")
database.execute(f"PRAGMA synchronous = {sys.argv[2]}")
for number in range(200):
    database.execute("INSERT INTO lines (words) VALUES (?)", ("x" * 500,))
    print(number + 1, flush=True)
    sys.stdin.readline()
"""


async def test_no_acknowledged_update_is_lost_in_a_power_cut() -> None:
    figures = await power.cut(40, 8, seed=5)

    assert power.broken(figures) == []
    assert figures["promises_looked_at"] > 500


@pytest.mark.parametrize(("synchronous", "lost"), [("FULL", False), ("NORMAL", True)])
async def test_the_cuts_show_what_a_weaker_setting_would_lose(
    tmp_path: Path, synchronous: str, lost: bool
) -> None:
    folder, after = tmp_path / "data", tmp_path / "after"
    folder.mkdir()
    after.mkdir()
    disk = Disk(tmp_path, folder, recording=True)
    promised = await _commits(disk, folder / "lapor.db", synchronous)

    missing = 0
    last = max(promised.values())
    for moment in cuts(
        disk.trace, after, list(range(last // 2, last, last // 50)), random.Random(1)
    ):
        with closing(sqlite3.connect(after / "lapor.db")) as database:
            stored = database.execute("SELECT count(*) FROM lines").fetchone()[0]
        missing += max(0, sum(by <= moment for by in promised.values()) - stored)

    assert (missing > 0) is lost


async def _commits(disk: Disk, path: Path, synchronous: str) -> dict[int, int]:
    """Commit line after line; give how long the record was when each was acknowledged."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _COMMITS,
        str(path),
        synchronous,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **disk.environment},
    )
    assert process.stdout
    assert process.stdin
    promised = {}
    while line := await process.stdout.readline():
        promised[int(line)] = disk.written()
        process.stdin.write(b"\n")
    await process.wait()
    return promised
