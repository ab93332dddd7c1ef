"""Among colleagues: whose the report becomes, where it goes on to, and notes for each other."""

from collections.abc import Sequence

from bot.domain.agency import Agency
from bot.domain.moves import Act
from bot.domain.people import Person, PersonId
from bot.domain.report import Report, ReportId
from bot.services.records import CaseView
from bot.ui.buttons.office import CaseAct, CaseDoes, ComposeAct, Composes, HandsOver, ToUnit, Units
from bot.ui.cards.choices import agency_choice
from bot.ui.cards.words import text
from bot.ui.reports import short
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Speech

UNITS = 6
"""How many units of a government stand on a page."""


def menu(say: Speech, view: CaseView, person: PersonId, *, group: bool, to_unit: bool) -> Screen:
    """Who else could have it; `to_unit` says that the person may send it on within a government."""
    report = view.report
    rows: list[tuple[Choice, ...]] = []
    if Act.TAKE_OVER in view.acts and report.taken_by not in {None, person}:
        rows.append((_does(say, report.id, "button-take-over", CaseAct.TAKE_OVER),))
    if Act.HAND_OVER in view.acts:
        rows.append((_does(say, report.id, "button-hand-over", CaseAct.HAND_OVER),))
    if to_unit and Act.TO_UNIT in view.acts:
        rows.append((_does(say, report.id, "button-to-unit", CaseAct.TO_UNIT),))
    rows.append((_does(say, report.id, "button-back", CaseAct.MORE),))
    return _on_card(report.id, text(say, view, group=group), tuple(rows))


def colleagues(say: Speech, report: Report, people: Sequence[Person]) -> Screen:
    """Whom to give it to."""
    rows = [
        (Choice(short(person.name), HandsOver(report.id, person.id).pack()),) for person in people
    ]
    rows.append((_does(say, report.id, "button-back", CaseAct.SHARE),))
    key = "share-whom" if people else "share-alone"
    return _on_card(report.id, say(key, number=report.number), tuple(rows))


def units(
    say: Speech, report: Report, likely: Sequence[Agency], found: Sequence[Agency], page: int
) -> Screen:
    """Which unit: those that the routing thinks of first, then all by name."""
    ordered = [*likely, *(unit for unit in found if unit not in likely)]
    shown = ordered[page * UNITS : (page + 1) * UNITS]
    rows = [agency_choice(unit, ToUnit(report.id, unit.code).pack()) for unit in shown]
    turns = []
    if page > 0:
        turns.append(Choice(say("button-previous"), Units(report.id, page - 1).pack()))
    if (page + 1) * UNITS < len(ordered):
        turns.append(Choice(say("button-next"), Units(report.id, page + 1).pack()))
    if turns:
        rows.append(tuple(turns))
    rows.append((_does(say, report.id, "button-back", CaseAct.SHARE),))
    return _on_card(report.id, say("share-which-unit", number=report.number), tuple(rows))


def note_question(say: Speech, report: Report, *, group: bool) -> Screen:
    """Ask for a word to colleagues."""
    lines = [say("note-ask", number=report.number)]
    if group:
        lines.append(say("compose-reply-here"))
    cancel = Choice(say("button-cancel"), Composes(report.id, ComposeAct.CANCEL).pack())
    slot = Slot.NOTICE if group else Slot.QUESTION
    return Screen("\n".join(lines), ((cancel,),), slot=slot, report=report.id)


def noted(say: Speech, report: Report) -> Screen:
    rows = ((_does(say, report.id, "button-card", CaseAct.OPEN),),)
    key = "note-kept-two" if report.working_partner else "note-kept"
    return Screen(say(key, number=report.number), rows, slot=Slot.NOTICE, report=report.id)


def passed_on(say: Speech, key: str, view: CaseView, name: str) -> Screen:
    """To an officer: a report has come to them from a colleague, or has gone to one."""
    report = view.report
    rows: Rows = ((_does(say, report.id, "button-card", CaseAct.OPEN),),)
    words = say(key, number=report.number, title=report.title, name=name)
    return Screen(words, rows, slot=Slot.NOTICE, report=report.id)


def _on_card(report: ReportId, words: str, rows: Rows) -> Screen:
    return Screen(words, rows, slot=Slot.CARD, report=report, in_place=True)


def _does(say: Speech, report: ReportId, key: str, act: CaseAct) -> Choice:
    return Choice(say(key), CaseDoes(report, act).pack())
