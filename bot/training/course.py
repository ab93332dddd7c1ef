"""The course: ten reports, what is wanted of each, and what a step in its history is worth."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from bot.domain.agency import AgencyCode
from bot.domain.moves import Act
from bot.domain.people import Role
from bot.domain.report import HistoryLine

FEWEST_WORDS = 5
"""An answer of fewer says neither what is done nor when."""
_TELLING = frozenset({Act.ANSWER, Act.SETTLE})
_MEANWHILE = frozenset({Act.TAKE, Act.TAKE_OVER, Act.NOTE})
"""What may be done on the way to anything."""


class Desk(StrEnum):
    """At whose desk a report is worked on."""

    OFFICER = "officer"
    ADMIN = "admin"

    @property
    def role(self) -> Role:
        return Role.OFFICER if self is Desk.OFFICER else Role.ADMIN


class Then(StrEnum):
    """What others do when a step is done."""

    NOTHING = ""
    REPLIES = "replies"
    CONFIRMS = "confirms"
    REJECTS = "rejects"
    MOVED = "moved"


class Worth(StrEnum):
    """What something that was done is worth to the step that is wanted."""

    RIGHT = "right"
    WRONG = "wrong"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Step:
    """What is wanted; `name` is that of its sentences."""

    name: str
    acts: frozenset[Act]
    agencies: frozenset[AgencyCode] = frozenset()
    then: Then = Then.NOTHING
    words: str = ""

    def worth(self, line: HistoryLine) -> Worth:
        act = Act(line.act)
        if act in self.acts:
            chosen = self.then is Then.MOVED or not self.agencies or line.agency in self.agencies
            return Worth.RIGHT if chosen else Worth.WRONG
        return Worth.NOTHING if act in _MEANWHILE else Worth.WRONG


@dataclass(frozen=True, slots=True)
class Lesson:
    """One report of the course."""

    desk: Desk
    reporter: str
    words: str
    steps: tuple[Step, ...]


def is_thin(line: HistoryLine, words: str) -> bool:
    """Whether what a reporter reads of this is too short to tell them anything."""
    return Act(line.act) in _TELLING and len(words.split()) < FEWEST_WORDS


def load_course() -> tuple[Lesson, ...]:
    """Read the reports that stand beside this file."""
    source = (files(__package__) / "course.toml").read_text("utf-8")
    return tuple(_lesson(told) for told in tomllib.loads(source)["report"])


def _lesson(told: Mapping[str, Any]) -> Lesson:
    steps = tuple(_step(each) for each in told["step"])
    return Lesson(Desk(told["desk"]), told["reporter"], told["words"], steps)


def _step(told: Mapping[str, Any]) -> Step:
    return Step(
        told["name"],
        frozenset(Act(act) for act in told["acts"]),
        frozenset(AgencyCode(code) for code in told.get("agencies", ())),
        Then(told.get("then", "")),
        told.get("words", ""),
    )
