"""A stretch of days that figures are asked for: as people write it, and as a short code.

Codes: "d30" the last thirty days, "2026-11-16+7" seven days from that one, "2026-11" a month,
"2026s2" half a year, "2026" a year.
A code that counts from today means other days tomorrow; the others never change.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

USUAL = "d30"
MOST_DAYS = 3660
SHORTEST_ASSESSED = 28

_MONTHS = (
    "januari|february|februari|maret|march|april|mei|may|juni|june|juli|july|agustus|august|"
    "september|oktober|october|november|desember|december|january"
)
_NUMBERS = {
    "januari": 1, "january": 1, "februari": 2, "february": 2, "maret": 3, "march": 3, "april": 4,
    "mei": 5, "may": 5, "juni": 6, "june": 6, "juli": 7, "july": 7, "agustus": 8, "august": 8,
    "september": 9, "oktober": 10, "october": 10, "november": 11, "desember": 12, "december": 12,
}  # fmt: skip
_ENDING = r"(?: (?:terakhir|belakangan|ini|lalu|yang lalu))?\b"
_DAYS = re.compile(rf"(?:d)?(\d{{1,4}})(?: ?(?:hari|days?){_ENDING})?\b")
_LONGER = re.compile(
    rf"(?:(\d{{1,3}}) ?|(se))(minggu|pekan|weeks?|bulan|months?|tahun|years?){_ENDING}"
)
_LENGTHS = {"m": 7, "p": 7, "w": 7, "b": 30, "t": 365, "y": 365}
_DAY = re.compile(r"(20\d\d-\d\d-\d\d)(?:\+(\d{1,4}))?(?![\d-])")
_DAY_NAMED = re.compile(rf"(?:tanggal |tgl )?(\d{{1,2}}) ({_MONTHS})(?: (20\d\d))?\b")
_QUARTER = re.compile(r"(?:triwulan|tw|kuartal|quarter|q) ?([1-4]|iv|i{1,3})\b(?:[ /]*(20\d\d)\b)?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
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
    def fits_assessment(self) -> bool:
        """An agency assesses itself over months; of a day or a week there is nothing to say."""
        return self.days >= SHORTEST_ASSESSED

    @property
    def before(self) -> "Period":
        """The stretch of the same kind right before."""
        code, day = self.code, self.first - timedelta(days=1)
        if code.startswith("d"):
            return Period(code, self.first - timedelta(days=self.days), day)
        if "+" in code:
            return _stretch(self.first - timedelta(days=self.days), self.days)
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
    for reading in (_fixed, _days_named, _months, _quarters, _halves, _years, _longer, _last_days):
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
    """Periods that are told from today: "bulan lalu", "minggu ini", "kemarin"."""
    for spelt, period_from in _FROM_TODAY:
        if found := spelt.match(low):
            return period_from(today), found.end()
    return None


def _days_named(low: str, today: date) -> _Found:
    """One day, or so many from one on: "2026-11-16+7", "28 november"."""
    if found := _DAY.match(low):
        first = _date(found[1])
        days = int(found[2] or 1)
        return (_stretch(first, days), found.end()) if first and 1 <= days <= MOST_DAYS else None
    if found := _DAY_NAMED.match(low):
        day, number = int(found[1]), _NUMBERS[found[2]]
        past = today.year - ((number, day) > (today.month, today.day))
        first = _date(f"{int(found[3]) if found[3] else past}-{number:02d}-{day:02d}")
        return (_stretch(first, 1), found.end()) if first else None
    return None


def _months(low: str, today: date) -> _Found:
    if found := _MONTH.match(low):
        return _month(int(found[1]), int(found[2])), found.end()
    if found := _NAMED.match(low):
        number = _NUMBERS[found[1]]
        year = int(found[2]) if found[2] else today.year - (number > today.month)
        return _month(year, number), found.end()
    return None


def _quarters(low: str, today: date) -> _Found:
    found = _QUARTER.match(low)
    if not found:
        return None
    number = _ROMAN.get(found[1]) or int(found[1])
    return _quarter((int(found[2]) if found[2] else today.year) * 4 + number - 1), found.end()


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


def _longer(low: str, today: date) -> _Found:
    """Weeks, months and years counted back from today: "3 bulan terakhir", "setahun"."""
    found = _LONGER.match(low)
    if not found:
        return None
    days = int(found[1] or 1) * _LENGTHS[found[3][0]]
    return (_days(days, today), found.end()) if 1 <= days <= MOST_DAYS else None


def _last_days(low: str, today: date) -> _Found:
    found = _DAYS.match(low)
    if not found or not 1 <= int(found[1]) <= MOST_DAYS:
        return None
    return _days(int(found[1]), today), found.end()


def _days(count: int, today: date) -> Period:
    return Period(f"d{count}", today - timedelta(days=count - 1), today)


def _stretch(first: date, days: int) -> Period:
    return Period(f"{first.isoformat()}+{days}", first, first + timedelta(days=days - 1))


def _quarter(number: int) -> Period:
    """Quarters count on through the years: 8104 is the first of 2026."""
    first = date(number // 4, number % 4 * 3 + 1, 1)
    after = date((number + 1) // 4, (number + 1) % 4 * 3 + 1, 1)
    return _stretch(first, (after - first).days)


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _month(year: int, month: int) -> Period:
    last = date(year, month, monthrange(year, month)[1])
    return Period(f"{year}-{month:02d}", date(year, month, 1), last)


def _half(year: int, half: int) -> Period:
    first, last = ((1, 1), (6, 30)) if half == 1 else ((7, 1), (12, 31))
    return Period(f"{year}s{half}", date(year, *first), date(year, *last))


def _year(year: int) -> Period:
    return Period(str(year), date(year, 1, 1), date(year, 12, 31))


def _months_ago(count: int) -> Callable[[date], Period]:
    def month(today: date) -> Period:
        number = today.year * 12 + today.month - 1 - count
        return _month(number // 12, number % 12 + 1)

    return month


def _halves_ago(count: int) -> Callable[[date], Period]:
    def half(today: date) -> Period:
        number = today.year * 2 + (today.month > 6) - count
        return _half(number // 2, number % 2 + 1)

    return half


def _quarters_ago(count: int) -> Callable[[date], Period]:
    return lambda today: _quarter(today.year * 4 + (today.month - 1) // 3 - count)


def _days_ago(count: int) -> Callable[[date], Period]:
    return lambda today: _stretch(today - timedelta(days=count), 1)


def _weeks_ago(count: int) -> Callable[[date], Period]:
    return lambda today: _stretch(today - timedelta(days=today.weekday() + 7 * count), 7)


def _spelt(spellings: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{spellings.replace(' ', ' (?:yang |yg )?')})\b")


_FROM_TODAY: tuple[tuple[re.Pattern[str], Callable[[date], Period]], ...] = (
    (_spelt("bulan ini|this month"), _months_ago(0)),
    (_spelt("bulan lalu|bulan kemarin|last month"), _months_ago(1)),
    (_spelt("tahun ini|this year"), lambda today: _year(today.year)),
    (_spelt("tahun lalu|tahun kemarin|last year"), lambda today: _year(today.year - 1)),
    (_spelt("semester ini|this semester"), _halves_ago(0)),
    (_spelt("semester lalu|semester kemarin|last semester"), _halves_ago(1)),
    (_spelt("triwulan ini|kuartal ini|this quarter"), _quarters_ago(0)),
    (_spelt("triwulan lalu|kuartal lalu|last quarter"), _quarters_ago(1)),
    (_spelt("hari ini|sekarang|today"), lambda today: _days(1, today)),
    (_spelt("kemarin lusa"), _days_ago(2)),
    (_spelt("(?:hari )?(?:kemarin|kemaren|kmrn)|yesterday"), _days_ago(1)),
    (_spelt("minggu ini|pekan ini|this week"), _weeks_ago(0)),
    (_spelt("(?:minggu|pekan) (?:lalu|kemarin)|last week"), _weeks_ago(1)),
)
