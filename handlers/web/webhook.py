"""The webhook: the secret is compared in constant time, and 200 means that it is committed."""

import hmac
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from bot.telegram.raw import is_update
from storage.errors import DatabaseFailed

PATH = "/telegram"
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
Accept = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]


def webhook_route(accept: Accept, secret: str) -> web.RouteDef:
    """POST /telegram: 403 without the secret, 503 while nothing can be kept, else 200.

    What is no update is answered with 200 as well: delivering it again would not mend it.
    """
    wanted = secret.encode()

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(_HEADER, "").encode()
        if not hmac.compare_digest(given, wanted):
            return web.Response(status=403)
        try:
            update = await request.json()
        except (ValueError, LookupError, RecursionError):
            return web.Response()
        if not is_update(update):
            return web.Response()
        try:
            await accept([update])
        except RecursionError:
            return web.Response()
        except DatabaseFailed:
            return web.Response(status=503, headers={"Retry-After": "5"})
        return web.Response()

    return web.post(PATH, receive)
