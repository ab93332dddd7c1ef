"""Admins change the keywords of the routing: look, try on the last reports, save, undo.

- A change is tried before it is saved: how many of the last hundred reports would be suggested to
  another sector. Nothing but counts is shown.
- A saved change routes at once, without a restart, and is kept with who and when. Undoing one takes
  it back and leaves it in the history.
"""

import asyncio
import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.domain.keywords import HEAVIEST, LONGEST, KeywordChange, KeywordWish
from bot.domain.people import Actor, ChatId, PersonId
from bot.domain.refusals import Refused, Why
from bot.domain.report import Report
from bot.domain.sector import Sector
from bot.domain.step import Step, StepKind
from bot.routing.lexicon import Keyword
from bot.routing.router import Router
from bot.services.house import House
from storage.unit import Unit

TRIED_ON = 100
HISTORY = 10
FOUND = 20


@dataclass(frozen=True, slots=True)
class Trial:
    """What a change would do to the last reports; `moves` counts them by sector, before → after.

    None stands for no suggestion.
    """

    wish: KeywordWish
    before: float | None
    reports: int
    moves: tuple[tuple[Sector | None, Sector | None, int], ...]

    @property
    def changed(self) -> int:
        return sum(count for _, _, count in self.moves)


class Keywords:
    """The keywords, as admins see and change them."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._learning = house.learning
        self._unit = unit
        self._now = now

    def find(self, actor: Actor, words: str, sector: Sector | None) -> list[Keyword]:
        """Those of a sector, or with these words in them; the heaviest first."""
        _only_admins(actor)
        sought = " ".join(words.casefold().split())
        found = [
            keyword
            for keyword in self._all()
            if keyword.weight and (keyword.sector is sector if sector else sought in keyword.term)
        ]
        return sorted(found, key=lambda each: (-each.weight, len(each.term), each.term))

    def marked(self, actor: Actor, mark: str) -> Keyword:
        """The keyword that a button means. Raises Refused (KEYWORD_GONE)."""
        _only_admins(actor)
        found = next(
            (each for each in self._all() if mark_of(each.sector, each.term) == mark), None
        )
        if found is None:
            raise Refused(Why.KEYWORD_GONE)
        return found

    def checked(self, actor: Actor, wish: KeywordWish) -> KeywordWish:
        """A wish that can be tried. Raises Refused: NOT_ALLOWED, KEYWORD_UNFIT,
        KEYWORD_WEIGHT, KEYWORD_FILLERS (nothing but words that are not read), ALREADY."""
        _only_admins(actor)
        reader = self._learning.router.topics.lexicon.reader
        if abs(wish.weight) > HEAVIEST:
            raise Refused(Why.KEYWORD_WEIGHT)
        if len(wish.term) > LONGEST:
            raise Refused(Why.KEYWORD_UNFIT)
        if not reader.term(wish.term):
            raise Refused(Why.KEYWORD_FILLERS, term=wish.term)
        if (self._weight(wish) or 0.0) == wish.weight:
            raise Refused(Why.ALREADY)
        return wish

    def asked(self, person: PersonId, chat: ChatId, wish: KeywordWish) -> Step:
        """A step that keeps a wish until it is saved."""
        mark = mark_of(wish.sector, wish.term)
        text = json.dumps(asdict(wish), ensure_ascii=False)
        return Step(person, chat, StepKind.KEYWORD, reason=mark, text=text)

    def pending(self, step: Step | None) -> KeywordWish | None:
        """The wish that a step keeps."""
        if step is None or step.kind is not StepKind.KEYWORD or not step.text:
            return None
        kept = json.loads(step.text)
        return KeywordWish(Sector(kept["sector"]), kept["term"], kept["weight"], kept["is_name"])

    async def tried(self, actor: Actor, wish: KeywordWish) -> Trial:
        """Route the last reports with the change and without, in a thread: half a second."""
        _only_admins(actor)
        wishes = (*await self._unit.keywords.current(), wish)
        reports = await self._unit.reports.newest(TRIED_ON)
        then = await self._learning.trial(wishes)
        now = self._learning.router
        moves = await asyncio.to_thread(_moves, now, then, reports)
        return Trial(wish, self._weight(wish), len(reports), moves)

    async def save(self, actor: Actor, wish: KeywordWish) -> KeywordWish:
        """Let it route from now on. Raises Refused as `checked` does."""
        wish = self.checked(actor, wish)
        await self._unit.keywords.add(wish, self._weight(wish), _person(actor), self._now)
        self._unit.after_commit(self._learning.wake)
        return wish

    async def history(self, actor: Actor) -> list[tuple[KeywordChange, str, str]]:
        """The newest changes, with the names of who made and who undid them."""
        _only_admins(actor)
        named = []
        for change in await self._unit.keywords.newest(HISTORY):
            undone = change.undone_by
            named.append(
                (change, await self._name(change.by), await self._name(undone) if undone else "")
            )
        return named

    async def undo(self, actor: Actor, change: int) -> None:
        """Raises Refused: NOT_ALLOWED, ALREADY (undone)."""
        _only_admins(actor)
        if not await self._unit.keywords.undo(change, _person(actor), self._now):
            raise Refused(Why.ALREADY)
        self._unit.after_commit(self._learning.wake)

    def _all(self) -> tuple[Keyword, ...]:
        return self._learning.router.topics.lexicon.keywords

    def _weight(self, wish: KeywordWish) -> float | None:
        return next(
            (
                each.weight
                for each in self._all()
                if each.sector is wish.sector and each.term == wish.term
            ),
            None,
        )

    async def _name(self, person: PersonId) -> str:
        return (await self._unit.people.get(person)).name


def mark_of(sector: Sector, term: str) -> str:
    """A short mark of a keyword, for buttons."""
    return hashlib.blake2b(f"{sector}|{term}".encode(), digest_size=8).hexdigest()


def _moves(
    now: Router, then: Router, reports: list[Report]
) -> tuple[tuple[Sector | None, Sector | None, int], ...]:
    counted: Counter[tuple[Sector | None, Sector | None]] = Counter()
    for report in reports:
        before, after = _sector(now, report), _sector(then, report)
        if before is not after:
            counted[before, after] += 1
    return tuple((before, after, count) for (before, after), count in counted.most_common())


def _sector(router: Router, report: Report) -> Sector | None:
    routing = router.route(report.title, report.text, report.place)
    return routing.topics[0].sector if routing.topics else None


def _only_admins(actor: Actor) -> None:
    if not actor.admin:
        raise Refused(Why.NOT_ALLOWED)


def _person(actor: Actor) -> PersonId:
    assert actor.person is not None
    return actor.person
