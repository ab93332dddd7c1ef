"""What a press means: small typed classes, packed into Telegram's 64 bytes of callback data.

A packed button is its tag and its fields with colons between. A tag is never used again for
another meaning: messages with old buttons stay in people's chats for years.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.domain.export import Form
from bot.domain.people import InvitationKind
from bot.ui import keyword_buttons, office_buttons, own_data_buttons
from bot.ui.pressing import Button, StaleButton


class ConsentWord(StrEnum):
    YES = "y"
    NO = "n"
    READ = "r"


@dataclass(frozen=True, slots=True)
class ConsentSays(Button):
    """The answer to the question of consent."""

    tag: ClassVar[str] = "c"
    word: ConsentWord


class DraftAct(StrEnum):
    """What a draft's card offers."""

    SEND = "s"
    EDIT = "e"
    BACK = "b"
    AGENCY = "a"
    SEARCH = "f"
    ADMIN = "d"
    ANONYMOUS = "n"
    SECRET = "r"  # noqa: S105 - the switch Rahasia, no password
    CLASS = "k"
    PLACE = "p"
    NO_PLACE = "u"
    WHEN = "w"
    TEXT = "t"
    DROP_FILES = "x"
    CANCEL = "c"
    CANCEL_SURE = "y"
    NEW = "o"
    GO_ON = "g"
    SEND_ALONE = "z"


@dataclass(frozen=True, slots=True)
class DraftDoes(Button):
    """A press on a draft's card. `draft` tells this draft from the ones before it."""

    tag: ClassVar[str] = "d"
    draft: int
    act: DraftAct


@dataclass(frozen=True, slots=True)
class DraftAgency(Button):
    """The reporter picks an agency."""

    tag: ClassVar[str] = "da"
    draft: int
    agency: str


@dataclass(frozen=True, slots=True)
class DraftPlace(Button):
    """The reporter picks one of the places that their words may mean."""

    tag: ClassVar[str] = "dp"
    draft: int
    region: str


@dataclass(frozen=True, slots=True)
class DraftJoins(Button):
    """The reporter joins a report that theirs resembles, or adds to their own."""

    tag: ClassVar[str] = "dj"
    draft: int
    report: int


@dataclass(frozen=True, slots=True)
class DraftClass(Button):
    """The reporter picks the class; `kind` is the first letter of its English name."""

    tag: ClassVar[str] = "dk"
    draft: int
    kind: str


@dataclass(frozen=True, slots=True)
class DraftDay(Button):
    """The reporter picks a day: how many days ago."""

    tag: ClassVar[str] = "dw"
    draft: int
    days_ago: int


class ReportAct(StrEnum):
    """What a reporter may do with a filed report."""

    VIEW = "v"
    ADD = "a"
    PIN = "p"
    SOLVED = "s"
    UNSOLVED = "u"
    WITHDRAW = "w"
    WITHDRAW_SURE = "y"
    REPLY = "r"
    LEAVE = "l"


@dataclass(frozen=True, slots=True)
class ReportDoes(Button):
    """A press of a reporter on their own report."""

    tag: ClassVar[str] = "r"
    report: int
    act: ReportAct


@dataclass(frozen=True, slots=True)
class Rates(Button):
    """One to five stars for the service."""

    tag: ClassVar[str] = "rr"
    report: int
    stars: int


@dataclass(frozen=True, slots=True)
class MyReports(Button):
    """A page of the reporter's own reports, the first is 0."""

    tag: ClassVar[str] = "m"
    page: int


@dataclass(frozen=True, slots=True)
class LooseGoesTo(Button):
    """A loose sentence belongs to this report, or to a new one (0)."""

    tag: ClassVar[str] = "l"
    report: int


@dataclass(frozen=True, slots=True)
class Speaks(Button):
    """The person picks their language."""

    tag: ClassVar[str] = "s"
    language: str


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


BUTTONS: tuple[type[Button], ...] = (
    ConsentSays,
    DayOffGoes,
    DraftDoes,
    DraftAgency,
    DraftPlace,
    DraftJoins,
    DraftClass,
    DraftDay,
    ReportDoes,
    Rates,
    MyReports,
    LooseGoesTo,
    Speaks,
    CaseDoes,
    Composes,
    HandsBack,
    HandsBackTo,
    Cases,
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
    ShowsFigures,
    ShowsChart,
    Exports,
    *keyword_buttons.BUTTONS,
    *office_buttons.BUTTONS,
    *own_data_buttons.BUTTONS,
    Announces,
)
_BY_TAG = {button.tag: button for button in BUTTONS}


def read_button(data: str) -> Button:
    """Read callback data. Raises StaleButton for anything that is not a button of today."""
    tag, *parts = data.split(":")
    button = _BY_TAG.get(tag)
    if button is None:
        raise StaleButton(tag)
    return button.read(parts)
