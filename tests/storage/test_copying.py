"""A copy taken while others write holds one moment, and what is no whole copy is refused."""

import asyncio
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from bot.domain.people import Invitation, InvitationKind, Person
from storage import copying
from storage.copying import Note
from storage.database import Storage
from storage.errors import CopyFailed, NoCopy
from tests.storage.examples import NOW, a_report

pytestmark = pytest.mark.usefixtures("database")
INVITATION = Invitation(InvitationKind.ADMIN, None, None, datetime(2100, 1, 1, tzinfo=UTC))


async def write_on(storage: Storage, worker: int) -> None:
    """An update and an invitation in every unit, on and on."""
    update = worker
    while True:
        update += 10
        async with storage.unit() as unit:
            await unit.inbox.put(update, f"p{worker}", bytes(2_000), NOW)
            await unit.access.invite(update.to_bytes(32, "big"), INVITATION)


async def a_copy(storage: Storage, folder: Path) -> tuple[Path, Note]:
    copy = folder / "copy"
    await storage.copy(copy)
    return copy, copying.annotate(copy, NOW)


async def test_a_copy_under_load_holds_whole_units_of_one_moment(
    storage: Storage, tmp_path: Path
) -> None:
    async with asyncio.TaskGroup() as tasks:
        writers = [tasks.create_task(write_on(storage, worker)) for worker in range(10)]
        await asyncio.sleep(0.3)
        async with storage.reading() as unit:
            before = len(await unit.inbox.waiting(100_000))
        copy, note = await a_copy(storage, tmp_path)
        async with storage.reading() as unit:
            after = len(await unit.inbox.waiting(100_000))
        for writer in writers:
            writer.cancel()

    assert 0 < before <= note.counts["inbox"] <= after
    assert before < after
    assert note.counts["inbox"] == note.counts["invitations"]
    assert copying.verify(copy) == note


async def test_a_copy_is_one_file_that_only_its_owner_reads(
    storage: Storage, tmp_path: Path
) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()

    copy, _ = await a_copy(storage, folder)

    assert list(folder.iterdir()) == [copy]
    assert copy.stat().st_mode & 0o777 == 0o600


async def test_a_note_counts_every_table_and_is_gone_once_it_is_stripped(
    storage: Storage, siti: Person, tmp_path: Path
) -> None:
    async with storage.unit() as unit:
        await unit.reports.add(a_report(siti.id))
    copy, note = await a_copy(storage, tmp_path)

    copying.strip(copy)

    assert note.counts["reports"] == note.counts["people"] == 1
    assert "copy_note" not in note.counts
    with pytest.raises(NoCopy, match="no backup made by"):
        copying.verify(copy)


def test_a_copying_that_is_stopped_leaves_no_file(database: Path, tmp_path: Path) -> None:
    stop = Event()
    stop.set()

    with pytest.raises(CopyFailed, match="stopped"):
        copying.take(database, tmp_path / "copy", stop)

    assert not (tmp_path / "copy").exists()


async def test_a_file_that_is_there_already_is_not_written_over(
    storage: Storage, tmp_path: Path
) -> None:
    (tmp_path / "copy").write_text("belanja: beras")

    with pytest.raises(FileExistsError):
        await storage.copy(tmp_path / "copy")

    assert (tmp_path / "copy").read_text() == "belanja: beras"


@pytest.mark.parametrize("left", [0, 10, 5_000, 50_000])
async def test_a_copy_that_is_cut_off_is_refused(
    storage: Storage, tmp_path: Path, left: int
) -> None:
    copy, _ = await a_copy(storage, tmp_path)
    copy.write_bytes(copy.read_bytes()[:left])

    with pytest.raises(NoCopy, match=r"again, or restore an older one|no backup"):
        copying.verify(copy)


async def test_a_copy_whose_pages_are_damaged_is_refused(storage: Storage, tmp_path: Path) -> None:
    copy, _ = await a_copy(storage, tmp_path)
    content = bytearray(copy.read_bytes())
    content[20_000:60_000] = bytes(40_000)
    copy.write_bytes(content)

    with pytest.raises(NoCopy, match="damaged"):
        copying.verify(copy)


@pytest.mark.usefixtures("siti")
async def test_a_copy_that_lacks_a_row_is_refused(storage: Storage, tmp_path: Path) -> None:
    copy, _ = await a_copy(storage, tmp_path)
    with sqlite3.connect(copy) as database:
        database.execute("DELETE FROM people")
    database.close()

    with pytest.raises(NoCopy, match="what was counted"):
        copying.verify(copy)


async def test_a_copy_of_a_newer_program_is_refused(storage: Storage, tmp_path: Path) -> None:
    copy, _ = await a_copy(storage, tmp_path)
    with sqlite3.connect(copy) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()

    with pytest.raises(NoCopy, match=r"newer lapor-bot.*9999.*install that version"):
        copying.verify(copy)


async def test_a_damaged_database_is_not_passed_on_as_a_backup(
    storage: Storage, database: Path, tmp_path: Path
) -> None:
    await storage.close()
    content = bytearray(database.read_bytes())
    content[20_000:60_000] = bytes(40_000)
    database.write_bytes(content)
    copying.take(database, tmp_path / "copy")

    with pytest.raises(CopyFailed, match="damaged"):
        copying.annotate(tmp_path / "copy", NOW)
