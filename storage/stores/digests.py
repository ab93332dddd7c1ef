"""The day of each agency's last digest, so that none comes twice."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert

from bot.domain.agency import AgencyCode
from storage.office_tables import digests
from storage.tx import Tx

_DAYS = select(digests)
_new = insert(digests).values({name: bindparam(name) for name in ("agency", "day")})
_FIRST = _new.on_conflict_do_update(
    index_elements=["agency"],
    set_={"day": _new.excluded.day},
    where=digests.c.day < _new.excluded.day,
)


class Digests:
    """Which agency has had its digest."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    async def days(self) -> dict[AgencyCode, date]:
        """The day of each agency's last digest."""
        rows = await self._tx.all(_DAYS)
        return {AgencyCode(row["agency"]): date.fromisoformat(row["day"]) for row in rows}

    async def first(self, agency: AgencyCode, day: date) -> bool:
        """Remember the day, and say whether it is the first time that it is asked."""
        return await self._tx.run(_FIRST, {"agency": agency, "day": day.isoformat()}) > 0
