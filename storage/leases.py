"""Who works on what, where several processes share a database.

The lanes of the inbox and of the outbox lie in `SHARDS` shards, by a byte of their mark. A process
leases shards, each with an epoch that grows whenever it changes hands; a unit of work that is done
for a shard is kept only while its epoch is the one in the table. One lease more is that of the
errands: who has it polls Telegram and runs the clocks. Alone with its database, a process has all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

SHARDS = 32
"""How many there are: a program that counted otherwise would share no lane as the others do."""

ERRANDS = SHARDS
"""What nobody but one does: polling, the clocks, announcements."""


def shard_of(mark: bytes) -> int:
    """Find the shard of a lane by its mark."""
    return mark[0] % SHARDS


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a shard, as long as its epoch is the newest."""

    shard: int
    epoch: int


@dataclass(frozen=True, slots=True)
class Shift:
    """What a beat has changed: the shards that may be worked on now, and those no more."""

    taken: frozenset[int] = frozenset()
    lost: frozenset[int] = frozenset()
    surplus: frozenset[int] = frozenset()
    """What others should have: to be given back when nothing of it is under way."""


class Leases(Protocol):
    """A process's leases, as it knows them itself; the table is asked in every unit.

    Until the first beat they are those of a process that is alone.
    """

    processes: int
    """How many work on the database now."""
    every: float | None
    """Seconds between two beats; None where nobody else can be and one is enough."""

    @property
    def shared(self) -> bool:
        """Whether others may work on the same database."""
        ...

    @property
    def working(self) -> Sequence[int] | None:
        """The shards whose rows may be begun now; None for every one."""
        ...

    def works_on(self, shard: int) -> bool:
        """Whether something may be begun there now."""
        ...

    def owns(self, shard: int) -> bool:
        """Whether what was begun there may go on."""
        ...

    def lease(self, shard: int) -> Lease | None:
        """What a unit is opened with; None where nobody else can be. Raises LeaseLost."""
        ...

    def listen(self, told: Callable[[str], None]) -> None:
        """Have it called with what others say: the name of what they have changed."""
        ...

    async def beat(self) -> Shift:
        """Renew, take what nobody has, and say what has changed. Raises DatabaseFailed.

        Without an answer the leases run out by themselves.
        """
        ...

    async def give_back(self, shards: Iterable[int]) -> None:
        """Let others have these. Raises DatabaseFailed."""
        ...


class AllLeases:
    """Those of a process that has its database to itself."""

    shared = False
    processes = 1
    every: float | None = None
    working = None

    def works_on(self, shard: int) -> bool:  # noqa: ARG002
        return True

    def owns(self, shard: int) -> bool:  # noqa: ARG002
        return True

    def lease(self, shard: int) -> Lease | None:  # noqa: ARG002
        return None

    def listen(self, told: Callable[[str], None]) -> None:
        """Nobody speaks."""

    async def beat(self) -> Shift:
        return Shift()

    async def give_back(self, shards: Iterable[int]) -> None:
        """Nobody takes."""
