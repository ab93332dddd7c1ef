"""Who stands on the page: the people and groups that have a column, and who plays them."""

from collections.abc import Iterable

from bot.sandbox.model.chats import Chat, ChatKind, Topic
from bot.sandbox.model.messages import Message
from bot.sandbox.page.views import Words
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox


class Player(Person):
    """A person played from the page; everything they send goes to the topic they look at."""

    topic: int | None = None

    def _draft(
        self,
        reply_to: Message | None = None,
        group: Group | None = None,
        thread: Topic | int | None = None,
    ) -> Message:
        looked_at = self.topic if group is not None else None
        return super()._draft(reply_to, group, thread if thread is not None else looked_at)


class Unknown(LookupError):
    """The page names a person, a group or a message that is not there."""


class Stage:
    """The columns of the page: everybody in the world, or only those placed here."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.world = sandbox.world
        self._placed: dict[int, Words | None] = {}
        self._players: dict[int, Player] = {}
        self._groups: dict[int, Group] = {}

    def place(self, who: Person | Group, label: Words | None = None) -> None:
        if isinstance(who, Group):
            self._groups[who.id] = who
        self._placed[who.id] = label

    def chats(self) -> list[Chat]:
        """The chats that have a column, in their order; a migrated group under its new id."""
        names: Iterable[int] = self._placed or list(self.world.chats)
        found = dict.fromkeys(self._today(name) for name in names)
        chats = [self.world.chats[name] for name in found if name in self.world.chats]
        return [chat for chat in chats if chat.kind is not ChatKind.CHANNEL]

    def label(self, chat: Chat) -> Words | None:
        labels = {self._today(name): label for name, label in self._placed.items()}
        return labels.get(chat.id)

    def chat(self, chat_id: int) -> Chat:
        chat = self.world.chats.get(self._today(chat_id))
        if chat is None:
            raise Unknown("chat")
        return chat

    def message(self, chat: Chat, number: int) -> Message:
        message = chat.messages.get(number)
        if message is None:
            raise Unknown("message")
        return message

    def player(self, user_id: int) -> Player:
        user = self.world.users.get(user_id)
        if user is None or user.is_bot:
            raise Unknown("person")
        if user_id not in self._players:
            self._players[user_id] = Player(self.world, user)
        return self._players[user_id]

    def group(self, chat: Chat) -> Group | None:
        """The group of this chat; None for a private one."""
        if chat.private:
            return None
        for group in self._groups.values():
            if group.chat is chat:
                return group
        self._groups[chat.id] = Group(self.world, chat)
        return self._groups[chat.id]

    def add_group(self, group: Group) -> None:
        """Gives a group made on the page its column."""
        if self._placed:
            self.place(group)

    def new_person(self, name: str, language: str) -> Person:
        person = self.sandbox.person(name, language=language)
        if self._placed:
            self.place(person)
        return person

    def _today(self, chat_id: int) -> int:
        chat = self.world.chats.get(chat_id)
        while chat is not None and chat.migrated_to is not None:
            chat_id = chat.migrated_to
            chat = self.world.chats.get(chat_id)
        return chat_id
