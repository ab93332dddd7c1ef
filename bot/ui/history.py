"""The history of a report: who did what and when, never what anybody wrote."""

from collections.abc import Sequence

from bot.domain.agency import Agency
from bot.domain.moves import Act
from bot.domain.people import Role
from bot.domain.report import ArchiveReason, HistoryLine, Report
from bot.ui import warnings
from bot.ui.cards.words import moment
from bot.ui.screen import Screen
from bot.ui.texts import Html, Speech

_WITH_AGENCY = {
    Act.VERIFY,
    Act.REROUTE,
    Act.HAND_BACK,
    Act.TO_UNIT,
    Act.INVITE,
    Act.CONTRIBUTE,
    Act.STEP_OUT,
}
_ROLES = {
    Role.REPORTER: "history-reporter",
    Role.SYSTEM: "history-system",
    Role.ADMIN: "history-admin",
    Role.AGENCY_ADMIN: "history-officer",
    Role.OFFICER: "history-officer",
    Role.PARTNER: "history-officer",
}
_SAYS_WHO = {
    Act.REPLY,
    Act.COMPLETE,
    Act.CONFIRM,
    Act.REJECT,
    Act.WITHDRAW,
    Act.LAPSE,
    Act.EXPIRE,
}
"""Acts whose own words name the reporter or the system."""
_NAMED = {"unsolved": "history-unsolved", "days-off": "history-days-off"}
_ERASED = {"wish": "history-wish", "term": "history-term"}
Named = tuple[HistoryLine, str, Agency | None]
"""A line, the name of who acted (empty where it may not be read), and the agency it concerns."""


def lines(say: Speech, report: Report, named: Sequence[Named], *, latest: int | None = None) -> str:
    """Every line, oldest first, or only the latest."""
    shown = named[-latest:] if latest else named
    head = say("history-head", number=report.number)
    return "\n".join([head, *(line(say, *each) for each in shown)])


def screen(say: Speech, report: Report, named: Sequence[Named]) -> Screen:
    return Screen(lines(say, report, named))


def line(say: Speech, done: HistoryLine, name: str, agency: Agency | None) -> Html:
    """One thing that was done, when and by whom."""
    act = Act(done.act)
    shown = agency if act in _WITH_AGENCY else None
    by_reporter = done.role is Role.REPORTER
    said = act in _SAYS_WHO and done.role in {Role.REPORTER, Role.SYSTEM}
    who = say(_ROLES[done.role]) if by_reporter or not name else name
    return say(
        "history-line",
        moment=moment(say, done.at),
        act=say(f"act-{act}"),
        agency=say("history-agency", agency=shown.short) if shown else "",
        by="" if said else say("history-by", who=who),
        reason=_reason(say, act, done.reason),
    )


def _reason(say: Speech, act: Act, reason: str) -> Html | str:
    """Put the code of a reason into words."""
    if not reason:
        return ""
    if act is Act.HAND_BACK:
        return say("history-reason", reason=say(f"back-reason-{reason.partition('>')[0]}"))
    if act is Act.ERASE:
        return say("history-reason", reason=say(_ERASED[reason]))
    if act is Act.FOLLOW:
        return say("history-reason", reason=say(f"act-{reason}"))
    if act is Act.ARCHIVE:
        known = next((r for r in ArchiveReason if r.value == reason), None)
        words = say(f"archive-{known.name.lower().replace('_', '-')}") if known else reason
        return say("history-reason", reason=words)
    if reason in _NAMED:
        return say("history-reason", reason=say(_NAMED[reason]))
    return say("history-reason", reason=warnings.reason(say, reason) or reason)
