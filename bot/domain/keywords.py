"""What admins change of the keywords while the program runs: added, weighed anew, removed."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import PersonId
from bot.domain.sector import Sector

HEAVIEST = 5.0
LONGEST = 60
"""Letters of a keyword."""


@dataclass(frozen=True, slots=True)
class KeywordWish:
    """A keyword as somebody wants it; weight -5 to 5, 0 takes it out."""

    sector: Sector
    term: str
    weight: float
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class KeywordChange:
    """A wish that was saved. `before` is the weight until then; None where there was none."""

    id: int
    wish: KeywordWish
    before: float | None
    at: datetime
    by: PersonId
    undone_at: datetime | None = None
    undone_by: PersonId | None = None
