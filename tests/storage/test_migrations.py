"""The steps make the tables that the program knows, on SQLite and in PostgreSQL's SQL."""

import importlib
import io
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    ClauseElement,
    Delete,
    Update,
    create_engine,
    create_mock_engine,
    event,
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
from tests.support.steps import a_config, walk

NOT_ASKED = (
    "prefer-identity",
    "prefer-text-field",
    "require-concurrent-index-creation",
    "require-concurrent-index-deletion",
    "require-lock-timeout",
    "require-statement-timeout",
)


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


def test_the_migrated_database_has_the_tables_that_the_program_knows(migrated: Path) -> None:
    engine = create_engine(f"sqlite:///{migrated}")

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, history.metadata)
    engine.dispose()

    assert differences == []


def test_the_head_that_the_program_names_is_the_newest_step() -> None:
    assert ScriptDirectory.from_config(a_config()).get_heads() == [migrations.HEAD]


def test_every_step_can_be_taken_back(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/lapor.db")

    with engine.connect() as connection:
        command.upgrade(a_config(connection=connection), "head")
        command.downgrade(a_config(connection=connection), "base")
        left = inspect(connection).get_table_names()
    engine.dispose()

    assert left == ["alembic_version"]


def test_every_step_keeps_every_row_up_and_down(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/lapor.db")
    event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA foreign_keys = ON"))

    with engine.connect() as connection:
        for step, before, after in walk(connection):
            assert before == after, step
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            assert orphans == [], step
        left = inspect(connection).get_table_names()
    engine.dispose()

    assert left == ["alembic_version"]


def test_the_steps_can_be_written_down_as_sql_for_postgresql() -> None:
    config = a_config()
    config.set_main_option("sqlalchemy.url", "postgresql+asyncpg://")
    config.output_buffer = written = io.StringIO()

    command.upgrade(config, "head", sql=True)

    assert all(f"CREATE TABLE {table}" in written.getvalue() for table in history.metadata.tables)


def squawk(sql: str) -> str:
    """What squawk finds in steps that would break the program of the release before.

    Not asked: how keys are numbered, how Alembic keeps its own place, and what keeps others
    waiting. Steps run before the one program serves, and nobody else works on the database then.
    """
    run = subprocess.run(
        [
            Path(sys.executable).with_name("squawk"),
            *("--reporter", "gcc", "--pg-version", "13"),
            f"--exclude={','.join(NOT_ASKED)}",
            "--stdin-filepath=steps.sql",
        ],
        input=sql,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout


def test_the_program_of_the_release_before_still_works_on_the_new_tables() -> None:
    config = a_config()
    config.set_main_option("sqlalchemy.url", "postgresql+asyncpg://")
    config.output_buffer = written = io.StringIO()
    command.upgrade(config, "head", sql=True)

    found = squawk(written.getvalue())

    assert found == ""
    assert "renaming-column" in squawk("ALTER TABLE reports RENAME COLUMN region TO area;")
    assert "adding-required-field" in squawk("ALTER TABLE reports ADD COLUMN a text NOT NULL;")


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
