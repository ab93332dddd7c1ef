"""Days off that admins add: they count for every clock at once.

What was promised for a later day moves, and each reporter concerned is told. Taking a day off away
changes no promise that was made; only what is promised from then on is sooner.
"""

from datetime import date, datetime

from bot.domain.deadlines import DayOff
from bot.domain.people import Actor
from bot.domain.refusals import Refused, Why
from bot.services.house import House
from storage.unit import Unit

LONGEST_NAME = 80


class DaysOff:
    """The admins' part of the calendar."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now

    async def all(self, actor: Actor) -> list[DayOff]:
        """Those of today and later. Raises Refused (NOT_ALLOWED)."""
        _only_admins(actor)
        return [each for each in await self._unit.days_off.all() if each.day >= self._today()]

    async def add(self, actor: Actor, day: date, name: str) -> DayOff:
        """Raises Refused: NOT_ALLOWED, DAY_PAST, ALREADY where nobody works that day anyway."""
        _only_admins(actor)
        assert actor.person is not None
        if day < self._today():
            raise Refused(Why.DAY_PAST)
        added = DayOff(day, name.strip()[:LONGEST_NAME])
        if not self._house.calendar.is_working(day):
            raise Refused(Why.ALREADY)
        if not await self._unit.days_off.add(added, actor.person, self._now):
            raise Refused(Why.ALREADY)
        await self._changed()
        return added

    async def remove(self, actor: Actor, day: date) -> None:
        """Raises Refused: NOT_ALLOWED, ALREADY where it is none."""
        _only_admins(actor)
        if not await self._unit.days_off.remove(day):
            raise Refused(Why.ALREADY)
        await self._changed()

    async def _changed(self) -> None:
        """From the commit on the calendar knows it, and every open report is looked at anew."""
        await self._unit.planned.look_at_all()
        days = [each.day for each in await self._unit.days_off.all()]
        self._unit.after_commit(lambda: self._house.calendar.take_off(days))

    def _today(self) -> date:
        return self._now.astimezone(self._house.calendar.zone).date()


def _only_admins(actor: Actor) -> None:
    if not actor.admin:
        raise Refused(Why.NOT_ALLOWED)
