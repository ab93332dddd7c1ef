"""A closing that waits for a second person: asked of colleagues, confirmed or sent back."""

from bot.domain.report import FollowUp, Report, ReportId
from bot.services.records import CaseView
from bot.ui.buttons.office import CaseAct, CaseDoes, ComposeAct, Composes
from bot.ui.cards.words import moment, quoted
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech


def asked(say: Speech, view: CaseView, proposal: FollowUp, writer: str, *, group: bool) -> Screen:
    """To whoever may confirm it; in a group no words of a guarded report."""
    report = view.report
    if group and report.guarded:
        rows: Rows = ((_does(say, report.id, "button-open", CaseAct.OPEN),),)
        text = say("closing-asked-guarded", number=report.number, name=writer)
        return Screen(text, rows, slot=Slot.NOTICE, report=report.id)
    text = say(
        "closing-asked",
        number=report.number,
        title=report.title,
        name=writer,
        text=Html(quoted(say, proposal)),
    )
    rows = (
        (_does(say, report.id, "button-endorse", CaseAct.ENDORSE),),
        (
            _does(say, report.id, "button-return", CaseAct.RETURN),
            _does(say, report.id, "button-card", CaseAct.OPEN),
        ),
    )
    return Screen(text, rows, files=proposal.attachments, slot=Slot.NOTICE, report=report.id)


def waits(say: Speech, report: Report, proposal: FollowUp) -> Screen:
    """What stays of the preview when the closing waits for a second person."""
    lines = [
        say("closing-waits", number=report.number, moment=moment(say, proposal.at)),
        say("notice-quote", text=Html(quoted(say, proposal))),
    ]
    return Screen("\n".join(lines), slot=Slot.NOTICE, report=report.id, in_place=True)


def ask_why(say: Speech, report: Report, *, group: bool) -> Screen:
    """What is missing?"""
    lines = [say("closing-ask-why", number=report.number)]
    if group:
        lines.append(say("compose-reply-here"))
    cancel = Choice(say("button-cancel"), Composes(report.id, ComposeAct.CANCEL).pack())
    slot = Slot.NOTICE if group else Slot.QUESTION
    return Screen("\n".join(lines), ((cancel,),), slot=slot, report=report.id)


def sent_back(say: Speech, report: Report) -> Screen:
    return Screen(
        say("closing-sent-back", number=report.number), slot=Slot.NOTICE, report=report.id
    )


def returned(say: Speech, view: CaseView, proposal: FollowUp, why: FollowUp, name: str) -> Screen:
    """To the writer: who sent it back and why, with the words that were written."""
    report = view.report
    text = say(
        "closing-returned",
        number=report.number,
        title=report.title,
        name=name,
        text=Html(quoted(say, why)),
        mine=Html(quoted(say, proposal)),
    )
    rows: Rows = (
        (_does(say, report.id, "button-settle", CaseAct.SETTLE),),
        (_does(say, report.id, "button-card", CaseAct.OPEN),),
    )
    return Screen(text, rows, slot=Slot.NOTICE, report=report.id)


def _does(say: Speech, report: ReportId, key: str, act: CaseAct) -> Choice:
    return Choice(say(key), CaseDoes(report, act).pack())
