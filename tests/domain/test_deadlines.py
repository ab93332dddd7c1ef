"""Working days: dates worked out by hand from the decrees on holidays and joint leave."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.deadlines import Terms, WorkingDays
from bot.domain.suggestion import ReportClass

WIB = ZoneInfo("Asia/Jakarta")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-11-23T09:00", 5, "2026-11-30"),  # Monday to Monday
        ("2026-11-24T09:00", 3, "2026-11-27"),
        ("2026-11-27T23:59", 1, "2026-11-30"),  # Friday night
        ("2026-11-28T10:00", 1, "2026-11-30"),  # Saturday
        ("2026-12-23T09:00", 1, "2026-12-28"),  # joint leave on the 24th, Christmas
        ("2026-12-30T09:00", 2, "2027-01-04"),  # New Year's Day
        ("2026-08-14T09:00", 1, "2026-08-18"),  # Independence Day on a Monday
        ("2026-03-17T09:00", 1, "2026-03-25"),  # Nyepi, Idul Fitri and its joint leave
    ],
)
def test_a_deadline_ends_with_a_working_day(start: str, days: int, due: str) -> None:
    found = WorkingDays(WIB).after(at(start), days)

    assert found.date() == date.fromisoformat(due)
    assert found.strftime("%H:%M:%S") == "23:59:59"


def test_days_that_an_admin_adds_do_not_count() -> None:
    calendar = WorkingDays(WIB, [date(2026, 11, 25)])

    assert calendar.after(at("2026-11-24T09:00"), 1).date() == date(2026, 11, 26)


def test_the_day_is_the_reporters_not_greenwichs() -> None:
    late_sunday_in_greenwich = datetime.fromisoformat("2026-11-22T20:00+00:00")

    due = WorkingDays(WIB).after(late_sunday_in_greenwich, 1)

    assert due.date() == date(2026, 11, 24)


def test_days_left_are_counted_and_turn_negative_when_they_are_past() -> None:
    calendar = WorkingDays(WIB)

    assert calendar.between(at("2026-11-24T09:00"), at("2026-11-30T23:59")) == 4
    assert calendar.between(at("2026-12-02T09:00"), at("2026-11-30T23:59")) == -2


def test_a_deadline_of_no_days_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        WorkingDays(WIB).after(at("2026-11-24T09:00"), 0)


@pytest.mark.parametrize(
    ("kind", "accuses", "days"),
    [
        (ReportClass.COMPLAINT, False, 14),
        (ReportClass.WISH, False, 14),
        (ReportClass.INFORMATION, False, 5),
        (ReportClass.COMPLAINT, True, 60),
    ],
)
def test_each_kind_of_report_has_its_days_to_be_solved(
    kind: ReportClass, accuses: bool, days: int
) -> None:
    assert Terms().settle(kind, accuses=accuses) == days
