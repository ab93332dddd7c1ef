"""What a bot in a group may read: everything as an admin, otherwise what is meant for it."""

from bot.sandbox.model.chats import ChatKind, User
from bot.sandbox.model.messages import Message


def may_read(message: Message, bot: User, *, privacy: bool) -> bool:
    """`privacy` is the bot's privacy mode, as set with BotFather."""
    chat = message.chat
    if chat.private:
        return True
    own = chat.members.get(bot.id)
    if own is None or not own.status.inside:
        return False
    if chat.kind is ChatKind.CHANNEL or not privacy or own.status.commands:
        return True
    return message.is_service or _is_meant(message, bot)


def _is_meant(message: Message, bot: User) -> bool:
    answered = message.chat.messages.get(message.reply_to or 0)
    if answered is not None and answered.sender.id == bot.id:
        return True
    text = message.text.lower()
    if f"@{bot.username}".lower() in text:
        return True
    first = text.split(maxsplit=1)[0] if text else ""
    return first.startswith("/") and "@" not in first
