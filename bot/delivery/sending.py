"""One row's requests to Telegram, each in its turn."""

from functools import partial

import structlog

from bot.delivery.passage import Passage
from bot.delivery.threads import Threads
from bot.domain.clock import Clock
from bot.domain.people import ChatId
from bot.pace import Pacing
from bot.telegram.outcomes import Gone, Missing, Refusal, Undone
from bot.telegram.outgoing import Aside, Outgoing
from bot.ui.screen import Screen
from bot.ui.texts import Texts
from storage.database import Storage
from storage.errors import StorageError


class Turns:
    """Waits until the pace takes a message for one chat; the first one has been paid for."""

    def __init__(self, chat: ChatId, pace: Pacing, clock: Clock) -> None:
        self._chat = chat
        self._pace = pace
        self._clock = clock
        self._paid = 1

    async def __call__(self, messages: int) -> None:
        owed, self._paid = messages - self._paid, max(0, self._paid - messages)
        if owed <= 0:
            return
        while wait := max(self._pace.overall(owed), self._pace.chat(self._chat, owed)):
            await self._clock.sleep(wait)
        self._pace.spend(self._chat, owed)


class Shortfall:
    """Says to a chat, in its language, that files are missing."""

    def __init__(self, texts: Texts, storage: Storage) -> None:
        self._texts = texts
        self._storage = storage

    async def words(self, chat: ChatId, count: int) -> str:
        """Give HTML; without a database in the default language, for the words before are out."""
        language = self._texts.default
        try:
            async with self._storage.reading() as unit:
                if person := await unit.people.with_chat(chat):
                    language = person.language
        except StorageError:
            pass
        say = self._texts.speech(language)
        return say("files-missing", count=count)


class Sending:
    """Shows what a passage still has to show; `aside` is entered while its files are fetched."""

    def __init__(
        self,
        outgoing: Outgoing,
        pace: Pacing,
        clock: Clock,
        log: structlog.typing.FilteringBoundLogger,
        aside: Aside,
        shortfall: Shortfall | None,
        threads: Threads,
    ) -> None:
        self._outgoing = outgoing
        self._pace = pace
        self._clock = clock
        self._log = log
        self._aside = aside
        self._shortfall = shortfall
        self._threads = threads

    async def carry(self, passage: Passage) -> None:
        """Raises what kept it from going on, as `bot.telegram.outcomes`."""
        chat = passage.row.lane
        turns = Turns(chat, self._pace, self._clock)
        missing = partial(self._shortfall.words, chat) if self._shortfall else None
        await self._threads.before(passage)
        while screen := passage.screen:
            try:
                message = await self._outgoing.show(
                    chat,
                    screen,
                    edit=passage.edit,
                    thread=passage.thread,
                    progress=passage.progress,
                    turn=turns,
                    aside=self._aside,
                    missing=missing,
                )
            except Gone as gone:
                if gone.what is Missing.THREAD and await self._threads.anew(passage):
                    continue
                if not _another_way(passage, gone):
                    raise
            except Refusal as refusal:
                if passage.progress.message is None:
                    raise
                # The words have arrived: a file that Telegram does not take must not undo that.
                self._log.error("file_refused", row=passage.row.id, reason=refusal.reason)
                passage.progress.parts += 1
            else:
                if message is None:
                    raise Refusal("the screen is empty")
                await self._pin(passage, screen, message, turns)
                passage.arrived(screen, message)
        await self._threads.after(passage)

    async def tidy(self, chat: ChatId, outdated: int) -> None:
        """Take the buttons from a message that a newer one stands for, if that goes."""
        try:
            await self._outgoing.drop_buttons(chat, outdated)
        except Undone as undone:
            self._log.info("buttons_kept", code=undone.code)

    async def _pin(self, passage: Passage, screen: Screen, message: int, turns: Turns) -> None:
        if not screen.pinned or passage.edit == message:
            return
        await turns(1)
        try:
            await self._outgoing.pin(passage.row.lane, message)
        except Undone as undone:
            self._log.info("not_pinned", row=passage.row.id, code=undone.code)
            await self._threads.pinless(passage, undone)


def _another_way(passage: Passage, gone: Gone) -> bool:
    """Whether a new message, or one outside the topic, can still say it."""
    if gone.what is Missing.MESSAGE and passage.edit is not None:
        passage.send_anew()
        return True
    if gone.what is Missing.THREAD and passage.thread is not None:
        passage.thread = None
        return True
    return False
