"""What only PostgreSQL can do to us: lost connections, unanswered commits, a second program.

These run where the tests run on PostgreSQL.
"""

import asyncio
import re
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from enum import Enum, auto
from pathlib import Path

import asyncpg
import pytest
from alembic import command
from sqlalchemy import Connection, NullPool
from sqlalchemy.ext.asyncio import create_async_engine

from bot.domain.people import Person
from bot.domain.report import Status
from storage import postgres, preparing
from storage.database import Storage
from storage.errors import CommitFailed, DatabaseBusy, DatabaseFailed, UnfitDatabase
from storage.migrations import HEAD
from storage.preparing import prepare_server
from storage.seal import Seal
from tests.measure import databases
from tests.storage.examples import NOW, a_report
from tests.support.databases import POSTGRES, cluster
from tests.support.steps import a_config

_KEYS = "SELECT count(*) FROM sealing"
pytestmark = pytest.mark.skipif(not POSTGRES, reason="only with TEST_DATABASE=postgresql")


async def add(storage: Storage, update: int) -> None:
    async with storage.unit() as unit:
        await unit.inbox.put(update, "p1", b"words", NOW)


async def is_added(storage: Storage, update: int) -> bool:
    try:
        await add(storage, update)
    except DatabaseFailed:
        return False
    return True


async def stored(storage: Storage) -> list[int]:
    async with storage.reading() as unit:
        return [row.update_id for row in await unit.inbox.waiting(1000)]


def end_every_connection_to(url: str) -> None:
    name = url.partition("@/")[2].partition("?")[0]
    cluster().sql(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}';"
    )


class Fate(Enum):
    """What becomes of a commit on its way."""

    PASSED_ON = auto()
    ANSWER_LOST = auto()
    LOST = auto()


class Wire:
    """A way to the server that can lose a commit, or the answer to it."""

    def __init__(self, server: Path) -> None:
        self._server = server / ".s.PGSQL.5432"
        self.fate = Fate.PASSED_ON

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection, until one side is gone or a commit is lost."""
        from_server, to_server = await asyncio.open_unix_connection(self._server)
        lost = asyncio.Event()
        try:
            async with asyncio.TaskGroup() as tasks:
                there = tasks.create_task(self._there(reader, to_server, lost))
                back = tasks.create_task(self._back(from_server, writer, lost))
                await asyncio.wait({there, back}, return_when=asyncio.FIRST_COMPLETED)
                there.cancel()
                back.cancel()
        finally:
            to_server.close()
            writer.close()

    async def _there(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lost: asyncio.Event
    ) -> None:
        while data := await reader.read(1 << 16):
            if b"COMMIT" in data and self.fate is not Fate.PASSED_ON:
                fate, self.fate = self.fate, Fate.PASSED_ON
                lost.set()
                if fate is Fate.ANSWER_LOST:
                    writer.write(data)
                    await writer.drain()
                    await asyncio.sleep(0.3)
                return
            writer.write(data)
            await writer.drain()

    async def _back(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lost: asyncio.Event
    ) -> None:
        while data := await reader.read(1 << 16):
            if not lost.is_set():
                writer.write(data)
                await writer.drain()


@asynccontextmanager
async def wired(url: str) -> AsyncIterator[tuple[Wire, str]]:
    """A wire to the server, and the URL of the same database behind it."""
    straight = url.partition("host=")[2]
    with tempfile.TemporaryDirectory() as folder:
        wire = Wire(Path(straight))
        server = await asyncio.start_unix_server(wire.carry, Path(folder) / ".s.PGSQL.5432")
        try:
            yield wire, url.replace(straight, folder)
        finally:
            server.close()


async def test_a_lost_connection_fails_its_unit_and_the_next_one_goes_on(
    storage: Storage, url: str
) -> None:
    await add(storage, 1)

    async def lose_the_connection_half_way() -> None:
        async with storage.unit() as unit:
            await unit.inbox.put(2, "p1", b"words", NOW)
            end_every_connection_to(url)
            await unit.inbox.put(3, "p1", b"words", NOW)

    with pytest.raises(DatabaseFailed):
        await lose_the_connection_half_way()
    await add(storage, 4)

    assert await stored(storage) == [1, 4]


@pytest.mark.parametrize(("fate", "kept"), [(Fate.ANSWER_LOST, [1, 2, 3, 4]), (Fate.LOST, [1, 4])])
async def test_a_commit_that_nobody_answered_is_told_as_it_was(
    url: str, seal: Seal, fate: Fate, kept: list[int]
) -> None:
    async with wired(url) as (wire, behind):
        storage = await Storage.open(behind, seal)
        await add(storage, 1)
        wire.fate = fate

        told = await asyncio.gather(add(storage, 2), add(storage, 3), return_exceptions=True)
        await add(storage, 4)

        assert [type(each) for each in told] == [
            type(None) if fate is Fate.ANSWER_LOST else CommitFailed
        ] * 2
        assert await stored(storage) == kept
        await storage.close()


async def test_two_programs_write_in_turns_and_lose_nothing(
    storage: Storage, url: str, seal: Seal
) -> None:
    second = await Storage.open(url, seal)

    await asyncio.gather(*(add(each, n) for n in range(30) for each in (storage, second)))

    assert await stored(second) == sorted([*range(30)])
    await second.close()


async def test_numbers_are_given_in_the_order_of_commits_whoever_commits(
    storage: Storage, url: str, seal: Seal
) -> None:
    second = await Storage.open(url, seal)
    order: list[int] = []

    async def note(each: Storage, number: int) -> None:
        async with each.unit() as unit:
            row = await unit.inbox.put(number, "p1", b"words", NOW)
            assert row
            await asyncio.sleep(0)
            order.append(row.id)

    await asyncio.gather(
        *(note(each, base + n) for n in range(30) for base, each in ((0, storage), (100, second)))
    )

    assert order == sorted(order)
    await second.close()


async def test_a_program_that_stood_still_half_way_goes_on(
    url: str, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server has hung up meanwhile, and its last word is read together with its answer."""
    monkeypatch.setitem(postgres._SESSION, "idle_in_transaction_session_timeout", "100ms")
    storage = await Storage.open(url, seal)
    kept = []
    for turns in range(12):
        async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
            adding = tasks.create_task(is_added(storage, turns))
            for _ in range(turns):
                await asyncio.sleep(0)
            time.sleep(0.3)  # noqa: ASYNC251 - nothing else stops everything, as SIGSTOP does
        if adding.result():
            kept.append(turns)

    async with asyncio.timeout(20):
        await add(storage, 99)

    assert await stored(storage) == [*kept, 99]
    await storage.close()


async def test_a_server_that_is_not_there_is_named_without_its_password(seal: Seal) -> None:
    with pytest.raises(UnfitDatabase, match=r"127\.0\.0\.1:9/lapor cannot be reached") as refused:
        await Storage.open("postgresql+asyncpg://lapor:geheim@127.0.0.1:9/lapor", seal)

    assert "geheim" not in str(refused.value)


@pytest.fixture
def empty() -> Iterator[str]:
    cluster().sql("CREATE DATABASE empty;")
    yield cluster().url("empty")
    cluster().sql("DROP DATABASE empty WITH (FORCE);")


async def test_programs_that_start_at_once_bring_the_tables_up_once(empty: str, seal: Seal) -> None:
    async with asyncio.TaskGroup() as starting:
        for _ in range(3):
            starting.create_task(prepare_server(empty, seal))

    told = [await asked(empty, sql) for sql in ("SELECT version_num FROM alembic_version", _KEYS)]
    assert told == [HEAD, 1]


async def test_tables_that_somebody_reads_for_long_are_left_as_they_are(
    empty: str, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "PATIENCE", "SET LOCAL lock_timeout = '0.2s'")
    await on(empty, lambda connection: command.upgrade(a_config(connection=connection), "0014"))
    dumping = await asyncpg.connect(empty.replace("+asyncpg", ""))
    try:
        async with dumping.transaction():
            await dumping.execute("LOCK TABLE reports IN ACCESS SHARE MODE")
            with pytest.raises(DatabaseBusy, match="Nothing was changed"):
                await prepare_server(empty, seal)
    finally:
        await dumping.close()
    before = await asked(empty, "SELECT version_num FROM alembic_version")

    await prepare_server(empty, seal)

    assert before == "0014"
    assert await asked(empty, "SELECT version_num FROM alembic_version") == HEAD


async def on(url: str, work: Callable[[Connection], None]) -> None:
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.run_sync(work)
    await engine.dispose()


async def asked(url: str, sql: str) -> object:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


def test_small_units_are_counted_on_both_databases_side_by_side() -> None:
    figures = databases.measured(units=20, alone=3)

    assert set(figures) == {"sqlite", "postgresql"}
    for each in figures.values():
        assert each["per_s"] > 0
        assert each["alone_ms"] > 0


async def test_a_page_of_a_queue_looks_up_the_words_of_its_own_reports_alone(
    storage: Storage, url: str, siti: Person
) -> None:
    async with storage.unit() as unit:
        for _ in range(20):
            await unit.reports.add(a_report(siti.id, status=Status.UNVERIFIED))
        page = await unit.reports.waiting_for_admin(4, 3)
    [sql] = (s for s in storage._prepared._known.values() if "OFFSET" in s.text)
    values = {**sql.written, "skipped": 4, "most": 3}

    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        for way in ("seqscan", "hashjoin", "mergejoin"):
            await connection.execute(f"SET enable_{way} = off")
        explained = f"EXPLAIN ANALYZE {sql.text}"
        plan = await connection.fetch(explained, *(values[name] for name in sql.order))
    finally:
        await connection.close()

    looked = re.findall(r"report_words .*loops=(\d+)", "\n".join(row[0] for row in plan))
    assert len(page) == 3
    assert set(looked) == {"3"}
