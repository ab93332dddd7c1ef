"""The world that the bot lives in: people, chats and all that was said, in memory.

Only what Telegram itself would know is kept here; nothing of the bot.
Whoever shows the world subscribes to its changes.
"""

import asyncio
from dataclasses import replace

from bot.sandbox.api.limits import PRESS_LIFETIME
from bot.sandbox.api.updates import Updates
from bot.sandbox.clock import Clock
from bot.sandbox.model.changes import Change, ChangeKind, Press
from bot.sandbox.model.chats import Chat, ChatKind, Line, LineKind, Membership, Status, Topic, User
from bot.sandbox.model.commands import CommandMenu
from bot.sandbox.model.files import Files
from bot.sandbox.model.messages import InlineKeyboard, KeyboardRemoval, Message, ReplyKeyboard
from bot.sandbox.model.privacy import may_read
from bot.sandbox.model.wire import Json, chat_json, member_json, message_json, seconds, user_json
from bot.sandbox.transcript import transcript


class World:
    """Everything that exists, and every way to change it.

    `history` bounds the messages and lines kept per chat (None keeps all).
    `privacy` is BotFather's privacy mode: in groups a bot that is no admin reads only commands,
    replies to itself and mentions.
    """

    def __init__(
        self,
        clock: Clock,
        updates: Updates,
        *,
        bot: User,
        history: int | None = None,
        privacy: bool = True,
        begin: int = 0,
    ) -> None:
        self.clock = clock
        self.updates = updates
        self.bot = bot
        self.privacy = privacy
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.files = Files()
        self.menu = CommandMenu()
        self.untaught: list[str] = []
        self._history = history
        self._listeners: set[asyncio.Queue[Change]] = set()
        self._by_name: dict[str, Chat] = {}
        self._stamp = 0
        self._shared_id = begin
        self._ids = begin

    def add_user(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = "id",
        user_id: int | None = None,
    ) -> User:
        """A new person, with a private chat that they have not started."""
        user = User(
            user_id or 7_100_000_000 + self._next_id(), first_name, last_name, username, language
        )
        self.users[user.id] = user
        chat = Chat(user.id, ChatKind.PRIVATE, user=user, username=username)
        self._keep(chat)
        return user

    def add_chat(self, kind: ChatKind, title: str, *, forum: bool = False) -> Chat:
        """A new group, supergroup or channel without members."""
        number = self._next_id()
        chat_id = -5_100_000_000 - number if kind is ChatKind.GROUP else -1002100000000 - number
        chat = Chat(chat_id, kind, title, forum=forum, started=True)
        self._keep(chat)
        return chat

    def chat(self, name: int | str) -> Chat | None:
        """A chat by its id or @name."""
        if isinstance(name, int):
            return self.chats.get(name)
        return self._by_name.get(name.removeprefix("@").lower())

    def transcript(self, chat: Chat, *, final: bool = False) -> str:
        """The chat as dialogue: in the order things happened, or as it stands at the end."""
        return transcript(chat, final=final)

    def post(self, message: Message) -> Message:
        """Puts a message (its id is given here) at the end of its chat."""
        chat = message.chat
        if chat.kind in {ChatKind.PRIVATE, ChatKind.GROUP}:
            self._shared_id += 1
            number = self._shared_id
        else:
            chat.last_id += 1
            number = chat.last_id
        message = replace(message, id=number, stamp=self._tick())
        chat.messages[number] = message
        if message.from_bot:
            chat.by_change[number] = message.stamp
            self._show_keyboard(chat, message)
            chat.typing = None
        self._write(chat, Line(LineKind.SENT, message))
        self._trim(chat)
        self._tell(Change(ChangeKind.SENT, chat, message))
        return message

    def edit(self, before: Message, after: Message) -> Message:
        """Puts `after` in the place of `before`."""
        chat = before.chat
        after = replace(after, edited=self.clock.now(), stamp=self._tick())
        chat.messages[after.id] = after
        if after.from_bot:
            chat.by_change.pop(after.id, None)
            chat.by_change[after.id] = after.stamp
        self._write(chat, Line(LineKind.EDITED, after, before=before))
        self._tell(Change(ChangeKind.EDITED, chat, after))
        return after

    def delete(self, message: Message) -> None:
        chat = message.chat
        chat.messages.pop(message.id, None)
        chat.by_change.pop(message.id, None)
        if message.id in chat.pinned:
            chat.pinned.remove(message.id)
        self._write(chat, Line(LineKind.DELETED, message))
        self._tell(Change(ChangeKind.DELETED, chat, message))

    def note(self, chat: Chat, sender: User, thread: int | None = None, **extra: object) -> Message:
        """A service note (somebody joined, a message was pinned) in the Bot API's form."""
        return self.post(
            Message(
                id=0,
                chat=chat,
                sender=sender,
                date=self.clock.now(),
                thread=thread,
                extra=extra,
            )
        )

    def new_album(self) -> str:
        """A media_group_id for pictures sent together."""
        return str(13_700_000_000_000_000 + self._next_id())

    def type_in(self, chat: Chat, action: str) -> None:
        chat.typing = action
        self._tell(Change(ChangeKind.TYPING, chat))

    def hear(self, message: Message, kind: str = "message") -> None:
        """Lets the bot know of a message, where it may read it."""
        chat = message.chat
        if chat.kind is ChatKind.CHANNEL:
            kind = "channel_post" if kind == "message" else "edited_channel_post"
        if may_read(message, self.bot, privacy=self.privacy):
            self.updates.add(kind, message_json(message), ("chat", chat.id))

    def press(self, user: User, message: Message, label: str, data: str) -> Press:
        """A press of a callback button; the bot has a minute to answer it."""
        self._forget_old_presses()
        press = Press(
            str(4_100_000_000_000_000_000 + self._next_id()),
            user,
            message,
            label,
            data,
            self.clock.now(),
        )
        self.presses[press.id] = press
        self._write(message.chat, Line(LineKind.PRESSED, message, user.name, label))
        self._tell(Change(ChangeKind.PRESSED, message.chat, message, press))
        payload: Json = {
            "id": press.id,
            "from": user_json(user),
            "message": message_json(message),
            "chat_instance": str(hash(message.chat.id)),
            "data": data,
        }
        self.updates.add("callback_query", payload, ("person", user.id), PRESS_LIFETIME)
        return press

    def answer(self, press: Press, text: str | None, *, alert: bool, url: str | None) -> None:
        press.answered, press.text, press.alert, press.url = True, text, alert, url
        if text:
            self._write(press.message.chat, Line(LineKind.TOLD, who=press.user.name, words=text))
        self._tell(Change(ChangeKind.ANSWERED, press.message.chat, press.message, press))

    def set_member(
        self, chat: Chat, member: Membership, by: User, *, announce: bool = True
    ) -> None:
        """Changes how somebody stands in a chat; the bot hears of itself always."""
        before = chat.members.get(member.user.id) or Membership(member.user, Status.LEFT)
        chat.members[member.user.id] = member
        if announce and before != member:
            mine = member.user.id == self.bot.id
            payload = {
                "chat": chat_json(chat),
                "from": user_json(by),
                "date": seconds(self.clock.now()),
                "old_chat_member": member_json(before),
                "new_chat_member": member_json(member),
            }
            kind = "my_chat_member" if mine else "chat_member"
            own = chat.members.get(self.bot.id)
            if mine or (own is not None and own.status.commands):
                self.updates.add(kind, payload, (kind, chat.id))
        self.changed(chat)

    def changed(self, chat: Chat | None) -> None:
        """Tells whoever looks that a chat's title, topics, members or pins changed."""
        self._tell(Change(ChangeKind.CHAT if chat else ChangeKind.MENU, chat))

    def set_topic(self, chat: Chat, topic: Topic) -> None:
        chat.topics[topic.id] = topic
        self.changed(chat)

    def subscribe(self) -> "asyncio.Queue[Change]":
        """A queue that receives every change from now on, until it is unsubscribed."""
        queue: asyncio.Queue[Change] = asyncio.Queue()
        self._listeners.add(queue)
        return queue

    def unsubscribe(self, queue: "asyncio.Queue[Change]") -> None:
        self._listeners.discard(queue)

    def name_chat(self, chat: Chat) -> None:
        """Makes a chat that got a username findable by it."""
        if chat.username:
            self._by_name[chat.username.lower()] = chat

    def _keep(self, chat: Chat) -> None:
        self.chats[chat.id] = chat
        self.name_chat(chat)
        self._tell(Change(ChangeKind.CHAT, chat))

    def _next_id(self) -> int:
        self._ids += 1
        return self._ids

    def _tick(self) -> int:
        self._stamp += 1
        return self._stamp

    def _tell(self, change: Change) -> None:
        if change.chat is not None:
            change.chat.pulse.beat()
        for queue in self._listeners:
            queue.put_nowait(change)

    def _write(self, chat: Chat, line: Line) -> None:
        chat.lines.append(line)
        if self._history is not None and len(chat.lines) > 2 * self._history:
            chat.lines.popleft()

    def _trim(self, chat: Chat) -> None:
        if self._history is not None and len(chat.messages) > self._history:
            oldest = next(iter(chat.messages))
            del chat.messages[oldest]
            chat.by_change.pop(oldest, None)

    def _show_keyboard(self, chat: Chat, message: Message) -> None:
        match message.markup:
            case ReplyKeyboard() as keyboard:
                chat.keyboard = (message.id, keyboard)
            case KeyboardRemoval():
                chat.keyboard = None
            case InlineKeyboard() | _:
                pass

    def _forget_old_presses(self) -> None:
        if len(self.presses) < 1000:
            return
        now = self.clock.now()
        while self.presses:
            oldest = next(iter(self.presses.values()))
            if (now - oldest.at).total_seconds() <= PRESS_LIFETIME:
                break
            del self.presses[oldest.id]
