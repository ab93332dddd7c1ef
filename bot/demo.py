"""The demo: the whole product on this machine, with made-up people and a chat page to be them.

A citizen, an agency's group with an officer and its admin, and a national admin stand ready, let in
by the same single-use links as in real life. Time can be turned forward on the page, to see what
deadlines do. Nothing leaves this machine.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import App, opened
from bot.domain.agency import AgencyCode
from bot.domain.people import InvitationKind
from bot.running import made_key, set_up_logs
from bot.sandbox.page import ChatPage
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox
from bot.settings import Settings

AGENCY = AgencyCode("32.01/perhubungan")
_PEOPLE = {
    "Sari": 7_100_000_001,
    "Budi": 7_100_000_002,
    "Wati": 7_100_000_003,
    "Ratna": 7_100_000_004,
}
_EPOCH = 1_760_000_000
"""Messages are numbered by the second in which the demo starts, so that a kept folder fits."""
_KEPT_DAYS = 365
"""More than anybody turns the clock forward to see what deadlines do: with few days the reports
that they look at, and the people, would be erased under their hands."""
_NOTE = {"id": "Peragaan, bukan layanan resmi", "en": "A demo, not an official service"}


class AheadClock:
    """Real time, and what people turn it forward; it may begin at another moment than now."""

    def __init__(self, begin: datetime | None = None) -> None:
        self._ahead = begin - datetime.now(UTC) if begin else timedelta()
        self._turned = asyncio.Event()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    async def sleep(self, seconds: float) -> None:
        until = self.now() + timedelta(seconds=seconds)
        while (left := (until - self.now()).total_seconds()) > 0:
            turned = self._turned
            try:
                async with asyncio.timeout(left):
                    await turned.wait()
            except TimeoutError:
                return

    async def turn(self, seconds: float) -> None:
        """Set it forward; who sleeps past the new moment wakes."""
        self._ahead += timedelta(seconds=seconds)
        turned, self._turned = self._turned, asyncio.Event()
        turned.set()
        await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class Theatre:
    """The running demo, before anybody stands on its page."""

    sandbox: Sandbox
    app: App
    page: ChatPage
    tasks: asyncio.TaskGroup
    stopped: asyncio.Event


@asynccontextmanager
async def theatre(folder: Path, port: int) -> AsyncIterator[Theatre]:
    """Run the program on a sandbox until an interrupt; the page is opened by whoever sets it."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = AheadClock()
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(
            Sandbox(clock=clock, pace=True, begin=int(clock.now().timestamp()) - _EPOCH)
        )
        settings = demo_settings(sandbox, folder)
        set_up_logs(settings)
        page = ChatPage(sandbox, title="SP4N-LAPOR!", note=_NOTE, port=port)
        app = await stack.enter_async_context(opened(settings, key=made_key(folder), clock=clock))
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        stack.callback(stopped.set)
        tasks.create_task(app.run(stopped))
        yield Theatre(sandbox, app, page, tasks, stopped)


async def perform(folder: Path, port: int, say: Callable[[str], None]) -> None:
    """Run the demo until it is interrupted."""
    async with theatre(folder, port) as open_theatre:
        await set_the_stage(open_theatre.sandbox, open_theatre.app, open_theatre.page)
        async with open_theatre.page:
            say(f"Data: {folder}")
            say(f"Chat page: {open_theatre.page.url}")
            say("Stop with Ctrl-C.")
            await open_theatre.stopped.wait()


async def set_the_stage(sandbox: Sandbox, app: App, page: ChatPage) -> None:
    """Bring the people in, by links, and give each a column."""
    sari, budi, wati, ratna = (
        sandbox.person(name, user_id=number) for name, number in _PEOPLE.items()
    )
    for person, kind, agency in (
        (ratna, InvitationKind.ADMIN, None),
        (wati, InvitationKind.AGENCY_ADMIN, AGENCY),
        (budi, InvitationKind.OFFICER, AGENCY),
    ):
        await lets_in(sandbox, app, person, kind, agency)
    group = sandbox.group("Dishub Kab. Bogor", members=[wati, budi])
    await wati.opens(await app.invite(InvitationKind.GROUP, AGENCY), chat=group)
    await settled(sandbox, app)
    who: tuple[tuple[Person | Group, dict[str, str]], ...] = (
        (sari, {"id": "Warga", "en": "Citizen"}),
        (group, {"id": "Petugas", "en": "Officers"}),
        (ratna, {"id": "Admin nasional", "en": "National admin"}),
    )
    for someone, label in who:
        page.place(someone, label)


async def lets_in(
    sandbox: Sandbox,
    app: App,
    person: Person,
    kind: InvitationKind,
    agency: AgencyCode | None,
) -> None:
    """Open a link, and agree where that is still asked: a kept folder knows its people."""
    await person.opens(await app.invite(kind, agency))
    await settled(sandbox, app)
    agree = str(app.texts.speech(person.user.language or "")("button-agree"))
    if agree in person.buttons:
        await person.presses(agree)
        await settled(sandbox, app)


async def settled(sandbox: Sandbox, app: App) -> None:
    """Wait until everybody has heard everything that is due."""
    await sandbox.updates.emptied()
    await app.settled()


def demo_settings(sandbox: Sandbox, folder: Path) -> Settings:
    """Everything from the sandbox and the folder; it says that it is no official service."""
    return Settings.model_validate(
        {
            "telegram": {
                "token": sandbox.token,
                "api_url": f"http://127.0.0.1:{sandbox.port}",
            },
            "data": {"folder": folder},
            "operator": {
                "name": "Peragaan SP4N-LAPOR!",
                "contact": "tidak ada, ini peragaan",
                "legal_basis": "persetujuan Anda",
                "purpose": "mencoba bot ini di komputer sendiri",
                "retention_days": _KEPT_DAYS,
            },
            "web": {"port": 0},
            "log": {"level": "warning"},
        }
    )
