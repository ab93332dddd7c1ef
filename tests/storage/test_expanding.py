"""A step only adds: the program of the release before goes on working on the new tables."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.migration import MigrationContext
from alembic.operations import Operations

from storage.migrations import GIVEN_UP, OLDEST
from tests.support.databases import in_new_database
from tests.support.earlier import Earlier
from tests.support.steps import a_config, steps, tables

ROOT = Path(__file__).parents[2]
Step = Callable[[Operations], None]


async def test_no_step_troubles_the_program_of_the_step_or_of_the_release_before(
    tmp_path: Path,
) -> None:
    def walked(connection: sa.Connection) -> list[str]:
        troubles: list[str] = []
        known: dict[str, Earlier] = {}
        for step in steps():
            command.upgrade(a_config(connection=connection), step)
            now = tables(connection)
            for earlier in list(known.values())[-1:]:
                troubles += earlier.troubles(connection, now)
            known[step] = Earlier.of(now, step)
        return troubles + known[OLDEST].troubles(connection, now)

    assert await in_new_database(tmp_path, walked) == []


def first(op: Operations) -> None:
    """A made-up step: people, and the reports that they write."""
    op.create_table(
        "people",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=True),
        sa.UniqueConstraint("mark", name="uq_mark"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person", sa.Integer, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("words", sa.Text, nullable=True),
        sa.Column("area", sa.Integer, nullable=True),
    )


def adds_an_empty_column(op: Operations) -> None:
    op.add_column("reports", sa.Column("partner", sa.Text, nullable=True))


def adds_a_column_that_fills_itself(op: Operations) -> None:
    op.add_column("reports", sa.Column("tries", sa.Integer, nullable=False, server_default="0"))


def adds_a_table_and_an_index(op: Operations) -> None:
    op.create_table("notes", sa.Column("report", sa.Integer, sa.ForeignKey("reports.id")))
    op.create_index("ix_area", "reports", ["area"])


def demands_a_new_column(op: Operations) -> None:
    with op.batch_alter_table("reports") as reports:
        reports.add_column(sa.Column("tries", sa.Integer, nullable=False))


def demands_a_column_that_could_be_empty(op: Operations) -> None:
    with op.batch_alter_table("reports") as reports:
        reports.alter_column("words", existing_type=sa.Text, nullable=False)


def drops_a_column(op: Operations) -> None:
    op.drop_column("reports", "words")


def renames_a_column(op: Operations) -> None:
    op.alter_column("reports", "words", new_column_name="text")


def drops_a_table(op: Operations) -> None:
    op.drop_table("reports")


def makes_a_column_unique(op: Operations) -> None:
    op.create_index("uq_words", "reports", ["words"], unique=True)


def ties_a_column_to_another_table(op: Operations) -> None:
    with op.batch_alter_table("reports") as reports:
        reports.create_foreign_key("fk_area", "people", ["area"], ["id"])


def drops_a_key(op: Operations) -> None:
    with op.batch_alter_table("people") as people:
        people.drop_constraint("uq_mark", type_="unique")


async def troubles_after(folder: Path, step: Step, **given_up: str) -> str:
    """What the program of the first made-up step says to the tables of the second."""

    def taken(connection: sa.Connection) -> list[str]:
        op = Operations(MigrationContext.configure(connection))
        first(op)
        gone = {name.replace("_", "."): since for name, since in given_up.items()}
        earlier = Earlier.of(tables(connection), "0001", gone)
        step(op)
        return earlier.troubles(connection, tables(connection))

    return "\n".join(await in_new_database(folder, taken))


@pytest.mark.parametrize(
    "step", [adds_an_empty_column, adds_a_column_that_fills_itself, adds_a_table_and_an_index]
)
async def test_a_step_that_only_adds_troubles_nobody(tmp_path: Path, step: Step) -> None:
    assert await troubles_after(tmp_path, step) == ""


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (demands_a_new_column, "can write no row of reports (full)"),
        (demands_a_column_that_could_be_empty, "can write no row of reports (empty)"),
        (drops_a_column, "can write no row of reports"),
        (renames_a_column, "can write no row of reports"),
        (drops_a_table, "can write no row of reports"),
        (makes_a_column_unique, "can write no row of reports (twin)"),
        (ties_a_column_to_another_table, "can write no row of reports"),
        (drops_a_key, "leans on a key of people that is gone: mark"),
    ],
)
async def test_a_step_that_takes_something_away_is_told_in_a_sentence(
    tmp_path: Path, step: Step, words: str
) -> None:
    troubles = await troubles_after(tmp_path, step)

    assert troubles.startswith("The program of step 0001 ")
    assert words in troubles


async def test_a_column_may_go_once_the_release_before_has_given_it_up(tmp_path: Path) -> None:
    assert await troubles_after(tmp_path, drops_a_column, reports_words="0001") == ""


async def test_a_column_may_not_go_in_the_step_in_which_it_is_given_up(tmp_path: Path) -> None:
    assert "no row of reports" in await troubles_after(
        tmp_path, drops_a_column, reports_words="0002"
    )


def test_what_is_given_up_names_a_step_that_there_is() -> None:
    assert set(GIVEN_UP.values()) <= set(steps())
    assert OLDEST in steps()


def squawk(*files: Path) -> str:
    """What squawk finds, by the rules of `.squawk.toml`."""
    run = subprocess.run(
        [
            Path(sys.executable).with_name("squawk"),
            *("--config", ROOT / ".squawk.toml", "--reporter", "gcc"),
            *files,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not run.stderr, run.stderr
    return run.stdout


def written(folder: Path, step: str, since: str) -> Path:
    """One step as PostgreSQL's SQL."""
    config = a_config()
    config.set_main_option("sqlalchemy.url", "postgresql+asyncpg://")
    config.output_buffer = sql = io.StringIO()
    command.upgrade(config, f"{since}:{step}", sql=True)
    file = folder / f"{step}.sql"
    file.write_text(sql.getvalue())
    return file


def test_squawk_finds_nothing_in_any_step(tmp_path: Path) -> None:
    every = steps()

    files = [
        written(tmp_path, step, since) for since, step in zip(["base", *every], every, strict=False)
    ]

    assert squawk(*files) == ""
    assert all("alembic_version" in file.read_text() for file in files)


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("ALTER TABLE reports RENAME COLUMN region TO area;", "renaming-column"),
        ("ALTER TABLE reports ADD COLUMN a text NOT NULL;", "adding-required-field"),
        ("ALTER TABLE reports DROP COLUMN region;", "ban-drop-column"),
        ("ALTER TABLE reports ALTER COLUMN hops TYPE int;", "changing-column-type"),
    ],
)
def test_squawk_finds_what_would_break_the_program_of_the_release_before(
    tmp_path: Path, sql: str, rule: str
) -> None:
    file = tmp_path / "step.sql"
    file.write_text(f"BEGIN;\nSET LOCAL lock_timeout = '10s';\n{sql}\nCOMMIT;\n")

    assert rule in squawk(file)
