"""The health page: whether the program can keep and carry what people send."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

Look = Callable[[], Awaitable[dict[str, Any]]]


def health_route(look: Look) -> web.RouteDef:
    """GET /health: 200 with facts as JSON, 503 where `ready` is false."""

    async def show(request: web.Request) -> web.Response:  # noqa: ARG001
        facts = await look()
        return web.json_response(facts, status=200 if facts["ready"] else 503)

    return web.get("/health", show)
