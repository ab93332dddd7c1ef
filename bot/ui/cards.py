"""The officers' card: the present state of a report, who has it, until when, and what to do.

In a group a guarded report (Rahasia, wrongdoing, violence) shows no words of anybody, only number,
sector and due date; its words open in the officer's private chat.
"""

import html
from collections.abc import Sequence
from datetime import datetime

from bot.domain.agency import Agency
from bot.domain.moves import Act
from bot.domain.people import Role
from bot.domain.report import FollowUp, FollowUpKind, Report, ReportId, Status
from bot.services.records import CaseView
from bot.ui.buttons.office import BackReason, CaseAct, CaseDoes, HandsBack, HandsBackTo
from bot.ui.draft import CLASS_KEYS, files_line
from bot.ui.screen import Choice, Rows, Screen, Slot
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
) -> Screen:
    """The card with what may be done now; `whole` shows the full text, however long."""
    if view.main:
        return joined(say, view, in_place=in_place)
    hidden = group and view.report.guarded
    return Screen(
        text(say, view, group=group, whole=whole),
        _guarded_buttons(say, view.report) if hidden else _buttons(say, view),
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
        among.append(_does(say, report.id, "button-note", CaseAct.NOTE))
    if Act.HAND_OVER in view.acts:
        among.append(_does(say, report.id, "button-share", CaseAct.SHARE))
    if view.voices:
        among.append(_does(say, report.id, "button-voices", CaseAct.VOICES))
    if invites := co_invites(say, view):
        among.append(invites)
    if view.hides and Act.REVEAL in view.acts and not group:
        among.append(_does(say, report.id, "button-reveal", CaseAct.REVEAL))
    rows = (
        *(tuple(among[n : n + 2]) for n in range(0, len(among), 2)),
        (_does(say, report.id, "button-history", CaseAct.HISTORY),),
        (_does(say, report.id, opens, CaseAct.OPEN),),
        (_does(say, report.id, "button-back", CaseAct.LESS),),
    )
    return _on_card(report.id, text(say, view, group=group), rows)


def co_invites(say: Speech, view: CaseView) -> Choice | None:
    """The way to a second agency, or to its end; nothing where it may not be offered."""
    report = view.report
    if view.partner and Act.STEP_OUT in view.acts:
        key = "button-co-end" if Act.INVITE in view.acts else "button-co-leave"
        return _does(say, report.id, key, CaseAct.STEP_OUT)
    if view.partner is None and Act.INVITE in view.acts and view.agency and not report.secret:
        return _does(say, report.id, "button-co-invite", CaseAct.CO_INVITE)
    return None


def history(say: Speech, report: ReportId, lines: str) -> Screen:
    """The report's history in the place of its card."""
    return _on_card(report, lines, ((_does(say, report, "button-back", CaseAct.LESS),),))


def back_reasons(say: Speech, report: Report) -> Screen:
    """Why is it not ours?"""
    reasons = tuple(
        (Choice(say(f"button-back-{reason}"), HandsBack(report.id, reason).pack()),)
        for reason in BackReason
    )
    back = (_does(say, report.id, "button-back", CaseAct.LESS),)
    return _on_card(report.id, say("back-head", number=report.number), (*reasons, back))


def back_candidates(
    say: Speech, report: ReportId, candidates: Sequence[Agency], *, noted: bool = False
) -> Screen:
    """Whose is it then? `noted` says that a word for the admin has been kept."""
    rows = (*_candidates(report, candidates), *_search_or_unknown(say, report))
    if noted:
        return Screen(say("back-who-noted"), rows, slot=Slot.QUESTION, report=report)
    return _on_card(report, say("back-who"), rows)


def back_search(say: Speech, report: ReportId) -> Screen:
    """Ask for the name of the agency that is right."""
    rows = ((_to(say, report, "button-unknown", "-"),),)
    return Screen(say("back-search"), rows, slot=Slot.QUESTION, report=report)


def back_found(say: Speech, report: ReportId, found: Sequence[Agency]) -> Screen:
    rows = (*_candidates(report, found), *_search_or_unknown(say, report))
    key = "back-found" if found else "back-none"
    return Screen(say(key), rows, slot=Slot.QUESTION, report=report)


def handed_back(say: Speech, report: Report, candidate: Agency | None) -> Screen:
    """What stays of the card when an officer has handed the report back."""
    if candidate:
        text = say("back-done-to", number=report.number, agency=candidate.short)
    else:
        text = say("back-done", number=report.number)
    return Screen(text, report=report.id, in_place=True)


def away(say: Speech, report: Report, agency: Agency | None) -> Screen:
    """What stays of a card for those who have no right to the report any more: no words.

    Where a report is guarded they do not read who has it now either.
    """
    if agency is None or report.guarded:
        return Screen(say("case-away-admin", number=report.number), slot=Slot.CARD)
    return Screen(say("case-away", number=report.number, agency=agency.short), slot=Slot.CARD)


def stepped_out(say: Speech, report: Report) -> Screen:
    """What stays of a card for an agency that is invited no more."""
    return Screen(say("case-stepped-out", number=report.number), slot=Slot.CARD)


def withdrawn(say: Speech, report: Report) -> Screen:
    """What stays of a card for somebody who works for no agency any more."""
    return Screen(say("case-withdrawn", number=report.number), slot=Slot.CARD)


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
        lines = [head, sector(say, report), partner(say, view), *clock(say, view)]
        return "\n".join(line for line in lines if line)
    lines = [
        head,
        words(say, report, whole=whole),
        facts(say, view),
        people(say, view),
        say("case-secret") if report.secret else "",
        partner(say, view),
        *clock(say, view),
        *said(say, () if report.erased else view.follow_ups, whole=whole),
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


def said(say: Speech, follow_ups: Sequence[FollowUp], *, whole: bool = False) -> list[str]:
    """The latest words of both sides, and whether the office's have arrived.

    `whole` shows more of them; what is longer than a message goes out in several.
    """
    latest, most = (_SAID_WHOLE, None) if whole else (_SAID_LATEST, _SAID)
    return [
        say(
            "case-said",
            moment=moment(say, each.at),
            who=say(f"case-said-{each.kind.replace('_', '-')}"),
            text=Html(quoted(say, each, most)),
            mark=_mark(say, each),
        )
        for each in [f for f in follow_ups if not _went_out(f, follow_ups)][-latest:]
    ]


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


def agency_choice(agency: Agency, data: str) -> tuple[Choice, ...]:
    """A row with one agency's name, which stands alone because names are long."""
    return (Choice(agency.short, data),)


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


def _buttons(say: Speech, view: CaseView) -> Rows:
    """The wanted one first and alone, the others two a row."""
    report = view.report.id
    # Who works for both agencies speaks for the one that has the report.
    acts = view.acts - {Act.CONTRIBUTE} if Act.ANSWER in view.acts else view.acts
    there = [_does(say, report, key, press) for act, key, press in _ACTS if act in acts]
    if view.report.proposed and Act.ENDORSE in view.acts:
        there.insert(0, _does(say, report, "button-endorse", CaseAct.ENDORSE))
        there.insert(1, _does(say, report, "button-return", CaseAct.RETURN))
    first, rest = there[:1], [*there[1:], _does(say, report, "button-more", CaseAct.MORE)]
    pairs = [tuple(rest[n : n + 2]) for n in range(0, len(rest), 2)]
    return ((tuple(first),) if first else ()) + tuple(pairs)


def _guarded_buttons(say: Speech, report: Report) -> Rows:
    return ((_does(say, report.id, "button-open", CaseAct.OPEN),),)


def _candidates(report: ReportId, agencies: Sequence[Agency]) -> Rows:
    return tuple(agency_choice(a, HandsBackTo(report, a.code).pack()) for a in agencies)


def _search_or_unknown(say: Speech, report: ReportId) -> Rows:
    return (
        (_to(say, report, "button-search", "?"), _to(say, report, "button-unknown", "-")),
        (_does(say, report, "button-back", CaseAct.LESS),),
    )


def _on_card(report: ReportId, text: str, rows: Rows) -> Screen:
    return Screen(text, rows, slot=Slot.CARD, report=report, in_place=True)


def _to(say: Speech, report: ReportId, key: str, agency: str) -> Choice:
    return Choice(say(key), HandsBackTo(report, agency).pack())


def _does(say: Speech, report: ReportId, key: str, act: CaseAct) -> Choice:
    return Choice(say(key), CaseDoes(report, act).pack())
