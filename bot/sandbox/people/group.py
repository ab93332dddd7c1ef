"""A group or a channel, and what its people do to it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sandbox.model.chats import (
    ADMIN_RIGHTS,
    Chat,
    ChatKind,
    Membership,
    Status,
    Topic,
    User,
)
from bot.sandbox.model.messages import Message
from bot.sandbox.model.wire import user_json
from bot.sandbox.world import World

if TYPE_CHECKING:
    from bot.sandbox.people.person import Person


class Group:
    """A group as its members see it; `chat` changes when it becomes a supergroup."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def title(self) -> str:
        return self.chat.title

    @property
    def messages(self) -> list[Message]:
        """What stands there, without service notes."""
        return [m for m in self.chat.messages.values() if not m.is_service]

    @property
    def latest(self) -> Message | None:
        """The bot's newest message."""
        return next((m for m in reversed(self.chat.messages.values()) if m.from_bot), None)

    @property
    def screen(self) -> Message | None:
        """The newest message with inline buttons."""
        return next((m for m in reversed(self.chat.messages.values()) if m.keyboard), None)

    @property
    def topics(self) -> list[Topic]:
        return list(self.chat.topics.values())

    @property
    def has_bot(self) -> bool:
        own = self.chat.member(self._world.bot.id)
        return own is not None and own.status.inside

    def transcript(self, *, final: bool = False) -> str:
        return self._world.transcript(self.chat, final=final)

    def seats(self, person: "Person", *, admin: bool = False) -> None:
        """Makes somebody a member without a word; the first one owns the group."""
        status = Status.ADMINISTRATOR if admin else Status.MEMBER
        if not self.chat.members:
            status = Status.CREATOR
        rights = ADMIN_RIGHTS if status.commands else frozenset()
        self._world.set_member(
            self.chat, Membership(person.user, status, rights), person.user, announce=False
        )

    async def adds(self, person: "Person", *, by: "Person", admin: bool = False) -> None:
        """A member brings somebody in, and everybody sees it."""
        status = Status.ADMINISTRATOR if admin else Status.MEMBER
        rights = ADMIN_RIGHTS if admin else frozenset[str]()
        self._world.set_member(self.chat, Membership(person.user, status, rights), by.user)
        self._note(by.user, new_chat_members=[user_json(person.user)])

    async def removes(self, person: "Person", *, by: "Person | None" = None) -> None:
        """Somebody is put out by `by`, or leaves."""
        status = Status.LEFT if by is None else Status.KICKED
        actor = by.user if by is not None else person.user
        self._world.set_member(self.chat, Membership(person.user, status), actor)
        self._note(actor, left_chat_member=user_json(person.user))

    async def adds_bot(
        self, by: "Person", *, admin: bool = False, rights: frozenset[str] = ADMIN_RIGHTS
    ) -> None:
        """A member brings the bot in, as a plain member or as an admin with `rights`."""
        bot = self._world.bot
        was_inside = self.has_bot
        member = (
            Membership(bot, Status.ADMINISTRATOR, rights)
            if admin or self.chat.kind is ChatKind.CHANNEL
            else Membership(bot, Status.MEMBER)
        )
        self._world.set_member(self.chat, member, by.user)
        if not was_inside and self.chat.kind is not ChatKind.CHANNEL:
            self._note(by.user, new_chat_members=[user_json(bot)])

    async def removes_bot(self, by: "Person") -> None:
        """The bot is put out; it hears of it once."""
        bot = self._world.bot
        if self.chat.kind is ChatKind.GROUP:
            self._note(by.user, left_chat_member=user_json(bot))
        self._world.set_member(self.chat, Membership(bot, Status.KICKED), by.user)

    async def promotes_bot(self, by: "Person", *, rights: frozenset[str] = ADMIN_RIGHTS) -> None:
        """The bot becomes an admin with exactly these rights."""
        bot = Membership(self._world.bot, Status.ADMINISTRATOR, rights)
        self._world.set_member(self.chat, bot, by.user)

    async def demotes_bot(self, by: "Person") -> None:
        self._world.set_member(self.chat, Membership(self._world.bot, Status.MEMBER), by.user)

    async def silences_bot(self, by: "Person") -> None:
        """The bot stays a member that may not write."""
        self._world.set_member(self.chat, Membership(self._world.bot, Status.RESTRICTED), by.user)

    async def migrates(self) -> None:
        """The group becomes a supergroup under a new id; the old one answers with that id."""
        old = self.chat
        if old.kind is not ChatKind.GROUP:
            raise ValueError(f"{old.title} is a {old.kind.value} already")
        owner = next(iter(old.members.values())).user
        new = self._world.add_chat(ChatKind.SUPERGROUP, old.title)
        new.members.update(old.members)
        self._note(owner, migrate_to_chat_id=new.id)
        old.migrated_to = new.id
        self.chat = new
        self._note(owner, migrate_from_chat_id=old.id)

    async def becomes_forum(self) -> None:
        """Topics are switched on."""
        if self.chat.kind is not ChatKind.SUPERGROUP:
            await self.migrates()
        self.chat.forum = True
        self._world.changed(self.chat)

    async def opens_topic(self, by: "Person", name: str) -> Topic:
        """A member opens a topic; its id is the thread to write in."""
        note = self._note(by.user, forum_topic_created={"name": name, "icon_color": 0x6FB9F0})
        topic = Topic(note.id, name)
        self._world.set_topic(self.chat, topic)
        return topic

    async def closes_topic(self, by: "Person", topic: Topic | int) -> None:
        self._shut(by.user, topic, closed=True)

    async def reopens_topic(self, by: "Person", topic: Topic | int) -> None:
        self._shut(by.user, topic, closed=False)

    async def deletes_topic(self, topic: Topic | int) -> None:
        """The topic is gone with all its messages; the bot hears nothing of it."""
        number = topic if isinstance(topic, int) else topic.id
        del self.chat.topics[number]
        for message in [m for m in self.chat.messages.values() if m.thread == number]:
            self._world.delete(message)

    def _shut(self, by: User, topic: Topic | int, *, closed: bool) -> None:
        number = topic if isinstance(topic, int) else topic.id
        self._world.set_topic(self.chat, replace(self.chat.topics[number], closed=closed))
        name = "forum_topic_closed" if closed else "forum_topic_reopened"
        self._note(by, number, **{name: {}})

    def _note(self, by: User, thread: int | None = None, **extra: object) -> Message:
        message = self._world.note(self.chat, by, thread, **extra)
        self._world.hear(message)
        return message
