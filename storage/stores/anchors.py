"""What a message in a chat shows: so a reply finds its report, and a card is brought up to date."""

from dataclasses import dataclass, field

from sqlalchemy import bindparam, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.domain.people import ChatId
from bot.domain.report import ReportId
from storage.seal import Seal
from storage.stores.marks import chat_mark, open_chat, seal_chat
from storage.tables import anchors
from storage.tx import Row, Tx

CARD_SLOTS = ("card", "admin_card")
FILE_SLOT = "file"
_CHAT = "anchors.chat"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A message of ours: `message` is Telegram's number of it in the chat, `slot` what it shows."""

    chat: ChatId = field(repr=False)
    message: int
    report: ReportId | None
    slot: str
    thread: int | None = None
    """The topic that it stands in."""


_new = insert(anchors).values(
    {name: bindparam(name) for name in ("chat_mark", "chat", "message", "report", "slot", "thread")}
)
_PUT = _new.on_conflict_do_update(
    index_elements=["chat_mark", "message"],
    set_={name: _new.excluded[name] for name in ("report", "slot", "thread")},
)
_is_card = or_(*(anchors.c.slot == slot for slot in CARD_SLOTS))
_here = anchors.c.chat_mark == bindparam("mark")
_this = _here & (anchors.c.message == bindparam("which"))
_AT = select(anchors).where(_this)
_DROP = delete(anchors).where(_this)
_NEWEST = (
    select(anchors)
    .where(_here, anchors.c.slot == bindparam("wanted"))
    .order_by(anchors.c.message.desc())
    .limit(1)
)
_NEWEST_OF_REPORT = _NEWEST.where(anchors.c.report == bindparam("about"))
_CARDS = (
    select(anchors).where(anchors.c.report == bindparam("about"), _is_card).order_by(anchors.c.id)
)
_OF_REPORT = (
    select(anchors).where(anchors.c.report == bindparam("about")).order_by(anchors.c.message)
)
_there = select(anchors.c.message).where(anchors.c.chat_mark == bindparam("new_mark"))
_OVERTAKEN = delete(anchors).where(_here, anchors.c.message.in_(_there))
_LEFT_BEHIND = delete(anchors).where(_here, anchors.c.slot == bindparam("slot_of_files"))
_MOVE = (
    update(anchors).where(_here).values(chat_mark=bindparam("new_mark"), chat=bindparam("new_chat"))
)


class Anchors:
    """The messages that something may still refer to."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def put(
        self,
        chat: ChatId,
        message_id: int,
        report: ReportId | None,
        slot: str,
        thread: int | None = None,
    ) -> None:
        """Remember a message, or what it shows now."""
        await self._tx.later(
            _PUT,
            {
                "chat_mark": chat_mark(self._seal, chat),
                "chat": seal_chat(self._seal, chat, _CHAT),
                "message": message_id,
                "report": report,
                "slot": slot,
                "thread": thread,
            },
        )

    async def at(self, chat: ChatId, message_id: int) -> Anchor | None:
        return self._to_anchor(
            await self._tx.one(_AT, {"mark": chat_mark(self._seal, chat), "which": message_id})
        )

    async def newest(
        self, chat: ChatId, slot: str, report: ReportId | None = None
    ) -> Anchor | None:
        """The lowest message of a slot in a chat; with `report`, of that report alone."""
        values = {"mark": chat_mark(self._seal, chat), "wanted": slot}
        if report is None:
            return self._to_anchor(await self._tx.one(_NEWEST, values))
        return self._to_anchor(await self._tx.one(_NEWEST_OF_REPORT, {**values, "about": report}))

    async def cards(self, report: ReportId) -> list[Anchor]:
        """Every card of a report, an officers' or an admin's, in all chats."""
        rows = await self._tx.all(_CARDS, {"about": report})
        return [anchor for row in rows if (anchor := self._to_anchor(row))]

    async def of_report(self, report: ReportId) -> list[Anchor]:
        """Every message that shows something of a report, in all chats, oldest first."""
        rows = await self._tx.all(_OF_REPORT, {"about": report})
        return [anchor for row in rows if (anchor := self._to_anchor(row))]

    async def drop(self, chat: ChatId, message_id: int) -> None:
        await self._tx.later(_DROP, {"mark": chat_mark(self._seal, chat), "which": message_id})

    async def move(self, old: ChatId, new: ChatId) -> None:
        """Let a group's cards be looked for in the supergroup that it has become.

        Its messages are numbered anew there: what the supergroup itself has under a number stays,
        and no file is looked for there, which would be another message.
        """
        marks = {"mark": chat_mark(self._seal, old), "new_mark": chat_mark(self._seal, new)}
        await self._tx.run(_OVERTAKEN, marks)
        await self._tx.run(_LEFT_BEHIND, {"mark": marks["mark"], "slot_of_files": FILE_SLOT})
        await self._tx.run(_MOVE, {**marks, "new_chat": seal_chat(self._seal, new, _CHAT)})

    def _to_anchor(self, row: Row | None) -> Anchor | None:
        if row is None:
            return None
        report = row["report"]
        return Anchor(
            chat=open_chat(self._seal, row["chat"], _CHAT),
            message=row["message"],
            report=ReportId(report) if report is not None else None,
            slot=row["slot"],
            thread=row["thread"],
        )
