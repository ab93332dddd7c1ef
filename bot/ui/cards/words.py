"""What a card says: the present state of a report, who has it, until when, and what was said.

In a group a guarded report (Rahasia, wrongdoing, violence) shows no words of anybody, only number,
sector and due date.
"""

import html
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.agency import Agency, AgencyCode
from bot.domain.people import Role
from bot.domain.report import FollowUp, FollowUpKind, Report, Status
from bot.services.records import CaseView
from bot.ui.draft import CLASS_KEYS, files_line
from bot.ui.texts import Html, Speech

SHOWN = 1200
"""How many letters of a report its card repeats."""
_KEPT_IN_OFFICE = {FollowUpKind.HAND_BACK, FollowUpKind.NOTE, FollowUpKind.PROPOSAL}
_SAID = 200
_SAID_LATEST = 3
_SAID_WHOLE = 12
_STATES = {
    Status.UNVERIFIED: "unverified",
    Status.DISPATCHED: "new",
    Status.IN_PROGRESS: "in-progress",
    Status.REPORTER_REPLIED: "replied",
    Status.WAITING: "waiting",
    Status.CLOSED_BY_REPORTER: "closed-by-reporter",
    Status.CLOSED_BY_SYSTEM: "closed-by-system",
    Status.CLOSED_BY_ADMIN: "closed-by-admin",
    Status.ARCHIVED_BY_ADMIN: "archived-by-admin",
    Status.ARCHIVED_BY_SYSTEM: "archived-by-system",
    Status.ARCHIVED_BY_REPORTER: "archived-by-reporter",
    Status.BLOCKED: "blocked",
}


def queue_line(say: Speech, report: Report, asked: datetime | None) -> Html:
    """One report of a queue; no date passes while its reporter has been `asked` for more."""
    if asked:
        return say(
            "queue-line-asked",
            number=report.number,
            title=report.title,
            day=say.short_day(asked),
        )
    return say(
        "queue-line",
        number=report.number,
        title=report.title,
        state=state(say, report),
        day=say.short_day(report.due_at),
    )


def state(say: Speech, report: Report) -> Html:
    """The status in the words of the office."""
    if report.settled_at and report.status is Status.IN_PROGRESS:
        return say("case-state-settled")
    if report.proposed and report.status.is_open:
        return say("case-state-proposed")
    if report.status is Status.IN_PROGRESS and report.answered_at is None:
        return say("case-state-taken")
    return say(f"case-state-{_STATES[report.status]}")


def text(say: Speech, view: CaseView, *, group: bool = False, whole: bool = False) -> str:
    """All that a card says."""
    report = view.report
    head = say(
        "case-head",
        number=report.number,
        kind=say(CLASS_KEYS[report.report_class]),
        state=state(say, report),
    )
    if group and report.guarded:
        lines = [
            head,
            sector(say, report),
            partner(say, view),
            *clock(say, view),
            nobody(say, view),
        ]
        return "\n".join(line for line in lines if line)
    lines = [
        head,
        words(say, report, whole=whole),
        facts(say, view),
        people(say, view),
        say("case-secret") if report.secret else "",
        partner(say, view),
        *clock(say, view),
        *said(say, () if report.erased else view.follow_ups, view.speakers, whole=whole),
        nobody(say, view) if group else "",
    ]
    return "\n".join(line for line in lines if line)


def words(say: Speech, report: Report, *, whole: bool = False) -> str:
    """The reporter's words, shortened where they are long."""
    if report.erased:
        return say(f"case-erased-{report.erased}")
    told = report.text
    if whole or len(told) <= SHOWN:
        return html.escape(told, quote=False)
    cut = told[:SHOWN].rsplit(" ", 1)[0]
    return f"{html.escape(cut, quote=False)} {say('case-more', count=len(told))}"


def facts(say: Speech, view: CaseView) -> str:
    """Place, map, day, files and reporter, in one line."""
    report = view.report
    if report.erased:
        return ""
    place = report.place
    parts = [html.escape(place.label, quote=False) if place else say("case-no-place")]
    if place and place.pin:
        latitude, longitude = f"{place.pin.latitude:.5f}", f"{place.pin.longitude:.5f}"
        parts.append(say("case-map", latitude=latitude, longitude=longitude))
    if happened := report.happened:
        key = "case-since" if happened.since else "case-happened"
        parts.append(say(key, day=say.short_day(happened.day)))
    if files := files_line(say, view.attachments):
        parts.append(Html(files))
    if report.anonymous:
        parts.append(say("case-reporter-anonymous"))
    else:
        parts.append(say("case-reporter", name=view.reporter_name))
    return " · ".join(parts)


def people(say: Speech, view: CaseView) -> str:
    """How many report it, where it is more than one."""
    return say("case-voices", count=view.people) if view.people > 1 else ""


def partner(say: Speech, view: CaseView) -> str:
    """Which two agencies work on it, and which of them has it."""
    if view.partner is None or view.agency is None:
        return ""
    return say("case-partner", agency=view.agency.short, partner=view.partner.short)


def nobody(say: Speech, view: CaseView) -> str:
    """In a group that nobody may act in: who has it meanwhile, and how to be let in."""
    there = view.report.status.is_open and view.agency is not None
    return say("case-nobody") if there and not view.staffed else ""


def sector(say: Speech, report: Report) -> str:
    """What a guarded report shows in a group in the place of its words."""
    return say("case-guarded", sector=say(f"sector-{report.sector or 'lain'}"))


def clock(say: Speech, view: CaseView) -> list[str]:
    """Until when, and what has been done so far."""
    report = view.report
    lines = _due(say, view)
    if view.law_due and report.status.is_open:
        lines.append(say("case-due-law", day=say.short_day(view.law_due)))
    if view.taken_by and report.taken_at is None:
        lines.append(say("case-given-to", name=view.taken_by))
    elif view.taken_by and report.taken_at:
        lines.append(say("case-taken-by", name=view.taken_by, moment=moment(say, report.taken_at)))
    if report.answered_at:
        lines.append(say("case-answered-at", moment=moment(say, report.answered_at)))
    if report.unsolved:
        lines.append(say("case-unsolved", times=report.unsolved))
    if report.rating:
        lines.append(say("case-rated", stars=report.rating))
    return lines


def _due(say: Speech, view: CaseView) -> list[str]:
    """Until when the office has time, and that it has let it pass."""
    report = view.report
    if report.status is Status.WAITING:
        return [say("case-stopped")]
    unanswered = report.answered_at is None or report.status is Status.UNVERIFIED
    if report.status.is_open and unanswered:
        late, day = view.working_days_left < 0, say.short_day(report.due_at)
        if view.promised:
            key = "case-overdue" if late else "case-due"
        else:
            key = "case-overdue-verify" if late else "case-due-verify"
        return [say(key, day=day, left=_left(say, view.working_days_left))]
    if view.settle_due:
        key = "case-overdue-settle" if view.settle_days_left < 0 else "case-due-settle"
        left = _left(say, view.settle_days_left)
        return [say(key, day=say.short_day(view.settle_due), left=left)]
    return []


def said(
    say: Speech,
    follow_ups: Sequence[FollowUp],
    speakers: Mapping[AgencyCode, Agency],
    *,
    whole: bool = False,
) -> list[str]:
    """The latest words of both sides, and whether the office's have arrived.

    `speakers` are named, being other agencies than the one that has it. `whole` shows more of them;
    what is longer than a message goes out in several.
    """
    latest, most = (_SAID_WHOLE, None) if whole else (_SAID_LATEST, _SAID)
    return [
        say(
            "case-said",
            moment=moment(say, each.at),
            who=_who(say, each, speakers),
            text=Html(quoted(say, each, most)),
            mark=_mark(say, each),
        )
        for each in [f for f in follow_ups if not _went_out(f, follow_ups)][-latest:]
    ]


def _who(say: Speech, said: FollowUp, speakers: Mapping[AgencyCode, Agency]) -> Html:
    kind = say(f"case-said-{said.kind.replace('_', '-')}")
    other = speakers.get(said.agency) if said.agency and said.role is not Role.REPORTER else None
    return say("case-said-by", kind=kind, agency=other.short) if other else kind


def _went_out(said: FollowUp, follow_ups: Sequence[FollowUp]) -> bool:
    """A proposed closing that was agreed to stands there as the closing itself."""
    return said.kind is FollowUpKind.PROPOSAL and any(
        each.kind is FollowUpKind.CLOSING and each.text == said.text for each in follow_ups
    )


def quoted(say: Speech, said: FollowUp, most: int | None = None) -> str:
    """Somebody's words as HTML; where there are none, that they sent files."""
    return quoted_text(say, said.text, most)


def quoted_text(say: Speech, text: str, most: int | None = None) -> str:
    """Words as HTML, shortened; where there are none, that there were files."""
    told = text.strip()
    if most is not None and len(told) > most:
        told = f"{told[:most].rstrip()}…"
    return html.escape(told, quote=False) or say("case-said-files")


def moment(say: Speech, at: datetime) -> str:
    """ "Sel 24 Nov 09.12"."""
    return f"{say.short_day(at)} {say.time(at)}"


def _left(say: Speech, days: int) -> Html:
    if days > 0:
        return say("case-left", days=days)
    if days < 0:
        return say("case-late", days=-days)
    return say("case-left-today")


def _mark(say: Speech, said: FollowUp) -> Html | str:
    if said.role is Role.REPORTER or said.kind in _KEPT_IN_OFFICE:
        return ""
    if said.undelivered:
        return say("case-mark-blocked")
    return say("case-mark-arrived" if said.delivered_at else "case-mark-waiting")
