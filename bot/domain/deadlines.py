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

END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days each clock allows; working days except where it says calendar days."""

    verify: int = 3
    first_answer: int = 5
    reporter_silence: int = 10
    """Calendar days."""
    complete: int = 10


class WorkingDays:
    """The calendar of one time zone."""

    def __init__(self, zone: ZoneInfo, extra: Iterable[date] = ()) -> None:
        self.zone = zone
        self._extra = frozenset(extra)
        self._national = holidays.country_holidays("ID", categories=("public", "government"))

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

    def between(self, start: datetime, end: datetime) -> int:
        """Count the working days after `start` up to `end`; negative when that is past."""
        first, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        if last < first:
            return -self.between(end, start)
        span = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(self.is_working(day) for day in span)
