"""The webhook: acknowledged means committed, and only Telegram is believed."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.routing.router import Router
from bot.sandbox.server import Sandbox
from tests.scenes.test_reporting import LAMP
from tests.support.stage import Stage, free_port, running

SECRET = "a-secret-of-telegram-only"


@pytest.fixture
async def hooked(tmp_path: Path, router: Router) -> AsyncIterator[tuple[Stage, str]]:
    port = free_port()
    address = f"http://127.0.0.1:{port}/telegram"
    async with (
        Sandbox() as sandbox,
        running(
            sandbox,
            tmp_path,
            router,
            mode="webhook",
            webhook_url=address,
            webhook_secret=SECRET,
            listen_port=port,
        ) as app,
    ):
        yield Stage(sandbox, app), address


async def test_a_citizen_files_by_webhook(hooked: tuple[Stage, str]) -> None:
    scene, _ = hooked
    sari = await scene.citizen()

    await sari.says(LAMP)
    await sari.hears("Diteruskan ke")
    await sari.presses("Kirim")
    receipt = await sari.hears("Nomor:")

    assert "LPR-" in receipt.text


@pytest.mark.parametrize(
    ("header", "body", "status"),
    [
        ("", '{"update_id": 1}', 403),
        ("wrong", '{"update_id": 1}', 403),
        (SECRET, "no json", 200),
        (SECRET, "[1, 2]", 200),
        (SECRET, '{"update_id": "x"}', 200),
        (SECRET, '{"update_id": true}', 200),
        (SECRET, '{"update_id": 9223372036854775808}', 200),
        (SECRET, "[" * 100_000, 200),
        (SECRET, '{"update_id": 8, "message": ' + '{"text":' * 600 + "1" + "}" * 601, 200),
        (SECRET, '{"update_id": 7, "message": {"nonsense": true}}', 200),
    ],
)
async def test_what_comes_without_the_secret_is_refused_and_nonsense_harms_nobody(
    hooked: tuple[Stage, str], header: str, body: str, status: int
) -> None:
    scene, address = hooked
    headers = {"X-Telegram-Bot-Api-Secret-Token": header, "Content-Type": "application/json"}

    async with (
        aiohttp.ClientSession() as session,
        session.post(address, data=body, headers=headers) as answer,
    ):
        assert answer.status == status
    sari = await scene.citizen()
    assert sari.sees("Ada yang ingin Anda laporkan?")


async def test_an_update_that_is_delivered_again_is_dealt_with_once(
    hooked: tuple[Stage, str],
) -> None:
    scene, address = hooked
    sari = await scene.citizen()
    update = {
        "update_id": 900_000_001,
        "message": {
            "message_id": 5_000,
            "date": 1_795_000_000,
            "chat": {"id": sari.id, "type": "private", "first_name": "Sari"},
            "from": {"id": sari.id, "is_bot": False, "first_name": "Sari"},
            "text": LAMP,
        },
    }
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}

    async with aiohttp.ClientSession() as session:
        for _ in range(5):
            async with session.post(address, json=update, headers=headers) as answer:
                assert answer.status == 200
    await scene.settled()

    assert sum("Diteruskan ke" in m.text for m in sari.messages) == 1
