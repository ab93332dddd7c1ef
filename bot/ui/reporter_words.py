"""The reporter's words, as those who work on a report read them."""

from bot.domain.moves import Act
from bot.domain.report import FollowUp, FollowUpKind, Report
from bot.services.hearing import UNSOLVED
from bot.services.records import CaseView
from bot.ui.buttons.desk import DeskAct, DeskDoes
from bot.ui.buttons.office import CaseAct, CaseDoes
from bot.ui.cards.words import quoted
from bot.ui.screen import Choice, Screen, Slot
from bot.ui.texts import Html, Speech

_SAID = {
    FollowUpKind.REPLY: "said-reply",
    FollowUpKind.UNSOLVED: "said-unsolved",
}


def screen(say: Speech, view: CaseView, said: FollowUp, about: str, *, group: bool) -> Screen:
    """Words and files; to a group nothing but the number where the report is guarded."""
    report = view.report
    if group and report.guarded:
        opens = Choice(say("button-open"), CaseDoes(report.id, CaseAct.OPEN).pack())
        lines: list[str] = [say("said-head-guarded", number=report.number), say("said-guarded")]
        return Screen("\n".join(lines), ((opens,),), slot=Slot.NOTICE, report=report.id)
    lines = [
        say("said-head", number=report.number, title=report.title),
        _opening(say, report, said, about),
        say("notice-quote", text=Html(quoted(say, said))),
    ]
    return Screen(
        "\n".join(lines),
        (_ways_on(say, view, group=group),),
        files=said.attachments,
        slot=Slot.NOTICE,
        report=report.id,
    )


def _opening(say: Speech, report: Report, said: FollowUp, about: str) -> Html:
    if about == UNSOLVED:
        return say("said-unsolved-again", times=report.unsolved)
    if said.kind in _SAID:
        return say(_SAID[said.kind])
    if report.rating is None:
        return say("said-rating-only")
    return say("said-rating", stars=report.rating)


def _ways_on(say: Speech, view: CaseView, *, group: bool) -> tuple[Choice, ...]:
    report, card = view.report.id, say("button-card")
    opens = Choice(card, CaseDoes(report, CaseAct.OPEN).pack())
    if Act.CONTRIBUTE in view.acts and Act.ANSWER not in view.acts:
        tells = say("button-contribute")
        return (Choice(tells, CaseDoes(report, CaseAct.CONTRIBUTE).pack()), opens)
    if not group and not view.staffed:
        return (Choice(card, DeskDoes(report, DeskAct.OPEN).pack()),)
    if not view.report.status.is_open:
        return (opens,)
    answer = Choice(say("button-answer"), CaseDoes(report, CaseAct.ANSWER).pack())
    return (answer, opens)
