"""Screens and answers on their way to Telegram.

A screen becomes its text, in several messages where it is too long, the buttons under the last;
then its files as a reply to that message, photos and videos together as albums.
Files are never forwarded, so that no origin shows; how each goes is told in `bot.telegram.files`.
What cannot be fetched is said to be missing in a message of its own, after the files that can.
An edit changes words and buttons only: the files came with the message when it was new. What a
screen removes is taken away, or left empty where Telegram deletes it no more.
What an edit cannot do (a reply keyboard, more text than one message holds) becomes a new message.
A message carries either buttons or a reply keyboard. A screen with both shows the keyboard in a
small message of its own, bearing the label of its own button, before the text.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from telegram import Bot, Message
from telegram.constants import ParseMode
from telegram.error import NetworkError, TelegramError

from bot.domain.people import ChatId
from bot.telegram.api import BotApi
from bot.telegram.attached import Group, grouped, send, take_away
from bot.telegram.files import Files, Ready
from bot.telegram.outcomes import Refusal, too_late, unchanged, undone
from bot.telegram.split import split_html
from bot.ui.screen import Choice, Keyboard, Rows, Screen

FETCHES = 6
"""How often a file is fetched before a screen goes on without it."""

Turn = Callable[[int], Awaitable[None]]
"""Awaited before each request, with the messages that it counts for."""
Aside = Callable[[], AbstractContextManager[object]]
"""Entered while files are fetched, when nothing is asked of this chat."""
Missing = Callable[[int], Awaitable[str]]
"""Says as HTML that so many files are missing."""

_Markup = dict[str, Any]
"""A keyboard under a message or under the input line, in the Bot API's own words."""
_NO_PREVIEW = {"is_disabled": True}
_CARRIER = "⌨️"


@dataclass(slots=True)
class Progress:
    """How far a screen has come, kept between attempts: what has arrived is not sent again."""

    parts: int = 0
    message: int | None = None
    """The message with the buttons, once it is there."""
    missing: int = 0
    """Files that were left out, and of which nothing has been said yet."""
    fetches: int = 0
    """How often the files that come next could not be fetched."""
    files: list[int] = field(default_factory=list)
    """The messages with its files."""
    earlier: list[int] = field(default_factory=list)
    """The messages with the beginning of a long text."""


class _Part(Protocol):
    @property
    def messages(self) -> int: ...

    async def send(self, api: BotApi, chat: ChatId, progress: Progress) -> None: ...


class Outgoing:
    """The requests that change what people see. Each raises one of `bot.telegram.outcomes`."""

    def __init__(self, bot: Bot, files: Files | None = None) -> None:
        self._bot = bot
        self._api = BotApi(bot)
        self._files = files or Files(bot)

    async def show(
        self,
        chat: ChatId,
        screen: Screen,
        *,
        edit: int | None = None,
        thread: int | None = None,
        progress: Progress | None = None,
        turn: Turn | None = None,
        aside: Aside = nullcontext,
        missing: Missing | None = None,
    ) -> int | None:
        """Send or change a message; gives the number of the one that carries the buttons.

        With the same `progress`, a second call goes on where the first one failed.
        """
        progress = progress or Progress()
        if screen.removes and edit is not None:
            if turn:
                await turn(1)
            try:
                await take_away(self._bot, chat, edit)
            except TelegramError as error:
                raise undone(error) from error
            return edit
        parts = tuple(_parts(screen, edit, thread))
        while progress.parts < len(parts):
            part = parts[progress.parts]
            if isinstance(part, _Files):
                await self._send_files(part, chat, progress, turn, aside)
            else:
                await self._send(part, chat, progress, turn)
            progress.parts += 1
        if progress.missing and missing:
            markup = None if progress.message else _inline_markup(screen.buttons)
            note = _Text(await missing(progress.missing), markup, thread, progress.message)
            # A note that Telegram does not take must not hold up what it is a note to.
            with suppress(Refusal):
                await self._send(note, chat, progress, turn)
        progress.missing = 0
        return progress.message

    async def _send(
        self, part: "_Part", chat: ChatId, progress: Progress, turn: Turn | None
    ) -> None:
        if turn:
            await turn(part.messages)
        try:
            await part.send(self._api, chat, progress)
        except TelegramError as error:
            raise undone(error) from error

    async def _send_files(
        self, part: "_Files", chat: ChatId, progress: Progress, turn: Turn | None, aside: Aside
    ) -> None:
        files, group = self._files, part.group
        patient = progress.fetches + 1 < FETCHES
        try:
            with aside() if files.waits_for(group.files) else nullcontext():
                ready = await files.ready(group.files, group.first, patient=patient)
        except TelegramError as error:
            progress.fetches += isinstance(error, NetworkError)
            raise undone(error) from error
        going = replace(part, bot=self._bot, ready=tuple(ready), taken=files.taken)
        try:
            if ready:
                await self._send(going, chat, progress, turn)
        except Refusal:
            files.refused(ready)
            progress.missing += len(group.files)
            raise
        progress.missing += len(group.files) - len(ready)
        progress.fetches = 0

    async def drop_buttons(self, chat: ChatId, message: int) -> None:
        """Take the buttons from a message; without any it stays as it is."""
        try:
            await self._api.ask("editMessageReplyMarkup", chat_id=chat, message_id=message)
        except TelegramError as error:
            if not unchanged(error):
                raise undone(error) from error

    async def answer_press(self, query_id: str, toast: str = "", *, alert: bool = False) -> None:
        """Answer a pressed button with at most 200 characters; too late is as good as done."""
        try:
            await self._api.ask(
                "answerCallbackQuery",
                callback_query_id=query_id,
                text=toast or None,
                show_alert=alert or None,
            )
        except TelegramError as error:
            if not too_late(error):
                raise undone(error) from error

    async def open_topic(self, chat: ChatId, name: str) -> int:
        """Make a topic in a forum, of at most 128 signs; gives Telegram's number of it."""
        try:
            made = await self._api.ask("createForumTopic", chat_id=chat, name=name)
        except TelegramError as error:
            raise undone(error) from error
        return int(made["message_thread_id"])

    async def rename_topic(self, chat: ChatId, thread: int, name: str) -> None:
        """Give a topic another name; one that has it already stays as it is."""
        try:
            await self._api.ask("editForumTopic", chat_id=chat, message_thread_id=thread, name=name)
        except TelegramError as error:
            if not unchanged(error):
                raise undone(error) from error

    async def shut_topic(self, chat: ChatId, thread: int, *, closed: bool) -> None:
        """Close a topic, or open it again; one that is so already stays as it is."""
        method = "closeForumTopic" if closed else "reopenForumTopic"
        try:
            await self._api.ask(method, chat_id=chat, message_thread_id=thread)
        except TelegramError as error:
            if not unchanged(error):
                raise undone(error) from error

    async def pin(self, chat: ChatId, message: int) -> None:
        """Pin without a sound."""
        try:
            await self._api.ask(
                "pinChatMessage", chat_id=chat, message_id=message, disable_notification=True
            )
        except TelegramError as error:
            raise undone(error) from error


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    markup: _Markup | None
    thread: int | None
    reply: int | None = None

    messages = 1

    async def send(self, api: BotApi, chat: ChatId, progress: Progress) -> None:
        message = await api.ask(
            "sendMessage",
            chat_id=chat,
            text=self.text,
            parse_mode=ParseMode.HTML,
            reply_markup=self.markup,
            message_thread_id=self.thread,
            reply_parameters=_reply(self.reply),
            link_preview_options=_NO_PREVIEW,
        )
        if self.reply is None:
            if progress.message is not None:
                progress.earlier.append(progress.message)
            progress.message = message["message_id"]


@dataclass(frozen=True, slots=True)
class _Edit:
    text: str
    markup: _Markup | None
    message: int

    messages = 1

    async def send(self, api: BotApi, chat: ChatId, progress: Progress) -> None:
        try:
            await api.ask(
                "editMessageText",
                chat_id=chat,
                message_id=self.message,
                text=self.text,
                parse_mode=ParseMode.HTML,
                reply_markup=self.markup,
                link_preview_options=_NO_PREVIEW,
            )
        except TelegramError as error:
            if not unchanged(error):
                raise
        progress.message = self.message


@dataclass(frozen=True, slots=True)
class _Keyboard:
    """A reply keyboard, or its removal, when the text below already carries buttons."""

    keyboard: Keyboard
    thread: int | None

    messages = 1

    async def send(self, api: BotApi, chat: ChatId, progress: Progress) -> None:  # noqa: ARG002
        message = await api.ask(
            "sendMessage",
            chat_id=chat,
            text=self.keyboard.location or _CARRIER,
            reply_markup=_reply_markup(self.keyboard),
            message_thread_id=self.thread,
            disable_notification=True,
        )
        if self.keyboard.remove:
            # The keyboard stays away when the message that took it away is gone.
            with suppress(TelegramError):
                await api.ask("deleteMessage", chat_id=chat, message_id=message["message_id"])


@dataclass(frozen=True, slots=True)
class _Files:
    """One file, or an album of two to ten that Telegram shows together."""

    group: Group
    markup: _Markup | None
    thread: int | None
    bot: Bot | None = None
    """Uploads go by python-telegram-bot, which knows how to put files into a request."""
    ready: tuple[Ready, ...] = ()
    taken: Callable[[Ready, Message], None] | None = None

    @property
    def messages(self) -> int:
        return len(self.ready)

    async def send(self, api: BotApi, chat: ChatId, progress: Progress) -> None:  # noqa: ARG002
        assert self.bot is not None
        sent = await send(
            self.bot,
            chat,
            self.ready,
            markup=self.markup,
            thread=self.thread,
            reply=progress.message,
        )
        for file, message in zip(self.ready, sent, strict=True):
            progress.files.append(message.message_id)
            if self.taken:
                self.taken(file, message)
        if progress.message is None:
            progress.message = sent[-1].message_id


def _parts(screen: Screen, edit: int | None, thread: int | None) -> Iterator[_Part]:
    texts = split_html(screen.text)
    buttons = _inline_markup(screen.buttons)
    if edit is not None and len(texts) == 1 and screen.keyboard is None:
        yield _Edit(texts[0], buttons, edit)
        return
    keyboard = screen.keyboard
    if keyboard and buttons:
        yield _Keyboard(keyboard, thread)
    last = buttons or (_reply_markup(keyboard) if keyboard else None)
    for number, text in enumerate(texts, 1):
        yield _Text(text, last if number == len(texts) else None, thread)
    groups = tuple(grouped(screen.files))
    for number, group in enumerate(groups, 1):
        under_files = buttons if not texts and number == len(groups) else None
        yield _Files(group, under_files, thread)


def _reply(message: int | None) -> dict[str, Any] | None:
    return {"message_id": message, "allow_sending_without_reply": True} if message else None


def _inline_markup(rows: Rows) -> _Markup | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_button(choice) for choice in row] for row in rows]}


def _button(choice: Choice) -> dict[str, str]:
    bears = {"url": choice.url} if choice.url else {"callback_data": choice.data}
    return {"text": choice.label, **bears}


def _reply_markup(keyboard: Keyboard) -> _Markup:
    if keyboard.remove:
        return {"remove_keyboard": True}
    rows: list[list[dict[str, Any]]] = [[{"text": word}] for word in keyboard.words]
    if keyboard.location:
        rows.insert(0, [{"text": keyboard.location, "request_location": True}])
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}
