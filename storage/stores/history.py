"""The history of reports: facts and references, added at the end and never touched again.

No statement here changes or deletes a line, and no line holds anybody's words. An erasure alone
takes the reporter's number out of the lines that they wrote (see `erasures`).
"""

from sqlalchemy import bindparam, insert, select

from bot.domain.agency import AgencyCode
from bot.domain.people import PersonId, Role
from bot.domain.report import FollowUpId, HistoryLine, ReportId, Status
from storage.moments import to_micros, to_moment
from storage.tables import history
from storage.tx import Row, Tx

_COLUMNS = (
    "report",
    "done_at",
    "act",
    "done_by",
    "role",
    "status_before",
    "status_after",
    "agency",
    "reason",
    "follow_up",
)
_APPEND = insert(history).values({name: bindparam(name) for name in _COLUMNS})
_OF_REPORT = select(history).where(history.c.report == bindparam("which")).order_by(history.c.id)


class History:
    """What was done to every report."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    async def append(self, line: HistoryLine) -> None:
        await self._tx.later(
            _APPEND,
            {
                "report": line.report,
                "done_at": to_micros(line.at),
                "act": line.act,
                "done_by": line.by,
                "role": line.role.value,
                "status_before": line.before.value if line.before else None,
                "status_after": line.after.value,
                "agency": line.agency,
                "reason": line.reason,
                "follow_up": line.follow_up,
            },
        )

    async def of_report(self, report: ReportId) -> list[HistoryLine]:
        """Oldest first."""
        return [_to_line(row) for row in await self._tx.all(_OF_REPORT, {"which": report})]


def _to_line(row: Row) -> HistoryLine:
    done_by, before = row["done_by"], row["status_before"]
    agency, follow_up = row["agency"], row["follow_up"]
    return HistoryLine(
        report=ReportId(row["report"]),
        at=to_moment(row["done_at"]),
        act=row["act"],
        by=PersonId(done_by) if done_by is not None else None,
        role=Role(row["role"]),
        before=Status(before) if before is not None else None,
        after=Status(row["status_after"]),
        agency=AgencyCode(agency) if agency is not None else None,
        reason=row["reason"],
        follow_up=FollowUpId(follow_up) if follow_up is not None else None,
    )
