"""No matter how large the archive is, what people do looks things up and reads no table through."""

import re
import sqlite3
from pathlib import Path

import pytest

from bot.routing.router import Router
from tests.measure.scale import archive, measured

_LARGE = "reports|report_words|report_attachments|history|follow_ups|people|anchors|inbox|outbox"
_READS_THROUGH = re.compile(rf"SCAN ({_LARGE})\b")


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


async def test_nothing_that_people_do_reads_a_large_table_through(
    tmp_path: Path, router: Router
) -> None:
    path = tmp_path / "archive.db"
    async with archive(path, router, 300) as used:
        await used.used()
        statements = [sql.text for sql in used.storage._prepared._known.values()]
        database = sqlite3.connect(path)
        plans = {sql: _plan(database, sql) for sql in statements}
        database.close()

    assert len(plans) > 30
    assert {sql: plan for sql, plan in plans.items() if _READS_THROUGH.search(plan)} == {}
    alone = {sql: plan for sql, plan in plans.items() if "joined_to IS NULL" in sql}
    assert alone
    assert all("ix_reports_joined_to" not in plan for plan in alone.values())


async def test_two_archives_are_measured_side_by_side(tmp_path: Path, router: Router) -> None:
    figures = await measured(tmp_path, router, [100, 300], rounds=2)

    acts = {"filing", "similar", "status", "queue", "admin_queue", "figures", "figures_month"}
    assert set(figures) == {*acts, "worst"}
    for name in acts:
        sizes = figures[name]
        assert isinstance(sizes, dict)
        assert set(sizes) == {"100", "300"}


def _plan(database: sqlite3.Connection, sql: str) -> str:
    nothing = dict.fromkeys(re.findall(r":(\w+)", sql))
    steps = database.execute(f"EXPLAIN QUERY PLAN {sql}", nothing).fetchall()
    return "\n".join(step[3] for step in steps)
