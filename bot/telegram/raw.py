"""An update as Telegram delivers it, before it is stored: what is kept of it, and whose it is.

Where a forwarded message comes from is not kept. Of a message that is answered or whose button is
pressed only its number is: the house knows what it said, and the words need not be stored again.
"""

from collections.abc import Mapping
from typing import Any

from bot.telegram.soundness import is_number

_ORIGINS = frozenset(
    {
        "forward_origin",
        "forward_from",
        "forward_from_chat",
        "forward_from_message_id",
        "forward_signature",
        "forward_sender_name",
        "forward_date",
        "external_reply",
        "quote",
    }
)
"""The fields that tell where a message comes from, in the Bot API of today and of earlier years."""
_NAMING = frozenset(
    {
        "message_id",
        "date",
        "chat",
        "message_thread_id",
        "is_topic_message",
        "forum_topic_created",
    }
)
"""The fields of a message by which it is found again."""


def kept_of(raw: Mapping[str, Any], inside: str = "") -> dict[str, Any]:
    """Give what is stored of an update; `inside` is the field that this stands in."""
    kept = {}
    for name, value in raw.items():
        if name == "reply_to_message" or (inside, name) == ("callback_query", "message"):
            kept[name] = _named(value)
        elif name not in _ORIGINS:
            kept[name] = _kept(value, name)
    return kept


def is_update(raw: object) -> bool:
    """Whether it can be kept at all; without a number of its own it could not be told apart."""
    return isinstance(raw, dict) and is_number(raw.get("update_id"))


def lane_of(raw: Mapping[str, Any]) -> str:
    """Whose order an update keeps: the person's, else the chat's, else its own."""
    for event in raw.values():
        if not isinstance(event, dict):
            continue
        user = event.get("from")
        if isinstance(user, dict) and is_number(user.get("id")) and not user.get("is_bot"):
            return f"p{user['id']}"
        around = event.get("message")
        chat = event.get("chat") or (around.get("chat") if isinstance(around, dict) else None)
        if isinstance(chat, dict) and is_number(chat.get("id")):
            return f"c{chat['id']}"
    return f"u{raw['update_id']}"


def _kept(value: Any, inside: str) -> Any:  # noqa: ANN401 - any value of JSON
    if isinstance(value, dict):
        return kept_of(value, inside)
    return [_kept(each, inside) for each in value] if isinstance(value, list) else value


def _named(value: Any) -> Any:  # noqa: ANN401 - any value of JSON
    if not isinstance(value, dict):
        return value
    return {name: _kept(field, name) for name, field in value.items() if name in _NAMING}
