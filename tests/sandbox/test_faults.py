"""Faults come when they are ordered, or by a chance that repeats itself."""

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter

from bot.sandbox import Person, Sandbox
from tests.sandbox.asking import ask


async def test_an_ordered_fault_happens_once(bot: Bot, sandbox: Sandbox, siti: Person) -> None:
    sandbox.faults.next("sendMessage", 502)

    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(siti.id, "Halo")

    assert await bot.send_message(siti.id, "Halo lagi")
    assert sandbox.faults.happened == 1


async def test_too_many_requests_can_be_ordered_with_its_wait(
    bot: Bot, sandbox: Sandbox, siti: Person
) -> None:
    sandbox.faults.next("*", 429, retry_after=7)

    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(siti.id, "Halo")

    assert str(refusal.value).startswith("Flood control exceeded")


async def test_a_reset_sends_nothing(sandbox: Sandbox, siti: Person) -> None:
    sandbox.faults.next("sendMessage", "reset")

    with pytest.raises(aiohttp.ClientConnectionError):
        await ask(sandbox, "sendMessage", chat_id=siti.id, text="Hilang")

    assert not siti.sees("Hilang")


async def test_an_answer_can_be_lost_after_the_message_was_sent(
    sandbox: Sandbox, siti: Person
) -> None:
    sandbox.faults.next("sendMessage", "accepted_then_reset")

    with pytest.raises(aiohttp.ClientConnectionError):
        await ask(sandbox, "sendMessage", chat_id=siti.id, text="Sampai")

    assert siti.sees("Sampai")


async def test_chance_repeats_itself_for_one_seed(sandbox: Sandbox, siti: Person) -> None:
    runs = []
    for _ in range(2):
        sandbox.faults.by_chance(0.3, seed=5, kinds=(500,), methods=["sendMessage"])
        runs.append(
            [
                (await ask(sandbox, "sendMessage", chat_id=siti.id, text="a"))["ok"]
                for _ in range(20)
            ]
        )
    sandbox.faults.stop()

    assert runs[0] == runs[1]
    assert 0 < runs[0].count(False) < 20
    assert (await ask(sandbox, "getMe"))["ok"]
