"""How much working time lies between moments, for very many of them at once.

Time passes on working days alone, all 24 hours of each: two days and six hours of working time are
two whole working days and a quarter. The deadlines count the same days.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import numpy.typing as npt

from bot.domain.deadlines import WorkingDays

DAY = 86_400_000_000
"""Microseconds."""
_EPOCH = date(1970, 1, 1)

Moments = npt.NDArray[np.int64]
"""Microseconds since 1970 UTC."""


def day_number(day: date) -> int:
    return (day - _EPOCH).days


def day_of(number: int) -> date:
    return _EPOCH + timedelta(days=number)


class WorkingTime:
    """The working days of a stretch, counted once."""

    def __init__(self, calendar: WorkingDays, first: date, last: date) -> None:
        midnight = datetime.combine(first, time.min, calendar.zone)
        self.offset = int((midnight.utcoffset() or timedelta()) / timedelta(microseconds=1))
        """Microseconds that the zone is ahead; Indonesia's zones have no summer time."""
        self._first = day_number(first)
        days = [first + timedelta(days=n) for n in range((last - first).days + 2)]
        self._works = np.array([calendar.is_working(day) for day in days], dtype=np.int64)
        self._before = np.concatenate(([0], np.cumsum(self._works)))

    def days(self, start: Moments, end: Moments) -> npt.NDArray[np.float64]:
        """Working days between two moments each, with their fraction."""
        passed = self._passed(end) - self._passed(start)
        return np.maximum(passed, 0.0)

    def dates(self, start: Moments, end: Moments) -> Moments:
        """Working days after the day of `start` up to the day of `end`, as deadlines count them."""
        first, last = self._index(start), self._index(end)
        counted: Moments = self._before[last + 1] - self._before[first + 1]
        return counted

    def _passed(self, moments: Moments) -> npt.NDArray[np.float64]:
        """Working days since the first day."""
        index = self._index(moments)
        part = ((moments + self.offset) % DAY) / DAY
        passed: npt.NDArray[np.float64] = self._before[index] + part * self._works[index]
        return passed

    def _index(self, moments: Moments) -> Moments:
        index: Moments = (moments + self.offset) // DAY - self._first
        return np.clip(index, 0, len(self._works) - 1)


def moments(values: Sequence[int]) -> Moments:
    return np.array(values, dtype=np.int64)


def last_day(now: datetime) -> date:
    """A day that no moment so far comes after, in any zone."""
    return (now.astimezone(UTC) + timedelta(days=1)).date()
