"""Counts over many reports, read from clear columns: never a word, a name or a chat.

Every count is of the reports that came in from one moment to another, of one agency with its units
or of all. The index of these columns holds all that is asked, so that no report itself is read.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Select, Text, bindparam, case, cast, func, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from bot.domain.agency import AgencyCode
from bot.domain.report import Status
from bot.domain.worktime import Moments
from storage.moments import to_micros
from storage.tables import reports
from storage.tx import Tx

_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_CLOSED = (Status.CLOSED_BY_REPORTER, Status.CLOSED_BY_SYSTEM, Status.CLOSED_BY_ADMIN)


@dataclass(frozen=True, slots=True)
class Extent:
    """Which reports are counted; without an agency all of them."""

    start: datetime
    end: datetime
    agency: AgencyCode | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """When the reports of a class came in, were first answered and were solved.

    Three columns of one length, in microseconds since 1970 UTC; 0 stands for never.
    """

    filed: Moments
    answered: Moments
    solved: Moments


@dataclass(frozen=True, slots=True)
class Routed:
    """What became of the suggestions for the reports of one day (days since 1970)."""

    day: int
    kept: int
    overridden: int
    handed_back: int


class Joined(FunctionElement[str]):
    """Numbers of every row behind one another, with blanks between."""

    name = "joined"
    type = Text()
    inherit_cache = True


@compiles(Joined)
def _joined(element: Joined, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return f"string_agg({_row(element, compiler, **options)}, ' ')"


@compiles(Joined, "sqlite")
def _joined_in_sqlite(element: Joined, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return f"group_concat({_row(element, compiler, **options)}, ' ')"


def _row(element: Joined, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return " || ' ' || ".join(compiler.process(each, **options) for each in element.clauses)


_counted = (
    (reports.c.filed_at >= bindparam("start"))
    & (reports.c.filed_at < bindparam("end"))
    & or_(
        bindparam("scope") == "",
        reports.c.agency == bindparam("scope"),
        reports.c.agency_head == bindparam("scope"),
    )
)
_closed = or_(*(reports.c.status == status.value for status in _CLOSED))
_day = (reports.c.filed_at + bindparam("offset")) // _DAY
_number = func.count()


def _by(column: ColumnElement[Any]) -> Select[Any]:
    return select(column.label("kind"), _number.label("reports")).where(_counted).group_by(column)


_BY_DAY = _by(_day)
_BY_CLASS = _by(reports.c.report_class)
_BY_SECTOR = _by(reports.c.sector)
_BY_HEAD = _by(reports.c.agency_head)
_BY_AGENCY = _by(reports.c.agency)
_BY_STATUS = _by(reports.c.status)
_BY_RATING = _by(reports.c.rating).where(reports.c.rating.is_not(None))


def _seconds(moment: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(func.coalesce(moment // _SECOND, 0), Text)


# Who kept silent has not said that it is solved: then only the agency's own word counts.
_solved = case(
    (reports.c.status == Status.CLOSED_BY_SYSTEM.value, reports.c.settled_at),
    (_closed, func.coalesce(reports.c.settled_at, reports.c.closed_at)),
)
# One long text a class: a hundred thousand rows would keep everybody waiting while they are read.
_TIMES = (
    select(
        reports.c.report_class.label("kind"),
        Joined(
            _seconds(reports.c.filed_at),
            _seconds(reports.c.answered_at),
            _seconds(_solved),
        ).label("moments"),
    )
    .where(_counted, or_(reports.c.answered_at.is_not(None), _closed))
    .group_by(reports.c.report_class)
)
_came_back = reports.c.hops > 0
_as_suggested = reports.c.agency == reports.c.suggested_agency
_ROUTED = (
    select(
        _day.label("day"),
        func.sum(case((_came_back, 0), (_as_suggested, 1), else_=0)).label("kept"),
        func.sum(case((_came_back, 0), (_as_suggested, 0), else_=1)).label("overridden"),
        func.sum(case((_came_back, 1), else_=0)).label("handed_back"),
    )
    .where(
        _counted,
        reports.c.suggested_agency.is_not(None),
        or_(reports.c.agency.is_not(None), _came_back),
    )
    .group_by(_day)
    .order_by(_day)
)


class Figures:
    """Read-only counts for admins and agencies."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    async def by_day(self, extent: Extent, offset: int) -> dict[int, int]:
        """Reports by the day they came in (days since 1970).

        `offset` says how far local time is ahead, in microseconds.
        """
        return await self._counts(_BY_DAY, extent, offset=offset)

    async def by_class(self, extent: Extent) -> dict[str, int]:
        return await self._counts(_BY_CLASS, extent)

    async def by_sector(self, extent: Extent) -> dict[str | None, int]:
        return await self._counts(_BY_SECTOR, extent)

    async def by_head(self, extent: Extent) -> dict[str | None, int]:
        """By the government or national agency; None for what no agency has yet."""
        return await self._counts(_BY_HEAD, extent)

    async def by_agency(self, extent: Extent) -> dict[str | None, int]:
        """By the unit itself."""
        return await self._counts(_BY_AGENCY, extent)

    async def by_status(self, extent: Extent) -> dict[str, int]:
        return await self._counts(_BY_STATUS, extent)

    async def by_rating(self, extent: Extent) -> dict[int, int]:
        """By the stars that a reporter gave; who gave none is not counted."""
        return await self._counts(_BY_RATING, extent)

    async def times(self, extent: Extent) -> dict[str, Times]:
        """Of what was answered or closed, by class, to the second.

        Solved is when the agency said so, else when the reporter or an admin closed it.
        """
        rows = await self._tx.all(_TIMES, _params(extent))
        return {row["kind"]: await asyncio.to_thread(_read, row["moments"]) for row in rows}

    async def routed(self, extent: Extent, offset: int) -> list[Routed]:
        """Of what had a suggestion and went to an agency, day by day.

        A report that an agency handed back counts as handed back, wherever it went afterwards.
        """
        rows = await self._tx.all(_ROUTED, {**_params(extent), "offset": offset})
        return [
            Routed(row["day"], row["kept"], row["overridden"], row["handed_back"]) for row in rows
        ]

    async def _counts(self, statement: Select[Any], extent: Extent, **more: int) -> dict[Any, int]:
        rows = await self._tx.all(statement, {**_params(extent), **more})
        return {row["kind"]: row["reports"] for row in rows}


def _read(moments: str) -> Times:
    columns = np.fromstring(moments, dtype=np.int64, sep=" ").reshape(-1, 3).T * _SECOND
    return Times(*columns)


def _params(extent: Extent) -> dict[str, Any]:
    return {
        "start": to_micros(extent.start),
        "end": to_micros(extent.end),
        "scope": extent.agency or "",
    }
