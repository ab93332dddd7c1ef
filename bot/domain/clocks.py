"""The clocks of a report: whose time runs, the rungs of the ladder, and the moments on it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.moves import Act

HALF, MOST, OVER, CLIMBED = 50, 80, 100, 101
"""The rungs of a clock in percent of its time; above CLIMBED each is one more repetition."""


class ClockKind(StrEnum):
    """Whose time runs, and for what."""

    VERIFY = "verify"
    ANSWER = "answer"
    SETTLE = "settle"
    SILENCE = "silence"
    COMPLETE = "complete"

    @property
    def of_reporter(self) -> bool:
        return self in {ClockKind.SILENCE, ClockKind.COMPLETE}


class Hearer(StrEnum):
    """Who hears of a moment."""

    OFFICERS = "officers"
    AGENCY_ADMINS = "agency_admins"
    ADMINS = "admins"
    REPORTER = "reporter"


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs: for so many `days` until `due`; `since` it has run without a pause."""

    kind: ClockKind
    days: int
    due: datetime
    since: datetime
    rungs: tuple[int, ...]
    repeats: bool = False
    """Whether the office hears again and again of what stays late."""
    done: int = 0
    """The highest rung that has been dealt with."""
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Something to do at a moment, never in anybody's night."""

    at: datetime
    clock: ClockKind
    rung: int
    due: datetime
    hearers: frozenset[Hearer]

    @property
    def code(self) -> str:
        """What history and notices call it: "answer-80"."""
        return f"{self.clock}-{self.rung}"

    @property
    def act(self) -> Act:
        if not self.clock.of_reporter:
            return Act.ESCALATE if self.rung >= OVER else Act.WARN
        if self.rung < OVER:
            return Act.REMIND
        return Act.LAPSE if self.clock is ClockKind.SILENCE else Act.EXPIRE


def read_code(code: str) -> tuple[ClockKind, int] | None:
    """Read a moment's code; None for anything else."""
    kind, _, rung = code.partition("-")
    if kind not in set(ClockKind) or not rung.isdecimal():
        return None
    return ClockKind(kind), int(rung)
