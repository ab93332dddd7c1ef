"""What the operator asks of the learning: what changed since when; hold, apply, go back.

Held learning still collects examples; applying learns them. Going back leaves the examples since
that version out for good, and goes on learning from new ones.
"""

import asyncio
from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.domain.learned import Version, VersionKind, reachable
from bot.domain.sector import Sector
from bot.routing.fingerprints import SECTORS, word_feature
from bot.routing.learning import Learner
from bot.routing.lessons import Replay, replayed
from bot.services.house import House
from bot.services.learning import all_lessons, examples_upto
from storage.database import Storage

CHANGES = 20
"""Words that are shown."""

LEAST = 0.2
"""Points of weight below which a change is not shown."""

REPLAYED = 2_000
"""Examples of which the newest are gone over again; more would take minutes."""


class NoSuchVersion(Exception):
    """There is no version of that number, or what it was made of is gone."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A word that five reporters used, with what was learned of it for a sector."""

    word: str
    sector: Sector
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Learned:
    """How the learning stands, and what changed since a version (None: since the beginning)."""

    router: str
    held: bool
    learned: int
    waiting: int
    """Examples that were collected while learning is held."""
    versions: tuple[Version, ...]
    since: Version | None
    changes: tuple[Changed, ...]
    whole: Replay
    latest: Replay
    """The newest quarter of the replay."""


class Lessons:
    """Over the whole storage: one order takes several units of work."""

    def __init__(self, house: House, storage: Storage, clock: Clock) -> None:
        self._learning = house.learning
        self._storage = storage
        self._clock = clock

    async def show(self, since: int | None = None) -> Learned:
        """Compare now with a version, the newest before now by default. Raises NoSuchVersion."""
        learning = self._learning
        async with self._storage.reading() as unit:
            versions = reachable(await unit.versions.all())
            base = (
                _version(versions, since)
                if since is not None
                else _last_before(versions, learning.learned)
            )
            state = await unit.versions.state(base.upto) if base else None
            lessons = await all_lessons(unit)
            shared = await unit.examples.shared()
        before = await asyncio.to_thread(learning.made, state, lessons, base.upto if base else 0)
        examples = examples_upto(lessons, max((k.id for k in lessons), default=0))[-REPLAYED:]
        quarter = len(examples) - len(examples) // 4
        calibration = learning.router.topics.calibration
        whole = await asyncio.to_thread(replayed, examples, calibration)
        earlier = await asyncio.to_thread(replayed, examples[:quarter], calibration)
        return Learned(
            router=learning.router.version,
            held=learning.held,
            learned=learning.learned,
            waiting=sum(kept.id > learning.upto for kept in lessons) if learning.held else 0,
            versions=tuple(versions),
            since=base,
            changes=self._changes(shared, before),
            whole=whole,
            latest=Replay(
                whole.examples - earlier.examples,
                whole.by_catalogue - earlier.by_catalogue,
                whole.by_learning - earlier.by_learning,
            ),
        )

    async def hold(self) -> None:
        """Leave suggestions as they are; examples are still collected."""
        learning = self._learning
        async with self._storage.unit() as unit:
            if learning.held:
                return
            now = self._clock.now()
            await unit.versions.add(VersionKind.HOLD, learning.upto, learning.learned, now)
        await learning.rebuild(self._storage)

    async def apply(self) -> int:
        """Learn what was collected, and go on learning; says how many examples it was."""
        before = self._learning.learned
        async with self._storage.unit() as unit:
            last = await unit.examples.last()
            await unit.versions.add(VersionKind.APPLY, last, before, self._clock.now())
        await self._learning.rebuild(self._storage)
        return self._learning.learned - before

    async def back(self, version: int) -> int:
        """Go back to a version; says how many examples are left out. Raises NoSuchVersion."""
        async with self._storage.reading() as unit:
            wanted = _version(reachable(await unit.versions.all()), version)
            state = await unit.versions.state(wanted.upto)
            lessons = await all_lessons(unit)
        made = await asyncio.to_thread(self._learning.made, state, lessons, wanted.upto)
        if made.learned != wanted.examples:
            raise NoSuchVersion(version)
        async with self._storage.unit() as unit:
            left_out = await unit.examples.leave_out(wanted.upto, await unit.examples.last())
            await unit.versions.drop_states(wanted.upto)
            now = self._clock.now()
            await unit.versions.add(VersionKind.BACK, wanted.upto, wanted.examples, now)
        await self._learning.rebuild(self._storage)
        return left_out

    def _changes(self, shared: list[str], before: Learner) -> tuple[Changed, ...]:
        topics = self._learning.router.topics
        if topics.learner is None or topics.fingerprinter is None:
            return ()
        slot, stem = topics.fingerprinter.slot, topics.lexicon.reader.stem
        slots = [slot(word_feature(stem(word))) for word in shared]
        found = [
            Changed(word, sector, was, now)
            for sector in SECTORS
            for word, was, now in zip(
                shared,
                before.word_points(slots, sector).tolist(),
                topics.learner.word_points(slots, sector).tolist(),
                strict=True,
            )
            if abs(now - was) >= LEAST
        ]
        found.sort(key=lambda change: -abs(change.after - change.before))
        return tuple(found[:CHANGES])


def _version(versions: list[Version], number: int) -> Version:
    found = next((v for v in versions if v.id == number), None)
    if found is None:
        raise NoSuchVersion(number)
    return found


def _last_before(versions: list[Version], learned: int) -> Version | None:
    """The newest version that holds less than is learned now."""
    return next((v for v in reversed(versions) if v.examples < learned), None)
