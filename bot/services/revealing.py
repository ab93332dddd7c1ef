"""A reveal: the personal numbers of who reports as Anonim, for those who may, and never unnoticed.

- It is a right of its own: an agency's admin has it, and the national admins; an officer asks them.
- It is had for an open report only, and in private: a group never sees what was hidden.
- Each time leaves a line in the history, in the unit that shows the words. The name stays hidden.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.moves import Act
from bot.domain.people import Actor, PersonId, Role
from bot.domain.report import Report, ReportId
from bot.services.masking import hides_anything
from bot.services.moving import ORDER, Mover
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Revealed:
    """What was hidden: the report's words, and those of its reporters that hide something."""

    report: Report
    words: tuple[str, ...]


class Revealing:
    """Shows what masking hides."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._mover = Mover(unit, now)

    async def reveal(self, actor: Actor, report: ReportId) -> Revealed:
        """Note who asks, and give the words. Raises Refused: NOT_FOUND, NOT_ALLOWED, NOT_NOW."""
        found = await self._mover.seen_by(actor, report)
        move = self._mover.find(actor, found, Act.REVEAL)
        words = [word for each in await self._together(found) for word in await self._said(each)]
        held = actor.roles_towards(PersonId(0), found.agency) & move.who
        role = next(role for role in ORDER if role in held)
        await self._mover.note(found, Act.REVEAL, actor, role, found.status, found.agency)
        return Revealed(found, tuple(words))

    async def _together(self, report: Report) -> list[Report]:
        every = [report, *await self._unit.reports.voices(report.id)]
        return [each for each in every if each.anonymous]

    async def _said(self, report: Report) -> list[str]:
        said = await self._unit.follow_ups.of_report(report.id)
        own = [each.text for each in said if each.role is Role.REPORTER]
        return [text for text in (report.text, *own) if hides_anything(text)]
