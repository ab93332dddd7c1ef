"""Ready-made answers: made, changed and deleted by an agency's admins, used by its officers.

A government's answers serve its units as well. What stands in braces must be a fact of a report:
{nomor}, {judul}, {instansi} or {batas}.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.agency import AgencyCode
from bot.domain.people import Actor, Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report
from bot.domain.template import LONGEST_NAME, MOST, Template, TemplateId, unknown_places
from storage.unit import Unit


class Templates:
    """An agency's ready-made answers."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._now = now

    async def of(self, actor: Actor, agency: AgencyCode) -> list[Template]:
        """Raises Refused (NOT_ALLOWED) for anybody but the agency's admins."""
        _only_keepers(actor, agency)
        return await self._unit.templates.of_agency(agency)

    async def one(self, actor: Actor, template: TemplateId) -> Template:
        """Raises Refused: NOT_ALLOWED, ALREADY where it is gone."""
        found = await self._unit.templates.get(template)
        if found is None:
            raise Refused(Why.ALREADY)
        _only_keepers(actor, found.agency)
        return found

    async def write(
        self, actor: Actor, agency: AgencyCode, words: str, template: TemplateId | None = None
    ) -> Template:
        """Keep an answer: its first line is its name, what follows is its text.

        Raises Refused: NOT_ALLOWED, NEEDS_ANSWER without a text, UNKNOWN_PLACE, TOO_MANY.
        """
        _only_keepers(actor, agency)
        assert actor.person is not None
        name, _, text = words.strip().partition("\n")
        if not text.strip():
            raise Refused(Why.NEEDS_ANSWER)
        if strange := unknown_places(text):
            raise Refused(Why.UNKNOWN_PLACE, name=strange[0])
        written = Template(
            TemplateId(0), agency, name.strip()[:LONGEST_NAME].rstrip(), text.strip()
        )
        if template is not None:
            known = await self.one(actor, template)
            changed = replace(written, id=known.id, agency=known.agency)
            await self._unit.templates.change(changed, actor.person, self._now)
            return changed
        if len(await self._unit.templates.of_agency(agency)) >= MOST:
            raise Refused(Why.TOO_MANY, most=str(MOST))
        return replace(written, id=await self._unit.templates.add(written, actor.person, self._now))

    async def drop(self, actor: Actor, template: TemplateId) -> Template:
        """Delete it. Raises Refused, as `one`."""
        found = await self.one(actor, template)
        await self._unit.templates.drop(template)
        return found

    async def offered(self, actor: Actor, report: Report) -> list[Template]:
        """What an officer may answer a report with; nothing to who does not work for its agency."""
        if report.agency is None or actor.role_for(report.agency) is None:
            return []
        return await self._unit.templates.of_agency(report.agency, covering=True)

    async def to_use(self, actor: Actor, report: Report, template: TemplateId) -> Template:
        """Raises Refused (ALREADY) where it is gone or another agency's."""
        found = next((t for t in await self.offered(actor, report) if t.id == template), None)
        if found is None:
            raise Refused(Why.ALREADY)
        return found


def _only_keepers(actor: Actor, agency: AgencyCode) -> None:
    if actor.role_for(agency) is not Role.AGENCY_ADMIN:
        raise Refused(Why.NOT_ALLOWED)
