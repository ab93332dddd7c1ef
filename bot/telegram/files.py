"""Files from one side of a report to the other, without what they tell of their sender.

- Photos and voice notes go by Telegram's own number: Telegram has taken everything out of them.
- Documents, films and sound with a name are fetched, cleaned and sent anew under a neutral name.
  What Telegram calls the new one is remembered while the program runs, so that a second chat
  fetches nothing.
- Pictures and tables of figures are made when they are sent, in a thread, and never remembered.
- A file that cannot be fetched or cleaned is left out, and whoever asked is told how many were.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from weakref import WeakValueDictionary

import structlog
from telegram import Bot, Message
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError

from bot.domain.made import Made
from bot.domain.report import Attachment, FileKind
from bot.media.cleaning import Cleaned, cleaned
from bot.media.filetype import file_type
from bot.media.flaws import NotCleaned
from bot.telegram.where import where

AT_ONCE = 4
"""How many files are fetched at the same time."""

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that Telegram gives to a bot."""

_SHELF = 48 * 1024 * 1024
"""Bytes of cleaned files that wait for Telegram to take them, for another try or another chat."""
_KNOWN = 4096
"""How many of the new ones are remembered."""

_Key = tuple[FileKind, str]


@dataclass(frozen=True, slots=True)
class Ready:
    """A file as it goes out: by a number that Telegram knows, or as bytes under a neutral name."""

    file: Attachment
    media: str | Cleaned


class Files:
    """Fetches and cleans what must not go as it came."""

    def __init__(self, bot: Bot, at_once: int = AT_ONCE) -> None:
        self._bot = bot
        self._fetching = asyncio.Semaphore(at_once)
        self._cleaning = asyncio.Semaphore(1)
        """A large picture takes hundreds of megabytes while it is written anew."""
        self._one_by_one: WeakValueDictionary[_Key, asyncio.Lock] = WeakValueDictionary()
        self._known: OrderedDict[_Key, str] = OrderedDict()
        self._shelf: OrderedDict[_Key, Cleaned] = OrderedDict()
        self._log = structlog.get_logger("files")

    def waits_for(self, files: tuple[Attachment, ...]) -> bool:
        """Whether any of these would have to be fetched first."""
        return any(
            isinstance(file, Made) or (is_fetched(file) and _key(file) not in self._known)
            for file in files
        )

    async def ready(
        self, files: tuple[Attachment, ...], first: int = 1, *, patient: bool = True
    ) -> list[Ready]:
        """Give these files as they may go out; `first` is the number in the name of the first.

        Those that cannot be had or cleaned are left out. Raises telegram's errors where another
        try may help; with `patient` False those files are left out too.
        """
        found = [await self._one(file, first + n, patient) for n, file in enumerate(files)]
        return [ready for ready in found if ready]

    def taken(self, ready: Ready, message: Message) -> None:
        """Remember what Telegram calls a file that it has taken as bytes."""
        if isinstance(ready.media, str) or isinstance(ready.file, Made):
            return
        sent = message.video if ready.file.kind is FileKind.VIDEO else message.document
        if sent:
            self._known[_key(ready.file)] = sent.file_id
            self._shelf.pop(_key(ready.file), None)
            if len(self._known) > _KNOWN:
                self._known.popitem(last=False)

    def refused(self, files: list[Ready]) -> None:
        """Forget what Telegram calls these, for it does not take them by that any more."""
        for ready in files:
            self._known.pop(_key(ready.file), None)

    async def _one(self, file: Attachment, number: int, patient: bool) -> Ready | None:
        if isinstance(file, Made):
            return await self._made(file)
        if not is_fetched(file):
            return Ready(file, file.file)
        key = _key(file)
        lock = self._one_by_one.setdefault(key, asyncio.Lock())
        async with lock:
            if known := self._known.get(key):
                return Ready(file, known)
            clean = self._shelf.get(key)
            try:
                clean = clean or await self._fetched(file, number)
            except (BadRequest, Forbidden, InvalidToken) as refused:
                self._log.warning("file_not_given", error=type(refused).__name__)
                return None
            except NetworkError as away:
                if patient:
                    raise
                self._log.warning("file_not_reached", error=type(away).__name__)
                return None
            except NotCleaned as not_cleaned:
                self._log.warning("file_not_cleaned", flaw=not_cleaned.flaw)
                return None
            if not clean.data:
                return None
            self._keep(key, clean)
            return Ready(file, clean)

    async def _made(self, file: Made) -> Ready | None:
        try:
            async with self._cleaning:
                data = await asyncio.to_thread(file.make)
        except Exception as fault:  # noqa: BLE001 - the words before it have arrived
            self._log.error("file_not_made", fault=type(fault).__name__, where=where(fault))
            return None
        return Ready(file, Cleaned(data, file_type(data), file.name)) if data else None

    async def _fetched(self, file: Attachment, number: int) -> Cleaned:
        async with self._fetching:
            at_telegram = await self._bot.get_file(file.file)
            data = bytes(await at_telegram.download_as_bytearray())
            async with self._cleaning:
                return await asyncio.to_thread(cleaned, data, LARGEST, number)

    def _keep(self, key: _Key, clean: Cleaned) -> None:
        self._shelf[key] = clean
        while sum(len(kept.data) for kept in self._shelf.values()) > _SHELF:
            self._shelf.popitem(last=False)


def is_fetched(file: Attachment) -> bool:
    """Whether a file must not go by its number: it or its name may tell who sent it."""
    if file.kind is FileKind.VOICE:
        return bool(file.name)
    return file.kind in {FileKind.DOCUMENT, FileKind.VIDEO}


def _key(file: Attachment) -> _Key:
    return file.kind, file.unique or file.file
