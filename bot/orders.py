"""The door of orders: a command of the same user reaches the running program by a Unix socket.

An order has a name and plain values, and is answered with plain values. The socket stands in the
data folder and only its owner may open it.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

SOCKET = "socket"
_OWNER_ONLY = 0o600
_PATIENCE = 300.0
_STOPS_WITHIN = 3.0
"""Seconds after which an order that is under way keeps a program that stops no longer."""

Given = Mapping[str, Any]
Order = Callable[[Given], Awaitable[dict[str, Any]]]


class OrderRefused(Exception):
    """The running program will not do it; the message is one line that says why."""


@asynccontextmanager
async def door(folder: Path, orders: Mapping[str, Order]) -> AsyncIterator[None]:
    """Take orders while the block lasts."""
    socket = folder / SOCKET

    def taking(order: Order) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def take(request: web.Request) -> web.Response:
            try:
                return web.json_response(await order(await request.json()))
            except OrderRefused as refused:
                return web.json_response({"refused": str(refused)}, status=409)

        return take

    server = web.Application()
    server.add_routes([web.post(f"/{name}", taking(order)) for name, order in orders.items()])
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=_STOPS_WITHIN)
    await runner.setup()
    try:
        socket.unlink(missing_ok=True)
        await web.UnixSite(runner, str(socket)).start()
        socket.chmod(_OWNER_ONLY)
        yield
    finally:
        await runner.cleanup()
        socket.unlink(missing_ok=True)


async def give(
    folder: Path, name: str, given: Given, patience: float | None = _PATIENCE
) -> dict[str, Any] | None:
    """Give an order to the running program; None where none runs.

    `patience` is in seconds; None waits as long as it takes.
    Raises OrderRefused. A socket that nobody listens on any more is removed.
    """
    socket = folder / SOCKET
    if not socket.exists():
        return None
    connector = aiohttp.UnixConnector(path=str(socket))
    try:
        async with (
            aiohttp.ClientSession(
                connector=connector, timeout=aiohttp.ClientTimeout(total=patience)
            ) as session,
            session.post(f"http://lapor-bot/{name}", json=dict(given)) as answer,
        ):
            if answer.status == web.HTTPNotFound.status_code:
                raise OrderRefused("The running lapor-bot is older than this command: restart it.")
            told: dict[str, Any] = await answer.json()
    except aiohttp.ClientConnectionError:
        socket.unlink(missing_ok=True)
        return None
    if "refused" in told:
        raise OrderRefused(told["refused"])
    return told
