"""A person with a telephone: says, sends and presses what is on the screen, and waits to hear."""

import re
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.model.changes import Press
from bot.sandbox.model.chats import Chat, ChatKind, Membership, Status, Topic
from bot.sandbox.model.entities import cleaned, found_entities, in_pieces, utf16_length
from bot.sandbox.model.messages import Button, ButtonKind, Location, Media, Message
from bot.sandbox.model.wire import ANONYMOUS_ADMIN, CHANNEL_SENDER
from bot.sandbox.people import contents
from bot.sandbox.people.group import Group
from bot.sandbox.people.listener import Listener
from bot.sandbox.people.sight import Patience, button_for

_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Person(Listener):
    """Somebody who talks with the bot, alone or in a group (`chat=`)."""

    async def says(
        self,
        text: str,
        *,
        reply_to: Message | None = None,
        chat: Group | None = None,
        thread: Topic | int | None = None,
        anonymous: bool = False,
    ) -> Message:
        """Sends words; more than 4,096 UTF-16 units go as several messages, the last is returned.

        In a group, `anonymous` speaks as the group itself, as its hidden admins do.
        """
        pieces = list(in_pieces(cleaned(text).strip()))
        if not pieces:
            raise ValueError("Telegram does not send an empty message")
        draft = self._draft(reply_to, chat, thread)
        if anonymous:
            draft = replace(draft, sender=ANONYMOUS_ADMIN, sender_chat=draft.chat)
        sent = draft
        for piece in pieces:
            sent = self._send(replace(draft, text=piece, entities=found_entities(piece)))
        return sent

    async def says_as_channel(self, text: str, title: str, *, chat: Group) -> Message:
        """Writes in a group in the name of a channel of this title."""
        voice = Chat(-1009900000001, ChatKind.CHANNEL, title)
        draft = replace(self._draft(group=chat), sender=CHANNEL_SENDER, sender_chat=voice)
        return self._send(replace(draft, text=text, entities=found_entities(text)))

    async def sends_photo(
        self,
        data: bytes | None = None,
        *,
        caption: str | None = None,
        album: str | None = None,
        reply_to: Message | None = None,
        chat: Group | None = None,
        thread: Topic | int | None = None,
    ) -> Message:
        """Sends a picture (a plain one without `data`); those of one `album` belong together."""
        media = contents.photo(self._world.files, data)
        return self._send_media(media, caption, album, self._draft(reply_to, chat, thread))

    async def sends_document(
        self,
        data: bytes = b"%PDF-1.4 sample",
        *,
        name: str = "surat.pdf",
        size: int | None = None,
        caption: str | None = None,
        album: str | None = None,
        reply_to: Message | None = None,
        chat: Group | None = None,
    ) -> Message:
        """Sends a file; `size` in bytes may claim more than `data` holds (21 MB at no cost)."""
        media = contents.document(self._world.files, data, name, size)
        return self._send_media(media, caption, album, self._draft(reply_to, chat))

    async def sends_video(
        self,
        data: bytes = b"\0\0\0\x18ftypmp42",
        *,
        size: int | None = None,
        caption: str | None = None,
        album: str | None = None,
        chat: Group | None = None,
    ) -> Message:
        media = contents.video(self._world.files, data, size)
        return self._send_media(media, caption, album, self._draft(None, chat, None))

    async def sends_voice(
        self, data: bytes = b"OggS voice", *, seconds: int = 5, chat: Group | None = None
    ) -> Message:
        media = contents.voice(self._world.files, data, seconds)
        return self._send_media(media, None, None, self._draft(None, chat, None))

    async def sends_video_note(self, data: bytes = b"\0\0\0\x18ftypmp42") -> Message:
        media = contents.video_note(self._world.files, data)
        return self._send_media(media, None, None, self._draft())

    async def sends_sticker(self, emoji: str = "👍") -> Message:
        media = contents.sticker(self._world.files, emoji)
        return self._send_media(media, None, None, self._draft())

    async def sends_pin(
        self,
        latitude: float,
        longitude: float,
        *,
        live: bool = False,
        reply_to: Message | None = None,
        chat: Group | None = None,
    ) -> Message:
        """Sends a place in degrees; a `live` one can be moved for an hour."""
        place = Location(latitude, longitude, 3600 if live else 0)
        return self._send(replace(self._draft(reply_to, chat), location=place))

    async def sends_contact(self, phone: str = "+628123456789", name: str = "") -> Message:
        """Sends a telephone number; without a name it is their own."""
        card: dict[str, object] = {"phone_number": phone, "first_name": name or self.name}
        if not name:
            card["user_id"] = self.id
        return self._send(replace(self._draft(), extra={"contact": card}))

    async def sends_poll(self, question: str = "Setuju?") -> Message:
        return self._send(replace(self._draft(), extra={"poll": contents.poll(question)}))

    async def forwards(self, text: str, from_name: str) -> Message:
        """Forwards words of somebody whose account is hidden."""
        entities = found_entities(text)
        return self._send(replace(self._draft(), text=text, entities=entities, origin=from_name))

    async def edits(self, message: Message, text: str) -> Message:
        """Changes the words (or the caption) of a message of theirs."""
        self._own(message)
        after = replace(message, text=text, entities=found_entities(text))
        return self._edit(message, after)

    async def moves(self, message: Message, latitude: float, longitude: float) -> Message:
        """Moves a live location of theirs."""
        self._own(message)
        if message.location is None:
            raise ValueError("only a live location moves")
        place = replace(message.location, latitude=latitude, longitude=longitude)
        return self._edit(message, replace(message, location=place))

    async def presses(
        self,
        label: str,
        *,
        on: Message | None = None,
        chat: Group | None = None,
        pin: tuple[float, float] | None = None,
        timeout: float = 15.0,  # noqa: ASYNC109 - real seconds that a person waits
    ) -> Press | None:
        """Presses the newest button that reads, or begins with, `label`; waits until there is one.

        A button of the reply keyboard says its label or shares `pin`; a link into the bot is
        opened.
        The press is returned where the bot can answer it.
        """
        place = chat.chat if chat is not None else self.chat

        async def found() -> tuple[Message | None, Button]:
            while (hit := button_for(place, label, on)) is None:
                await place.pulse.wait()
            return hit

        what = f"{self.name} finds no button [{label}]"
        async with Patience(timeout, what, place):
            message, button = await found()
        self.counts.taps += 1
        if message is None:
            await self._press_reply(button, chat, pin)
            return None
        return await self._press_inline(message, button)

    async def presses_data(self, message: Message, data: str) -> Press:
        """Sends callback data of their own making for a message, as a tampered client may."""
        self.counts.taps += 1
        self._act(message.chat)
        self.pressed = self._world.press(self.user, message, "?", data)
        return self.pressed

    async def opens(self, link: str, *, chat: Group | None = None) -> Message | None:
        """Opens a link to the bot: start=TOKEN privately, startgroup=TOKEN adds it to `chat`."""
        parts = urlsplit(link if "://" in link else f"https://{link}")
        if parts.hostname != "t.me" or parts.path.strip("/") != self._world.bot.username:
            raise ValueError(f"{link} does not lead to the bot")
        query = parse_qs(parts.query)
        for name in ("start", "startgroup"):
            if name in query and not _PAYLOAD.fullmatch(query[name][0]):
                raise ValueError(f"Telegram refuses the start parameter {query[name][0]!r}")
        if "startgroup" in query:
            if chat is None:
                raise ValueError("a startgroup link needs a group to add the bot to")
            if not chat.has_bot:
                await chat.adds_bot(self)
            return await self.says(
                f"/start@{self._world.bot.username} {query['startgroup'][0]}", chat=chat
            )
        if self.chat.blocked:
            await self.unblocks()
        payload = query.get("start", [""])[0]
        return await self.says(f"/start {payload}".strip())

    async def blocks(self) -> None:
        self._stand(Status.KICKED)

    async def unblocks(self) -> None:
        self._stand(Status.MEMBER)

    def _draft(
        self,
        reply_to: Message | None = None,
        group: Group | None = None,
        thread: Topic | int | None = None,
    ) -> Message:
        chat = group.chat if group is not None else self.chat
        if group is None and chat.blocked:
            raise ValueError(f"{self.name} has blocked the bot")
        if group is not None:
            member = chat.member(self.id)
            if member is None or not member.status.inside:
                raise ValueError(f"{self.name} is not in {chat.title}")
        number = thread.id if isinstance(thread, Topic) else thread
        if number is None and reply_to is not None:
            number = reply_to.thread
        answers = None
        if reply_to is not None:
            if reply_to.chat is not chat:
                raise ValueError("a reply stays in the chat of the message it answers")
            answers = reply_to.id
        sender_chat = chat if chat.kind is ChatKind.CHANNEL else None
        return Message(
            id=0,
            chat=chat,
            sender=self.user,
            sender_chat=sender_chat,
            date=self._world.clock.now(),
            reply_to=answers,
            thread=number,
        )

    def _send(self, draft: Message) -> Message:
        self.counts.messages += 1
        self._act(draft.chat)
        draft.chat.started = True
        message = self._world.post(draft)
        self._world.hear(message)
        return message

    def _send_media(
        self, media: Media, caption: str | None, album: str | None, draft: Message
    ) -> Message:
        text = cleaned(caption or "").strip()
        if utf16_length(text) > 1024:
            raise ValueError("Telegram does not send a caption above 1,024 characters")
        if album is not None and album not in self._albums:
            self._albums[album] = self._world.new_album()
        group = None if album is None else self._albums[album]
        entities = found_entities(text)
        return self._send(replace(draft, media=media, text=text, entities=entities, album=group))

    def _own(self, message: Message) -> None:
        if message.sender.id != self.id:
            raise ValueError("only one's own message can be edited")

    def _edit(self, before: Message, after: Message) -> Message:
        self._act(before.chat)
        current = before.chat.messages.get(before.id)
        if current is None:
            raise ValueError("the message is no longer there")
        message = self._world.edit(current, after)
        self._world.hear(message, "edited_message")
        return message

    async def _press_reply(
        self, button: Button, group: Group | None, pin: tuple[float, float] | None
    ) -> None:
        chat = group.chat if group is not None else self.chat
        if chat.keyboard is not None and chat.keyboard[1].one_time:
            chat.keyboard = None
        match button.kind:
            case ButtonKind.LOCATION:
                await self.sends_pin(*(pin or (-6.4816, 106.8560)), chat=group)
            case ButtonKind.CONTACT:
                await self.sends_contact()
            case _:
                await self.says(button.text, chat=group)
        self.counts.messages -= 1

    async def _press_inline(self, message: Message, button: Button) -> Press | None:
        match button.kind:
            case ButtonKind.CALLBACK:
                self._act(message.chat)
                self.pressed = self._world.press(self.user, message, button.text, button.value)
                return self.pressed
            case ButtonKind.URL:
                self.followed = button.value
                if button.value.startswith(f"https://t.me/{self._world.bot.username}?start="):
                    await self.opens(button.value)
                    self.counts.messages -= 1
                return None
            case _:
                self.followed = button.value
                return None

    def _stand(self, status: Status) -> None:
        chat = self.chat
        blocked = status is Status.KICKED
        if chat.blocked is blocked:
            return
        chat.blocked = blocked
        bot = self._world.bot
        chat.members[bot.id] = Membership(bot, Status.MEMBER if blocked else Status.KICKED)
        self._world.set_member(chat, Membership(bot, status), self.user)
