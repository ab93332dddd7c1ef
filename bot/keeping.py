"""What `lapor-bot backup` and `restore` do.

A backup is one file with one moment of the database, taken by the running program where there is
one. There is nothing else to keep beside it but the key that seals personal data, and that goes
into the file only on request and encrypted: who has both has everybody's words.

A restore goes into an empty folder. What had been sent when the copy was made stays sent. What
waited then has most likely gone out since, so it is not sent unless that is asked for. What had
come in and was not dealt with is dealt with: its outcome is not in the copy. Who asked to be erased
since then is erased again when the program starts, by the ledger that a restore leaves where it is.
"""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from bot.orders import Given, OrderRefused, give
from bot.settings import Settings
from storage import copying, ledger, strongbox
from storage.copying import Note
from storage.database import ITS_OWN_TOOLS, Storage
from storage.errors import CopyFailed, FolderNotEmpty, MoveFailed, NoCopy, StorageError, WrongKey
from storage.seal import Key, Seal
from storage.sqlite import FolderLock, is_postgres, path_of
from storage.strongbox import Secret

ORDER = "copy"
RESTORED = "restored"
"""The error of a message that was not sent because it waited when a copy was made."""

_LEFT_ALONE = {"lock", "config.toml", ledger.NAME}
_LOOKS_EVERY = 0.2
_BLOCK = 1 << 20

Watch = Callable[[str, int, int], None]
"""Told what is being done, how many bytes are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came out of a backup; `waiting` messages had not been sent when it was made."""

    note: Note
    waiting: int
    key_file: Path | None
    """Where the sealing key now stands, when it was in the backup."""
    has_ledger: bool
    """Whether the ledger of erasures stands beside the database."""


async def obey(storage: Storage, given: Given) -> dict[str, Any]:
    """Copy the database into a new file. Raises OrderRefused."""
    try:
        await storage.copy(Path(given["file"]))
    except (StorageError, OSError) as failed:
        raise OrderRefused(str(failed)) from failed
    return {}


async def back_up(
    settings: Settings,
    file: Path,
    now: datetime,
    watch: Watch,
    secret: Secret | None = None,
    key: Key | None = None,
) -> Note:
    """Write a new file; with a secret encrypted, and then with the sealing key where it is given.

    Raises CopyFailed, UnfitDatabase, OrderRefused, or OSError; then no file is left.
    """
    if is_postgres(settings.data.database_url):
        raise CopyFailed(ITS_OWN_TOOLS)
    file = file.absolute()
    source = path_of(settings.data.database_url).absolute()
    if file.exists():
        raise CopyFailed(f"{file} exists already: choose another name, a backup replaces nothing.")
    if not file.parent.is_dir():
        raise CopyFailed(f"There is no folder {file.parent}: make it first.")
    if not source.exists():
        raise CopyFailed(f"There is no database at {source} yet.")
    # What is not encrypted yet stays beside the database, and never where the backup goes.
    beside = file.parent if secret is None else Path(settings.data.folder).absolute()
    with tempfile.TemporaryDirectory(dir=beside, prefix="backup-") as place:
        copy = Path(place) / "copy"
        async with _growing(copy, source.stat().st_size, watch):
            told = await give(Path(settings.data.folder), ORDER, {"file": str(copy)}, None)
            if told is None:
                await _copied_by_ourselves(Path(settings.data.folder), source, copy)
        note = await asyncio.to_thread(copying.annotate, copy, now)
        if secret is None:
            copying.put_in_place(copy, file)
        else:
            facts = {"key": str(key) if key else None}
            await asyncio.to_thread(_encrypt, copy, file, secret, facts, watch)
    return note


async def restore(
    settings: Settings,
    file: Path,
    now: datetime,
    watch: Watch,
    secret: Secret | None = None,
    key: Key | None = None,
    *,
    send_waiting: bool = False,
) -> Restored:
    """Bring a backup into the settings' folder, which must be empty.

    Without `key` the backup has to hold the sealing key. Raises FolderNotEmpty, NoCopy, WrongKey,
    DataFolderBusy or OSError; then there is no database in the folder.
    """
    if is_postgres(settings.data.database_url):
        raise CopyFailed(f"{ITS_OWN_TOOLS} With --into FOLDER a backup of SQLite is restored.")
    folder = Path(settings.data.folder).absolute()
    database = path_of(settings.data.database_url).absolute()
    _require_empty(settings, folder, database)
    lock = FolderLock(folder)
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix="restore-") as place:
            copy = Path(place) / "copy"
            facts = await asyncio.to_thread(_unpack, file, copy, secret, watch)
            note = await asyncio.to_thread(copying.verify, copy)
            await asyncio.to_thread(copying.strip, copy)
            inside = Key.from_text(facts["key"]) if facts.get("key") else None
            if (sealing := key or inside) is None:
                raise WrongKey(
                    "The backup does not hold the key that seals personal data: set data.key_file "
                    "to your own copy of it, and restore again."
                )
            waiting = await _settled(copy, Seal(sealing), now, send_waiting=send_waiting)
            kept = _kept(folder, inside) if key is None and inside else None
            copying.put_in_place(copy, database)
    finally:
        lock.release()
    return Restored(note, waiting, kept, database.with_name(ledger.NAME).exists())


async def move(
    settings: Settings, source: str, target: str, key: Key, watch: Watch
) -> dict[str, int]:
    """Carry everything from a file of SQLite over to PostgreSQL and count it by table.

    Raises MoveFailed, and storage's errors; then the target is as empty as before.
    """
    from storage.moving import move as carry_over

    path = path_of(source).absolute()
    if not path.exists():
        raise MoveFailed(f"There is no database at {path}.")
    if not is_postgres(target):
        raise MoveFailed("The target must be PostgreSQL: postgresql+asyncpg://USER@HOST/NAME.")
    return await carry_over(path, target, Seal(key), Path(settings.data.folder), watch)


async def _copied_by_ourselves(folder: Path, source: Path, copy: Path) -> None:
    lock = FolderLock(folder)
    try:
        await asyncio.to_thread(copying.take, source, copy)
    finally:
        lock.release()


@asynccontextmanager
async def _growing(copy: Path, total: int, watch: Watch) -> AsyncIterator[None]:
    """Tell of a file's growth, whoever writes it."""

    async def look() -> None:
        while True:
            with suppress(FileNotFoundError):
                watch("copying", min(copy.stat().st_size, total), total)
            await asyncio.sleep(_LOOKS_EVERY)

    async with asyncio.TaskGroup() as tasks:
        looking = tasks.create_task(look())
        try:
            yield
        finally:
            looking.cancel()
    watch("copying", total, total)


def _encrypt(copy: Path, file: Path, secret: Secret, facts: dict[str, Any], watch: Watch) -> None:
    part = file.with_name(f"{file.name}.part")
    total = copy.stat().st_size
    try:
        with _new(part) as target, copy.open("rb") as content:
            for done in strongbox.write(target, secret, facts, content):
                watch("encrypting", done, total)
        copying.put_in_place(part, file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _unpack(file: Path, copy: Path, secret: Secret | None, watch: Watch) -> dict[str, Any]:
    total = file.stat().st_size
    facts: dict[str, Any] = {}
    with file.open("rb") as source:
        if strongbox.kind_of(file) is None:
            blocks: Iterator[bytes] = iter(lambda: source.read(_BLOCK), b"")
        elif secret is None:
            raise NoCopy("The backup is encrypted: give its passphrase or --key-file.")
        else:
            facts, blocks = strongbox.read(source, secret)
        _write(copy, blocks, total, watch)
    return facts


def _write(copy: Path, blocks: Iterator[bytes], total: int, watch: Watch) -> None:
    with _new(copy) as target:
        for block in blocks:
            target.write(block)
            watch("unpacking", min(target.tell(), total), total)
    watch("unpacking", total, total)


async def _settled(copy: Path, seal: Seal, now: datetime, *, send_waiting: bool) -> int:
    """Bring the tables up to this version, and hold back what waited; say how much that was."""
    storage = await Storage.open(f"sqlite+aiosqlite:///{copy}", seal)
    try:
        async with storage.unit() as unit:
            waiting = await unit.outbox.count_waiting()
            if not send_waiting:
                await unit.outbox.give_up_all(RESTORED, now)
    finally:
        await storage.close()
    return waiting


def _kept(folder: Path, key: Key) -> Path:
    path = folder / "key"
    key.write(path)
    return path


def _require_empty(settings: Settings, folder: Path, database: Path) -> None:
    own_key = settings.data.key_file.absolute() if settings.data.key_file else None
    found = sorted(folder.iterdir()) if folder.exists() else []
    if database.exists() and database.parent != folder:
        found.append(database)
    for path in found:
        if path.name not in _LEFT_ALONE and path != own_key:
            raise FolderNotEmpty(
                f"{path} is there already: a backup is restored into an empty folder only. Stop "
                "lapor-bot and move the old folder away, or name another with --into."
            )


def _new(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
