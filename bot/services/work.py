"""One update's work: the open unit, the moment, and every service at hand."""

from datetime import datetime

from bot.domain.people import Actor, PersonId
from bot.services.access import Access
from bot.services.announcing import Announcing
from bot.services.casework import Casework
from bot.services.days_off import DaysOff
from bot.services.desk import Desk
from bot.services.digest import Digest
from bot.services.explaining import Explaining
from bot.services.exporting import Exporting
from bot.services.figures import Figures
from bot.services.filing import Filing
from bot.services.hearing import Hearing
from bot.services.house import House
from bot.services.intake import Intake
from bot.services.keywords import Keywords
from bot.services.own_data import OwnData
from bot.services.partnering import Partnering
from bot.services.queue import Queue
from bot.services.records import Records
from bot.services.revealing import Revealing
from bot.services.rules import Rules
from bot.services.teamwork import Teamwork
from bot.services.templates import Templates
from bot.services.topics import TopicKeeping
from bot.services.voices import Voices
from storage.unit import Unit


class Work:
    """Lives for one unit of work."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self.house = house
        self.unit = unit
        self.now = now

    @property
    def intake(self) -> Intake:
        return Intake(self.house, self.unit, self.now)

    @property
    def filing(self) -> Filing:
        return Filing(self.house, self.unit, self.now)

    @property
    def casework(self) -> Casework:
        return Casework(self.house, self.unit, self.now)

    @property
    def queue(self) -> Queue:
        return Queue(self.house, self.unit, self.now)

    @property
    def digest(self) -> Digest:
        return Digest(self.house, self.unit, self.now)

    @property
    def rules(self) -> Rules:
        return Rules(self.unit, self.now)

    @property
    def topics(self) -> TopicKeeping:
        return TopicKeeping(self.unit, self.now)

    @property
    def templates(self) -> Templates:
        return Templates(self.unit, self.now)

    @property
    def partnering(self) -> Partnering:
        return Partnering(self.house, self.unit, self.now)

    @property
    def teamwork(self) -> Teamwork:
        return Teamwork(self.house, self.unit, self.now)

    @property
    def desk(self) -> Desk:
        return Desk(self.house, self.unit, self.now)

    @property
    def keywords(self) -> Keywords:
        return Keywords(self.house, self.unit, self.now)

    @property
    def explaining(self) -> Explaining:
        return Explaining(self.house, self.unit, self.now)

    @property
    def voices(self) -> Voices:
        return Voices(self.house, self.unit, self.now)

    @property
    def access(self) -> Access:
        return Access(self.house, self.unit, self.now)

    @property
    def days_off(self) -> DaysOff:
        return DaysOff(self.house, self.unit, self.now)

    @property
    def records(self) -> Records:
        return Records(self.house, self.unit, self.now)

    @property
    def exporting(self) -> Exporting:
        return Exporting(self.house, self.unit, self.now)

    @property
    def announcing(self) -> Announcing:
        return Announcing(self.house, self.unit, self.now)

    @property
    def revealing(self) -> Revealing:
        return Revealing(self.unit, self.now)

    @property
    def own_data(self) -> OwnData:
        return OwnData(self.house, self.unit, self.now)

    @property
    def figures(self) -> Figures:
        return Figures(self.house, self.unit, self.now)

    @property
    def hearing(self) -> Hearing:
        return Hearing(self.unit, self.now)

    async def actor(self, person: PersonId) -> Actor:
        """Ask anew what somebody may."""
        return await self.unit.access.actor(person)
