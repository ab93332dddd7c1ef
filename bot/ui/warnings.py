"""What the clocks say: to the reporter who is waited for or kept waiting, and to the office."""

from datetime import date

from bot.domain.clocks import CLIMBED, OVER, ClockKind, read_code
from bot.domain.notice import NoticeKind
from bot.domain.people import Role
from bot.domain.report import Report, Status
from bot.services.records import CaseView, ReportView
from bot.services.timekeeping import read_about
from bot.ui.buttons.citizen import ReportAct, ReportDoes
from bot.ui.buttons.desk import DeskAct, DeskDoes
from bot.ui.buttons.office import CaseAct, CaseDoes
from bot.ui.reports import solved_or_not
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

_OFFICE = {Role.OFFICER, Role.AGENCY_ADMIN}
_SOON = {
    ClockKind.VERIFY: "warned-verify",
    ClockKind.ANSWER: "warned-answer",
    ClockKind.SETTLE: "warned-settle",
}
_LATE = {
    ClockKind.VERIFY: "warned-late-verify",
    ClockKind.ANSWER: "warned-late-answer",
    ClockKind.SETTLE: "warned-late-settle",
}
_CLOCKS = {
    ClockKind.VERIFY: "history-clock-verify",
    ClockKind.ANSWER: "history-clock-answer",
    ClockKind.SETTLE: "history-clock-settle",
    ClockKind.SILENCE: "history-clock-silence",
    ClockKind.COMPLETE: "history-clock-complete",
}


def reminder(say: Speech, view: ReportView, about: str) -> tuple[Html, Rows] | None:
    """We wait for the reporter, and until when; None when they have spoken since."""
    report, (code, day) = view.report, read_about(about)
    agency = view.agency.short if view.agency else say("someone")
    shows = _shows(say, report, "button-view", ReportAct.VIEW)
    if day is None:
        return None
    if code.startswith(ClockKind.COMPLETE) and report.status is Status.WAITING:
        reply = _shows(say, report, "button-reply", ReportAct.REPLY)
        return say("remind-question", day=day), ((reply, shows),)
    if not code.startswith(ClockKind.SILENCE) or report.status is not Status.IN_PROGRESS:
        return None
    key = "remind-settled" if report.settled_at else "remind-answered"
    return say(key, agency=agency, day=day), (solved_or_not(say, report), (shows,))


def news(say: Speech, kind: NoticeKind, view: ReportView, about: str) -> Html | None:
    """What the reporter reads of a date that has passed, or that was moved."""
    if kind is NoticeKind.DELAYED:
        return say("notice-delayed", day=say.day(view.report.due_at))
    return _late(say, view, about)


def _late(say: Speech, view: ReportView, about: str) -> Html | None:
    """The office has let a date pass; None when it has moved since."""
    report, (code, _) = view.report, read_about(about)
    found = read_code(code)
    if found is None or not _still(report, found[0]):
        return None
    if found[0] is ClockKind.VERIFY:
        return say("late-verify")
    if view.agency is None or not view.staffed:
        return say("late-admin")
    key = "late-answer" if found[0] is ClockKind.ANSWER else "late-settle"
    return say(key, agency=view.agency.short)


def warned(
    say: Speech, view: CaseView, roles: frozenset[Role], about: str, *, group: bool
) -> Screen | None:
    """A date comes near or has passed; None when the report has moved since."""
    report, (code, day) = view.report, read_about(about)
    words = _words(say, report, code, day)
    if words is None:
        return None
    quiet = group and report.guarded
    head = (
        say("said-head-guarded", number=report.number)
        if quiet
        else say("said-head", number=report.number, title=report.title)
    )
    lines = [head, words]
    if Role.OFFICER not in roles and view.agency and report.status is not Status.UNVERIFIED:
        lines.append(say("warned-at", agency=view.agency.short))
    lines.extend(_who_else(say, view, roles, code))
    rows = (_ways_on(say, view, roles),)
    return Screen("\n".join(lines), rows, slot=Slot.NOTICE, report=report.id)


def reason(say: Speech, code: str) -> Html | None:
    """What a line of history says of a clock; None where the code is no clock's."""
    found = read_code(code)
    if found is None:
        return None
    clock = say(_CLOCKS[found[0]])
    if found[1] > OVER:
        return say("history-clock-again", clock=clock)
    return say("history-clock", clock=clock, percent=found[1])


def _who_else(say: Speech, view: CaseView, roles: frozenset[Role], code: str) -> list[Html]:
    """When it has climbed: the other side, which hears of it too."""
    found = read_code(code)
    if found is None or found[1] != CLIMBED or not view.staffed:
        return []
    if Role.ADMIN in roles:
        return [] if roles & _OFFICE else [say("warned-told")]
    return [say("warned-told-admins")]


def _words(say: Speech, report: Report, code: str, day: date | None) -> Html | None:
    if not report.status.is_open:
        return None
    found = read_code(code)
    if found is None:
        return say("warned-unsolved", times=report.unsolved)
    clock, rung = found
    if not _still(report, clock) or day is None:
        return None
    return say(_LATE[clock] if rung >= OVER else _SOON[clock], day=day)


def _still(report: Report, clock: ClockKind) -> bool:
    """Whether the office still owes what this clock waits for."""
    if not report.status.is_open or report.status is Status.WAITING:
        return False
    if clock is ClockKind.VERIFY:
        return report.status is Status.UNVERIFIED
    if clock is ClockKind.ANSWER:
        return report.answered_at is None
    return report.settled_at is None


def _ways_on(say: Speech, view: CaseView, roles: frozenset[Role]) -> tuple[Choice, ...]:
    report, card = view.report.id, say("button-card")
    if Role.ADMIN in roles and not roles & _OFFICE:
        return (Choice(card, DeskDoes(report, DeskAct.OPEN).pack()),)
    opens = Choice(card, CaseDoes(report, CaseAct.OPEN).pack())
    return (Choice(say("button-answer"), CaseDoes(report, CaseAct.ANSWER).pack()), opens)


def _shows(say: Speech, report: Report, key: str, act: ReportAct) -> Choice:
    return Choice(say(key), ReportDoes(report.id, act).pack())
