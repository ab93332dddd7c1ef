"""The topics that the bot has made in agencies' groups."""

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.domain.people import ChatId
from bot.domain.topic import Topic
from storage.office_tables import topics
from storage.seal import Seal
from storage.stores.marks import chat_mark
from storage.tx import Row, Tx

_new = insert(topics).values(
    {name: bindparam(name) for name in ("chat_mark", "subject", "thread", "closed")}
)
_PUT = _new.on_conflict_do_update(
    index_elements=["chat_mark", "subject"],
    set_={"thread": _new.excluded.thread, "closed": _new.excluded.closed},
)
_here = topics.c.chat_mark == bindparam("mark")
_of_subject = _here & (topics.c.subject == bindparam("about"))
_OF = select(topics).where(_of_subject)
_AT = select(topics).where(_here, topics.c.thread == bindparam("where"))
_CLOSE = update(topics).where(_of_subject).values(closed=bindparam("shut"))
_FORGET = delete(topics).where(_of_subject)


class Topics:
    """One topic a group and subject."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def of(self, chat: ChatId, subject: str) -> Topic | None:
        row = await self._tx.one(_OF, {"mark": self._mark(chat), "about": subject})
        return _to_topic(chat, row)

    async def at(self, chat: ChatId, thread: int) -> Topic | None:
        """The topic with Telegram's number in a group; None for one that people have made."""
        row = await self._tx.one(_AT, {"mark": self._mark(chat), "where": thread})
        return _to_topic(chat, row)

    async def put(self, topic: Topic) -> None:
        """Remember a topic, in the place of the one before."""
        await self._tx.run(
            _PUT,
            {
                "chat_mark": self._mark(topic.chat),
                "subject": topic.subject,
                "thread": topic.thread,
                "closed": int(topic.closed),
            },
        )

    async def close(self, chat: ChatId, subject: str, *, closed: bool) -> None:
        """Note that it was closed, or opened again."""
        values = {"mark": self._mark(chat), "about": subject, "shut": int(closed)}
        await self._tx.run(_CLOSE, values)

    async def forget(self, chat: ChatId, subject: str) -> None:
        """Somebody has deleted it in the group."""
        await self._tx.run(_FORGET, {"mark": self._mark(chat), "about": subject})

    def _mark(self, chat: ChatId) -> bytes:
        return chat_mark(self._seal, chat)


def _to_topic(chat: ChatId, row: Row | None) -> Topic | None:
    if row is None:
        return None
    return Topic(chat, row["subject"], row["thread"], bool(row["closed"]))
