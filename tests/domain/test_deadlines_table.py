"""Hundreds of dates of 2025-2027, worked out without the `holidays` package, by two other ways.

`days_off.csv` was written by hand from the joint decrees of three ministers for 2025 (1017/2024,
with the amendment of 2025 for 18 August) and 2026 (1497/2025). For 2027 the holidays were reckoned;
the joint leave, marked "package", is the package's own record of a decree that we have not read.
`deadlines.csv` was counted from it day by day; numpy's business days are the second way.
"""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from bot.domain.deadlines import WorkingDays

HERE = Path(__file__).parent
WIB = ZoneInfo("Asia/Jakarta")
YEARS = (2025, 2026, 2027)


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def off() -> set[date]:
    return {date.fromisoformat(row["day"]) for row in table("days_off.csv")}


def weekdays() -> Iterator[date]:
    day = date(YEARS[0], 1, 1)
    while day.year <= YEARS[-1]:
        if day.weekday() < 5:
            yield day
        day += timedelta(days=1)


def test_three_hundred_dates_of_three_years_are_as_worked_out() -> None:
    calendar = WorkingDays(WIB)
    rows = table("deadlines.csv")

    found = {
        (row["start"], row["days"], row["due"]): str(
            calendar.after(
                datetime.combine(date.fromisoformat(row["start"]), time(9), WIB), int(row["days"])
            ).date()
        )
        for row in rows
    }

    assert len(found) >= 300
    assert {row["start"][:4] for row in rows} == {str(year) for year in YEARS}
    assert {key: due for key, due in found.items() if due != key[2]} == {}


def test_numpys_business_days_come_to_the_same_dates() -> None:
    holidays = np.array(sorted(off()), dtype="datetime64[D]")

    wrong = [
        row
        for row in table("deadlines.csv")
        if str(np.busday_offset(row["start"], int(row["days"]), roll="backward", holidays=holidays))
        != row["due"]
    ]

    assert wrong == []


def test_the_package_knows_every_day_off_of_the_decrees_and_no_other() -> None:
    calendar, decreed = WorkingDays(WIB), off()

    known = {day for day in weekdays() if not calendar.is_working(day)}

    assert known == {day for day in decreed if day.weekday() < 5}


def test_the_end_of_so_many_days_and_the_days_between_agree() -> None:
    calendar = WorkingDays(WIB)

    for row in table("deadlines.csv"):
        start = datetime.combine(date.fromisoformat(row["start"]), time(9), WIB)
        assert calendar.between(start, calendar.after(start, int(row["days"]))) == int(row["days"])
