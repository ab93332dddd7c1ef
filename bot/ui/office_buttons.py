"""What officers press beside their cards: among colleagues, ready-made answers, rules."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.domain.rules import Rule
from bot.domain.waiting import Part
from bot.ui.pressing import Button


@dataclass(frozen=True, slots=True)
class HandsOver(Button):
    """An officer gives the report to a colleague."""

    tag: ClassVar[str] = "oh"
    report: int
    person: int


@dataclass(frozen=True, slots=True)
class ToUnit(Button):
    """An officer of a government's head sends the report to one of its units."""

    tag: ClassVar[str] = "ou"
    report: int
    agency: str


@dataclass(frozen=True, slots=True)
class Units(Button):
    """A page of the units that a report could go to."""

    tag: ClassVar[str] = "op"
    report: int
    page: int


@dataclass(frozen=True, slots=True)
class CoInvites(Button):
    """An agency is invited to a report."""

    tag: ClassVar[str] = "oi"
    report: int
    agency: str


@dataclass(frozen=True, slots=True)
class UsesTemplate(Button):
    """A ready-made answer, filled for a report."""

    tag: ClassVar[str] = "oj"
    report: int
    template: int


class TemplateAct(StrEnum):
    LIST = "l"
    NEW = "n"
    SHOW = "s"
    CHANGE = "c"
    DROP = "x"


@dataclass(frozen=True, slots=True)
class TemplateDoes(Button):
    """A press in an agency's list of ready-made answers; template 0 is none."""

    tag: ClassVar[str] = "tp"
    template: int
    act: TemplateAct
    agency: str


@dataclass(frozen=True, slots=True)
class ShowsRules(Button):
    """One of the agencies whose admin somebody is."""

    tag: ClassVar[str] = "ru"
    agency: str


@dataclass(frozen=True, slots=True)
class RuleTurns(Button):
    """An agency's admin turns a rule on or off."""

    tag: ClassVar[str] = "rt"
    agency: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class TopicsTurn(Button):
    """An agency's admin chooses what has a topic of its own in the agency's group."""

    tag: ClassVar[str] = "rp"
    agency: str


@dataclass(frozen=True, slots=True)
class QueueShows(Button):
    """A page of one part of an officer's queue."""

    tag: ClassVar[str] = "qp"
    part: Part
    page: int


@dataclass(frozen=True, slots=True)
class DigestTurns(Button):
    """An agency's admin chooses the next hour for the morning digest."""

    tag: ClassVar[str] = "rd"
    agency: str


BUTTONS: tuple[type[Button], ...] = (
    HandsOver,
    ToUnit,
    Units,
    UsesTemplate,
    CoInvites,
    TemplateDoes,
    ShowsRules,
    RuleTurns,
    TopicsTurn,
    QueueShows,
    DigestTurns,
)
