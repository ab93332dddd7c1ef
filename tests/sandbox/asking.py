"""Asks the sandbox in the plainest way: JSON in, JSON out."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp

from bot.sandbox import Sandbox


async def ask(sandbox: Sandbox, method: str, **arguments: Any) -> dict[str, Any]:
    """The whole answer, whether it is ok or not."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{sandbox.base_url}{sandbox.token}/{method}", json=arguments) as answer,
    ):
        body: dict[str, Any] = await answer.json()
    return body


async def refused(sandbox: Sandbox, method: str, **arguments: Any) -> tuple[int, str]:
    """Code and sentence of a refusal."""
    body = await ask(sandbox, method, **arguments)
    assert body["ok"] is False, body
    return body["error_code"], body["description"]


async def result(sandbox: Sandbox, method: str, **arguments: Any) -> Any:
    body = await ask(sandbox, method, **arguments)
    assert body["ok"] is True, body
    return body["result"]


def buttons(*labels: str) -> dict[str, Any]:
    """An inline keyboard with one button a row, each sending its label in lower case."""
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": label.lower().replace(" ", "_")}] for label in labels
        ]
    }


async def until(holds: Callable[[], object]) -> None:
    """Waits, at most 5 s, for what happens by itself."""
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.002)
