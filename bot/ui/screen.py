"""A screen: what one message shows, as plain data that can be stored and sent later."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.report import Attachment, FileKind, ReportId


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, and either packed callback data or a link."""

    label: str
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Choice, ...], ...]


class Slot(StrEnum):
    """What a message is in its chat. In some slots only the newest keeps its buttons."""

    NONE = ""
    DRAFT = "draft"
    CARD = "card"
    ADMIN_CARD = "admin_card"
    NOTICE = "notice"
    QUESTION = "question"
    FILE = "file"
    """A file that came with another message."""
    EXPORT = "export"
    ANNOUNCEMENT = "announcement"

    @property
    def only_newest(self) -> bool:
        return self in {Slot.DRAFT, Slot.QUESTION}


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A reply keyboard under the input line; `location` labels the button that shares a place."""

    location: str = ""
    words: tuple[str, ...] = ()
    remove: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """One message.

    `text` is Telegram's HTML, at most 4,096 UTF-16 units after its entities are read; what is
    longer is sent in several messages, the buttons under the last. `in_place` changes the message
    whose button was pressed instead of sending a new one. `report` is what a reply belongs to.
    """

    text: str
    buttons: Rows = ()
    keyboard: Keyboard | None = None
    files: tuple[Attachment, ...] = ()
    slot: Slot = Slot.NONE
    report: ReportId | None = None
    in_place: bool = False
    pinned: bool = False
    removes: bool = False
    """Shows nothing: the message that it changes goes, with its file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a handler gives back: screens in their order, and a word for the pressed button.

    Where no button was pressed, a screen in place changes the newest message of the slot `changes`.
    """

    screens: tuple[Screen, ...] = ()
    toast: str = ""
    alert: bool = False
    changes: Slot = Slot.NONE


@dataclass(frozen=True, slots=True)
class TopicWish:
    """The topic of a group that a message belongs into; it is made first where `thread` is None."""

    subject: str
    name: str
    thread: int | None = None
    reopens: bool = False
    closes: bool = False
    """Once the message is there."""
    closable: bool = False
    """It is about one report alone."""
    renames: bool = False
    """It may bear another name, with words that are erased; it gets this one, after the message."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one chat is to see: `edit` is the message that the first screen changes.

    `stands_for` is the message that the first screen takes the place of, or changes where its
    topic cannot be had.
    """

    screens: tuple[Screen, ...]
    edit: int | None = None
    thread: int | None = None
    topic: TopicWish | None = None
    stands_for: int | None = None


def dump_screen(screen: Screen) -> dict[str, Any]:
    """Write a screen as JSON types, leaving out what is empty."""
    written: dict[str, Any] = {"text": screen.text}
    if screen.buttons:
        written["buttons"] = [[[c.label, c.data, c.url] for c in row] for row in screen.buttons]
    if screen.keyboard:
        keyboard = screen.keyboard
        written["keyboard"] = [keyboard.location, list(keyboard.words), keyboard.remove]
    if screen.files:
        written["files"] = [[f.kind, f.file, f.unique, f.name, f.size] for f in screen.files]
    if screen.slot:
        written["slot"] = screen.slot
    if screen.report:
        written["report"] = screen.report
    if screen.in_place:
        written["in_place"] = True
    if screen.pinned:
        written["pinned"] = True
    if screen.removes:
        written["removes"] = True
    return written


def load_screen(written: dict[str, Any]) -> Screen:
    """Read what `dump_screen` wrote."""
    keyboard = written.get("keyboard")
    return Screen(
        text=written["text"],
        buttons=tuple(
            tuple(Choice(label, data, url) for label, data, url in row)
            for row in written.get("buttons", ())
        ),
        keyboard=Keyboard(keyboard[0], tuple(keyboard[1]), keyboard[2]) if keyboard else None,
        files=tuple(
            Attachment(FileKind(kind), file, unique, name, size)
            for kind, file, unique, name, size in written.get("files", ())
        ),
        slot=Slot(written.get("slot", "")),
        report=ReportId(written["report"]) if "report" in written else None,
        in_place=written.get("in_place", False),
        pinned=written.get("pinned", False),
        removes=written.get("removes", False),
    )


def dumps(screen: Screen) -> bytes:
    """Write a screen as compact JSON."""
    return json.dumps(dump_screen(screen), ensure_ascii=False, separators=(",", ":")).encode()
