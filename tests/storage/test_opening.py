"""Opening a data folder: one writer, the right key, a database that fits."""

import asyncio
import sqlite3
from collections import deque
from contextlib import closing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.people import ChatId, Person
from storage.database import Storage
from storage.errors import DatabaseFailed, DataFolderBusy, UnfitDatabase, WrongKey
from storage.migrations import HEAD
from storage.preparing import prepare
from storage.seal import Key, Seal
from storage.sqlite import SqliteConnection
from storage.tx import Connection
from tests.storage.examples import NOW
from tests.support.databases import number_in, run_in


async def test_a_new_database_is_made_and_found_again(tmp_path: Path, seal: Seal) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/new/lapor.db"
    storage = await Storage.open(url, seal)
    async with storage.unit() as unit:
        ana = await unit.people.add(ChatId(5), "Ana", "id", NOW)
    await storage.close()

    storage = await Storage.open(url, seal)

    async with storage.reading() as unit:
        assert await unit.people.get(ana.id) == ana
    await storage.close()


@pytest.mark.usefixtures("database")
async def test_a_second_opener_of_the_folder_is_refused_until_the_first_closes(
    url: str, seal: Seal, tmp_path: Path
) -> None:
    first = await Storage.open(url, seal)

    with pytest.raises(DataFolderBusy, match=str(tmp_path)):
        await Storage.open(url, seal)

    await first.close()
    second = await Storage.open(url, seal)
    await second.close()


async def test_the_lock_can_stand_in_a_folder_of_its_own(
    url: str, seal: Seal, tmp_path: Path
) -> None:
    storage = await Storage.open(url, seal, folder=tmp_path / "data")

    assert (tmp_path / "data" / "lock").exists()
    await storage.close()


async def test_another_key_is_refused_and_the_right_one_still_opens(
    storage: Storage, url: str, seal: Seal, siti: Person
) -> None:
    await storage.close()

    with pytest.raises(WrongKey):
        await Storage.open(url, Seal(Key.generate()))

    again = await Storage.open(url, seal)
    async with again.reading() as unit:
        assert await unit.people.get(siti.id) == siti
    await again.close()


async def test_without_a_key_nothing_opens(url: str, tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        await Storage.open(url, None)
    with pytest.raises(WrongKey):
        await Storage.open(f"sqlite:///{tmp_path}/new.db", None)


async def test_programs_that_start_at_once_bring_the_tables_up_once(
    tmp_path: Path, seal: Seal
) -> None:
    path = tmp_path / "lapor.db"

    async with asyncio.TaskGroup() as starting:
        for _ in range(3):
            starting.create_task(asyncio.to_thread(prepare, path, seal))

    with closing(sqlite3.connect(path)) as database:
        [step] = database.execute("SELECT version_num FROM alembic_version").fetchall()
        [keys] = database.execute("SELECT count(*) FROM sealing").fetchall()
    assert (*step, *keys) == (HEAD, 1)


async def belongs_to_a_newer_program(folder: Path, oldest: str) -> None:
    await run_in(folder, "UPDATE alembic_version SET version_num = '9999'")
    await run_in(folder, f"UPDATE oldest_program SET step = '{oldest}'")


async def test_the_program_of_the_release_before_works_on_and_says_what_to_do(
    url: str, seal: Seal, tmp_path: Path
) -> None:
    await (await Storage.open(url, seal)).close()
    await belongs_to_a_newer_program(tmp_path, oldest=HEAD)

    with capture_logs() as logs:
        storage = await Storage.open(url, seal)
    async with storage.unit() as unit:
        await unit.people.add(ChatId(5), "Ana", "id", NOW)
    await storage.close()

    [line] = [one for one in logs if one["event"] == "older_than_the_database"]
    assert (line["tables"], line["ours"]) == ("9999", HEAD)
    assert "install the newer lapor-bot" in line["next"]
    assert await number_in(tmp_path, "SELECT count(*) FROM people") == 1
    assert await number_in(tmp_path, "SELECT CAST(version_num AS int) FROM alembic_version") == 9999


async def test_a_database_of_a_much_newer_program_is_left_alone(
    url: str, seal: Seal, tmp_path: Path
) -> None:
    await (await Storage.open(url, seal)).close()
    await belongs_to_a_newer_program(tmp_path, oldest="9998")

    with pytest.raises(UnfitDatabase, match=r"newer lapor-bot.*9999.*install that version"):
        await Storage.open(url, seal)


async def test_a_newer_database_that_says_nothing_of_older_programs_is_left_alone(
    url: str, seal: Seal, tmp_path: Path
) -> None:
    await (await Storage.open(url, seal)).close()
    await belongs_to_a_newer_program(tmp_path, oldest=HEAD)
    await run_in(tmp_path, "DROP TABLE oldest_program")

    with pytest.raises(UnfitDatabase, match="9999"):
        await Storage.open(url, seal)


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, seal: Seal) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("belanja: beras, telur\n" * 100)

    with pytest.raises(UnfitDatabase):
        await Storage.open(f"sqlite:///{path}", seal)

    assert path.read_text().startswith("belanja")


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:///:memory:",
        "sqlite+aiosqlite://",
        "mysql://localhost/lapor",
        "no url",
    ],
)
async def test_a_url_that_names_no_file_of_sqlite_is_refused(url: str, seal: Seal) -> None:
    with pytest.raises(UnfitDatabase):
        await Storage.open(url, seal)


async def test_a_closed_storage_says_so_and_closes_twice(storage: Storage) -> None:
    await storage.close()
    await storage.close()

    with pytest.raises(DatabaseFailed):
        async with storage.unit():
            pass
    with pytest.raises(DatabaseFailed):
        async with storage.reading():
            pass


@pytest.mark.usefixtures("database")
async def test_the_writer_waits_for_the_disk_and_readers_cannot_write(storage: Storage) -> None:
    async def pragma(name: str, reader: bool) -> object:
        readers: deque[Connection] = storage._readers._queue  # type: ignore[attr-defined]
        connection = readers[0] if reader else storage._writer._connection
        assert isinstance(connection, SqliteConnection)
        [row] = await connection.driver.execute_fetchall(f"PRAGMA {name}")
        return row[0]

    full, on = 2, 1

    assert await pragma("synchronous", reader=False) == full
    assert await pragma("journal_mode", reader=False) == "wal"
    assert await pragma("foreign_keys", reader=False) == on
    assert await pragma("query_only", reader=True) == on
    assert storage.version == f"SQLite {sqlite3.sqlite_version}"
