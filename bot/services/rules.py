"""An agency's own rules, set by its admins; a unit without any has those of its government."""

from datetime import datetime

from bot.domain.agency import AgencyCode
from bot.domain.people import Actor, Role
from bot.domain.refusals import Refused, Why
from bot.domain.rules import AgencyRules, Rule
from bot.services.topics import TopicKeeping
from storage.unit import Unit


class Rules:
    """What an agency's admins decide for it."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._now = now

    async def of(self, actor: Actor, agency: AgencyCode) -> AgencyRules:
        """Raises Refused (NOT_ALLOWED) for anybody but the agency's admins."""
        if actor.role_for(agency) is not Role.AGENCY_ADMIN:
            raise Refused(Why.NOT_ALLOWED)
        return await self._unit.rules.of(agency)

    async def switch(self, actor: Actor, agency: AgencyCode, rule: Rule) -> AgencyRules:
        """Turn a rule on or off; what waits under it already goes on as it began."""
        return await self._keep(agency, (await self.of(actor, agency)).switched(rule))

    async def next_hour(self, actor: Actor, agency: AgencyCode) -> AgencyRules:
        """Let the morning digest come at the next of the hours to choose from, or not at all."""
        return await self._keep(agency, (await self.of(actor, agency)).with_next_hour())

    async def next_topics(self, actor: Actor, agency: AgencyCode) -> AgencyRules:
        """Let the next kind of thing have a topic of its own; cards move as they change."""
        kept = await self._keep(agency, (await self.of(actor, agency)).with_next_topics())
        await TopicKeeping(self._unit, self._now).try_again_at(agency)
        return kept

    async def _keep(self, agency: AgencyCode, changed: AgencyRules) -> AgencyRules:
        await self._unit.rules.save(agency, changed)
        return changed
