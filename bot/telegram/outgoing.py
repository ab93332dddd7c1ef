"""Screens and answers on their way to Telegram.

A screen becomes its text, in several messages where it is too long, the buttons under the last;
then its files as a reply to that message, photos and videos together as albums.
Files are sent by Telegram's own number, never forwarded, so that no origin shows.
An edit changes words and buttons only: the files came with the message when it was new.
What an edit cannot do (a reply keyboard, more text than one message holds) becomes a new message.
A message carries either buttons or a reply keyboard. A screen with both shows the keyboard in a
small message of its own, bearing the label of its own button, before the text.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.domain.people import ChatId
from bot.domain.report import Attachment, FileKind
from bot.telegram.outcomes import too_late, unchanged, undone
from bot.telegram.split import split_html
from bot.ui.screen import Keyboard, Rows, Screen

ALBUM = 10
"""How many files Telegram takes in one album."""

Turn = Callable[[int], Awaitable[None]]
"""Awaited before each request, with the messages that it counts for."""

_Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_CARRIER = "⌨️"


@dataclass(slots=True)
class Progress:
    """How far a screen has come, kept between attempts: what has arrived is not sent again."""

    parts: int = 0
    message: int | None = None
    """The message with the buttons, once it is there."""


class _Part(Protocol):
    @property
    def messages(self) -> int: ...

    async def send(self, bot: Bot, chat: ChatId, progress: Progress) -> None: ...


class Outgoing:
    """The requests that change what people see. Each raises one of `bot.telegram.outcomes`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def show(
        self,
        chat: ChatId,
        screen: Screen,
        *,
        edit: int | None = None,
        thread: int | None = None,
        progress: Progress | None = None,
        turn: Turn | None = None,
    ) -> int | None:
        """Send or change a message; gives the number of the one that carries the buttons.

        With the same `progress`, a second call goes on where the first one failed.
        """
        progress = progress or Progress()
        parts = tuple(_parts(screen, edit, thread))
        while progress.parts < len(parts):
            part = parts[progress.parts]
            if turn:
                await turn(part.messages)
            try:
                await part.send(self._bot, chat, progress)
            except TelegramError as error:
                raise undone(error) from error
            progress.parts += 1
        return progress.message

    async def drop_buttons(self, chat: ChatId, message: int) -> None:
        """Take the buttons from a message; without any it stays as it is."""
        try:
            await self._bot.edit_message_reply_markup(chat_id=chat, message_id=message)
        except TelegramError as error:
            if not unchanged(error):
                raise undone(error) from error

    async def answer_press(self, query_id: str, toast: str = "", *, alert: bool = False) -> None:
        """Answer a pressed button with at most 200 characters; too late is as good as done."""
        try:
            await self._bot.answer_callback_query(query_id, toast or None, show_alert=alert or None)
        except TelegramError as error:
            if not too_late(error):
                raise undone(error) from error

    async def pin(self, chat: ChatId, message: int) -> None:
        """Pin without a sound."""
        try:
            await self._bot.pin_chat_message(chat, message, disable_notification=True)
        except TelegramError as error:
            raise undone(error) from error


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    markup: _Markup | None
    thread: int | None

    messages = 1

    async def send(self, bot: Bot, chat: ChatId, progress: Progress) -> None:
        message = await bot.send_message(
            chat,
            self.text,
            parse_mode=ParseMode.HTML,
            reply_markup=self.markup,
            message_thread_id=self.thread,
            link_preview_options=_NO_PREVIEW,
        )
        progress.message = message.message_id


@dataclass(frozen=True, slots=True)
class _Edit:
    text: str
    markup: InlineKeyboardMarkup | None
    message: int

    messages = 1

    async def send(self, bot: Bot, chat: ChatId, progress: Progress) -> None:
        try:
            await bot.edit_message_text(
                self.text,
                chat,
                self.message,
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

    async def send(self, bot: Bot, chat: ChatId, progress: Progress) -> None:  # noqa: ARG002
        message = await bot.send_message(
            chat,
            self.keyboard.location or _CARRIER,
            reply_markup=_reply_markup(self.keyboard),
            message_thread_id=self.thread,
            disable_notification=True,
        )
        if self.keyboard.remove:
            # The keyboard stays away when the message that took it away is gone.
            with suppress(TelegramError):
                await bot.delete_message(chat, message.message_id)


@dataclass(frozen=True, slots=True)
class _Files:
    """One file, or an album of two to ten that Telegram shows together."""

    files: tuple[Attachment, ...]
    markup: InlineKeyboardMarkup | None
    thread: int | None

    @property
    def messages(self) -> int:
        return len(self.files)

    async def send(self, bot: Bot, chat: ChatId, progress: Progress) -> None:
        reply = progress.message and ReplyParameters(
            progress.message, allow_sending_without_reply=True
        )
        if len(self.files) > 1:
            sent = await bot.send_media_group(
                chat,
                [_in_album(file) for file in self.files],
                message_thread_id=self.thread,
                reply_parameters=reply or None,
            )
            message = sent[-1]
        else:
            message = await self._alone(bot, chat, reply or None)
        if progress.message is None:
            progress.message = message.message_id

    async def _alone(self, bot: Bot, chat: ChatId, reply: ReplyParameters | None) -> Message:
        (file,) = self.files
        match file.kind:
            case FileKind.PHOTO:
                send = partial(bot.send_photo, chat, file.file)
            case FileKind.VIDEO:
                send = partial(bot.send_video, chat, file.file)
            case FileKind.DOCUMENT:
                send = partial(bot.send_document, chat, file.file)
            case FileKind.VOICE:
                send = partial(bot.send_voice, chat, file.file)
        return await send(
            reply_markup=self.markup, message_thread_id=self.thread, reply_parameters=reply
        )


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
    groups = tuple(_grouped(screen.files))
    for number, files in enumerate(groups, 1):
        under_files = buttons if not texts and number == len(groups) else None
        yield _Files(files, under_files, thread)


def _grouped(files: tuple[Attachment, ...]) -> Iterator[tuple[Attachment, ...]]:
    """Albums of photos and videos, albums of documents, and each voice note by itself."""
    seen = [f for f in files if f.kind in {FileKind.PHOTO, FileKind.VIDEO}]
    papers = [f for f in files if f.kind is FileKind.DOCUMENT]
    for album in (seen, papers):
        for start in range(0, len(album), ALBUM):
            yield tuple(album[start : start + ALBUM])
    for file in files:
        if file.kind is FileKind.VOICE:
            yield (file,)


def _in_album(file: Attachment) -> InputMediaPhoto | InputMediaVideo | InputMediaDocument:
    match file.kind:
        case FileKind.PHOTO:
            return InputMediaPhoto(file.file)
        case FileKind.VIDEO:
            return InputMediaVideo(file.file)
        case _:
            return InputMediaDocument(file.file)


def _inline_markup(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(choice.label, url=choice.url)
                if choice.url
                else InlineKeyboardButton(choice.label, callback_data=choice.data)
                for choice in row
            ]
            for row in rows
        ]
    )


def _reply_markup(keyboard: Keyboard) -> ReplyKeyboardMarkup | ReplyKeyboardRemove:
    if keyboard.remove:
        return ReplyKeyboardRemove()
    rows = [[KeyboardButton(word)] for word in keyboard.words]
    if keyboard.location:
        rows.insert(0, [KeyboardButton(keyboard.location, request_location=True)])
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)
