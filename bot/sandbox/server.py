"""The sandbox itself: a Bot API server on loopback with a world behind it."""

import asyncio
import json
import logging
from collections.abc import Iterable, Mapping
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Final, Self

from aiohttp import web

from bot.sandbox.api.call import Call, Upload
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.limits import Pace
from bot.sandbox.api.refusals import Refusal, bad_request
from bot.sandbox.api.updates import Updates
from bot.sandbox.api.webhook import Webhook
from bot.sandbox.clock import Clock, SystemClock
from bot.sandbox.faults import Break, Fault, Faults
from bot.sandbox.methods import METHODS, Method
from bot.sandbox.methods.parameters import PARAMETERS, UNTAUGHT
from bot.sandbox.model.chats import ChatKind, User
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.world import World

_log = logging.getLogger(__name__)
_SPELLED: Final = {name.lower(): name for name in METHODS}
_LARGEST_BODY: Final = 64 * 1024 * 1024
_STATUS_WORDS: Final = {
    401: "Unauthorized",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class Sandbox:
    """A Bot API server on 127.0.0.1 while the context is open.

    `port` 0 takes a free one; `pace` holds Telegram's speed limits; `privacy` is the bot's privacy
    mode in groups; `history` bounds what is kept per chat; `routes` are served beside the Bot API
    (the chat page); a method's `faults` can be ordered. Updates and messages are numbered from
    `begin` on: a bot that has kept its database must not meet the same numbers again.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        pace: bool = False,
        port: int = 0,
        privacy: bool = True,
        history: int | None = None,
        username: str = "lapor_latihan_bot",
        routes: Iterable[web.AbstractRouteDef] = (),
        begin: int = 0,
    ) -> None:
        self.clock = clock or SystemClock()
        self.faults = Faults()
        self.pace = Pace(on=pace)
        self.updates = Updates(self.clock, begin)
        bot = User(7_900_000_001, "LAPOR!", username=username, is_bot=True)
        self.token = f"{bot.id}:loopback-only-{username}"
        self.world = World(
            self.clock, self.updates, bot=bot, history=history, privacy=privacy, begin=begin
        )
        self.app = web.Application(client_max_size=_LARGEST_BODY)
        self.app.router.add_route("*", "/bot{token}/{method}", self._serve)
        self.app.router.add_get("/file/bot{token}/{path:.+}", self._serve_file)
        self.app.router.add_routes(routes)
        self._port = port
        self._open = AsyncExitStack()
        self._desk: Desk | None = None

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            tasks = await stack.enter_async_context(asyncio.TaskGroup())
            webhook = Webhook(self.updates, self.clock, tasks)
            stack.push_async_callback(webhook.close)
            self._desk = Desk(self.world, self.updates, webhook, self.pace, self.clock)
            runner = web.AppRunner(
                self.app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1
            )
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            site = web.TCPSite(runner, "127.0.0.1", self._port)
            await site.start()
            self._port = int(runner.addresses[0][1])
            self._open = stack.pop_all()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._open.aclose()

    @property
    def port(self) -> int:
        return self._port

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as `base_url`."""
        return f"http://127.0.0.1:{self._port}/bot"

    @property
    def base_file_url(self) -> str:
        return f"http://127.0.0.1:{self._port}/file/bot"

    @property
    def webhook(self) -> Webhook:
        assert self._desk is not None, "the sandbox is not open"
        return self._desk.webhook

    def person(
        self,
        name: str,
        *,
        language: str | None = "id",
        username: str | None = None,
        user_id: int | None = None,
    ) -> Person:
        """A new person, who has not written to the bot yet."""
        first, _, last = name.partition(" ")
        user = self.world.add_user(
            first, last_name=last or None, username=username, language=language, user_id=user_id
        )
        return Person(self.world, user)

    def group(self, title: str, *, members: Iterable[Person] = (), forum: bool = False) -> Group:
        """A new group without the bot; the first member owns it; a forum is a supergroup."""
        kind = ChatKind.SUPERGROUP if forum else ChatKind.GROUP
        return self._peopled(
            Group(self.world, self.world.add_chat(kind, title, forum=forum)), members
        )

    def channel(self, title: str, *, members: Iterable[Person] = ()) -> Group:
        """A new channel without the bot; the first member owns it and posts."""
        return self._peopled(
            Group(self.world, self.world.add_chat(ChatKind.CHANNEL, title)), members
        )

    def _peopled(self, group: Group, members: Iterable[Person]) -> Group:
        for person in members:
            group.seats(person)
        return group

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        assert self._desk is not None
        spoken = request.match_info["method"]
        name = _SPELLED.get(spoken.lower(), spoken)
        fault = self.faults.due(name.lower())
        if fault is not None and fault.what is not Break.ACCEPTED_THEN_RESET:
            return _broken(request, fault)
        try:
            self._check_token(request)
            call = Call(name, *await _arguments(request))
            result = await self._method(call)(self._desk, call)
        except Refusal as refusal:
            answer = _refused(refusal)
        else:
            answer = _json(200, {"ok": True, "result": result})
        if fault is not None:
            return _broken(request, fault)
        return answer

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise Refusal(401, "Unauthorized")

    def _method(self, call: Call) -> Method:
        method = METHODS.get(call.method)
        if method is None:
            self._untaught(call.method)
            raise Refusal(404, "Not Found: method not found")
        known = PARAMETERS[call.method]
        for name in call.arguments:
            if name not in known:
                self._untaught(f"{call.method}.{name}")
                raise bad_request(f'parameter "{name}" of {call.method} is unknown')
            if name in UNTAUGHT and call.text(name).lower() not in {"", "false"}:
                self._untaught(f"{call.method}.{name}")
                raise bad_request(f'parameter "{name}" of {call.method} was not taught')
        return method

    def _untaught(self, what: str) -> None:
        self.world.untaught.append(what)
        _log.error("THE SANDBOX WAS NEVER TAUGHT %s", what)

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except Refusal as refusal:
            return _refused(refusal)
        fault = self.faults.due("file")
        if fault is not None:
            return _broken(request, fault)
        file = self.world.files.by_path(request.match_info["path"])
        if file is None:
            return _refused(Refusal(404, "Not Found"))
        return web.Response(body=file.data, content_type="application/octet-stream")


async def _arguments(
    request: web.Request,
) -> tuple[Mapping[str, object], Mapping[str, Upload]]:
    arguments: dict[str, object] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.read() or b"{}")
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(body, dict):
            raise bad_request("JSON object expected")
        arguments.update((name, value) for name, value in body.items() if value is not None)
    elif request.body_exists:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                data = value.file.read()
                value.file.close()
                files[name] = Upload(value.filename, value.content_type, data)
            elif isinstance(value, str):
                arguments[name] = value
            else:
                files[name] = Upload(name, "application/octet-stream", bytes(value))
    return arguments, files


def _json(status: int, body: Mapping[str, object]) -> web.Response:
    return web.Response(
        status=status, body=json.dumps(body).encode(), content_type="application/json"
    )


def _refused(refusal: Refusal) -> web.Response:
    body: dict[str, object] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return _json(refusal.code, body)


def _broken(request: web.Request, fault: Fault) -> web.StreamResponse:
    """The answer of a fault; a broken connection has none."""
    if isinstance(fault.what, Break):
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)
    retry_after = fault.retry_after or 1
    words = _STATUS_WORDS.get(fault.what, "Bad Request").format(retry_after=retry_after)
    parameters = {"retry_after": retry_after} if fault.what == 429 else None
    return _refused(Refusal(fault.what, words, parameters))
