"""Which handler a button belongs to, and what is shown when it cannot be done."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.domain.refusals import Refused, Why
from bot.domain.report import ReportId
from bot.telegram.incoming import Pressed
from bot.ui import door
from bot.ui.buttons import citizen, office
from bot.ui.buttons import desk as admin
from bot.ui.buttons.button import Button
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


async def _leaves(visit: Visit, button: Button) -> Shown:  # noqa: ARG001
    return replace(await card.leaves(visit), in_place=True)


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
    office.CaseDoes,
    office.Composes,
    office.HandsBack,
    office.HandsBackTo,
    office.HandsOver,
    office.ToUnit,
    office.Units,
    office.UsesTemplate,
    office.CoInvites,
    admin.AsksIn,
}
"""What an agency's group may show."""
CITIZEN: dict[type[Button], Callable[[Visit, Any], Awaitable[Shown]]] = {
    citizen.DraftDoes: card.presses,
    citizen.DraftAgency: card.picks_agency,
    citizen.DraftPlace: card.picks_place,
    citizen.DraftJoins: joining.joins,
    citizen.DraftClass: card.picks_class,
    citizen.DraftDay: card.picks_day,
    citizen.ReportDoes: own.presses,
    citizen.Rates: own.rates,
    citizen.LooseGoesTo: own.chooses_report,
}
"""What a citizen may type as well; see handlers.citizen.typed."""
ACTS: dict[type[Button], Act] = {
    **{kind: _own(act) for kind, act in CITIZEN.items()},
    citizen.MyReports: _own(own.turns_page),
    citizen.Speaks: _own(entering.picks_language),
    citizen.OwnDataDoes: _own(own_data.presses),
    citizen.ErasesMe: _own(own_data.erases),
    citizen.LeavesQuestion: _own(_leaves),
    office.CaseDoes: cases.presses,
    office.Composes: composing.composes,
    office.HandsBack: cases.hands_back,
    office.HandsBackTo: cases.hands_back_to,
    office.HandsOver: sharing.hands_over,
    office.ToUnit: sharing.sends_to_unit,
    office.Units: sharing.turns_units,
    office.UsesTemplate: templates.uses,
    office.CoInvites: partnering.invites,
    office.TemplateDoes: templates.presses,
    office.ShowsRules: rules.turns,
    office.RuleTurns: rules.turns,
    office.TopicsTurn: rules.turns,
    office.QueueShows: cases.shows_part,
    office.DigestTurns: rules.turns,
    office.Cases: cases.turns_page,
    admin.DeskDoes: desk.presses,
    admin.DeskRoutes: desk.routes,
    admin.DeskArchives: desk.archives,
    admin.Merges: voices.merges,
    admin.DeskQueue: desk.turns_page,
    admin.Invites: people.makes_link,
    admin.Agencies: people.shows_agency,
    admin.AsksIn: group.asks_in,
    admin.LetsIn: people.lets_in,
    admin.Revokes: people.revokes,
    admin.AsksToRevoke: people.asks_to_revoke,
    admin.KeywordDoes: keywords.presses,
    admin.KeywordPicks: keywords.picks,
    admin.KeywordWeighs: keywords.weighs,
    admin.KeywordSaves: keywords.saves,
    admin.KeywordUndoes: keywords.undoes,
    admin.DayOffGoes: days.removes,
    admin.ShowsFigures: numbers.shows_figures,
    admin.ShowsChart: numbers.shows_chart,
    admin.Exports: numbers.takes_out,
    admin.Announces: announce.presses,
}
