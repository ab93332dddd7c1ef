"""/aturan: what an agency's admin decides for its work."""

from bot.domain.refusals import Refused, Why
from bot.telegram.incoming import Pressed
from bot.ui import rules
from bot.ui.buttons.office import DigestTurns, RuleTurns, ShowsRules, TopicsTurn
from handlers.officer.templates import kept_by
from handlers.visit import Shown, Visit

OfRules = ShowsRules | RuleTurns | DigestTurns | TopicsTurn


async def lists(visit: Visit) -> Shown:
    agencies = kept_by(visit)
    if not agencies:
        raise Refused(Why.NOT_ALLOWED)
    if len(agencies) > 1:
        return rules.which_agency(visit.say, agencies)
    held = await visit.work.rules.of(visit.actor, agencies[0].code)
    return rules.shown(visit.say, agencies[0], held)


async def turns(visit: Visit, pressed: Pressed, button: OfRules) -> Shown:  # noqa: ARG001
    """One of several agencies was picked, or something of its rules was pressed."""
    agency, kept = visit.agency(button.agency), visit.work.rules
    match button:
        case RuleTurns(rule=rule):
            held = await kept.switch(visit.actor, agency.code, rule)
        case DigestTurns():
            held = await kept.next_hour(visit.actor, agency.code)
        case TopicsTurn():
            held = await kept.next_topics(visit.actor, agency.code)
        case _:
            held = await kept.of(visit.actor, agency.code)
    return rules.shown(visit.say, agency, held, in_place=True)
