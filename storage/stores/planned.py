"""When each open report is to be looked at next, and for what.

Every change of a report asks for a look at once (see `report_rows`); the clockwork looks, does what
is due, and writes down the next moment. So no open report is ever without one, but for those that
another report speaks for.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update

from bot.domain.report import OPEN, ReportId
from storage.moments import to_micros
from storage.stores.report_rows import DAYS_OFF
from storage.tables import reports
from storage.tx import Tx

_open = reports.c.joined_to.is_(None) & or_(
    *(reports.c.status == status for status in sorted(status.value for status in OPEN))
)
"""A report that another one speaks for has no clock of its own."""
_DUE = (
    select(reports.c.id, reports.c.next_what)
    .where(reports.c.next_at <= bindparam("now"))
    .order_by(reports.c.next_at, reports.c.id)
    .limit(bindparam("most"))
)
_PLAN = (
    update(reports)
    .where(reports.c.id == bindparam("which"))
    .values(next_at=bindparam("then"), next_what=bindparam("what"))
)
_DAYS_OFF_CHANGED = update(reports).where(_open).values(next_at=0, next_what=DAYS_OFF)
_OVERDUE = (
    select(func.count())
    .select_from(reports)
    .where(_open, or_(reports.c.next_at.is_(None), reports.c.next_at < bindparam("before")))
)


@dataclass(frozen=True, slots=True)
class Look:
    """A report that is to be looked at; `new_days_off` says that the calendar has changed."""

    report: ReportId
    new_days_off: bool


class Planned:
    """The next moments of all reports."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    async def due(self, now: datetime, most: int) -> list[Look]:
        """What is to be looked at now, the longest due first."""
        rows = await self._tx.all(_DUE, {"now": to_micros(now), "most": most})
        return [Look(ReportId(row["id"]), row["next_what"] == DAYS_OFF) for row in rows]

    async def plan(self, report: ReportId, then: datetime | None, what: str | None) -> None:
        """Say when and for what to look next; never for a report that nobody waits for."""
        await self._tx.later(_PLAN, {"which": report, "then": to_micros(then), "what": what})

    async def look_at_all(self) -> None:
        """Have every open report looked at, because the calendar of working days has changed."""
        await self._tx.run(_DAYS_OFF_CHANGED)

    async def overdue(self, before: datetime) -> int:
        """Count the open reports that have no next moment, or one that was missed."""
        return int(await self._tx.scalar(_OVERDUE, {"before": to_micros(before)}))
