"""What a press means: small typed classes, packed into Telegram's 64 bytes of callback data.

A packed button is its tag and its fields with colons between. A tag is never used again for
another meaning: messages with old buttons stay in people's chats for years.
"""

from collections.abc import Callable
from dataclasses import astuple, dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar, Self

from bot.domain.export import Form
from bot.domain.people import InvitationKind

MOST_BYTES = 64
_MOST = 2**53
"""No number in a button of ours comes near it; a database takes what is a thousand times larger."""


class StaleButton(Exception):
    """The data does not read as a button of today: an old or a forged one."""


class Button:
    """A press with typed fields (str, int or a StrEnum)."""

    __slots__ = ()
    tag: ClassVar[str]

    def pack(self) -> str:
        """Write it as callback data. Raises ValueError above 64 bytes or with a colon inside."""
        parts = [str(value) for value in astuple(self)]  # type: ignore[call-overload]
        if any(":" in part for part in parts):
            raise ValueError(f"a button's field holds a colon: {parts}")
        packed = ":".join([self.tag, *parts])
        if len(packed.encode()) > MOST_BYTES:
            raise ValueError(f"a button is longer than {MOST_BYTES} bytes: {packed}")
        return packed

    @classmethod
    def read(cls, parts: list[str]) -> Self:
        """Read the fields. Raises StaleButton where they do not fit."""
        wanted = fields(cls)  # type: ignore[arg-type]
        if len(parts) != len(wanted):
            raise StaleButton(cls.tag)
        try:
            values: list[Any] = [
                _reader(field.type)(part) for field, part in zip(wanted, parts, strict=True)
            ]
        except ValueError as wrong:
            raise StaleButton(cls.tag) from wrong
        return cls(*values)


def _reader(kind: Any) -> Callable[[str], Any]:  # noqa: ANN401 - the type of a dataclass field
    if not isinstance(kind, type):
        raise TypeError(f"a button's field must be a plain type, not {kind!r}")
    return _number if kind is int else kind


def _number(part: str) -> int:
    number = int(part)
    if not -_MOST < number < _MOST:
        raise ValueError("a number that no button holds")
    return number


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
    VOICES = "z"
    SHARE = "w"
    TAKE_OVER = "v"
    HAND_OVER = "g"
    TO_UNIT = "u"
    NOTE = "n"


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
    HandsOver,
    ToUnit,
    Units,
    UsesTemplate,
    TemplateDoes,
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
)
_BY_TAG = {button.tag: button for button in BUTTONS}


def read_button(data: str) -> Button:
    """Read callback data. Raises StaleButton for anything that is not a button of today."""
    tag, *parts = data.split(":")
    button = _BY_TAG.get(tag)
    if button is None:
        raise StaleButton(tag)
    return button.read(parts)
