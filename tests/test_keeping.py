"""Backup and restore, as an operator types them, with the drill that shows they work."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import alembic.command
import pytest
from sqlalchemy import create_engine
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox
from storage.database import Storage
from storage.migrations import HEAD
from storage.preparing import prepare
from storage.seal import Key, Seal
from tests.scenes.test_killed import TOWNS
from tests.storage.examples import NOW
from tests.support.databases import POSTGRES, url_in
from tests.support.steps import a_config
from tests.support.victim import command, command_line
from tests.test_cli import configured

RUNNER = CliRunner()
PATIENCE = 30.0


def in_file(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'lapor.db'}"


def told(*words: str | Path, typed: str = "") -> Result:
    return RUNNER.invoke(app, [str(word) for word in words], input=typed)


@pytest.fixture
def key() -> Key:
    return Key.generate()


@pytest.fixture
def config(tmp_path: Path, key: Key) -> Path:
    """Settings, and a database with one person and three messages: sent, waiting, waiting."""
    path = tmp_path / "config.toml"
    path.write_text(f'[data]\nfolder = "{tmp_path}/data"\nkey = "{key}"\n')
    (tmp_path / "data").mkdir()
    prepare(tmp_path / "data" / "lapor.db", Seal(key))
    asyncio.run(_fill(tmp_path / "data", key))
    return path


async def _fill(folder: Path, key: Key) -> None:
    async with opened(folder, key) as storage:
        async with storage.unit() as unit:
            await unit.people.add(ChatId(700123456), "Siti Rahmawati", "id", NOW)
            for _ in range(3):
                await unit.outbox.put(ChatId(7), "notice", b"x", Urgency.NOTICE, NOW)
        async with storage.unit() as sending:
            await sending.outbox.sent(unit.outbox.written[0].id, NOW, 1)


@asynccontextmanager
async def opened(folder: Path, key: Key, url: str = "") -> AsyncIterator[Storage]:
    storage = await Storage.open(url or in_file(folder), Seal(key), folder=folder)
    try:
        yield storage
    finally:
        await storage.close()


async def waiting_in(folder: Path, key: Key, url: str = "") -> int:
    async with opened(folder, key, url) as storage, storage.reading() as unit:
        return await unit.outbox.count_waiting()


def test_what_was_backed_up_is_restored_and_counted(config: Path, key: Key, tmp_path: Path) -> None:
    made = told("backup", tmp_path / "copy", "--config", config)

    done = told("restore", tmp_path / "copy", "--into", tmp_path / "new", "--config", config)

    assert made.exit_code == done.exit_code == 0, made.output + done.output
    assert re.search(r"people\s+│\s+1 ", done.stdout)
    assert re.search(r"outbox\s+│\s+3 ", done.stdout)
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"lapor.db", "lock"}
    assert asyncio.run(waiting_in(tmp_path / "data", key)) == 2


def step_in(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "lapor.db")) as database:
        [(step,)] = database.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(step)


def test_a_backup_of_an_older_program_is_brought_up_to_date(
    config: Path, key: Key, tmp_path: Path
) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/data/lapor.db")
    with engine.connect() as old:
        alembic.command.downgrade(a_config(connection=old), "0013")
    engine.dispose()
    made = told("backup", tmp_path / "copy", "--config", config)

    done = told("restore", tmp_path / "copy", "--into", tmp_path / "new", "--config", config)

    assert made.exit_code == done.exit_code == 0, made.output + done.output
    assert (step_in(tmp_path / "data"), step_in(tmp_path / "new")) == ("0013", HEAD)
    assert re.search(r"people\s+│\s+1 ", done.stdout)
    assert asyncio.run(waiting_in(tmp_path / "new", key)) == 0


def test_a_restore_leaves_the_ledger_of_erasures_where_it_is_and_misses_it_where_it_is_not(
    config: Path, tmp_path: Path
) -> None:
    told("backup", tmp_path / "copy", "--config", config)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "erasures").write_text("a line\n")
    restore = ("restore", tmp_path / "copy", "--config", config, "--into")

    beside, without = told(*restore, tmp_path / "new"), told(*restore, tmp_path / "other")

    assert beside.exit_code == without.exit_code == 0, beside.output + without.output
    assert (tmp_path / "new" / "erasures").read_text() == "a line\n"
    assert "No file called erasures" not in beside.stdout
    assert "No file called erasures" in without.stdout


@pytest.mark.parametrize(("words", "left"), [((), 0), (("--send-waiting",), 2)])
def test_what_waited_to_be_sent_is_sent_after_a_restore_only_on_request(
    config: Path, key: Key, tmp_path: Path, words: tuple[str, ...], left: int
) -> None:
    told("backup", tmp_path / "copy", "--config", config)

    done = told(
        "restore", tmp_path / "copy", "--into", tmp_path / "new", "--config", config, *words
    )

    assert ("2 messages waited" in done.stdout) == (not words)
    assert asyncio.run(waiting_in(tmp_path / "new", key)) == left


def test_a_backup_under_a_passphrase_opens_with_that_one_only(config: Path, tmp_path: Path) -> None:
    made = told(
        "backup", tmp_path / "copy", "--encrypt", "--config", config, typed="rahasia\nrahasia\n"
    )
    restore = ("restore", tmp_path / "copy", "--into", tmp_path / "new", "--config", config)

    wrong = told(*restore, typed="bukan itu\n")
    right = told(*restore, typed="rahasia\n")

    assert made.exit_code == right.exit_code == 0, made.output + right.output
    assert wrong.exit_code == 1
    assert "not the passphrase" in wrong.stderr
    assert b"people" not in (tmp_path / "copy").read_bytes()


def test_a_key_file_serves_where_nobody_types(config: Path, tmp_path: Path) -> None:
    Key.generate().write(tmp_path / "backup.key")
    with_key = ("--key-file", tmp_path / "backup.key", "--config", config)

    made = told("backup", tmp_path / "copy", "--encrypt", *with_key)
    bare = told("restore", tmp_path / "copy", "--into", tmp_path / "new", "--config", config)
    done = told("restore", tmp_path / "copy", "--into", tmp_path / "new", *with_key)

    assert made.exit_code == done.exit_code == 0, made.output + done.output
    assert "--key-file" in bare.stderr


def test_the_sealing_key_is_inside_only_on_request_and_encrypted(
    config: Path, key: Key, tmp_path: Path
) -> None:
    Key.generate().write(tmp_path / "backup.key")
    keyless = tmp_path / "keyless.toml"
    keyless.write_text("")
    locked = ("--encrypt", "--key-file", tmp_path / "backup.key", "--config", config)
    into = ("--into", tmp_path / "new", "--key-file", tmp_path / "backup.key", "--config", keyless)

    clear = told("backup", tmp_path / "copy", "--with-key", "--config", config)
    told("backup", tmp_path / "without", *locked)
    told("backup", tmp_path / "with", "--with-key", *locked)
    refused = told("restore", tmp_path / "without", *into)
    done = told("restore", tmp_path / "with", *into)

    assert clear.exit_code == refused.exit_code == 1
    assert "--encrypt" in clear.stderr
    assert "data.key_file" in refused.stderr
    assert done.exit_code == 0, done.output
    assert str(Key.read(tmp_path / "new" / "key")) == str(key)


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    yield
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_is_not_empty_is_left_as_it_is(config: Path, tmp_path: Path) -> None:
    told("backup", tmp_path / "copy", "--config", config)

    with unchanged(tmp_path / "data"):
        done = told("restore", tmp_path / "copy", "--config", config)

    assert done.exit_code == 1
    assert "empty folder" in done.stderr
    assert "--into" in done.stderr


def test_a_backup_replaces_no_file(config: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("belanja: beras")

    made = told("backup", tmp_path / "copy", "--config", config)

    assert made.exit_code == 1
    assert "choose another name" in made.stderr
    assert (tmp_path / "copy").read_text() == "belanja: beras"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no backup"),
        (b"belanja: beras", "no backup"),
        (b"lapor-bot backup 1\n{broken", "damaged"),
        (b'lapor-bot backup 1\n{"kdf": "age", "salt": "00"}\n', "newer lapor-bot"),
    ],
)
def test_a_file_that_is_no_backup_is_refused_and_leaves_nothing_behind(
    config: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "copy").write_bytes(content)

    done = told("restore", tmp_path / "copy", "--into", tmp_path / "new", "--config", config)

    assert done.exit_code == 1
    assert words in done.stderr
    assert not (tmp_path / "new" / "lapor.db").exists()


def test_another_sealing_key_is_refused(config: Path, tmp_path: Path) -> None:
    told("backup", tmp_path / "copy", "--config", config)
    other = tmp_path / "other.toml"
    other.write_text(f'[data]\nkey = "{Key.generate()}"\n')

    done = told("restore", tmp_path / "copy", "--into", tmp_path / "new", "--config", other)

    assert done.exit_code == 1
    assert "another key" in done.stderr
    assert not (tmp_path / "new" / "lapor.db").exists()


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("sqlite:///{}/data/lapor.db", "sqlite:///{}/new.db", "must be PostgreSQL"),
        ("sqlite:///{}/absent.db", "postgresql+asyncpg://127.0.0.1:9/x", "There is no database"),
        (
            "sqlite:///{}/data/lapor.db",
            "postgresql+asyncpg://a:geheim@127.0.0.1:9/x",
            "127.0.0.1:9/x",
        ),
    ],
)
def test_a_move_that_cannot_begin_says_why(
    config: Path, tmp_path: Path, source: str, target: str, words: str
) -> None:
    done = told("move", source.format(tmp_path), target.format(tmp_path), "--config", config)

    assert done.exit_code == 1
    assert words in done.stderr
    assert "geheim" not in done.output


@pytest.mark.skipif(not POSTGRES, reason="only with TEST_DATABASE=postgresql")
def test_everything_moves_to_postgresql_by_one_command_once(
    config: Path, key: Key, tmp_path: Path
) -> None:
    target = tmp_path / "target"
    words = ("move", in_file(tmp_path / "data"), url_in(target), "--config", str(config))

    with unchanged(tmp_path / "data"):
        code, said = asyncio.run(command(*words, FORCE_COLOR="1", TERM="xterm"))
        again = told(*words)

    assert code == 0, said
    assert "carrying over" in said
    assert "comparing" in said
    assert "Everything is there" in said
    assert asyncio.run(waiting_in(target, key, url_in(target))) == 2
    assert again.exit_code == 1
    assert "not empty" in again.stderr
    assert "Name a new database" in again.stderr


@asynccontextmanager
async def serving(config: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *command_line("run", "--config", str(config)), stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    try:
        async with asyncio.timeout(PATIENCE):
            while b"serving" not in await process.stderr.readline():
                pass
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def files_and_goes_on(
    person: Person, town: str, filed: asyncio.Semaphore, enough: asyncio.Event
) -> None:
    await person.says("/start")
    await person.presses("Setuju", timeout=PATIENCE)
    await person.hears("Ada yang ingin", timeout=PATIENCE)
    await person.says(f"Lampu jalan mati di {town} sejak Senin")
    await person.presses("Kirim", timeout=PATIENCE)
    await person.hears("Nomor:", timeout=PATIENCE)
    filed.release()
    while not enough.is_set():
        await person.says("/laporanku")
        await person.hears(timeout=PATIENCE)


def heard(people: list[Person]) -> int:
    return sum(message.from_bot for person in people for message in person.messages)


async def counted(folder: Path, key: Key) -> tuple[int, int, int]:
    """Reports, updates that nobody has dealt with, and messages that wait."""
    async with opened(folder, key) as storage, storage.reading() as unit:
        reports = sum((await unit.reports.counts()).values())
        return reports, len(await unit.inbox.waiting(1000)), await unit.outbox.count_waiting()


def faults_in(folder: Path) -> list[object]:
    """What SQLite itself finds wrong with a database and its references."""
    with closing(sqlite3.connect(folder / "lapor.db")) as database:
        pages = database.execute("PRAGMA integrity_check").fetchall()
        return [*pages, *database.execute("PRAGMA foreign_key_check").fetchall()]


async def test_the_drill(tmp_path: Path, key: Key) -> None:
    clear, locked, new, other = (tmp_path / name for name in ("clear", "locked", "new", "other"))
    Key.generate().write(tmp_path / "backup.key")
    with_key = ("--key-file", str(tmp_path / "backup.key"))
    keyless = tmp_path / "keyless.toml"
    keyless.write_text("")
    people: list[Person] = []
    filed, enough = asyncio.Semaphore(0), asyncio.Event()
    async with Sandbox() as sandbox:
        config = configured(tmp_path, sandbox, key, in_file(tmp_path / "data"))
        backup = ("backup", "--config", str(config))
        people += [sandbox.person(f"Warga {town}") for town in TOWNS[:6]]
        async with serving(config):
            async with asyncio.TaskGroup() as tasks:
                for person, town in zip(people, TOWNS, strict=False):
                    tasks.create_task(files_and_goes_on(person, town, filed, enough))
                for _ in people:
                    await filed.acquire()
                made = [
                    await command(*backup, str(clear), FORCE_COLOR="1", TERM="xterm"),
                    await command(
                        *backup,
                        *(str(locked), "--encrypt", "--with-key", *with_key),
                        FORCE_COLOR="1",
                        TERM="xterm",
                    ),
                ]
                enough.set()
            await sandbox.updates.emptied()
        done = [
            await asyncio.to_thread(told, *words)
            for words in (
                ("restore", clear, "--into", new, "--config", config),
                ("restore", locked, "--into", other, *with_key, "--config", keyless),
            )
        ]
        reports, undone, waiting = await counted(new, key)
        again, still_undone, _ = await counted(other, Key.read(other / "key"))
        before = heard(people)
        config.write_text(config.read_text().replace(f"{tmp_path}/data", str(other)))
        async with serving(config):
            await people[0].says("/bantuan")
            await people[0].hears("/laporanku", timeout=PATIENCE)
            after = heard(people)

    assert [code for code, _ in made] == [0, 0], made
    assert [one.exit_code for one in done] == [0, 0], done[0].output + done[1].output
    assert "copying" in made[0][1]
    assert "encrypting" in made[1][1]
    assert (reports, again, waiting) == (len(people), len(people), 0)
    assert all(re.search(rf"reports\s+│\s+{len(people)} ", one.stdout) for one in done)
    assert faults_in(new) == faults_in(other) == [("ok",)]
    assert undone <= len(people)
    assert after - before <= 1 + still_undone
