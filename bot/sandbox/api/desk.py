"""Where a call is served: the world and the rules that every method asks about."""

from dataclasses import dataclass

from bot.sandbox.api.call import Call
from bot.sandbox.api.limits import Pace
from bot.sandbox.api.refusals import bad_request, forbidden, upgraded
from bot.sandbox.api.updates import Updates
from bot.sandbox.api.webhook import Webhook
from bot.sandbox.clock import Clock
from bot.sandbox.model.chats import Chat, ChatKind, Status
from bot.sandbox.model.messages import ForcedReply, InlineKeyboard, Markup, Message
from bot.sandbox.model.wire import message_json
from bot.sandbox.world import World

GENERAL_TOPIC = 1


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes: the chat, the topic and the message it answers."""

    chat: Chat
    thread: int | None
    reply_to: int | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What the methods work on."""

    world: World
    updates: Updates
    webhook: Webhook
    pace: Pace
    clock: Clock

    def chat(self, call: Call, name: str = "chat_id", *, write: bool = True) -> Chat:
        """The chat that the call names, if the bot may reach it (with `write`, to write there)."""
        given = call.text(name).strip()
        if not given:
            raise bad_request(f"{name} is empty")
        chat = self.world.chat(given) if given.startswith("@") else None
        if given.lstrip("-").isdecimal():
            chat = self.world.chat(int(given))
        if chat is None:
            raise bad_request("chat not found")
        if chat.private:
            self._check_private(chat, write=write)
        else:
            self._check_group(chat)
        return chat

    def _check_private(self, chat: Chat, *, write: bool) -> None:
        if not chat.started:
            if write and self._met(chat.id):
                raise forbidden("bot can't initiate conversation with a user")
            raise bad_request("chat not found")
        if chat.blocked and write:
            raise forbidden("bot was blocked by the user")

    def _met(self, user_id: int) -> bool:
        """Whether the bot shares a group with this person."""
        for chat in self.world.chats.values():
            member, own = chat.member(user_id), chat.member(self.world.bot.id)
            if member and own and member.status.inside and own.status.inside:
                return True
        return False

    def _check_group(self, chat: Chat) -> None:
        if chat.migrated_to is not None:
            raise upgraded(chat.migrated_to)
        own = chat.member(self.world.bot.id)
        if own is None:
            raise bad_request("chat not found")
        kind = f"{chat.kind.value} chat"
        if own.status is Status.KICKED:
            raise forbidden(f"bot was kicked from the {kind}")
        if own.status is Status.LEFT:
            raise forbidden(f"bot is not a member of the {kind}")

    def has_right(self, chat: Chat, right: str) -> bool:
        """Whether the bot has an admin's right here; in private chats it has them all."""
        own = chat.member(self.world.bot.id)
        return chat.private or (own is not None and right in own.rights)

    def target(self, call: Call, what: str, count: int = 1) -> Target:
        """Where the call sends to; `what` ("text messages", "photos") stands in the refusal.

        Takes `count` messages from the pace.
        """
        chat = self.chat(call)
        own = chat.member(self.world.bot.id)
        muted = own is not None and own.status is Status.RESTRICTED
        if muted or (chat.kind is ChatKind.CHANNEL and not self.has_right(chat, "can_manage_chat")):
            raise bad_request(f"not enough rights to send {what} to the chat")
        thread = self._thread(chat, call.integer("message_thread_id") or None)
        reply_to, reply_thread = self._reply(chat, call)
        self.pace.take(chat.id, self.clock.now(), count)
        return Target(chat, thread or reply_thread, reply_to)

    def _thread(self, chat: Chat, thread: int | None) -> int | None:
        if thread is None:
            return None
        topic = chat.topics.get(thread) if thread != GENERAL_TOPIC else None
        if topic is None:
            raise bad_request("message thread not found")
        if topic.closed and not self.has_right(chat, "can_manage_topics"):
            raise bad_request("TOPIC_CLOSED")
        return thread

    def _reply(self, chat: Chat, call: Call) -> tuple[int | None, int | None]:
        given = call.table("reply_parameters", "reply parameters") or {
            "message_id": call.integer("reply_to_message_id"),
            "allow_sending_without_reply": call.flag("allow_sending_without_reply"),
        }
        number = given.get("message_id")
        if not isinstance(number, int) or number <= 0:
            return None, None
        answered = chat.messages.get(number)
        if answered is None:
            if given.get("allow_sending_without_reply"):
                return None, None
            raise bad_request("message to be replied not found")
        if answered.thread is not None:
            self._thread(chat, answered.thread)
        return number, answered.thread

    def message(self, call: Call, what: str, *, write: bool = True) -> Message:
        """The message that the call names; `what` ("message to edit") stands in the refusal."""
        chat = self.chat(call, write=write)
        number = call.integer("message_id")
        found = chat.messages.get(number)
        if found is None:
            if not number and "message_id" not in call.arguments:
                raise bad_request("message identifier is not specified")
            raise bad_request(f"{what} not found")
        return found

    def own_message(self, call: Call) -> Message:
        """The bot's own message that the call edits."""
        message = self.message(call, "message to edit")
        plain = message.markup is None or isinstance(message.markup, InlineKeyboard)
        if message.sender.id != self.world.bot.id or not plain or message.is_service:
            raise bad_request("message can't be edited")
        return message

    def sent(self, message: Message) -> dict[str, object]:
        return message_json(self.world.post(message))

    def draft(self, target: Target, markup: Markup | None = None) -> Message:
        """An empty message of the bot's at its target, to be filled and sent."""
        if isinstance(markup, ForcedReply) and target.chat.kind is ChatKind.CHANNEL:
            raise bad_request("reply markup is not allowed in channels")
        return Message(
            id=0,
            chat=target.chat,
            sender=self.world.bot,
            sender_chat=target.chat if target.chat.kind is ChatKind.CHANNEL else None,
            date=self.clock.now(),
            thread=target.thread,
            reply_to=target.reply_to,
            markup=markup,
        )
