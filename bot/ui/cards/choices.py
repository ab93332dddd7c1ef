"""What the menus of a card are made of."""

from bot.domain.agency import Agency
from bot.domain.report import ReportId
from bot.ui.buttons.office import CaseAct, CaseDoes
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Speech


def agency_choice(agency: Agency, data: str) -> tuple[Choice, ...]:
    """A row with one agency's name, which stands alone because names are long."""
    return (Choice(agency.short, data),)


def does(say: Speech, report: ReportId, key: str, act: CaseAct) -> Choice:
    return Choice(say(key), CaseDoes(report, act).pack())


def on_card(report: ReportId, text: str, rows: Rows) -> Screen:
    return Screen(text, rows, slot=Slot.CARD, report=report, in_place=True)
