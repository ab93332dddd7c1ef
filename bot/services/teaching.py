"""A routing that somebody confirmed or corrected becomes an example to learn from.

- An admin's sending-on says what is right, whether it confirms or overrides. So does an agency that
  takes up or answers what was sent to it without an admin.
- A hand-back says only what is wrong: what was right is learned when an admin sends it on.
- One report teaches the same thing once. Where its sector is a guess it teaches nothing.
- Reports that accuse teach nothing: they go to those who watch, whatever they are about.
"""

from datetime import datetime

from bot.domain.report import Report
from bot.domain.sector import Sector
from bot.domain.suggestion import Care
from bot.services.house import House
from storage.stores.examples import Kept
from storage.unit import Unit


class Teaching:
    """Stores examples in the unit of the act that they come from."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._learning = house.learning
        self._unit = unit
        self._now = now

    async def confirmed(self, report: Report, sector: Sector | None) -> None:
        """Learn that this report was this sector's."""
        if sector is None or report.care is Care.ACCUSES:
            return
        if await self._unit.examples.label_of(report.id) is sector:
            return
        learning = self._learning
        lesson = learning.lesson(report, sector)
        if lesson is None:
            return
        shared = learning.newly_shared(report, lesson)
        number = await self._unit.examples.add(report.id, lesson, self._now)
        await self._unit.examples.share(shared, self._now)
        kept = Kept(number, lesson)
        self._unit.after_commit(lambda: learning.take(kept, shared))
