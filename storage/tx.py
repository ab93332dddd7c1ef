"""The one way from the stores to the database: statements in, rows by column name out.

SQLAlchemy writes the SQL of each statement once; after that it runs on the driver's connection
directly, because SQLAlchemy's async layer costs several times what a small statement does itself.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Protocol

from sqlalchemy import ClauseElement, UpdateBase
from sqlalchemy.engine import Dialect

from storage.errors import DatabaseFailed, UnitOver
from storage.leases import Lease

_NOTHING: Mapping[str, Any] = {}
_WORD = re.compile(r"\w+")

Told = Callable[[int | None], None]
"""Hears the id of the one row that a change has made or met; None where there was none."""


class Row(Protocol):
    """A row, read by the names of its columns."""

    def __getitem__(self, name: str, /) -> Any: ...  # noqa: ANN401 - as the column's type is


class Sql:
    """A statement's SQL in one dialect, with the values that are written into it.

    `order` names the parameters as they stand in the SQL, where they have numbers there; among the
    `words` are the names of all its tables.
    """

    __slots__ = ("order", "text", "words", "written")

    def __init__(self, text: str, written: Mapping[str, Any], order: Sequence[str]) -> None:
        self.text = text
        self.written = written
        self.order = order
        self.words = frozenset(_WORD.findall(text))


class Prepared:
    """The SQL of every statement used so far, in one dialect.

    Statements live as long as their modules, so they are told apart by identity. They name their
    parameters with `bindparam` and have no `IN`, whose SQL would differ from call to call.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._known: dict[ClauseElement, Sql] = {}

    def sql(self, statement: ClauseElement) -> Sql:
        known = self._known.get(statement)
        if known is None:
            compiled = statement.compile(dialect=self._dialect)
            order = getattr(compiled, "positiontup", None) or ()
            known = self._known[statement] = Sql(str(compiled), compiled.params, order)
        return known


class Tx(ABC):
    """One unit's use of a connection; it ends with the unit.

    `failed` says that the database refused something: more than that one statement may be undone,
    so the unit cannot be kept even where the error was caught.
    """

    failures: ClassVar[tuple[type[Exception], ...]]
    """What the driver raises."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self.failed = False
        self.over = False
        self.joined_in: set[str] = set()
        """Queues in which others have put something since this process last did."""

    @abstractmethod
    async def _fetched(self, sql: Sql, values: dict[str, Any]) -> list[Any]:
        """Give every row; each has its columns by name and by place."""

    @abstractmethod
    async def _fetched_of_each(self, sql: Sql, many: Sequence[dict[str, Any]]) -> list[Any]:
        """Give every row of all of them."""

    @abstractmethod
    async def _changed(self, sql: Sql, values: dict[str, Any]) -> int:
        """Give the number of rows that changed."""

    @abstractmethod
    def touch(self, queue: str, shard: int, number: int | None = None) -> None:
        """Note that a row was put in a queue for a shard, which may be another process's.

        `number` is the row's, where it is a new one.
        """

    @abstractmethod
    async def later(
        self, statement: UpdateBase, params: Mapping[str, Any], told: Told | None = None
    ) -> None:
        """Make a change by the end of the unit, and before anything else touches its table.

        `told` hears the id that the statement returns; what it raises undoes the unit.
        """

    @abstractmethod
    async def finish(self) -> None:
        """Make the changes that were put off."""

    async def all(
        self, statement: ClauseElement, params: Mapping[str, Any] = _NOTHING
    ) -> list[Row]:
        """Raises DatabaseFailed, as the others do."""
        sql, values = self._ready(statement, params)
        try:
            return await self._fetched(sql, values)
        except self.failures as error:
            raise self._failure(error) from error

    async def each(self, statement: ClauseElement, many: Sequence[Mapping[str, Any]]) -> list[Row]:
        """Run a statement for each of these, one after another, and give all rows together."""
        if not many:
            return []
        ready = [self._ready(statement, params) for params in many]
        try:
            return await self._fetched_of_each(ready[0][0], [values for _, values in ready])
        except self.failures as error:
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
        except self.failures as error:
            raise self._failure(error) from error
        return rows[0][0] if rows else None

    async def run(self, statement: ClauseElement, params: Mapping[str, Any] = _NOTHING) -> int:
        """Give the number of rows that changed."""
        sql, values = self._ready(statement, params)
        try:
            return await self._changed(sql, values)
        except self.failures as error:
            raise self._failure(error) from error

    async def insert(self, statement: ClauseElement, params: Mapping[str, Any]) -> int:
        """Give the id of the new row; the statement returns it."""
        new: int = await self.scalar(statement, params)
        return new

    def _ready(
        self, statement: ClauseElement, params: Mapping[str, Any]
    ) -> tuple[Sql, dict[str, Any]]:
        if self.over:
            raise UnitOver
        if self.failed:
            raise DatabaseFailed("the unit has met an error of the database and is at its end")
        sql = self._prepared.sql(statement)
        return sql, {**sql.written, **params}

    def _failure(self, error: Exception) -> DatabaseFailed:
        self.failed = True
        return DatabaseFailed(f"{type(error).__name__}: {error}")


class Connection(Protocol):
    """An open connection, and its steps between transactions; each raises DatabaseFailed."""

    def tx(self, prepared: Prepared) -> Tx:
        """Give a unit the use of it."""
        ...

    async def begin(self) -> None: ...

    async def begin_reading(self) -> None: ...

    def holds(self, lease: Lease) -> bool:
        """Whether a lease is this process's until the transaction ends."""
        ...

    async def savepoint(self) -> None:
        """Savepoints of one group stand inside each other; its commit ends them all."""
        ...

    async def undo_savepoint(self) -> None: ...

    async def commit(self) -> None: ...

    async def rollback(self) -> None: ...

    async def abandon(self) -> None:
        """Leave the transaction after an error, however much of it is left."""
        ...

    async def empty_log(self) -> bool:
        """Leave no copy of erased rows in a log of ours, if nobody reads from it."""
        ...

    async def close(self) -> None: ...
