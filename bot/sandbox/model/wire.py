"""The Bot API's JSON of what the sandbox knows."""

from collections.abc import Mapping
from datetime import datetime

from bot.sandbox.model.chats import ADMIN_RIGHTS, Chat, Membership, Status, Topic, User
from bot.sandbox.model.entities import Entity
from bot.sandbox.model.messages import (
    Button,
    ButtonKind,
    InlineKeyboard,
    Media,
    MediaKind,
    Message,
    StoredFile,
)

Json = dict[str, object]

ANONYMOUS_ADMIN = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_SENDER = User(136817688, "Channel", username="Channel_Bot", is_bot=True)


def seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def user_json(user: User) -> Json:
    found: Json = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    if user.last_name:
        found["last_name"] = user.last_name
    if user.username:
        found["username"] = user.username
    if user.language:
        found["language_code"] = user.language
    return found


def chat_json(chat: Chat) -> Json:
    found: Json = {"id": chat.id, "type": chat.kind.value}
    if chat.user is not None:
        found["first_name"] = chat.user.first_name
        if chat.user.last_name:
            found["last_name"] = chat.user.last_name
        if chat.user.username:
            found["username"] = chat.user.username
        return found
    found["title"] = chat.title
    if chat.username:
        found["username"] = chat.username
    if chat.forum:
        found["is_forum"] = True
    return found


def entity_json(entity: Entity) -> Json:
    found: Json = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.url is not None:
        found["url"] = entity.url
    if entity.language is not None:
        found["language"] = entity.language
    return found


def file_json(file: StoredFile) -> Json:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}


def media_json(media: Media) -> Json:
    size: Json = {"width": media.width, "height": media.height}
    match media.kind:
        case MediaKind.PHOTO:
            small = media.small or media.file
            sizes: list[Json] = [
                {**file_json(small), "width": 90, "height": 67},
                {**file_json(media.file), **size},
            ]
            return {"photo": sizes}
        case MediaKind.VIDEO:
            found = {**file_json(media.file), **size, "duration": media.seconds}
        case MediaKind.VOICE:
            found = {**file_json(media.file), "duration": media.seconds}
        case MediaKind.VIDEO_NOTE:
            found = {**file_json(media.file), "length": 240, "duration": media.seconds}
        case MediaKind.STICKER:
            found = {**file_json(media.file), **size, "emoji": media.emoji or "🙂"}
            found |= {"type": "regular", "is_animated": False, "is_video": False}
        case MediaKind.DOCUMENT:
            found = file_json(media.file)
    if media.kind in {MediaKind.DOCUMENT, MediaKind.VIDEO} and media.file.name:
        found["file_name"] = media.file.name
    if media.file.mime and media.kind not in {MediaKind.STICKER, MediaKind.VIDEO_NOTE}:
        found["mime_type"] = media.file.mime
    return {media.kind.value: found}


def button_json(button: Button) -> Json:
    value: object = button.value
    if button.kind is ButtonKind.COPY:
        value = {"text": button.value}
    elif button.kind is ButtonKind.WEB_APP:
        value = {"url": button.value}
    found: Json = {"text": button.text, button.kind.value: value}
    if button.style:
        found["style"] = button.style
    return found


def keyboard_json(keyboard: InlineKeyboard) -> Json:
    return {"inline_keyboard": [[button_json(b) for b in row] for row in keyboard.rows]}


def message_json(message: Message, *, nested: bool = False) -> Json:
    """`nested` leaves out the message replied to, as Telegram does inside another message."""
    chat = message.chat
    found: Json = {
        "message_id": message.id,
        "from": user_json(message.sender),
        "chat": chat_json(chat),
        "date": seconds(message.date),
    }
    if message.sender_chat is not None:
        found["sender_chat"] = chat_json(message.sender_chat)
    if message.thread is not None:
        found["message_thread_id"] = message.thread
        found["is_topic_message"] = True
    # What is said in a topic answers the note that opened it, unless it answers something else.
    if (answers := message.reply_to or message.thread) is not None and not nested:
        answered = chat.messages.get(answers)
        if answered is not None:
            found["reply_to_message"] = message_json(answered, nested=True)
    if message.edited is not None:
        found["edit_date"] = seconds(message.edited)
    if message.origin is not None:
        found["forward_origin"] = {
            "type": "hidden_user",
            "date": seconds(message.date),
            "sender_user_name": message.origin,
        }
    if message.album is not None:
        found["media_group_id"] = message.album
    _add_content(found, message)
    if isinstance(message.markup, InlineKeyboard):
        found["reply_markup"] = keyboard_json(message.markup)
    return found


def _add_content(found: Json, message: Message) -> None:
    if message.media is not None:
        found.update(media_json(message.media))
    if message.text:
        names = ("caption", "caption_entities") if message.media else ("text", "entities")
        found[names[0]] = message.text
        if message.entities:
            found[names[1]] = [entity_json(entity) for entity in message.entities]
    if message.location is not None:
        found["location"] = place = {
            "latitude": message.location.latitude,
            "longitude": message.location.longitude,
        }
        if message.location.live_seconds:
            place["live_period"] = message.location.live_seconds
    found.update(message.extra)


def member_json(member: Membership) -> Json:
    found: Json = {"status": member.status.value, "user": user_json(member.user)}
    match member.status:
        case Status.CREATOR:
            found["is_anonymous"] = False
        case Status.ADMINISTRATOR:
            found |= {"can_be_edited": False, "is_anonymous": False}
            found |= dict.fromkeys(_ADMIN_FIELDS, False)
            found |= dict.fromkeys(ADMIN_RIGHTS & member.rights, True)
        case Status.RESTRICTED:
            found |= {"is_member": True, "until_date": 0}
            found |= dict.fromkeys(_MEMBER_FIELDS, False)
        case Status.KICKED:
            found["until_date"] = 0
    return found


_ADMIN_FIELDS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
_MEMBER_FIELDS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_react_to_messages",
    "can_edit_tag",
)


def topic_json(topic: Topic) -> Json:
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.colour}


def full_chat_json(chat: Chat) -> Json:
    found = chat_json(chat)
    found |= {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if chat.pinned:
        pinned = chat.messages.get(chat.pinned[-1])
        if pinned is not None:
            found["pinned_message"] = message_json(pinned, nested=True)
    if not chat.private:
        found["permissions"] = permissions_json()
    return found


def permissions_json() -> Mapping[str, bool]:
    """What members may do in a new group."""
    return {
        name: name not in {"can_change_info", "can_pin_messages", "can_manage_topics"}
        for name in _MEMBER_FIELDS
    }
