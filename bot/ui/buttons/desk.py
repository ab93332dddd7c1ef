"""The buttons of admins: the desk, people, days off, figures, announcements, keywords."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.domain.export import Form
from bot.domain.people import InvitationKind
from bot.ui.buttons.button import Button


class DeskAct(StrEnum):
    """What an admin's card offers."""

    OPEN = "o"
    APPROVE = "y"
    SEARCH = "f"
    ASK = "q"
    ARCHIVE = "x"
    ANSWER = "a"
    SETTLE = "s"
    PULL_BACK = "b"
    HISTORY = "h"
    BACK = "c"
    MERGE = "m"
    SPLIT = "u"
    VOICES = "z"
    REVEAL = "r"


@dataclass(frozen=True, slots=True)
class DeskDoes(Button):
    """A press on an admin's card."""

    tag: ClassVar[str] = "a"
    report: int
    act: DeskAct


@dataclass(frozen=True, slots=True)
class DeskRoutes(Button):
    """An admin gives the report to an agency."""

    tag: ClassVar[str] = "ar"
    report: int
    agency: str


@dataclass(frozen=True, slots=True)
class DeskArchives(Button):
    """An admin archives, with a national reason by its place in the list."""

    tag: ClassVar[str] = "ax"
    report: int
    reason: int


@dataclass(frozen=True, slots=True)
class Merges(Button):
    """An admin makes a report a voice of another one."""

    tag: ClassVar[str] = "am"
    report: int
    into: int


@dataclass(frozen=True, slots=True)
class DeskQueue(Button):
    """A page of what waits for the admins."""

    tag: ClassVar[str] = "aq"
    page: int


@dataclass(frozen=True, slots=True)
class Invites(Button):
    """An admin makes a link; "-" where no agency is needed."""

    tag: ClassVar[str] = "ai"
    kind: InvitationKind
    agency: str


@dataclass(frozen=True, slots=True)
class Agencies(Button):
    """One agency's people and groups, as an admin sees them."""

    tag: ClassVar[str] = "ag"
    agency: str


@dataclass(frozen=True, slots=True)
class AsksIn(Button):
    """Somebody in a bound group asks to be let in."""

    tag: ClassVar[str] = "gi"
    agency: str


@dataclass(frozen=True, slots=True)
class LetsIn(Button):
    """An agency admin lets a person in."""

    tag: ClassVar[str] = "gl"
    person: int
    agency: str


@dataclass(frozen=True, slots=True)
class Revokes(Button):
    """An admin takes a right away; agency "-" is the right of an admin."""

    tag: ClassVar[str] = "av"
    person: int
    agency: str


@dataclass(frozen=True, slots=True)
class AsksToRevoke(Button):
    """An admin wants to take a right away, and is asked whether they are sure."""

    tag: ClassVar[str] = "aw"
    person: int
    agency: str


@dataclass(frozen=True, slots=True)
class DayOffGoes(Button):
    """An admin takes a day off away; `day` as 2026-12-24."""

    tag: ClassVar[str] = "ah"
    day: str


class ChartKind(StrEnum):
    """What a picture of figures shows."""

    DAYS = "d"
    SPEED = "t"
    ROUTING = "m"
    RATING = "r"
    CLOSING = "e"
    SECTORS = "s"
    CLASSES = "c"
    AGENCIES = "a"


@dataclass(frozen=True, slots=True)
class ShowsFigures(Button):
    """The figures of another period, in the place of these; agency "-" for all."""

    tag: ClassVar[str] = "ns"
    period: str
    agency: str


@dataclass(frozen=True, slots=True)
class ShowsChart(Button):
    """A picture of the figures."""

    tag: ClassVar[str] = "nc"
    chart: ChartKind
    period: str
    agency: str


@dataclass(frozen=True, slots=True)
class Exports(Button):
    """An admin takes the official sheet out, as xlsx or csv; agency "-" for all."""

    tag: ClassVar[str] = "nx"
    form: Form
    period: str
    agency: str


class AnnounceAct(StrEnum):
    """What is done on the way to an announcement, and while it goes out."""

    OFFICERS = "o"
    REPORTERS = "r"
    SEND = "s"
    URGENT = "u"
    EDIT = "e"
    CANCEL = "c"
    STOP = "x"


@dataclass(frozen=True, slots=True)
class Announces(Button):
    """A press on an announcement.

    `number` says for SEND and URGENT whether it is urgent, for STOP which one; else it is 0.
    """

    tag: ClassVar[str] = "nu"
    act: AnnounceAct
    number: int


class KeywordAct(StrEnum):
    """What the menu of keywords offers."""

    ADD = "a"
    FIND = "f"
    HISTORY = "h"
    CANCEL = "c"


@dataclass(frozen=True, slots=True)
class KeywordDoes(Button):
    """A press on the menu of keywords."""

    tag: ClassVar[str] = "k"
    act: KeywordAct


@dataclass(frozen=True, slots=True)
class KeywordPicks(Button):
    """An admin opens one keyword, known by its mark."""

    tag: ClassVar[str] = "kp"
    mark: str


@dataclass(frozen=True, slots=True)
class KeywordWeighs(Button):
    """Another weight for a keyword, in hundredths; 0 takes it out. It is tried, not saved."""

    tag: ClassVar[str] = "kw"
    mark: str
    weight: int


@dataclass(frozen=True, slots=True)
class KeywordSaves(Button):
    """Save the change that was tried."""

    tag: ClassVar[str] = "ks"
    mark: str


@dataclass(frozen=True, slots=True)
class KeywordUndoes(Button):
    """Undo a saved change, by its number."""

    tag: ClassVar[str] = "ku"
    change: int


BUTTONS: tuple[type[Button], ...] = (
    DeskDoes,
    DeskRoutes,
    DeskArchives,
    Merges,
    DeskQueue,
    Invites,
    Agencies,
    AsksIn,
    LetsIn,
    Revokes,
    AsksToRevoke,
    DayOffGoes,
    ShowsFigures,
    ShowsChart,
    Exports,
    Announces,
    KeywordDoes,
    KeywordPicks,
    KeywordWeighs,
    KeywordSaves,
    KeywordUndoes,
)
