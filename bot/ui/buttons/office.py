"""The buttons of officers: the card, answers, handing back and on, templates, rules, the queue."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.domain.rules import Rule
from bot.domain.waiting import Part
from bot.ui.buttons.button import Button


class CaseAct(StrEnum):
    """What an officer's card offers."""

    TAKE = "t"
    ANSWER = "a"
    ASK = "q"
    HAND_BACK = "b"
    SETTLE = "s"
    MORE = "m"
    LESS = "l"
    OPEN = "o"
    HISTORY = "h"
    REVEAL = "r"
    VOICES = "k"
    SHARE = "w"
    TAKE_OVER = "v"
    HAND_OVER = "g"
    TO_UNIT = "u"
    NOTE = "n"
    ENDORSE = "e"
    RETURN = "z"
    CONTRIBUTE = "c"
    CO_INVITE = "i"
    STEP_OUT = "x"


@dataclass(frozen=True, slots=True)
class CaseDoes(Button):
    """A press on an officer's card."""

    tag: ClassVar[str] = "o"
    report: int
    act: CaseAct


class ComposeAct(StrEnum):
    SEND = "s"
    EDIT = "e"
    CANCEL = "c"


@dataclass(frozen=True, slots=True)
class Composes(Button):
    """An answer that is shown before it goes out: send it, write it anew, or leave it."""

    tag: ClassVar[str] = "oc"
    report: int
    act: ComposeAct


class BackReason(StrEnum):
    """Why an officer hands a report back."""

    OTHER_AGENCY = "o"
    OTHER_LEVEL = "l"
    OTHER_PLACE = "p"
    UNCLEAR = "u"


@dataclass(frozen=True, slots=True)
class HandsBack(Button):
    """Bukan wewenang, with its reason."""

    tag: ClassVar[str] = "ob"
    report: int
    reason: BackReason


@dataclass(frozen=True, slots=True)
class HandsBackTo(Button):
    """The agency that the officer thinks is right; "-" when they do not know, "?" to search."""

    tag: ClassVar[str] = "ot"
    report: int
    agency: str


@dataclass(frozen=True, slots=True)
class Cases(Button):
    """A page of an officer's queue."""

    tag: ClassVar[str] = "oq"
    page: int


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
    CaseDoes,
    Composes,
    HandsBack,
    HandsBackTo,
    Cases,
    HandsOver,
    ToUnit,
    Units,
    CoInvites,
    UsesTemplate,
    TemplateDoes,
    ShowsRules,
    RuleTurns,
    TopicsTurn,
    QueueShows,
    DigestTurns,
)
