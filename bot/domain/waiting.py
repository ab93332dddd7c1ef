"""What waits at an agency, seen from different sides."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.people import PersonId


class Part(StrEnum):
    """A part of an officer's queue."""

    ALL = "a"
    MINE = "m"
    NEW = "n"
    """Nobody has accepted it yet."""
    SOON = "s"
    """Not answered, and due within two working days."""
    LATE = "l"
    """Not answered, and past its date."""
    REPORTER = "r"
    """The reporter has been asked for more."""
    INVITED = "i"
    """Another agency has it, and has invited this one."""


@dataclass(frozen=True, slots=True)
class Side:
    """From where the queue is looked at: by whom, when, and until when "soon" is."""

    who: PersonId
    now: datetime
    soon: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports are in each part."""

    counts: dict[Part, int]

    def __getitem__(self, part: Part) -> int:
        return self.counts.get(part, 0)
