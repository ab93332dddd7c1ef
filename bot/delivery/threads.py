"""The topic of a message: made before it, opened again before it, or closed after it.

A topic that was made is written down before anything is sent into it, so that a restart goes on
with it; one whose making was never written down stays as an empty topic, and no card is lost.
Where none can be made the message goes where it would go without one, and that is written down.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from bot.delivery import books
from bot.delivery.passage import Passage
from bot.domain.clock import Clock
from bot.domain.people import Lack
from bot.domain.topic import Topic
from bot.telegram.outcomes import Gone, Missing, Muted, Refusal, Slow, Undone, Unreachable
from bot.telegram.outgoing import Outgoing

TRIES = 6
"""How often a topic is to be renamed or closed before it stays as it is."""
Record = Callable[..., Awaitable[Any]]
"""Writes an entry of the books, and gives what it gives."""


class Threads:
    """Keeps the topics of messages that are on their way."""

    def __init__(
        self,
        outgoing: Outgoing,
        record: Record,
        clock: Clock,
        log: structlog.typing.FilteringBoundLogger,
    ) -> None:
        self._outgoing = outgoing
        self._record = record
        self._clock = clock
        self._log = log

    async def before(self, passage: Passage) -> None:
        """Raises what kept Telegram from answering, as `bot.telegram.outcomes`."""
        wish = passage.topic
        if wish is None or passage.shown:
            return
        if wish.thread is None:
            await self._make(passage)
        elif wish.reopens:
            await self._shut(passage, closed=False)

    async def after(self, passage: Passage) -> None:
        """Give a topic the name that is right now, and close that of what is over.

        Nothing that fails here makes a message come again. Where Telegram asks for patience or does
        not answer, that is raised, some times, so that this is tried again.
        """
        wish = passage.topic
        if wish is None or wish.thread is None:
            return
        if wish.renames:
            await self._rename(passage, wish.thread, wish.name)
        if not wish.closes:
            return
        try:
            await self._shut(passage, closed=True)
        except Undone as undone:
            self._log.info("topic_kept_open", row=passage.row.id, code=undone.code)
            _again_where_it_may_help(passage, undone)

    async def anew(self, passage: Passage) -> bool:
        """Make a topic in the place of one that was deleted, once; False where that was it."""
        wish = passage.topic
        if wish is None or passage.remade:
            return False
        passage.remade = True
        await self._record(books.topic_gone, chat=passage.row.lane, subject=wish.subject)
        passage.topic, passage.thread = replace(wish, thread=None, reopens=False), None
        await self._make(passage)
        return True

    async def pinless(self, passage: Passage, undone: Undone) -> None:
        """The card could not be pinned in its topic."""
        if passage.topic and isinstance(undone, Refusal) and "rights" in undone.reason:
            await self._lacks(passage, Lack.PIN)

    async def _rename(self, passage: Passage, thread: int, name: str) -> None:
        try:
            await self._outgoing.rename_topic(passage.row.lane, thread, name)
        except Undone as undone:
            self._log.warning("topic_not_renamed", row=passage.row.id, code=undone.code)
            _again_where_it_may_help(passage, undone)

    async def _make(self, passage: Passage) -> None:
        wish, chat = passage.topic, passage.row.lane
        assert wish is not None
        try:
            thread = await self._outgoing.open_topic(chat, wish.name)
        except Refusal as refusal:
            passage.topic = None
            passage.edit = passage.edit or passage.stands_for
            no_topics = "not a forum" in refusal.reason
            await self._lacks(passage, Lack.FORUM if no_topics else Lack.MANAGE)
            return
        except Muted:
            passage.topic = None
            return
        await self._record(books.topic_made, topic=Topic(chat, wish.subject, thread), now=self._now)
        passage.topic, passage.thread = replace(wish, thread=thread), thread

    async def _shut(self, passage: Passage, *, closed: bool) -> None:
        wish, chat = passage.topic, passage.row.lane
        assert wish is not None
        assert wish.thread is not None
        try:
            await self._outgoing.shut_topic(chat, wish.thread, closed=closed)
        except Gone as gone:
            if gone.what is not Missing.THREAD:
                raise
            await self._record(books.topic_gone, chat=chat, subject=wish.subject)
            return
        except Refusal as refusal:
            self._log.info("topic_not_shut", row=passage.row.id, reason=refusal.reason)
            await self._lacks(passage, Lack.MANAGE)
            return
        await self._record(books.topic_shut, chat=chat, subject=wish.subject, closed=closed)

    async def _lacks(self, passage: Passage, lack: Lack) -> None:
        await self._record(books.topic_lacking, chat=passage.row.lane, lack=lack, now=self._now)

    @property
    def _now(self) -> datetime:
        return self._clock.now()


def _again_where_it_may_help(passage: Passage, undone: Undone) -> None:
    """Raise what a later try may get over."""
    passage.topic_tries += 1
    if isinstance(undone, Slow | Unreachable) and passage.topic_tries < TRIES:
        raise undone
