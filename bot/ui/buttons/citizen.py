"""The buttons of citizens: consent, the draft, their reports, their data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.ui.buttons.button import Button


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
    NAMED = "m"
    SECRET = "r"  # noqa: S105 - the switch Rahasia, no password
    OPEN = "l"
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


class OwnDataAct(StrEnum):
    SHOW = "s"
    COPY = "c"
    ERASE = "e"


@dataclass(frozen=True, slots=True)
class OwnDataDoes(Button):
    """A press under what is kept."""

    tag: ClassVar[str] = "w"
    act: OwnDataAct


@dataclass(frozen=True, slots=True)
class ErasesMe(Button):
    """The second word; `asked` is the second since 1970 in which it was asked for."""

    tag: ClassVar[str] = "we"
    asked: int


@dataclass(frozen=True, slots=True)
class LeavesQuestion(Button):
    """Whoever was asked something leaves it alone."""

    tag: ClassVar[str] = "lq"


BUTTONS: tuple[type[Button], ...] = (
    ConsentSays,
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
    OwnDataDoes,
    ErasesMe,
    LeavesQuestion,
)
