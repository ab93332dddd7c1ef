"""Changes of keywords: all of them with who and when, and those that count now."""

from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from bot.domain.keywords import KeywordChange, KeywordWish
from bot.domain.people import PersonId
from bot.domain.sector import Sector
from storage.moments import to_micros, to_moment
from storage.tables_of_learning import keyword_changes as changes
from storage.tx import Row, Tx

_SHARES = 100
"""Parts of a point of weight that are kept."""

_COLUMNS = ("sector", "term", "weight", "is_name", "weight_before", "made_at", "made_by")
_ADD = insert(changes).values({name: bindparam(name) for name in _COLUMNS}).returning(changes.c.id)
_counts = changes.c.undone_at.is_(None)
_CURRENT = select(changes).where(_counts).order_by(changes.c.id)
_NEWEST = select(changes).order_by(changes.c.id.desc()).limit(bindparam("most"))
_UNDO = (
    update(changes)
    .where(changes.c.id == bindparam("which"), _counts)
    .values(undone_at=bindparam("at"), undone_by=bindparam("whose"))
)


class Keywords:
    """What admins have changed of the catalogue's keywords."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    async def add(
        self, wish: KeywordWish, before: float | None, by: PersonId, now: datetime
    ) -> int:
        return await self._tx.insert(
            _ADD,
            {
                "sector": wish.sector.value,
                "term": wish.term,
                "weight": round(wish.weight * _SHARES),
                "is_name": int(wish.is_name),
                "weight_before": None if before is None else round(before * _SHARES),
                "made_at": to_micros(now),
                "made_by": by,
            },
        )

    async def current(self) -> tuple[KeywordWish, ...]:
        """Those that were not undone, oldest first: a later one outdoes an earlier one."""
        return tuple(_to_change(row).wish for row in await self._tx.all(_CURRENT))

    async def newest(self, limit: int) -> list[KeywordChange]:
        """With those that were undone; newest first."""
        return [_to_change(row) for row in await self._tx.all(_NEWEST, {"most": limit})]

    async def undo(self, change: int, by: PersonId, now: datetime) -> bool:
        """Say whether there was anything to undo."""
        params = {"which": change, "at": to_micros(now), "whose": by}
        return bool(await self._tx.run(_UNDO, params))


def _to_change(row: Row) -> KeywordChange:
    before, undone_by = row["weight_before"], row["undone_by"]
    return KeywordChange(
        id=row["id"],
        wish=KeywordWish(
            Sector(row["sector"]), row["term"], row["weight"] / _SHARES, bool(row["is_name"])
        ),
        before=None if before is None else before / _SHARES,
        at=to_moment(row["made_at"]),
        by=PersonId(row["made_by"]),
        undone_at=to_moment(row["undone_at"]),
        undone_by=PersonId(undone_by) if undone_by is not None else None,
    )
