"""Messages of words, and every edit."""

from dataclasses import replace

from bot.sandbox.api.call import Call
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.formatting import caption, inline_markup, markup, message_text
from bot.sandbox.api.limits import DELETE_SECONDS
from bot.sandbox.api.refusals import bad_request, not_modified
from bot.sandbox.model.messages import Message
from bot.sandbox.model.wire import message_json


async def send_message(desk: Desk, call: Call) -> object:
    text, entities = message_text(call)
    keyboard = markup(call)
    draft = desk.draft(desk.target(call, "text messages"), keyboard)
    return desk.sent(replace(draft, text=text, entities=entities))


def put(desk: Desk, before: Message, after: Message) -> object:
    """Stores an edit, unless nothing would change."""
    now = (after.text, after.entities, after.media, after.location, after.markup)
    if now == (before.text, before.entities, before.media, before.location, before.markup):
        raise not_modified()
    desk.pace.take(before.chat.id, desk.clock.now())
    return message_json(desk.world.edit(before, after))


async def edit_message_text(desk: Desk, call: Call) -> object:
    text, entities = message_text(call)
    keyboard = inline_markup(call)
    before = desk.own_message(call)
    if before.media is not None or before.location is not None:
        raise bad_request("there is no text in the message to edit")
    return put(desk, before, replace(before, text=text, entities=entities, markup=keyboard))


async def edit_message_caption(desk: Desk, call: Call) -> object:
    text, entities = caption(call)
    keyboard = inline_markup(call)
    before = desk.own_message(call)
    if before.media is None:
        raise bad_request("there is no caption in the message to edit")
    return put(desk, before, replace(before, text=text, entities=entities, markup=keyboard))


async def edit_message_reply_markup(desk: Desk, call: Call) -> object:
    keyboard = inline_markup(call)
    before = desk.own_message(call)
    return put(desk, before, replace(before, markup=keyboard))


async def delete_message(desk: Desk, call: Call) -> object:
    message = desk.message(call, "message to delete")
    age = (desk.clock.now() - message.date).total_seconds()
    theirs = message.sender.id != desk.world.bot.id
    allowed = not theirs or desk.has_right(message.chat, "can_delete_messages")
    if not allowed or age > DELETE_SECONDS:
        raise bad_request("message can't be deleted")
    desk.world.delete(message)
    return True


async def delete_messages(desk: Desk, call: Call) -> object:
    chat = desk.chat(call)
    numbers = call.array("message_ids", "message identifiers") or []
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > 100:
        raise bad_request("too many message identifiers specified")
    for number in numbers:
        message = chat.messages.get(number) if isinstance(number, int) else None
        if message is not None:
            desk.world.delete(message)
    return True
