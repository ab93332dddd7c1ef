"""A unit of work: the stores, on one transaction."""

from collections.abc import Callable
from functools import cached_property, partial

from sqlalchemy import delete, insert, literal

from storage.ledger import Ledger
from storage.own_tables import sealing
from storage.seal import Seal
from storage.stores.access import Access
from storage.stores.anchors import Anchors
from storage.stores.announcements import Announcements
from storage.stores.days_off import DaysOff
from storage.stores.digests import Digests
from storage.stores.drafts import Drafts, Steps
from storage.stores.erasures import Erasures
from storage.stores.examples import Examples
from storage.stores.exports import Exports
from storage.stores.figures import Figures
from storage.stores.follow_ups import FollowUps
from storage.stores.history import History
from storage.stores.inbox import Inbox
from storage.stores.keywords import Keywords
from storage.stores.outbox import Outbox
from storage.stores.people import People
from storage.stores.pins import Pins
from storage.stores.planned import Planned
from storage.stores.reports import Reports
from storage.stores.rules import Rules
from storage.stores.templates import Templates
from storage.stores.topics import Topics
from storage.stores.versions import Versions
from storage.stores.visitors import Visitors
from storage.stores.waiting import Waiting
from storage.tx import Tx

_NO_KEY = b"written to prove that something can be"
_WRITE = insert(sealing).values(key_mark=literal(_NO_KEY))
_TAKE_BACK = delete(sealing).where(sealing.c.key_mark == literal(_NO_KEY))


class Unit:
    """Everything that is read and changed together; made by `Storage`, gone with its block.

    A store is made when it is asked for: one update needs eight of them, a receipt two.
    """

    def __init__(
        self,
        tx: Tx,
        seal: Seal,
        afterwards: list[Callable[[], None]],
        ledger: Ledger,
        note_erased: Callable[[], None],
    ) -> None:
        self._tx = tx
        self._seal = seal
        self._afterwards = afterwards
        self._ledger = ledger
        self._note_erased = note_erased

    @cached_property
    def people(self) -> People:
        return People(self._tx, self._seal)

    @cached_property
    def visitors(self) -> Visitors:
        return Visitors(self._tx, self._seal, self.drafts)

    @cached_property
    def access(self) -> Access:
        return Access(self._tx, self._seal)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self._tx, self._seal)

    @cached_property
    def steps(self) -> Steps:
        return Steps(self._tx, self._seal)

    @cached_property
    def reports(self) -> Reports:
        return Reports(self._tx, self._seal)

    @cached_property
    def follow_ups(self) -> FollowUps:
        return FollowUps(self._tx, self._seal)

    @cached_property
    def history(self) -> History:
        return History(self._tx)

    @cached_property
    def planned(self) -> Planned:
        return Planned(self._tx)

    @cached_property
    def days_off(self) -> DaysOff:
        return DaysOff(self._tx)

    @cached_property
    def anchors(self) -> Anchors:
        return Anchors(self._tx, self._seal)

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self._tx, self._seal)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self._tx, self._seal)

    @cached_property
    def pins(self) -> Pins:
        return Pins(self._tx)

    @cached_property
    def examples(self) -> Examples:
        return Examples(self._tx, self._seal)

    @cached_property
    def versions(self) -> Versions:
        return Versions(self._tx, self._seal)

    @cached_property
    def keywords(self) -> Keywords:
        return Keywords(self._tx)

    @cached_property
    def rules(self) -> Rules:
        return Rules(self._tx)

    @cached_property
    def topics(self) -> Topics:
        return Topics(self._tx, self._seal)

    @cached_property
    def digests(self) -> Digests:
        return Digests(self._tx)

    @cached_property
    def waiting(self) -> Waiting:
        return Waiting(self._tx, self._seal)

    @cached_property
    def templates(self) -> Templates:
        return Templates(self._tx, self._seal)

    @cached_property
    def figures(self) -> Figures:
        return Figures(self._tx)

    @cached_property
    def exports(self) -> Exports:
        return Exports(self._tx, self._seal)

    @cached_property
    def announcements(self) -> Announcements:
        return Announcements(self._tx, self._seal)

    async def prove(self) -> None:
        """Write something and take it back: a unit that changes nothing needs no disk."""
        await self._tx.run(_WRITE)
        await self._tx.run(_TAKE_BACK)

    @cached_property
    def erasures(self) -> Erasures:
        emptied = partial(self.after_commit, self._note_erased)
        return Erasures(self._tx, self._seal, self._ledger, emptied)

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Have something done once the unit is stored, and never when it is undone."""
        self._afterwards.append(callback)
