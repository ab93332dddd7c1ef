"""Carrying everything over from SQLite's file into an empty database of PostgreSQL.

It happens in one transaction of the target: whatever goes wrong, the target is as empty as before,
and the source is only read. Every row is read back and compared before that is committed.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import Table, make_url

from storage.columns import metadata
from storage.errors import DatabaseBusy, MoveFailed
from storage.own_tables import OWN
from storage.postgres import FAILURES, PRESENT, said
from storage.preparing import prepare, prepare_server
from storage.seal import Seal
from storage.sqlite import FolderLock

AT_ONCE = 5_000
"""Rows in a batch."""

Watch = Callable[[str, int, int], None]
"""Told what is being done, how many rows are done, and of how many."""


async def move(path: Path, url: str, seal: Seal, folder: Path, watch: Watch) -> dict[str, int]:
    """Carry everything over and count it by table.

    Raises DataFolderBusy or DatabaseBusy while a program works on either side, WrongKey or
    UnfitDatabase as opening does, and MoveFailed where the target is not empty or a row differs.
    """
    lock = FolderLock(folder)
    try:
        await asyncio.to_thread(prepare, path, seal)
        await prepare_server(url, seal)
        plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        try:
            target = await asyncpg.connect(plain, timeout=10)
        except FAILURES as error:
            raise MoveFailed(said(error)) from error
        with closing(sqlite3.connect(path, check_same_thread=False)) as source:
            try:
                async with target.transaction():
                    return await _carry(source, target, watch)
            except FAILURES as error:
                raise MoveFailed(f"PostgreSQL did not take everything: {said(error)}") from error
            finally:
                await target.close()
    finally:
        lock.release()


async def _carry(
    source: sqlite3.Connection, target: "asyncpg.Connection[Any]", watch: Watch
) -> dict[str, int]:
    if not await target.fetchval("SELECT pg_try_advisory_xact_lock($1)", PRESENT):
        raise DatabaseBusy("A lapor-bot works on the target: stop it first.")
    tables = [table for table in metadata.sorted_tables if table not in OWN]
    for table in tables:
        if await target.fetchval(f"SELECT EXISTS (SELECT 1 FROM {_quoted(table.name)})"):  # noqa: S608
            raise MoveFailed(
                f"The target is not empty: its table {table.name} has rows. Name a new database."
            )
    counts = {table.name: _count(source, table) for table in tables}
    total, done = sum(counts.values()), 0
    for table in tables:
        names = [column.name for column in table.columns]
        for rows in _batches(source, table, names):
            await target.copy_records_to_table(table.name, records=rows, columns=names)
            done += len(rows)
            watch("carrying over", done, total)
        await _count_on(source, target, table)
    done = 0
    for table in tables:
        done = await _compare(source, target, table, watch, (done, total))
    return counts


async def _compare(
    source: sqlite3.Connection,
    target: "asyncpg.Connection[Any]",
    table: Table,
    watch: Watch,
    so_far: tuple[int, int],
) -> int:
    """Read a table back and hold every row against what it was carried from."""
    done, total = so_far
    names = [column.name for column in table.columns]
    cursor = await target.cursor(_select(table, names))
    for rows in _batches(source, table, names):
        there = [tuple(row) for row in await cursor.fetch(len(rows))]
        if there != rows:
            raise MoveFailed(f"Rows of the table {table.name} came over changed: nothing is kept.")
        done += len(rows)
        watch("comparing", done, total)
    if await cursor.fetch(1):
        raise MoveFailed(f"The table {table.name} has more rows than the source: nothing is kept.")
    return done


async def _count_on(
    source: sqlite3.Connection, target: "asyncpg.Connection[Any]", table: Table
) -> None:
    """Let new rows be numbered after the last one that ever was, deleted ones included."""
    if "id" not in table.columns:
        return
    [(newest,)] = source.execute(f"SELECT max(id) FROM {_quoted(table.name)}").fetchall()  # noqa: S608
    ever = source.execute(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)
    ).fetchone()
    last = max(newest or 0, ever[0] if ever else 0)
    if last:
        await target.execute(
            "SELECT setval(pg_get_serial_sequence($1, 'id'), $2)", table.name, last
        )


def _batches(
    source: sqlite3.Connection, table: Table, names: Sequence[str]
) -> Iterator[list[tuple[Any, ...]]]:
    cursor = source.execute(_select(table, names, collate=False))
    while rows := cursor.fetchmany(AT_ONCE):
        yield rows


def _select(table: Table, names: Sequence[str], *, collate: bool = True) -> str:
    """Both sides in the same order: text byte by byte."""
    keys = [
        f'{_quoted(column.name)} COLLATE "C"'
        if collate and str(column.type) == "TEXT"
        else _quoted(column.name)
        for column in table.primary_key.columns
    ]
    columns = ", ".join(map(_quoted, names))
    return f"SELECT {columns} FROM {_quoted(table.name)} ORDER BY {', '.join(keys)}"  # noqa: S608


def _count(source: sqlite3.Connection, table: Table) -> int:
    [(number,)] = source.execute(f"SELECT count(*) FROM {_quoted(table.name)}").fetchall()  # noqa: S608
    return int(number)


def _quoted(name: str) -> str:
    return f'"{name}"'
