"""The open reports of an officer's agencies, by parts: a page of one, or how many are in each."""

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, bindparam, case, func, or_, select, true

from bot.domain.agency import AgencyCode
from bot.domain.report import OPEN, Report, Status
from bot.domain.waiting import Part, Side, Tally
from storage.moments import to_micros
from storage.seal import Seal
from storage.stores.report_rows import to_report
from storage.stores.reports import Whole, soonest_due
from storage.tables import reports
from storage.tx import Tx

# Nearly every report speaks for itself: as a plain "is null" SQLite would look through them all
# by that index, and not through the few of these agencies by theirs.
_there = (func.coalesce(reports.c.joined_to, 0) == 0) & or_(
    *(reports.c.status == status.value for status in sorted(OPEN - {Status.UNVERIFIED}))
)
_asked = reports.c.status == Status.WAITING.value
_unanswered = reports.c.answered_at.is_(None) & ~_asked
_PARTS: dict[Part, ColumnElement[bool]] = {
    Part.ALL: true(),
    Part.MINE: reports.c.taken_by == bindparam("who"),
    Part.NEW: reports.c.status == Status.DISPATCHED.value,
    Part.SOON: _unanswered
    & (reports.c.due_at >= bindparam("now"))
    & (reports.c.due_at <= bindparam("soon")),
    Part.LATE: _unanswered & (reports.c.due_at < bindparam("now")),
    Part.REPORTER: _asked,
}
"""What each is at the agency that has the report; who is invited to it has one part for all."""


def _covered(agencies: int) -> ColumnElement[bool]:
    """At one of so many agencies, or at a unit of one, or one of them is invited to it.

    An invitation rests while no agency has the report.
    """
    invited = _at(agencies, reports.c.partner, reports.c.partner_head)
    return or_(_led(agencies), invited & reports.c.agency.is_not(None))


def _led(agencies: int) -> ColumnElement[bool]:
    """At one of them: what is new, due or late is so for who has it, not for who is invited."""
    return _at(agencies, reports.c.agency, reports.c.agency_head)


def _at(agencies: int, *columns: Column[Any]) -> ColumnElement[bool]:
    return or_(*(column == bindparam(f"agency_{n}") for n in range(agencies) for column in columns))


def _part(agencies: int, part: Part) -> ColumnElement[bool]:
    if part is Part.INVITED:
        return ~_led(agencies)
    return _PARTS[part] if part is Part.ALL else _PARTS[part] & _led(agencies)


@cache
def _page(agencies: int, part: Part) -> Whole:
    return soonest_due(_covered(agencies), _there, _part(agencies, part))


@cache
def _tally(agencies: int) -> Select[tuple[object, ...]]:
    counted = (
        func.sum(case((_part(agencies, part), 1), else_=0)).label(part.name) for part in Part
    )
    return select(*counted).where(_covered(agencies), _there)


class Waiting:
    """What officers have before them."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def page(
        self, agencies: Collection[AgencyCode], part: Part, side: Side, offset: int, limit: int
    ) -> list[Report]:
        """Soonest due first."""
        values = _values(agencies, side) | {"skipped": offset, "most": limit}
        rows = await self._tx.all(_page(len(set(agencies)), part), values)
        return [to_report(row, self._seal) for row in rows]

    async def tally(self, agencies: Collection[AgencyCode], side: Side) -> Tally:
        row = await self._tx.one(_tally(len(set(agencies))), _values(agencies, side))
        return Tally({part: int(row[part.name] or 0) for part in Part} if row else {})


def _values(agencies: Collection[AgencyCode], side: Side) -> dict[str, str | int]:
    codes = {f"agency_{n}": code for n, code in enumerate(sorted(set(agencies)))}
    moments = {"now": to_micros(side.now), "soon": to_micros(side.soon)}
    return {**codes, **moments, "who": side.who}
