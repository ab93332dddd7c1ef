"""Chats, their members, pins and topics."""

from dataclasses import replace

from bot.sandbox.api.call import Call
from bot.sandbox.api.desk import GENERAL_TOPIC, Desk
from bot.sandbox.api.refusals import bad_request
from bot.sandbox.model.chats import Chat, ChatKind, Membership, Status, Topic
from bot.sandbox.model.entities import cleaned
from bot.sandbox.model.wire import (
    full_chat_json,
    member_json,
    message_json,
    topic_json,
)

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


async def send_chat_action(desk: Desk, call: Call) -> object:
    action = call.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    desk.world.type_in(desk.chat(call), action)
    return True


async def get_chat(desk: Desk, call: Call) -> object:
    return full_chat_json(desk.chat(call, write=False))


async def get_chat_member(desk: Desk, call: Call) -> object:
    chat = desk.chat(call, write=False)
    user_id = call.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    user = desk.world.users.get(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if chat.private:
        return member_json(Membership(user, Status.MEMBER))
    return member_json(chat.member(user_id) or Membership(user, Status.LEFT))


async def get_chat_administrators(desk: Desk, call: Call) -> object:
    chat = desk.chat(call, write=False)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    bots = call.flag("return_bots")
    return [
        member_json(member)
        for member in chat.members.values()
        if member.status.commands and (bots or not member.user.is_bot)
    ]


async def get_chat_member_count(desk: Desk, call: Call) -> object:
    chat = desk.chat(call, write=False)
    return 2 if chat.private else sum(m.status.inside for m in chat.members.values())


async def leave_chat(desk: Desk, call: Call) -> object:
    chat = desk.chat(call)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    desk.world.set_member(chat, Membership(desk.world.bot, Status.LEFT), desk.world.bot)
    return True


def _check_pin(desk: Desk, chat: Chat) -> None:
    if not desk.has_right(chat, "can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")


async def pin_chat_message(desk: Desk, call: Call) -> object:
    message = desk.message(call, "message to pin")
    chat = message.chat
    _check_pin(desk, chat)
    if chat.pinned and chat.pinned[-1] == message.id:
        return True
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    chat.pinned.append(message.id)
    pinned = message_json(message, nested=True)
    desk.world.note(chat, desk.world.bot, message.thread, pinned_message=pinned)
    return True


async def unpin_chat_message(desk: Desk, call: Call) -> object:
    chat = desk.chat(call)
    _check_pin(desk, chat)
    number = call.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    desk.world.changed(chat)
    return True


async def unpin_all_chat_messages(desk: Desk, call: Call) -> object:
    chat = desk.chat(call)
    _check_pin(desk, chat)
    chat.pinned.clear()
    desk.world.changed(chat)
    return True


def _forum(desk: Desk, call: Call, right: str) -> Chat:
    chat = desk.chat(call)
    if not chat.forum or chat.kind is not ChatKind.SUPERGROUP:
        raise bad_request("the chat is not a forum")
    if not desk.has_right(chat, "can_manage_topics"):
        raise bad_request(f"not enough rights to {right}")
    return chat


def _topic(chat: Chat, call: Call) -> Topic:
    number = call.integer("message_thread_id")
    topic = chat.topics.get(number) if number != GENERAL_TOPIC else None
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


async def create_forum_topic(desk: Desk, call: Call) -> object:
    name = cleaned(call.text("name")).strip()
    chat = _forum(desk, call, "create a topic")
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    if len(name) > 128:
        raise bad_request("TOPIC_TITLE_INVALID")
    colour = call.integer("icon_color", 0x6FB9F0)
    note = desk.world.note(
        chat, desk.world.bot, forum_topic_created={"name": name, "icon_color": colour}
    )
    topic = Topic(note.id, name, colour)
    desk.world.set_topic(chat, topic)
    return topic_json(topic)


async def edit_forum_topic(desk: Desk, call: Call) -> object:
    chat = _forum(desk, call, "edit the topic")
    topic = _topic(chat, call)
    name = cleaned(call.text("name")).strip() or topic.name
    if len(name) > 128:
        raise bad_request("TOPIC_TITLE_INVALID")
    if name == topic.name and "icon_custom_emoji_id" not in call.arguments:
        raise bad_request("TOPIC_NOT_MODIFIED")
    desk.world.set_topic(chat, replace(topic, name=name))
    desk.world.note(chat, desk.world.bot, topic.id, forum_topic_edited={"name": name})
    return True


async def close_forum_topic(desk: Desk, call: Call) -> object:
    return _shut(desk, call, closed=True)


async def reopen_forum_topic(desk: Desk, call: Call) -> object:
    return _shut(desk, call, closed=False)


def _shut(desk: Desk, call: Call, *, closed: bool) -> bool:
    chat = _forum(desk, call, "close the topic" if closed else "reopen the topic")
    topic = _topic(chat, call)
    if topic.closed is closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    desk.world.set_topic(chat, replace(topic, closed=closed))
    name = "forum_topic_closed" if closed else "forum_topic_reopened"
    desk.world.note(chat, desk.world.bot, topic.id, **{name: {}})
    return True
