"""Updates reach the bot by long polling, in order, once, and one poller at a time."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.sandbox import Person, Sandbox
from tests.sandbox.asking import ask, buttons, refused, result, until
from tests.support.clock import TurnedClock


async def test_an_update_comes_again_until_the_offset_confirms_it(bot: Bot, siti: Person) -> None:
    await siti.says("Dua")

    first = await bot.get_updates()
    again = await bot.get_updates()
    after = await bot.get_updates(offset=first[-1].update_id + 1)

    assert [u.message.text for u in first if u.message] == ["Halo", "Dua"]
    assert [u.update_id for u in again] == [u.update_id for u in first]
    assert after == ()


async def test_the_last_updates_can_be_asked_for_alone(bot: Bot, siti: Person) -> None:
    for text in ("satu", "dua", "tiga"):
        await siti.says(text)

    found = await bot.get_updates(offset=-2)

    assert [u.message.text for u in found if u.message] == ["dua", "tiga"]


async def test_a_limit_is_kept(bot: Bot, siti: Person) -> None:
    await siti.says("Dua")

    assert len(await bot.get_updates(limit=1)) == 1


async def test_a_long_poll_ends_with_the_first_update(sandbox: Sandbox, bot: Bot) -> None:
    siti = sandbox.person("Siti")

    async with asyncio.TaskGroup() as group:
        polling = group.create_task(bot.get_updates(timeout=5))
        await until(lambda: sandbox.updates.polled)
        await siti.says("Halo")

    assert [u.message.text for u in polling.result() if u.message] == ["Halo"]


async def test_a_second_poller_ends_the_first_ones_wait(bot: Bot, sandbox: Sandbox) -> None:
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(ask(sandbox, "getUpdates", timeout=5))
        await until(lambda: sandbox.updates.polled)
        await bot.get_updates()

    assert waiting.result()["error_code"] == 409
    assert waiting.result()["description"] == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")

    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()

    assert await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_setting_a_webhook_ends_a_waiting_poll(sandbox: Sandbox) -> None:
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(refused(sandbox, "getUpdates", timeout=5))
        await until(lambda: sandbox.updates.polled)
        await result(sandbox, "setWebhook", url="http://127.0.0.1:9/hook")

    assert waiting.result() == (409, "Conflict: terminated by setWebhook request")


async def test_only_the_kinds_that_the_bot_wants_are_kept(
    bot: Bot, sandbox: Sandbox, siti: Person
) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await result(
        sandbox, "sendMessage", chat_id=siti.id, text="Draf", reply_markup=buttons("Kirim")
    )

    await siti.says("tak terdengar")
    await siti.presses("Kirim")

    found = await bot.get_updates(offset=-1)
    assert [u.callback_query.data for u in found if u.callback_query] == ["kirim"]
    assert len(found) == 1


async def test_a_press_is_forgotten_after_150_seconds_and_a_message_after_a_day(
    bot: Bot, sandbox: Sandbox, siti: Person, clock: TurnedClock
) -> None:
    await result(
        sandbox, "sendMessage", chat_id=siti.id, text="Draf", reply_markup=buttons("Kirim")
    )
    await siti.presses("Kirim")

    await clock.turn(151)
    after_minutes = await bot.get_updates()
    await clock.turn(86_400)
    after_a_day = await bot.get_updates()

    assert [u.message.text for u in after_minutes if u.message] == ["Halo"]
    assert len(after_minutes) == 1
    assert after_a_day == ()


async def test_pending_updates_can_be_dropped(bot: Bot, siti: Person) -> None:
    assert siti.sees("Halo")

    await bot.delete_webhook(drop_pending_updates=True)

    assert await bot.get_updates() == ()


async def test_update_ids_only_grow(bot: Bot, siti: Person) -> None:
    for _ in range(5):
        await siti.says("lagi")

    found = [u.update_id for u in await bot.get_updates()]

    assert found == sorted(set(found))
