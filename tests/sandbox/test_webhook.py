"""Updates are pushed to the webhook, and again until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot

from bot.sandbox import Person, Sandbox
from tests.sandbox.asking import buttons, result, until
from tests.support.clock import TurnedClock


class Ear:
    """A webhook that answers what it is told to, and remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[int] = []
        self.url = ""
        self._news = asyncio.Condition()
        self.deaf_to: str | None = None
        self.open = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        if self.deaf_to is not None and self.deaf_to in update:
            await self.open.wait()
        async with self._news:
            self.heard.append(update)
            self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
            self._news.notify_all()
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    async def hears(self, count: int) -> list[dict[str, Any]]:
        async with asyncio.timeout(5), self._news:
            await self._news.wait_for(lambda: len(self.heard) >= count)
        return self.heard


@pytest.fixture
async def ear() -> AsyncIterator[Ear]:
    ear = Ear()
    app = web.Application()
    app.router.add_post("/hook", ear.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    ear.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield ear
    ear.open.set()
    await runner.cleanup()


def texts(heard: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in heard if "message" in update]


async def test_what_waited_and_what_comes_is_pushed_with_the_secret(
    bot: Bot, siti: Person, ear: Ear
) -> None:
    await bot.set_webhook(ear.url, secret_token="rahasia_1")
    await siti.says("Dua")

    heard = await ear.hears(2)

    assert texts(heard) == ["Halo", "Dua"]
    assert ear.secrets == ["rahasia_1", "rahasia_1"]
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_a_refused_update_comes_again_at_once_then_after_2_4_8_seconds(
    bot: Bot, siti: Person, ear: Ear, clock: TurnedClock
) -> None:
    ear.answers = [500, 503, 404, 302, 200]
    start = clock.now()
    await bot.set_webhook(ear.url)

    gaps = []
    for count in (2, 3, 4, 5):
        while len(ear.heard) < count:
            await until(partial(_asleep_or_heard, clock, ear, count))
            if len(ear.heard) < count and clock.next_wake is not None:
                await clock.turn((clock.next_wake - clock.now()).total_seconds())
        gaps.append((clock.now() - start).total_seconds())

    assert gaps == [0, 2, 6, 14]
    assert texts(ear.heard) == ["Halo"] * 5
    assert siti.sees("Halo")


def _asleep_or_heard(clock: TurnedClock, ear: Ear, count: int) -> bool:
    return len(ear.heard) >= count or clock.next_wake is not None


async def test_the_wait_grows_to_a_minute_and_no_further(
    bot: Bot, siti: Person, ear: Ear, clock: TurnedClock
) -> None:
    ear.answers = [500] * 9
    await bot.set_webhook(ear.url)
    waits: list[float] = []

    while len(waits) < 8:
        await until(lambda: _asleep_or_heard(clock, ear, 10))
        assert clock.next_wake is not None
        waits.append((clock.next_wake - clock.now()).total_seconds())
        await clock.turn(waits[-1])

    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    assert siti.sees("Halo")


async def test_the_webhook_says_what_went_wrong(
    bot: Bot, siti: Person, ear: Ear, clock: TurnedClock
) -> None:
    ear.answers = [500, 500]
    await bot.set_webhook(ear.url, max_connections=3, allowed_updates=["message"])

    await ear.hears(2)
    await until(lambda: clock.next_wake is not None)

    info = await bot.get_webhook_info()
    assert siti.sees("Halo")
    assert info.last_error_message == ("Wrong response from the webhook: 500 Internal Server Error")
    assert (info.max_connections, info.pending_update_count) == (3, 1)
    assert list(info.allowed_updates or ()) == ["message"]


async def test_one_chat_waits_for_its_failed_update_and_the_others_go_on(
    bot: Bot, sandbox: Sandbox, siti: Person, ear: Ear
) -> None:
    budi = sandbox.person("Budi")
    ear.answers = [500, 500]
    await bot.set_webhook(ear.url)
    await ear.hears(2)

    await siti.says("menunggu")
    await budi.says("jalan terus")

    assert texts(await ear.hears(3)) == ["Halo", "Halo", "jalan terus"]


async def test_a_press_may_overtake_a_message_of_the_same_person(
    bot: Bot, sandbox: Sandbox, siti: Person, ear: Ear
) -> None:
    await bot.delete_webhook(drop_pending_updates=True)
    await result(
        sandbox, "sendMessage", chat_id=siti.id, text="Draf", reply_markup=buttons("Kirim")
    )
    ear.deaf_to = "message"
    await bot.set_webhook(ear.url)

    await siti.says("lebih dulu")
    await siti.presses("Kirim")
    await ear.hears(1)
    ear.open.set()
    heard = await ear.hears(2)

    assert ["callback_query" in update for update in heard] == [True, False]
    assert heard[0]["update_id"] > heard[1]["update_id"]


async def test_a_bot_that_is_down_gets_its_updates_when_it_is_back(
    bot: Bot, siti: Person, ear: Ear, clock: TurnedClock
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await until(lambda: clock.next_wake is not None)
    assert (await bot.get_webhook_info()).last_error_message == "Connection refused"

    await bot.set_webhook(ear.url)

    assert texts(await ear.hears(1)) == ["Halo"]
    assert siti.sees("Halo")


async def test_what_the_webhook_never_took_can_be_polled(bot: Bot, siti: Person) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")

    await bot.delete_webhook()

    assert [u.message.text for u in await bot.get_updates() if u.message] == ["Halo"]
    assert siti.sees("Halo")
