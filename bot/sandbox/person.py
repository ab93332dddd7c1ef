"""A person with a telephone: says, sends and presses what is on the screen, and waits to hear."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from mimetypes import guess_type
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.group import Group
from bot.sandbox.model.chats import Chat, ChatKind, Membership, Status, Topic, User
from bot.sandbox.model.entities import cleaned, found_entities, utf16_length
from bot.sandbox.model.messages import Button, ButtonKind, Location, Media, MediaKind, Message
from bot.sandbox.model.wire import ANONYMOUS_ADMIN, CHANNEL_SENDER
from bot.sandbox.pictures import plain_picture
from bot.sandbox.world import Press, World

_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class NothingHeard(AssertionError):
    """The bot did not do what a person waited for; the message holds the chat as a transcript."""


class Tally:
    """What a person had to do: messages sent and buttons pressed."""

    def __init__(self) -> None:
        self.messages = 0
        self.taps = 0

    def reset(self) -> None:
        self.messages = self.taps = 0


class Person:
    """Somebody who talks with the bot, alone or in a group (`chat=`)."""

    def __init__(self, world: World, user: User) -> None:
        self._world = world
        self.user = user
        self.counts = Tally()
        self.pressed: Press | None = None
        self.followed: str | None = None
        self._heard_until: dict[int, int] = {}

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self._world.chats[self.user.id]

    # What they see.

    @property
    def messages(self) -> list[Message]:
        """The private chat, oldest first."""
        return list(self.chat.messages.values())

    @property
    def latest(self) -> Message | None:
        """The bot's newest message in the private chat."""
        return next((m for m in reversed(self.chat.messages.values()) if m.from_bot), None)

    @property
    def screen(self) -> Message | None:
        """The bot's newest message with inline buttons."""
        return next((m for m in reversed(self.chat.messages.values()) if m.keyboard), None)

    @property
    def buttons(self) -> list[str]:
        """Labels that can be pressed: those of the screen, then those of the reply keyboard."""
        labels = self.screen.buttons if self.screen else []
        if self.chat.keyboard is not None:
            labels += [button.text for button in self.chat.keyboard[1].buttons]
        return labels

    def sees(self, text: str) -> bool:
        """Whether a message with this plain text stands in the private chat."""
        return any(text in message.text for message in self.chat.messages.values())

    def transcript(self, *, final: bool = False) -> str:
        return self._world.transcript(self.chat, final=final)

    # What they send.

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
        pieces = list(_pieces(cleaned(text).strip()))
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
        data = plain_picture() if data is None else data
        files = self._world.files
        file, small = files.keep(MediaKind.PHOTO, data), files.keep(MediaKind.PHOTO, data)
        media = Media(MediaKind.PHOTO, file, small, width=1280, height=960)
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
        mime = guess_type(name)[0]
        file = self._world.files.keep(MediaKind.DOCUMENT, data, name=name, mime=mime, size=size)
        media = Media(MediaKind.DOCUMENT, file)
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
        file = self._world.files.keep(MediaKind.VIDEO, data, name="video.mp4", size=size)
        media = Media(MediaKind.VIDEO, file, seconds=8, width=640, height=480)
        return self._send_media(media, caption, album, self._draft(None, chat, None))

    async def sends_voice(
        self, data: bytes = b"OggS voice", *, seconds: int = 5, chat: Group | None = None
    ) -> Message:
        media = Media(
            MediaKind.VOICE, self._world.files.keep(MediaKind.VOICE, data), seconds=seconds
        )
        return self._send_media(media, None, None, self._draft(None, chat, None))

    async def sends_video_note(self, data: bytes = b"\0\0\0\x18ftypmp42") -> Message:
        file = self._world.files.keep(MediaKind.VIDEO_NOTE, data)
        media = Media(MediaKind.VIDEO_NOTE, file, seconds=5)
        return self._send_media(media, None, None, self._draft())

    async def sends_sticker(self, emoji: str = "👍") -> Message:
        file = self._world.files.keep(MediaKind.STICKER, b"RIFF sticker")
        media = Media(MediaKind.STICKER, file, width=512, height=512, emoji=emoji)
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
        options = [
            {"text": text, "voter_count": 0, "persistent_id": text} for text in ("Ya", "Tidak")
        ]
        poll: dict[str, object] = {
            "id": "5100000000000000001",
            "question": question,
            "options": options,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
        return self._send(replace(self._draft(), extra={"poll": poll}))

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

    # What they press and open.

    async def presses(
        self,
        label: str,
        *,
        on: Message | None = None,
        chat: Group | None = None,
        pin: tuple[float, float] | None = None,
        timeout: float = 5.0,  # noqa: ASYNC109 - real seconds that a person waits
    ) -> Press | None:
        """Presses the newest button that reads, or begins with, `label`; waits until there is one.

        A button of the reply keyboard says its label or shares `pin`; a link into the bot is
        opened.
        The press is returned where the bot can answer it.
        """
        place = chat.chat if chat is not None else self.chat

        async def found() -> tuple[Message | None, Button]:
            while (hit := self._button(place, label, on)) is None:
                await place.pulse.wait()
            return hit

        what = f"{self.name} finds no button [{label}]"
        async with _patience(timeout, what, self._world, place):
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

    # What they hear.

    async def hears(
        self,
        text: str | None = None,
        *,
        timeout: float = 5.0,  # noqa: ASYNC109 - real seconds that a person waits
        chat: Group | None = None,
    ) -> Message:
        """Waits until the bot sent or edited a message here since their last act.

        With `text`, until such a message holds that plain text; returns the one changed last.
        """
        place = chat.chat if chat is not None else self.chat

        async def heard() -> Message:
            while (found := self._fresh(place, text)) is None:
                await place.pulse.wait()
            return found

        what = f"{self.name} waits for {'an answer' if text is None else repr(text)}"
        async with _patience(timeout, what, self._world, place):
            return await heard()

    async def answered(
        self,
        *,
        timeout: float = 5.0,  # noqa: ASYNC109 - real seconds that a person waits
    ) -> Press:
        """Waits until the bot answers the last press."""
        press = self.pressed
        if press is None:
            raise ValueError(f"{self.name} has pressed nothing")
        place = press.message.chat
        what = f"{self.name} waits for an answer to [{press.label}]"
        async with _patience(timeout, what, self._world, place):
            while not press.answered:
                await place.pulse.wait()
        return press

    # How it is done.

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

    def _act(self, chat: Chat) -> None:
        """From here on, what the bot does in this chat is news."""
        last = next(reversed(chat.by_change), None)
        self._heard_until[chat.id] = 0 if last is None else chat.by_change[last]

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
        group = None if album is None else f"13{self.id}{sum(album.encode()):06d}"
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

    def _button(
        self, chat: Chat, label: str, on: Message | None
    ) -> tuple[Message | None, Button] | None:
        if on is not None:
            message = on.chat.messages.get(on.id, on)
            button = _labelled(message.keyboard.buttons, label) if message.keyboard else None
            return None if button is None else (message, button)
        keyboard = chat.keyboard
        for message in reversed(chat.messages.values()):
            if keyboard is not None and message.id <= keyboard[0]:
                button = _labelled(keyboard[1].buttons, label)
                if button is not None:
                    return None, button
                keyboard = None
            if message.keyboard is not None:
                button = _labelled(message.keyboard.buttons, label)
                if button is not None:
                    return message, button
        return None

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

    def _fresh(self, chat: Chat, text: str | None) -> Message | None:
        """The bot's message changed last since their last act, holding `text`."""
        since = self._heard_until.get(chat.id, 0)
        for number in reversed(chat.by_change):
            if chat.by_change[number] <= since:
                return None
            message = chat.messages[number]
            if text is None or text in message.text:
                return message
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


def _labelled(buttons: tuple[Button, ...], label: str) -> Button | None:
    exact = next((button for button in buttons if button.text == label), None)
    return exact or next((button for button in buttons if button.text.startswith(label)), None)


def _pieces(text: str) -> Iterator[str]:
    """The text as Telegram's clients cut it: at most 4,096 UTF-16 units each."""
    while text:
        piece = text[:4096]
        while utf16_length(piece) > 4096:
            piece = piece[: len(piece) - (utf16_length(piece) - 4096 + 1) // 2]
        if len(piece) < len(text) and (space := piece.rfind(" ", len(piece) - 256)) > 0:
            piece = piece[:space]
        yield piece.strip()
        text = text[len(piece) :].strip()


class _patience:  # noqa: N801 - reads as a phrase where it is used
    """Real time that a person waits; running out shows the chat."""

    def __init__(self, seconds: float, what: str, world: World, chat: Chat) -> None:
        self._timeout = asyncio.timeout(seconds)
        self._words = f"{what} in vain ({seconds:g} s)"
        self._world = world
        self._chat = chat

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()

    async def __aexit__(self, kind: object, error: object, trace: object) -> None:
        try:
            await self._timeout.__aexit__(kind, error, trace)  # type: ignore[arg-type]
        except TimeoutError:
            told = self._world.transcript(self._chat).splitlines()[-60:]
            raise NothingHeard("\n".join([f"{self._words}. The chat:", "", *told])) from None
