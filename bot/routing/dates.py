"""Reads from a report when it happened: "sejak Senin", "kmrn", "2 mgg lalu", "tgl 5 Maret".

English words are read beside the Indonesian ones: "since last week", "three days ago".

What lasts ("sejak …", "sudah 3 minggu") goes before what happened once, and what stands first goes
before the rest. A day without a year is the last one that was. Days to come, days that do not exist
and days that come back each week say nothing.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.happened import Happened

MAX_CHARACTERS = 12_000
_OLDEST_YEARS = 30
_LONGEST_COUNT_OF_YEARS = 10
"""A longer one is mostly somebody's age."""


def _words(words: Iterable[str]) -> str:
    """An alternative of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


_MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "pebruari": 2, "feb": 2, "maret": 3, "mar": 3,
    "april": 4, "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "agustus": 8,
    "agust": 8, "agst": 8, "agt": 8, "ags": 8, "agu": 8, "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "november": 11, "nopember": 11, "nov": 11, "nop": 11,
    "desember": 12, "des": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "aug": 8,
    "october": 10, "oct": 10, "december": 12, "dec": 12,
}  # fmt: skip
_WEEKDAYS = {
    "senin": 0, "snin": 0, "senen": 0, "selasa": 1, "slasa": 1, "rabu": 2, "rebo": 2, "kamis": 3,
    "kemis": 3, "jumat": 4, "jum'at": 4, "jum’at": 4, "jumaat": 4, "jmt": 4, "sabtu": 5,
    "sabtuu": 5, "sbtu": 5, "ahad": 6, "minggu": 6, "mgg": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
_WEAK_WEEKDAYS = {"minggu", "mgg", "senen", "rebo"}
_NUMBERS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "dua belas": 12,
    "lima belas": 15, "dua puluh": 20, "tiga puluh": 30,
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_UNITS = {
    "menit": "hour", "mnt": "hour", "jam": "hour", "hari": "day", "hr": "day", "hri": "day",
    "malam": "day", "mlm": "day", "minggu": "week", "mgg": "week", "mggu": "week", "mnggu": "week",
    "pekan": "week", "bulan": "month", "bln": "month", "bl": "month", "tahun": "year",
    "thn": "year", "taun": "year", "th": "year",
    "hour": "hour", "hours": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week",
    "month": "month", "months": "month", "year": "year", "years": "year",
}  # fmt: skip

_SINCE_WORDS = (
    "sejak", "sjak", "sjk", "semenjak", "smenjak", "smnjak", "mulai", "mulay", "dari", "since",
)  # fmt: skip
_LASTING_WORDS = (
    "sudah", "sdh", "udah", "udh", "dah", "sampun", "telah", "tlh", "selama", "slama", "slm",
    "hampir", "hmpr",
)  # fmt: skip
_AGO_WORDS = (
    "lalu", "lalau", "silam", "kemarin", "kemaren", "kmrn", "kmren", "kmarin", "ago",
)  # fmt: skip
_YESTERDAY_WORDS = (
    "yesterday", "kemarin", "kemaren", "kmrn", "kmren", "kmarin", "kemrin", "wingi", "kamari",
)  # fmt: skip
_ON_WORDS = ("tanggal", "tgl", "tangal", "tggl")
_SINCE = rf"(?:{_words(_SINCE_WORDS)})"
_LASTING = rf"(?:{_words(_LASTING_WORDS)}|for(?:\s+the)?(?:\s+(?:last|past|almost|about))?)"
_AGO = rf"(?:(?:yang|yg)\s+)?(?:{_words(_AGO_WORDS)})"
_YESTERDAY = rf"(?:{_words(_YESTERDAY_WORDS)})"
_NUMBER = rf"(?:\d{{1,3}}|{_words(_NUMBERS)})"
_UNIT = _words(_UNITS)
_PART = r"(?:pagi|pgi|siang|sore|petang|malam|mlm|malem|subuh|dini\s+hari)"
_MONTH = _words(_MONTHS)
_WEEKDAY = _words(_WEEKDAYS)
_ON = rf"(?:{_words(_ON_WORDS)})"
_YEAR = r"(?:19|20)\d\d"
_LONG_MONTHS = tuple(month for month in _MONTHS if len(month) > 4)
_UNTOLD = r"(?<!berapa\s)(?<!puluh\s)(?<!belas\s)(?<!puluhan\s)"

_Read = Callable[[re.Match[str], date], date | None]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to say when; a group `since` in the pattern that matched says that it lasts.

    Where none of the `hints` stands in the folded text the pattern finds nothing, and to look for
    them takes a tenth of the time.
    """

    pattern: re.Pattern[str]
    read: _Read
    hints: frozenset[str]


def read_date(text: str, today: date) -> Happened | None:
    """Find when it happened. None when the text does not say, or says a day to come."""
    text = text[:MAX_CHARACTERS]
    folded = text.casefold()
    best: tuple[tuple[bool, int, int], Happened] | None = None
    for way in _WAYS:
        if not any(hint in folded for hint in way.hints):
            continue
        for match in way.pattern.finditer(text):
            day = _tried(way, match, today)
            if day is None:
                continue
            since = bool(match["since"])
            order = (not since, match.start(), -match.end())
            if best is None or order < best[0]:
                words = " ".join(match.group().split()).rstrip(".")
                best = order, Happened(day, since=since, words=words)
    return best[1] if best else None


def _tried(way: _Way, match: re.Match[str], today: date) -> date | None:
    try:
        day = way.read(match, today)
    except (ValueError, OverflowError):
        return None
    if day is None or day > today or today.year - day.year > _OLDEST_YEARS:
        return None
    return day


def _full_date(match: re.Match[str], _today: date) -> date | None:
    year = int(match["year"])
    if year < 100:
        year += 2000
    return date(year, int(match["month"]), int(match["day"]))


def _day_and_month(match: re.Match[str], today: date) -> date | None:
    written = match["month"].lower()
    month = _MONTHS[written] if written in _MONTHS else int(written)
    day = int(match["day"])
    if match["year"]:
        return date(int(match["year"]), month, day)
    return _last_that_was(today, month, day)


def _month(match: re.Match[str], today: date) -> date | None:
    month = _MONTHS[match["month"].lower()]
    if match["year"]:
        return date(int(match["year"]), month, 1)
    return _last_that_was(today, month, 1)


def _last_that_was(today: date, month: int, day: int) -> date:
    """This year's, or the one before; 29 February goes back to a leap year."""
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            if (month, day) != (2, 29):
                raise
            continue
        if found <= today:
            return found
    raise ValueError("no such day")


def _day_of_month(match: re.Match[str], today: date) -> date | None:
    day = int(match["day"])
    if day <= today.day:
        return today.replace(day=day)
    return (today.replace(day=1) - timedelta(days=1)).replace(day=day)


def _year(match: re.Match[str], _today: date) -> date | None:
    return date(int(match["year"]), 1, 1)


def _weekday(match: re.Match[str], today: date) -> date | None:
    """The last one on or before today; "Senin lalu" is before today.

    "minggu" is mostly a week, and Sunday only as "hari Minggu" or "sejak Minggu"; "Senen" and
    "Rebo" alone are names.
    """
    if (
        match["weekday"].lower() in _WEAK_WEEKDAYS
        and not match["day"]
        and (match["ago"] or not match["since"])
    ):
        return None
    back = (today.weekday() - _WEEKDAYS[match["weekday"].lower()]) % 7
    if back == 0 and match["ago"]:
        back = 7
    return today - timedelta(days=back)


def _count_back(match: re.Match[str], today: date) -> date | None:
    written = (match["number"] or "satu").lower()
    number = int(written) if written.isdigit() else _NUMBERS[" ".join(written.split())]
    unit = _UNITS[match["unit"].lower()]
    if unit == "year" and number > _LONGEST_COUNT_OF_YEARS:
        return None
    return _back(today, number, unit)


def _one_back(match: re.Match[str], today: date) -> date | None:
    return _back(today, 1, _UNITS[match["unit"].lower()])


def _back(today: date, number: int, unit: str) -> date:
    if unit == "hour":
        return today - timedelta(days=number // 24)
    if unit in {"day", "week"}:
        return today - timedelta(days=number * (7 if unit == "week" else 1))
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "year" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first.replace(day=min(today.day, (following - timedelta(days=1)).day))


def _days_ago(days: int) -> _Read:
    return lambda _match, today: today - timedelta(days=days)


def _way(pattern: str, read: _Read, hints: Iterable[str]) -> _Way:
    compiled = re.compile(rf"(?<![\w/-]){pattern}(?![\w/])", re.IGNORECASE)
    return _Way(compiled, read, _shortest(hints))


def _shortest(words: Iterable[str]) -> frozenset[str]:
    """The words that hold none of the others: whoever says one of the words says one of these."""
    each = set(words)
    return frozenset(word for word in each if not any(o in word for o in each - {word}))


_DIGITS = "0123456789"
_LASTS = rf"(?:(?P<since>{_SINCE})\s+)?"

_WAYS = (
    _way(
        rf"{_LASTS}(?:{_ON}\.?\s*)?(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-]"
        r"(?P<year>20\d\d|\d\d)",
        _full_date,
        _DIGITS,
    ),
    _way(
        rf"(?<!lahir\s)(?<!lahir:\s){_LASTS}(?:{_ON}\.?\s*)?(?P<day>\d{{1,2}})\s*(?P<month>{_MONTH})"
        rf"\.?(?:\s*(?P<year>{_YEAR}))?",
        _day_and_month,
        _DIGITS,
    ),
    _way(
        rf"{_LASTS}{_ON}\.?\s*(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})(?P<year>)",
        _day_and_month,
        _ON_WORDS,
    ),
    _way(
        rf"{_LASTS}{_ON}\.?\s*(?P<day>\d{{1,2}})(?!\s*(?:{_MONTH}|[-.]\d))",
        _day_of_month,
        _ON_WORDS,
    ),
    _way(
        rf"(?P<since>{_SINCE})\s+(?:awal\s+)?(?:bulan\s+|bln\s+)?(?P<month>{_MONTH})"
        rf"(?:\s+(?:tahun\s+)?(?P<year>{_YEAR}))?",
        _month,
        _SINCE_WORDS,
    ),
    _way(
        rf"(?P<since>)(?:pada\s+|di\s+)?(?:bulan|bln)\s+(?P<month>{_MONTH})"
        rf"(?:\s+(?:tahun\s+)?(?P<year>{_YEAR}))?",
        _month,
        ("bulan", "bln"),
    ),
    _way(
        rf"(?P<since>)(?P<month>{_words(_LONG_MONTHS)})\s+(?P<year>{_YEAR})", _month, _LONG_MONTHS
    ),
    _way(
        rf"(?P<since>{_SINCE})\s+(?:tahun\s+|thn\s+|taun\s+|th\s+)?(?P<year>{_YEAR})",
        _year,
        _DIGITS,
    ),
    _way(
        rf"(?<!tiap\s)(?<!setiap hari\s)(?<!tiap hari\s)(?<!sampai\s)(?<!s/d\s){_LASTS}"
        r"(?P<day>hari\s+|malam\s+|pada\s+|on\s+|last\s+)?"
        rf"(?P<weekday>{_WEEKDAY})(?:\s+{_PART})?(?P<ago>\s+{_AGO})?"
        rf"(?!\s*(?:-|s/d|sd|sampai|hingga)\s*(?:{_WEEKDAY}))",
        _weekday,
        _WEEKDAYS,
    ),
    _way(rf"{_LASTS}(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})\s+{_AGO}", _count_back, _AGO_WORDS),
    _way(rf"{_LASTS}se(?P<unit>{_UNIT})\s+{_AGO}", _one_back, _AGO_WORDS),
    _way(
        rf"(?P<since>{_LASTING}|{_SINCE})\s+(?:ada\s+|hampir\s+|lebih\s+dari\s+)?"
        rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})",
        _count_back,
        (*_SINCE_WORDS, *_LASTING_WORDS, "for"),
    ),
    _way(
        rf"(?P<since>{_LASTING}|{_SINCE})\s+(?:ada\s+|hampir\s+)?se(?P<unit>{_UNIT})",
        _one_back,
        (f"se{unit}" for unit in _UNITS),
    ),
    _way(
        rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})\s+(?P<since>ini|terakhir|belakangan)",
        _count_back,
        ("ini", "terakhir", "belakangan"),
    ),
    _way(rf"{_UNTOLD}{_LASTS}(?P<unit>{_UNIT})\s+{_AGO}", _one_back, _AGO_WORDS),
    _way(rf"{_LASTS}last\s+(?P<unit>week|month|year)", _one_back, ("last",)),
    _way(rf"{_LASTS}(?:last\s+night)", _days_ago(1), ("last",)),
    _way(
        r"(?P<since>)(?:today|this\s+(?:morning|afternoon|evening)|tonight|just\s+now)",
        _days_ago(0),
        ("today", "this", "tonight", "just"),
    ),
    _way(rf"{_LASTS}{_YESTERDAY}\s+(?:lusa|dulu)", _days_ago(2), ("lusa", "dulu")),
    _way(rf"{_LASTS}(?:hari\s+)?{_YESTERDAY}(?:\s+{_PART})?(?!-)", _days_ago(1), _YESTERDAY_WORDS),
    _way(rf"{_LASTS}(?:tadi|td)\s+(?:malam|mlm|malem)", _days_ago(1), ("tadi", "td")),
    _way(rf"{_LASTS}(?:semalam|semalem|smlm)", _days_ago(1), ("semalam", "semalem", "smlm")),
    _way(rf"{_LASTS}(?:tadi|td)\s+{_PART}", _days_ago(0), ("tadi", "td")),
    _way(rf"(?P<since>{_SINCE})\s+(?:tadi|td|hari\s+ini|{_PART})", _days_ago(0), _SINCE_WORDS),
    _way(
        rf"(?P<since>)(?:(?:hari|hr|{_PART})\s+ini|barusan|baru\s+saja)",
        _days_ago(0),
        ("ini", "barusan", "baru"),
    ),
)
