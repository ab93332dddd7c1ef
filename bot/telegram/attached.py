"""The files under a screen's words: photos and films as albums, documents as others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    ReplyParameters,
)
from telegram.error import BadRequest

from bot.domain.people import ChatId
from bot.domain.report import Attachment, FileKind
from bot.media.blank import BLANK, blank_picture
from bot.telegram.files import Ready, is_fetched

ALBUM = 10
"""How many files Telegram takes in one album."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files that Telegram shows together; `first` is the number of the first among its kind."""

    files: tuple[Attachment, ...]
    first: int = 1


def grouped(files: tuple[Attachment, ...]) -> Iterator[Group]:
    """Albums of photos and films, albums of documents, and each sound by itself."""
    seen = [f for f in files if f.kind in {FileKind.PHOTO, FileKind.VIDEO}]
    papers = [f for f in files if f.kind is FileKind.DOCUMENT]
    for album in (seen, papers):
        for start in range(0, len(album), ALBUM):
            yield Group(tuple(album[start : start + ALBUM]), start + 1)
    sounds = [f for f in files if f.kind is FileKind.VOICE]
    for number, file in enumerate(sounds, 1):
        yield Group((file,), number)


async def send(
    bot: Bot,
    chat: ChatId,
    files: tuple[Ready, ...],
    *,
    markup: dict[str, Any] | None,
    thread: int | None,
    reply: int | None,
) -> list[Message]:
    """Send one file, or an album of two to ten, as a reply; gives a message for each."""
    answers = ReplyParameters(reply, allow_sending_without_reply=True) if reply else None
    if len(files) > 1:
        sent = await bot.send_media_group(
            chat,
            [_in_album(file) for file in files],
            message_thread_id=thread,
            reply_parameters=answers,
        )
        return list(sent)
    (file,) = files
    media = _media(file)
    match file.file.kind:
        case FileKind.PHOTO:
            request = partial(bot.send_photo, chat, media)
        case FileKind.VIDEO:
            request = partial(bot.send_video, chat, media)
        case FileKind.VOICE if not is_fetched(file.file):
            request = partial(bot.send_voice, chat, media)
        case _:
            request = partial(bot.send_document, chat, media, disable_content_type_detection=True)
    buttons = InlineKeyboardMarkup.de_json(markup) if markup else None
    return [await request(reply_markup=buttons, message_thread_id=thread, reply_parameters=answers)]


async def take_away(bot: Bot, chat: ChatId, message: int) -> None:
    """Delete a message with a file; what is older than two days bears an empty picture instead.

    A voice note of that age stays: Telegram changes none. Raises telegram's errors.
    """
    try:
        await bot.delete_message(chat, message)
    except BadRequest as refused:
        if "not found" in refused.message.lower():
            return
        await _empty(bot, chat, message)


async def _empty(bot: Bot, chat: ChatId, message: int) -> None:
    picture = blank_picture()
    try:
        seen = InputMediaPhoto(InputFile(picture, filename=BLANK, attach=True))
        await bot.edit_message_media(seen, chat_id=chat, message_id=message)
    except BadRequest:
        paper = InputMediaDocument(InputFile(picture, filename=BLANK, attach=True))
        await bot.edit_message_media(paper, chat_id=chat, message_id=message)


def _in_album(file: Ready) -> InputMediaPhoto | InputMediaVideo | InputMediaDocument:
    media = _media(file, attach=True)
    match file.file.kind:
        case FileKind.PHOTO:
            return InputMediaPhoto(media)
        case FileKind.VIDEO:
            return InputMediaVideo(media)
        case _:
            return InputMediaDocument(media, disable_content_type_detection=True)


def _media(file: Ready, *, attach: bool = False) -> str | InputFile:
    if isinstance(file.media, str):
        return file.media
    return InputFile(file.media.data, filename=file.media.name, attach=attach)
