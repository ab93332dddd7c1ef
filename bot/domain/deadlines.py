"""Working days and the dates that are promised on them.

A working day is Monday to Friday without national holidays and cuti bersama (the joint leave that
the government decrees), as the `holidays` package knows them, and without days that an admin adds.
A deadline of n working days ends at the close of the n-th working day after the day it starts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

from bot.domain.suggestion import ReportClass

END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days each clock allows; working days except where it says calendar days."""

    verify: int = 3
    first_answer: int = 5
    reporter_silence: int = 10
    """Calendar days."""
    complete: int = 10
    settle_information: int = 5
    settle_plain: int = 14
    settle_oversight: int = 60
    reopen: int = 10
    """Calendar days after closing in which the reporter may open it again."""

    def settle(self, report_class: ReportClass, *, accuses: bool = False) -> int:
        """Working days until a report is to be solved (PermenPANRB 46/2020, secondary pages)."""
        if accuses:
            return self.settle_oversight
        if report_class is ReportClass.INFORMATION:
            return self.settle_information
        return self.settle_plain

    def reopens(self, closed_at: datetime | None, now: datetime) -> bool:
        """Whether a report that was closed then may still be opened again."""
        return closed_at is None or now <= closed_at + timedelta(days=self.reopen)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that an admin has added to the national holidays."""

    day: date
    name: str


class WorkingDays:
    """The calendar of one time zone."""

    def __init__(self, zone: ZoneInfo, extra: Iterable[date] = ()) -> None:
        self.zone = zone
        self._extra = frozenset(extra)
        self._national = holidays.country_holidays("ID", categories=("public", "government"))

    @property
    def extra(self) -> frozenset[date]:
        """The days off beside the national ones."""
        return self._extra

    def take_off(self, extra: Iterable[date]) -> None:
        """Let exactly these days be off beside the national ones, from now on."""
        self._extra = frozenset(extra)

    def is_working(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self._extra and day not in self._national

    def after(self, start: datetime, days: int) -> datetime:
        """Give the end of the n-th working day after the day of `start`.

        Raises ValueError for fewer than one day.
        """
        if days < 1:
            raise ValueError("a deadline needs at least one working day")
        day = start.astimezone(self.zone).date()
        left = days
        while left:
            day += timedelta(days=1)
            left -= self.is_working(day)
        return datetime.combine(day, END_OF_DAY, self.zone)

    def short_of(self, due: datetime, days: int, share: int) -> datetime:
        """Give the moment at which `share` percent of so many working days before `due` are gone.

        It lies within a working day: half of five days ends at noon of the third.
        """
        left, part = divmod(days * (100 - share), 100)
        day = due.astimezone(self.zone).date()
        while left or not self.is_working(day):
            left -= self.is_working(day) and bool(left)
            day -= timedelta(days=1)
        if not part:
            return self.morning_after(datetime.combine(day, END_OF_DAY, self.zone), 1)
        return datetime.combine(day, time(), self.zone) + timedelta(days=1) * (100 - part) / 100

    def morning_after(self, moment: datetime, days: int) -> datetime:
        """Give the first moment of the n-th working day after the day of `moment`."""
        return datetime.combine(self.after(moment, days).date(), time(), self.zone)

    def between(self, start: datetime, end: datetime) -> int:
        """Count the working days after `start` up to `end`; negative when that is past."""
        first, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        if last < first:
            return -self.between(end, start)
        span = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(self.is_working(day) for day in span)
