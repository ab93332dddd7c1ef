"""PINs of reports: one a report, a keyed hash, and five wrong tries an hour."""

import hmac
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_or_replace

from bot.domain.report import ReportId
from storage.errors import TooManyTries
from storage.moments import to_micros
from storage.tables import pin_tries, pins
from storage.tx import Tx

MOST_TRIES = 5
WINDOW = timedelta(hours=1)

_new = insert_or_replace(pins).values({name: bindparam(name) for name in ("report", "pin_mark")})
_PUT = _new.on_conflict_do_update(
    index_elements=["report"], set_={"pin_mark": _new.excluded.pin_mark}
)
_MARK = select(pins.c.pin_mark).where(pins.c.report == bindparam("which")).with_for_update()
_of_report = pin_tries.c.report == bindparam("which")
_FORGET = delete(pin_tries).where(_of_report)
_FORGET_OLD = delete(pin_tries).where(_of_report, pin_tries.c.tried_at <= bindparam("before"))
_COUNT = select(func.count()).select_from(pin_tries).where(_of_report)
_TRY = insert(pin_tries).values(report=bindparam("which"), tried_at=bindparam("at"))


class Pins:
    """The PINs that reporters have asked for."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    async def put(self, report: ReportId, pin_fingerprint: bytes) -> None:
        """Replace the PIN of a report, if there was one, and forget the tries at the old one."""
        await self._tx.run(_PUT, {"report": report, "pin_mark": pin_fingerprint})
        await self._tx.run(_FORGET, {"which": report})

    async def check(self, report: ReportId, pin_fingerprint: bytes, now: datetime) -> bool:
        """Say whether it is the PIN of this report; False as well where there is none.

        A wrong try counts only if the unit is kept, so answer False, do not raise inside it.
        Raises TooManyTries after five wrong ones within an hour, for the right PIN too.
        """
        mark = await self._tx.scalar(_MARK, {"which": report})
        if mark is None:
            return False
        before = to_micros(now - WINDOW)
        await self._tx.run(_FORGET_OLD, {"which": report, "before": before})
        if await self._tx.scalar(_COUNT, {"which": report}) >= MOST_TRIES:
            raise TooManyTries(str(report))
        if hmac.compare_digest(mark, pin_fingerprint):
            return True
        await self._tx.run(_TRY, {"which": report, "at": to_micros(now)})
        return False
