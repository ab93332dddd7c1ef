"""Emptying what is personal: of one report, and of one person.

Sealed words and files are emptied, and so is the way from a report to its reporter: it then is
nobody's, and so are the lines of its history that its reporter wrote. What was done when, by which
office, and with how many stars stays, for the figures. Nothing is taken from the words that admins
and agencies keep of their own: templates, days off, announcements, keywords.
"""

import asyncio
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, bindparam, delete, func, insert, or_, select, update

from bot.domain.people import NO_CHAT, ChatId, Person, PersonId, Role
from bot.domain.report import OPEN, Erasure, Report, ReportId
from storage import codec
from storage.ledger import Ledger, Wish
from storage.moments import to_micros, to_moment
from storage.office_tables import asked_in
from storage.seal import Seal
from storage.stores.anchors import CARD_SLOTS
from storage.stores.marks import chat_mark, open_chat, seal_chat
from storage.stores.people import CHAT, NAME
from storage.tables import (
    anchors,
    announcement_hearers,
    drafts,
    erasures,
    follow_ups,
    history,
    inbox,
    outbox,
    people,
    pin_tries,
    pins,
    report_attachments,
    report_words,
    reports,
    rights,
    steps,
)
from storage.tx import Tx

_MARK_LENGTH = 32
_which: BindParameter[int] = bindparam("which")
_of_reporter = history.c.role == Role.REPORTER.value

_EMPTY_REPORT = (
    update(reports)
    .where(reports.c.id == _which)
    .values(
        reporter=bindparam("nobody"),
        place=None,
        happened=None,
        suggested=None,
        joined_to=None,
        erased=bindparam("why"),
        version=reports.c.version + 1,
    )
)
_EMPTY_WORDS = (
    update(report_words)
    .where(report_words.c.report == _which)
    .values(title=bindparam("no_title"), text=bindparam("no_text"))
)
_EMPTY_SAID = (
    update(follow_ups)
    .where(follow_ups.c.report == _which)
    .values(text=bindparam("no_text"), attachments=bindparam("no_files"))
)
_FORGET_SPEAKER = (
    update(follow_ups)
    .where(follow_ups.c.report == _which, follow_ups.c.role == Role.REPORTER.value)
    .values(said_by=None)
)
_FORGET_ACTOR = (
    update(history)
    .where(history.c.report == _which, history.c.done_by == bindparam("whose"), _of_reporter)
    .values(done_by=None)
)
_BESIDE = (
    select(reports.c.id)
    .select_from(history.join(reports, reports.c.number == history.c.reason))
    .where(history.c.report == _which)
    .distinct()
)
_OF_REPORT = tuple(
    delete(table).where(table.c.report == _which) for table in (report_attachments, pins, pin_tries)
)
_is_card = or_(*(anchors.c.slot == slot for slot in CARD_SLOTS))
_DROP_READ = delete(anchors).where(
    anchors.c.report == _which, anchors.c.chat_mark == bindparam("mark"), ~_is_card
)

_OF_PERSON = tuple(
    delete(table).where(table.c.person == _which)
    for table in (drafts, steps, asked_in, announcement_hearers)
)
_EMPTY_PERSON = (
    update(people)
    .where(people.c.id == _which)
    .values(
        chat_mark=bindparam("new_mark"),
        chat=bindparam("no_chat"),
        name=bindparam("called"),
        consent_version=None,
        consent_at=None,
        blocked_since=None,
        seen_at=None,
    )
)
_EVER_HELD = select(func.count()).select_from(rights).where(rights.c.person == _which)
_HOLDS = _EVER_HELD.where(rights.c.ended_at.is_(None))
_DROP_ANCHORS = delete(anchors).where(anchors.c.chat_mark == bindparam("mark"))
_DROP_OUTBOX = delete(outbox).where(outbox.c.lane_mark == bindparam("mark"))
_EMPTY_INBOX = (
    update(inbox)
    .where(inbox.c.lane_mark == bindparam("mark"), inbox.c.state != "waiting")
    .values(
        lane_mark=bindparam("new_mark"),
        lane=bindparam("no_lane"),
        payload=None,
        state="done",
        done_at=func.coalesce(inbox.c.done_at, bindparam("now")),
        error=None,
    )
)

_open = or_(*(reports.c.status == status for status in sorted(status.value for status in OPEN)))
_ENDED = (
    select(reports.c.id)
    .where(
        reports.c.erased.is_(None),
        reports.c.closed_at.is_not(None),
        reports.c.closed_at < bindparam("before"),
        ~_open,
    )
    .order_by(reports.c.closed_at)
    .limit(bindparam("most"))
)
_SILENT = (
    select(people.c.id)
    .where(
        people.c.seen_at < bindparam("before"),
        ~select(reports.c.id).where(reports.c.reporter == people.c.id).exists(),
        ~select(rights.c.id).where(rights.c.person == people.c.id).exists(),
    )
    .order_by(people.c.seen_at)
    .limit(bindparam("most"))
)
_NOBODY = select(people.c.id).where(people.c.chat_mark == bindparam("mark"))
_ADD_NOBODY = (
    insert(people)
    .values(
        chat_mark=bindparam("mark"),
        chat=bindparam("no_chat"),
        name=bindparam("no_name"),
        language="id",
        added_at=bindparam("now"),
    )
    .returning(people.c.id)
)
_EVERYBODY = select(people.c.id, people.c.chat, people.c.added_at).order_by(people.c.id)
_FOLLOWED = select(func.max(erasures.c.done_at))
_NOTE = insert(erasures).values(done_at=bindparam("now"))
_JUST_AFTER = timedelta(microseconds=1)


class Erasures:
    """Takes away for ever; `emptied` is called whenever something was."""

    def __init__(self, tx: Tx, seal: Seal, ledger: Ledger, emptied: Callable[[], None]) -> None:
        self._tx = tx
        self._seal = seal
        self._ledger = ledger
        self._emptied = emptied

    async def report(self, report: Report, reporter: Person, why: Erasure, now: datetime) -> None:
        """Empty a report that has ended, cut it from its reporter and from the report it joined.

        The cards of its office stay known, so that they can be brought up to date.
        """
        self._emptied()
        which = {"which": report.id}
        for touched in (report.id, *await self.beside(report.id)):
            await self._tx.run(_FORGET_ACTOR, {"which": touched, "whose": reporter.id})
        await self._tx.run(_FORGET_SPEAKER, which)
        empty = {
            "no_text": self._seal.seal_text("", "report_words.text"),
            "no_title": self._seal.seal_text("", "report_words.title"),
        }
        await self._tx.run(_EMPTY_WORDS, which | empty)
        nothing_said = {
            "no_text": self._seal.seal_text("", "follow_ups.text"),
            "no_files": self._seal.seal(codec.dump_attachments(()), "follow_ups.attachments"),
        }
        await self._tx.run(_EMPTY_SAID, which | nothing_said)
        for statement in _OF_REPORT:
            await self._tx.run(statement, which)
        mark = chat_mark(self._seal, reporter.chat)
        await self._tx.run(_DROP_READ, which | {"mark": mark})
        nobody = await self._nobody(now)
        await self._tx.run(_EMPTY_REPORT, which | {"nobody": nobody, "why": why.value})

    async def beside(self, report: ReportId) -> list[ReportId]:
        """The reports that this one was ever put together with, as its history names them."""
        rows = await self._tx.all(_BESIDE, {"which": report})
        return [ReportId(row["id"]) for row in rows if row["id"] != report]

    async def person(self, person: Person, now: datetime) -> bool:
        """Empty what is kept of a person beside reports; says whether they hold an office.

        Who does keeps their name, their chat and their consent, and loses what they were writing.
        Of who did once, the name stays, because acts of an office bear it.
        """
        self._emptied()
        which = {"which": person.id}
        for statement in _OF_PERSON:
            await self._tx.run(statement, which)
        if await self._tx.scalar(_HOLDS, which):
            return True
        served = bool(await self._tx.scalar(_EVER_HELD, which))
        mark = {"mark": chat_mark(self._seal, person.chat)}
        await self._tx.run(_DROP_ANCHORS, mark)
        await self._tx.run(_DROP_OUTBOX, mark)
        unknown = {
            "mark": self._seal.fingerprint(f"p{person.chat}", "inbox.lane"),
            "new_mark": secrets.token_bytes(_MARK_LENGTH),
            "no_lane": self._seal.seal_text("", "inbox.lane"),
            "now": to_micros(now),
        }
        await self._tx.run(_EMPTY_INBOX, unknown)
        gone = {
            "new_mark": secrets.token_bytes(_MARK_LENGTH),
            "no_chat": seal_chat(self._seal, NO_CHAT, CHAT),
            "called": self._seal.seal_text(person.name if served else "", NAME),
        }
        await self._tx.run(_EMPTY_PERSON, which | gone)
        return False

    async def sign(self, chat: ChatId, now: datetime) -> None:
        """Write in the ledger that the person of this chat is erased. Raises OSError.

        The line is on the disk when this returns, and the unit may still be undone: should the
        program die in between, the erasure is done when it starts again.
        """
        followed = await self.followed()
        at = max(now, followed + _JUST_AFTER) if followed else now
        await asyncio.to_thread(self._ledger.append, Wish(at, self._mark(chat)))
        await self.follow(at)

    async def follow(self, upto: datetime) -> None:
        """Remember that all lines of the ledger up to a moment have been done here."""
        await self._tx.run(_NOTE, {"now": to_micros(upto)})

    async def followed(self) -> datetime | None:
        at: int | None = await self._tx.scalar(_FOLLOWED)
        return to_moment(at)

    async def owed(self) -> list[Wish]:
        """The lines that this database has not followed: it is an older copy, or was cut off."""
        followed = await self.followed()
        wishes = await asyncio.to_thread(lambda: list(self._ledger.wishes()))
        return [wish for wish in wishes if followed is None or wish.at > followed]

    async def named_by(self, wishes: Iterable[Wish]) -> list[tuple[PersonId, datetime]]:
        """Whom wishes are of, with the moment of the newest; only who was known by then."""
        newest: dict[bytes, datetime] = {}
        for wish in wishes:
            newest[wish.mark] = max(wish.at, newest.get(wish.mark, wish.at))
        found = []
        for row in await self._tx.all(_EVERYBODY):
            at = newest.get(self._mark(open_chat(self._seal, row["chat"], CHAT)))
            if at is not None and row["added_at"] <= to_micros(at):
                found.append((PersonId(row["id"]), at))
        return found

    async def ended(self, before: datetime, most: int) -> list[ReportId]:
        """Reports that ended before and are not empty yet, the longest ended first."""
        rows = await self._tx.all(_ENDED, {"before": to_micros(before), "most": most})
        return [ReportId(row["id"]) for row in rows]

    async def silent(self, before: datetime, most: int) -> list[PersonId]:
        """Who was last here before, has no report, and never held an office."""
        rows = await self._tx.all(_SILENT, {"before": to_micros(before), "most": most})
        return [PersonId(row["id"]) for row in rows]

    def _mark(self, chat: ChatId) -> bytes:
        return self._seal.fingerprint(str(chat), "erasure")

    async def _nobody(self, now: datetime) -> int:
        """The one who stands where reporters stood."""
        mark = chat_mark(self._seal, NO_CHAT)
        known = await self._tx.scalar(_NOBODY, {"mark": mark})
        if known is None:
            known = await self._tx.insert(
                _ADD_NOBODY,
                {
                    "mark": mark,
                    "no_chat": seal_chat(self._seal, NO_CHAT, CHAT),
                    "no_name": self._seal.seal_text("", NAME),
                    "now": to_micros(now),
                },
            )
        return int(known)
