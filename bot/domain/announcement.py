"""An announcement: words to many people at once, and who they are."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Self

from bot.domain.agency import AgencyCode
from bot.domain.people import PersonId
from bot.domain.place import RegionCode
from bot.domain.sector import Sector

AnnouncementId = NewType("AnnouncementId", int)
MOST_LETTERS = 1000
USUAL_DAYS = 30


class Hearers(StrEnum):
    """Whom an announcement is for."""

    OFFICERS = "o"
    REPORTERS = "r"


@dataclass(frozen=True, slots=True)
class Audience:
    """The officers of an agency and its units, or who reported in a place, a sector, these days.

    For reporters an agency narrows it to reports that are with it; None is any.
    """

    hearers: Hearers
    agency: AgencyCode | None = None
    sector: Sector | None = None
    region: RegionCode | None = None
    days: int = USUAL_DAYS

    def code(self) -> str:
        """Write it in one line, to be kept with an open question."""
        parts = (self.agency or "", self.sector or "", self.region or "", str(self.days))
        return "|".join((self.hearers, *parts))

    @classmethod
    def read(cls, code: str) -> Self:
        """Read what `code` wrote. Raises ValueError."""
        hearers, agency, sector, region, days = code.split("|")
        return cls(
            Hearers(hearers),
            AgencyCode(agency) if agency else None,
            Sector(sector) if sector else None,
            RegionCode(region) if region else None,
            int(days),
        )


@dataclass(frozen=True, slots=True)
class Announcement:
    """A line of the ledger. `queued` of `total` people have been sent to so far."""

    id: AnnouncementId
    by: PersonId
    audience: Audience
    urgent: bool
    text: str = field(repr=False)
    made_at: datetime
    total: int = 0
    queued: int = 0
    stopped_at: datetime | None = None
    done_at: datetime | None = None

    @property
    def under_way(self) -> bool:
        return self.stopped_at is None and self.done_at is None
