"""The ledger of exports, and the reports of a period page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import bindparam, func, insert, or_, select, update

from bot.domain.agency import AgencyCode
from bot.domain.export import Export, ExportId, Form
from bot.domain.moves import Act
from bot.domain.people import PersonId
from bot.domain.report import Report
from storage.moments import to_micros, to_moment
from storage.seal import Seal
from storage.stores.figures import Extent
from storage.stores.marks import in_shards, of_shards
from storage.stores.report_rows import TEXT, to_report
from storage.stores.reports import ORIGINAL, WHOLE
from storage.tables import exports, history, people, report_words, reports
from storage.tx import Row, Tx

_ADD = (
    insert(exports)
    .values(
        {
            name: bindparam(name)
            for name in ("person", "start_at", "end_at", "agency", "form", "asked_at")
        }
    )
    .returning(exports.c.id)
)
_waits = exports.c.made_at.is_(None)
_BY_ID = select(exports).where(exports.c.id == bindparam("which"))
_NEXT = select(exports).where(_waits).order_by(exports.c.id).limit(1)
_NEXT_IN = (
    select(exports)
    .join(people, people.c.id == exports.c.person)
    .where(_waits, in_shards(people.c.chat_mark))
    .order_by(exports.c.id)
    .limit(1)
)
_WAITING_OF = (
    select(func.count()).select_from(exports).where(_waits, exports.c.person == bindparam("whose"))
)
_MADE = (
    update(exports)
    .where(exports.c.id == bindparam("which"), _waits)
    .values(made_at=bindparam("now"), rows=bindparam("counted"))
)
_within = (
    (reports.c.filed_at >= bindparam("start"))
    & (reports.c.filed_at < bindparam("end"))
    & or_(
        bindparam("scope") == "",
        reports.c.agency == bindparam("scope"),
        reports.c.agency_head == bindparam("scope"),
    )
)
_COUNT = select(func.count()).select_from(reports).where(_within)
_first_words = report_words.alias("first_words")
_lines = history.alias("lines")
_archived_because = (
    select(_lines.c.reason)
    .where(
        _lines.c.report == reports.c.id,
        or_(_lines.c.act == Act.ARCHIVE.value, _lines.c.act == Act.BLOCK.value),
    )
    .order_by(_lines.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_PAGE = (
    WHOLE.add_columns(
        _first_words.c.text.label("first_text"), _archived_because.label("archived_because")
    )
    .join(
        _first_words,
        (_first_words.c.report == reports.c.id) & (_first_words.c.kind == ORIGINAL),
    )
    .where(_within, reports.c.id > bindparam("after"))
    .order_by(reports.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Exported:
    """A report for the sheet: with the words it was filed with, and why it was archived."""

    report: Report
    first_text: str
    archived_because: str


class Exports:
    """Who took out what, for ever; and what there is to take out."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def ask(self, export: Export) -> Export:
        """Write a line for a file that is to be made, and give it with its id."""
        new = await self._tx.insert(
            _ADD,
            {
                "person": export.person,
                "start_at": to_micros(export.start),
                "end_at": to_micros(export.end),
                "agency": export.agency,
                "form": export.form.value,
                "asked_at": to_micros(export.asked_at),
            },
        )
        return replace(export, id=ExportId(new))

    async def get(self, export: ExportId) -> Export | None:
        row = await self._tx.one(_BY_ID, {"which": export})
        return _to_export(row) if row else None

    async def next_waiting(self, shards: Sequence[int] | None = None) -> Export | None:
        """The one that has waited longest, of people whose chats lie in these shards or of all."""
        row = await self._tx.one(*of_shards(_NEXT, _NEXT_IN, {}, shards))
        return _to_export(row) if row else None

    async def waits(self, person: PersonId) -> bool:
        """Whether somebody has one that is not made yet."""
        return bool(await self._tx.scalar(_WAITING_OF, {"whose": person}))

    async def made(self, export: ExportId, rows: int | None, now: datetime) -> bool:
        """Close the line; no rows where it could not be made. False when it was closed before."""
        values = {"which": export, "counted": rows, "now": to_micros(now)}
        return await self._tx.run(_MADE, values) > 0

    async def count(self, extent: Extent) -> int:
        return int(await self._tx.scalar(_COUNT, _params(extent)))

    async def page(self, extent: Extent, after: int, limit: int) -> list[Exported]:
        """The next reports by id; the number of the last one says where to go on."""
        rows = await self._tx.all(_PAGE, {**_params(extent), "after": after, "most": limit})
        return [
            Exported(
                to_report(row, self._seal),
                self._seal.open_text(row["first_text"], TEXT),
                row["archived_because"] or "",
            )
            for row in rows
        ]


def _params(extent: Extent) -> dict[str, int | str]:
    return {
        "start": to_micros(extent.start),
        "end": to_micros(extent.end),
        "scope": extent.agency or "",
    }


def _to_export(row: Row) -> Export:
    agency = row["agency"]
    return Export(
        id=ExportId(row["id"]),
        person=PersonId(row["person"]),
        start=to_moment(row["start_at"]),
        end=to_moment(row["end_at"]),
        agency=AgencyCode(agency) if agency is not None else None,
        form=Form(row["form"]),
        asked_at=to_moment(row["asked_at"]),
        made_at=to_moment(row["made_at"]),
        rows=row["rows"],
    )
