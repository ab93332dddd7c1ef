"""Reports: found by id, number, reporter or queue, and changed by one hand at a time.

The reporter's own words are kept for ever beside whatever a moderator made of them.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.domain.agency import AgencyCode
from bot.domain.people import PersonId
from bot.domain.place import Place
from bot.domain.report import OPEN, Attachment, Report, ReportId, Status
from bot.domain.sector import Sector
from bot.domain.suggestion import Care
from bot.domain.tracking import TrackingNumber
from storage import codec
from storage.errors import NoSuchReport, NumberTaken, Stale
from storage.moments import to_micros
from storage.office_tables import bound_groups
from storage.seal import Seal
from storage.stores.report_rows import DAYS_OFF, SETTABLE, TEXT, TITLE, to_columns, to_report
from storage.tables import people, report_attachments, report_words, reports, rights
from storage.tx import Tx

ORIGINAL = "original"
MODERATED = "moderated"
_FILE = "report_attachments.payload"
Whole = Select[Any]
"""Gives reports with their newest words."""

_all_words = report_words.alias("all_words")
_newest_words = (
    select(func.max(_all_words.c.id)).where(_all_words.c.report == reports.c.id).scalar_subquery()
)
_columns = select(reports, report_words.c.title, report_words.c.text)
_with_words = report_words.c.id == _newest_words
WHOLE = _columns.select_from(reports.join(report_words, _with_words))
_open = or_(*(reports.c.status == status for status in sorted(status.value for status in OPEN)))
_has_a_group = (
    select(bound_groups.c.id)
    .where(
        or_(
            bound_groups.c.agency == reports.c.agency,
            bound_groups.c.agency == reports.c.agency_head,
        )
    )
    .correlate(reports)
    .exists()
)
_nobody_works_for_it = ~(
    select(rights.c.id)
    .select_from(rights.join(people, people.c.id == rights.c.person))
    .where(
        or_(rights.c.agency == reports.c.agency, rights.c.agency == reports.c.agency_head),
        rights.c.ended_at.is_(None),
        or_(people.c.blocked_since.is_(None), _has_a_group),
    )
    .exists()
)
"""Who has blocked the bot still works in a group; a group alone has no right to."""
_speaks_for_itself = reports.c.joined_to.is_(None)
_for_admin = _speaks_for_itself & or_(
    reports.c.status == Status.UNVERIFIED.value,
    _open & reports.c.agency.is_not(None) & _nobody_works_for_it,
)
_of_reporter = reports.c.reporter == bindparam("whose")


def _page(statement: Whole) -> Whole:
    return statement.limit(bindparam("most")).offset(bindparam("skipped"))


def soonest_due(*where: ColumnElement[bool]) -> Whole:
    """Give a page of a queue, soonest due first.

    All of a queue is put in order for it, so its reports are picked before their words are read.
    """
    order = reports.c.due_at, reports.c.id
    picked = _page(select(reports.c.id).where(*where).order_by(*order)).subquery()
    these = reports.join(picked, picked.c.id == reports.c.id)
    return _columns.select_from(these.join(report_words, _with_words)).order_by(*order)


_BY_ID = WHOLE.where(reports.c.id == bindparam("which"))
_BY_NUMBER = WHOLE.where(reports.c.number == bindparam("which"))
_OF_REPORTER = _page(WHOLE.where(_of_reporter).order_by(reports.c.id.desc()))
_COUNT_OF_REPORTER = select(func.count()).select_from(reports).where(_of_reporter)
_OPEN_OF_REPORTER = (
    WHOLE.where(_of_reporter, _open).order_by(reports.c.id.desc()).limit(bindparam("most"))
)
_VOICES_OF_REPORTER = WHOLE.where(_of_reporter, _open, reports.c.joined_to.is_not(None)).order_by(
    reports.c.id.desc()
)
_FILED_BY = WHOLE.where(_of_reporter, reports.c.filed_at <= bindparam("until")).order_by(
    reports.c.id
)
_FOR_ADMIN = soonest_due(_for_admin)
_COUNT_FOR_ADMIN = select(func.count()).select_from(reports).where(_for_admin)
_NEWEST = WHOLE.order_by(reports.c.id.desc()).limit(bindparam("most"))
_VOICES = WHOLE.where(reports.c.joined_to == bindparam("which")).order_by(reports.c.id)
_COUNT_PEOPLE = select(func.count(reports.c.reporter.distinct())).where(
    or_(reports.c.id == bindparam("which"), reports.c.joined_to == bindparam("which"))
)
_joinable = (
    (reports.c.sector == bindparam("field"))
    & (reports.c.filed_at >= bindparam("since"))
    & (reports.c.secret == 0)
    & (reports.c.care == Care.NONE.value)
    & _speaks_for_itself
    & _open
)
_newest_first = reports.c.filed_at.desc(), reports.c.id.desc()
_NEAR_DISTRICT = (
    WHOLE.where(
        _joinable,
        or_(reports.c.region == bindparam("district"), reports.c.region == bindparam("regency")),
    )
    .order_by(*_newest_first)
    .limit(bindparam("most"))
)
_NEAR_REGENCY = (
    WHOLE.where(
        _joinable,
        or_(reports.c.region == bindparam("regency"), reports.c.region.like(bindparam("within"))),
    )
    .order_by(*_newest_first)
    .limit(bindparam("most"))
)
_COUNTS = select(reports.c.status, func.count().label("reports")).group_by(reports.c.status)

_ADD = (
    insert(reports)
    .values({name: bindparam(name) for name in ("number", "reporter", "filed_at", *SETTABLE)})
    .on_conflict_do_nothing(index_elements=["number"])
    .returning(reports.c.id)
)
_SAVE = (
    update(reports)
    .where(reports.c.id == bindparam("which"), reports.c.version == bindparam("read"))
    .values(
        {name: bindparam(name) for name in SETTABLE}
        | {
            "next_what": case(
                (reports.c.next_what == DAYS_OFF, reports.c.next_what),
                else_=bindparam("next_what"),
            )
        }
    )
)
_ADD_WORDS = insert(report_words).values(
    {name: bindparam(name) for name in ("report", "kind", "title", "text")}
)
_WORDS = (
    select(report_words.c.kind, report_words.c.title, report_words.c.text)
    .where(report_words.c.report == bindparam("which"))
    .order_by(report_words.c.id)
)
_ATTACH = (
    insert(report_attachments)
    .values({name: bindparam(name) for name in ("report", "unique_mark", "payload", "added_at")})
    .on_conflict_do_nothing(index_elements=["report", "unique_mark"])
)
_ATTACHMENTS = (
    select(report_attachments.c.payload)
    .where(report_attachments.c.report == bindparam("which"))
    .order_by(report_attachments.c.id)
)


@cache
def _queue(agencies: int, *, open_only: bool) -> Whole:
    """One statement for each number of agencies; few people work for more than two."""
    covered = or_(
        *(
            or_(
                reports.c.agency == bindparam(f"agency_{n}"),
                reports.c.agency_head == bindparam(f"agency_{n}"),
                reports.c.partner == bindparam(f"agency_{n}"),
                reports.c.partner_head == bindparam(f"agency_{n}"),
            )
            for n in range(agencies)
        )
    )
    if open_only:
        # As in stores.waiting: SQLite is to look by the agencies.
        alone = func.coalesce(reports.c.joined_to, 0) == 0
        return soonest_due(covered, _open, alone)
    return _page(WHOLE.where(covered).order_by(reports.c.id.desc()))


class Reports:
    """Every filed report."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal
        self._words: dict[ReportId, tuple[str, str]] = {}
        """The words that this unit has read, so that a change without new words costs no look."""

    async def add(self, report: Report) -> Report:
        """Store a new report, whose words become the original ones, and give it with its id.

        Raises NumberTaken.
        """
        values = to_columns(report, self._seal) | {
            "number": report.number,
            "reporter": report.reporter,
            "filed_at": to_micros(report.filed_at),
        }
        new = await self._tx.scalar(_ADD, values)
        if new is None:
            raise NumberTaken(report.number)
        added = replace(report, id=ReportId(new))
        await self._add_words(added, ORIGINAL)
        return added

    async def get(self, report: ReportId) -> Report:
        """Raises NoSuchReport."""
        found = await self._find(_BY_ID, which=report)
        if not found:
            raise NoSuchReport(str(report))
        return found[0]

    async def by_number(self, number: TrackingNumber) -> Report | None:
        found = await self._find(_BY_NUMBER, which=number)
        return found[0] if found else None

    async def save(self, report: Report) -> Report:
        """Store a change and give the report with its next version.

        Its number, reporter and filing time never change; new words become the moderated ones.
        Raises Stale when somebody changed it since it was read, or when it is not there.
        """
        saved = replace(report, version=report.version + 1)
        values = to_columns(saved, self._seal) | {"which": report.id, "read": report.version}
        if not await self._tx.run(_SAVE, values):
            raise Stale(str(report.id))
        if await self._newest_words(report.id) != (report.title, report.text):
            await self._add_words(report, MODERATED)
        return saved

    async def original_words(self, report: ReportId) -> tuple[str, str]:
        """Give title and text as the reporter filed them. Raises NoSuchReport."""
        rows = await self._tx.all(_WORDS, {"which": report})
        if not rows:
            raise NoSuchReport(str(report))
        return self._open_words(rows[0]["title"], rows[0]["text"])

    async def of_reporter(self, person: PersonId, offset: int, limit: int) -> list[Report]:
        """Newest first."""
        return await self._find(_OF_REPORTER, whose=person, skipped=offset, most=limit)

    async def count_of_reporter(self, person: PersonId) -> int:
        return int(await self._tx.scalar(_COUNT_OF_REPORTER, {"whose": person}))

    async def filed_by(self, person: PersonId, until: datetime) -> list[Report]:
        """All that somebody filed up to a moment, oldest first."""
        return await self._find(_FILED_BY, whose=person, until=to_micros(until))

    async def open_of_reporter(self, person: PersonId, limit: int) -> list[Report]:
        """Newest first."""
        return await self._find(_OPEN_OF_REPORTER, whose=person, most=limit)

    async def voices_of_reporter(self, person: PersonId) -> list[Report]:
        """Their open reports that another report speaks for, newest first."""
        return await self._find(_VOICES_OF_REPORTER, whose=person)

    async def voices(self, report: ReportId) -> list[Report]:
        """The reports that this one speaks for, oldest first."""
        return await self._find(_VOICES, which=report)

    async def count_people(self, report: ReportId) -> int:
        """How many different people stand behind a report: its reporter and its voices'."""
        return int(await self._tx.scalar(_COUNT_PEOPLE, {"which": report}))

    async def near(self, sector: Sector, place: Place, since: datetime, limit: int) -> list[Report]:
        """Open reports of one sector that were filed since then in the same kecamatan.

        Where only the kabupaten/kota is known, of either, that one counts; newest first. Never
        secret ones, never those that need care, never those that another report speaks for.
        """
        known: dict[str, str | int] = {
            "field": sector.value,
            "since": to_micros(since),
            "regency": place.regency or "",
            "most": limit,
        }
        if place.district:
            return await self._find(_NEAR_DISTRICT, **known, district=place.district)
        return await self._find(_NEAR_REGENCY, **known, within=f"{place.regency}.%")

    async def waiting_for_admin(self, offset: int, limit: int) -> list[Report]:
        """Not yet verified, or open at an agency that nobody works for; soonest due first."""
        return await self._find(_FOR_ADMIN, skipped=offset, most=limit)

    async def count_waiting_for_admin(self) -> int:
        return int(await self._tx.scalar(_COUNT_FOR_ADMIN))

    async def queue(
        self, agencies: Collection[AgencyCode], offset: int, limit: int, *, open_only: bool = True
    ) -> list[Report]:
        """The reports of these agencies and of their units, and those that they are invited to.

        Open ones soonest due first; with `open_only` False all of them, newest first.
        """
        if not agencies:
            return []
        codes = {f"agency_{n}": code for n, code in enumerate(sorted(set(agencies)))}
        statement = _queue(len(codes), open_only=open_only)
        return await self._find(statement, **codes, skipped=offset, most=limit)

    async def newest(self, limit: int) -> list[Report]:
        """Whoever's they are and however they stand; newest first."""
        return await self._find(_NEWEST, most=limit)

    async def counts(self) -> dict[Status, int]:
        """How many reports stand in each status; zero where there are none."""
        counted = {row["status"]: row["reports"] for row in await self._tx.all(_COUNTS)}
        return {status: counted.get(status.value, 0) for status in Status}

    async def attach(
        self, report: ReportId, attachments: Collection[Attachment], now: datetime
    ) -> None:
        """Add files to a report, each once however often it is brought."""
        for attachment in attachments:
            payload = codec.dump(codec.attachment_to_json(attachment))
            await self._tx.later(
                _ATTACH,
                {
                    "report": report,
                    "unique_mark": self._seal.fingerprint(attachment.unique, "attachment"),
                    "payload": self._seal.seal(payload, _FILE),
                    "added_at": to_micros(now),
                },
            )

    async def attachments(self, report: ReportId) -> tuple[Attachment, ...]:
        """In the order in which they came."""
        rows = await self._tx.all(_ATTACHMENTS, {"which": report})
        opened = (codec.load(self._seal.open(row["payload"], _FILE)) for row in rows)
        return tuple(codec.attachment_from_json(data) for data in opened)

    async def _find(
        self, statement: Select[tuple[object, ...]], **params: str | int
    ) -> list[Report]:
        rows = await self._tx.all(statement, params)
        found = [to_report(row, self._seal) for row in rows]
        self._words |= {report.id: (report.title, report.text) for report in found}
        return found

    async def _newest_words(self, report: ReportId) -> tuple[str, str]:
        if report not in self._words:
            newest = (await self._tx.all(_WORDS, {"which": report}))[-1]
            self._words[report] = self._open_words(newest["title"], newest["text"])
        return self._words[report]

    async def _add_words(self, report: Report, kind: str) -> None:
        await self._tx.later(
            _ADD_WORDS,
            {
                "report": report.id,
                "kind": kind,
                "title": self._seal.seal_text(report.title, TITLE),
                "text": self._seal.seal_text(report.text, TEXT),
            },
        )
        self._words[report.id] = (report.title, report.text)

    def _open_words(self, title: bytes, text: bytes) -> tuple[str, str]:
        return self._seal.open_text(title, TITLE), self._seal.open_text(text, TEXT)
