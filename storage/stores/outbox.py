"""The outbox: what people are to hear, written beside the change and sent afterwards.

A row waits, is sent, or is given up; then its payload is emptied. A newer row with the same merge
key takes the place of one that still waits. It is a new row: a worker that is just sending the
older one marks a number that is gone, and the newer state is sent all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, insert, select, update

from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from storage.leases import shard_of
from storage.moments import to_micros, to_moment
from storage.seal import Seal
from storage.stores.marks import chat_mark, in_shards, of_shards, open_chat, seal_chat
from storage.tables import outbox
from storage.tx import Row, Tx

_QUEUE = "outbox"
_LANE = "outbox.lane"
_PAYLOAD = "outbox.payload"


class _State(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """Something for one chat, not to be sent before `not_before`; `tries` counts failures."""

    id: int
    lane: ChatId = field(repr=False)
    kind: str
    payload: bytes = field(repr=False)
    urgency: Urgency
    created_at: datetime
    not_before: datetime
    tries: int
    shard: int = field(default=0, compare=False)


_VALUES = (
    "lane_mark",
    "lane",
    "kind",
    "payload",
    "urgency",
    "state",
    "merge_mark",
    "created_at",
    "not_before",
    "tries",
)
_PUT = insert(outbox).values({name: bindparam(name) for name in _VALUES}).returning(outbox.c.id)
_waits = outbox.c.state == _State.WAITING.value
_this = outbox.c.id == bindparam("which")
_in_lane = outbox.c.lane_mark == bindparam("mark")
_MERGE = delete(outbox).where(_waits, outbox.c.merge_mark == bindparam("mark"))


def _waiting(*where: ColumnElement[bool]) -> Select[Any]:
    """What is due: the first of every lane, then the second, so far as they are asked for."""
    ranked = (
        select(
            outbox.c.id,
            outbox.c.urgency,
            func.row_number()
            .over(partition_by=outbox.c.lane_mark, order_by=(outbox.c.urgency, outbox.c.id))
            .label("place"),
        )
        .where(_waits, outbox.c.not_before <= bindparam("now"), *where)
        .subquery()
    )
    picked = (
        select(ranked.c.id)
        .order_by(ranked.c.place, ranked.c.urgency, ranked.c.id)
        .limit(bindparam("most"))
        .subquery()
    )
    return select(outbox).select_from(outbox.join(picked, picked.c.id == outbox.c.id))


_of_these = in_shards(outbox.c.lane_mark)
_WAITING = _waiting()
_WAITING_IN = _waiting(_of_these)
_SCREENS = select(outbox).where(_waits, outbox.c.kind == "screen").order_by(outbox.c.id)
_NEXT_DUE = select(func.min(outbox.c.not_before)).where(
    _waits, outbox.c.not_before > bindparam("now")
)
_NEXT_DUE_IN = _NEXT_DUE.where(_of_these)
_SENT = (
    update(outbox)
    .where(_this, _waits)
    .values(
        state=_State.SENT.value,
        payload=None,
        done_at=bindparam("now"),
        message=bindparam("sent_as"),
        error=None,
    )
)
_GIVE_UP = (
    update(outbox)
    .where(_this, _waits)
    .values(
        state=_State.GIVEN_UP.value,
        payload=None,
        done_at=bindparam("now"),
        error=bindparam("code"),
    )
)
_GIVE_UP_ALL = (
    update(outbox)
    .where(_waits)
    .values(
        state=_State.GIVEN_UP.value,
        payload=None,
        done_at=bindparam("now"),
        error=bindparam("code"),
    )
)
_DELAY = update(outbox).where(_this, _waits).values(not_before=bindparam("until"))
_FAILED = (
    update(outbox)
    .where(_this, _waits)
    .values(tries=outbox.c.tries + 1, error=bindparam("code"))
    .returning(outbox.c.tries)
)
_COUNT_WAITING = select(func.count()).select_from(outbox).where(_waits)
_OF_LANE = select(outbox).where(_waits, _in_lane).order_by(outbox.c.urgency, outbox.c.id)
_DROP_LANE = delete(outbox).where(_waits, _in_lane)
_MOVE = (
    update(outbox)
    .where(_waits, _in_lane)
    .values(lane_mark=bindparam("new_mark"), lane=bindparam("new_lane"))
)
_SWEEP = delete(outbox).where(~_waits, outbox.c.done_at < bindparam("before"))


class Outbox:
    """Messages between the change that caused them and Telegram."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal
        self.written: list[OutboxRow] = []
        """What this unit has put in, complete when it is over."""

    @property
    def alone(self) -> bool:
        """When the unit is over: whether nobody has put anything in between ours."""
        return _QUEUE not in self._tx.joined_in

    async def put(
        self,
        lane: ChatId,
        kind: str,
        payload: bytes,
        urgency: Urgency,
        now: datetime,
        *,
        not_before: datetime | None = None,
        merge_key: str | None = None,
    ) -> None:
        """Store something to send; it takes the place of a row that it merges."""
        mark = None
        if merge_key is not None:
            mark = self._merge_mark(merge_key)
            await self._tx.later(_MERGE, {"mark": mark})
        lane_mark, due = chat_mark(self._seal, lane), not_before or now
        shard = shard_of(lane_mark)

        def told(new: int | None) -> None:
            assert new is not None
            self._tx.touch(_QUEUE, shard, new)
            row = OutboxRow(new, lane, kind, payload, urgency, now, due, 0, shard)
            self.written.append(row)

        await self._tx.later(
            _PUT,
            {
                "lane_mark": lane_mark,
                "lane": seal_chat(self._seal, lane, _LANE),
                "kind": kind,
                "payload": self._seal.seal(payload, _PAYLOAD),
                "urgency": urgency.value,
                "state": _State.WAITING.value,
                "merge_mark": mark,
                "created_at": to_micros(now),
                "not_before": to_micros(due),
                "tries": 0,
            },
            told,
        )

    async def withdraw(self, merge_key: str) -> None:
        """Delete what still waits under this key: it has been said another way."""
        await self._tx.later(_MERGE, {"mark": self._merge_mark(merge_key)})

    async def waiting(
        self, now: datetime, limit: int, shards: Sequence[int] | None = None
    ) -> list[OutboxRow]:
        """What may be sent now of these shards or of all, by lane, urgency and id.

        With more than `limit`, the first of every lane come before the second of any, so that one
        long lane keeps no other waiting; among the first, answers come before announcements.
        """
        values = {"now": to_micros(now), "most": limit}
        rows = await self._tx.all(*of_shards(_WAITING, _WAITING_IN, values, shards))
        found = [self._to_row(row) for row in rows]
        return sorted(found, key=lambda row: (row.lane, row.urgency, row.id))

    async def waiting_screens(self) -> list[OutboxRow]:
        """What waits in words already, whenever it may be sent."""
        return [self._to_row(row) for row in await self._tx.all(_SCREENS)]

    async def next_due(self, now: datetime, shards: Sequence[int] | None = None) -> datetime | None:
        """When, after now, the next waiting row may be sent; what is due already does not count."""
        asked = of_shards(_NEXT_DUE, _NEXT_DUE_IN, {"now": to_micros(now)}, shards)
        soonest: int | None = await self._tx.scalar(*asked)
        return to_moment(soonest)

    async def sent(self, row: int, now: datetime, message_id: int | None) -> None:
        """Empty a row that Telegram has taken, unless another has taken its place meanwhile."""
        values = {"which": row, "now": to_micros(now), "sent_as": message_id}
        await self._tx.later(_SENT, values)

    async def delay(self, row: int, not_before: datetime) -> None:
        """Let a row wait until a moment, without counting a failure."""
        await self._tx.later(_DELAY, {"which": row, "until": to_micros(not_before)})

    async def failed(self, row: int, error_code: str) -> int:
        """Count a failure and give how many there were; 0 when the row was replaced meanwhile."""
        tries = await self._tx.scalar(_FAILED, {"which": row, "code": error_code})
        return int(tries or 0)

    async def give_up(self, row: int, error_code: str, now: datetime) -> None:
        """Empty a row that nobody will ever get."""
        await self._tx.later(_GIVE_UP, {"which": row, "code": error_code, "now": to_micros(now)})

    async def give_up_all(self, error_code: str, now: datetime) -> int:
        """Empty everything that waits, whenever it was due, and say how many rows that were."""
        return await self._tx.run(_GIVE_UP_ALL, {"code": error_code, "now": to_micros(now)})

    async def count_waiting(self) -> int:
        """How many rows wait, whenever they are due."""
        return int(await self._tx.scalar(_COUNT_WAITING))

    async def drop_lane(self, chat: ChatId) -> list[OutboxRow]:
        """Delete what waits for a chat that cannot be reached any more, and give it."""
        mark = {"mark": chat_mark(self._seal, chat)}
        dropped = [self._to_row(row) for row in await self._tx.all(_OF_LANE, mark)]
        await self._tx.run(_DROP_LANE, mark)
        return dropped

    async def move_lane(self, old: ChatId, new: ChatId) -> None:
        """Let what waits for a group wait for the supergroup that it has become."""
        new_mark = chat_mark(self._seal, new)
        self._tx.touch(_QUEUE, shard_of(new_mark))
        await self._tx.run(
            _MOVE,
            {
                "mark": chat_mark(self._seal, old),
                "new_mark": new_mark,
                "new_lane": seal_chat(self._seal, new, _LANE),
            },
        )

    async def sweep(self, before: datetime) -> int:
        """Delete the rows that were sent or given up before, and say how many."""
        return await self._tx.run(_SWEEP, {"before": to_micros(before)})

    def _merge_mark(self, merge_key: str) -> bytes:
        return self._seal.fingerprint(merge_key, "outbox.merge_key")

    def _to_row(self, row: Row) -> OutboxRow:
        return OutboxRow(
            id=row["id"],
            lane=open_chat(self._seal, row["lane"], _LANE),
            kind=row["kind"],
            payload=self._seal.open(row["payload"], _PAYLOAD),
            urgency=Urgency(row["urgency"]),
            created_at=to_moment(row["created_at"]),
            not_before=to_moment(row["not_before"]),
            tries=row["tries"],
            shard=shard_of(row["lane_mark"]),
        )
