"""What erasing leaves in the tables and in the files: every column is answered for here."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from alembic import command
from sqlalchemy import LargeBinary, Text, create_engine

from bot.domain.announcement import Announcement, AnnouncementId, Audience, Hearers
from bot.domain.draft import Draft
from bot.domain.notice import Urgency
from bot.domain.people import ChatId, Consent, Person, Role
from bot.domain.report import Erasure, FollowUpKind, ReportId, Status
from bot.domain.step import Step, StepKind
from storage.database import Storage
from storage.ledger import Ledger, Wish
from storage.preparing import prepare
from storage.seal import BrokenSeal, Seal
from storage.tables import people
from tests.storage.examples import BOGOR_TRANSPORT, NOW, PHOTO, a_follow_up, a_line, a_report
from tests.support.steps import a_config

CHAT = ChatId(6123456789)
WORDS = "Kepala kantor meminta uang rokok di Cibinong. " * 120
"""Longer than a page of the database, so that it lies in pages of its own."""

GONE = {
    "announcement_hearers.person", "asked_in.person", "anchors.chat", "anchors.chat_mark",
    "drafts.payload", "drafts.person", "follow_ups.attachments", "follow_ups.text",
    "inbox.lane", "inbox.lane_mark", "inbox.payload", "outbox.lane", "outbox.lane_mark",
    "outbox.payload", "outbox.merge_mark", "people.chat", "people.chat_mark", "people.name",
    "people.consent_version", "pins.pin_mark", "report_attachments.payload",
    "report_attachments.unique_mark", "report_words.text", "report_words.title",
    "reports.happened", "reports.place", "reports.reporter", "reports.suggested",
    "steps.chat_mark", "steps.payload", "steps.person", "history.done_by", "follow_ups.said_by",
}  # fmt: skip
"""What is taken from a reporter."""
ACTS_OF_OFFICE = {
    "announcements.made_by", "announcements.text", "bound_groups.bound_by", "bound_groups.chat",
    "bound_groups.chat_mark", "bound_groups.title", "days_off.added_by", "days_off.name",
    "exports.person", "invitations.made_by", "invitations.spent_by", "invitations.token_mark",
    "keyword_changes.made_by", "keyword_changes.term", "keyword_changes.undone_by",
    "reports.taken_by", "rights.ended_by", "rights.given_by", "rights.person",
    "templates.changed_by", "templates.name", "templates.text", "topics.chat_mark",
}  # fmt: skip
"""What only officers and admins leave; it stays answerable who did it."""
NOBODYS = {
    "learning_examples.payload", "learning_versions.state", "sealing.key_mark",
    "shared_words.word",
}  # fmt: skip
"""Of an example its fingerprint stays, without report, reporter and words (see `Examples.unlink`);
a shared word was used by five reporters."""
CODES = {
    "agency_rules.agency", "agency_rules.topics", "bound_groups.lacks", "topics.subject",
    "announcements.audience", "anchors.slot", "asked_in.agency",
    "bound_groups.agency", "days_off.day", "digests.agency", "digests.day", "exports.agency",
    "exports.form", "follow_ups.agency", "follow_ups.kind", "follow_ups.role", "history.act",
    "history.agency", "history.reason", "history.role", "history.status_after",
    "history.status_before", "inbox.error", "inbox.state", "invitations.agency",
    "invitations.kind", "keyword_changes.sector", "learning_examples.sector",
    "learning_versions.kind", "oldest_program.step",
    "outbox.error", "outbox.kind", "outbox.state", "outbox.urgency",
    "people.language", "report_words.kind", "reports.agency", "reports.agency_head",
    "reports.care", "reports.category", "reports.erased", "reports.happened_on",
    "reports.next_what", "reports.number", "reports.partner", "reports.partner_head",
    "reports.region", "reports.report_class",
    "reports.sector", "reports.status", "reports.suggested_agency", "rights.agency",
    "rights.role", "templates.agency",
}  # fmt: skip
"""Facts for the figures: closed sets, agencies, places no smaller than a village, days."""


def columns_to_answer_for() -> Iterator[str]:
    """Every column that could hold words, sealed values, marks, or the way to a person."""
    for table in people.metadata.sorted_tables:
        for column in table.columns:
            to_person = any(key.column.table is people for key in column.foreign_keys)
            if to_person or isinstance(column.type, Text | LargeBinary):
                yield f"{table.name}.{column.name}"


def sealed_in(database: Path) -> list[tuple[str, bytes]]:
    """Every sealed value or mark, with the column that it stands in."""
    found = []
    with closing(sqlite3.connect(database)) as connection:
        for table in people.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, LargeBinary):
                    rows = connection.execute(f"SELECT {column.name} FROM {table.name}")
                    found += [(f"{table.name}.{column.name}", row[0]) for row in rows if row[0]]
    return found


def opened(seal: Seal, where: str, value: bytes) -> bytes:
    try:
        return seal.open(value, where)
    except BrokenSeal:
        return b""


def tells(plain: bytes) -> bool:
    return b"uang rokok" in plain or str(CHAT).encode() in plain or b"Siti" in plain


def bytes_in(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


async def tells_everything(storage: Storage) -> tuple[Person, ReportId]:
    """Somebody has said the same words everywhere, and everything was done for them."""
    photo = replace(PHOTO, file=WORDS, name=WORDS, unique=WORDS)
    async with storage.unit() as unit:
        budi = await unit.people.add(ChatId(7), "Budi", "id", NOW)
        person = await unit.people.add(CHAT, "Siti", "id", NOW)
        person = replace(person, consent=Consent("2026-11", NOW))
        await unit.people.save(person)
        report = await unit.reports.add(a_report(person.id, title=WORDS, text=WORDS))
        report = await unit.reports.save(replace(report, title=f"{WORDS}!"))
        await unit.reports.attach(report.id, (photo,), NOW)
        await unit.follow_ups.add(
            a_follow_up(report.id, person.id, text=WORDS, kind=FollowUpKind.REPLY,
                        role=Role.REPORTER, attachments=(photo,))
        )  # fmt: skip
        await unit.follow_ups.add(a_follow_up(report.id, budi.id, text=f"Ibu Siti: {WORDS}"))
        await unit.history.append(a_line(report.id, by=person.id, role=Role.REPORTER))
        await unit.history.append(a_line(report.id, by=budi.id))
        await unit.pins.put(report.id, b"p" * 32)
        await unit.pins.check(report.id, b"q" * 32, NOW)
        await unit.anchors.put(CHAT, 1, report.id, "notice")
        await unit.anchors.put(CHAT, 2, None, "draft")
        await unit.anchors.put(ChatId(7), 3, report.id, "card")
        await unit.access.ask_in(person.id, BOGOR_TRANSPORT, NOW, NOW)
        audience = Audience(Hearers.REPORTERS)
        made = Announcement(AnnouncementId(0), budi.id, audience, False, "Besok libur", NOW)
        await unit.announcements.add(made)
    for number in range(4):
        async with storage.unit() as unit:
            words = f"{number} {WORDS}"
            await unit.drafts.save(Draft(person.id, NOW, NOW).with_words(words, NOW))
            await unit.steps.save(Step(person.id, CHAT, StepKind.LOOSE, text=words))
            row = await unit.inbox.put(number, f"p{CHAT}", words.encode(), NOW)
            assert row
            if number:
                await unit.inbox.park(row.id, "KeyError", NOW)
            else:
                await unit.inbox.done(row.id, NOW)
            await unit.outbox.put(
                CHAT, "screen", words.encode(), Urgency.ANSWER, NOW, merge_key="card" * number
            )
        if not number:
            async with storage.unit() as sending:
                await sending.outbox.sent(unit.outbox.written[0].id, NOW, 1)
    async with storage.unit() as unit:
        report = await unit.reports.get(report.id)
        done = replace(report, status=Status.ARCHIVED_BY_REPORTER, closed_at=NOW)
        await unit.reports.save(done)
    return person, report.id


async def erase(storage: Storage, person: Person, report: ReportId) -> bool:
    async with storage.unit() as unit:
        found = await unit.reports.get(report)
        await unit.erasures.report(found, person, Erasure.WISH, NOW)
        return await unit.erasures.person(person, NOW)


def test_every_column_is_answered_for() -> None:
    answered = [*GONE, *ACTS_OF_OFFICE, *NOBODYS, *CODES]

    assert sorted(answered) == sorted(columns_to_answer_for())


async def test_no_column_leads_to_an_erased_person_or_their_words(
    storage: Storage, database: Path, seal: Seal
) -> None:
    person, report = await tells_everything(storage)
    before = {where for where, value in sealed_in(database) if tells(opened(seal, where, value))}

    in_office = await erase(storage, person, report)

    left = {where for where, value in sealed_in(database) if tells(opened(seal, where, value))}
    leading = set()
    with closing(sqlite3.connect(database)) as connection:
        for table in people.metadata.sorted_tables:
            for column in table.columns:
                if any(key.column.table is people for key in column.foreign_keys):
                    rows = connection.execute(
                        f"SELECT 1 FROM {table.name} WHERE {column.name} = ?",
                        (person.id,),
                    )
                    leading |= {f"{table.name}.{column.name}"} if rows.fetchone() else set()
    assert {"drafts.payload", "report_words.text", "follow_ups.text", "people.name"} <= before
    assert before <= GONE
    assert not in_office
    assert left == set()
    assert leading == set()


async def test_no_file_holds_a_byte_of_what_was_sealed(
    storage: Storage, database: Path, seal: Seal
) -> None:
    person, report = await tells_everything(storage)
    sealed = [value for where, value in sealed_in(database) if tells(opened(seal, where, value))]
    pieces = {value[n : n + 16] for value in sealed for n in range(0, len(value) - 16, 512)}
    before = bytes_in(database.parent)

    await erase(storage, person, report)
    emptied = await storage.empty_log()
    while_open = bytes_in(database.parent)
    await storage.close()
    when_closed = bytes_in(database.parent)

    assert sum(piece in before for piece in pieces) > len(pieces) / 2
    assert emptied
    for content in (while_open, when_closed):
        assert [piece for piece in pieces if piece in content] == []


async def test_the_facts_of_an_erased_report_stay_and_are_nobodys(storage: Storage) -> None:
    person, number = await tells_everything(storage)
    async with storage.reading() as unit:
        before = await unit.reports.get(number)
        lines = await unit.history.of_report(number)

    await erase(storage, person, number)

    async with storage.reading() as unit:
        after = await unit.reports.get(number)
        same = await unit.history.of_report(number)
        nobody = await unit.people.get(after.reporter)
        cards = await unit.anchors.of_report(number)
        known = await unit.people.with_chat(CHAT)
    assert replace(
        after,
        reporter=before.reporter, title=before.title, text=before.text, place=before.place,
        happened=before.happened, suggested=before.suggested, version=before.version, erased=None,
    ) == before  # fmt: skip
    assert (after.title, after.text, after.place, after.erased) == ("", "", None, Erasure.WISH)
    assert [replace(line, by=None) for line in lines] == [replace(line, by=None) for line in same]
    assert [line.by for line in same if line.role is Role.REPORTER] == [None]
    assert all(line.by for line in same if line.role is not Role.REPORTER)
    assert nobody.is_nobody
    assert [card.message for card in cards] == [3]
    assert known is None


async def test_who_holds_an_office_keeps_it_and_who_held_one_keeps_the_name(
    storage: Storage, siti: Person, budi: Person
) -> None:
    async with storage.unit() as unit:
        for person in (siti, budi):
            await unit.access.grant(person.id, BOGOR_TRANSPORT, Role.OFFICER, None, NOW)
        await unit.access.revoke(budi.id, BOGOR_TRANSPORT, None, NOW)

    async with storage.unit() as unit:
        in_office = [await unit.erasures.person(person, NOW) for person in (siti, budi)]

    async with storage.reading() as unit:
        assert in_office == [True, False]
        assert await unit.people.with_chat(siti.chat) == siti
        assert await unit.people.with_chat(budi.chat) is None
        assert (await unit.people.get(budi.id)).name == budi.name


async def test_who_was_not_here_for_long_and_has_nothing_here_is_found(
    storage: Storage, siti: Person, budi: Person
) -> None:
    later = NOW + timedelta(days=400)
    async with storage.unit() as unit:
        await unit.people.seen(budi.id, later)
        reporter = await unit.people.add(ChatId(5), "Joni", "id", NOW)
        await unit.reports.add(a_report(reporter.id))

        silent = await unit.erasures.silent(later - timedelta(days=365), 10)

    assert silent == [siti.id]


async def test_a_line_is_on_the_disk_before_the_unit_is_kept(
    storage: Storage, database: Path, siti: Person
) -> None:
    with suppress(ZeroDivisionError):
        async with storage.unit() as unit:
            await unit.erasures.sign(siti.chat, NOW)
            raise ZeroDivisionError

    async with storage.reading() as unit:
        owed = await unit.erasures.owed()
        named = await unit.erasures.named_by(owed)
    assert [wish.at for wish in owed] == [NOW]
    assert named == [(siti.id, NOW)]
    content = (database.parent / "erasures").read_bytes()
    assert str(siti.chat).encode() not in content
    assert seal_of(database) not in content.decode()


async def test_what_was_followed_is_owed_no_more_and_newcomers_are_not_meant(
    storage: Storage, siti: Person
) -> None:
    async with storage.unit() as unit:
        await unit.erasures.sign(siti.chat, NOW)
        await unit.erasures.person(siti, NOW)
        again = await unit.people.add(siti.chat, "Siti", "id", NOW + timedelta(hours=1))
        wishes = [Wish(NOW, unit.erasures._mark(siti.chat))]

        owed, named = await unit.erasures.owed(), await unit.erasures.named_by(wishes)

    assert again.id != siti.id
    assert owed == []
    assert named == []


def test_half_a_line_and_lines_put_together_are_read(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "erasures")
    ledger.append(Wish(NOW, b"a" * 32))
    with (tmp_path / "erasures").open("ab") as file:
        file.write(b'{"at": 17')
    ledger.append(Wish(NOW, b"b" * 32))

    wishes = list(ledger.wishes())

    assert [wish.mark for wish in wishes] == [b"a" * 32, b"b" * 32]
    assert (tmp_path / "erasures").stat().st_mode & 0o777 == 0o600


def test_an_older_database_is_rid_of_what_it_gave_back(tmp_path: Path, seal: Seal) -> None:
    path = tmp_path / "lapor.db"
    prepare(path, seal)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as old:
        command.downgrade(a_config(connection=old), "0013")
    engine.dispose()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE scraps (words TEXT)")
        connection.execute("INSERT INTO scraps VALUES (?)", (WORDS,))
        connection.execute("DROP TABLE scraps")
    before = bytes_in(tmp_path)

    prepare(path, seal)

    assert b"uang rokok" in before
    assert b"uang rokok" not in bytes_in(tmp_path)


def seal_of(database: Path) -> str:
    """The mark by which the tables know the person of the chat."""
    with closing(sqlite3.connect(database)) as connection:
        return str(connection.execute("SELECT chat_mark FROM people").fetchone()[0].hex())
