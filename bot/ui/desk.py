"""The admins' card and queue: what the routing suggests and why, and where the report may go."""

import html
from collections.abc import Sequence

from bot.domain.agency import Agency
from bot.domain.moves import Act
from bot.domain.report import ArchiveReason, FollowUp, FollowUpKind, Report, ReportId, Status
from bot.domain.suggestion import Care
from bot.services.desk import Page
from bot.services.records import CaseView
from bot.ui.buttons.desk import DeskAct, DeskArchives, DeskDoes, DeskQueue, DeskRoutes
from bot.ui.cards.choices import agency_choice
from bot.ui.cards.face import co_invites, joined
from bot.ui.cards.handing_back import not_theirs
from bot.ui.cards.words import (
    clock,
    facts,
    partner,
    people,
    queue_line,
    quoted,
    said,
    state,
    words,
)
from bot.ui.draft import CLASS_KEYS, listed, telling
from bot.ui.reports import short
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

_NOTED = 800
"""How many letters of an officer's word to the admin the card repeats."""
_SURE = 0.5
"""From this chance on the first suggestion is a thing to approve."""
_OTHERS = 2
"""How many alternatives stand beside the first suggestion."""


def card(say: Speech, view: CaseView, *, whole: bool = False, in_place: bool = False) -> Screen:
    """The report with the suggestion, its reasons, and every way on."""
    if view.main:
        return joined(say, view, slot=Slot.ADMIN_CARD, in_place=in_place)
    return Screen(
        _text(say, view, whole=whole),
        _buttons(say, view),
        files=() if in_place else view.attachments,
        slot=Slot.ADMIN_CARD,
        report=view.report.id,
        in_place=in_place,
    )


def choices(view: CaseView) -> tuple[Agency, ...]:
    """Where it may go, best first.

    The candidate of whoever handed it back stands before the routing's. Not offered is who has it
    now, nor who has ever handed it back because it is not theirs. A report that accuses is offered
    to those who watch over the accused and to nobody else: any other agency an admin types by name.
    """
    suggested = [agency for agency, _, _ in view.suggested]
    if view.report.care is Care.ACCUSES:
        suggested = suggested[:1]
    elif view.candidate:
        suggested.insert(0, view.candidate)
    out = {view.report.agency, *not_theirs(view)}
    kept = {agency.code: agency for agency in suggested if agency.code not in out}
    return tuple(kept.values())[: _OTHERS + 1]


def archive_menu(say: Speech, report: Report) -> Screen:
    """The six reasons of the national system."""
    made = [
        Choice(say(f"button-archive-{_code(reason)}"), DeskArchives(report.id, n).pack())
        for n, reason in enumerate(ArchiveReason)
    ]
    rows = tuple(tuple(made[n : n + 2]) for n in range(0, len(made), 2))
    back = (_does(say, report.id, "button-back", DeskAct.BACK),)
    return _on_card(report.id, say("desk-archive", number=report.number), (*rows, back))


def archived(say: Speech, report: Report, reason: ArchiveReason) -> Screen:
    text = say("desk-archived", number=report.number, reason=say(f"archive-{_code(reason)}"))
    return _on_card(report.id, text, _over_row(say, report.id))


def search(say: Speech, report: Report) -> Screen:
    """Ask for an agency's name; no reply is needed, in private the next words are the answer."""
    rows = ((_does(say, report.id, "button-back", DeskAct.BACK),),)
    return Screen(say("desk-search", number=report.number), rows, slot=Slot.QUESTION)


def found(say: Speech, report: Report, agencies: Sequence[Agency]) -> Screen:
    key = "desk-found" if agencies else "desk-none"
    words = say(key, number=report.number) if agencies else say(key)
    back = (_does(say, report.id, "button-back", DeskAct.BACK),)
    return Screen(words, (*_routes(report.id, agencies), back), slot=Slot.QUESTION)


def routed(say: Speech, report: Report, agency: Agency, *, staffed: bool) -> Screen:
    """What stays of a list of agencies when one was chosen."""
    key = "desk-routed" if staffed else "desk-routed-unstaffed"
    rows = ((_does(say, report.id, "button-card", DeskAct.OPEN),), _queue_row(say))
    text = say(key, number=report.number, agency=agency.short)
    return Screen(text, rows, report=report.id, in_place=True)


def history(say: Speech, report: ReportId, lines: str) -> Screen:
    """The report's history in the place of its card."""
    return _on_card(report, lines, ((_does(say, report, "button-back", DeskAct.BACK),),))


def away(say: Speech, report: Report) -> Screen:
    """What stays of a card for somebody who is no admin any more."""
    return Screen(say("desk-not-admin", number=report.number), slot=Slot.ADMIN_CARD)


def queue(say: Speech, page: Page, *, in_place: bool = False) -> Screen:
    """A page of what waits for the admins."""
    if not page.reports:
        return Screen(say("desk-queue-none"), in_place=in_place)
    lines: list[str] = [say("desk-queue-head", count=page.total)]
    for report in page.reports:
        lines.append("")
        lines.append(queue_line(say, report, page.asked.get(report.id)))
        if agency := page.agencies.get(report.id):
            lines.append(say("desk-queue-at", agency=agency.short))
        elif report.hops:
            lines.append(say("desk-queue-back", times=report.hops))
    rows: list[tuple[Choice, ...]] = [
        (_labelled(short(report.title), report.id, DeskAct.OPEN),) for report in page.reports
    ]
    turns = []
    if page.page > 0:
        turns.append(Choice(say("button-newer"), DeskQueue(page.page - 1).pack()))
    if page.page + 1 < page.pages:
        turns.append(Choice(say("button-older"), DeskQueue(page.page + 1).pack()))
    if turns:
        rows.append(tuple(turns))
    return Screen("\n".join(lines), tuple(rows), in_place=in_place)


def _told(view: CaseView) -> list[FollowUp]:
    """What was said, but for hand-backs, which have a line of their own; of erased reports none."""
    kept = () if view.report.erased else view.follow_ups
    return [each for each in kept if each.kind is not FollowUpKind.HAND_BACK]


def _text(say: Speech, view: CaseView, *, whole: bool) -> str:
    report = view.report
    lines = [
        say(
            "case-head",
            number=report.number,
            kind=say(CLASS_KEYS[report.report_class]),
            state=state(say, report),
        ),
        words(say, report, whole=whole),
        facts(say, view),
        say("desk-category", category=report.category) if report.category else "",
        people(say, view),
        say("case-secret") if report.secret else "",
        _care(say, report),
        partner(say, view),
        _resting(say, view),
        *clock(say, view),
        *said(say, _told(view), view.speakers),
        *_handed_back(say, view),
        _where(say, view),
    ]
    return "\n".join(line for line in lines if line)


def _care(say: Speech, report: Report) -> str:
    if report.care is Care.ACCUSES:
        return say("desk-accuses")
    return say("desk-violence") if report.care is Care.VIOLENCE else ""


def _resting(say: Speech, view: CaseView) -> str:
    """Who was invited, and goes on once the report is sent on."""
    if view.resting is None or not view.report.status.is_open:
        return ""
    return say("desk-partner-rests", partner=view.resting.short)


def _handed_back(say: Speech, view: CaseView) -> list[str]:
    """The officer's reason, candidate and word, and how often this has happened."""
    back = view.handed_back
    if back is None:
        return []
    reason = back.reason.partition(">")[0]
    name = view.handed_back_by.short if view.handed_back_by else say("someone")
    lines: list[str] = [
        say("desk-back", agency=name, reason=say(f"back-reason-{reason}")),
    ]
    if view.candidate:
        lines.append(say("desk-back-candidate", agency=view.candidate.short))
    noted = next((f for f in view.follow_ups if f.id == back.follow_up), None)
    if noted:
        lines.append(say("desk-back-words", text=Html(quoted(say, noted, _NOTED))))
    if earlier := dict.fromkeys(agency.short for agency, _ in view.returned[:-1]):
        names = listed(say, [html.escape(name, quote=False) for name in earlier])
        lines.append(say("desk-back-before", agencies=Html(names)))
    return lines


def _where(say: Speech, view: CaseView) -> str:
    """Whose it is, or whose it may be and why."""
    report = view.report
    if not report.status.is_open:
        return ""
    if view.agency and report.status is not Status.UNVERIFIED:
        key = "desk-at" if view.staffed else "desk-at-unstaffed"
        return say(key, agency=view.agency.short)
    if report.status is Status.WAITING:
        return ""
    known = {agency.code: (chance, reasons) for agency, chance, reasons in view.suggested}
    parts: list[str] = []
    for agency in choices(view):
        if agency.code not in known or agency == view.candidate:
            continue
        chance, reasons = known[agency.code]
        percent = round(chance * 100)
        if parts:
            parts.append(say("desk-suggested-other", agency=agency.short, percent=percent))
        else:
            because = _because(say, reasons)
            parts.append(
                say("desk-suggested", agency=agency.short, percent=percent, because=because)
            )
    if parts or choices(view):
        return " · ".join(parts)
    if report.sector and not (report.place and report.place.region):
        return say("desk-no-place", sector=say(f"sector-{report.sector}"))
    return say("desk-no-suggestion")


def _because(say: Speech, reasons: Sequence[str]) -> Html | str:
    if not reasons:
        return ""
    marked = [f"<i>{html.escape(reason, quote=False)}</i>" for reason in telling(reasons)]
    return say("desk-because", words=Html(listed(say, marked)))


def _buttons(say: Speech, view: CaseView) -> Rows:
    report = view.report
    if Act.VERIFY in view.acts:
        return _unverified_buttons(say, view)
    if not report.status.is_open:
        return _over_row(say, report.id)
    rows: list[tuple[Choice, ...]] = []
    if view.agency and not view.staffed:
        rows.append(
            (
                _does(say, report.id, "button-answer", DeskAct.ANSWER),
                _does(say, report.id, "button-settle", DeskAct.SETTLE),
            )
        )
    more = []
    if Act.ASK in view.acts:
        more.append(_does(say, report.id, "button-desk-ask", DeskAct.ASK))
    if Act.REROUTE in view.acts and view.agency:
        more.append(_does(say, report.id, "button-reroute", DeskAct.SEARCH))
        if view.staffed:
            more.append(_does(say, report.id, "button-pull-back", DeskAct.PULL_BACK))
    more.append(_does(say, report.id, "button-archive", DeskAct.ARCHIVE))
    more.append(_does(say, report.id, "button-history", DeskAct.HISTORY))
    more.extend(_together(say, view))
    rows.extend(tuple(more[n : n + 2]) for n in range(0, len(more), 2))
    return (*rows, _queue_row(say))


def _together(say: Speech, view: CaseView) -> list[Choice]:
    """What an open report offers beside others on the same problem; a guarded one stays alone."""
    report = view.report
    made = [] if report.guarded else [_does(say, report.id, "button-merge", DeskAct.MERGE)]
    if view.voices:
        made.append(_does(say, report.id, "button-voices", DeskAct.VOICES))
    if invites := co_invites(say, view):
        made.append(invites)
    if view.hides and Act.REVEAL in view.acts:
        made.append(_does(say, report.id, "button-reveal", DeskAct.REVEAL))
    return made


def _unverified_buttons(say: Speech, view: CaseView) -> Rows:
    """The best choice first and alone, by its name where an officer or a faint guess names it."""
    report = view.report.id
    there = choices(view)
    rows: list[tuple[Choice, ...]] = []
    if there:
        best = there[0].code
        sure = any(a.code == best and chance >= _SURE for a, chance, _ in view.suggested)
        proposed = view.candidate is not None and view.candidate.code == best
        label = say("button-approve") if sure and not proposed else there[0].short
        rows.append((Choice(label, DeskRoutes(report, best).pack()),))
        rows.extend(_routes(report, there[1:]))
    rows.append(
        (
            _does(say, report, "button-desk-search", DeskAct.SEARCH),
            _does(say, report, "button-desk-ask", DeskAct.ASK),
        )
    )
    rows.append(
        (
            _does(say, report, "button-archive", DeskAct.ARCHIVE),
            _does(say, report, "button-history", DeskAct.HISTORY),
        )
    )
    if together := _together(say, view):
        rows.append(tuple(together))
    return tuple(rows)


def _queue_row(say: Speech) -> tuple[Choice, ...]:
    """On to the next one, where this one is decided."""
    return (Choice(say("button-queue-desk"), DeskQueue(0).pack()),)


def _over_row(say: Speech, report: ReportId) -> Rows:
    """What a report offers that is over."""
    return ((_does(say, report, "button-history", DeskAct.HISTORY), *_queue_row(say)),)


def _routes(report: ReportId, agencies: Sequence[Agency]) -> Rows:
    return tuple(agency_choice(a, DeskRoutes(report, a.code).pack()) for a in agencies)


def _code(reason: ArchiveReason) -> str:
    return reason.name.lower().replace("_", "-")


def _on_card(report: ReportId, text: str, rows: Rows) -> Screen:
    return Screen(text, rows, slot=Slot.ADMIN_CARD, report=report, in_place=True)


def _does(say: Speech, report: ReportId, key: str, act: DeskAct) -> Choice:
    return _labelled(say(key), report, act)


def _labelled(label: str, report: ReportId, act: DeskAct) -> Choice:
    return Choice(label, DeskDoes(report, act).pack())
