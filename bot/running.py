"""What the commands do: serve, look after the database, make the first link.

A command that writes reaches the running program by a Unix socket in its data folder, and takes the
folder's lock itself where none runs.
"""

import asyncio
import errno
import logging
import signal
import sys
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import structlog

from bot import keeping, learn, process
from bot.app import App, bot_of, opened
from bot.domain.agency import AgencyCode
from bot.domain.people import InvitationKind
from bot.orders import Given, Order, OrderRefused, door, give
from bot.routing.catalogue import UnknownAgency
from bot.routing.categories import Categories
from bot.routing.proofreading import BrokenDataError, faults_in
from bot.routing.router import Router
from bot.services.lessons import Lessons
from bot.settings import Settings, key_bytes
from bot.telegram import looking
from storage.database import Storage
from storage.errors import DataFolderBusy, StorageError, WrongKey
from storage.seal import Key, Seal

_INVITE = "invite-admin"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `check`."""

    good: bool
    what: str
    words: str


async def serve(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT, then finish what is under way.

    While Telegram does not answer it waits, so that a start during an outage is no failure.
    """
    set_up_logs(settings)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    opening = asyncio.timeout(None)

    def stop() -> None:
        stopped.set()
        with suppress(RuntimeError):
            opening.reschedule(loop.time())

    async with AsyncExitStack() as stack:
        try:
            async with opening:
                for number in (signal.SIGTERM, signal.SIGINT):
                    loop.add_signal_handler(number, stop)
                app = await stack.enter_async_context(
                    opened(settings, key=key_of(settings), patient=True)
                )
        except TimeoutError:
            if stopped.is_set():
                return
            raise
        await stack.enter_async_context(door(Path(settings.data.folder), _orders(app)))
        process.settle()
        structlog.get_logger("run").info("serving", bot=app.house.bot_name)
        await app.run(stopped)


async def migrate(settings: Settings) -> None:
    """Open the database, which brings it to this version's shape, and close it."""
    Path(settings.data.folder).mkdir(parents=True, exist_ok=True)
    storage = await Storage.open(
        settings.data.database_url, Seal(key_of(settings)), folder=Path(settings.data.folder)
    )
    await storage.close()


async def invite(settings: Settings) -> str:
    """Make a link for an admin: through the running program, else by ourselves."""
    told = await give(Path(settings.data.folder), _INVITE, {})
    if told is not None:
        return str(told["link"])
    async with opened(settings, key=key_of(settings)) as app:
        return await app.invite(InvitationKind.ADMIN)


async def order_to_learn(settings: Settings, act: str, version: int | None) -> dict[str, Any]:
    """Give an order to what routing learns. Raises OrderRefused."""
    return await learn.order(settings, key_of(settings), act, version)


async def examine(settings: Settings) -> list[Finding]:
    """Look at everything that `run` needs, changing nothing at Telegram."""
    findings = [Finding(False, fault.key, fault.what) for fault in settings.missing_to_run()]
    if not findings:
        findings.append(Finding(True, "settings", "complete"))
    findings.append(await _database(settings))
    findings.extend(await _telegram(settings))
    findings.extend(_catalogue(settings))
    return findings


def key_of(settings: Settings) -> Key:
    """The key of the sealed columns. Raises WrongKey where there is none."""
    if settings.data.key is not None:
        return Key.from_bytes(key_bytes(settings.data.key.get_secret_value()))
    if settings.data.key_file is not None:
        return Key.read(settings.data.key_file)
    raise WrongKey("set data.key_file or data.key: personal data is sealed with it")


def made_key(folder: Path) -> Key:
    """The demo's key: made once, kept in the data folder."""
    path = folder / "key"
    if path.exists():
        return Key.read(path)
    key = Key.generate()
    key.write(path)
    return key


def set_up_logs(settings: Settings) -> None:
    """Log facts to standard error; libraries that would log tokens or words are kept quiet."""
    level = getattr(logging, settings.log.level.upper())
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log.style == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def explained(failed: BaseException) -> str:
    """One line on what to do next; empty for a fault of our own."""
    if isinstance(failed, BaseExceptionGroup) and len(failed.exceptions) == 1:
        return explained(failed.exceptions[0])
    if isinstance(failed, DataFolderBusy):
        return "Another lapor-bot uses this data folder: stop it first, or choose another folder."
    if isinstance(failed, StorageError | OrderRefused | BrokenDataError):
        return str(failed)
    if isinstance(failed, UnknownAgency):
        return (
            f'routing.scope: there is no agency "{failed}". `lapor-bot check` says which is near.'
        )
    if isinstance(failed, OSError) and failed.errno == errno.EADDRINUSE:
        return "Another program uses that port: stop it first, or choose another port."
    if isinstance(failed, OSError) and failed.errno is not None:
        return f"{failed.strerror}: {failed.filename or ''}".rstrip(": ")
    return looking.explained(failed)


def _orders(app: App) -> dict[str, Order]:
    """What other commands of the same user may ask of the running program."""
    lessons = Lessons(app.house, app.storage, app.clock)

    async def invite_admin(_: Given) -> dict[str, Any]:
        return {"link": await app.invite(InvitationKind.ADMIN)}

    return {
        _INVITE: invite_admin,
        learn.ORDER: partial(learn.obey, lessons),
        keeping.ORDER: partial(keeping.obey, app.storage),
    }


async def _database(settings: Settings) -> Finding:
    try:
        Path(settings.data.folder).mkdir(parents=True, exist_ok=True)
        storage = await Storage.open(
            settings.data.database_url, Seal(key_of(settings)), folder=Path(settings.data.folder)
        )
        await storage.close()
    except DataFolderBusy:
        return Finding(True, "database", "in use by the running program")
    except (StorageError, OSError, ValueError) as wrong:
        return Finding(False, "database", explained(wrong) or str(wrong))
    found = f"{storage.version}, key fits"
    if storage.newer_tables:
        found += (
            f". A newer lapor-bot has brought the tables to {storage.newer_tables}, which this one "
            "does not know: it works on for the time of an update. Install the newer one here too."
        )
    return Finding(True, "database", found)


async def _telegram(settings: Settings) -> list[Finding]:
    if settings.telegram.token is None:
        return []
    wanted = settings.telegram.webhook_url if settings.telegram.mode == "webhook" else None
    return [Finding(*found) for found in await looking.look_at(bot_of(settings), wanted or "")]


def _catalogue(settings: Settings) -> list[Finding]:
    """Every fault of the data files; where they are whole, what they hold and the scope."""
    if faults := faults_in():
        return [Finding(False, "catalogue", str(fault)) for fault in faults]
    try:
        router = Router.load()
        Categories.load(router.topics.lexicon.reader)
    except Exception as wrong:  # noqa: BLE001 - whatever is wrong with the data files is said
        return [Finding(False, "catalogue", str(wrong))]
    keywords = len(router.topics.lexicon.keywords)
    found = [Finding(True, "catalogue", f"routing {router.version}, {keywords:,} keywords")]
    for code in settings.routing.scope:
        try:
            found.append(Finding(True, "routing.scope", router.agency(AgencyCode(code)).name))
        except UnknownAgency:
            found.append(Finding(False, "routing.scope", _no_agency(router, code)))
    return found


def _no_agency(router: Router, code: str) -> str:
    """What to write in the scope instead of a code that is none."""
    near = router.search(code, limit=3)
    meant = " or ".join(f'"{agency.code}" ({agency.name})' for agency in near)
    return f'there is no agency "{code}": write its code' + (f", perhaps {meant}" if meant else "")
