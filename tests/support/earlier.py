"""The program of an earlier step, as what it would say to newer tables.

It writes rows of every table with the columns that it knew and no others: one filled, one empty
wherever it may be, and one that is the first again but for its keys. It reads them back, changes
them, leans on the unique keys that it knew, and deletes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Self

from sqlalchemy import (
    Column,
    Connection,
    Executable,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
    and_,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError

from storage.migrations import GIVEN_UP

_NUMBER = 1_000
"""Above every row that a test has put there."""


class _Kind(IntEnum):
    """Which of the three rows of a table; its place among those of a table that refers to it."""

    FULL = 0
    EMPTY = 1
    TWIN = 2


@dataclass(frozen=True, slots=True)
class Earlier:
    """The program of one step, and the tables that it knew, parents before children."""

    step: str
    tables: tuple[Table, ...]
    columns: Mapping[str, tuple[Column[Any], ...]]

    @classmethod
    def of(cls, known: Sequence[Table], step: str, given_up: Mapping[str, str] = GIVEN_UP) -> Self:
        """The program that works on these tables; what it had given up by then is left alone."""
        gone = {name for name, since in given_up.items() if since <= step}
        columns = {
            table.name: tuple(c for c in table.columns if f"{table.name}.{c.name}" not in gone)
            for table in known
        }
        return cls(step, tuple(table for table in known if columns[table.name]), columns)

    def troubles(self, connection: Connection, tables_now: Sequence[Table]) -> list[str]:
        """What it can no longer do, a sentence each."""
        made: dict[str, list[dict[str, Any]]] = {}
        now = {table.name: _unique(table) for table in tables_now}
        told = [
            f"The program of step {self.step} {what}"
            for table in self.tables
            for what in (
                *self._troubles_with(connection, table, made),
                *_keys_gone(table, now.get(table.name, set())),
            )
        ]
        for table in reversed(self.tables):
            for row in made[table.name]:
                _try(connection, delete(table).where(_this(table, row)))
        return told

    def _troubles_with(
        self, connection: Connection, table: Table, made: dict[str, list[dict[str, Any]]]
    ) -> Iterator[str]:
        columns, written = self.columns[table.name], made.setdefault(table.name, [])
        for kind in _Kind:
            values = self._values(table, kind, made)
            if values is None:
                return
            row, error = _try(connection, insert(table).values(values).returning(*columns))
            if error:
                yield f"can write no row of {table.name} ({kind.name.lower()}): {error}"
                return
            written.append(row)
            if {name: row[name] for name in values} != values:
                yield f"reads in {table.name} what it has not written"
        changed = {
            column.name: _value(column, _NUMBER + 10)
            for column in columns
            if not column.foreign_keys and column.name not in _keys(table) and not _counted(column)
        }
        if changed:
            _, error = _try(
                connection, update(table).where(_this(table, written[0])).values(changed)
            )
            if error:
                yield f"can change no row of {table.name}: {error}"
        _, error = _try(connection, select(*columns).where(_this(table, written[0])))
        if error:
            yield f"can read no row of {table.name}: {error}"

    def _values(
        self, table: Table, kind: _Kind, made: dict[str, list[dict[str, Any]]]
    ) -> dict[str, Any] | None:
        """One row; None where a row that it must refer to could not be written."""
        values: dict[str, Any] = {}
        for column in self.columns[table.name]:
            differs = column.name in _keys(table)
            twin = kind is _Kind.TWIN and not differs
            if _counted(column):
                continue
            if kind is _Kind.EMPTY and column.nullable:
                values[column.name] = None
            elif column.foreign_keys:
                [key] = column.foreign_keys
                parents = made.get(key.column.table.name, [])
                place = _Kind.FULL if twin else kind
                if place >= len(parents):
                    return None
                values[column.name] = parents[place][key.column.name]
            else:
                values[column.name] = _value(column, _NUMBER + (0 if twin else kind))
        return values


def _try(connection: Connection, statement: Executable) -> tuple[dict[str, Any], str]:
    """The first row of what a statement gives, and what is wrong with it."""
    try:
        with connection.begin_nested():
            result = connection.execute(statement)
            row = result.first() if result.returns_rows else None
    except DBAPIError as error:
        return {}, str(error.orig).splitlines()[0]
    return dict(row._mapping) if row else {}, ""


def _this(table: Table, row: Mapping[str, Any]) -> Any:
    return and_(*(column == row[column.name] for column in table.primary_key.columns))


def _counted(column: Column[Any]) -> bool:
    """Whether the database numbers it."""
    return column is column.table._autoincrement_column


def _unique(table: Table) -> set[frozenset[str]]:
    columns = [
        table.primary_key.columns,
        *(c.columns for c in table.constraints if isinstance(c, UniqueConstraint)),
        *(index.columns for index in table.indexes if index.unique),
    ]
    return {frozenset(column.name for column in some) for some in columns} - {frozenset()}


def _keys_gone(table: Table, now: set[frozenset[str]]) -> Iterator[str]:
    for key in _unique(table) - now:
        yield f"leans on a key of {table.name} that is gone: {', '.join(sorted(key))}"


def _keys(table: Table) -> set[str]:
    return {name for key in _unique(table) for name in key}


def _value(column: Column[Any], number: int) -> object:
    if isinstance(column.type, Integer):
        return number
    return bytes(str(number), "ascii") if isinstance(column.type, LargeBinary) else f"text {number}"
