"""What the two sides say on a report, and whether it reached the other."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from bot.domain.agency import AgencyCode
from bot.domain.people import PersonId, Role
from bot.domain.report import FollowUp, FollowUpId, FollowUpKind, ReportId
from storage import codec
from storage.errors import NoSuchFollowUp
from storage.moments import to_micros, to_moment
from storage.seal import Seal
from storage.tables import follow_ups
from storage.tx import Row, Tx

_TEXT = "follow_ups.text"
_FILES = "follow_ups.attachments"

_COLUMNS = (
    "report",
    "kind",
    "said_by",
    "role",
    "agency",
    "said_at",
    "text",
    "attachments",
    "delivered_at",
    "undelivered",
)
_ADD = (
    insert(follow_ups)
    .values({name: bindparam(name) for name in _COLUMNS})
    .returning(follow_ups.c.id)
)
_this = follow_ups.c.id == bindparam("which")
_BY_ID = select(follow_ups).where(_this)
_OF_REPORT = (
    select(follow_ups).where(follow_ups.c.report == bindparam("which")).order_by(follow_ups.c.id)
)
_DELIVERED = update(follow_ups).where(_this).values(delivered_at=bindparam("at"), undelivered=0)
_UNDELIVERED = update(follow_ups).where(_this).values(undelivered=1)


class FollowUps:
    """The words of officers, admins and reporters on filed reports."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def add(self, follow_up: FollowUp) -> FollowUp:
        """Store it and give it with its id."""
        new = await self._tx.insert(
            _ADD,
            {
                "report": follow_up.report,
                "kind": follow_up.kind.value,
                "said_by": follow_up.by,
                "role": follow_up.role.value,
                "agency": follow_up.agency,
                "said_at": to_micros(follow_up.at),
                "text": self._seal.seal_text(follow_up.text, _TEXT),
                "attachments": self._seal.seal(
                    codec.dump_attachments(follow_up.attachments), _FILES
                ),
                "delivered_at": to_micros(follow_up.delivered_at),
                "undelivered": int(follow_up.undelivered),
            },
        )
        return replace(follow_up, id=FollowUpId(new))

    async def get(self, follow_up: FollowUpId) -> FollowUp:
        """Raises NoSuchFollowUp."""
        row = await self._tx.one(_BY_ID, {"which": follow_up})
        if row is None:
            raise NoSuchFollowUp(str(follow_up))
        return self._to_follow_up(row)

    async def of_report(self, report: ReportId) -> list[FollowUp]:
        """Oldest first."""
        rows = await self._tx.all(_OF_REPORT, {"which": report})
        return [self._to_follow_up(row) for row in rows]

    async def mark_delivered(self, follow_up: FollowUpId, at: datetime) -> None:
        """Say that the other side has got it; after "not delivered" too."""
        await self._tx.later(_DELIVERED, {"which": follow_up, "at": to_micros(at)})

    async def mark_undelivered(self, follow_up: FollowUpId) -> None:
        """Say that it could not be delivered."""
        await self._tx.later(_UNDELIVERED, {"which": follow_up})

    def _to_follow_up(self, row: Row) -> FollowUp:
        said_by, agency = row["said_by"], row["agency"]
        return FollowUp(
            id=FollowUpId(row["id"]),
            report=ReportId(row["report"]),
            kind=FollowUpKind(row["kind"]),
            by=PersonId(said_by) if said_by is not None else None,
            role=Role(row["role"]),
            agency=AgencyCode(agency) if agency is not None else None,
            at=to_moment(row["said_at"]),
            text=self._seal.open_text(row["text"], _TEXT),
            attachments=codec.load_attachments(self._seal.open(row["attachments"], _FILES)),
            delivered_at=to_moment(row["delivered_at"]),
            undelivered=bool(row["undelivered"]),
        )
