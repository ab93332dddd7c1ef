"""A post office with a clock that stands still, and two people who have written to the bot."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.sandbox import Person as Citizen
from bot.sandbox import Sandbox
from storage.database import Storage
from tests.support.clock import TurnedClock
from tests.support.heard import NOW
from tests.support.post import PostOffice, bot_for, opened, post_office


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(NOW)


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    async with opened(tmp_path) as storage:
        yield storage


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with bot_for(sandbox) as bot:
        yield bot


@pytest.fixture
async def office(storage: Storage, bot: Bot, clock: TurnedClock) -> AsyncIterator[PostOffice]:
    async with post_office(storage, bot, clock) as office:
        yield office


@pytest.fixture
async def siti(sandbox: Sandbox) -> Citizen:
    siti = sandbox.person("Siti")
    await siti.says("halo")
    return siti


@pytest.fixture
async def budi(sandbox: Sandbox) -> Citizen:
    budi = sandbox.person("Budi")
    await budi.says("halo")
    return budi
