"""An officer's queue: all that waits at their agencies, or one part of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Actor
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, ReportId
from bot.domain.waiting import Part, Side, Tally
from bot.services.house import House
from bot.services.pausing import asked_since
from bot.services.records import PAGE, masked
from storage.unit import Unit

SOON = 2
"""Working days in which something is due soon."""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Some reports of one part, and how many are in each; pages count from 0."""

    reports: tuple[Report, ...]
    part: Part
    page: int
    more: bool
    tally: Tally
    asked: Mapping[ReportId, datetime]
    """Since when those that wait for their reporter do."""


class Queue:
    """Reads what waits."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now

    async def page(self, actor: Actor, part: Part, page: int) -> QueuePage:
        """The most urgent first. Raises Refused (NOT_ALLOWED) for who works for no agency."""
        agencies = [held.agency for held in actor.memberships]
        if not agencies or actor.person is None:
            raise Refused(Why.NOT_ALLOWED)
        side = Side(actor.person, self._now, self._house.calendar.after(self._now, SOON))
        page = max(page, 0)
        found = await self._unit.waiting.page(agencies, part, side, page * PAGE, PAGE + 1)
        tally = await self._unit.waiting.tally(agencies, side)
        shown = tuple(masked(report) for report in found[:PAGE])
        asked = await asked_since(self._unit, shown)
        return QueuePage(shown, part, page, len(found) > PAGE, tally, asked)
