"""An agency's own rules, each with its state and the switch."""

from collections.abc import Sequence

from bot.domain.agency import Agency, AgencyCode
from bot.domain.rules import AgencyRules, Rule
from bot.domain.topic import Topics
from bot.ui.buttons.office import DigestTurns, RuleTurns, ShowsRules, TopicsTurn
from bot.ui.screen import Choice, Screen
from bot.ui.texts import Speech


def which_agency(say: Speech, agencies: Sequence[Agency]) -> Screen:
    rows = tuple((Choice(a.short, ShowsRules(a.code).pack()),) for a in agencies)
    return Screen(say("rules-which"), rows)


def shown(say: Speech, agency: Agency, rules: AgencyRules, *, in_place: bool = False) -> Screen:
    """Every rule, and whether it holds."""
    lines = [say("rules-head", agency=agency.short)]
    lines.extend(say(f"rules-{rule}", state=say.both(rule in rules.on)) for rule in Rule)
    hour = _hour(say, rules)
    lines.append(say("rules-digest", hour=hour))
    topics = say(f"topics-{rules.topics}")
    lines.append(say("rules-topics", state=topics))
    if rules.topics is not Topics.NONE:
        lines.append(say("topics-need"))
    rows = tuple((_turn(say, agency.code, rule, rules),) for rule in Rule)
    digest = Choice(say("button-digest-hour", hour=hour), DigestTurns(agency.code).pack())
    turn = Choice(say("button-topics", state=topics), TopicsTurn(agency.code).pack())
    return Screen("\n".join(lines), (*rows, (turn,), (digest,)), in_place=in_place)


def _hour(say: Speech, rules: AgencyRules) -> str:
    """ "07.30"."""
    if rules.digest_at is None:
        return say("rules-digest-none")
    return f"{rules.digest_at // 60:02d}.{rules.digest_at % 60:02d}"


def _turn(say: Speech, agency: AgencyCode, rule: Rule, rules: AgencyRules) -> Choice:
    state = say.both(rule in rules.on)
    return Choice(say(f"button-rule-{rule}", state=state), RuleTurns(agency, rule).pack())
