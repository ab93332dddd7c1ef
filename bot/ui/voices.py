"""Many voices of one problem: what is offered to who is about to send, and what the desks see."""

import html

from bot.domain.report import Report, Status
from bot.services.filing import Receipt
from bot.services.records import CaseView
from bot.services.voices import Offer, Similar, Together
from bot.ui.buttons.citizen import DraftAct, DraftDoes, DraftJoins, ReportAct, ReportDoes
from bot.ui.buttons.desk import DeskAct, DeskDoes, Merges
from bot.ui.buttons.office import CaseAct, CaseDoes
from bot.ui.cards.words import quoted_text
from bot.ui.draft import files_line
from bot.ui.reports import short
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

_SAID = 300
_SHOWN = 10
"""How many voices one screen repeats, the newest ones."""


def offer(say: Speech, token: int, offer: Offer) -> Screen:
    """What resembles the draft: sector, place, date and how many, and never anybody's words."""
    alone = Choice(say("button-send-alone"), DraftDoes(token, DraftAct.SEND_ALONE).pack())
    back = Choice(say("button-back"), DraftDoes(token, DraftAct.BACK).pack())
    if offer.own:
        add = Choice(say("button-add-own"), DraftJoins(token, offer.own.id).pack())
        text = say("similar-own", title=offer.own.title)
        return Screen(text, ((add,), (alone, back)), slot=Slot.DRAFT, in_place=True)
    several = len(offer.others) > 1
    lines: list[str] = [say("similar-head")]
    rows: list[tuple[Choice, ...]] = []
    for count, each in enumerate(offer.others, 1):
        line = _line(say, each)
        lines.append(f"{count}. {line}" if several else line)
        label = say("button-join-nth", count=count) if several else say("button-join")
        rows.append((Choice(label, DraftJoins(token, each.report).pack()),))
    lines.append(say("similar-join"))
    return Screen("\n".join(lines), (*rows, (alone, back)), slot=Slot.DRAFT, in_place=True)


def receipt(say: Speech, receipt: Receipt) -> Screen:
    """The number of one's own, how many wait together, and until when."""
    report = receipt.report
    day = say.day(report.due_at)
    if receipt.agency is None or report.status is Status.UNVERIFIED:
        promise = say("receipt-admin", day=day)
    elif report.answered_at:
        promise = say("receipt-joined-working", agency=receipt.agency.short)
    else:
        key = "receipt-agency" if receipt.staffed else "receipt-unstaffed"
        promise = say(key, agency=receipt.agency.short, day=day)
    lines = [
        say("receipt-head"),
        say("receipt-number", number=report.number),
        say("receipt-joined", count=receipt.people),
        promise,
    ]
    view = Choice(say("button-view"), ReportDoes(report.id, ReportAct.VIEW).pack())
    leave = Choice(say("button-leave"), ReportDoes(report.id, ReportAct.LEAVE).pack())
    return Screen("\n".join(lines), ((view,), (leave,)), slot=Slot.NOTICE, report=report.id)


def left(say: Speech, report: Report) -> Screen:
    view = Choice(say("button-view"), ReportDoes(report.id, ReportAct.VIEW).pack())
    text = say("left", number=report.number)
    return Screen(text, ((view,),), slot=Slot.NOTICE, report=report.id, in_place=True)


def words(say: Speech, view: CaseView, *, desk: bool = False) -> Screen:
    """What the others have told, with their files, each masked as they chose."""
    report = view.report
    lines: list[str] = [say("case-voices-head", number=report.number, count=view.people)]
    for voice in view.voices[-_SHOWN:]:
        name = voice.name or say("case-voice-anonymous")
        told = Html(quoted_text(say, voice.report.text, _SAID))
        files = files_line(say, voice.attachments)
        line = say("case-voice", number=voice.report.number, name=name, text=told)
        lines += ["", f"{line} ({html.escape(files, quote=False)})" if files else line]
    if len(view.voices) > _SHOWN:
        lines += ["", say("case-voices-more", count=len(view.voices) - _SHOWN)]
    opens = DeskDoes(report.id, DeskAct.OPEN) if desk else CaseDoes(report.id, CaseAct.OPEN)
    return Screen(
        "\n".join(lines),
        ((Choice(say("button-card"), opens.pack()),),),
        files=tuple(file for voice in view.voices[-_SHOWN:] for file in voice.attachments),
        slot=Slot.NOTICE,
        report=report.id,
    )


def together(say: Speech, together: Together) -> Screen:
    """An admin's choice: what to merge this report with, and what to part from it."""
    report = together.report
    if together.main:
        text = say("merge-is-voice", number=report.number, main=together.main.number)
        rows: Rows = ((_does(say("button-split"), report, DeskAct.SPLIT),),)
        return Screen(text, rows, slot=Slot.QUESTION, report=report.id)
    lines: list[str] = []
    made: list[tuple[Choice, ...]] = []
    if together.voices:
        lines.append(say("merge-people", number=report.number, count=together.people))
    for voice in together.voices[-_SHOWN:]:
        lines.append(say("merge-line", number=voice.number, title=voice.title))
        made.append((_does(say("button-split-one", number=voice.number), voice, DeskAct.SPLIT),))
    key = "merge-head" if together.similar else "merge-none"
    lines.append(say(key, number=report.number))
    for other in together.similar:
        lines.append(say("merge-line", number=other.number, title=other.title))
        made.append((Choice(short(other.title), Merges(report.id, other.id).pack()),))
    made.append((_does(say("button-card"), report, DeskAct.OPEN),))
    return Screen("\n".join(lines), tuple(made), slot=Slot.QUESTION, report=report.id)


def merged(say: Speech, report: Report, main: Report, people: int) -> Screen:
    rows = ((_does(say("button-split"), report, DeskAct.SPLIT),),)
    text = say("merge-done", number=report.number, main=main.number, count=people)
    return Screen(text, rows, report=report.id)


def split(say: Speech, report: Report) -> Screen:
    rows = ((_does(say("button-card"), report, DeskAct.OPEN),),)
    return Screen(say("merge-split", number=report.number), rows, report=report.id)


def _line(say: Speech, similar: Similar) -> Html:
    return say(
        "similar-line",
        sector=say(f"sector-{similar.sector}"),
        place=similar.place,
        day=say.day(similar.filed_at),
        count=similar.people,
    )


def _does(label: str, report: Report, act: DeskAct) -> Choice:
    return Choice(label, DeskDoes(report.id, act).pack())
