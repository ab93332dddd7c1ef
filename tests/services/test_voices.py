"""One problem, many voices: what is offered, what joining means, and how voices part again."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.moves import Act
from bot.domain.notice import NoticeKind
from bot.domain.people import Actor, Person
from bot.domain.place import Pin
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, Status
from bot.domain.waiting import Part
from bot.routing.router import Router
from bot.services.timekeeping import Timekeeping
from bot.services.voices import Offer
from storage.stores.planned import Look
from tests.support.bureau import STREET_LIGHTS, Bureau, bureau

LAMP = "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin"
SAME = "Lampu jalan depan SDN 3 Cibinong mati, gelap sekali kalau malam"
OTHER = "Lampu jalan padam di tikungan pasar ikan, Kecamatan Cibinong"
HERE = Pin(-6.4816, 106.8560)
NEAR = Pin(-6.4825, 106.8565)
FAR = Pin(-6.4916, 106.8560)


@pytest.fixture
async def office(tmp_path: Path, router: Router) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, router) as opened:
        yield opened


async def offered(
    office: Bureau, person: Person, words: str = SAME, pin: Pin | None = None
) -> Offer:
    async with office.work() as work:
        draft = await work.intake.tell(person.id, words)
        if pin:
            draft = await work.intake.pin(person.id, pin)
        return await work.voices.offer(person.id, work.intake.view(draft))


async def joined(
    office: Bureau, name: str, main: Report, words: str = SAME
) -> tuple[Person, Report]:
    """One more person who joins."""
    person = await office.person(name)
    async with office.work() as work:
        draft = await work.intake.tell(person.id, words)
        return person, (await work.voices.join(person.id, draft.token, main.id)).report


async def now(office: Bureau, report: Report) -> Report:
    async with office.work() as work:
        return await work.unit.reports.get(report.id)


async def heard(office: Bureau, person: Person) -> list[NoticeKind]:
    return [notice.kind for notice in await office.waiting() if notice.chat == person.chat]


async def test_a_similar_open_report_is_offered_without_anybodys_words(office: Bureau) -> None:
    main = await office.filed(await office.person("Sari"), LAMP)

    offer = await offered(office, await office.person("Joni"))

    (similar,) = offer.others
    assert similar.report == main.id
    assert (similar.place, similar.people) == ("Kec. Cibinong, Kab. Bogor", 1)
    assert "SDN" not in repr(similar)


@pytest.mark.parametrize("words", [OTHER, LAMP.replace("SDN 3", "SDN 5")])
async def test_another_trouble_of_the_same_kind_is_not_offered(office: Bureau, words: str) -> None:
    await office.filed(await office.person("Sari"), LAMP)

    assert not await offered(office, await office.person("Joni"), words)


async def test_a_secret_report_is_never_offered_and_nothing_is_offered_to_one(
    office: Bureau,
) -> None:
    sari, joni = await office.person("Sari"), await office.person("Joni")
    await office.filed(sari, LAMP, secret=True)
    assert not await offered(office, joni)
    await office.filed(sari, LAMP)

    async with office.work() as work:
        draft = await work.intake.draft_of(joni.id)
        assert draft
        secret = await work.intake.keep_secret(joni.id, draft.token)
        offer = await work.voices.offer(joni.id, work.intake.view(secret))

    assert not offer


async def test_an_accusation_is_never_offered(office: Bureau) -> None:
    words = "Petugas dukcapil Kabupaten Bogor minta uang 200 ribu untuk KTP"
    await office.filed(await office.person("Sari"), words)

    assert not await offered(office, await office.person("Joni"), words)


async def test_after_two_weeks_and_after_the_end_nothing_is_offered(office: Bureau) -> None:
    sari = await office.person("Sari")
    closed = await office.filed(sari, LAMP)
    async with office.work() as work:
        await work.casework.withdraw(Actor(sari.id), closed.id)
    assert not await offered(office, await office.person("Joni"))
    await office.filed(sari, LAMP)

    await office.clock.turn(timedelta(days=15).total_seconds())

    assert not await offered(office, await office.person("Wati"))


async def test_pins_tell_near_from_far(office: Bureau) -> None:
    await office.filed(await office.person("Sari"), LAMP, pin=HERE)

    near = await offered(office, await office.person("Joni"), "Lampu jalan mati", NEAR)
    far = await offered(office, await office.person("Wati"), LAMP, FAR)

    assert near.others
    assert not far


async def test_ones_own_report_is_offered_to_be_added_to(office: Bureau) -> None:
    sari = await office.person("Sari")
    main = await office.filed(sari, LAMP)

    offer = await offered(office, sari)
    async with office.work() as work:
        draft = await work.intake.draft_of(sari.id)
        assert draft
        await work.voices.add_to_own(sari.id, draft.token, main.id)
        view = await work.records.own(sari.id, main.id)

    assert offer.own
    assert offer.own.id == main.id
    assert [said.text for said in view.follow_ups] == [SAME]


async def test_only_what_was_offered_can_be_joined(office: Bureau) -> None:
    other = await office.filed(await office.person("Sari"), OTHER)
    secret = await office.filed(await office.person("Budi"), LAMP, secret=True)

    for main in (other, secret):
        with pytest.raises(Refused) as refused:
            await joined(office, f"Joni{main.id}", main)

        assert refused.value.why is Why.NOT_NOW


async def test_who_joins_has_a_number_and_the_news_and_is_counted_once(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    main = await office.filed(await office.person("Sari"), LAMP)

    joni, voice = await joined(office, "Joni", main)
    async with office.work() as work:
        await work.casework.answer(await work.actor(budi.id), main.id, "Besok diganti.")
        view = await work.records.own(joni.id, voice.id)
        case = await work.records.case(await work.actor(budi.id), main.id)
        queue = await work.queue.page(await work.actor(budi.id), Part.ALL, 0)

    assert voice.number != main.number
    assert view.report.status is Status.IN_PROGRESS
    assert [said.text for said in view.follow_ups] == ["Besok diganti."]
    assert NoticeKind.ANSWERED in await heard(office, joni)
    assert (case.people, [each.report.text for each in case.voices]) == (2, [SAME])
    assert [report.id for report in queue.reports] == [main.id]


async def test_what_was_answered_before_joining_stays_between_those_two(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    main = await office.filed(await office.person("Sari"), LAMP)
    async with office.work() as work:
        await work.casework.answer(await work.actor(budi.id), main.id, "Bu Sari, kami telepon.")
    await office.clock.turn(60)

    joni, voice = await joined(office, "Joni", main)

    async with office.work() as work:
        assert (await work.records.own(joni.id, voice.id)).follow_ups == ()


async def test_a_voice_is_masked_as_its_own_reporter_chose(office: Bureau) -> None:
    budi, joni = await office.person("Budi", STREET_LIGHTS), await office.person("Joni")
    main = await office.filed(await office.person("Sari"), LAMP)
    async with office.work() as work:
        draft = await work.intake.tell(joni.id, f"{SAME}. Nomor saya 0812-3456-7890")
        draft = await work.intake.hide_name(joni.id, draft.token)
        await work.voices.join(joni.id, draft.token, main.id)

        case = await work.records.case(await work.actor(budi.id), main.id)

    assert case.reporter_name == "Sari"
    assert case.voices[0].name == ""
    assert "0812" not in case.voices[0].report.text


async def test_any_voice_keeps_it_open_and_closes_only_its_own(office: Bureau) -> None:
    budi, sari = await office.person("Budi", STREET_LIGHTS), await office.person("Sari")
    main = await office.filed(sari, LAMP)
    joni, first = await joined(office, "Joni", main)
    wati, second = await joined(office, "Wati", main)
    async with office.work() as work:
        await work.casework.settle(await work.actor(budi.id), main.id, "Sudah diganti.")
        await work.casework.confirm(Actor(joni.id), first.id)
        assert (await work.unit.reports.get(main.id)).status is Status.IN_PROGRESS
        await work.casework.confirm(Actor(sari.id), main.id)
    closed = [(await now(office, each)).status for each in (main, first, second)]

    async with office.work() as work:
        await work.casework.reject(Actor(wati.id), second.id, "Masih mati.")
        case = await work.records.case(await work.actor(budi.id), main.id)

    assert closed == [
        Status.CLOSED_BY_REPORTER,
        Status.CLOSED_BY_REPORTER,
        Status.CLOSED_BY_SYSTEM,
    ]
    assert (await now(office, main)).status is Status.REPORTER_REPLIED
    assert (await now(office, first)).status is Status.CLOSED_BY_REPORTER
    assert (await now(office, second)).status is Status.REPORTER_REPLIED
    assert case.follow_ups[-1].text == "Masih mati."


async def test_who_leaves_goes_on_alone_with_the_words_they_heard(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    main = await office.filed(await office.person("Sari"), LAMP)
    joni, voice = await joined(office, "Joni", main)
    async with office.work() as work:
        await work.casework.answer(await work.actor(budi.id), main.id, "Besok diganti.")
        await work.voices.leave(Actor(joni.id), voice.id)

    async with office.work() as work:
        view = await work.records.own(joni.id, voice.id)
        queue = await work.queue.page(await work.actor(budi.id), Part.ALL, 0)

    assert view.report.joined_to is None
    assert view.report.due_at == main.due_at
    assert [said.text for said in view.follow_ups] == ["Besok diganti."]
    assert {report.id for report in queue.reports} == {main.id, voice.id}


async def test_a_new_day_off_moves_the_date_of_every_voice(office: Bureau) -> None:
    ratna = await office.person("Ratna", admin=True)
    main = await office.filed(await office.person("Sari"), LAMP)
    joni, voice = await joined(office, "Joni", main)
    async with office.work() as work:
        await work.days_off.add(await work.actor(ratna.id), main.due_at.date(), "Libur daerah")
    await office.clock.turn(120)

    async with office.work() as work:
        await Timekeeping(office.house, work.unit, work.now).look(Look(main.id, new_days_off=True))

    assert (await now(office, voice)).due_at == (await now(office, main)).due_at > main.due_at
    assert NoticeKind.DELAYED in await heard(office, joni)


async def test_when_the_first_withdraws_the_oldest_voice_speaks_for_the_others(
    office: Bureau,
) -> None:
    sari = await office.person("Sari")
    main = await office.filed(sari, LAMP)
    _, first = await joined(office, "Joni", main)
    _, second = await joined(office, "Wati", main)

    async with office.work() as work:
        await work.casework.withdraw(Actor(sari.id), main.id)

    assert (await now(office, main)).status is Status.ARCHIVED_BY_REPORTER
    assert (await now(office, first)).joined_to is None
    assert (await now(office, first)).status is Status.DISPATCHED
    assert (await now(office, second)).joined_to == first.id


async def test_an_admin_merges_and_splits_and_everybody_hears_of_it(office: Bureau) -> None:
    ratna = await office.person("Ratna", admin=True)
    sari, joni = await office.person("Sari"), await office.person("Joni")
    main, other = await office.filed(sari, LAMP), await office.filed(joni, OTHER)
    async with office.work() as work:
        admin = await work.actor(ratna.id)
        await work.voices.merge(admin, other.id, main.id)
    merged = await now(office, other)

    async with office.work() as work:
        await work.voices.split(admin, other.id)
        lines = await work.unit.history.of_report(other.id)

    assert merged.joined_to == main.id
    assert (await now(office, other)).joined_to is None
    assert {NoticeKind.MERGED, NoticeKind.PARTED} <= set(await heard(office, joni))
    assert [line.act for line in lines][-2:] == [Act.MERGE, Act.SPLIT]


async def test_merging_brings_all_voices_along_and_never_makes_a_chain(office: Bureau) -> None:
    ratna = await office.person("Ratna", admin=True)
    main = await office.filed(await office.person("Sari"), LAMP)
    other = await office.filed(await office.person("Budi"), OTHER)
    _, voice = await joined(office, "Joni", main)
    async with office.work() as work:
        admin = await work.actor(ratna.id)

        await work.voices.merge(admin, main.id, other.id)

    assert (await now(office, main)).joined_to == other.id
    assert (await now(office, voice)).joined_to == other.id


async def test_guarded_reports_are_never_merged_and_only_admins_merge(office: Bureau) -> None:
    ratna, budi = (
        await office.person("Ratna", admin=True),
        await office.person("Budi", STREET_LIGHTS),
    )
    main = await office.filed(await office.person("Sari"), LAMP)
    secret = await office.filed(await office.person("Joni"), LAMP, secret=True)
    other = await office.filed(await office.person("Wati"), OTHER)
    async with office.work() as work:
        admin, officer = await work.actor(ratna.id), await work.actor(budi.id)

        with pytest.raises(Refused) as guarded:
            await work.voices.merge(admin, secret.id, main.id)
        with pytest.raises(Refused) as forbidden:
            await work.voices.merge(officer, other.id, main.id)

    assert guarded.value.why is Why.NOT_ALIKE
    assert forbidden.value.why is Why.NOT_ALLOWED


async def test_the_office_acts_on_the_report_that_speaks_and_not_on_a_voice(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    main = await office.filed(await office.person("Sari"), LAMP)
    _, voice = await joined(office, "Joni", main)

    async with office.work() as work:
        officer = await work.actor(budi.id)
        with pytest.raises(Refused) as refused:
            await work.casework.answer(officer, voice.id, "Besok.")

    assert refused.value.why is Why.NOT_NOW
