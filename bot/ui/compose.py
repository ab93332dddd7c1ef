"""Words for the reporter, asked for and shown before they go out."""

import html
from collections.abc import Sequence

from bot.domain.agency import Agency
from bot.domain.people import Role
from bot.domain.report import FollowUp, FollowUpId, FollowUpKind, Report
from bot.domain.step import Step, StepKind
from bot.domain.template import Template
from bot.services.records import CaseView
from bot.ui import news
from bot.ui.buttons.office import CaseAct, CaseDoes, ComposeAct, Composes, UsesTemplate
from bot.ui.cards.words import moment, said
from bot.ui.history import Named, line
from bot.ui.reports import short
from bot.ui.screen import Choice, Screen, Slot
from bot.ui.texts import Speech

_QUESTIONS = {
    StepKind.ANSWER: "compose-answer",
    StepKind.ASK: "compose-ask",
    StepKind.ADMIN_ASK: "compose-ask",
    StepKind.SETTLE: "compose-settle",
    StepKind.CONTRIBUTE: "compose-contribute",
}
_WITH_TEMPLATES = {StepKind.ANSWER, StepKind.SETTLE}
_KINDS = {
    StepKind.ANSWER: FollowUpKind.ANSWER,
    StepKind.ASK: FollowUpKind.QUESTION,
    StepKind.ADMIN_ASK: FollowUpKind.QUESTION,
    StepKind.SETTLE: FollowUpKind.CLOSING,
    StepKind.CONTRIBUTE: FollowUpKind.CONTRIBUTION,
}


def question(
    say: Speech,
    report: Report,
    kind: StepKind,
    *,
    group: bool = False,
    elsewhere: Agency | None = None,
    ready: Sequence[Template] = (),
    in_place: bool = False,
) -> Screen:
    """Ask for the words.

    `elsewhere` is the agency whose answer an admin records; `ready` are the answers that can be
    had by a tap.
    """
    lines = [say(_QUESTIONS[kind], number=report.number)]
    if elsewhere and kind in {StepKind.ANSWER, StepKind.SETTLE}:
        lines.append(say("compose-elsewhere", agency=elsewhere.short))
    if group:
        lines.append(say("compose-reply-here"))
    made = [Choice(short(t.name), UsesTemplate(report.id, t.id).pack()) for t in ready]
    offered = made if kind in _WITH_TEMPLATES else []
    pairs = tuple(tuple(offered[n : n + 2]) for n in range(0, len(offered), 2))
    return Screen(
        "\n".join(lines),
        (*pairs, (_does(say, report, "button-cancel", ComposeAct.CANCEL),)),
        slot=Slot.NOTICE if group else Slot.QUESTION,
        report=report.id,
        in_place=in_place,
    )


def needs_words(say: Speech, report: Report, *, group: bool = False) -> Screen:
    """Files alone do not make a closing or a question."""
    return Screen(
        say("compose-needs-words"),
        ((_does(say, report, "button-cancel", ComposeAct.CANCEL),),),
        slot=Slot.NOTICE if group else Slot.QUESTION,
        report=report.id,
    )


def preview(
    say: Speech,
    report: Report,
    agency: Agency | None,
    step: Step,
    role: Role,
    *,
    group: bool,
    meanwhile: tuple[Sequence[Named], CaseView] | None = None,
) -> Screen:
    """Show the words as the reporter will read them.

    In a group the buttons stay when a colleague's words come after; in private only the newest
    preview keeps them. `meanwhile` is what others have done to the report since, which its writer
    reads in the same place.
    """
    draft = FollowUp(
        id=FollowUpId(0),
        report=report.id,
        kind=_KINDS[step.kind],
        by=step.person,
        role=role,
        agency=report.agency,
        at=report.filed_at,
        text=step.text,
    )
    lines = [say("compose-preview"), "", news.said(say, report, agency, draft)]
    if meanwhile:
        lines = [say("compose-meanwhile"), *_since(say, *meanwhile), "", *lines]
    if step.attachments:
        lines.append(f"<i>{say('compose-files')}</i>")
    rows = (
        (_does(say, report, "button-send-reporter", ComposeAct.SEND),),
        (
            _does(say, report, "button-edit", ComposeAct.EDIT),
            _does(say, report, "button-cancel", ComposeAct.CANCEL),
        ),
    )
    return Screen(
        "\n".join(lines),
        rows,
        slot=Slot.NOTICE if group else Slot.QUESTION,
        report=report.id,
        in_place=meanwhile is not None,
    )


def unsent(say: Speech, report: Report, step: Step) -> Screen:
    """The words of an answer that can go out no more, to be used again."""
    lines: list[str] = [say("compose-unsent", number=report.number)]
    if step.text:
        lines.append(f"<pre>{html.escape(step.text, quote=False)}</pre>")
    if step.attachments:
        lines.append(say("compose-unsent-files"))
    return Screen("\n".join(lines), slot=Slot.NOTICE, in_place=True)


def sent(say: Speech, report: Report, words: FollowUp) -> Screen:
    """The preview, once it has gone out."""
    lines = [
        say("compose-sent", number=report.number, moment=moment(say, words.at)),
        news.quote(say, words),
        say("compose-sent-next"),
    ]
    return Screen("\n".join(lines), slot=Slot.NOTICE, report=report.id, in_place=True)


def cancelled(say: Speech, report: Report) -> Screen:
    rows = ((Choice(say("button-card"), CaseDoes(report.id, CaseAct.LESS).pack()),),)
    return Screen(
        say("compose-cancelled", number=report.number),
        rows,
        slot=Slot.NOTICE,
        report=report.id,
        in_place=True,
    )


def _since(say: Speech, lines: Sequence[Named], view: CaseView) -> list[str]:
    """What was done, and the words that came with it."""
    words = {each.id: each for each in view.follow_ups}
    there = [words[done.follow_up] for done, _, _ in lines if done.follow_up in words]
    told = {each.id for each in there}
    acts = [each for each in lines if each[0].follow_up not in told]
    return [*(str(line(say, *each)) for each in acts), *said(say, there, view.speakers)]


def _does(say: Speech, report: Report, key: str, act: ComposeAct) -> Choice:
    return Choice(say(key), Composes(report.id, act).pack())
