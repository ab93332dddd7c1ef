"""The router that routes now, and how it changes while the program runs.

- A confirmed or corrected routing is stored as an example in the unit that confirms it, and learned
  right after the commit. What was learned is always what the stored examples, in their order, make
  of a fresh learner: a restart, a hold and a step back only choose which of them.
- The weights are written down every thousand examples, so that a restart learns only the rest.
- While a thread reads or makes weights, new examples wait in memory; they are stored already.
- Where several processes share a database, each learns what is stored, in its order, as it looks;
  one of them writes the versions down.
- Changed keywords make a new lexicon in a thread, which then takes the old one's place.
"""

import asyncio
from dataclasses import replace

import structlog

from bot.domain.clock import Clock
from bot.domain.keywords import KeywordWish
from bot.domain.learned import Version, VersionKind
from bot.domain.report import Report
from bot.domain.sector import Sector
from bot.routing.learning import BrokenStateError, Example, Learner
from bot.routing.lessons import Lesson
from bot.routing.lexicon import Keyword
from bot.routing.router import Router
from storage.database import Storage
from storage.errors import StorageError
from storage.seal import Seal
from storage.stores.examples import MARK, Kept
from storage.unit import Unit

ENOUGH = 5
"""Reporters who must have used a word before it is kept in clear."""

STEP = 250
"""Examples after which a version is written down."""

STEPS_TO_STATE = 4
"""Versions of which one is written down with its weights (under 10 MB)."""

STATES = 2
MOST = 8_000
"""Examples that stay stored, at about a kilobyte each: with the weights under 50 MB."""

_PAGE = 500
_AGAIN_AFTER = 5.0
"""Seconds after which a database that failed is tried again."""

_SHORTEST = 3


class Learning:
    """Lives as long as the process; the one owner of the current router."""

    def __init__(self, router: Router, seal: Seal) -> None:
        self._seal = seal
        self._plain = router
        self.router = router.with_learning(seal.fingerprint("key", "learning"))
        self.held = False
        self.upto = 0
        """The number of the last example that was learned, or passed over for good."""
        self._wishes: tuple[KeywordWish, ...] = ()
        self._tried: tuple[tuple[KeywordWish, ...], Router] | None = None
        self._used_by: dict[bytes, set[bytes]] = {}
        self._shared: set[str] = set()
        self._waiting: list[Kept] | None = None
        self._since_step = 0
        self._steps = 0
        self._seen = 0
        """The number of the last example that was looked at."""
        self._order = 0
        """The number of the last hold, apply or step back that was followed."""
        self._alone = True
        self._leads = True
        self._due = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._log = structlog.get_logger("learning")

    @property
    def learned(self) -> int:
        return self.router.topics.learned

    @property
    def wishes(self) -> tuple[KeywordWish, ...]:
        """The changed keywords that route now."""
        return self._wishes

    def lesson(self, report: Report, sector: Sector) -> Lesson | None:
        """What may be kept of a report whose sector is certain."""
        example = self.router.example(report.title, report.text, report.place, sector)
        if example is None:
            return None
        who = self._seal.fingerprint(str(report.reporter), "learning.reporter")[:MARK]
        marks = frozenset(self._mark(word) for word in self._words(report))
        return Lesson(example, who, marks)

    def newly_shared(self, report: Report, lesson: Lesson) -> list[str]:
        """The words that this report is the fifth reporter's to use."""
        return [
            word
            for word in sorted(self._words(report) - self._shared)
            if len(self._used_by.get(self._mark(word), set()) | {lesson.reporter}) >= ENOUGH
        ]

    def take(self, kept: Kept, shared: list[str]) -> None:
        """Learn a stored example at once, unless learning is held; called after the commit."""
        self._shared.update(shared)
        if not self._alone:
            self.wake()
            return
        self._count(kept.lesson)
        if self._waiting is not None:
            self._waiting.append(kept)
        elif not self.held:
            self._learn(kept)

    def look(self, *, leads: bool) -> None:
        """Others may have stored something, too; `leads` says who writes versions down."""
        self._alone, self._leads = False, leads
        self.wake()

    def wake(self) -> None:
        """There is work for the loop: keywords have changed, or a version is due."""
        self._idle.clear()
        self._due.set()

    async def run(self, storage: Storage, clock: Clock) -> None:
        """Do what is due, until cancelled. What the database refuses is tried again."""
        while True:
            await self._due.wait()
            self._due.clear()
            try:
                await self.renew_keywords(storage)
                if not self._alone:
                    await self._catch_up(storage)
                if self._since_step >= STEP and self._leads:
                    await self._write_version(storage, clock)
            except StorageError as failed:
                self._log.warning("learning put off", error=type(failed).__name__)
                await clock.sleep(_AGAIN_AFTER)
                self._due.set()
            if not self._due.is_set():
                self._idle.set()

    async def settled(self) -> None:
        """Wait until nothing is due."""
        await self._idle.wait()

    async def restore(self, storage: Storage) -> None:
        """Become what the stored changes and examples make of the catalogue."""
        await self.renew_keywords(storage)
        await self.rebuild(storage)

    async def rebuild(self, storage: Storage) -> None:
        """Learn anew what is stored, as far as it is not held or left out."""
        self._waiting = []
        last = self.upto
        try:
            async with storage.reading() as unit:
                versions = await unit.versions.all()
                held, bound = bound_of(versions, await unit.examples.last())
                state = await unit.versions.state(bound)
                lessons = await all_lessons(unit)
                last = await unit.examples.last()
                self._shared = set(await unit.examples.shared())
            learner = await asyncio.to_thread(self.made, state, lessons, bound)
            self._used_by = {}
            for kept in lessons:
                self._count(kept.lesson)
            self._put(learner)
            self.held, self.upto = held, bound
            self._seen, self._order = last, last_order(versions)
            self._since_step = max(
                0, learner.learned - max((v.examples for v in versions), default=0)
            )
            self._steps = len(versions)
        finally:
            for kept in self._all_waiting():
                if kept.id > last:
                    self._count(kept.lesson)
                    if not self.held:
                        self._learn(kept)
        if self._since_step >= STEP:
            self.wake()

    def made(self, state: tuple[int, bytes] | None, lessons: list[Kept], bound: int) -> Learner:
        """A learner of its own: from weights where they fit, and the examples up to `bound`."""
        calibration = self.router.topics.calibration
        learner, after = Learner.beginning(calibration), 0
        if state is not None:
            try:
                learner, after = Learner.from_state(state[1], calibration), state[0]
            except BrokenStateError:
                self._log.warning("weights unreadable, learning anew")
        for kept in lessons:
            if after < kept.id <= bound:
                learner.learn(kept.lesson.example)
        return learner

    async def trial(self, wishes: tuple[KeywordWish, ...]) -> Router:
        """The router as it would be with these changes; it learns no more than this one."""
        if self._tried is None or self._tried[0] != wishes:
            self._tried = wishes, await asyncio.to_thread(self._with, wishes)
        return self._joined(self._tried[1])

    async def renew_keywords(self, storage: Storage) -> None:
        """Let the saved changes route."""
        async with storage.reading() as unit:
            wishes = await unit.keywords.current()
        if wishes != self._wishes:
            self.router = await self.trial(wishes)
            self._wishes, self._tried = wishes, None

    async def _catch_up(self, storage: Storage) -> None:
        """Learn what was stored since, by whomever, and follow the orders given elsewhere."""
        async with storage.reading() as unit:
            versions = await unit.versions.all()
            lessons = await all_lessons(unit, self._seen)
        if last_order(versions) != self._order:
            await self.rebuild(storage)
            return
        for kept in lessons:
            if kept.id > self._seen:
                self._seen = kept.id
                self._count(kept.lesson)
                if not self.held:
                    self._learn(kept)
        written = max((version.examples for version in versions), default=0)
        self._since_step, self._steps = max(0, self.learned - written), len(versions)

    async def _write_version(self, storage: Storage, clock: Clock) -> None:
        """Write the next version down, every fourth with its weights."""
        upto, examples = self.upto, self.learned
        state = None
        if self._steps % STEPS_TO_STATE == STEPS_TO_STATE - 1 and self._waiting is None:
            state = await self._state()
        async with storage.unit() as unit:
            if state is not None:
                # The room of the old weights is given back first, so that the new ones take it.
                await unit.versions.keep_states(STATES - 1)
                await unit.examples.prune(MOST, upto)
            await unit.versions.add(VersionKind.STEP, upto, examples, clock.now(), state)
        self._steps += 1
        self._since_step = self.learned - examples

    async def _state(self) -> bytes | None:
        learner = self.router.topics.learner
        if learner is None:
            return None
        self._waiting = []
        try:
            return await asyncio.to_thread(learner.state)
        finally:
            for kept in self._all_waiting():
                self._learn(kept)

    def _all_waiting(self) -> list[Kept]:
        """What came meanwhile; from now on nothing waits."""
        waited, self._waiting = self._waiting or [], None
        return waited

    def _learn(self, kept: Kept) -> None:
        self.router.learn(kept.lesson.example)
        self.upto = kept.id
        self._since_step += 1
        if self._since_step >= STEP:
            self.wake()

    def _count(self, lesson: Lesson) -> None:
        for mark in lesson.words:
            used_by = self._used_by.setdefault(mark, set())
            if len(used_by) < ENOUGH:
                used_by.add(lesson.reporter)

    def _words(self, report: Report) -> set[str]:
        """Words that may one day be kept in clear: no numbers, nothing very short."""
        words = self.router.topics.lexicon.reader.read(f"{report.title}\n{report.text}")
        return {word for word in words.surfaces if len(word) >= _SHORTEST and word.isalpha()}

    def _mark(self, word: str) -> bytes:
        return self._seal.fingerprint(word, "learning.word")[:MARK]

    def _with(self, wishes: tuple[KeywordWish, ...]) -> Router:
        changes = tuple(Keyword(w.sector, w.term, w.weight, w.is_name) for w in wishes)
        return self._plain.with_keywords(changes) if changes else self._plain

    def _joined(self, router: Router) -> Router:
        """Another lexicon with what was learned here."""
        now = self.router.topics
        topics = replace(router.topics, fingerprinter=now.fingerprinter, learner=now.learner)
        return replace(router, topics=topics)

    def _put(self, learner: Learner) -> None:
        self.router = replace(self.router, topics=replace(self.router.topics, learner=learner))


def bound_of(versions: list[Version], last: int) -> tuple[bool, int]:
    """Whether learning is held, and up to which example it learns."""
    orders = [v for v in versions if v.kind in {VersionKind.HOLD, VersionKind.APPLY}]
    if orders and orders[-1].kind is VersionKind.HOLD:
        return True, orders[-1].upto
    return False, last


def last_order(versions: list[Version]) -> int:
    """The number of the last version that an operator has ordered; 0 where none was."""
    return max((v.id for v in versions if v.kind is not VersionKind.STEP), default=0)


async def all_lessons(unit: Unit, after: int = 0) -> list[Kept]:
    """Every stored example beyond a number that was not left out, oldest first."""
    found: list[Kept] = []
    more: int | None = after
    while more is not None:
        page, more = await unit.examples.after(more, _PAGE)
        found += page
    return found


def examples_upto(lessons: list[Kept], upto: int) -> list[Example]:
    return [kept.lesson.example for kept in lessons if kept.id <= upto]
