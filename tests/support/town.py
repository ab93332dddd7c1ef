"""A made-up town on a turned clock: people report, officers work, some forget, nobody hurries.

Everything goes through the services on a real database; what would be sent is counted instead.
Whoever acts, and when, is drawn from one seed. The program is down now and then and starts anew.
"""

import asyncio
import heapq
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count

from bot.clockwork import Clockwork
from bot.domain.agency import AgencyCode
from bot.domain.clocks import read_code
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor, ChatId, Person, Role
from bot.domain.refusals import Refused
from bot.domain.report import ArchiveReason, Report, ReportId, Status
from bot.services.house import House
from bot.services.work import Work
from storage.database import Storage

TROUBLES = (
    "Lampu jalan mati di depan {place}",
    "Sampah menumpuk di dekat {place}",
    "Jalan berlubang di sekitar {place}",
    "Air PDAM tidak mengalir di {place}",
    "Puskesmas tutup pada jam kerja, dekat {place}",
    "KTP saya belum jadi sejak bulan lalu, saya tinggal di {place}",
    "Permohonan informasi jadwal pelayanan di {place}",
    "Mohon bantuannya di {place}",
    "Petugas meminta uang untuk surat pengantar di {place}",
)
_MORE = "Mohon segera ditindaklanjuti, terima kasih sebelumnya. "
PLACES = ("Cibinong, Bogor", "Kota Makassar", "Kota Jayapura", "Kota Denpasar", "Kota Bandung")
ROUND = timedelta(minutes=30)
DOWN_EVERY, DOWN_FOR = timedelta(days=9), timedelta(hours=36)
_SPOKEN = {NoticeKind.REMINDED, NoticeKind.LATE, NoticeKind.WARNED}


class SetClock:
    """A clock that stands where the town has put it."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@dataclass(slots=True)
class Heard:
    """What people would have been sent by the clocks."""

    notices: int = 0
    codes: Counter[tuple[ChatId, NoticeKind, int, str, int]] = field(default_factory=Counter)
    days: Counter[tuple[ChatId, int, str, int]] = field(default_factory=Counter)
    unsolved: dict[int, list[datetime]] = field(default_factory=dict)
    """When the reporter said that a report is not solved: from then on its clock runs anew."""

    def hear(self, notice: Notice, written: datetime, day: date) -> None:
        """Count what a clock says to somebody, if it is a clock that speaks."""
        report = notice.report
        by_clock = read_code(notice.about.partition(">")[0]) is not None
        if notice.kind not in _SPOKEN or not by_clock or report is None:
            return
        spell = sum(moment <= written for moment in self.unsolved.get(report, ()))
        self.codes[notice.chat, notice.kind, report, notice.about, spell] += 1
        self.days[notice.chat, report, str(day), spell] += 1

    @property
    def doubled(self) -> int:
        """What somebody would have read twice, or twice on one day about one report.

        Two rounds may each speak once: a reporter can say "not solved" twice on one day.
        """
        again = sum(times - 1 for times in self.codes.values())
        return again + sum(times - 1 for times in self.days.values())

    @property
    def stories(self) -> list[str]:
        """What was doubled: the chat, the report, and the notice or the day."""
        twice = [*self.codes.items(), *self.days.items()]
        return [" ".join(map(str, key)) for key, times in twice if times > 1]


class Town:
    """Its people, what they intend, and the program that serves them."""

    def __init__(
        self,
        house: House,
        opened: Callable[[], Awaitable[Storage]],
        begin: datetime,
        seed: int,
        length: int = 0,
    ) -> None:
        """With a `length` every report is told in so many characters."""
        self.clock = SetClock(begin)
        self.heard = Heard()
        self.orphans = 0
        self.reports = 0
        self.days = 0
        self._house = house
        self._length = length
        self._opened = opened
        self._chance = random.Random(seed)
        self._order = count()
        self._intents: list[tuple[datetime, int, str, int, int]] = []
        self._reporters: list[Person] = []
        self._admins: list[Person] = []
        self._officers: dict[AgencyCode, list[Person]] = {}
        self._down_at = begin + DOWN_EVERY

    async def live(self, days: int, per_day: int, enough: Callable[[], bool]) -> Storage:
        """Let so many days pass, or until it is enough; gives the storage, open.

        Each day brings so many new reports.
        """
        async with AsyncExitStack() as open_storage:
            storage = await self._start(open_storage)
            await self._settle_in(storage)
            for _ in range(days):
                morning = self.clock.moment
                for _ in range(per_day):
                    self._intend(morning + timedelta(days=self._chance.random()), "files")
                storage = await self._day(storage, open_storage, morning + timedelta(days=1))
                self.days += 1
                if enough():
                    break
            open_storage.pop_all()
        return storage

    async def _day(self, storage: Storage, open_storage: AsyncExitStack, end: datetime) -> Storage:
        clockwork = self._clockwork(storage)
        while self.clock.moment < end:
            if self.clock.moment >= self._down_at:
                self.clock.moment += DOWN_FOR
                self._down_at = self.clock.moment + DOWN_EVERY
                await open_storage.aclose()
                storage = await self._start(open_storage)
                clockwork = self._clockwork(storage)
            await self._act(storage, self.clock.moment)
            await clockwork.keep_time()
            await self._deliver(storage)
            self.clock.moment += ROUND
        await self._act(storage, self.clock.moment)
        await clockwork.round()
        async with storage.reading() as unit:
            self.orphans += await unit.planned.overdue(self.clock.moment - ROUND)
        return storage

    async def _start(self, open_storage: AsyncExitStack) -> Storage:
        storage = await self._opened()
        open_storage.push_async_callback(storage.close)
        return storage

    def _clockwork(self, storage: Storage) -> Clockwork:
        return Clockwork(storage, self.clock, lambda: None, self._house)

    async def _settle_in(self, storage: Storage) -> None:
        """Reporters, admins, and officers for most of the agencies that the troubles go to."""
        places = [trouble.format(place=place) for trouble in TROUBLES for place in PLACES]
        routed = [self._house.router.route("", words).best for words in places]
        agencies = sorted({best.agency.code for best in routed if best})
        async with storage.unit() as unit:
            work = Work(self._house, unit, self.clock.now())
            chats = count(500_000_000)
            for number in range(300):
                person = await work.access.agree(ChatId(next(chats)), f"Warga {number}", "id")
                self._reporters.append(person)
            for number in range(2):
                person = await work.access.agree(ChatId(next(chats)), f"Admin {number}", "id")
                await unit.access.grant(person.id, None, Role.ADMIN, None, work.now)
                self._admins.append(person)
            for agency in agencies:
                if self._chance.random() < 0.1:
                    continue
                roles = [Role.OFFICER, Role.OFFICER, Role.AGENCY_ADMIN]
                for role in roles[: self._chance.randint(1, 3)]:
                    person = await work.access.agree(ChatId(next(chats)), f"{role} {agency}", "id")
                    await unit.access.grant(person.id, agency, role, None, work.now)
                    self._officers.setdefault(agency, []).append(person)

    def _intend(self, when: datetime, what: str, report: Report | None = None) -> None:
        intent = (when, next(self._order), what, report.id if report else 0)
        heapq.heappush(self._intents, (*intent, report.version if report else 0))

    async def _act(self, storage: Storage, now: datetime) -> None:
        """Everything that people have meant to do by now; they do not wait for each other."""
        async with asyncio.TaskGroup() as tasks:
            while self._intents and self._intents[0][0] <= now:
                _, _, what, report, version = heapq.heappop(self._intents)
                tasks.create_task(self._does(storage, now, what, ReportId(report), version))

    async def _does(
        self, storage: Storage, now: datetime, what: str, report: ReportId, version: int
    ) -> None:
        async with storage.unit() as unit:
            work = Work(self._house, unit, now)
            if what == "files":
                found = await self._files(work)
            else:
                found = await unit.reports.get(report)
                if found.version != version:
                    return
                try:
                    await getattr(self, f"_{what}")(work, found)
                except Refused:
                    return
                found = await unit.reports.get(found.id)
        self._what_next(found, now)

    def _what_next(self, report: Report, now: datetime) -> None:
        """Who means to do what about a report that has changed, if anybody."""
        chance = self._chance.random()
        who, hours = self._who_next(report, chance)
        if who:
            when = now + timedelta(hours=self._chance.expovariate(1 / hours))
            self._intend(when, who, report)

    def _who_next(self, report: Report, chance: float) -> tuple[str, float]:
        """The next to act and after how many hours, as a mean; nobody where somebody is silent."""
        answered = report.answered_at is not None and report.status is Status.IN_PROGRESS
        if report.status is Status.UNVERIFIED:
            return "admin", 300 if chance < 0.05 else 15
        if report.status is Status.WAITING:
            return "reporter" if chance < 0.6 else "", 90
        if not report.status.is_open:
            again = report.status in {Status.CLOSED_BY_REPORTER, Status.CLOSED_BY_SYSTEM}
            return "reporter" if again and chance < 0.08 else "", 100
        if report.settled_at:
            return "reporter" if chance < 0.4 else "", 60
        if answered and chance < 0.3:
            return "reporter", 60
        return "officer" if chance < 0.98 else "", 400 if chance > 0.92 else 50

    async def _files(self, work: Work) -> Report:
        person = self._chance.choice(self._reporters)
        words = self._chance.choice(TROUBLES).format(place=self._chance.choice(PLACES))
        draft = await work.intake.tell(person.id, self._at_length(words))
        self.reports += 1
        return (await work.filing.file(person.id, draft.token)).report

    def _at_length(self, words: str) -> str:
        if len(words) >= self._length:
            return words
        return f"{words}. {_MORE * (self._length // len(_MORE))}"[: self._length]

    async def _admin(self, work: Work, report: Report) -> None:
        actor = await work.actor(self._chance.choice(self._admins).id)
        suggested = [each.agency for each in report.suggested if each.agency != report.agency]
        if not suggested or self._chance.random() < 0.03:
            await work.desk.archive(actor, report.id, ArchiveReason.UNCLEAR)
            return
        await work.desk.route(actor, report.id, suggested[0])

    async def _officer(self, work: Work, report: Report) -> None:
        """Whoever of the agency is at work, else an admin."""
        people = self._officers.get(report.agency) if report.agency else None
        actor = await work.actor(self._chance.choice(people or self._admins).id)
        chance, case = self._chance.random(), work.casework
        fresh = report.status is Status.DISPATCHED
        if fresh and people and chance < 0.3:
            await case.take(actor, report.id)
        elif fresh and people and chance < 0.36:
            await case.hand_back(actor, report.id, "o", None)
        elif chance < 0.5:
            await case.ask(actor, report.id, "Di sebelah mana tepatnya?")
        elif chance < 0.75:
            await case.answer(actor, report.id, "Petugas kami memeriksanya besok.")
        else:
            await case.settle(actor, report.id, "Sudah kami perbaiki.")

    async def _reporter(self, work: Work, report: Report) -> None:
        me, case, chance = Actor(report.reporter), work.casework, self._chance.random()
        if report.status is Status.WAITING:
            await case.reply(me, report.id, "Di sebelah kiri gerbang.")
        elif not report.status.is_open or chance < 0.3:
            await case.reject(me, report.id, "Masih sama seperti kemarin.")
            self.heard.unsolved.setdefault(report.id, []).append(work.now)
        elif chance < 0.5:
            await case.reply(me, report.id, "Terima kasih, kami tunggu.")
        else:
            await case.confirm(me, report.id)
            await case.rate(me, report.id, self._chance.choice((1, 2, 3, 4, 5, 5)))

    async def _deliver(self, storage: Storage) -> None:
        """Count what waits, as if Telegram had taken it."""
        now = self.clock.moment
        async with storage.unit() as unit:
            while rows := await unit.outbox.waiting(now, 1000):
                for row in rows:
                    await unit.outbox.sent(row.id, now, None)
                    notice = Notice.load(row.payload)
                    self.heard.notices += 1
                    day = now.astimezone(self._house.calendar.zone).date()
                    self.heard.hear(notice, row.created_at, day)
