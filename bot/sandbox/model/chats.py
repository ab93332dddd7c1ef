"""People and the chats they meet the bot in."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum

from bot.sandbox.model.messages import Message, ReplyKeyboard


@dataclass(frozen=True, slots=True)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


class ChatKind(StrEnum):
    """The Bot API's chat types."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Status(StrEnum):
    """The Bot API's chat member states."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"

    @property
    def inside(self) -> bool:
        return self not in {Status.LEFT, Status.KICKED}

    @property
    def commands(self) -> bool:
        """Whether this member administers the chat."""
        return self in {Status.CREATOR, Status.ADMINISTRATOR}


ADMIN_RIGHTS = frozenset(
    {
        "can_delete_messages",
        "can_invite_users",
        "can_manage_chat",
        "can_manage_topics",
        "can_pin_messages",
    }
)


@dataclass(frozen=True, slots=True)
class Membership:
    """How somebody stands in a group; `rights` are the Bot API's names of an admin's rights."""

    user: User
    status: Status
    rights: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Topic:
    """A forum topic; its id is the message_thread_id."""

    id: int
    name: str
    colour: int = 0x6FB9F0
    closed: bool = False


class Pulse:
    """Lets any number of waiters sleep until the next change, at no cost when nobody waits."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event: asyncio.Event | None = None

    def beat(self) -> None:
        if self._event is not None:
            event, self._event = self._event, None
            event.set()

    async def wait(self) -> None:
        if self._event is None:
            self._event = asyncio.Event()
        await self._event.wait()


class LineKind(StrEnum):
    """What happened, in a chat's chronicle."""

    SENT = "sent"
    EDITED = "edited"
    DELETED = "deleted"
    PRESSED = "pressed"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Line:
    """One event of a chat, for transcripts: a message as it stood, or words about a press."""

    kind: LineKind
    message: Message | None = None
    who: str = ""
    words: str = ""
    before: Message | None = None


@dataclass(slots=True, eq=False)
class Chat:
    """A chat with its messages; the World alone changes it.

    `messages` holds what stands there now, by id, in the order of sending.
    `started` says whether the person of a private chat wrote yet: before that the bot may not.
    """

    id: int
    kind: ChatKind
    title: str = ""
    user: User | None = None
    username: str | None = None
    forum: bool = False
    started: bool = False
    blocked: bool = False
    migrated_to: int | None = None
    members: dict[int, Membership] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboard: tuple[int, ReplyKeyboard] | None = None
    typing: str | None = None
    lines: deque[Line] = field(default_factory=deque)
    by_change: dict[int, int] = field(default_factory=dict)
    pulse: Pulse = field(default_factory=Pulse)
    last_id: int = 0

    @property
    def name(self) -> str:
        return self.user.name if self.user else self.title

    @property
    def private(self) -> bool:
        return self.kind is ChatKind.PRIVATE

    @property
    def latest(self) -> Message | None:
        """The newest message that somebody wrote."""
        return next((m for m in reversed(self.messages.values()) if not m.is_service), None)

    def member(self, user_id: int) -> Membership | None:
        return self.members.get(user_id)

    def __repr__(self) -> str:
        return f"Chat({self.id}, {self.kind.value}, {self.name!r})"
