"""The officers' card itself: what it says, its files, and what to do.

In a group the words of a guarded report open in the officer's private chat.
"""

from bot.domain.moves import Act
from bot.domain.people import PersonId
from bot.domain.report import Report, ReportId
from bot.services.records import CaseView
from bot.ui.buttons.office import CaseAct
from bot.ui.cards.choices import does, on_card
from bot.ui.cards.words import text
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Speech

_ACTS = (
    (Act.TAKE, "button-take", CaseAct.TAKE),
    (Act.ANSWER, "button-answer", CaseAct.ANSWER),
    (Act.CONTRIBUTE, "button-contribute", CaseAct.CONTRIBUTE),
    (Act.ASK, "button-ask", CaseAct.ASK),
    (Act.HAND_BACK, "button-hand-back", CaseAct.HAND_BACK),
    (Act.SETTLE, "button-settle", CaseAct.SETTLE),
)


def card(
    say: Speech,
    view: CaseView,
    *,
    group: bool = False,
    whole: bool = False,
    in_place: bool = False,
    reader: PersonId | None = None,
) -> Screen:
    """The card with what may be done now; `whole` shows the full text, however long.

    Its `reader` in private is not asked to confirm their own closing.
    """
    if view.main:
        return joined(say, view, in_place=in_place)
    hidden = group and view.report.guarded
    return Screen(
        text(say, view, group=group, whole=whole),
        _guarded_buttons(say, view.report) if hidden else _buttons(say, view, reader),
        files=() if hidden or in_place else view.attachments,
        slot=Slot.CARD,
        report=view.report.id,
        in_place=in_place,
    )


def joined(
    say: Speech, view: CaseView, *, slot: Slot = Slot.CARD, in_place: bool = False
) -> Screen:
    """What stays of the card of a report that another one speaks for."""
    text = say("case-joined", number=view.report.number, main=view.main or "")
    return Screen(text, slot=slot, report=view.report.id, in_place=in_place)


def more(say: Speech, view: CaseView, *, group: bool = False) -> Screen:
    """The rest of what a card offers."""
    report = view.report
    opens = "button-open-private" if group else "button-whole"
    among = []
    if Act.NOTE in view.acts:
        among.append(does(say, report.id, "button-note", CaseAct.NOTE))
    if Act.HAND_OVER in view.acts:
        among.append(does(say, report.id, "button-share", CaseAct.SHARE))
    if view.voices:
        among.append(does(say, report.id, "button-voices", CaseAct.VOICES))
    if invites := co_invites(say, view):
        among.append(invites)
    if view.hides and Act.REVEAL in view.acts and not group:
        among.append(does(say, report.id, "button-reveal", CaseAct.REVEAL))
    rows = (
        *(tuple(among[n : n + 2]) for n in range(0, len(among), 2)),
        (does(say, report.id, "button-history", CaseAct.HISTORY),),
        (does(say, report.id, opens, CaseAct.OPEN),),
        (does(say, report.id, "button-back", CaseAct.LESS),),
    )
    return on_card(report.id, text(say, view, group=group), rows)


def co_invites(say: Speech, view: CaseView) -> Choice | None:
    """The way to a second agency, or to its end; nothing where it may not be offered."""
    report = view.report
    if view.partner and Act.STEP_OUT in view.acts:
        key = "button-co-end" if Act.INVITE in view.acts else "button-co-leave"
        return does(say, report.id, key, CaseAct.STEP_OUT)
    if view.partner is None and Act.INVITE in view.acts and view.agency and not report.secret:
        return does(say, report.id, "button-co-invite", CaseAct.CO_INVITE)
    return None


def history(say: Speech, report: ReportId, lines: str) -> Screen:
    """The report's history in the place of its card."""
    return on_card(report, lines, ((does(say, report, "button-back", CaseAct.LESS),),))


def _buttons(say: Speech, view: CaseView, reader: PersonId | None) -> Rows:
    """The wanted one first and alone, the others two a row."""
    report = view.report.id
    # Who works for both agencies speaks for the one that has the report.
    acts = view.acts - {Act.CONTRIBUTE} if Act.ANSWER in view.acts else view.acts
    there = [does(say, report, key, press) for act, key, press in _ACTS if act in acts]
    own = reader is not None and view.closing_by == reader
    if view.report.proposed and Act.ENDORSE in view.acts and not own:
        there.insert(0, does(say, report, "button-endorse", CaseAct.ENDORSE))
        there.insert(1, does(say, report, "button-return", CaseAct.RETURN))
    first, rest = there[:1], [*there[1:], does(say, report, "button-more", CaseAct.MORE)]
    pairs = [tuple(rest[n : n + 2]) for n in range(0, len(rest), 2)]
    return ((tuple(first),) if first else ()) + tuple(pairs)


def _guarded_buttons(say: Speech, report: Report) -> Rows:
    return ((does(say, report.id, "button-open", CaseAct.OPEN),),)
