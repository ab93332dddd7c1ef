"""What became of a request to Telegram, in types that delivery decides by.

The sentences compared here are the Bot API's own; it gives no other sign of what went wrong.
"""

from enum import StrEnum

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.domain.people import ChatId
from bot.telegram.patience import seconds_of


class Undone(Exception):
    """A request that was not carried out; `code` is short, and safe to log."""

    code = "undone"


class Blocked(Undone):
    """The person has blocked the bot or is deactivated; the group has thrown it out."""

    code = "blocked"


class Missing(StrEnum):
    CHAT = "chat"
    MESSAGE = "message"
    THREAD = "thread"


class Gone(Undone):
    """The chat, the message to change, or the topic is no longer there or takes no more."""

    code = "gone"

    def __init__(self, what: Missing) -> None:
        super().__init__(what)
        self.what = what


class Slow(Undone):
    """Telegram asks for patience: `retry_after` in seconds, for this chat."""

    code = "slow"

    def __init__(self, retry_after: float) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


class Moved(Undone):
    """The group has become a supergroup with another number."""

    code = "moved"

    def __init__(self, new_chat: ChatId) -> None:
        super().__init__("moved")
        self.new_chat = new_chat


class Muted(Undone):
    """The bot is in the group and may not write there."""

    code = "muted"


class Refusal(Undone):
    """Telegram will never take this request; `reason` is its sentence, which quotes no text."""

    code = "refused"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unreachable(Undone):
    """No answer, or one that says nothing about the request: worth trying again."""

    code = "unreachable"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


_CHAT_GONE = (
    "chat not found",
    "chat_id_invalid",
    "peer_id_invalid",
    "user not found",
    "group chat was deactivated",
    "channel_private",
)
_MESSAGE_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
)
_THREAD_GONE = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
_NO_RIGHT = (
    "not enough rights to send",
    "have no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_restricted",
)


def undone(error: TelegramError) -> Undone:
    """Say in our types what python-telegram-bot's error means."""
    match error:
        case RetryAfter():
            return Slow(seconds_of(error))
        case ChatMigrated():
            return Moved(ChatId(error.new_chat_id))
        case Forbidden():
            return Blocked(error.message)
        case BadRequest():
            return _refused(error.message)
        case _:
            return Unreachable(type(error).__name__)


def unchanged(error: TelegramError) -> bool:
    """Whether a change was refused only because the message or the topic is like that already."""
    sentence = error.message.lower()
    return isinstance(error, BadRequest) and (
        "message is not modified" in sentence or "topic_not_modified" in sentence
    )


def too_late(error: TelegramError) -> bool:
    """Whether a press can be answered no more."""
    sentence = error.message.lower()
    return isinstance(error, BadRequest) and (
        "query is too old" in sentence or "query id is invalid" in sentence
    )


def _refused(message: str) -> Undone:
    sentence = message.lower()
    for what, sentences in (
        (Missing.CHAT, _CHAT_GONE),
        (Missing.MESSAGE, _MESSAGE_GONE),
        (Missing.THREAD, _THREAD_GONE),
    ):
        if any(known in sentence for known in sentences):
            return Gone(what)
    if any(known in sentence for known in _NO_RIGHT):
        return Muted(message)
    return Refusal(message)
