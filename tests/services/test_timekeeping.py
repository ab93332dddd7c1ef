"""The clocks at work on a real database: once each, by day, and after the program was down."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.clockwork import Clockwork
from bot.domain.agency import AgencyCode
from bot.domain.moves import Act
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor, Person, Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, Status
from bot.routing.router import Router
from tests.support.bureau import STREET_LIGHTS, TUESDAY, ZONE, Bureau, bureau

SPOKEN = {NoticeKind.WARNED, NoticeKind.LATE, NoticeKind.REMINDED, NoticeKind.CLOSED}


@pytest.fixture
async def office(tmp_path: Path, router: Router) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, router) as opened:
        yield opened


async def looks_round(office: Bureau) -> None:
    """As one round of a program that has just been started."""
    await Clockwork(office.storage, office.clock, lambda: None, office.house).round()


async def at(office: Bureau, text: str) -> None:
    """Turn the clock to a moment, and let the program look round."""
    moment = datetime.fromisoformat(text).replace(tzinfo=ZONE)
    await office.clock.turn((moment - office.clock.now()).total_seconds())
    await looks_round(office)


async def heard(office: Bureau) -> Counter[tuple[NoticeKind, int, str]]:
    notices = [notice for notice in await office.waiting() if notice.kind in SPOKEN]
    return Counter((n.kind, n.chat, n.about.partition(">")[0]) for n in notices)


async def above(office: Bureau, name: str = "Wati") -> Person:
    person = await office.person(name)
    async with office.work() as work:
        await work.unit.access.grant(
            person.id, STREET_LIGHTS, Role.AGENCY_ADMIN, None, office.clock.now()
        )
    return person


async def settled(office: Bureau, officer: Person, report: Report) -> None:
    async with office.work() as work:
        await work.casework.settle(await work.actor(officer.id), report.id, "Sudah diganti.")


async def lines_of(office: Bureau, report: Report) -> list[tuple[str, str]]:
    async with office.storage.reading() as unit:
        return [(line.act, line.reason) for line in await unit.history.of_report(report.id)]


async def test_the_officer_is_warned_then_it_climbs_and_each_hears_once(office: Bureau) -> None:
    budi, wati = await office.person("Budi", STREET_LIGHTS), await above(office)
    ratna, sari = await office.person("Ratna", admin=True), await office.person("Sari")
    await office.filed(sari)

    for day in range(25, 30):
        await at(office, f"2026-11-{day}T23:00")
        await at(office, f"2026-11-{day}T23:30")
    for day in range(30, 35):
        await at(office, f"{date(2026, 11, 1) + timedelta(days=day - 1)}T12:30")

    assert await heard(office) == {
        (NoticeKind.WARNED, budi.chat, "answer-50"): 1,
        (NoticeKind.WARNED, budi.chat, "answer-80"): 1,
        (NoticeKind.WARNED, wati.chat, "answer-80"): 1,
        (NoticeKind.WARNED, budi.chat, "answer-100"): 1,
        (NoticeKind.WARNED, wati.chat, "answer-100"): 1,
        (NoticeKind.LATE, sari.chat, "answer-100"): 1,
        (NoticeKind.WARNED, ratna.chat, "answer-101"): 1,
    }


async def test_back_after_ten_days_everybody_hears_once_however_often_it_starts(
    office: Bureau,
) -> None:
    budi, wati = await office.person("Budi", STREET_LIGHTS), await above(office)
    ratna, sari = await office.person("Ratna", admin=True), await office.person("Sari")
    report = await office.filed(sari)

    await at(office, "2026-12-04T10:00")
    for _ in range(3):
        await looks_round(office)

    assert await heard(office) == {
        (NoticeKind.WARNED, chat, "answer-101"): 1 for chat in (budi.chat, wati.chat, ratna.chat)
    } | {(NoticeKind.LATE, sari.chat, "answer-101"): 1}
    assert (await lines_of(office, report))[2:] == [(Act.ESCALATE, "answer-101")]


async def test_what_has_climbed_tells_each_side_of_the_other_and_none_of_itself(
    office: Bureau,
) -> None:
    group, wati = await office.group(), await above(office)
    ratna = await office.person("Ratna", admin=True)
    await office.filed(await office.person("Sari"))

    await at(office, "2026-12-04T10:00")
    warned = [notice for notice in await office.waiting() if notice.kind is NoticeKind.WARNED]
    shown = {notice.chat: await office.rendered(notice) for notice in warned}

    said = {chat: each.screens[0].text.splitlines()[-1] for chat, each in shown.items() if each}
    assert said == {
        group.chat: "Admin nasional juga sudah dikabari.",
        wati.chat: "Admin nasional juga sudah dikabari.",
        ratna.chat: "Petugas dan admin instansinya sudah diingatkan.",
    }


async def test_at_night_nobody_hears_anything_and_in_the_morning_it_comes(office: Bureau) -> None:
    budi, sari = await office.person("Budi", STREET_LIGHTS), await office.person("Sari")
    report = await office.filed(sari)
    await settled(office, budi, report)

    await at(office, "2026-11-30T02:00")
    at_night = await heard(office)
    await at(office, "2026-11-30T07:00")

    assert at_night == {}
    assert await heard(office) == {(NoticeKind.REMINDED, sari.chat, "silence-50"): 1}


async def test_silence_closes_without_a_rating_and_leaves_the_last_word(office: Bureau) -> None:
    budi, sari = await office.person("Budi", STREET_LIGHTS), await office.person("Sari")
    report = await office.filed(sari)
    await settled(office, budi, report)

    await at(office, "2026-12-05T10:00")

    async with office.work() as work:
        closed = await work.unit.reports.get(report.id)
        again = (await work.casework.reject(Actor(sari.id), report.id, "Mati lagi.")).report
    assert (closed.status, closed.rating) == (Status.CLOSED_BY_SYSTEM, None)
    assert (NoticeKind.CLOSED, sari.chat, "") in await heard(office)
    assert again.status is Status.REPORTER_REPLIED
    assert again.due_at == report.due_at


async def test_ten_days_after_closing_a_report_is_opened_no_more(office: Bureau) -> None:
    budi, sari = await office.person("Budi", STREET_LIGHTS), await office.person("Sari")
    report = await office.filed(sari)
    await settled(office, budi, report)
    async with office.work() as work:
        await work.casework.confirm(Actor(sari.id), report.id)
    await at(office, "2026-12-05T10:00")

    async with office.work() as work:
        view = await work.records.own(sari.id, report.id)
        with pytest.raises(Refused) as refused:
            await work.casework.reject(Actor(sari.id), report.id, "Mati lagi.")
        rated = (await work.casework.rate(Actor(sari.id), report.id, 1)).report

    assert refused.value.why is Why.REOPEN_OVER
    assert Act.REOPEN not in view.acts
    assert (rated.status, rated.rating) == (Status.CLOSED_BY_REPORTER, 1)


async def test_bad_stars_open_the_report_again_and_the_second_time_it_is_heard_above(
    office: Bureau,
) -> None:
    budi, wati = await office.person("Budi", STREET_LIGHTS), await above(office)
    ratna, sari = await office.person("Ratna", admin=True), await office.person("Sari")
    report = await office.filed(sari)
    for stars in (2, 1):
        await settled(office, budi, report)
        async with office.work() as work:
            await work.casework.confirm(Actor(sari.id), report.id)
            opened = (await work.casework.rate(Actor(sari.id), report.id, stars)).report

    assert (opened.status, opened.unsolved) == (Status.REPORTER_REPLIED, 2)
    assert opened.due_at == report.due_at
    assert await heard(office) == {
        (NoticeKind.WARNED, wati.chat, "unsolved"): 1,
        (NoticeKind.WARNED, ratna.chat, "unsolved"): 1,
    }


async def test_the_second_not_solved_goes_to_the_agencys_admin_and_the_admin(
    office: Bureau,
) -> None:
    budi, wati = await office.person("Budi", STREET_LIGHTS), await above(office)
    ratna, sari = await office.person("Ratna", admin=True), await office.person("Sari")
    report = await office.filed(sari)
    for words in ("Masih berkedip.", "Tetap mati."):
        await settled(office, budi, report)
        async with office.work() as work:
            await work.casework.reject(Actor(sari.id), report.id, words)

    told = [n for n in await office.waiting() if n.kind is NoticeKind.REPORTER_SAID]

    times = Counter(notice.chat for notice in told)
    assert times == {budi.chat: 2, wati.chat: 2, ratna.chat: 1}
    assert (Act.ESCALATE, "unsolved") in await lines_of(office, report)


async def test_who_has_taken_a_report_is_warned_in_private_and_not_the_group(
    office: Bureau,
) -> None:
    budi, _ = await office.person("Budi", STREET_LIGHTS), await office.group()
    report = await office.filed(await office.person("Sari"))
    async with office.work() as work:
        await work.casework.take(await work.actor(budi.id), report.id)

    await at(office, "2026-11-27T12:30")

    assert await heard(office) == {(NoticeKind.WARNED, budi.chat, "answer-50"): 1}


async def test_where_an_agency_has_nobody_the_admins_are_warned(office: Bureau) -> None:
    ratna = await office.person("Ratna", admin=True)
    await office.filed(await office.person("Sari"))

    await at(office, "2026-11-27T12:30")

    assert await heard(office) == {(NoticeKind.WARNED, ratna.chat, "answer-50"): 1}


async def test_the_promise_moves_by_the_days_that_the_reporter_took(office: Bureau) -> None:
    budi, sari = await office.person("Budi", STREET_LIGHTS), await office.person("Sari")
    report = await office.filed(sari)
    async with office.work() as work:
        await work.casework.ask(await work.actor(budi.id), report.id, "Yang mana?")
    await at(office, "2026-11-26T10:00")

    async with office.work() as work:
        replied = (await work.casework.reply(Actor(sari.id), report.id, "Yang kiri.")).report

    assert report.due_at.astimezone(ZONE).date() == date(2026, 12, 1)
    assert replied.due_at.astimezone(ZONE).date() == date(2026, 12, 3)


async def test_a_day_off_counts_at_once_and_moves_a_promise_only_with_a_notice(
    office: Bureau,
) -> None:
    ratna, sari = await office.person("Ratna", admin=True), await office.person("Sari")
    joko = await office.person("Joko")
    report = await office.filed(sari)
    async with office.work() as work:
        await work.days_off.add(await work.actor(ratna.id), date(2026, 11, 26), "Pilkada")
    later = await office.filed(joko, "Jalan berlubang di Kecamatan Cibinong, Kab. Bogor")
    await looks_round(office)
    await looks_round(office)

    async with office.storage.reading() as unit:
        moved = await unit.reports.get(report.id)
    told = [n for n in await office.waiting() if n.kind is NoticeKind.DELAYED]
    assert moved.due_at.astimezone(ZONE).date() == date(2026, 12, 2)
    assert [(notice.chat, notice.report) for notice in told] == [(sari.chat, report.id)]
    assert later.due_at == moved.due_at


async def test_a_day_off_that_is_taken_away_changes_no_promise(office: Bureau) -> None:
    ratna, sari = await office.person("Ratna", admin=True), await office.person("Sari")
    async with office.work() as work:
        await work.days_off.add(await work.actor(ratna.id), date(2026, 11, 26), "Pilkada")
    report = await office.filed(sari)
    async with office.work() as work:
        await work.days_off.remove(await work.actor(ratna.id), date(2026, 11, 26))
        left = await work.days_off.all(await work.actor(ratna.id))
    await looks_round(office)

    async with office.storage.reading() as unit:
        kept = await unit.reports.get(report.id)
    assert kept.due_at == report.due_at
    assert left == []
    assert office.house.calendar.is_working(date(2026, 11, 26))


@pytest.mark.parametrize(
    ("who", "day", "why"),
    [
        ("Sari", date(2026, 12, 24), Why.NOT_ALLOWED),
        ("Ratna", TUESDAY.date() - timedelta(days=1), Why.DAY_PAST),
        ("Ratna", date(2026, 11, 28), Why.ALREADY),
        ("Ratna", date(2026, 12, 25), Why.ALREADY),
    ],
)
async def test_a_day_off_is_an_admins_and_a_working_day_to_come(
    office: Bureau, who: str, day: date, why: Why
) -> None:
    people = {name: await office.person(name, admin=name == "Ratna") for name in ("Sari", "Ratna")}

    async with office.work() as work:
        with pytest.raises(Refused) as refused:
            await work.days_off.add(await work.actor(people[who].id), day, "Cuti")

    assert refused.value.why is why


async def test_a_warning_that_came_too_late_for_its_reader_is_not_sent(office: Bureau) -> None:
    budi, sari = await office.person("Budi", STREET_LIGHTS), await office.person("Sari")
    report = await office.filed(sari)
    warned = Notice(NoticeKind.WARNED, budi.chat, report.id, about="answer-80>2026-12-01")
    late = Notice(NoticeKind.LATE, sari.chat, report.id, about="answer-100>2026-12-01")
    before = [await office.rendered(each) for each in (warned, late)]
    async with office.work() as work:
        await work.casework.answer(await work.actor(budi.id), report.id, "Besok.")

    after = [await office.rendered(each) for each in (warned, late)]

    assert all(before)
    assert after == [None, None]


async def test_a_group_reads_no_title_of_a_guarded_report_that_is_late(office: Bureau) -> None:
    group = await office.group(AgencyCode(STREET_LIGHTS))
    report = await office.filed(await office.person("Sari"), secret=True)
    about = "answer-100>2026-12-01"

    shown = await office.rendered(Notice(NoticeKind.WARNED, group.chat, report.id, about=about))

    assert shown
    assert report.number in shown.screens[0].text
    assert report.title not in shown.screens[0].text
