"""What happens to the open reports of an agency when those who read them are gone.

Where its group is lost they come to its people in private; where nobody is left who can be reached
they come to the admins, who are told once.
"""

from datetime import datetime

from bot.domain.agency import AgencyCode, covers
from bot.domain.notice import Notice, NoticeKind
from bot.services.hearing import Hearing
from storage.unit import Unit

MOST = 20
"""How many cards come at once; the others are in the queues."""


class Unheard:
    """Finds new readers for what somebody has left behind."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._hearing = Hearing(unit, now)

    async def bring(self, agency: AgencyCode) -> None:
        """Show an agency's open reports to whoever can still read them."""
        waiting = await self._unit.reports.queue([agency], 0, MOST)
        for report in waiting:
            await self._hearing.desk(report)

    async def after(self, agency: AgencyCode) -> None:
        """Somebody of the agency is gone: nothing where others are at work, else the admins hear.

        A group alone is nobody: it reads, but has no right to act.
        """
        if await self._hearing.works_at(agency):
            return
        waiting = await self._unit.reports.queue([agency], 0, MOST)
        left = [r for r in waiting if r.agency and covers(agency, r.agency)]
        if not left:
            return
        for admin in await self._hearing.admins():
            await self._hearing.tell(
                Notice(NoticeKind.UNDELIVERED, admin, about=f"{agency}>{len(left)}")
            )
        for report in left:
            await self._hearing.desk(report)
