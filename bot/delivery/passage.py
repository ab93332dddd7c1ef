"""A row of the outbox while it is being sent: its screens, and how far they have come."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from bot.domain.notice import Notice
from bot.telegram.outgoing import Progress
from bot.ui.screen import Rendered, Screen, Slot, TopicWish, load_screen
from storage.database import Storage
from storage.stores.outbox import OutboxRow
from storage.unit import Unit

SCREEN = "screen"
NOTICE = "notice"


Render = Callable[[Notice, Unit], Awaitable[Rendered | None]]
"""Puts a notice into words as things stand now; None when there is nothing to say any more."""


@dataclass(slots=True)
class Passage:
    """Kept between attempts, so that what has arrived is not sent again."""

    row: OutboxRow
    notice: Notice | None
    screens: tuple[Screen, ...]
    edit: int | None
    thread: int | None
    progress: Progress = field(default_factory=Progress)
    shown: list[tuple[Screen, int]] = field(default_factory=list)
    edited: int | None = None
    """The message that the first screen did change."""
    topic: TopicWish | None = None
    stands_for: int | None = None
    """What the first screen takes the place of, once it is there."""
    remade: bool = False
    """Its topic was deleted, and has been made once more."""
    topic_tries: int = 0
    """How often its topic could not be renamed or closed, for want of an answer."""
    beside: list[tuple[Screen, Slot, int]] = field(default_factory=list)
    """The other messages of what was shown: files, and the beginning of a long text."""
    replaced: list[int] = field(default_factory=list)
    """Messages that were to be changed and are not: a new one stands for them."""

    @property
    def screen(self) -> Screen | None:
        """The one that has not arrived yet; None when all have."""
        return self.screens[len(self.shown)] if len(self.shown) < len(self.screens) else None

    @property
    def begun(self) -> bool:
        """Whether a part of it has arrived or been waited for, so that it must go on as it was."""
        return bool(self.shown or self.progress.parts or self.progress.fetches)

    def arrived(self, screen: Screen, message: int) -> None:
        if self.edit == message:
            self.edited = message
        elif self.edit is not None:
            self.replaced.append(self.edit)
        if self.stands_for not in {None, message}:
            self.replaced.append(self.stands_for)
        self.edit = self.stands_for = None
        self.shown.append((screen, message))
        self.beside += [(screen, Slot.FILE, file) for file in self.progress.files]
        self.beside += [(screen, Slot.NONE, text) for text in self.progress.earlier]
        self.progress = Progress()

    def send_anew(self) -> None:
        """Give up changing the old message."""
        if self.edit is not None:
            self.replaced.append(self.edit)
        self.edit = None
        self.progress = Progress()


def notice_of(row: OutboxRow) -> Notice | None:
    """Read the notice in a row, for the chat that the row is for now; None for a screen."""
    if row.kind != NOTICE:
        return None
    return replace(Notice.load(row.payload), chat=row.lane)


async def open_row(row: OutboxRow, render: Render, storage: Storage) -> Passage | None:
    """Read or render what the row shows; None when there is nothing to say any more."""
    notice = notice_of(row)
    if notice is None:
        written = json.loads(row.payload)
        screen = load_screen(written["screen"])
        return Passage(row, None, (screen,), written.get("edit"), written.get("thread"))
    async with storage.reading() as unit:
        rendered = await render(notice, unit)
    if rendered is None or not rendered.screens:
        return None
    return Passage(
        row,
        notice,
        rendered.screens,
        rendered.edit,
        rendered.thread,
        topic=rendered.topic,
        stands_for=rendered.stands_for,
    )
