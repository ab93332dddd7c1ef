"""What happens in the world: changes, and presses that wait for an answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.sandbox.model.chats import Chat, User
from bot.sandbox.model.messages import Message


class ChangeKind(StrEnum):
    """What changed in the world."""

    SENT = "sent"
    EDITED = "edited"
    DELETED = "deleted"
    PRESSED = "pressed"
    ANSWERED = "answered"
    TYPING = "typing"
    CHAT = "chat"
    MENU = "menu"


@dataclass(slots=True, eq=False)
class Press:
    """A press of a callback button, and what the bot answered to it."""

    id: str
    user: User
    message: Message
    label: str
    data: str
    at: datetime
    answered: bool = False
    text: str | None = None
    alert: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `chat` is None for what concerns all chats (menus and profile)."""

    kind: ChangeKind
    chat: Chat | None = None
    message: Message | None = None
    press: Press | None = None
