"""What the reports of a period say in numbers, for admins and for an agency's own admin.

- A count below five is not shown; small ones are put together, and with the smallest of the others
  where the sum would give a single one away. A median or a rate needs five reports.
- The first answer and the solution are measured from the moment the citizen sent the report, in
  working days of 24 hours; the clock counts whole working days, as it was promised.
- Solved counts only where the report is closed. Silence is a closing by the system, no rating, and
  no solution unless the agency had said that it is solved.
- A suggestion was kept where the report is with the agency that was suggested, overridden where an
  admin or the reporter chose another, handed back where an agency said that it is not theirs.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from bot.domain.agency import Agency, AgencyCode
from bot.domain.deadlines import Terms
from bot.domain.people import Actor, Role
from bot.domain.period import Period
from bot.domain.refusals import Refused, Why
from bot.domain.report import OPEN, Status
from bot.domain.suggestion import ReportClass
from bot.domain.worktime import Moments, WorkingTime, day_number, day_of, last_day
from bot.services.house import House
from storage.stores.figures import Extent, Routed, Times
from storage.unit import Unit

LEAST = 5
"""Below so many nothing is shown."""
OTHERS = "*"
"""The key under which small counts are put together."""
CLOSINGS = (Status.CLOSED_BY_REPORTER, Status.CLOSED_BY_SYSTEM, Status.CLOSED_BY_ADMIN)
_LONG = 62
"""From so many days on, shares over time go by month instead of by week."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count that may be shown; None where it is below five."""

    key: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Spread:
    """A median over `count` reports, in working days, against the clock of `clock` days."""

    median: float
    count: int
    within: float
    """The share that kept the clock, 0 to 1."""
    clock: int


@dataclass(frozen=True, slots=True)
class Bin:
    """A stretch of days beginning with `first`, and its count; None where it is below five."""

    first: date
    count: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """What became of the suggestions in a stretch of days, 0 to 1, over `count` reports."""

    first: date
    kept: float
    overridden: float
    handed_back: float
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A period in numbers; what is too little to be shown is None or left out."""

    period: Period
    agency: Agency | None
    total: int | None
    open: int | None
    bin_days: int
    bins: tuple[Bin, ...]
    classes: tuple[Cell, ...]
    sectors: tuple[Cell, ...]
    agencies: tuple[Cell, ...]
    closed: int
    closings: tuple[Cell, ...]
    ratings: tuple[Cell, ...]
    rated: int
    mean_rating: float | None
    first_answer: Spread | None
    solved: tuple[tuple[ReportClass, Spread], ...]
    solved_all: Spread | None
    routed: Share | None
    routing: tuple[Share, ...]

    @property
    def satisfaction(self) -> float | None:
        """0 to 100, as the national survey counts it: the mean of 1-5, times 20."""
        return None if self.mean_rating is None else self.mean_rating * 20


class Figures:
    """Reads; changes nothing."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now

    @property
    def today(self) -> date:
        return self._now.astimezone(self._house.calendar.zone).date()

    def may_see(self, actor: Actor) -> bool:
        """Whether anybody's figures are theirs to see."""
        return actor.admin or any(m.role is Role.AGENCY_ADMIN for m in actor.memberships)

    def scope(self, actor: Actor, agency: AgencyCode | None) -> AgencyCode | None:
        """Whose reports somebody may see in numbers; None for everybody's, which admins may.

        Raises Refused: NOT_ALLOWED, NEEDS_AGENCY for an unknown one.
        """
        if agency is not None:
            self._house.agency_named(agency)
        if actor.admin:
            return agency
        if agency is not None:
            if actor.role_for(agency) is not Role.AGENCY_ADMIN:
                raise Refused(Why.NOT_ALLOWED)
            return agency
        own = [m.agency for m in actor.memberships if m.role is Role.AGENCY_ADMIN]
        if not own:
            raise Refused(Why.NOT_ALLOWED)
        return own[0]

    async def overview(self, actor: Actor, period: Period, agency: AgencyCode | None) -> Overview:
        """Count a period. Raises Refused: NOT_ALLOWED, NEEDS_AGENCY."""
        scope = self.scope(actor, agency)
        zone = self._house.calendar.zone
        extent = Extent(*period.span(zone), scope)
        working = WorkingTime(
            self._house.calendar, period.first, max(period.last, last_day(self._now))
        )
        store = self._unit.figures
        statuses = await store.by_status(extent)
        total = sum(statuses.values())
        bins, bin_days = _bins(period, self.today, await store.by_day(extent, working.offset))
        ratings = await store.by_rating(extent)
        rated = sum(ratings.values())
        stars = sum(stars * count for stars, count in ratings.items())
        first_answer, solved, solved_all = await asyncio.to_thread(
            _speeds, await store.times(extent), working, self._house.terms
        )
        routed = await store.routed(extent, working.offset)
        units = await (store.by_agency(extent) if scope else store.by_head(extent))
        closings = {status.value: statuses.get(status.value, 0) for status in CLOSINGS}
        return Overview(
            period=period,
            agency=self._house.agency_named(scope) if scope else None,
            total=shown(total),
            open=shown(sum(statuses.get(status.value, 0) for status in OPEN)),
            bin_days=bin_days,
            bins=bins,
            classes=folded(await store.by_class(extent)),
            sectors=folded(_named(await store.by_sector(extent))),
            agencies=folded(_named(units)),
            closed=sum(closings.values()),
            closings=folded(closings),
            ratings=folded({str(n): count for n, count in ratings.items()}),
            rated=rated,
            mean_rating=stars / rated if rated >= LEAST else None,
            first_answer=first_answer,
            solved=solved,
            solved_all=solved_all,
            routed=_share(period.first, routed),
            routing=_shares(period, routed),
        )


def shown(count: int) -> int | None:
    """A count, or None where it is above nothing and below five."""
    return count if count == 0 or count >= LEAST else None


def folded(counts: Mapping[str, int]) -> tuple[Cell, ...]:
    """Every count from five on, the largest first, and the rest together as OTHERS.

    Where the rest would be below five too, the smallest of the others joins it, so that nobody can
    take the shown ones from the whole; OTHERS has None where there is nothing left to join.
    """
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    large = [(key, count) for key, count in ranked if count >= LEAST]
    rest = sum(count for _, count in ranked if 0 < count < LEAST)
    while 0 < rest < LEAST and large:
        rest += large.pop()[1]
    cells = [Cell(key, count) for key, count in large]
    if rest:
        cells.append(Cell(OTHERS, shown(rest)))
    return tuple(cells)


def _named(counts: Mapping[str | None, int]) -> dict[str, int]:
    """Without what has no agency or no sector yet."""
    return {key: count for key, count in counts.items() if key is not None}


def _speeds(
    times: Mapping[str, Times], working: WorkingTime, terms: Terms
) -> tuple[Spread | None, tuple[tuple[ReportClass, Spread], ...], Spread | None]:
    """To the first answer, to the solution of each class, and to the solution of all."""
    first = _spread([(t.filed, t.answered) for t in times.values()], working, terms.first_answer)
    solved = []
    for kind in ReportClass:
        days = terms.settle(kind)
        its = times.get(kind.value)
        if its and (spread := _spread([(its.filed, its.solved)], working, days)):
            solved.append((kind, spread))
    pairs = [(t.filed, t.solved) for t in times.values()]
    whole = _spread(pairs, working, terms.settle(ReportClass.COMPLAINT))
    return first, tuple(solved), whole


def _spread(
    pairs: list[tuple[Moments, Moments]], working: WorkingTime, clock: int
) -> Spread | None:
    """Over the pairs whose end is known."""
    if not pairs:
        return None
    starts = np.concatenate([start for start, _ in pairs])
    ends = np.concatenate([end for _, end in pairs])
    starts, ends = starts[ends > 0], ends[ends > 0]
    if len(ends) < LEAST:
        return None
    kept = working.dates(starts, ends) <= clock
    return Spread(
        median=float(np.median(working.days(starts, ends))),
        count=len(ends),
        within=float(np.mean(kept)),
        clock=clock,
    )


def _bins(period: Period, today: date, days: Mapping[int, int]) -> tuple[tuple[Bin, ...], int]:
    """By day; by week or by thirty days where most days would have too little to be shown."""
    last = max(period.first, min(period.last, today))
    length = (last - period.first).days + 1
    bins: tuple[Bin, ...] = ()
    for size in (1, 7, 30):
        starts = [period.first + timedelta(days=n) for n in range(0, length, size)]
        counts = [sum(days.get(day_number(start) + n, 0) for n in range(size)) for start in starts]
        bins = tuple(Bin(start, shown(n)) for start, n in zip(starts, counts, strict=True))
        any_at_all = sum(n > 0 for n in counts)
        if len(bins) <= _LONG and sum(n >= LEAST for n in counts) * 2 >= any_at_all:
            return bins, size
    return bins, 30


def _shares(period: Period, routed: list[Routed]) -> tuple[Share, ...]:
    """By week, or by month in a long period; what has fewer than five reports is left out."""
    groups: dict[date, list[Routed]] = {}
    for each in routed:
        day = day_of(each.day)
        if period.days > _LONG:
            first = day.replace(day=1)
        else:
            first = period.first + timedelta(days=(day - period.first).days // 7 * 7)
        groups.setdefault(first, []).append(each)
    found = (_share(first, group) for first, group in sorted(groups.items()))
    return tuple(share for share in found if share)


def _share(first: date, routed: list[Routed]) -> Share | None:
    kept = sum(each.kept for each in routed)
    overridden = sum(each.overridden for each in routed)
    back = sum(each.handed_back for each in routed)
    count = kept + overridden + back
    if count < LEAST:
        return None
    return Share(first, kept / count, overridden / count, back / count, count)
