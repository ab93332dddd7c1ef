"""The one way from the stores to the database: statements in, rows by column name out.

SQLAlchemy writes the SQL of each statement once; after that it runs on the driver's connection
directly, because SQLAlchemy's async layer costs several times what a small statement does itself.
"""

import sqlite3
from collections.abc import Mapping
from typing import Any, Protocol

import aiosqlite
from sqlalchemy import ClauseElement
from sqlalchemy.dialects.sqlite.aiosqlite import dialect as sqlite_dialect

from storage.errors import DatabaseFailed, UnitOver

_NOTHING: Mapping[str, Any] = {}


class Row(Protocol):
    """A row, read by the names of its columns."""

    def __getitem__(self, name: str, /) -> Any: ...  # noqa: ANN401 - as the column's type is


class Prepared:
    """The SQL of every statement used so far, with the values that are written into it.

    Statements live as long as their modules, so they are told apart by identity. They name their
    parameters with `bindparam` and have no `IN`, whose SQL would differ from call to call.
    """

    def __init__(self) -> None:
        self._dialect = sqlite_dialect(paramstyle="named")
        self._known: dict[ClauseElement, tuple[str, Mapping[str, Any]]] = {}

    def sql(self, statement: ClauseElement) -> tuple[str, Mapping[str, Any]]:
        known = self._known.get(statement)
        if known is None:
            compiled = statement.compile(dialect=self._dialect)
            known = self._known[statement] = (str(compiled), compiled.params)
        return known


class Tx:
    """One unit's use of a connection; it ends with the unit.

    Inside the transaction of the one writer a small statement takes microseconds and waits for no
    lock and no disk, so it runs where it is called; handing each to the driver's thread and back
    costs ten times as much. Readers, whose queries may be long, use the thread.

    `failed` says that the database refused something: SQLite may then have undone more than that
    one statement, so the unit cannot be kept even where the error was caught.
    """

    def __init__(
        self,
        connection: aiosqlite.Connection,
        prepared: Prepared,
        here: sqlite3.Connection | None = None,
    ) -> None:
        self._connection = connection
        self._prepared = prepared
        self._here = here
        self.failed = False
        self.over = False

    async def all(
        self, statement: ClauseElement, params: Mapping[str, Any] = _NOTHING
    ) -> list[Row]:
        """Raises DatabaseFailed, as the others do."""
        sql, values = self._ready(statement, params)
        try:
            return await self._fetched(sql, values)
        except sqlite3.Error as error:
            raise self._failure(error) from error

    async def one(
        self, statement: ClauseElement, params: Mapping[str, Any] = _NOTHING
    ) -> Row | None:
        """Give the first row."""
        rows = await self.all(statement, params)
        return rows[0] if rows else None

    async def scalar(self, statement: ClauseElement, params: Mapping[str, Any] = _NOTHING) -> Any:  # noqa: ANN401 - as the column's type is
        """Give the first column of the first row; None when there is no row."""
        sql, values = self._ready(statement, params)
        try:
            rows = await self._fetched(sql, values)
        except sqlite3.Error as error:
            raise self._failure(error) from error
        return rows[0][0] if rows else None

    async def run(self, statement: ClauseElement, params: Mapping[str, Any] = _NOTHING) -> int:
        """Give the number of rows that changed."""
        sql, values = self._ready(statement, params)
        try:
            if self._here is not None:
                return self._here.execute(sql, values).rowcount
            cursor = await self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise self._failure(error) from error
        return cursor.rowcount

    async def insert(self, statement: ClauseElement, params: Mapping[str, Any]) -> int:
        """Give the id of the new row; the statement returns it."""
        new: int = await self.scalar(statement, params)
        return new

    async def _fetched(self, sql: str, values: dict[str, Any]) -> list[Any]:
        if self._here is not None:
            return self._here.execute(sql, values).fetchall()
        return list(await self._connection.execute_fetchall(sql, values))

    def _ready(
        self, statement: ClauseElement, params: Mapping[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        if self.over:
            raise UnitOver
        if self.failed:
            raise DatabaseFailed("the unit has met an error of the database and is at its end")
        sql, written = self._prepared.sql(statement)
        return sql, {**written, **params}

    def _failure(self, error: sqlite3.Error) -> DatabaseFailed:
        self.failed = True
        return DatabaseFailed(f"{type(error).__name__}: {error}")
