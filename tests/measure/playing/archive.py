"""A database with as many reports as are wanted, written in bulk as the stores would write them.

600 reports come in a day, the last ones now; the newest are open, the others closed and rated.
"""

import itertools
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.people import PersonId
from bot.domain.report import Report, ReportId, Status, Suggested
from bot.domain.tracking import new_tracking_number
from bot.routing.router import Router
from storage.moments import to_micros
from storage.preparing import prepare
from storage.seal import Seal
from storage.stores.report_rows import TEXT, TITLE, to_columns
from tests.measure.playing.citizen import complaints

A_DAY = 600
OPEN = 500
"""How many reports are open, in an archive of any size: what is open is the work of some days."""
KINDS = 2_000
_EACH = 3
"""Reports of one person."""
_AT_ONCE = 5_000
_TABLES = ("reports", "report_words", "history")


def fill(path: Path, seal: Seal, router: Router, reports: int, now: datetime) -> None:
    """Make the database, with its reports numbered from 1 and a person for every three."""
    prepare(path, seal)
    kinds = [
        (
            to_columns(kind, seal),
            seal.seal_text(kind.title, TITLE),
            seal.seal_text(kind.text, TEXT),
        )
        for kind in _kinds(router, min(KINDS, reports), now)
    ]
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    for some in _in_portions(_people(seal, -(-reports // _EACH), now)):
        database.executemany(_insert("people", some[0]), some)
    for portion in _in_portions(_rows(kinds, reports, now)):
        for table, rows in zip(_TABLES, zip(*portion, strict=True), strict=True):
            database.executemany(_insert(table, rows[0]), rows)
    database.execute("COMMIT")
    database.close()


def _kinds(router: Router, count: int, now: datetime) -> Iterator[Report]:
    """Different troubles in different places, each with the agency that the routing gives it."""
    for text, words in itertools.islice(complaints(), count):
        place = router.gazetteer.find(words).place
        best = router.route("", text, place).best
        assert best is not None
        yield Report(
            id=ReportId(0),
            number=new_tracking_number(),
            reporter=PersonId(0),
            report_class=router.route("", text, place).report_class,
            status=Status.DISPATCHED,
            title=text[:60],
            text=f"{text}. Sudah dilaporkan ke RT, mohon segera ditindaklanjuti, terima kasih.",
            filed_at=now,
            due_at=now,
            agency=best.agency.code,
            sector=best.sector,
            place=place,
            suggested=(Suggested(best.agency.code, best.sector, 0.9, ("kata",), "v1"),),
        )


def _people(seal: Seal, count: int, now: datetime) -> Iterator[dict[str, Any]]:
    chat, name = seal.seal(b"1", "people.chat"), seal.seal_text("Warga", "people.name")
    for number in range(1, count + 1):
        yield {
            "id": number,
            "chat_mark": seal.fingerprint(str(number), "chat"),
            "chat": chat,
            "name": name,
            "language": "id",
            "added_at": to_micros(now),
        }


def _rows(
    kinds: list[tuple[dict[str, Any], bytes, bytes]], reports: int, now: datetime
) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    kind = itertools.cycle(kinds)
    a_week = to_micros(now) - to_micros(now - timedelta(days=7))
    for number in range(1, reports + 1):
        clear, title, text = next(kind)
        filed = to_micros(now - timedelta(days=1) * (reports - number) / A_DAY)
        row = clear | {
            "id": number,
            "number": new_tracking_number(),
            "reporter": (number - 1) // _EACH + 1,
            "filed_at": filed,
            "due_at": filed + a_week,
        }
        if number <= reports - OPEN:
            row |= {
                "status": Status.CLOSED_BY_REPORTER.value,
                "answered_at": filed + a_week // 3,
                "settled_at": filed + a_week // 2,
                "closed_at": filed + a_week,
                "rating": 1 + number % 5,
                "next_at": None,
                "next_what": None,
            }
        words = {"report": number, "kind": "original", "title": title, "text": text}
        line = {
            "report": number,
            "done_at": filed,
            "act": "file",
            "role": "reporter",
            "status_after": Status.UNVERIFIED.value,
            "reason": "",
        }
        yield row, words, line


def _in_portions(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while portion := list(itertools.islice(rows, _AT_ONCE)):
        yield portion


def _insert(table: str, row: dict[str, Any]) -> str:
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({values})"


def reporter_of(report: int) -> PersonId:
    """Whose a report of the archive is."""
    return PersonId((report - 1) // _EACH + 1)
