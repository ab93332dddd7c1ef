"""Whether an update has the shape that the Bot API gives it.

python-telegram-bot takes any value in any field, and a chat whose number is no number would go as
far as the outbox. Checked are the fields that the house reads; fields of tomorrow pass.
"""

from collections.abc import Mapping
from typing import Any

_LARGEST = 2**52
"""Telegram's own promise: its numbers have at most 52 significant bits."""
_NUMBERED = frozenset({"from", "chat", "user", "sender_chat"})
"""Who and where: their `id` is a number, that of a press is a word."""
_TABLES = _NUMBERED | {
    *("message", "edited_message", "callback_query", "my_chat_member", "reply_to_message"),
    *("location", "venue", "voice", "audio", "video", "video_note", "document", "sticker"),
    *("contact", "poll", "old_chat_member", "new_chat_member", "forum_topic_created"),
}
_ROWS = frozenset({"photo", "entities", "caption_entities", "new_chat_members"})
_NUMBERS = frozenset(
    {
        *("update_id", "message_id", "message_thread_id", "date", "edit_date", "live_period"),
        *("file_size", "duration", "width", "height", "offset", "length"),
        *("migrate_to_chat_id", "migrate_from_chat_id"),
    }
)
_DEGREES = {"latitude": 90.0, "longitude": 180.0}
_WORDS = frozenset(
    {
        *("text", "caption", "data", "title", "type", "status", "language_code", "username"),
        *("first_name", "last_name", "file_id", "file_unique_id", "file_name", "mime_type"),
        *("media_group_id", "chat_instance", "inline_message_id", "new_chat_title"),
    }
)
_MARKS = frozenset({"is_bot", "is_topic_message", "is_forum"})


class Malformed(Exception):
    """An update that Telegram would not send; the words name the field, never what it holds."""


def check(node: Mapping[str, Any], inside: str = "") -> None:
    """Raises Malformed. What is null counts as absent, except who and where."""
    if inside in _NUMBERED and not is_number(node.get("id")):
        raise Malformed(f"{inside}.id")
    for name, value in node.items():
        if value is not None and not _fits(name, value):
            raise Malformed(f"{inside}.{name}".lstrip("."))


def is_number(value: object) -> bool:
    """Whether it is a whole number that Telegram could mean; True and False are none."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST


def _fits(name: str, value: Any) -> bool:  # noqa: ANN401 - any value of JSON
    if name in _TABLES:
        if isinstance(value, dict):
            check(value, name)
        return isinstance(value, dict)
    if name in _ROWS:
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            for each in value:
                check(each, name)
            return True
        return False
    if name in _NUMBERS:
        return is_number(value)
    if name in _DEGREES:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and abs(value) <= _DEGREES[name]
    if name in _WORDS:
        return isinstance(value, str)
    return name not in _MARKS or isinstance(value, bool)
