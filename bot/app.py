"""The one place that assembles the program, for `run`, the demo, the rehearsal and the tests alike.

Only the outside world is replaced there: the address of the Bot API, the clock, the data folder.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import structlog
from aiohttp import web
from telegram import BotCommand, BotCommandScopeAllPrivateChats
from telegram.ext import Application, ContextTypes, ExtBot

from bot.announcer import Announcer
from bot.clockwork import Clockwork
from bot.crew import Crew
from bot.delivery import Delivery
from bot.domain.agency import AgencyCode
from bot.domain.clock import Clock
from bot.domain.deadlines import Terms, WorkingDays
from bot.domain.people import InvitationKind
from bot.domain.quiet import Quiet
from bot.pace import NoPace, Pace
from bot.routing.categories import Categories
from bot.routing.router import Router
from bot.services.access import Access
from bot.services.erasing import follow_ledger
from bot.services.house import House, Operator
from bot.services.learning import Learning
from bot.services.lessons import Lessons
from bot.settings import Settings
from bot.telegram.inbox import Inbox
from bot.telegram.outgoing import Outgoing
from bot.telegram.patience import until_answered
from bot.telegram.polling import ALLOWED, Poller
from bot.telegram.request import AiohttpRequest
from bot.telegram.turn import TurnApplication, TurnContext, Turns
from bot.ui.notices import Notices
from bot.ui.texts import Texts
from bot.workshop import Workshop
from handlers.web.health import health_route
from handlers.web.webhook import PATH, webhook_route
from handlers.wiring import Wiring
from storage.database import Storage
from storage.errors import StorageError
from storage.leases import ERRANDS, SHARDS
from storage.seal import Key, Seal

COMMANDS = ("laporanku", "status", "batal", "bahasa", "dataku", "bantuan")
"""What the menu offers everybody; officers and admins read theirs in /bantuan."""


class SystemClock:
    """Real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class App:
    """The program, assembled and connected; `run` makes it work."""

    settings: Settings
    clock: Clock
    storage: Storage
    house: House
    texts: Texts
    bot: ExtBot[None]
    inbox: Inbox
    delivery: Delivery
    clockwork: Clockwork
    workshop: Workshop
    crew: Crew
    ready: asyncio.Event
    """Set once Telegram has been told how to deliver."""

    async def run(self, stopped: asyncio.Event) -> None:
        """Work until `stopped` is set; then finish what is under way."""
        async with AsyncExitStack() as open_servers:
            await open_servers.enter_async_context(self._serving())
            if not await self._joined(stopped):
                return
            async with asyncio.TaskGroup() as tasks:
                delivering = tasks.create_task(self.delivery.run())
                dealing = tasks.create_task(self.inbox.run())
                endless = [
                    tasks.create_task(self._meet_telegram()),
                    tasks.create_task(self.crew.run()),
                    tasks.create_task(self.workshop.run()),
                    tasks.create_task(self.house.learning.run(self.storage, self.clock)),
                ]
                await stopped.wait()
                for task in endless:
                    task.cancel()
                self.inbox.stop()
                await asyncio.wait([dealing])
                self.delivery.stop()
                await asyncio.wait([delivering])

    async def _joined(self, stopped: asyncio.Event) -> bool:
        """Take a part in the work; False when it was stopped before that."""
        async with asyncio.TaskGroup() as tasks:
            both = [tasks.create_task(self.crew.join()), tasks.create_task(stopped.wait())]
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            joined = both[0].done()
            for task in both:
                task.cancel()
        return joined

    async def _meet_telegram(self) -> None:
        """Greet it as soon as it answers."""
        await until_answered(self.greet_telegram, self.clock)
        self.ready.set()

    async def settled(self) -> None:
        """Wait until all that came in is dealt with and all that is due has gone out."""
        await self.inbox.drained()
        await self.house.learning.settled()
        await self.delivery.drained()

    async def greet_telegram(self) -> None:
        """Tell Telegram how to deliver, and which commands the menu shows."""
        telegram = self.settings.telegram
        if telegram.mode == "webhook":
            assert telegram.webhook_secret is not None
            assert telegram.webhook_url is not None
            await self.bot.set_webhook(
                telegram.webhook_url,
                secret_token=telegram.webhook_secret.get_secret_value(),
                allowed_updates=ALLOWED,
                max_connections=40,
            )
        else:
            await self.bot.delete_webhook()
        for language in self.texts.languages:
            say = self.texts.speech(language)
            menu = [BotCommand(name, say(f"command-{name}")) for name in COMMANDS]
            code = "" if language == self.settings.texts.default_language else language
            await self.bot.set_my_commands(
                menu, BotCommandScopeAllPrivateChats(), language_code=code
            )

    async def invite(self, kind: InvitationKind, agency: AgencyCode | None = None) -> str:
        """Make a single-use link by the hand of the operator. Raises Refused."""
        async with self.storage.unit() as unit:
            token = await Access(self.house, unit, self.clock.now()).invite(None, kind, agency)
        start = "startgroup" if kind is InvitationKind.GROUP else "start"
        return f"https://t.me/{self.house.bot_name}?{start}={token}"

    async def health(self) -> dict[str, Any]:
        """Facts for the health page; `ready` is whether the database takes anything.

        `shards` are this process's of 32, and one of all `processes` does the errands.
        """
        try:
            async with self.storage.unit() as unit:
                await unit.prove()
            ready = True
        except StorageError:
            ready = False
        leases = self.storage.leases
        return {
            "ready": ready,
            "database": self.storage.version,
            "routing": self.house.router.version,
            "processes": leases.processes,
            "shards": sum(leases.works_on(shard) for shard in range(SHARDS)),
            "errands": leases.works_on(ERRANDS),
        }

    @asynccontextmanager
    async def _serving(self) -> AsyncIterator[None]:
        """The webhook, where it is used, and the health page."""
        async with AsyncExitStack() as servers:
            telegram = self.settings.telegram
            if telegram.mode == "webhook":
                assert telegram.webhook_secret is not None
                secret = telegram.webhook_secret.get_secret_value()
                routes = [webhook_route(self.inbox.accept, secret)]
                path = urlsplit(telegram.webhook_url or "").path
                if path not in {"", "/", PATH}:
                    routes.append(web.post(path, routes[0].handler))
                await servers.enter_async_context(
                    _server(routes, telegram.listen_host, telegram.listen_port)
                )
            if self.settings.web.port:
                where = (self.settings.web.host, self.settings.web.port)
                await servers.enter_async_context(_server([health_route(self.health)], *where))
            yield


@asynccontextmanager
async def opened(
    settings: Settings,
    *,
    key: Key,
    clock: Clock | None = None,
    router: Router | None = None,
    texts: Texts | None = None,
    patient: bool = False,
) -> AsyncIterator[App]:
    """Assemble the program, and ask Telegram who the bot is, `patient` until it answers.

    A router and texts that have been read already may be given.

    Raises storage's errors, and telegram's when the Bot API refuses the token.
    """
    clock = clock or SystemClock()
    zone = ZoneInfo(settings.texts.timezone)
    seal = Seal(key)
    house = _house(settings, router, seal, zone)
    texts = texts or Texts.load(zone, settings.texts.default_language)
    async with AsyncExitStack() as stack:
        storage = await Storage.open(
            settings.data.database_url, seal, folder=Path(settings.data.folder)
        )
        stack.push_async_callback(storage.close)
        async with storage.reading() as unit:
            house.calendar.take_off(each.day for each in await unit.days_off.all())
        await follow_ledger(house, storage, clock.now())
        await house.learning.restore(storage)
        bot = bot_of(settings)
        await (until_answered(bot.initialize, clock) if patient else bot.initialize())
        stack.push_async_callback(bot.shutdown)
        house = replace(house, bot_name=bot.username)
        wiring = Wiring(texts)
        application = _application(bot, wiring)
        await application.initialize()
        stack.push_async_callback(application.shutdown)
        outgoing = Outgoing(bot)
        pace = NoPace() if settings.telegram.pace == "off" else Pace(clock)
        delivery = Delivery(
            storage,
            outgoing,
            Notices(house, texts, clock).render,
            clock,
            pace,
            structlog.get_logger("delivery"),
            texts,
        )
        inbox = Inbox(
            storage, application, house, clock, outgoing, wiring.tell_fault, delivery.wake
        )
        clockwork = Clockwork(storage, clock, delivery.wake, house)
        workshop = Workshop(storage, house, clock, house.shelf, delivery.wake)
        announcer = Announcer(storage, house, clock, delivery.wake)
        ready = asyncio.Event()

        async def errands() -> None:
            """What one process does for all: fetch, where Telegram does not call, and keep time."""
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(clockwork.run())
                tasks.create_task(announcer.run())
                if settings.telegram.mode == "polling":
                    await ready.wait()
                    await Poller(bot, inbox).run()

        crew = Crew(storage, house, inbox, delivery, pace, errands)
        yield App(
            settings=settings,
            clock=clock,
            storage=storage,
            house=house,
            texts=texts,
            bot=bot,
            inbox=inbox,
            delivery=delivery,
            clockwork=clockwork,
            workshop=workshop,
            crew=crew,
            ready=ready,
        )


@asynccontextmanager
async def unserved(settings: Settings, *, key: Key) -> AsyncIterator[Lessons]:
    """What was learned, for a command, while no program serves; nobody at Telegram is asked.

    Raises storage's errors.
    """
    seal = Seal(key)
    house = _house(settings, None, seal, ZoneInfo(settings.texts.timezone))
    storage = await Storage.open(
        settings.data.database_url, seal, folder=Path(settings.data.folder)
    )
    try:
        await house.learning.restore(storage)
        yield Lessons(house, storage, SystemClock())
    finally:
        await storage.close()


def _house(settings: Settings, router: Router | None, seal: Seal, zone: ZoneInfo) -> House:
    scope = tuple(AgencyCode(code) for code in settings.routing.scope) or None
    clocks = settings.clocks
    router = router or Router.load(scope)
    return House(
        learning=Learning(router, seal),
        categories=Categories.load(router.topics.lexicon.reader),
        calendar=WorkingDays(zone),
        terms=Terms(
            clocks.verify_days,
            clocks.first_answer_days,
            clocks.reporter_silence_days,
            clocks.complete_days,
            clocks.settle_information_days,
            clocks.settle_plain_days,
            clocks.settle_oversight_days,
            clocks.reopen_days,
        ),
        quiet=Quiet(clocks.quiet_from, clocks.quiet_to),
        operator=_operator(settings),
        seal=seal,
        min_confidence=settings.routing.min_confidence,
    )


def _application(bot: ExtBot[None], wiring: Wiring) -> TurnApplication:
    """python-telegram-bot's Application, for its handlers alone."""
    application: TurnApplication = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=TurnContext, bot_data=Turns))
        .build()
    )
    wiring.wire(application)
    return application


def bot_of(settings: Settings) -> ExtBot[None]:
    """The Bot API's client, over aiohttp."""
    token = settings.telegram.token
    assert token is not None
    api = settings.telegram.api_url.rstrip("/")
    return ExtBot(
        token.get_secret_value(),
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(),
    )


def _operator(settings: Settings) -> Operator:
    who = settings.operator
    return Operator(
        name=who.name,
        contact=who.contact,
        legal_basis=who.legal_basis,
        purpose=who.purpose,
        retention_days=who.retention_days or 0,
        official=who.official,
    )


@asynccontextmanager
async def _server(routes: list[web.RouteDef], host: str, port: int) -> AsyncIterator[None]:
    server = web.Application()
    server.add_routes(routes)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()
