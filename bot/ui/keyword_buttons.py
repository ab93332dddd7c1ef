"""The buttons of /katakunci."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.ui.pressing import Button


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
    KeywordDoes,
    KeywordPicks,
    KeywordWeighs,
    KeywordSaves,
    KeywordUndoes,
)
