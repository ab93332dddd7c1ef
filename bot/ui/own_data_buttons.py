"""What people press about the data that is kept of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.ui.pressing import Button


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


BUTTONS: tuple[type[Button], ...] = (OwnDataDoes, ErasesMe)
