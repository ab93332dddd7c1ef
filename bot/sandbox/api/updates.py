"""Updates that wait for the bot, fetched by long polling or pushed by the webhook.

A second poller ends the first one's wait with 409; update ids only grow; presses live 150 s,
everything else a day.
A long poll's timeout runs on the machine's time: it belongs to the connection, not to the story.
"""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice

from bot.sandbox.api.limits import UPDATE_LIFETIME
from bot.sandbox.api.refusals import conflict
from bot.sandbox.clock import Clock
from bot.sandbox.model.chats import Pulse
from bot.sandbox.model.wire import Json

ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """One update; those of one `lane` reach a webhook one after another."""

    id: int
    kind: str
    payload: Json
    lane: tuple[str, int]
    expires: float

    def json(self) -> Json:
        return {"update_id": self.id, self.kind: self.payload}


class Updates:
    """The queue between the world and the bot; `polled` while a getUpdates waits."""

    def __init__(self, clock: Clock, begin: int = 0) -> None:
        self._clock = clock
        self._last_id = 100_000_000 + begin
        self._pending: dict[int, Update] = {}
        self._pulse = Pulse()
        self._poller = 0
        self._waiting = 0
        self.allowed: Collection[str] | None = None
        self.pushed_to: Callable[[Update], None] | None = None

    def __contains__(self, update: Update) -> bool:
        return update.id in self._pending

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def pending(self) -> list[Update]:
        return list(self._pending.values())

    @property
    def polled(self) -> bool:
        return self._waiting > 0

    def add(
        self, kind: str, payload: Json, lane: tuple[str, int], lifetime: float = UPDATE_LIFETIME
    ) -> None:
        """Queues an update, unless the bot did not ask for its kind; lifetime in seconds."""
        if kind not in self.allowed if self.allowed else kind in ONLY_ON_REQUEST:
            return
        self._last_id += 1
        expires = self._clock.now().timestamp() + lifetime
        update = Update(self._last_id, kind, payload, lane, expires)
        self._pending[update.id] = update
        if self.pushed_to is not None:
            self.pushed_to(update)
        self._pulse.beat()

    def done(self, update: Update) -> None:
        self._pending.pop(update.id, None)
        self._pulse.beat()

    async def emptied(self) -> None:
        """Wait until the bot has confirmed every update."""
        while self._pending:
            await self._pulse.wait()

    def expired(self, update: Update) -> bool:
        return update.expires <= self._clock.now().timestamp()

    def drop_all(self) -> None:
        self._pending.clear()

    def end_poll(self) -> None:
        """Ends a waiting getUpdates with 409, because a webhook was set."""
        self._poller += 1
        self._pulse.beat()

    async def fetch(self, offset: int, limit: int, timeout_s: float) -> list[Update]:
        """What getUpdates returns; confirms everything below `offset`."""
        self._poller += 1
        poller = self._poller
        self._confirm(offset)
        self._pulse.beat()
        if not self._pending and timeout_s > 0:
            self._waiting += 1
            try:
                async with asyncio.timeout(timeout_s):
                    while not self._pending and poller == self._poller:
                        await self._pulse.wait()
            except TimeoutError:
                return []
            finally:
                self._waiting -= 1
        if poller != self._poller:
            raise conflict(
                "terminated by setWebhook request"
                if self.pushed_to is not None
                else "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )
        batch = list(islice(self._pending.values(), limit))
        for update in [update for update in batch if self.expired(update)]:
            self.done(update)
            batch.remove(update)
        return batch

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            for update_id in list(self._pending)[:offset]:
                del self._pending[update_id]
            return
        while self._pending and (first := next(iter(self._pending))) < offset:
            del self._pending[first]
