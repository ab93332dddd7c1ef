"""The steps make the tables that the program knows, on SQLite and in PostgreSQL's SQL."""

import importlib
import io
import pkgutil
from collections.abc import Iterator
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    ClauseElement,
    Connection,
    Delete,
    Update,
    create_mock_engine,
    inspect,
)
from sqlalchemy.dialects import sqlite

import storage.stores
from bot.domain.people import Role
from bot.domain.waiting import Part
from storage import migrations
from storage.stores.reports import _queue
from storage.stores.waiting import _page, _tally
from storage.tables import history
from tests.support.databases import in_new_database
from tests.support.steps import Rows, a_config, fill, rows, shared, walk


def statements() -> Iterator[ClauseElement]:
    """Every statement that the stores hold ready."""
    for module in pkgutil.iter_modules(storage.stores.__path__):
        known = vars(importlib.import_module(f"storage.stores.{module.name}"))
        for name, value in known.items():
            if name.isupper() and isinstance(value, ClauseElement):
                yield value
    yield _queue(2, open_only=True)
    yield _tally(2)
    yield from (_page(2, part) for part in Part)


async def test_the_migrated_database_has_the_tables_that_the_program_knows(
    tmp_path: Path,
) -> None:
    def compared(connection: Connection) -> list[object]:
        command.upgrade(a_config(connection=connection), "head")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, history.metadata))

    assert await in_new_database(tmp_path, compared) == []


def test_the_head_that_the_program_names_is_the_newest_step() -> None:
    assert ScriptDirectory.from_config(a_config()).get_heads() == [migrations.HEAD]


async def test_every_step_keeps_every_row_up_and_down(tmp_path: Path) -> None:
    def walked(connection: Connection) -> list[str]:
        for step, before, after in walk(connection):
            assert before == after, step
            assert all(before.values()), f"{step}: a table had no rows"
            if connection.dialect.name == "sqlite":
                assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == [], step
        return inspect(connection).get_table_names()

    assert await in_new_database(tmp_path, walked) == ["alembic_version"]


async def test_a_step_that_loses_the_rows_of_a_child_would_be_seen(tmp_path: Path) -> None:
    def lost(connection: Connection) -> tuple[Rows, Rows]:
        command.upgrade(a_config(connection=connection), "head")
        fill(connection, 1)
        before = rows(connection)
        connection.exec_driver_sql("DELETE FROM pin_tries")
        return shared(before, rows(connection))

    before, after = await in_new_database(tmp_path, lost)

    assert len(before["pin_tries"]) == 1
    assert before != after


async def test_what_was_there_before_clocks_and_visits_were_kept_gets_its_moment(
    tmp_path: Path,
) -> None:
    def brought_up(connection: Connection) -> list[Rows]:
        command.upgrade(a_config(connection=connection), "0002")
        for number, status in enumerate(("Terdisposisi ke", "Ditutup oleh Pelapor"), start=1):
            fill(connection, number)
            named = f"UPDATE reports SET status = '{status}' WHERE id = {number}"
            connection.exec_driver_sql(named)
        connection.exec_driver_sql("UPDATE people SET consent_at = NULL, added_at = 7 WHERE id = 2")
        command.upgrade(a_config(connection=connection), "0014")
        return [rows(connection)]

    [found] = await in_new_database(tmp_path, brought_up)

    moments = {row["id"]: (row["next_at"], row["next_what"]) for row in found["reports"]}
    assert moments == {1: (0, "review"), 2: (None, None)}
    assert {row["id"]: row["seen_at"] for row in found["people"]} == {1: 1, 2: 7}


def test_the_steps_can_be_written_down_as_sql_for_postgresql() -> None:
    config = a_config()
    config.set_main_option("sqlalchemy.url", "postgresql+asyncpg://")
    config.output_buffer = written = io.StringIO()

    command.upgrade(config, "head", sql=True)

    assert all(f"CREATE TABLE {table}" in written.getvalue() for table in history.metadata.tables)


def test_every_statement_is_one_that_both_databases_read() -> None:
    engines = [create_mock_engine(url, print) for url in ("sqlite://", "postgresql+asyncpg://")]

    written = [
        [str(statement.compile(dialect=engine.dialect)) for statement in statements()]
        for engine in engines
    ]

    assert all(len(sqls) > 60 for sqls in written)
    assert [" ON CONFLICT " in sql for sql in written[0]] == [
        " ON CONFLICT " in sql for sql in written[1]
    ]


def test_no_statement_changes_a_line_of_history_but_that_an_erasure_forgets_the_reporter() -> None:
    changing = [one for one in statements() if isinstance(one, Update | Delete)]

    assert len(changing) > 15
    [forgetting] = [one for one in changing if one.table is history]
    written = str(forgetting.compile(dialect=sqlite.dialect(paramstyle="named")))
    assert written.startswith("UPDATE history SET done_by=:done_by WHERE")
    assert "history.role = :role_1" in written
    assert forgetting.compile().params["done_by"] is None
    assert forgetting.compile().params["role_1"] == Role.REPORTER
