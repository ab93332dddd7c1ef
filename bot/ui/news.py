"""What the reporter hears of a filed report: each message has its number and what comes next."""

import html

from bot.domain.agency import Agency
from bot.domain.notice import NoticeKind
from bot.domain.people import Role
from bot.domain.report import ArchiveReason, FollowUp, FollowUpKind, Report, Status
from bot.services.hearing import TOGETHER
from bot.services.records import ReportView
from bot.ui import warnings
from bot.ui.buttons.citizen import ReportAct, ReportDoes
from bot.ui.reports import solved_or_not, state
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

KINDS = {
    NoticeKind.SENT_ON,
    NoticeKind.REROUTED,
    NoticeKind.TAKEN,
    NoticeKind.ANSWERED,
    NoticeKind.ASKED,
    NoticeKind.SETTLED,
    NoticeKind.CLOSED,
    NoticeKind.ARCHIVED,
    NoticeKind.MERGED,
    NoticeKind.PARTED,
    NoticeKind.PIN_USED,
    NoticeKind.JOINED_BY,
    NoticeKind.STEPPED_OUT,
    NoticeKind.REMINDED,
    NoticeKind.LATE,
    NoticeKind.DELAYED,
}
"""What a reporter hears of."""


def screen(
    say: Speech, kind: NoticeKind, view: ReportView, follow_up: FollowUp | None, about: str = ""
) -> Screen | None:
    """The message of a notice to the reporter; None where there is nothing to say of it."""
    report, agency = view.report, view.agency
    if follow_up:
        return Screen(
            said(say, report, agency, follow_up),
            _answers(say, report, follow_up),
            files=follow_up.attachments,
            slot=Slot.NOTICE,
            report=report.id,
        )
    if kind is NoticeKind.REMINDED:
        return _reminder(say, view, about)
    words = _TOLD_BY.get(kind, _words)(say, kind, view, about)
    if words is None:
        return None
    rows: Rows = ((_does(say, report, "button-view", ReportAct.VIEW),),)
    if kind is NoticeKind.MERGED:
        rows = (*rows, (_does(say, report, "button-leave", ReportAct.LEAVE),))
    if kind is NoticeKind.CLOSED and report.status is not Status.ARCHIVED_BY_SYSTEM:
        rows = ((_does(say, report, "button-unsolved", ReportAct.UNSOLVED),), *rows)
    text = words if kind is NoticeKind.PIN_USED else f"{head(say, report)}\n{words}"
    return Screen(text, rows, slot=Slot.NOTICE, report=report.id)


def _reminder(say: Speech, view: ReportView, about: str) -> Screen | None:
    told = warnings.reminder(say, view, about)
    if told is None:
        return None
    words, rows = told
    text = f"{head(say, view.report)}\n{words}"
    return Screen(text, rows, slot=Slot.NOTICE, report=view.report.id)


def head(say: Speech, report: Report) -> Html:
    return say("notice-head", number=report.number, title=report.title)


def quote(say: Speech, said: FollowUp) -> str:
    """The words themselves; nothing where only files were sent."""
    told = html.escape(said.text.strip(), quote=False)
    return say("notice-quote", text=Html(told)) if told else say("notice-files")


def said(say: Speech, report: Report, agency: Agency | None, follow_up: FollowUp) -> str:
    """An answer, a question or a closing as the reporter reads it."""
    name = agency.short if agency else say("someone")
    elsewhere = follow_up.role is Role.ADMIN
    if follow_up.kind is FollowUpKind.QUESTION:
        asked = elsewhere and agency is None
        opening = say("notice-asked-admin") if asked else say("notice-asked", agency=name)
        closing = say("notice-asked-next")
    elif follow_up.kind is FollowUpKind.CLOSING:
        opening, closing = say("notice-settled", agency=name), say("notice-settled-next")
    elif follow_up.kind is FollowUpKind.CONTRIBUTION:
        opening, closing = say("notice-contributed", agency=name), Html("")
    else:
        key = "notice-answered-elsewhere" if elsewhere else "notice-answered"
        opening, closing = say(key, agency=name), Html("")
    lines = (head(say, report), opening, quote(say, follow_up), closing)
    return "\n".join(line for line in lines if line)


def _words(say: Speech, kind: NoticeKind, view: ReportView, about: str) -> Html | None:
    report = view.report
    agency = view.agency.short if view.agency else say("someone")
    day = say.day(report.due_at)
    match kind:
        case NoticeKind.TAKEN:
            return say("notice-taken", agency=agency, day=day)
        case NoticeKind.SENT_ON:
            key = "notice-sent-on" if view.staffed else "notice-sent-on-unstaffed"
            return say(key, agency=agency, day=day)
        case NoticeKind.REROUTED:
            return say("notice-rerouted", agency=agency, day=day)
        case NoticeKind.ARCHIVED:
            return say("notice-archived", reason=archive_reason(say, about))
        case NoticeKind.MERGED:
            words = say("notice-merged", count=view.people)
            return Html(f"{words}\n{state(say, report, agency)}")
        case NoticeKind.PARTED:
            return Html(f"{say('notice-parted')}\n{state(say, report, agency)}")
        case NoticeKind.CLOSED if about == TOGETHER:
            return say("notice-closed-together")
        case NoticeKind.PIN_USED:
            return say("pin-used", number=report.number)
        case NoticeKind.CLOSED:
            return _closed(say, report)
        case _:
            return None


def _of_two(say: Speech, kind: NoticeKind, view: ReportView, about: str) -> Html | None:  # noqa: ARG001
    """A second agency works on it, or does no more."""
    if view.partner is None:
        return None
    agency = view.agency.short if view.agency else say("someone")
    key = "notice-joined-by" if kind is NoticeKind.JOINED_BY else "notice-stepped-out"
    return say(key, agency=agency, partner=view.partner.short)


_TOLD_BY = {
    NoticeKind.LATE: warnings.news,
    NoticeKind.DELAYED: warnings.news,
    NoticeKind.JOINED_BY: _of_two,
    NoticeKind.STEPPED_OUT: _of_two,
}


def archive_reason(say: Speech, name: str) -> Html:
    """A reason for archiving, in the words of citizens, by the name of its code."""
    known = name if name in ArchiveReason.__members__ else ArchiveReason.UNCLEAR.name
    return say(f"archive-{known.lower().replace('_', '-')}")


def _closed(say: Speech, report: Report) -> Html | None:
    if report.status is Status.ARCHIVED_BY_SYSTEM:
        return say("notice-expired")
    if report.status is Status.CLOSED_BY_SYSTEM:
        return say("notice-closed-system")
    if report.status is Status.CLOSED_BY_ADMIN:
        return say("notice-closed-admin")
    return None


def _answers(say: Speech, report: Report, follow_up: FollowUp) -> Rows:
    view = _does(say, report, "button-view", ReportAct.VIEW)
    if follow_up.kind is FollowUpKind.CLOSING and report.settled_at:
        return (solved_or_not(say, report), (view,))
    return ((_does(say, report, "button-reply", ReportAct.REPLY), view),)


def _does(say: Speech, report: Report, key: str, act: ReportAct) -> Choice:
    return Choice(say(key), ReportDoes(report.id, act).pack())
