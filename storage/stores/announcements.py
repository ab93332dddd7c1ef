"""Announcements, and who is to hear each: the people are chosen in the database, never listed."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Insert,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.domain.announcement import Announcement, AnnouncementId, Audience, Hearers
from bot.domain.people import ChatId, PersonId
from storage.columns import NUMBER
from storage.moments import to_micros, to_moment
from storage.seal import Seal
from storage.stores.marks import open_chat
from storage.stores.people import CHAT
from storage.tables import announcement_hearers as hearers
from storage.tables import announcements, people, reports, rights
from storage.tx import Row, Tx

_TEXT = "announcements.text"
ONCE_IN = timedelta(hours=24)
_AFTER_DOT = "/"
_AFTER_SLASH = "0"
"""The letters behind those that part a region or an agency from what is within it."""

_reachable = people.c.blocked_since.is_(None) & people.c.consent_at.is_not(None)
_not_the_speaker = people.c.id != bindparam("speaker")
_heard_today = (
    select(hearers.c.id)
    .where(hearers.c.person == people.c.id, hearers.c.chosen_at > bindparam("lately"))
    .exists()
)
_may_hear = _reachable & _not_the_speaker & or_(bindparam("urgent") == 1, ~_heard_today)
_works_there = (
    select(rights.c.id)
    .where(
        rights.c.person == people.c.id,
        rights.c.ended_at.is_(None),
        or_(
            rights.c.agency == bindparam("agency"),
            (rights.c.agency > bindparam("units")) & (rights.c.agency < bindparam("units_end")),
        ),
    )
    .exists()
)
_reported_there = (
    select(reports.c.id)
    .where(
        reports.c.reporter == people.c.id,
        reports.c.filed_at >= bindparam("since"),
        or_(bindparam("sector") == "", reports.c.sector == bindparam("sector")),
        or_(
            bindparam("region") == "",
            reports.c.region == bindparam("region"),
            (reports.c.region > bindparam("within")) & (reports.c.region < bindparam("within_end")),
        ),
        or_(
            bindparam("agency") == "",
            reports.c.agency == bindparam("agency"),
            reports.c.agency_head == bindparam("agency"),
        ),
    )
    .exists()
)


_IS_HEARER = {
    Hearers.OFFICERS: _may_hear & _works_there,
    Hearers.REPORTERS: _may_hear & _reported_there,
}


def _count(condition: ColumnElement[bool]) -> Select[int]:
    return select(func.count()).select_from(people).where(condition)


def _choose(condition: ColumnElement[bool]) -> Insert:
    chosen = select(
        bindparam("which", type_=NUMBER), people.c.id, bindparam("now", type_=NUMBER)
    ).where(condition)
    return insert(hearers).from_select(["announcement", "person", "chosen_at"], chosen)


_COUNT_OFFICERS = _count(_IS_HEARER[Hearers.OFFICERS])
_COUNT_REPORTERS = _count(_IS_HEARER[Hearers.REPORTERS])
_CHOOSE_OFFICERS = _choose(_IS_HEARER[Hearers.OFFICERS])
_CHOOSE_REPORTERS = _choose(_IS_HEARER[Hearers.REPORTERS])
_ADD = (
    insert(announcements)
    .values(
        {
            name: bindparam(name)
            for name in ("made_by", "audience", "urgent", "text", "made_at", "total", "queued")
        }
    )
    .returning(announcements.c.id)
)
_this = announcements.c.id == bindparam("which")
_under_way = announcements.c.stopped_at.is_(None) & announcements.c.done_at.is_(None)
_BY_ID = select(announcements).where(_this)
_NEXT = select(announcements).where(_under_way).order_by(announcements.c.id).limit(1)
_UNDER_WAY_OF = (
    select(func.count())
    .select_from(announcements)
    .where(_under_way, announcements.c.made_by == bindparam("whose"))
)
_TOTAL = update(announcements).where(_this).values(total=bindparam("counted"))
_STOP = update(announcements).where(_this, _under_way).values(stopped_at=bindparam("now"))
_DONE = update(announcements).where(_this, _under_way).values(done_at=bindparam("now"))
_QUEUED = (
    update(announcements).where(_this).values(queued=announcements.c.queued + bindparam("more"))
)
_WAITING = (
    select(hearers.c.id, people.c.chat)
    .select_from(hearers.join(people, people.c.id == hearers.c.person))
    .where(hearers.c.announcement == bindparam("which"), hearers.c.queued_at.is_(None))
    .order_by(hearers.c.id)
    .limit(bindparam("most"))
)
_MARK = update(hearers).where(hearers.c.id == bindparam("one")).values(queued_at=bindparam("now"))
_DROP_REST = delete(hearers).where(
    hearers.c.announcement == bindparam("which"), hearers.c.queued_at.is_(None)
)


class Announcements:
    """Every announcement, for ever, with how many it was for."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def count(self, audience: Audience, by: PersonId, now: datetime, *, urgent: bool) -> int:
        """How many people would hear it now.

        Not who speaks, not who has blocked the bot or never agreed to be known, and, unless it is
        urgent, nobody who was chosen for another in the last day.
        """
        statement = _COUNT_OFFICERS if _are_officers(audience) else _COUNT_REPORTERS
        return int(await self._tx.scalar(statement, _params(audience, by, now, urgent=urgent)))

    async def add(self, announcement: Announcement) -> Announcement:
        """Store it and choose its people; gives it with its id and their number."""
        new = await self._tx.insert(
            _ADD,
            {
                "made_by": announcement.by,
                "audience": announcement.audience.code(),
                "urgent": int(announcement.urgent),
                "text": self._seal.seal_text(announcement.text, _TEXT),
                "made_at": to_micros(announcement.made_at),
                "total": 0,
                "queued": 0,
            },
        )
        audience, now = announcement.audience, announcement.made_at
        params = _params(audience, announcement.by, now, urgent=announcement.urgent)
        statement = _CHOOSE_OFFICERS if _are_officers(audience) else _CHOOSE_REPORTERS
        total = await self._tx.run(statement, {**params, "which": new, "now": to_micros(now)})
        await self._tx.run(_TOTAL, {"which": new, "counted": total})
        return replace(announcement, id=AnnouncementId(new), total=total)

    async def get(self, announcement: AnnouncementId) -> Announcement | None:
        row = await self._tx.one(_BY_ID, {"which": announcement})
        return self._to_announcement(row) if row else None

    async def next_under_way(self) -> Announcement | None:
        row = await self._tx.one(_NEXT)
        return self._to_announcement(row) if row else None

    async def speaks(self, person: PersonId) -> bool:
        """Whether one of theirs is under way."""
        return bool(await self._tx.scalar(_UNDER_WAY_OF, {"whose": person}))

    async def stop(self, announcement: AnnouncementId, now: datetime) -> bool:
        """Stop it, and choose nobody more; False when it was over already."""
        stopped = await self._tx.run(_STOP, {"which": announcement, "now": to_micros(now)})
        if stopped:
            await self._tx.run(_DROP_REST, {"which": announcement})
        return stopped > 0

    async def done(self, announcement: AnnouncementId, now: datetime) -> None:
        await self._tx.run(_DONE, {"which": announcement, "now": to_micros(now)})

    async def take(self, announcement: AnnouncementId, most: int, now: datetime) -> list[ChatId]:
        """The next chats that it goes to, each given once."""
        rows = await self._tx.all(_WAITING, {"which": announcement, "most": most})
        for row in rows:
            await self._tx.run(_MARK, {"one": row["id"], "now": to_micros(now)})
        await self._tx.run(_QUEUED, {"which": announcement, "more": len(rows)})
        return [open_chat(self._seal, row["chat"], CHAT) for row in rows]

    def _to_announcement(self, row: Row) -> Announcement:
        return Announcement(
            id=AnnouncementId(row["id"]),
            by=PersonId(row["made_by"]),
            audience=Audience.read(row["audience"]),
            urgent=bool(row["urgent"]),
            text=self._seal.open_text(row["text"], _TEXT),
            made_at=to_moment(row["made_at"]),
            total=row["total"],
            queued=row["queued"],
            stopped_at=to_moment(row["stopped_at"]),
            done_at=to_moment(row["done_at"]),
        )


def _are_officers(audience: Audience) -> bool:
    return audience.hearers is Hearers.OFFICERS


def _params(
    audience: Audience, by: PersonId, now: datetime, *, urgent: bool
) -> dict[str, int | str]:
    agency, region = audience.agency or "", audience.region or ""
    params: dict[str, int | str] = {
        "speaker": by,
        "urgent": int(urgent),
        "lately": to_micros(now - ONCE_IN),
        "agency": agency,
    }
    if _are_officers(audience):
        return params | {"units": f"{agency}/", "units_end": f"{agency}{_AFTER_SLASH}"}
    return params | {
        "since": to_micros(now - timedelta(days=audience.days)),
        "sector": audience.sector or "",
        "region": region,
        "within": f"{region}.",
        "within_end": f"{region}{_AFTER_DOT}",
    }
