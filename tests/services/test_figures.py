"""Figures of small made-up periods, counted by hand."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.agency import AgencyCode
from bot.domain.deadlines import Terms, WorkingDays
from bot.domain.people import Actor, Membership, Person, PersonId, Role
from bot.domain.period import Period, period_of, read_period
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, Status, Suggested
from bot.domain.sector import Sector
from bot.domain.suggestion import ReportClass
from bot.domain.worktime import WorkingTime, moments
from bot.routing.router import Router
from bot.services.figures import OTHERS, Cell, Overview, folded
from storage.moments import to_micros
from tests.storage.examples import a_report
from tests.support.bureau import SCHOOLS, STREET_LIGHTS, Bureau, bureau

WIB = ZoneInfo("Asia/Jakarta")
TODAY = date(2026, 11, 24)
MONDAY = datetime(2026, 11, 2, 8, 0, tzinfo=WIB)
NOVEMBER = Period("2026-11", date(2026, 11, 1), date(2026, 11, 30))
ADMIN = Actor(PersonId(1), admin=True)
BOGOR = AgencyCode("32.01")


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


@pytest.fixture
async def office(tmp_path: Path, router: Router) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, router) as ready:
        yield ready


async def filed(office: Bureau, reporter: Person, **changes: Any) -> Report:
    """A street lamp on Monday 2 November 2026 at 08.00 WIB, with what a test changes of it."""
    usual: dict[str, Any] = {
        "filed_at": MONDAY,
        "due_at": MONDAY + timedelta(days=7),
        "suggested": (Suggested(STREET_LIGHTS, Sector.TRANSPORT, 0.8, (), "v1"),),
    }
    async with office.work() as work:
        return await work.unit.reports.add(a_report(reporter.id, **{**usual, **changes}))


async def overview(
    office: Bureau,
    actor: Actor = ADMIN,
    period: Period = NOVEMBER,
    agency: AgencyCode | None = None,
) -> Overview:
    async with office.storage.reading() as unit:
        work = office.reading(unit)
        return await work.figures.overview(actor, period, agency)


def in_charge(agency: AgencyCode, role: Role = Role.AGENCY_ADMIN) -> Actor:
    return Actor(PersonId(9), memberships=(Membership(PersonId(9), agency, role, MONDAY),))


async def test_what_came_in_is_counted_by_day_class_sector_and_agency(office: Bureau) -> None:
    sari = await office.person("Sari")
    for n in range(6):
        await filed(office, sari, filed_at=MONDAY + timedelta(hours=n))
    for _ in range(5):
        await filed(
            office,
            sari,
            filed_at=MONDAY + timedelta(days=1),
            report_class=ReportClass.INFORMATION,
            sector=Sector.EDUCATION,
            agency=SCHOOLS,
        )
    await filed(office, sari, filed_at=datetime(2026, 10, 31, 23, 59, tzinfo=WIB))
    await filed(office, sari, filed_at=datetime(2026, 12, 1, 0, 0, tzinfo=WIB))

    seen = await overview(office)

    assert seen.total == 11
    assert seen.classes == (Cell("Pengaduan", 6), Cell("Permintaan Informasi", 5))
    assert seen.sectors == (Cell("perhubungan", 6), Cell("pendidikan", 5))
    assert seen.agencies == (Cell("32.01", 11),)
    assert sum(each.count or 0 for each in seen.bins) == 11


async def test_a_day_ends_at_midnight_of_the_house_and_not_of_greenwich(office: Bureau) -> None:
    sari = await office.person("Sari")
    for _ in range(5):
        await filed(office, sari, filed_at=datetime(2026, 11, 2, 0, 30, tzinfo=WIB))
    two_days = Period("d2", date(2026, 11, 1), date(2026, 11, 2))

    seen = await overview(office, period=two_days)

    assert [(each.first.day, each.count) for each in seen.bins] == [(1, 0), (2, 5)]


async def test_the_median_to_the_first_answer_counts_working_days_alone(office: Bureau) -> None:
    sari = await office.person("Sari")
    friday = datetime(2026, 11, 6, 12, 0, tzinfo=WIB)
    # Half a working day, 1, 1½ (over the weekend), 2 and 7 working days.
    for later in (
        friday + timedelta(hours=12),
        friday + timedelta(days=3),
        friday + timedelta(days=3, hours=12),
        friday + timedelta(days=4),
        friday + timedelta(days=11),
    ):
        await filed(office, sari, filed_at=friday, answered_at=later, status=Status.IN_PROGRESS)

    first = (await overview(office)).first_answer

    assert first is not None
    assert (first.count, first.clock) == (5, 5)
    assert first.median == pytest.approx(1.5)
    assert first.within == pytest.approx(0.8)


async def test_solved_counts_when_the_agency_said_so_and_only_what_is_closed(
    office: Bureau,
) -> None:
    sari = await office.person("Sari")
    for days in (1, 1, 2, 3, 3):
        await filed(
            office,
            sari,
            status=Status.CLOSED_BY_REPORTER,
            settled_at=MONDAY + timedelta(days=days),
            closed_at=MONDAY + timedelta(days=days + 9),
        )
    await filed(office, sari, status=Status.IN_PROGRESS, settled_at=MONDAY + timedelta(days=20))

    seen = await overview(office)

    assert seen.solved_all is not None
    assert seen.solved_all.median == pytest.approx(2.0)
    assert seen.solved_all.count == 5
    assert [kind for kind, _ in seen.solved] == [ReportClass.COMPLAINT]


async def test_solutions_are_held_against_the_days_that_the_settings_say(office: Bureau) -> None:
    sari = await office.person("Sari")
    office.house = replace(office.house, terms=Terms(settle_plain=2))
    for days in (1, 1, 1, 3, 4):
        settled = MONDAY + timedelta(days=days)
        await filed(office, sari, status=Status.CLOSED_BY_REPORTER, settled_at=settled)

    seen = await overview(office)

    assert seen.solved_all is not None
    assert seen.solved_all.clock == 2
    assert seen.solved_all.within == pytest.approx(0.6)


async def test_silence_closes_and_is_no_rating(office: Bureau) -> None:
    sari = await office.person("Sari")
    for _ in range(7):
        await filed(office, sari, status=Status.CLOSED_BY_SYSTEM, closed_at=MONDAY)
    for stars in (5, 4, 4, 5, 1, 2):
        await filed(office, sari, status=Status.CLOSED_BY_REPORTER, closed_at=MONDAY, rating=stars)

    seen = await overview(office)

    assert seen.closed == 13
    assert seen.solved_all is not None
    assert seen.solved_all.count == 6
    assert seen.closings == (Cell("Ditutup oleh Sistem", 7), Cell("Ditutup oleh Pelapor", 6))
    assert seen.rated == 6
    assert seen.mean_rating == pytest.approx(3.5)
    assert seen.satisfaction == pytest.approx(70.0)


async def test_a_suggestion_is_kept_overridden_or_handed_back(office: Bureau) -> None:
    sari = await office.person("Sari")
    for _ in range(6):
        await filed(office, sari)
    for _ in range(3):
        await filed(office, sari, agency=SCHOOLS)
    await filed(office, sari, hops=1)
    await filed(office, sari, agency=None, hops=2, status=Status.UNVERIFIED)
    await filed(office, sari, agency=None, status=Status.UNVERIFIED)
    await filed(office, sari, suggested=())

    routed = (await overview(office)).routed

    assert routed is not None
    assert routed.count == 11
    assert routed.kept == pytest.approx(6 / 11)
    assert routed.overridden == pytest.approx(3 / 11)
    assert routed.handed_back == pytest.approx(2 / 11)


async def test_too_little_is_not_shown(office: Bureau) -> None:
    sari = await office.person("Sari")
    for _ in range(4):
        await filed(
            office,
            sari,
            status=Status.CLOSED_BY_REPORTER,
            answered_at=MONDAY,
            closed_at=MONDAY,
            rating=5,
        )

    seen = await overview(office)

    assert seen.total is None
    assert seen.first_answer is None
    assert seen.solved_all is None
    assert seen.mean_rating is None
    assert seen.routed is None
    assert seen.sectors == (Cell(OTHERS, None),)


def test_small_counts_are_put_together_so_that_none_can_be_worked_out() -> None:
    assert folded({"a": 9, "b": 6, "c": 3, "d": 2}) == (
        Cell("a", 9),
        Cell("b", 6),
        Cell(OTHERS, 5),
    )
    assert folded({"a": 9, "b": 6, "c": 3}) == (Cell("a", 9), Cell(OTHERS, 9))
    assert folded({"a": 9, "b": 0}) == (Cell("a", 9),)
    assert folded({"a": 4}) == (Cell(OTHERS, None),)


async def test_an_agency_admin_sees_the_figures_of_their_own_agency_alone(office: Bureau) -> None:
    sari = await office.person("Sari")
    for agency in (STREET_LIGHTS, SCHOOLS):
        for _ in range(5):
            await filed(office, sari, agency=agency)

    whole = await overview(office, in_charge(BOGOR))
    unit = await overview(office, in_charge(STREET_LIGHTS))

    assert whole.total == 10
    assert whole.agencies == (Cell(SCHOOLS, 5), Cell(STREET_LIGHTS, 5))
    assert unit.total == 5
    with pytest.raises(Refused, match=Why.NOT_ALLOWED):
        await overview(office, in_charge(STREET_LIGHTS), agency=SCHOOLS)
    with pytest.raises(Refused, match=Why.NOT_ALLOWED):
        await overview(office, in_charge(STREET_LIGHTS, Role.OFFICER))
    with pytest.raises(Refused, match=Why.NOT_ALLOWED):
        await overview(office, Actor(PersonId(9)))


def test_working_time_stands_still_on_days_off() -> None:
    working = WorkingTime(WorkingDays(WIB), date(2026, 3, 1), date(2026, 4, 30))
    # Friday before Lebaran 2026, and the first working day after it.
    start = datetime(2026, 3, 17, 12, 0, tzinfo=WIB)
    end = datetime(2026, 3, 25, 12, 0, tzinfo=WIB)

    days = working.days(moments([to_micros(start)]), moments([to_micros(end)]))
    dates = working.dates(moments([to_micros(start)]), moments([to_micros(end)]))

    assert dates[0] == WorkingDays(WIB).between(start, end)
    assert days[0] == pytest.approx(dates[0])


@pytest.mark.parametrize(
    ("words", "code", "rest"),
    [
        ("30 hari", "d30", ""),
        ("bulan ini", "2026-11", ""),
        ("2026-11", "2026-11", ""),
        ("Oktober", "2026-10", ""),
        ("desember", "2025-12", ""),
        ("agustus 2026 dinas perhubungan bogor", "2026-08", "dinas perhubungan bogor"),
        ("semester 1 2026", "2026s1", ""),
        ("2026 semester 2", "2026s2", ""),
        ("tahun ini", "2026", ""),
        ("2025", "2025", ""),
        ("kemarin", "2026-11-23+1", ""),
        ("kemarin dulu", "2026-11-23+1", "dulu"),
        ("hari ini", "d1", ""),
        ("minggu ini", "2026-11-23+7", ""),
        ("minggu lalu dishub", "2026-11-16+7", "dishub"),
        ("bulan yang lalu", "2026-10", ""),
        ("bulan kemarin", "2026-10", ""),
        ("tahun lalu", "2025", ""),
        ("semester lalu", "2026s1", ""),
        ("triwulan III 2025", "2025-07-01+92", ""),
        ("triwulan lalu", "2026-07-01+92", ""),
        ("3 bulan terakhir", "d90", ""),
        ("seminggu", "d7", ""),
        ("5 maret", "2026-03-05+1", ""),
        ("30 desember", "2025-12-30+1", ""),
        ("2026-11-16", "2026-11-16+1", ""),
        ("kapan-kapan", None, "kapan-kapan"),
        ("kota bogor", None, "kota bogor"),
        ("", None, ""),
    ],
)
def test_a_period_is_understood_as_people_write_it(words: str, code: str | None, rest: str) -> None:
    period, left = read_period(words, TODAY)

    assert (period.code if period else None, left) == (code, rest)


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2026-01", "2025-12"),
        ("2026s1", "2025s2"),
        ("2026", "2025"),
        ("2026s2", "2026s1"),
        ("2026-11-16+7", "2026-11-09+7"),
    ],
)
def test_the_period_before_is_of_the_same_kind(code: str, before: str) -> None:
    period = period_of(code, TODAY)

    assert period is not None
    assert period.before.code == before
    assert period.before.last == period.first - timedelta(days=1)


def test_the_last_thirty_days_end_today_and_follow_the_thirty_before() -> None:
    period = period_of("d30", TODAY)

    assert period is not None
    assert (period.last, period.days) == (TODAY, 30)
    assert (period.before.last, period.before.days) == (date(2026, 10, 25), 30)
