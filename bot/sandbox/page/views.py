"""The world as the page's scripts read it: plain data, text with entities, never markup."""

from collections.abc import Mapping
from urllib.parse import quote

from bot.sandbox.model.chats import Chat, Membership, User
from bot.sandbox.model.entities import Entity
from bot.sandbox.model.messages import Button, ForcedReply, Media, Message, Rows
from bot.sandbox.world import World

Json = dict[str, object]
Words = Mapping[str, str]
"""One label by language code."""

_PREVIEW = 120


def user_view(user: User) -> Json:
    return {"id": user.id, "name": user.name, "username": user.username, "bot": user.is_bot}


def bot_view(world: World) -> Json:
    """The bot's name and, by language, what its profile says of it."""
    return {**user_view(world.bot), "description": dict(world.menu.description)}


def chat_view(world: World, chat: Chat, label: Words | None) -> Json:
    own = chat.member(world.bot.id)
    return {
        "id": chat.id,
        "private": chat.private,
        "name": chat.name,
        "label": dict(label or {}),
        "user": None if chat.user is None else user_view(chat.user),
        "forum": chat.forum,
        "started": chat.started,
        "blocked": chat.blocked,
        "hasBot": chat.private or (own is not None and own.status.inside),
        "botLeads": own is not None and own.status.commands,
        "members": [
            _member_view(member) for member in chat.members.values() if member.status.inside
        ],
        "topics": [
            {"id": topic.id, "name": topic.name, "closed": topic.closed}
            for topic in chat.topics.values()
        ],
        "pinned": [
            _quote_view(chat.messages[number]) for number in chat.pinned if number in chat.messages
        ],
        "keyboard": _reply_keyboard_view(chat),
        "typing": chat.typing,
    }


def message_view(message: Message, run: str) -> Json:
    """One message; `run` names this run of the server, so that no file of another is shown."""
    answered = message.chat.messages.get(message.reply_to or 0)
    keyboard = message.keyboard
    found: Json = {
        "id": message.id,
        "stamp": message.stamp,
        "date": message.date.timestamp(),
        "edited": message.edited is not None,
        "sender": {
            **user_view(message.sender),
            "title": message.sender_chat.name if message.sender_chat else None,
        },
        "text": message.text,
        "entities": [_entity_view(entity) for entity in message.entities],
        "thread": message.thread,
        "album": message.album,
        "origin": message.origin,
    }
    if answered is not None:
        found["reply"] = _quote_view(answered)
    if message.media is not None:
        found["media"] = _media_view(message.media, run)
    if message.location is not None:
        place = message.location
        found["place"] = {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "live": place.live_seconds > 0,
        }
    if message.is_service:
        found["service"] = _service_view(message)
    elif message.extra:
        found["extra"] = dict(message.extra)
    if keyboard is not None:
        found["keyboard"] = _rows_view(keyboard.rows)
    if isinstance(message.markup, ForcedReply):
        found["asks"] = message.markup.placeholder or ""
    return found


def _member_view(member: Membership) -> Json:
    return {**user_view(member.user), "status": member.status.value}


def _entity_view(entity: Entity) -> Json:
    found: Json = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.url is not None:
        found["url"] = entity.url
    return found


def _quote_view(message: Message) -> Json:
    kind = "text"
    if message.media is not None:
        kind = message.media.kind.value
    elif message.location is not None:
        kind = "place"
    sender = message.sender_chat.name if message.sender_chat else message.sender.name
    text = " ".join(message.text[: 2 * _PREVIEW].split())[:_PREVIEW]
    return {"id": message.id, "name": sender, "kind": kind, "text": text}


def _media_view(media: Media, run: str) -> Json:
    return {
        "kind": media.kind.value,
        "url": f"/file/{run}/{quote(media.file.path)}",
        "name": media.file.name,
        "size": media.file.size,
        "seconds": media.seconds,
        "emoji": media.emoji,
    }


def _rows_view(rows: Rows) -> list[list[Json]]:
    return [[_button_view(button) for button in row] for row in rows]


def _button_view(button: Button) -> Json:
    return {
        "text": button.text,
        "kind": button.kind.value,
        "value": button.value,
        "style": button.style,
    }


def _reply_keyboard_view(chat: Chat) -> Json | None:
    if chat.keyboard is None:
        return None
    number, keyboard = chat.keyboard
    return {
        "message": number,
        "rows": _rows_view(keyboard.rows),
        "placeholder": keyboard.placeholder,
    }


def _service_view(message: Message) -> Json:
    """What a note tells: its kind, and whom or what it names."""
    kind, value = next(iter(message.extra.items()))
    names: list[str] = []
    match value:
        case [*people]:
            names = [_name_of(one) for one in people]
        case dict() as one:
            names = [_name_of(one)] if "first_name" in one or "name" in one else []
    return {"kind": kind, "who": message.sender.name, "names": names}


def _name_of(one: object) -> str:
    if not isinstance(one, dict):
        return ""
    parts = [one.get("name") or one.get("first_name"), one.get("last_name")]
    return " ".join(str(part) for part in parts if part)
