"""Ready-made answers: the list that an agency's admin keeps, and one filled for a report."""

from collections.abc import Sequence

from bot.domain.agency import Agency, AgencyCode
from bot.domain.template import Placeholder, Template, fill
from bot.services.records import CaseView
from bot.ui.buttons.office import TemplateAct, TemplateDoes
from bot.ui.reports import short
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Speech


def which_agency(say: Speech, agencies: Sequence[Agency]) -> Screen:
    rows = tuple((_does(a.short, 0, TemplateAct.LIST, a.code),) for a in agencies)
    return Screen(say("template-which"), rows)


def listed(
    say: Speech, agency: Agency, kept: Sequence[Template], *, in_place: bool = False
) -> Screen:
    """An agency's answers, each with the way to it."""
    key = "template-head" if kept else "template-none"
    rows = [(_does(short(t.name), t.id, TemplateAct.SHOW, agency.code),) for t in kept]
    rows.append((_does(say("button-template-new"), 0, TemplateAct.NEW, agency.code),))
    return Screen(say(key, agency=agency.short), tuple(rows), in_place=in_place)


def one(say: Speech, template: Template, *, in_place: bool = True) -> Screen:
    """An answer as it is written, with its places."""
    code, number = template.agency, template.id
    rows: Rows = (
        (
            _does(say("button-template-change"), number, TemplateAct.CHANGE, code),
            _does(say("button-template-drop"), number, TemplateAct.DROP, code),
        ),
        (_does(say("button-back"), 0, TemplateAct.LIST, code),),
    )
    text = say("template-one", name=template.name, text=template.text)
    return Screen(text, rows, in_place=in_place)


def ask(say: Speech, agency: AgencyCode, template: Template | None) -> Screen:
    """Ask for the words: the name in the first line, the answer below."""
    rows = ((_does(say("button-cancel"), 0, TemplateAct.LIST, agency),),)
    key = "template-ask-again" if template else "template-ask"
    return Screen(say(key), rows, slot=Slot.QUESTION)


def filled(say: Speech, template: Template, view: CaseView) -> str:
    """The answer with a report's facts, in words that a reporter reads."""
    report = view.report
    return fill(
        template.text,
        {
            Placeholder.NUMBER: report.number,
            Placeholder.TITLE: report.title,
            Placeholder.AGENCY: view.agency.short if view.agency else say("someone"),
            Placeholder.DUE: say.day(report.due_at),
        },
    )


def _does(label: str, template: int, act: TemplateAct, agency: str) -> Choice:
    return Choice(label, TemplateDoes(template, act, agency).pack())
