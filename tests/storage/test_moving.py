"""Everything that stood in SQLite's file stands in PostgreSQL afterwards, or nothing does.

These run where the tests run on PostgreSQL.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select

from storage import moving
from storage.columns import metadata
from storage.database import Storage
from storage.errors import DatabaseBusy, DataFolderBusy, MoveFailed
from storage.own_tables import OWN
from storage.preparing import prepare
from storage.seal import Seal
from storage.sqlite import FolderLock
from storage.tables import reports
from tests.storage.examples import NOW
from tests.support.databases import POSTGRES, cluster
from tests.support.steps import fill

_REPORTS = select(func.count()).select_from(reports)
pytestmark = pytest.mark.skipif(not POSTGRES, reason="only with TEST_DATABASE=postgresql")


@pytest.fixture
def source(tmp_path: Path, seal: Seal) -> Path:
    """A file with three rows in every table, and a number that a deleted update had."""
    path = tmp_path / "lapor.db"
    prepare(path, seal)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for number in (2, 3, 4):
            fill(connection, number)
        connection.exec_driver_sql("DELETE FROM sealing WHERE id > 1")
        connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = 70 WHERE name = 'inbox'")
    engine.dispose()
    return path


@pytest.fixture
def target() -> Iterator[str]:
    cluster().sql("CREATE DATABASE target;")
    yield cluster().url("target")
    cluster().sql("DROP DATABASE target WITH (FORCE);")


def unwatched(_what: str, _done: int, _total: int) -> None:
    """Watch nothing."""


async def reports_in(url: str, seal: Seal) -> int:
    storage = await Storage.open(url, seal)
    try:
        async with storage.reading() as unit:
            return int(await unit.people._tx.scalar(_REPORTS))
    finally:
        await storage.close()


async def test_every_row_is_carried_over_and_numbers_go_on_where_they_were(
    source: Path, target: str, seal: Seal
) -> None:
    counts = await moving.move(source, target, seal, source.parent, unwatched)

    storage = await Storage.open(target, seal)
    async with storage.unit() as unit:
        added = await unit.inbox.put(10_000, "p1", b"words", NOW)
    await storage.close()
    assert set(counts) == metadata.tables.keys() - {table.name for table in OWN}
    assert set(counts.values()) == {3}
    assert added is not None
    assert added.id == 71
    assert await reports_in(target, seal) == 3


async def test_who_waits_is_told_of_every_row_twice_until_all_are_done(
    source: Path, target: str, seal: Seal
) -> None:
    seen: dict[str, list[tuple[int, int]]] = {}

    counts = await moving.move(
        source,
        target,
        seal,
        source.parent,
        lambda what, done, total: seen.setdefault(what, []).append((done, total)),
    )

    rows = sum(counts.values())
    assert set(seen) == {"carrying over", "comparing"}
    for told in seen.values():
        assert [done for done, _ in told] == list(range(3, rows + 1, 3))
        assert {total for _, total in told} == {rows}


async def test_a_target_that_is_not_empty_is_refused(source: Path, target: str, seal: Seal) -> None:
    await moving.move(source, target, seal, source.parent, unwatched)

    with pytest.raises(MoveFailed, match=r"not empty.*Name a new database"):
        await moving.move(source, target, seal, source.parent, unwatched)

    assert await reports_in(target, seal) == 3


async def test_nothing_moves_while_a_program_works_on_either_side_and_all_does_afterwards(
    source: Path, target: str, seal: Seal
) -> None:
    lock = FolderLock(source.parent)
    with pytest.raises(DataFolderBusy):
        await moving.move(source, target, seal, source.parent, unwatched)
    lock.release()
    working = await Storage.open(target, seal)
    with pytest.raises(DatabaseBusy, match="stop it first"):
        await moving.move(source, target, seal, source.parent, unwatched)
    await working.close()
    before = await reports_in(target, seal)

    await moving.move(source, target, seal, source.parent, unwatched)

    assert before == 0
    assert await reports_in(target, seal) == 3


async def test_a_row_that_the_target_cannot_take_leaves_it_as_empty_as_before(
    source: Path, target: str, seal: Seal
) -> None:
    with closing(sqlite3.connect(source)) as driver, driver:
        driver.execute("UPDATE history SET reason = 'a' || char(0) || 'b' WHERE id = 4")

    with pytest.raises(MoveFailed, match="did not take everything"):
        await moving.move(source, target, seal, source.parent, unwatched)

    assert await reports_in(target, seal) == 0
