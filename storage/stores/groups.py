"""Telegram groups that get an agency's cards; they give nobody a right."""

from datetime import datetime

from sqlalchemy import bindparam, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.domain.agency import AgencyCode
from bot.domain.people import ChatId, Group, Lack, PersonId
from storage.moments import to_micros, to_moment
from storage.office_tables import bound_groups
from storage.seal import Seal
from storage.stores.agencies import head_of
from storage.stores.marks import chat_mark, open_chat, seal_chat
from storage.tx import Row, Tx

_CHAT = "bound_groups.chat"
_TITLE = "bound_groups.title"

_VALUES = ("chat_mark", "chat", "agency", "title", "forum", "topic", "bound_by", "bound_at")
_new = insert(bound_groups).values({name: bindparam(name) for name in _VALUES})
_BIND = _new.on_conflict_do_update(
    index_elements=["chat_mark"], set_={name: _new.excluded[name] for name in _VALUES[1:]}
)
_this = bound_groups.c.chat_mark == bindparam("mark")
_AT = select(bound_groups).where(_this)
_ALL = select(bound_groups).order_by(bound_groups.c.id)
_COVERING = _ALL.where(
    or_(bound_groups.c.agency == bindparam("where"), bound_groups.c.agency == bindparam("above"))
)
_UNBIND = delete(bound_groups).where(_this)
_MOVE = (
    update(bound_groups)
    .where(_this)
    .values(chat_mark=bindparam("new_mark"), chat=bindparam("new_chat"))
)
_SET_LACKS = (
    update(bound_groups)
    .where(_this)
    .values(lacks=bindparam("new_lacks"), lacks_since=bindparam("since"))
)
_SET_TOPIC = update(bound_groups).where(_this).values(topic=bindparam("new_topic"))


class Groups:
    """The groups that agencies have bound."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def bind_group(self, group: Group, by: PersonId | None, now: datetime) -> None:
        """Bind a group to an agency; one that was bound before is bound anew."""
        await self._tx.run(
            _BIND,
            {
                "chat_mark": chat_mark(self._seal, group.chat),
                "chat": seal_chat(self._seal, group.chat, _CHAT),
                "agency": group.agency,
                "title": self._seal.seal_text(group.title, _TITLE),
                "forum": int(group.forum),
                "topic": group.topic,
                "bound_by": by,
                "bound_at": to_micros(now),
            },
        )

    async def group(self, chat: ChatId) -> Group | None:
        row = await self._tx.one(_AT, {"mark": chat_mark(self._seal, chat)})
        return self._to_group(row) if row else None

    async def groups_covering(self, agency: AgencyCode) -> list[Group]:
        """The groups of an agency and of the one above it."""
        rows = await self._tx.all(_COVERING, {"where": agency, "above": head_of(agency)})
        return [self._to_group(row) for row in rows]

    async def all_groups(self) -> list[Group]:
        return [self._to_group(row) for row in await self._tx.all(_ALL)]

    async def unbind_group(self, chat: ChatId) -> bool:
        """Say whether it was bound."""
        return await self._tx.run(_UNBIND, {"mark": chat_mark(self._seal, chat)}) > 0

    async def migrate_group(self, old: ChatId, new: ChatId) -> None:
        """Follow a group that has become a supergroup; Telegram may say so more than once."""
        mark = chat_mark(self._seal, old)
        if await self._tx.one(_AT, {"mark": mark}) is None:
            return
        new_mark = chat_mark(self._seal, new)
        await self._tx.run(_UNBIND, {"mark": new_mark})
        new_chat = seal_chat(self._seal, new, _CHAT)
        await self._tx.run(_MOVE, {"mark": mark, "new_mark": new_mark, "new_chat": new_chat})

    async def set_lacks(self, chat: ChatId, lacks: frozenset[Lack], now: datetime) -> None:
        """Note what a group lacks for topics, and when that was found."""
        values = {
            "mark": chat_mark(self._seal, chat),
            "new_lacks": ",".join(sorted(lacks)) or None,
            "since": to_micros(now) if lacks else None,
        }
        await self._tx.run(_SET_LACKS, values)

    async def set_topic(self, chat: ChatId, topic: int | None) -> None:
        """Say in which topic of a forum the cards go; None for the general one."""
        values = {"mark": chat_mark(self._seal, chat), "new_topic": topic}
        await self._tx.run(_SET_TOPIC, values)

    def _to_group(self, row: Row) -> Group:
        return Group(
            chat=open_chat(self._seal, row["chat"], _CHAT),
            agency=AgencyCode(row["agency"]),
            title=self._seal.open_text(row["title"], _TITLE),
            forum=bool(row["forum"]),
            topic=row["topic"],
            lacks=frozenset(map(Lack, (row["lacks"] or "").split(",") if row["lacks"] else ())),
            lacks_since=to_moment(row["lacks_since"]),
        )
