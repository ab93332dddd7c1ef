"""Which handler a button belongs to, and what is shown when it cannot be done."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.domain.refusals import Refused, Why
from bot.domain.report import ReportId
from bot.telegram.incoming import Pressed
from bot.ui import buttons, door, keyword_buttons, office_buttons, own_data_buttons
from bot.ui.pressing import Button
from bot.ui.screen import Answer, Screen, Slot
from handlers import group
from handlers.admin import announce, days, desk, keywords, numbers, people, voices
from handlers.citizen import card, entering, own, own_data
from handlers.citizen import voices as joining
from handlers.officer import cases, composing, partnering, rules, sharing, templates
from handlers.visit import Shown, Visit

Act = Callable[[Visit, Pressed, Any], Awaitable[Shown]]
_SHOWN_ANEW = {Why.NOT_NOW, Why.TAKEN, Why.ALREADY}


def act_of(button: Button) -> Act:
    """The handler of a button; a test holds every button against this table."""
    act = ACTS[type(button)]
    return act if type(button) in _IN_GROUPS else _alone(act)


async def typed(visit: Visit, button: Button) -> Shown:
    """Do what a button does for somebody who has typed it: what it shows stands below that."""
    shown = await CITIZEN[type(button)](visit, button)
    if isinstance(shown, Screen):
        return replace(shown, in_place=False)
    return replace(shown, changes=Slot.DRAFT) if shown else None


async def refused(visit: Visit, refused: Refused, pressed: Pressed | None) -> Shown:
    """Say why not, and what to do instead; an outdated button shows the newest state."""
    if refused.why is Why.NO_DRAFT:
        return await card.newest(visit)
    screen = door.refusal(visit.say, refused)
    if pressed is None:
        return screen
    if pressed.private and refused.why not in _SHOWN_ANEW:
        return screen
    await _refresh(visit, pressed)
    return Answer(toast=door.refusal_words(visit.say, refused), alert=True)


async def _refresh(visit: Visit, pressed: Pressed) -> None:
    """Bring the card that was pressed up to date."""
    if pressed.message is None:
        return
    anchor = await visit.work.unit.anchors.at(visit.chat, pressed.message)
    if anchor and anchor.report:
        await visit.work.hearing.renew(ReportId(anchor.report), visit.chat, anchor.slot)


def _own(act: Callable[[Visit, Any], Awaitable[Shown]]) -> Act:
    """A citizen's press needs nothing of the message that bears the button."""

    async def press(visit: Visit, pressed: Pressed, button: Button) -> Shown:  # noqa: ARG001
        return await act(visit, button)

    return press


def _alone(act: Act) -> Act:
    """Such a button stands in private chats only; in a group it is forged, and would show there."""

    async def press(visit: Visit, pressed: Pressed, button: Button) -> Shown:
        return await act(visit, pressed, button) if pressed.private else group.stale(visit.say)

    return press


_IN_GROUPS = {
    buttons.CaseDoes,
    buttons.Composes,
    buttons.HandsBack,
    buttons.HandsBackTo,
    office_buttons.HandsOver,
    office_buttons.ToUnit,
    office_buttons.Units,
    office_buttons.UsesTemplate,
    office_buttons.CoInvites,
    buttons.AsksIn,
}
"""What an agency's group may show."""
CITIZEN: dict[type[Button], Callable[[Visit, Any], Awaitable[Shown]]] = {
    buttons.DraftDoes: card.presses,
    buttons.DraftAgency: card.picks_agency,
    buttons.DraftPlace: card.picks_place,
    buttons.DraftJoins: joining.joins,
    buttons.DraftClass: card.picks_class,
    buttons.DraftDay: card.picks_day,
    buttons.ReportDoes: own.presses,
    buttons.Rates: own.rates,
    buttons.LooseGoesTo: own.chooses_report,
}
"""What a citizen may type as well; see handlers.citizen.typed."""
ACTS: dict[type[Button], Act] = {
    **{kind: _own(act) for kind, act in CITIZEN.items()},
    buttons.MyReports: _own(own.turns_page),
    buttons.Speaks: _own(entering.picks_language),
    own_data_buttons.OwnDataDoes: _own(own_data.presses),
    own_data_buttons.ErasesMe: _own(own_data.erases),
    buttons.CaseDoes: cases.presses,
    buttons.Composes: composing.composes,
    buttons.HandsBack: cases.hands_back,
    buttons.HandsBackTo: cases.hands_back_to,
    office_buttons.HandsOver: sharing.hands_over,
    office_buttons.ToUnit: sharing.sends_to_unit,
    office_buttons.Units: sharing.turns_units,
    office_buttons.UsesTemplate: templates.uses,
    office_buttons.CoInvites: partnering.invites,
    office_buttons.TemplateDoes: templates.presses,
    office_buttons.ShowsRules: rules.shows,
    office_buttons.RuleTurns: rules.turns,
    office_buttons.TopicsTurn: rules.turns_topics,
    office_buttons.QueueShows: cases.shows_part,
    office_buttons.DigestTurns: rules.turns_hour,
    buttons.Cases: cases.turns_page,
    buttons.DeskDoes: desk.presses,
    buttons.DeskRoutes: desk.routes,
    buttons.DeskArchives: desk.archives,
    buttons.Merges: voices.merges,
    buttons.DeskQueue: desk.turns_page,
    buttons.Invites: people.makes_link,
    buttons.Agencies: people.shows_agency,
    buttons.AsksIn: group.asks_in,
    buttons.LetsIn: people.lets_in,
    buttons.Revokes: people.revokes,
    keyword_buttons.KeywordDoes: keywords.presses,
    keyword_buttons.KeywordPicks: keywords.picks,
    keyword_buttons.KeywordWeighs: keywords.weighs,
    keyword_buttons.KeywordSaves: keywords.saves,
    keyword_buttons.KeywordUndoes: keywords.undoes,
    buttons.DayOffGoes: days.removes,
    buttons.ShowsFigures: numbers.shows_figures,
    buttons.ShowsChart: numbers.shows_chart,
    buttons.Exports: numbers.takes_out,
    buttons.Announces: announce.presses,
}
