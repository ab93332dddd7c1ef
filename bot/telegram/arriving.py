"""Updates on their way into the inbox: those that come while others wait for their turn go along.

So under load a unit of work and its statement take in several, and each is acknowledged after the
commit that holds it.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.domain.clock import Clock
from bot.telegram.raw import kept_of, lane_of
from storage.database import Storage
from storage.errors import DatabaseFailed
from storage.stores.inbox import Arrival, InboxRow


class Taking(Protocol):
    """Goes on with rows as they are committed; `alone`, where no others were before them."""

    def __call__(self, rows: Sequence[InboxRow], *, alone: bool) -> None: ...


def _outcome() -> "asyncio.Future[BaseException | None]":
    return asyncio.get_running_loop().create_future()


@dataclass(slots=True)
class _Carriage:
    """Updates that share a commit; `outcome` becomes None, or the error that undid them all."""

    arrivals: list[Arrival]
    outcome: "asyncio.Future[BaseException | None]" = field(default_factory=_outcome)


class Arriving:
    """Commits what comes."""

    def __init__(self, storage: Storage, clock: Clock, take: Taking) -> None:
        self._storage = storage
        self._clock = clock
        self._take = take
        self._waiting: _Carriage | None = None

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Return when they are committed. Raises DatabaseFailed where they could not be kept."""
        arrivals = [_arrival(raw) for raw in updates]
        if self._waiting is not None:
            self._waiting.arrivals += arrivals
            if failed := await asyncio.shield(self._waiting.outcome):
                raise DatabaseFailed(str(failed)) from failed
            return
        carriage = self._waiting = _Carriage(arrivals)
        try:
            await self._commit(carriage)
        except BaseException as failed:
            carriage.outcome.set_result(failed)
            raise
        carriage.outcome.set_result(None)

    async def _commit(self, carriage: _Carriage) -> None:
        try:
            async with self._storage.unit() as unit:
                self._waiting = None
                rows = await unit.inbox.put_all(carriage.arrivals, self._clock.now())
                alone = unit.inbox.alone
                unit.after_commit(lambda: self._take(rows, alone=alone))
        finally:
            if self._waiting is carriage:
                self._waiting = None


def _arrival(raw: dict[str, Any]) -> Arrival:
    # Half a surrogate pair, which JSON may carry, must not keep the others out.
    written = json.dumps(kept_of(raw), ensure_ascii=False, separators=(",", ":"))
    return Arrival(int(raw["update_id"]), lane_of(raw), written.encode("utf-8", "replace"))
