"""Days off that admins have added to the national holidays and the joint leave."""

from datetime import date, datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from bot.domain.deadlines import DayOff
from bot.domain.people import PersonId
from storage.moments import to_micros
from storage.tables import days_off
from storage.tx import Tx

_ALL = select(days_off).order_by(days_off.c.day)
_ADD = (
    insert(days_off)
    .values({name: bindparam(name) for name in ("day", "name", "added_by", "added_at")})
    .on_conflict_do_nothing(index_elements=["day"])
)
_REMOVE = delete(days_off).where(days_off.c.day == bindparam("which"))


class DaysOff:
    """The calendar's own days."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    async def all(self) -> list[DayOff]:
        """In their order."""
        rows = await self._tx.all(_ALL)
        return [DayOff(date.fromisoformat(row["day"]), row["name"]) for row in rows]

    async def add(self, day: DayOff, by: PersonId, now: datetime) -> bool:
        """Say whether it was new."""
        values = {
            "day": day.day.isoformat(),
            "name": day.name,
            "added_by": by,
            "added_at": to_micros(now),
        }
        return await self._tx.run(_ADD, values) > 0

    async def remove(self, day: date) -> bool:
        """Say whether it was there."""
        return await self._tx.run(_REMOVE, {"which": day.isoformat()}) > 0
