"""The whole product on a stage: the sandbox's Bot API, the real app, a real SQLite file."""

import asyncio
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App, SystemClock, opened
from bot.domain.agency import AgencyCode
from bot.domain.clock import Clock
from bot.domain.people import InvitationKind
from bot.routing.router import Router
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.ui.texts import Texts
from storage.preparing import prepare
from storage.seal import Key, Seal
from tests.support.databases import POSTGRES, url_in

STREET_LIGHTS = AgencyCode("32.01/perhubungan")


def settings_for(
    sandbox: Sandbox, folder: Path, *, beside: Path | None = None, **telegram: object
) -> Settings:
    """Settings of a program that talks to the sandbox and to nobody else.

    `beside` is the folder of another that works on the same database.
    """
    return Settings.model_validate(
        {
            "telegram": {
                "token": sandbox.token,
                "api_url": f"http://127.0.0.1:{sandbox.port}",
                "pace": "off",
                **telegram,
            },
            "data": {"folder": folder, "database": url_in(beside or folder)},
            "operator": {
                "name": "Dinas Peragaan",
                "contact": "peragaan@contoh.id",
                "legal_basis": "UU 25/2009",
                "purpose": "meneruskan laporan kepada instansi yang berwenang",
                "retention_days": 365,
                "official": True,
            },
            "web": {"port": 0},
        }
    )


@dataclass(slots=True, repr=False)
class Stage:
    """A running product and its people.

    It is not printed: asyncio asks twice a fixture, and it would print the whole catalogue.
    """

    sandbox: Sandbox
    app: App

    async def settled(self) -> None:
        """Wait until everybody has heard everything that is due."""
        await self.sandbox.updates.emptied()
        await self.app.settled()

    async def citizen(self, name: str = "Sari", language: str = "id") -> Person:
        """Somebody who has agreed already, with a clean screen before them."""
        person = self.sandbox.person(name, language=language)
        await person.says("/start")
        await person.hears()
        await person.presses("Setuju" if language == "id" else "I agree")
        await self.settled()
        return person

    async def admin(self, name: str = "Ratna") -> Person:
        """An admin, let in by the operator's link."""
        return await self._by_link(name, InvitationKind.ADMIN, None)

    async def officer(self, name: str = "Budi", agency: AgencyCode = STREET_LIGHTS) -> Person:
        return await self._by_link(name, InvitationKind.OFFICER, agency)

    async def agency_admin(self, name: str = "Wati", agency: AgencyCode = STREET_LIGHTS) -> Person:
        return await self._by_link(name, InvitationKind.AGENCY_ADMIN, agency)

    async def group(
        self,
        title: str,
        members: list[Person],
        agency: AgencyCode = STREET_LIGHTS,
        *,
        forum: bool = False,
    ) -> Group:
        """An agency's group, bound by its link, which its first member opens."""
        group = self.sandbox.group(title, members=members, forum=forum)
        link = await self.app.invite(InvitationKind.GROUP, agency)
        await members[0].opens(link, chat=group)
        await self.settled()
        return group

    async def _by_link(self, name: str, kind: InvitationKind, agency: AgencyCode | None) -> Person:
        person = await self.citizen(name)
        await person.opens(await self.app.invite(kind, agency))
        await self.settled()
        return person


@asynccontextmanager
async def stage(
    folder: Path, router: Router, *, clock: Clock | None = None, key: Key | None = None
) -> AsyncIterator[Stage]:
    """Open the sandbox and the product, and close both in order."""
    async with (
        Sandbox(clock=clock) as sandbox,
        running(sandbox, folder, router, clock=clock, key=key) as app,
    ):
        yield Stage(sandbox, app)


@asynccontextmanager
async def running(
    sandbox: Sandbox,
    folder: Path,
    router: Router,
    *,
    clock: Clock | None = None,
    key: Key | None = None,
    beside: Path | None = None,
    **telegram: object,
) -> AsyncIterator[App]:
    """The product alone, on a sandbox that outlives it."""
    if key is None:
        database, key = _fresh_database()
        if not POSTGRES:
            (folder / "lapor.db").write_bytes(database)
    async with (
        opened(
            settings_for(sandbox, folder, beside=beside, **telegram),
            key=key,
            clock=clock or SystemClock(),
            router=router,
            texts=_texts(),
        ) as app,
        asyncio.TaskGroup() as tasks,
    ):
        stopped = asyncio.Event()
        tasks.create_task(app.run(stopped))
        await app.ready.wait()
        try:
            yield app
        finally:
            stopped.set()


@cache
def _texts() -> Texts:
    return Texts.load(ZoneInfo("Asia/Jakarta"))


@cache
def _fresh_database() -> tuple[bytes, Key]:
    """A database that is migrated and empty, and its key: made once, copied for every stage."""
    key = Key.generate()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lapor.db"
        prepare(path, Seal(key))
        return path.read_bytes(), key


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
