"""Reports, their words, their queues, and what is said and done on them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.people import ChatId, Person, Role
from bot.domain.report import OPEN, FollowUpId, Report, ReportId, Status
from bot.domain.tracking import new_tracking_number
from storage.database import Storage
from storage.errors import NoSuchFollowUp, NoSuchReport, NumberTaken, Stale
from tests.storage.examples import (
    BANDUNG,
    BOGOR,
    BOGOR_ROADS,
    BOGOR_TRANSPORT,
    NOW,
    PHOTO,
    VOICE,
    a_follow_up,
    a_line,
    a_report,
)

Filing = Callable[..., Awaitable[Report]]


@pytest.fixture
def filed(storage: Storage, siti: Person) -> Filing:
    async def file(**changes: Any) -> Report:
        async with storage.unit() as unit:
            return await unit.reports.add(a_report(siti.id, **changes))

    return file


async def test_a_report_comes_back_whole(storage: Storage, filed: Filing) -> None:
    report = await filed()

    async with storage.reading() as unit:
        assert await unit.reports.get(report.id) == report
        assert await unit.reports.by_number(report.number) == report


async def test_a_bare_report_comes_back_bare(storage: Storage, filed: Filing) -> None:
    report = await filed(
        agency=None, sector=None, place=None, happened=None, suggested=(), anonymous=False
    )

    async with storage.reading() as unit:
        assert await unit.reports.get(report.id) == report


async def test_a_report_that_is_not_there_is_not_found(storage: Storage, filed: Filing) -> None:
    await filed()

    async with storage.reading() as unit:
        assert await unit.reports.by_number(new_tracking_number()) is None
        with pytest.raises(NoSuchReport):
            await unit.reports.get(ReportId(99))


async def test_a_number_is_given_once_and_the_unit_goes_on(
    storage: Storage, siti: Person, filed: Filing
) -> None:
    first = await filed()

    async with storage.unit() as unit:
        with pytest.raises(NumberTaken):
            await unit.reports.add(a_report(siti.id, number=first.number))
        second = await unit.reports.add(a_report(siti.id))

    async with storage.reading() as unit:
        assert await unit.reports.count_of_reporter(siti.id) == 2
        assert await unit.reports.get(second.id) == second


async def test_every_change_is_stored_and_counted(
    storage: Storage, budi: Person, filed: Filing
) -> None:
    report = await filed()
    changed = replace(
        report,
        status=Status.CLOSED_BY_REPORTER,
        agency=BOGOR_ROADS,
        due_at=NOW + timedelta(days=9),
        taken_by=budi.id,
        taken_at=NOW,
        answered_at=NOW + timedelta(minutes=1),
        settled_at=NOW + timedelta(minutes=2),
        closed_at=NOW + timedelta(minutes=3),
        anonymous=False,
        hops=2,
        unsolved=1,
        rating=4,
    )

    async with storage.unit() as unit:
        saved = await unit.reports.save(changed)

    assert saved == replace(changed, version=1)
    async with storage.reading() as unit:
        assert await unit.reports.get(report.id) == saved


async def test_of_two_hands_at_once_one_wins(storage: Storage, filed: Filing) -> None:
    report = await filed()
    async with storage.unit() as unit:
        await unit.reports.save(replace(report, status=Status.IN_PROGRESS))

    with pytest.raises(Stale):
        async with storage.unit() as unit:
            await unit.reports.save(replace(report, status=Status.BLOCKED))

    async with storage.reading() as unit:
        assert (await unit.reports.get(report.id)).status is Status.IN_PROGRESS


async def test_the_reporters_words_stay_beside_the_moderated_ones(
    storage: Storage, filed: Filing
) -> None:
    report = await filed()
    async with storage.unit() as unit:
        once = await unit.reports.save(replace(report, text="Lampu taman gelap."))
        await unit.reports.save(replace(once, title="Lampu", hops=1))

    async with storage.reading() as unit:
        now = await unit.reports.get(report.id)
        original = await unit.reports.original_words(report.id)
        with pytest.raises(NoSuchReport):
            await unit.reports.original_words(ReportId(99))
    assert (now.title, now.text) == ("Lampu", "Lampu taman gelap.")
    assert original == (report.title, report.text)


async def test_a_reporter_pages_through_their_own_reports_newest_first(
    storage: Storage, budi: Person, siti: Person, filed: Filing
) -> None:
    mine = [await filed() for _ in range(5)]
    closed = await filed(status=Status.CLOSED_BY_REPORTER)
    async with storage.unit() as unit:
        await unit.reports.add(a_report(budi.id))

    async with storage.reading() as unit:
        page = await unit.reports.of_reporter(siti.id, 1, 2)
        open_ones = await unit.reports.open_of_reporter(siti.id, 9)
        newest = await unit.reports.open_of_reporter(siti.id, 2)
        count = await unit.reports.count_of_reporter(siti.id)
    assert page == [mine[4], mine[3]]
    assert open_ones == mine[::-1]
    assert newest == mine[:2:-1]
    assert closed not in open_ones
    assert count == 6


async def test_an_agency_finds_what_it_is_invited_to_in_its_queue(
    storage: Storage, filed: Filing
) -> None:
    lent = await filed(agency=BANDUNG, partner=BOGOR_ROADS)

    async with storage.reading() as unit:
        assert await unit.reports.queue([BOGOR_ROADS], 0, 10) == [lent]
        assert await unit.reports.queue([BOGOR], 0, 10) == [lent]
        assert await unit.reports.queue([BOGOR_TRANSPORT], 0, 10) == []


async def test_a_queue_holds_the_open_reports_of_an_agency_and_its_units_soonest_due_first(
    storage: Storage, filed: Filing
) -> None:
    late = await filed(agency=BOGOR, due_at=NOW + timedelta(days=3))
    soon = await filed(agency=BOGOR_ROADS, due_at=NOW + timedelta(days=1))
    other = await filed(agency=BANDUNG, due_at=NOW + timedelta(days=2))
    closed = await filed(agency=BOGOR, status=Status.CLOSED_BY_ADMIN)
    await filed(agency="32.010", due_at=NOW)

    async with storage.reading() as unit:
        queue = unit.reports.queue
        assert await queue([BOGOR], 0, 10) == [soon, late]
        assert await queue([BOGOR_ROADS], 0, 10) == [soon]
        assert await queue([BOGOR, BANDUNG, BOGOR], 0, 10) == [soon, other, late]
        assert await queue([BOGOR, BANDUNG], 1, 1) == [other]
        assert await queue([BOGOR], 0, 10, open_only=False) == [closed, soon, late]
        assert await queue([], 0, 10) == []


async def test_admins_see_what_is_unverified_or_lies_with_nobody(
    storage: Storage, budi: Person, filed: Filing
) -> None:
    unverified = await filed(status=Status.UNVERIFIED, agency=None, due_at=NOW)
    deserted = await filed(agency=BANDUNG, due_at=NOW + timedelta(days=1))
    staffed = await filed(agency=BOGOR_TRANSPORT)
    await filed(agency=BANDUNG, status=Status.CLOSED_BY_SYSTEM)
    await filed(agency=None, status=Status.WAITING)
    async with storage.unit() as unit:
        await unit.access.grant(budi.id, BOGOR, Role.OFFICER, None, NOW)

    async with storage.reading() as unit:
        assert await unit.reports.waiting_for_admin(0, 10) == [unverified, deserted]
        assert await unit.reports.waiting_for_admin(1, 1) == [deserted]
        assert await unit.reports.count_waiting_for_admin() == 2
    async with storage.unit() as unit:
        await unit.access.revoke(budi.id, BOGOR, None, NOW)
        waiting = await unit.reports.waiting_for_admin(0, 10)
    assert staffed in waiting


async def test_an_admins_right_does_not_make_them_an_agencys_officer(
    storage: Storage, budi: Person, filed: Filing
) -> None:
    deserted = await filed(agency=BANDUNG)
    async with storage.unit() as unit:
        await unit.access.grant(budi.id, None, Role.ADMIN, None, NOW)

        assert await unit.reports.waiting_for_admin(0, 10) == [deserted]


async def test_reports_are_counted_by_status(storage: Storage, filed: Filing) -> None:
    for status in (Status.WAITING, Status.WAITING, Status.BLOCKED):
        await filed(status=status)

    async with storage.reading() as unit:
        counts = await unit.reports.counts()
    assert counts[Status.WAITING] == 2
    assert counts[Status.BLOCKED] == 1
    assert sum(counts[status] for status in OPEN) == 2


async def test_a_file_is_attached_once_and_in_order(storage: Storage, filed: Filing) -> None:
    report = await filed()
    async with storage.unit() as unit:
        await unit.reports.attach(report.id, (VOICE, PHOTO), NOW)
        await unit.reports.attach(report.id, (replace(VOICE, file="another id"),), NOW)

    async with storage.reading() as unit:
        assert await unit.reports.attachments(report.id) == (VOICE, PHOTO)
        assert await unit.reports.attachments(ReportId(99)) == ()


async def test_follow_ups_know_whether_they_arrived(
    storage: Storage, budi: Person, filed: Filing
) -> None:
    report = await filed()
    async with storage.unit() as unit:
        first = await unit.follow_ups.add(a_follow_up(report.id, budi.id))
        second = await unit.follow_ups.add(
            a_follow_up(report.id, budi.id, by=None, agency=None, attachments=(), text="")
        )
        await unit.follow_ups.mark_undelivered(first.id)
        blocked = await unit.follow_ups.get(first.id)
        await unit.follow_ups.mark_delivered(first.id, NOW)

    async with storage.reading() as unit:
        arrived = replace(first, delivered_at=NOW)
        assert blocked == replace(first, undelivered=True)
        assert await unit.follow_ups.of_report(report.id) == [arrived, second]
        assert await unit.follow_ups.get(second.id) == second
        with pytest.raises(NoSuchFollowUp):
            await unit.follow_ups.get(FollowUpId(99))


async def test_history_tells_what_was_done_in_order(
    storage: Storage, budi: Person, filed: Filing
) -> None:
    report = await filed()
    other = await filed()
    async with storage.unit() as unit:
        answer = await unit.follow_ups.add(a_follow_up(report.id, budi.id))
        lines = [
            a_line(report.id),
            a_line(
                report.id,
                act="answer",
                by=budi.id,
                role=Role.OFFICER,
                before=Status.DISPATCHED,
                after=Status.IN_PROGRESS,
                agency=BOGOR_TRANSPORT,
                reason="automatic",
                follow_up=answer.id,
            ),
        ]
        for line in lines:
            await unit.history.append(line)
        await unit.history.append(a_line(other.id))

    async with storage.reading() as unit:
        assert await unit.history.of_report(report.id) == lines


async def test_a_reply_finds_the_report_of_the_message_it_answers(
    storage: Storage, siti: Person, filed: Filing
) -> None:
    report, other = await filed(), await filed()
    group = ChatId(-1001)
    async with storage.unit() as unit:
        anchors = unit.anchors
        await anchors.put(siti.chat, 10, report.id, "answer")
        await anchors.put(siti.chat, 12, other.id, "answer")
        await anchors.put(siti.chat, 11, None, "draft")
        await anchors.put(group, 10, report.id, "card")
        await anchors.put(siti.chat, 20, report.id, "admin_card")

        at = await anchors.at(siti.chat, 10)
        newest = await anchors.newest(siti.chat, "answer")
        newest_of_report = await anchors.newest(siti.chat, "answer", report.id)
        cards = await anchors.cards(report.id)
        await anchors.put(group, 10, other.id, "card")
        moved = await anchors.cards(report.id)
        await anchors.drop(siti.chat, 12)

        assert at is not None
        assert (at.chat, at.message, at.report, at.slot) == (siti.chat, 10, report.id, "answer")
        assert newest is not None
        assert newest.message == 12
        assert newest_of_report == at
        assert [(card.chat, card.slot) for card in cards] == [
            (group, "card"),
            (siti.chat, "admin_card"),
        ]
        assert [card.chat for card in moved] == [siti.chat]
        assert await anchors.at(siti.chat, 12) is None
        assert await anchors.newest(group, "draft") is None
