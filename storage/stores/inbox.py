"""The inbox: what Telegram has delivered, stored before it is acknowledged.

A row waits, is done, is parked when it cannot be dealt with, or is held until its person has
agreed to the storing of personal data. Its payload is emptied as soon as it is done or refused;
the bare update id stays for some days, because Telegram may bring the update again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import UpdateBase, bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from storage.errors import DealtWith
from storage.leases import shard_of
from storage.moments import to_micros, to_moment
from storage.seal import Seal
from storage.stores.marks import in_shards, of_shards
from storage.tables import inbox
from storage.tx import Row, Tx

_QUEUE = "inbox"
_LANE = "inbox.lane"
_PAYLOAD = "inbox.payload"


class _State(StrEnum):
    WAITING = "waiting"
    HELD = "held"
    DONE = "done"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that has just come."""

    update_id: int
    lane: str = field(repr=False)
    payload: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update of one lane; `tries` counts the times that dealing with it failed."""

    id: int
    update_id: int
    lane: str = field(repr=False)
    payload: bytes = field(repr=False)
    received_at: datetime
    tries: int
    shard: int = field(default=0, compare=False)
    together: bool = field(default=False, compare=False)
    """It was held with others, and all of them are released now."""


_VALUES = ("update_id", "lane_mark", "lane", "payload", "state", "received_at", "tries")
_PUT = (
    insert(inbox)
    .values({name: bindparam(name) for name in _VALUES})
    .on_conflict_do_nothing(index_elements=["update_id"])
    .returning(inbox.c.id, inbox.c.update_id)
)
_this = inbox.c.id == bindparam("which")
_in_lane = inbox.c.lane_mark == bindparam("mark")
_is_held = inbox.c.state == _State.HELD.value
_WAITING = (
    select(inbox)
    .where(inbox.c.state == _State.WAITING.value, inbox.c.id > bindparam("after"))
    .order_by(inbox.c.id)
    .limit(bindparam("most"))
)
_WAITING_IN = (
    select(inbox)
    .where(
        inbox.c.state == _State.WAITING.value,
        inbox.c.id > bindparam("after"),
        in_shards(inbox.c.lane_mark),
    )
    .order_by(inbox.c.id)
    .limit(bindparam("most"))
)
_PARKED = select(inbox).where(inbox.c.state == _State.PARKED.value).order_by(inbox.c.id)
_empty = update(inbox).values(
    state=_State.DONE.value, payload=None, done_at=bindparam("now"), error=None
)
_waits = inbox.c.state == _State.WAITING.value
_DONE = _empty.where(_this, _waits).returning(inbox.c.id)
_EMPTY_LANE = _empty.where(_is_held, _in_lane)
_EMPTY_HELD = _empty.where(_is_held, inbox.c.received_at < bindparam("before")).returning(
    inbox.c.lane_mark, inbox.c.lane
)
_FAILED = (
    update(inbox)
    .where(_this)
    .values(tries=inbox.c.tries + 1, error=bindparam("code"))
    .returning(inbox.c.tries)
)
_PARK = (
    update(inbox)
    .where(_this, _waits)
    .values(state=_State.PARKED.value, error=bindparam("code"), done_at=bindparam("now"))
    .returning(inbox.c.id)
)
_HOLD = update(inbox).where(_this, _waits).values(state=_State.HELD.value).returning(inbox.c.id)
_HELD_IN_LANE = select(inbox).where(_is_held, _in_lane).order_by(inbox.c.id)
_RELEASE = update(inbox).where(_is_held, _in_lane).values(state=_State.WAITING.value)
_SWEEP = delete(inbox).where(
    inbox.c.state == _State.DONE.value, inbox.c.done_at < bindparam("before")
)


class Inbox:
    """Updates between Telegram and their handling."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    @property
    def alone(self) -> bool:
        """When the unit is over: whether nobody has put anything in between ours."""
        return _QUEUE not in self._tx.joined_in

    async def put(
        self, update_id: int, lane: str, payload: bytes, now: datetime
    ) -> InboxRow | None:
        """Keep an update; None when it has been here before, whatever became of it."""
        rows = await self.put_all([Arrival(update_id, lane, payload)], now)
        return rows[0] if rows else None

    async def put_all(self, arrivals: Sequence[Arrival], now: datetime) -> list[InboxRow]:
        """Keep updates in this order; gives those that have not been here before."""
        marks = [self._mark(each.lane) for each in arrivals]
        values = [
            {
                "update_id": each.update_id,
                "lane_mark": mark,
                "lane": self._seal.seal_text(each.lane, _LANE),
                "payload": self._seal.seal(each.payload, _PAYLOAD),
                "state": _State.WAITING.value,
                "received_at": to_micros(now),
                "tries": 0,
            }
            for each, mark in zip(arrivals, marks, strict=True)
        ]
        put = {row["update_id"]: row["id"] for row in await self._tx.each(_PUT, values)}
        rows = []
        for each, mark in zip(arrivals, marks, strict=True):
            number, shard = put.pop(each.update_id, None), shard_of(mark)
            if number is not None:
                self._tx.touch(_QUEUE, shard, number)
                row = InboxRow(number, each.update_id, each.lane, each.payload, now, 0, shard)
                rows.append(row)
        return rows

    async def waiting(
        self, limit: int, after: int = 0, shards: Sequence[int] | None = None
    ) -> list[InboxRow]:
        """The rows of these shards to deal with, oldest first, beyond the row `after`."""
        values = {"most": limit, "after": after}
        rows = await self._tx.all(*of_shards(_WAITING, _WAITING_IN, values, shards))
        return [self._to_row(row) for row in rows]

    async def done(self, row: int, now: datetime) -> None:
        """Empty a row: it has been dealt with. Raises DealtWith when it waits no more."""
        await self._once(_DONE, {"which": row, "now": to_micros(now)})

    async def failed(self, row: int, error_code: str) -> int:
        """Count a failure and give how many there were; the row waits on."""
        tries = await self._tx.scalar(_FAILED, {"which": row, "code": error_code})
        return int(tries or 0)

    async def park(self, row: int, error_code: str, now: datetime) -> None:
        """Put a row aside, payload and all, for an operator to look at. Raises DealtWith."""
        await self._once(_PARK, {"which": row, "code": error_code, "now": to_micros(now)})

    async def parked(self) -> list[InboxRow]:
        """Oldest first."""
        return [self._to_row(row) for row in await self._tx.all(_PARKED)]

    async def hold(self, row: int) -> None:
        """Keep a row until its person agrees. Raises DealtWith."""
        await self._once(_HOLD, {"which": row})

    async def held(self, lane: str) -> list[InboxRow]:
        """What waits for a person's consent, oldest first."""
        rows = await self._tx.all(_HELD_IN_LANE, {"mark": self._mark(lane)})
        return [self._to_row(row) for row in rows]

    async def release(self, lane: str) -> list[InboxRow]:
        """Let the held rows of a lane wait again, and give them, oldest first."""
        held = await self.held(lane)
        await self._tx.run(_RELEASE, {"mark": self._mark(lane)})
        return held

    async def empty_lane(self, lane: str, now: datetime) -> int:
        """Empty what is held of a person who refuses, and say how many rows that were."""
        return await self._tx.run(_EMPTY_LANE, {"mark": self._mark(lane), "now": to_micros(now)})

    async def empty_held(self, before: datetime) -> list[str]:
        """Empty what was received before and is still held; give each lane once."""
        moment = to_micros(before)
        rows = await self._tx.all(_EMPTY_HELD, {"before": moment, "now": moment})
        lanes = {row["lane_mark"]: row["lane"] for row in rows}
        return [self._seal.open_text(lane, _LANE) for lane in lanes.values()]

    async def sweep(self, before: datetime) -> int:
        """Delete the rows that were done before, and say how many; what is parked stays."""
        return await self._tx.run(_SWEEP, {"before": to_micros(before)})

    async def _once(self, change: UpdateBase, values: dict[str, Any]) -> None:
        """Where it waits no more, that is raised by the end of the unit at the latest."""

        def told(row: int | None) -> None:
            if row is None:
                raise DealtWith(f"row {values['which']}")

        await self._tx.later(change, values, told)

    def _mark(self, lane: str) -> bytes:
        return self._seal.fingerprint(lane, _LANE)

    def _to_row(self, row: Row) -> InboxRow:
        return InboxRow(
            id=row["id"],
            update_id=row["update_id"],
            lane=self._seal.open_text(row["lane"], _LANE),
            payload=self._seal.open(row["payload"], _PAYLOAD),
            received_at=to_moment(row["received_at"]),
            tries=row["tries"],
            shard=shard_of(row["lane_mark"]),
        )
