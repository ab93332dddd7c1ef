"""A stretch of days that figures are asked for: as people write it, and as a short code.

Codes: "d30" the last thirty days, "2026-11" a month, "2026s2" half a year, "2026" a year.
A code that counts from today means other days tomorrow; the others never change.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

USUAL = "d30"
MOST_DAYS = 3660

_MONTHS = (
    "januari|february|februari|maret|march|april|mei|may|juni|june|juli|july|agustus|august|"
    "september|oktober|october|november|desember|december|january"
)
_NUMBERS = {
    "januari": 1, "january": 1, "februari": 2, "february": 2, "maret": 3, "march": 3, "april": 4,
    "mei": 5, "may": 5, "juni": 6, "june": 6, "juli": 7, "july": 7, "agustus": 8, "august": 8,
    "september": 9, "oktober": 10, "october": 10, "november": 11, "desember": 12, "december": 12,
}  # fmt: skip
_DAYS = re.compile(r"(?:d)?(\d{1,4})(?: ?(?:hari|days?)(?: (?:terakhir|ini))?)?\b")
_MONTH = re.compile(r"(20\d\d)[-/.](0?[1-9]|1[0-2])(?!\d)")
_NAMED = re.compile(rf"(?:bulan )?({_MONTHS})(?: (20\d\d))?\b")
_HALF = re.compile(r"(?:semester )(1|2|i|ii)\b(?:[ /]*(20\d\d)\b)?")
_HALF_CODE = re.compile(r"(20\d\d)[ /-]?(?:s|semester ?)([12])\b")
_YEAR = re.compile(r"(?:tahun )?(20\d\d)(?![-\d])")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both counted."""

    code: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The stretch of the same kind right before."""
        code, day = self.code, self.first - timedelta(days=1)
        if code.startswith("d"):
            return Period(code, self.first - timedelta(days=self.days), day)
        if "-" in code:
            return _month(day.year, day.month)
        if "s" in code:
            return _half(day.year, 1 if day.month <= 6 else 2)
        return _year(day.year)

    def span(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The moment when it begins, and the moment when it is over."""
        begins = datetime.combine(self.first, time.min, zone)
        return begins, datetime.combine(self.last + timedelta(days=1), time.min, zone)


def read_period(words: str, today: date) -> tuple[Period | None, str]:
    """Read the period that a text begins with, and give what stands behind it.

    None when it begins with none; the text is then given back whole.
    """
    text = " ".join(words.split())
    low = text.casefold()
    for reading in (_fixed, _months, _halves, _years, _last_days):
        found = reading(low, today)
        if found:
            period, length = found
            return period, text[length:].strip(" ,")
    return None, text


def period_of(code: str, today: date) -> Period | None:
    """Read a code; None for anything else."""
    period, rest = read_period(code, today)
    return period if period and not rest else None


_Found = tuple[Period, int] | None


def _fixed(low: str, today: date) -> _Found:
    month, half = today.year * 12 + today.month - 1, 1 if today.month <= 6 else 2
    known = {
        ("bulan ini", "this month"): _month(month // 12, month % 12 + 1),
        ("bulan lalu", "last month"): _month((month - 1) // 12, (month - 1) % 12 + 1),
        ("tahun ini", "this year"): _year(today.year),
        ("semester ini", "this semester"): _half(today.year, half),
        ("hari ini", "today"): _days(1, today),
        ("minggu ini", "this week"): _days(7, today),
    }
    for spellings, period in known.items():
        for words in spellings:
            if low.startswith(words):
                return period, len(words)
    return None


def _months(low: str, today: date) -> _Found:
    if found := _MONTH.match(low):
        return _month(int(found[1]), int(found[2])), found.end()
    if found := _NAMED.match(low):
        number = _NUMBERS[found[1]]
        year = int(found[2]) if found[2] else today.year - (number > today.month)
        return _month(year, number), found.end()
    return None


def _halves(low: str, today: date) -> _Found:
    if found := _HALF_CODE.match(low):
        return _half(int(found[1]), int(found[2])), found.end()
    if found := _HALF.match(low):
        year = int(found[2]) if found[2] else today.year
        return _half(year, 1 if found[1] in {"1", "i"} else 2), found.end()
    return None


def _years(low: str, today: date) -> _Found:  # noqa: ARG001 - one of several readings
    found = _YEAR.match(low)
    return (_year(int(found[1])), found.end()) if found else None


def _last_days(low: str, today: date) -> _Found:
    found = _DAYS.match(low)
    if not found or not 1 <= int(found[1]) <= MOST_DAYS:
        return None
    return _days(int(found[1]), today), found.end()


def _days(count: int, today: date) -> Period:
    return Period(f"d{count}", today - timedelta(days=count - 1), today)


def _month(year: int, month: int) -> Period:
    last = date(year, month, monthrange(year, month)[1])
    return Period(f"{year}-{month:02d}", date(year, month, 1), last)


def _half(year: int, half: int) -> Period:
    first, last = ((1, 1), (6, 30)) if half == 1 else ((7, 1), (12, 31))
    return Period(f"{year}s{half}", date(year, *first), date(year, *last))


def _year(year: int) -> Period:
    return Period(str(year), date(year, 1, 1), date(year, 12, 31))
