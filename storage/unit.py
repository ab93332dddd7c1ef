"""A unit of work: the stores, on one transaction."""

from collections.abc import Callable

from storage.seal import Seal
from storage.stores.access import Access
from storage.stores.anchors import Anchors
from storage.stores.announcements import Announcements
from storage.stores.days_off import DaysOff
from storage.stores.digests import Digests
from storage.stores.drafts import Drafts, Steps
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
from storage.stores.versions import Versions
from storage.stores.waiting import Waiting
from storage.tx import Tx


class Unit:
    """Everything that is read and changed together; made by `Storage`, gone with its block."""

    def __init__(self, tx: Tx, seal: Seal, afterwards: list[Callable[[], None]]) -> None:
        self._afterwards = afterwards
        self.people = People(tx, seal)
        self.access = Access(tx, seal)
        self.drafts = Drafts(tx, seal)
        self.steps = Steps(tx, seal)
        self.reports = Reports(tx, seal)
        self.follow_ups = FollowUps(tx, seal)
        self.history = History(tx)
        self.planned = Planned(tx)
        self.days_off = DaysOff(tx)
        self.anchors = Anchors(tx, seal)
        self.inbox = Inbox(tx, seal)
        self.outbox = Outbox(tx, seal)
        self.pins = Pins(tx)
        self.examples = Examples(tx, seal)
        self.versions = Versions(tx, seal)
        self.keywords = Keywords(tx)
        self.rules = Rules(tx)
        self.digests = Digests(tx)
        self.waiting = Waiting(tx, seal)
        self.templates = Templates(tx, seal)
        self.figures = Figures(tx)
        self.exports = Exports(tx, seal)
        self.announcements = Announcements(tx, seal)

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Have something done once the unit is stored, and never when it is undone."""
        self._afterwards.append(callback)
