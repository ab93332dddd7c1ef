"""The measure of what a report takes runs whole, and names what it counts."""

from pathlib import Path

from bot.routing.router import Router
from tests.measure.space import on_postgresql, on_sqlite
from tests.support.databases import POSTGRES


async def test_a_reports_room_and_work_are_counted(tmp_path: Path) -> None:
    live = on_postgresql if POSTGRES else on_sqlite

    found = await live(tmp_path, Router.load(), days=2, per_day=10)

    assert set(found) == {"reports", "kept_bytes", "passing_bytes", "cpu_ms", "units"}
    assert found["reports"] == 20
    assert found["kept_bytes"] > 2_000
    assert found["units"] > 1
