"""The services on a real database, without Telegram: for tests of what screens say."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.agency import AgencyCode
from bot.domain.deadlines import Terms, WorkingDays
from bot.domain.notice import Notice
from bot.domain.people import Actor, ChatId, Group, Person, Role
from bot.domain.place import Pin
from bot.domain.report import Attachment, Report
from bot.routing.categories import Categories
from bot.routing.router import Router
from bot.services.house import House, Operator
from bot.services.learning import Learning
from bot.services.work import Work
from bot.ui.notices import Notices
from bot.ui.screen import Rendered, Slot
from bot.ui.texts import Speech, Texts
from storage.database import Storage
from storage.preparing import prepare
from storage.seal import Key, Seal
from storage.unit import Unit
from tests.support.clock import TurnedClock
from tests.support.databases import POSTGRES, url_in

ZONE = ZoneInfo("Asia/Jakarta")
TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=ZONE)
STREET_LIGHTS = AgencyCode("32.01/perhubungan")
SCHOOLS = AgencyCode("32.01/pendidikan")
LAMP = "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin"
OPERATOR = Operator("Dinas Peragaan", "peragaan@contoh.id", "UU 25/2009", "peragaan", 365, True)


@dataclass(slots=True, repr=False)
class Bureau:
    """A house with its storage and a clock that a test turns.

    It is not printed: asyncio asks twice a fixture, and it would print the whole catalogue.
    """

    house: House
    storage: Storage
    clock: TurnedClock
    texts: Texts
    _chats: int = 700_000_000

    @property
    def say(self) -> Speech:
        return self.texts.speech("id")

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        async with self.storage.unit() as unit:
            yield Work(self.house, unit, self.clock.now())

    def reading(self, unit: Unit) -> Work:
        """The services on a unit that can change nothing."""
        return Work(self.house, unit, self.clock.now())

    async def person(self, name: str, agency: AgencyCode | None = None, **rights: bool) -> Person:
        """Somebody known; with an agency its officer, with `admin=True` an admin."""
        self._chats += 1
        async with self.work() as work:
            person = await work.access.agree(ChatId(self._chats), name, "id")
            if agency:
                await work.unit.access.grant(person.id, agency, Role.OFFICER, None, work.now)
            if rights.get("admin"):
                await work.unit.access.grant(person.id, None, Role.ADMIN, None, work.now)
        return person

    async def group(self, agency: AgencyCode = STREET_LIGHTS, topic: int | None = None) -> Group:
        self._chats += 1
        group = Group(ChatId(-self._chats), agency, "Regu", topic is not None, topic)
        async with self.work() as work:
            await work.unit.access.bind_group(group, None, work.now)
        return group

    async def filed(
        self,
        reporter: Person,
        words: str = LAMP,
        *,
        anonymous: bool = False,
        secret: bool = False,
        pin: Pin | None = None,
        files: tuple[Attachment, ...] = (),
    ) -> Report:
        """A report, told and sent as its reporter would."""
        async with self.work() as work:
            draft = await work.intake.tell(reporter.id, words)
            for file in files:
                draft = await work.intake.attach(reporter.id, file)
            if pin:
                draft = await work.intake.pin(reporter.id, pin)
            draft = replace(draft, anonymous=anonymous, secret=secret)
            await work.unit.drafts.save(draft)
            return (await work.filing.file(reporter.id, draft.token)).report

    async def actor(self, person: Person) -> Actor:
        async with self.work() as work:
            return await work.actor(person.id)

    async def rendered(self, notice: Notice) -> Rendered | None:
        """What one chat would see of a notice now, by a unit that can change nothing."""
        notices = Notices(self.house, self.texts, self.clock)
        async with self.storage.reading() as unit:
            return await notices.render(notice, unit)

    async def waiting(self) -> list[Notice]:
        """Every fact that waits in the outbox."""
        async with self.storage.reading() as unit:
            rows = await unit.outbox.waiting(self.clock.now(), 200)
        return [Notice.load(row.payload) for row in rows if row.kind == "notice"]

    async def shown(self, chat: ChatId, message: int, report: Report, slot: Slot) -> None:
        """As if delivery had sent a card."""
        async with self.work() as work:
            unit: Unit = work.unit
            await unit.anchors.put(chat, message, report.id, slot)


def house_of(router: Router, seal: Seal) -> House:
    """A house of the real catalogue, with the terms and hours of the settings' defaults."""
    return House(
        learning=Learning(router, seal),
        categories=Categories.load(router.topics.lexicon.reader),
        calendar=WorkingDays(ZONE),
        terms=Terms(),
        operator=OPERATOR,
        seal=seal,
        min_confidence=0.5,
        bot_name="lapor_bot",
    )


@asynccontextmanager
async def bureau(folder: Path, router: Router) -> AsyncIterator[Bureau]:
    """Open it in an empty folder."""
    seal = Seal(Key.from_bytes(bytes(range(32))))
    house = house_of(router, seal)
    if not POSTGRES and not (folder / "lapor.db").exists():
        (folder / "lapor.db").write_bytes(_fresh_database())
    storage = await Storage.open(url_in(folder), seal, folder=folder)
    try:
        yield Bureau(house, storage, TurnedClock(TUESDAY.astimezone(UTC)), Texts.load(ZONE))
    finally:
        await storage.close()


@cache
def _fresh_database() -> bytes:
    """A database that is migrated and empty: made once, copied for every bureau."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lapor.db"
        prepare(path, Seal(Key.from_bytes(bytes(range(32)))))
        return path.read_bytes()
