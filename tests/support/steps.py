"""Walking up and down the migrations with rows in every table."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Integer, LargeBinary, MetaData, Table, insert, select

from storage import migrations

Rows = dict[str, list[dict[str, Any]]]


def a_config(**attributes: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes.update(attributes)
    return config


def steps() -> list[str]:
    """Every step, oldest first."""
    return [one.revision for one in ScriptDirectory.from_config(a_config()).walk_revisions()][::-1]


def walk(connection: Connection) -> Iterator[tuple[str, Rows, Rows]]:
    """Go up to the newest step and down again, and put a row into every table at each step up.

    Gives, for each step, what stood in the tables before and what stands there after it, of those
    tables and columns that are on both sides.
    """
    there: list[Table] = []
    for number, step in enumerate(steps(), start=1):
        before = rows(connection, there)
        command.upgrade(a_config(connection=connection), step)
        there = tables(connection)
        yield f"up to {step}", *shared(before, rows(connection, there))
        fill(connection, number, there)
    before = rows(connection, there)
    for step in [*steps()[-2::-1], "base"]:
        command.downgrade(a_config(connection=connection), step)
        after = rows(connection)
        yield f"down to {step}", *shared(before, after)
        before = after


def tables(connection: Connection) -> list[Table]:
    """What is there now, parents before children, without Alembic's own."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def fill(connection: Connection, number: int, known: Iterable[Table] | None = None) -> None:
    """Put one row into every table; it names the newest row of each table that it refers to."""
    for table in tables(connection) if known is None else known:
        values = {column.name: _value(connection, column, number) for column in table.columns}
        connection.execute(insert(table).values(values))


def rows(connection: Connection, known: Iterable[Table] | None = None) -> Rows:
    """Everything that stands in the tables; `known` spares looking which there are."""
    return {
        table.name: [dict(row._mapping) for row in connection.execute(select(table))]
        for table in (tables(connection) if known is None else known)
    }


def shared(before: Rows, after: Rows) -> tuple[Rows, Rows]:
    """Only the tables and columns that both have."""
    both = before.keys() & after.keys()
    columns = {
        name: before[name][0].keys() & after[name][0].keys()
        for name in both
        if before[name] and after[name]
    }
    one, other = (
        {
            name: sorted(
                ({key: row[key] for key in columns.get(name, ())} for row in side[name]), key=repr
            )
            for name in both
        }
        for side in (before, after)
    )
    return one, other


def _value(connection: Connection, column: Column[Any], number: int) -> object:
    for key in column.foreign_keys:
        return connection.execute(
            select(key.column).order_by(key.column.desc()).limit(1)
        ).scalar_one()
    if isinstance(column.type, Integer):
        return number
    return bytes([number]) * 8 if isinstance(column.type, LargeBinary) else f"text {number}"
