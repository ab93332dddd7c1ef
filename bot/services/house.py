"""What the services stand on and what lives as long as the process."""

from dataclasses import dataclass, field

from bot.domain.agency import Agency, AgencyCode
from bot.domain.agenda import Agenda
from bot.domain.deadlines import Terms, WorkingDays
from bot.domain.export import Shelf
from bot.domain.quiet import Quiet
from bot.domain.refusals import Refused, Why
from bot.domain.sector import Sector
from bot.domain.suggestion import Care
from bot.routing.catalogue import UnknownAgency
from bot.routing.categories import Categories
from bot.routing.router import Router
from bot.services.learning import Learning
from storage.seal import Seal


@dataclass(frozen=True, slots=True)
class Operator:
    """Who answers for the personal data; the consent shows it (UU 27/2022)."""

    name: str
    contact: str
    legal_basis: str
    purpose: str
    retention_days: int
    official: bool
    """False in the demo, which says on every first screen that it is no official service."""


@dataclass(frozen=True, slots=True)
class House:
    """What routes, the calendar, the terms and the operator, shared by every unit of work."""

    learning: Learning
    categories: Categories
    calendar: WorkingDays
    terms: Terms
    operator: Operator
    seal: Seal
    min_confidence: float
    """Below it a suggestion goes to an admin, 0 to 1."""
    bot_name: str = ""
    """The bot's username, for links; known once Telegram has told it."""
    quiet: Quiet = field(default_factory=Quiet)
    shelf: Shelf = field(default_factory=Shelf)
    """Where finished sheets wait for their message."""

    def agency(self, code: AgencyCode | None) -> Agency | None:
        """An agency by its code; None for none, or for one that the catalogue has lost."""
        if code is None:
            return None
        try:
            return self.router.agency(code)
        except UnknownAgency:
            return None

    def agency_named(self, code: AgencyCode) -> Agency:
        """The agency that somebody chose by its code. Raises Refused (NEEDS_AGENCY)."""
        found = self.agency(code)
        if found is None:
            raise Refused(Why.NEEDS_AGENCY)
        return found

    def category_of(self, care: Care, sector: Sector | None, title: str, text: str) -> str:
        """The national category; a report that accuses keeps its wrong, whoever looks into it."""
        about = Sector.INSPECTORATE if care is Care.ACCUSES else sector
        return self.categories.of_report(about, title, text)

    @property
    def agenda(self) -> Agenda:
        """What is to happen next to a report."""
        return Agenda(self.calendar, self.terms, self.quiet)

    @property
    def router(self) -> Router:
        """The one that routes now: changed keywords and a step back bring another."""
        return self.learning.router
