"""A PIN opens one report, and cannot be guessed."""

from datetime import timedelta

import pytest

from bot.domain.people import Person
from bot.domain.report import Report, ReportId
from storage.database import Storage
from storage.errors import TooManyTries
from tests.storage.examples import NOW, a_report

RIGHT, WRONG, NEWER = b"r" * 32, b"w" * 32, b"n" * 32


@pytest.fixture
async def report(storage: Storage, siti: Person) -> Report:
    async with storage.unit() as unit:
        report = await unit.reports.add(a_report(siti.id))
        await unit.pins.put(report.id, RIGHT)
        return report


async def check(storage: Storage, report: ReportId, pin: bytes, minutes: int = 0) -> bool:
    async with storage.unit() as unit:
        return await unit.pins.check(report, pin, NOW + timedelta(minutes=minutes))


async def test_the_right_pin_opens_as_often_as_it_is_typed(
    storage: Storage, report: Report
) -> None:
    answers = [await check(storage, report.id, RIGHT) for _ in range(8)]

    assert all(answers)


async def test_a_report_without_pin_opens_to_none(storage: Storage, report: Report) -> None:
    assert not await check(storage, ReportId(report.id + 1), RIGHT)


async def test_after_five_wrong_tries_the_right_pin_is_refused_for_an_hour(
    storage: Storage, report: Report
) -> None:
    wrong = [await check(storage, report.id, WRONG, minutes=n) for n in range(5)]

    assert not any(wrong)
    with pytest.raises(TooManyTries):
        await check(storage, report.id, RIGHT, minutes=59)
    assert await check(storage, report.id, RIGHT, minutes=60)


async def test_a_new_pin_replaces_the_old_one(storage: Storage, report: Report) -> None:
    for _ in range(5):
        await check(storage, report.id, WRONG)

    async with storage.unit() as unit:
        await unit.pins.put(report.id, NEWER)

    assert await check(storage, report.id, NEWER)
    assert not await check(storage, report.id, RIGHT)
