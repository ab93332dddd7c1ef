"""A sandbox on a clock that tests turn, and python-telegram-bot's own client to ask it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Bot

from bot.sandbox import Group, Person, Sandbox
from tests.support.clock import TurnedClock


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))


@pytest.fixture
async def sandbox(clock: TurnedClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock) as opened:
        yield opened


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with Bot(
        sandbox.token, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url
    ) as opened:
        yield opened


@pytest.fixture
async def siti(sandbox: Sandbox) -> Person:
    """A person who has written once."""
    person = sandbox.person("Siti Rahma", username="sitirahma")
    await person.says("Halo")
    return person


@pytest.fixture
async def budi(sandbox: Sandbox) -> Person:
    person = sandbox.person("Budi")
    await person.says("/start")
    return person


@pytest.fixture
async def office(sandbox: Sandbox, budi: Person) -> Group:
    """A plain group of Budi's with the bot in it."""
    group = sandbox.group("Dishub Kab. Bogor", members=[budi])
    await group.adds_bot(by=budi)
    return group


@pytest.fixture
async def forum(sandbox: Sandbox, budi: Person) -> Group:
    """A supergroup with topics, the bot a plain member."""
    group = sandbox.group("Dinas PUPR", members=[budi], forum=True)
    await group.adds_bot(by=budi)
    return group
