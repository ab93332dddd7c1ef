"""/aturan: what an agency's admin decides for its work."""

from bot.domain.refusals import Refused, Why
from bot.telegram.incoming import Pressed
from bot.ui import rules
from bot.ui.buttons.office import DigestTurns, RuleTurns, ShowsRules, TopicsTurn
from handlers.officer.templates import kept_by
from handlers.visit import Shown, Visit


async def lists(visit: Visit) -> Shown:
    agencies = kept_by(visit)
    if not agencies:
        raise Refused(Why.NOT_ALLOWED)
    if len(agencies) > 1:
        return rules.which_agency(visit.say, agencies)
    held = await visit.work.rules.of(visit.actor, agencies[0].code)
    return rules.shown(visit.say, agencies[0], held)


async def shows(visit: Visit, pressed: Pressed, button: ShowsRules) -> Shown:  # noqa: ARG001
    """One of several agencies was picked."""
    agency = visit.agency(button.agency)
    held = await visit.work.rules.of(visit.actor, agency.code)
    return rules.shown(visit.say, agency, held, in_place=True)


async def turns(visit: Visit, pressed: Pressed, button: RuleTurns) -> Shown:  # noqa: ARG001
    """A switch was pressed."""
    agency = visit.agency(button.agency)
    held = await visit.work.rules.switch(visit.actor, agency.code, button.rule)
    return rules.shown(visit.say, agency, held, in_place=True)


async def turns_hour(visit: Visit, pressed: Pressed, button: DigestTurns) -> Shown:  # noqa: ARG001
    """The hour of the morning digest was pressed."""
    agency = visit.agency(button.agency)
    held = await visit.work.rules.next_hour(visit.actor, agency.code)
    return rules.shown(visit.say, agency, held, in_place=True)


async def turns_topics(visit: Visit, pressed: Pressed, button: TopicsTurn) -> Shown:  # noqa: ARG001
    """What has a topic of its own was pressed."""
    agency = visit.agency(button.agency)
    held = await visit.work.rules.next_topics(visit.actor, agency.code)
    return rules.shown(visit.say, agency, held, in_place=True)
