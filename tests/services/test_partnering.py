"""A second agency: who may be invited by whom, and what ends it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.agency import AgencyCode
from bot.domain.moves import Act
from bot.domain.notice import NoticeKind
from bot.domain.people import Actor, Person
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report
from bot.routing.router import Router
from tests.support.bureau import SCHOOLS, STREET_LIGHTS, Bureau, bureau

WATCHERS = AgencyCode("32.01/inspektorat")
ROADS = AgencyCode("32.01/pekerjaan-umum")
ACCUSING = "Petugas Dishub Kabupaten Bogor meminta uang pungli kepada sopir di Cibinong"


@pytest.fixture
async def office(tmp_path: Path, router: Router) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, router) as opened:
        yield opened


async def invited(office: Bureau, by: Person, report: Report, agency: AgencyCode) -> Report:
    async with office.work() as work:
        await work.partnering.invite(await work.actor(by.id), report.id, agency)
        return await work.unit.reports.get(report.id)


async def test_an_accusation_is_shared_by_an_admins_hand_alone(office: Bureau) -> None:
    ratna, dewi = await office.person("Ratna", admin=True), await office.person("Dewi", WATCHERS)
    await office.person("Guru", SCHOOLS)
    report = await office.filed(await office.person("Sari"), ACCUSING)
    async with office.work() as work:
        await work.desk.route(await work.actor(ratna.id), report.id, WATCHERS)

    with pytest.raises(Refused) as refused:
        await invited(office, dewi, report, SCHOOLS)
    shared = await invited(office, ratna, report, SCHOOLS)

    assert refused.value.why is Why.ADMIN_ONLY
    assert shared.partner == SCHOOLS
    assert shared.guarded


@pytest.mark.parametrize(
    ("agency", "why"),
    [
        (STREET_LIGHTS, Why.ALREADY),
        (AgencyCode("32.01"), Why.ALREADY),
        (AgencyCode("99.99"), Why.NEEDS_AGENCY),
        (ROADS, Why.NOBODY_THERE),
    ],
)
async def test_who_reads_it_anyway_or_is_not_here_is_not_invited(
    office: Bureau, agency: AgencyCode, why: Why
) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"))

    with pytest.raises(Refused) as refused:
        await invited(office, budi, report, agency)

    assert refused.value.why is why


async def test_one_agency_is_invited_at_a_time(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    await office.person("Guru", SCHOOLS)
    await office.person("Dian", ROADS)
    report = await office.filed(await office.person("Sari"))
    await invited(office, budi, report, SCHOOLS)

    with pytest.raises(Refused) as refused:
        await invited(office, budi, report, ROADS)
    async with office.work() as work:
        await work.partnering.step_out(await work.actor(budi.id), report.id)
    after = await invited(office, budi, report, ROADS)

    assert refused.value.why is Why.PARTNERED
    assert after.partner == ROADS


async def test_the_invited_agency_and_a_citizen_invite_nobody(office: Bureau) -> None:
    budi, guru = await office.person("Budi", STREET_LIGHTS), await office.person("Guru", SCHOOLS)
    sari = await office.person("Sari")
    report = await office.filed(sari)
    await invited(office, budi, report, SCHOOLS)
    async with office.work() as work:
        await work.partnering.step_out(await work.actor(guru.id), report.id)

    for stranger, why in ((guru, Why.NOT_FOUND), (sari, Why.NOT_ALLOWED)):
        with pytest.raises(Refused) as refused:
            await invited(office, stranger, report, SCHOOLS)

        assert refused.value.why is why


async def test_an_invited_agencys_words_need_words_and_leave_the_closing_waiting(
    office: Bureau,
) -> None:
    budi, guru = await office.person("Budi", STREET_LIGHTS), await office.person("Guru", SCHOOLS)
    report = await office.filed(await office.person("Sari"))
    await invited(office, budi, report, SCHOOLS)

    async with office.work() as work:
        with pytest.raises(Refused) as refused:
            await work.partnering.contribute(await work.actor(guru.id), report.id, "  ")
        await work.casework.settle(await work.actor(budi.id), report.id, "Sudah diganti.")
        done = await work.partnering.contribute(await work.actor(guru.id), report.id, "Pagar rapi.")
        lines = await work.unit.history.of_report(report.id)
        await work.casework.confirm(Actor(report.reporter), report.id)

    assert refused.value.why is Why.NEEDS_ANSWER
    assert done.report.settled_at
    assert (lines[-1].act, lines[-1].agency) == (Act.CONTRIBUTE, SCHOOLS)


async def test_an_invited_agency_works_on_beside_the_agency_that_a_report_is_sent_on_to(
    office: Bureau,
) -> None:
    ratna, budi = await office.person("Ratna", admin=True), await office.person("B", STREET_LIGHTS)
    guru, dian = await office.person("Guru", SCHOOLS), await office.person("Dian", ROADS)
    report = await office.filed(await office.person("Sari"))
    await invited(office, budi, report, SCHOOLS)
    async with office.work() as work:
        await work.teamwork.note(await work.actor(budi.id), report.id, "Kabel kita habis.")
    await office.clock.turn(60)

    async with office.work() as work:
        moved = (await work.desk.route(await work.actor(ratna.id), report.id, ROADS)).report
        await work.teamwork.note(await work.actor(guru.id), report.id, "Pagar kami buka.")
        read = await work.records.case(await work.actor(dian.id), report.id)
        still = await work.records.case(await work.actor(guru.id), report.id)

    assert (moved.agency, moved.partner) == (ROADS, SCHOOLS)
    assert [each.text for each in read.follow_ups] == ["Pagar kami buka."]
    assert Act.CONTRIBUTE in still.acts
    gone = {
        notice.chat for notice in await office.waiting() if notice.kind is NoticeKind.MOVED_AWAY
    }
    assert gone == {budi.chat}


@pytest.mark.parametrize("target", [SCHOOLS, AgencyCode("32.01")])
async def test_an_invitation_ends_when_the_report_comes_to_the_invited_agency_or_its_head(
    office: Bureau, target: AgencyCode
) -> None:
    ratna, budi = await office.person("Ratna", admin=True), await office.person("B", STREET_LIGHTS)
    await office.person("Guru", SCHOOLS)
    report = await office.filed(await office.person("Sari"))
    await invited(office, budi, report, SCHOOLS)

    async with office.work() as work:
        moved = (await work.desk.route(await work.actor(ratna.id), report.id, target)).report

    assert (moved.agency, moved.partner) == (target, None)


async def test_an_accusation_goes_elsewhere_without_the_invited_agency(office: Bureau) -> None:
    ratna = await office.person("Ratna", admin=True)
    await office.person("Dewi", WATCHERS)
    await office.person("Guru", SCHOOLS)
    report = await office.filed(await office.person("Sari"), ACCUSING)
    async with office.work() as work:
        await work.desk.route(await work.actor(ratna.id), report.id, WATCHERS)
    await invited(office, ratna, report, SCHOOLS)

    async with office.work() as work:
        admin = await work.actor(ratna.id)
        moved = (await work.desk.route(admin, report.id, AgencyCode("kpk"))).report

    assert moved.partner is None
