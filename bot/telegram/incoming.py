"""What Telegram delivers, in our own words: the adapter between its types and ours.

A forwarded message keeps its words and loses its origin, before it is stored; a contact, a sticker
or a poll is only named. A file above Telegram's 20 MB is known by its size alone. Signs that turn
the direction of writing are taken out: in our screens they would turn what is not theirs.
"""

import json
import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from telegram import (
    Audio,
    Chat,
    Document,
    Message,
    PhotoSize,
    Update,
    User,
    Video,
    Voice,
)

from bot.domain.people import ChatId
from bot.domain.place import Pin
from bot.domain.report import Attachment, FileKind

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that a bot may fetch (Bot API, getFile)."""
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""


class Unread(StrEnum):
    """Kinds of messages that the house cannot use, each with its own answer."""

    STICKER = "sticker"
    POLL = "poll"
    CONTACT = "contact"
    VIDEO_NOTE = "video-note"
    ANYTHING = "anything"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody at Telegram; `chat` is the private chat in which they can be reached."""

    chat: ChatId = field(repr=False)
    name: str = field(repr=False)
    language_code: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A message. `sender` is None for a channel's or an anonymous group admin's."""

    sender: Sender | None
    chat: ChatId
    message: int
    private: bool
    text: str = field(default="", repr=False)
    attachment: Attachment | None = None
    pin: Pin | None = None
    live: bool = False
    album: str = ""
    reply_to: int | None = None
    thread: int | None = None
    chat_title: str = field(default="", repr=False)
    unread: Unread | None = None
    edited: bool = False

    @property
    def words_after_command(self) -> str:
        if not self.text.startswith("/"):
            return self.text
        return next(iter(self.text.split(maxsplit=1)[1:]), "")


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press on a button; `message` is the one that bears it."""

    sender: Sender
    query: str
    data: str
    chat: ChatId
    message: int | None
    private: bool
    thread: int | None = None


def heard_from(update: Update) -> Heard | None:
    """Read a message, new or edited; None where the update carries none."""
    message = update.effective_message
    chat = update.effective_chat
    if message is None or chat is None:
        return None
    anonymous = message.sender_chat is not None
    user = None if anonymous else message.from_user
    return Heard(
        sender=sender_of(user) if user and not user.is_bot else None,
        chat=ChatId(chat.id),
        message=message.message_id,
        private=chat.type == Chat.PRIVATE,
        text=_words(message),
        attachment=_attachment(message),
        pin=_pin(message),
        live=bool(message.location and message.location.live_period),
        album=message.media_group_id or "",
        reply_to=_replied(message),
        thread=message.message_thread_id if message.is_topic_message else None,
        chat_title=chat.title or "",
        unread=_unread(message),
        edited=update.edited_message is not None,
    )


def heard_in(payload: bytes) -> Heard | None:
    """Read the message in an update as the inbox keeps it."""
    return heard_from(Update.de_json(json.loads(payload)))


def pressed_from(update: Update) -> Pressed | None:
    """Read a press on one of our buttons."""
    query = update.callback_query
    if query is None or query.message is None:
        return None
    message = query.message
    thread = None
    if isinstance(message, Message) and message.is_topic_message:
        thread = message.message_thread_id
    return Pressed(
        sender=sender_of(query.from_user),
        query=query.id,
        data=query.data or "",
        chat=ChatId(message.chat.id),
        message=message.message_id,
        private=message.chat.type == Chat.PRIVATE,
        thread=thread,
    )


def sender_of(user: User) -> Sender:
    name = _TURNING.sub("", user.full_name).strip()
    return Sender(ChatId(user.id), name, user.language_code)


def _words(message: Message) -> str:
    """What was written; nothing where it holds no sign that anybody could see."""
    words = _TURNING.sub("", message.text or message.caption or "").strip()
    return words if any(_is_seen(sign) for sign in words) else ""


def _is_seen(sign: str) -> bool:
    return sign not in _UNSEEN and unicodedata.category(sign)[0] not in "CMZ"


def _replied(message: Message) -> int | None:
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:
        return None
    return replied.message_id


def _pin(message: Message) -> Pin | None:
    location = message.location or (message.venue.location if message.venue else None)
    return Pin(location.latitude, location.longitude) if location else None


def _attachment(message: Message) -> Attachment | None:
    found = _file(message)
    if found is None or (found[1].file_size or 0) > MOST_BYTES:
        return None
    kind, file, name = found
    return Attachment(kind, file.file_id, file.file_unique_id, name, file.file_size or 0)


_AnyFile = PhotoSize | Video | Voice | Audio | Document


def _file(message: Message) -> tuple[FileKind, _AnyFile, str] | None:
    if message.photo:
        return FileKind.PHOTO, message.photo[-1], ""
    if message.video:
        return FileKind.VIDEO, message.video, message.video.file_name or ""
    if message.voice:
        return FileKind.VOICE, message.voice, ""
    if message.audio:
        return FileKind.VOICE, message.audio, message.audio.file_name or ""
    if message.document:
        return FileKind.DOCUMENT, message.document, message.document.file_name or ""
    return None


def _unread(message: Message) -> Unread | None:
    if found := _file(message):
        return Unread.TOO_LARGE if (found[1].file_size or 0) > MOST_BYTES else None
    for there, unread in (
        (message.sticker, Unread.STICKER),
        (message.poll, Unread.POLL),
        (message.contact, Unread.CONTACT),
        (message.video_note, Unread.VIDEO_NOTE),
    ):
        if there:
            return unread
    known = _words(message) or message.location or message.venue
    return None if known else Unread.ANYTHING
