"""Filed reports as their reporter sees them: receipt, list, one report, its PIN."""

import html
from datetime import datetime

from bot.domain.moves import Act
from bot.domain.people import Role
from bot.domain.report import FollowUp, FollowUpKind, Report, Status
from bot.services.filing import Receipt
from bot.services.records import MyReports, ReportView
from bot.ui.buttons.citizen import LooseGoesTo, Rates, ReportAct, ReportDoes
from bot.ui.buttons.citizen import MyReports as MyReportsPage
from bot.ui.draft import CLASS_KEYS, excerpt, files_line
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

LABEL = 24
"""How many letters of a title fit a button on a phone."""
_SAID = 300
_STATES = {
    Status.UNVERIFIED: "state-unverified",
    Status.DISPATCHED: "state-dispatched",
    Status.IN_PROGRESS: "state-in-progress",
    Status.REPORTER_REPLIED: "state-replied",
    Status.WAITING: "state-waiting",
    Status.CLOSED_BY_REPORTER: "state-closed",
    Status.CLOSED_BY_ADMIN: "state-closed",
    Status.CLOSED_BY_SYSTEM: "state-closed-silent",
    Status.ARCHIVED_BY_ADMIN: "state-archived",
    Status.ARCHIVED_BY_SYSTEM: "state-archived",
    Status.ARCHIVED_BY_REPORTER: "state-withdrawn",
    Status.BLOCKED: "state-archived",
}


def receipt(say: Speech, receipt: Receipt, *, in_place: bool = False) -> Screen:
    """The number, who answers, and until when."""
    report, day = receipt.report, say.day(receipt.report.due_at)
    if receipt.agency is None:
        promise = say("receipt-admin", day=day)
    else:
        key = "receipt-agency" if receipt.staffed else "receipt-unstaffed"
        promise = say(key, agency=receipt.agency.short, day=day)
    lines = [say("receipt-head"), say("receipt-number", number=report.number), promise]
    return Screen(
        "\n".join(lines),
        (
            (_does(say, report, "button-view", ReportAct.VIEW),),
            (
                _does(say, report, "button-add", ReportAct.ADD),
                _does(say, report, "button-pin", ReportAct.PIN),
            ),
        ),
        slot=Slot.NOTICE,
        report=report.id,
        in_place=in_place,
    )


def mine(say: Speech, page: MyReports, agency_names: dict[str, str], *, in_place: bool) -> Screen:
    """A page of the reporter's reports, each with its state."""
    if not page.total:
        return Screen(say("mine-none"), in_place=in_place)
    lines: list[str] = [say("mine-head", count=str(page.total))]
    for report in page.reports:
        agency = agency_names.get(report.agency or "", say("someone"))
        lines.append("")
        lines.append(
            say(
                "mine-line",
                number=report.number,
                title=report.title,
                state=state(say, report, agency, page.seen_at),
            )
        )
    rows: list[tuple[Choice, ...]] = [
        (Choice(short(report.title), ReportDoes(report.id, ReportAct.VIEW).pack()),)
        for report in page.reports
    ]
    rows.extend(pages(say, page.page, page.pages))
    return Screen("\n".join(lines), tuple(rows), in_place=in_place)


def pages(say: Speech, page: int, count: int) -> Rows:
    """The way to newer and older pages."""
    turns = []
    if page > 0:
        turns.append(Choice(say("button-newer"), MyReportsPage(page - 1).pack()))
    if page + 1 < count:
        turns.append(Choice(say("button-older"), MyReportsPage(page + 1).pack()))
    return (tuple(turns),) if turns else ()


def one(say: Speech, view: ReportView, *, in_place: bool = False) -> Screen:
    """One report with its state and all that was said."""
    report = view.report
    agency = view.agency.short if view.agency else say("someone")
    kind = say(CLASS_KEYS[report.report_class])
    lines: list[str] = [say("view-head", number=report.number, kind=kind)]
    lines.append(excerpt(say, report.text) if report.text else say("view-hidden"))
    if report.place and report.text:
        lines.append(say("card-place", place=report.place.label))
    if files := files_line(say, view.attachments):
        lines.append(files)
    lines.append(say("view-filed", day=say.day(report.filed_at)))
    if view.people:
        lines.append(say("view-together", count=view.people))
    lines.append(state(say, report, agency, view.seen_at))
    if view.partner and report.status.is_open:
        lines.append(say("view-partner", partner=view.partner.short))
    if view.follow_ups:
        lines.append("")
        lines.append(say("view-answers"))
        lines.extend(
            _said(say, each, _speaker(view, each, agency)) for each in view.follow_ups[-6:]
        )
    return Screen(
        "\n".join(lines),
        _view_buttons(say, view),
        slot=Slot.NOTICE,
        report=report.id,
        in_place=in_place,
    )


def state(say: Speech, report: Report, agency: str, now: datetime | None = None) -> Html:
    """Where a report stands, in one sentence; `now` tells a promise that was not kept."""
    if report.joined_to and report.status is Status.CLOSED_BY_SYSTEM:
        return say("state-closed-together")
    if report.settled_at and report.status is Status.IN_PROGRESS:
        return say("state-settled", agency=agency)
    late = now is not None and report.answered_at is None and report.due_at < now
    if late and report.status is Status.UNVERIFIED:
        return say("state-unverified-late", day=say.day(report.due_at))
    if late and report.status in {Status.DISPATCHED, Status.IN_PROGRESS, Status.REPORTER_REPLIED}:
        return say("state-late", agency=agency, day=say.day(report.due_at))
    if report.status is Status.UNVERIFIED:
        return say("state-unverified", day=say.day(report.due_at))
    if report.status is Status.DISPATCHED:
        return say("state-dispatched", agency=agency, day=say.day(report.due_at))
    if report.status in {Status.IN_PROGRESS, Status.REPORTER_REPLIED}:
        return say(_STATES[report.status], agency=agency)
    return say(_STATES[report.status])


def withdraw_sure(say: Speech, report: Report) -> Screen:
    return Screen(
        say("withdraw-sure", number=report.number),
        (
            (
                _does(say, report, "button-withdraw-sure", ReportAct.WITHDRAW_SURE),
                _does(say, report, "button-back", ReportAct.VIEW),
            ),
        ),
        report=report.id,
        in_place=True,
    )


def pin(say: Speech, report: Report, digits: str) -> Screen:
    return Screen(say("pin-new", number=report.number, pin=digits), report=report.id)


def question(say: Speech, report: Report, key: str) -> Screen:
    """Ask for words about a report, with the way back to it."""
    rows = ((_does(say, report, "button-back", ReportAct.VIEW),),)
    return Screen(say(key, number=report.number), rows, slot=Slot.QUESTION, report=report.id)


def added(say: Speech, view: ReportView) -> Screen:
    report = view.report
    if view.agency and view.staffed:
        text = say("added", number=report.number, agency=view.agency.short)
    else:
        text = say("added-admin", number=report.number)
    return Screen(text, report=report.id)


def unsolved(say: Speech, view: ReportView) -> Screen:
    agency = view.agency.short if view.agency else say("someone")
    return Screen(
        say("unsolved-done", number=view.report.number, agency=agency), report=view.report.id
    )


def stars(say: Speech, report: Report) -> Screen:
    """How was the service, one to five."""
    row = tuple(Choice(str(n), Rates(report.id, n).pack()) for n in range(1, 6))
    return Screen(say("closed-rate", number=report.number), (row,), report=report.id, in_place=True)


def loose(say: Speech, reports: list[Report]) -> Screen:
    """Which report do these words belong to?"""
    rows = [(Choice(short(report.title), LooseGoesTo(report.id).pack()),) for report in reports[:5]]
    rows.append((Choice(say("button-new-report"), LooseGoesTo(0).pack()),))
    return Screen(say("loose"), tuple(rows), slot=Slot.QUESTION)


def short(title: str) -> str:
    """A title that fits a button."""
    return title if len(title) <= LABEL else f"{title[: LABEL - 1].rstrip()}…"


def _view_buttons(say: Speech, view: ReportView) -> Rows:
    report = view.report
    rows: list[tuple[Choice, ...]] = []
    if report.settled_at and Act.CONFIRM in view.acts:
        rows.append(solved_or_not(say, report))
    elif report.answered_at and Act.CONFIRM in view.acts:
        rows.append((_does(say, report, "button-solved", ReportAct.SOLVED),))
    if Act.REPLY in view.acts or Act.COMPLETE in view.acts:
        reply = "button-reply" if report.status is Status.WAITING else "button-add"
        rows.append(
            (
                _does(say, report, reply, ReportAct.ADD),
                _does(say, report, "button-pin", ReportAct.PIN),
            )
        )
    if report.joined_to and Act.LEAVE in view.acts:
        rows.append((_does(say, report, "button-leave", ReportAct.LEAVE),))
    if Act.WITHDRAW in view.acts:
        rows.append((_does(say, report, "button-withdraw", ReportAct.WITHDRAW),))
    elif Act.REOPEN in view.acts:
        rows.append((_does(say, report, "button-unsolved", ReportAct.UNSOLVED),))
    return tuple(rows)


def solved_or_not(say: Speech, report: Report) -> tuple[Choice, ...]:
    return (
        _does(say, report, "button-solved", ReportAct.SOLVED),
        _does(say, report, "button-unsolved", ReportAct.UNSOLVED),
    )


def _speaker(view: ReportView, said: FollowUp, otherwise: str) -> str:
    """Whose words they are: another agency's than the one that has the report now, perhaps."""
    speaker = view.speakers.get(said.agency) if said.agency else None
    return speaker.short if speaker else otherwise


def _said(say: Speech, said: FollowUp, agency: str) -> str:
    text = said.text if len(said.text) <= _SAID else f"{said.text[:_SAID].rstrip()}…"
    quoted = Html(html.escape(text, quote=False) or say("said-files"))
    day = say.short_day(said.at)
    if said.role is Role.REPORTER:
        return say("said-you", day=day, text=quoted)
    key = "said-agency-asks" if said.kind is FollowUpKind.QUESTION else "said-agency"
    return say(key, day=day, agency=agency, text=quoted)


def _does(say: Speech, report: Report, key: str, act: ReportAct) -> Choice:
    return Choice(say(key), ReportDoes(report.id, act).pack())
