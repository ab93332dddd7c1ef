"""Erasing at a wish and by the calendar: what others keep, and what offices still have to see."""

from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.moves import Act
from bot.domain.notice import NoticeKind, Urgency
from bot.domain.people import Actor, ChatId, Person
from bot.domain.report import Attachment, Erasure, FileKind, Report, ReportId, Status
from bot.domain.step import Step, StepKind
from bot.routing.router import Router
from bot.services.erasing import AT_ONCE, Erasing, follow_ledger
from bot.ui.screen import Screen, Slot, dumps
from tests.support.bureau import LAMP, STREET_LIGHTS, Bureau, bureau

SAME = "Lampu jalan depan SDN 3 Cibinong mati, gelap sekali kalau malam"
YEAR = timedelta(days=366).total_seconds()


@pytest.fixture
async def office(tmp_path: Path, router: Router) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, router) as ready:
        yield ready


async def joined(office: Bureau, reporter: Person, main: Report) -> Report:
    async with office.work() as work:
        draft = await work.intake.tell(reporter.id, SAME)
        return (await work.voices.join(reporter.id, draft.token, main.id)).report


async def report(office: Bureau, number: ReportId) -> Report:
    async with office.storage.reading() as unit:
        return await unit.reports.get(number)


async def erased(office: Bureau, person: Person) -> None:
    async with office.work() as work:
        await Erasing(office.house, work.unit, work.now).wish(person.id)


async def withdrawn(office: Bureau, reporter: Person) -> Report:
    filed = await office.filed(reporter)
    async with office.work() as work:
        return (await work.casework.withdraw(Actor(reporter.id), filed.id)).report


async def test_the_voice_that_is_left_speaks_for_an_open_report(office: Bureau) -> None:
    await office.person("Budi", STREET_LIGHTS)
    sari, joni = await office.person("Sari"), await office.person("Joni")
    main = await office.filed(sari)
    voice = await joined(office, joni, main)

    await erased(office, sari)

    gone, left = await report(office, main.id), await report(office, voice.id)
    assert (gone.status, gone.erased) == (Status.ARCHIVED_BY_REPORTER, Erasure.WISH)
    assert (left.joined_to, left.status, left.text) == (None, main.status, SAME)
    assert left.erased is None


async def test_from_what_is_over_each_voice_goes_on_alone_with_what_it_was_told(
    office: Bureau,
) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    sari, joni = await office.person("Sari"), await office.person("Joni")
    main = await office.filed(sari)
    voice = await joined(office, joni, main)
    async with office.work() as work:
        actor = await work.actor(budi.id)
        await work.casework.settle(actor, main.id, "Lampu sudah diganti.")
        await work.casework.confirm(Actor(sari.id), main.id)

    await erased(office, sari)

    left = await report(office, voice.id)
    async with office.work() as work:
        seen = await work.records.own(joni.id, voice.id)
    assert (left.joined_to, left.status) == (None, Status.CLOSED_BY_SYSTEM)
    assert [said.text for said in seen.follow_ups] == ["Lampu sudah diganti."]


async def test_an_erased_voice_leaves_no_words_beside_the_others(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    sari, joni = await office.person("Sari"), await office.person("Joni")
    main = await office.filed(sari)
    voice = await joined(office, joni, main)
    await office.shown(budi.chat, 10, main, Slot.CARD)
    await office.shown(budi.chat, 11, main, Slot.NOTICE)
    await office.shown(sari.chat, 12, main, Slot.NOTICE)

    await erased(office, joni)

    emptied = [n for n in await office.waiting() if n.kind is NoticeKind.ERASED]
    async with office.work() as work:
        seen = await work.records.case(await work.actor(budi.id), main.id)
        lines = await work.unit.history.of_report(main.id)
    assert [(n.chat, n.report, n.about) for n in emptied] == [(budi.chat, main.id, "11")]
    assert seen.voices == ()
    assert seen.report.text == LAMP
    assert (await report(office, voice.id)).text == ""
    assert joni.id not in {line.by for line in lines}
    assert sari.id in {line.by for line in lines}


async def test_a_voice_that_has_left_is_not_forgotten_where_it_once_spoke(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    sari, joni = await office.person("Sari"), await office.person("Joni")
    main = await office.filed(sari)
    voice = await joined(office, joni, main)
    await office.shown(budi.chat, 11, main, Slot.NOTICE)
    await office.shown(sari.chat, 12, main, Slot.NOTICE)
    async with office.work() as work:
        await work.voices.leave(Actor(joni.id), voice.id)

    await erased(office, joni)

    emptied = [n for n in await office.waiting() if n.kind is NoticeKind.ERASED]
    async with office.storage.reading() as unit:
        lines = await unit.history.of_report(main.id)
    assert [(n.chat, n.report, n.about) for n in emptied] == [(budi.chat, main.id, "11")]
    assert joni.id not in {line.by for line in lines}


async def test_what_waits_to_be_sent_shows_nothing_of_it_any_more(office: Bureau) -> None:
    budi, sari = await office.person("Budi", STREET_LIGHTS), await office.person("Sari")
    filed, other = await office.filed(sari), await office.filed(budi, "Got mampet di Cibinong")
    async with office.work() as work:
        for about in (filed, other):
            screen = dumps(Screen(about.text, report=about.id))
            payload = b'{"screen":' + screen + b"}"
            await work.unit.outbox.put(budi.chat, "screen", payload, Urgency.ANSWER, work.now)
            step = Step(budi.id, ChatId(about.id), StepKind.ANSWER, about.id, text=about.text)
            await work.unit.steps.save(step)
        said = await work.casework.reply(Actor(sari.id), filed.id, "Masih gelap")

    await erased(office, sari)

    async with office.storage.reading() as unit:
        screens = await unit.outbox.waiting_screens()
        written = [await unit.steps.at(budi.id, ChatId(each.id)) for each in (filed, other)]
    waiting = [n for n in await office.waiting() if n.kind is NoticeKind.REPORTER_SAID]
    assert [b"Got mampet" in row.payload for row in screens] == [True]
    assert [step.report if step else None for step in written] == [None, other.id]
    assert said.follow_up
    assert [n.follow_up for n in waiting] == [said.follow_up.id]
    assert [await office.rendered(n) for n in waiting] == [None]


async def test_the_calendar_erases_some_at_a_time_and_leaves_what_is_open(office: Bureau) -> None:
    sari = await office.person("Sari")
    ended = [await withdrawn(office, sari) for _ in range(AT_ONCE + 3)]
    still_open = await office.filed(sari)
    await office.clock.turn(YEAR)

    counts = []
    for _ in range(3):
        async with office.work() as work:
            counts.append(await Erasing(office.house, work.unit, work.now).expire())

    assert counts == [AT_ONCE, 3, 0]
    for each in ended:
        assert (await report(office, each.id)).erased is Erasure.TERM
        async with office.storage.reading() as unit:
            lines = await unit.history.of_report(each.id)
        assert (lines[-1].act, lines[-1].reason) == (Act.ERASE, "term")
        assert sari.id not in {line.by for line in lines}
    assert (await report(office, still_open.id)).text == LAMP
    assert (await report(office, still_open.id)).reporter == sari.id


async def test_who_left_nothing_and_was_not_here_is_forgotten(office: Bureau) -> None:
    sari, joni = await office.person("Sari"), await office.person("Joni")
    budi = await office.person("Budi", STREET_LIGHTS)
    await withdrawn(office, sari)
    await office.clock.turn(YEAR)
    async with office.work() as work:
        await work.unit.people.seen(joni.id, work.now)

    for _ in range(2):
        async with office.work() as work:
            await Erasing(office.house, work.unit, work.now).expire()

    async with office.storage.reading() as unit:
        known = [await unit.people.with_chat(each.chat) for each in (sari, joni, budi)]
    assert [person is not None for person in known] == [False, True, True]


async def test_an_operator_who_names_no_days_keeps_everything(office: Bureau) -> None:
    kept = await withdrawn(office, await office.person("Sari"))
    house = replace(office.house, operator=replace(office.house.operator, retention_days=0))
    await office.clock.turn(10 * YEAR)

    async with office.work() as work:
        count = await Erasing(house, work.unit, work.now).expire()

    assert count == 0
    assert (await report(office, kept.id)).text == LAMP


async def test_an_erasure_that_was_cut_off_is_done_at_the_next_start(office: Bureau) -> None:
    sari = await office.person("Sari")
    filed = await office.filed(sari)

    with suppress(ZeroDivisionError):
        async with office.work() as work:
            await Erasing(office.house, work.unit, work.now).wish(sari.id)
            raise ZeroDivisionError
    before = await report(office, filed.id)

    counts = [
        await follow_ledger(office.house, office.storage, office.clock.now()) for _ in range(2)
    ]

    assert before.text == LAMP
    assert (await report(office, filed.id)).erased is Erasure.WISH
    assert counts == [1, 0]


async def test_a_copy_is_for_its_person_alone_and_whole(office: Bureau) -> None:
    photo = Attachment(FileKind.PHOTO, "file-9", "unique-9", "lampu.jpg")
    sari = await office.person("<b>Sari</b>")
    filed = await office.filed(sari, f"{LAMP} & <i>gelap</i>", files=(photo,))
    await office.filed(await office.person("Joni"), "Got mampet di Cibinong")
    async with office.work() as work:
        await work.intake.tell(sari.id, "Belum selesai ditulis")
        await work.own_data.order_copy(sari)
        await work.own_data.order_copy(sari)

    ordered = [n for n in await office.waiting() if n.kind is NoticeKind.OWN_COPY]
    rendered = await office.rendered(ordered[0])
    stranger = await office.rendered(replace(ordered[0], chat=filed.id))  # type: ignore[arg-type]

    assert len(ordered) == 1
    assert rendered
    [made] = rendered.screens[0].files
    page = made.make().decode()  # type: ignore[attr-defined]
    assert f"{LAMP} &amp; &lt;i&gt;gelap&lt;/i&gt;" in page
    assert "&lt;b&gt;Sari&lt;/b&gt;" in page
    assert filed.number in page
    assert "1 foto" in page
    assert "Belum selesai ditulis" in page
    assert "Got mampet" not in page
    assert stranger is None
