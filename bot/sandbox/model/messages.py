"""A message as it stands in a chat, with what hangs on it: a file, a place, buttons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.sandbox.model.entities import Entity, to_html, to_signs

if TYPE_CHECKING:
    from bot.sandbox.model.chats import Chat, User


class MediaKind(StrEnum):
    """What a file is shown as; the values are the Bot API's field names."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes that Telegram keeps; `size` may claim more than `data` holds, as a stand-in."""

    id: str
    unique_id: str
    kind: MediaKind
    path: str
    data: bytes = field(repr=False)
    size: int
    name: str | None = None
    mime: str | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A file in a message; a photo also has a smaller copy, as Telegram makes one."""

    kind: MediaKind
    file: StoredFile
    small: StoredFile | None = None
    seconds: int = 0
    width: int = 0
    height: int = 0
    emoji: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A pin; `live_seconds` above 0 for one that moves."""

    latitude: float
    longitude: float
    live_seconds: int = 0


class ButtonKind(StrEnum):
    """What a press does; the values are the Bot API's field names."""

    CALLBACK = "callback_data"
    URL = "url"
    COPY = "copy_text"
    WEB_APP = "web_app"
    SWITCH = "switch_inline_query"
    TEXT = "text"
    LOCATION = "request_location"
    CONTACT = "request_contact"


@dataclass(frozen=True, slots=True)
class Button:
    """A button; `value` is the callback data, the address or the text to copy."""

    text: str
    kind: ButtonKind
    value: str = ""
    style: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class InlineKeyboard:
    """Buttons under a message."""

    rows: Rows

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self.rows for button in row)


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    """Buttons in place of the writing keyboard."""

    rows: Rows
    one_time: bool = False
    selective: bool = False
    placeholder: str | None = None

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self.rows for button in row)


@dataclass(frozen=True, slots=True)
class KeyboardRemoval:
    """Takes the reply keyboard away."""

    selective: bool = False


@dataclass(frozen=True, slots=True)
class ForcedReply:
    """Opens a reply to this message."""

    selective: bool = False
    placeholder: str | None = None


Markup = InlineKeyboard | ReplyKeyboard | KeyboardRemoval | ForcedReply


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; an edit replaces it under the same id.

    `text` and `entities` are the caption where there is `media`.
    `extra` holds what the sandbox only carries along, in the Bot API's own form: contacts, polls
    and service notes.
    `stamp` counts the world's changes: the greater, the later sent or edited.
    """

    id: int
    chat: Chat
    sender: User
    date: datetime
    text: str = ""
    entities: tuple[Entity, ...] = ()
    media: Media | None = None
    location: Location | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    markup: Markup | None = None
    reply_to: int | None = None
    thread: int | None = None
    album: str | None = None
    sender_chat: Chat | None = None
    origin: str | None = None
    edited: datetime | None = None
    stamp: int = 0

    @property
    def html(self) -> str:
        return to_html(self.text, self.entities)

    @property
    def signs(self) -> str:
        """The text with *bold*, _italic_ and `code`, as transcripts show it."""
        return to_signs(self.text, self.entities)

    @property
    def keyboard(self) -> InlineKeyboard | None:
        return self.markup if isinstance(self.markup, InlineKeyboard) else None

    @property
    def buttons(self) -> list[str]:
        """The labels under the message, in reading order."""
        return [button.text for button in self.keyboard.buttons] if self.keyboard else []

    @property
    def from_bot(self) -> bool:
        return self.sender.is_bot and self.sender_chat is None and not self.is_service

    @property
    def is_service(self) -> bool:
        return not (self.text or self.media or self.location) and bool(
            self.extra.keys() - {"contact", "poll"}
        )
