"""What waits to be sent, in memory: one lane per chat, and which lane is next.

The table of the outbox is the truth; lanes only mirror those rows that are due.
A chat has at most one row in flight. Rows of one urgency leave a chat in the order in which they
were written; among the chats the most urgent first row goes first, then the oldest.
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from bot.domain.people import ChatId
from storage.stores.outbox import OutboxRow

_Rank = tuple[str, int]
_TIDYING: _Rank = ("~", 0)
"""After everything that has words in it."""


class Rest(Enum):
    """Why nothing leaves a lane for a while."""

    PACE = auto()
    """Telegram takes no more yet: its rows are due all the same."""
    TOLD = auto()
    """Telegram asked for patience or was not there: its first row waits in the table."""


@dataclass(slots=True)
class Lane:
    """One chat's rows, and the messages whose buttons are to go when nothing else waits."""

    chat: ChatId
    rows: list[OutboxRow] = field(default_factory=list)
    outdated: list[int] = field(default_factory=list)
    busy: bool = False
    rest: Rest | None = None
    offered: _Rank | None = None
    """Its rank in the queue of lanes, so that it does not stand there twice."""
    failed_at: datetime | None = None
    shard: int = 0
    alone: int = 0
    """How often it failed although others were reached since it last did."""

    def hold(self, rows: Iterable[OutboxRow]) -> None:
        """Take these for all that waits; all rows of a chat are of one shard."""
        self.rows = sorted(rows, key=_order)
        if self.rows:
            self.shard = self.rows[0].shard

    @property
    def rank(self) -> _Rank | None:
        """Its place among the lanes; None when nothing can leave it now."""
        if self.busy or self.rest:
            return None
        if self.rows:
            return _order(self.rows[0])
        return _TIDYING if self.outdated else None

    @property
    def forgettable(self) -> bool:
        return not (self.rows or self.outdated or self.busy or self.rest or self.failed_at)


class Lanes:
    """All chats that something waits for."""

    def __init__(self) -> None:
        self._lanes: dict[ChatId, Lane] = {}
        self._ready: list[tuple[_Rank, ChatId]] = []
        self._resting: list[tuple[datetime, ChatId]] = []
        self._in_flight: dict[int, ChatId] = {}
        self._in_flight_before: dict[int, ChatId] = {}
        self._added: dict[int, OutboxRow] = {}
        self._emptied = False
        self.busy = 0

    @property
    def held(self) -> int:
        return sum(len(lane.rows) for lane in self._lanes.values())

    @property
    def idle(self) -> bool:
        """Whether nothing is in flight, and nothing that is due could go."""
        return not self.busy and all(
            lane.rest is Rest.TOLD or not (lane.rows or lane.outdated)
            for lane in self._lanes.values()
        )

    def add(self, rows: Iterable[OutboxRow]) -> None:
        """Take over rows that were just committed, without reading the table."""
        for row in rows:
            lane = self.lane(row.lane)
            lane.hold((*lane.rows, row))
            self._added[row.id] = row
            self._offer(lane)

    def before_reading(self) -> None:
        """Note what is in flight: the rows about to be read may still show it as waiting.

        Nothing starts until they are taken over; what is added meanwhile may not be among them.
        """
        self._in_flight_before = dict(self._in_flight)
        self._added.clear()
        self._emptied = False

    def mirror(self, rows: Iterable[OutboxRow], *, whole: bool) -> None:
        """Take over what was read; `whole` when it is all that is due, so the rest has gone.

        When a row that is in flight waits in another lane now, or a lane was emptied meanwhile,
        what was read is of no use: those behind that row would overtake it. It is read again.
        """
        rows = tuple(rows)
        if self._emptied or any(self._has_moved(row) for row in rows):
            return
        fresh: dict[ChatId, dict[int, OutboxRow]] = {}
        for row in (*rows, *self._added.values()):
            if row.id not in self._in_flight_before:
                fresh.setdefault(row.lane, {})[row.id] = row
        for chat in fresh.keys() | self._lanes.keys() if whole else fresh.keys():
            lane = self.lane(chat)
            kept = {} if whole else {row.id: row for row in lane.rows}
            lane.hold((kept | fresh.get(chat, {})).values())
            self._offer(lane)

    def _has_moved(self, row: OutboxRow) -> bool:
        return self._in_flight_before.get(row.id, row.lane) != row.lane

    def lane(self, chat: ChatId) -> Lane:
        return self._lanes.setdefault(chat, Lane(chat))

    def next(self) -> Lane | None:
        """Give the lane whose turn it is, and keep it at the front."""
        while self._ready:
            rank, chat = self._ready[0]
            lane = self._lanes.get(chat)
            if lane and lane.rank == rank:
                return lane
            heapq.heappop(self._ready)
            if lane and lane.offered == rank:
                lane.offered = None
        return None

    def start(self, lane: Lane) -> OutboxRow | None:
        """Let its first row leave; None when only buttons are to go."""
        lane.busy = True
        self.busy += 1
        if not lane.rows:
            return None
        row = lane.rows.pop(0)
        self._added.pop(row.id, None)
        self._in_flight[row.id] = lane.chat
        return row

    def arrived(self, lane: Lane, row: OutboxRow | None) -> None:
        """Note that what `start` gave is no longer in flight, whatever became of it."""
        lane.busy = False
        self.busy -= 1
        if row:
            self._in_flight.pop(row.id, None)
        if lane.forgettable:
            self._lanes.pop(lane.chat, None)
        else:
            self._offer(lane)

    def rest(self, lane: Lane, until: datetime, why: Rest) -> None:
        lane.rest = why
        heapq.heappush(self._resting, (until, lane.chat))

    def wake(self, now: datetime) -> bool:
        """End the rests that are over; whether a row must be read from the table again."""
        reread = False
        while self._resting and self._resting[0][0] <= now:
            lane = self.lane(heapq.heappop(self._resting)[1])
            reread |= lane.rest is Rest.TOLD
            lane.rest = None
            if lane.forgettable:
                self._lanes.pop(lane.chat)
            else:
                self._offer(lane)
        return reread

    @property
    def next_wake(self) -> datetime | None:
        return self._resting[0][0] if self._resting else None

    def leave(self, shards: frozenset[int]) -> None:
        """Take the lanes of these shards out of memory; what is in flight arrives."""
        for lane in [lane for lane in self._lanes.values() if lane.shard in shards]:
            self.empty(lane)
            if lane.forgettable:
                del self._lanes[lane.chat]

    def busy_in(self, shards: frozenset[int]) -> bool:
        """Whether anything of these shards is in flight."""
        return any(lane.busy and lane.shard in shards for lane in self._lanes.values())

    def empty(self, lane: Lane) -> None:
        """Take all that waits for a chat out of memory; the table is to be read again."""
        self._emptied = True
        for row in lane.rows:
            self._added.pop(row.id, None)
        lane.rows.clear()
        lane.outdated.clear()
        lane.failed_at = None

    def _offer(self, lane: Lane) -> None:
        rank = lane.rank
        if rank is not None and rank != lane.offered:
            lane.offered = rank
            heapq.heappush(self._ready, (rank, lane.chat))


def _order(row: OutboxRow) -> _Rank:
    return (row.urgency, row.id)
