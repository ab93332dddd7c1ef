"""Telegram's pace is held on the clock: 30 a second, 3 at once per chat, 20 a minute per group."""

from typing import Any

import pytest

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.asking import ask, result
from tests.support.clock import TurnedClock


async def send(sandbox: Sandbox, chat_id: int, text: str = "a") -> int | None:
    """The seconds to wait, None when the message was sent."""
    body: dict[str, Any] = await ask(sandbox, "sendMessage", chat_id=chat_id, text=text)
    return None if body["ok"] else body["parameters"]["retry_after"]


@pytest.fixture
def hasty(sandbox: Sandbox) -> Sandbox:
    sandbox.pace.on = True
    return sandbox


async def test_a_chat_takes_three_at_once_then_one_a_second(
    hasty: Sandbox, siti: Person, clock: TurnedClock
) -> None:
    burst = [await send(hasty, siti.id) for _ in range(4)]
    await clock.turn(1)
    later = [await send(hasty, siti.id) for _ in range(2)]

    assert burst == [None, None, None, 1]
    assert later == [None, 1]


async def test_thirty_a_second_go_out_in_all(hasty: Sandbox, clock: TurnedClock) -> None:
    people = [hasty.person(f"Warga {n}") for n in range(32)]
    for person in people:
        await person.says("Halo")

    first = [await send(hasty, person.id) for person in people]
    await clock.turn(1)

    assert first == [None] * 30 + [1, 1]
    assert await send(hasty, people[-1].id) is None


async def test_a_group_takes_twenty_a_minute(
    hasty: Sandbox, office: Group, clock: TurnedClock
) -> None:
    sent = []
    for _ in range(20):
        sent.append(await send(hasty, office.id))
        await clock.turn(1)

    refused = await send(hasty, office.id)
    await clock.turn(40)

    assert sent == [None] * 20
    assert refused == 40
    assert await send(hasty, office.id) is None


async def test_edits_and_copies_count_and_answers_to_presses_do_not(
    hasty: Sandbox, siti: Person
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Kirim", "callback_data": "k"}]]}
    sent = await result(hasty, "sendMessage", chat_id=siti.id, text="Draf", reply_markup=keyboard)
    there = {"chat_id": siti.id, "message_id": sent["message_id"]}
    press = await siti.presses("Kirim")
    assert press is not None
    await result(hasty, "editMessageText", text="Dua", **there)
    await result(hasty, "copyMessage", from_chat_id=siti.id, **there)

    body = await ask(hasty, "editMessageText", text="Tiga", **there)

    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert await result(hasty, "answerCallbackQuery", callback_query_id=press.id)


async def test_what_is_refused_for_another_reason_costs_no_pace(
    hasty: Sandbox, siti: Person
) -> None:
    for _ in range(5):
        await ask(hasty, "sendMessage", chat_id=siti.id, text="")

    assert [await send(hasty, siti.id) for _ in range(3)] == [None] * 3


async def test_without_pace_everything_goes(sandbox: Sandbox, siti: Person) -> None:
    assert [await send(sandbox, siti.id) for _ in range(10)] == [None] * 10
