"""The page's own little web site, on loopback beside the Bot API."""

import asyncio
import hashlib
import html
import ipaddress
import json
import secrets
from contextlib import AsyncExitStack
from importlib.resources import files
from mimetypes import guess_type
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.page.acts import ACTS, TurningClock
from bot.sandbox.page.form import Refused, read_form
from bot.sandbox.page.stage import Stage, Unknown
from bot.sandbox.page.stream import Stream
from bot.sandbox.page.views import Json, Words
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox

_LARGEST_BODY: Final = 64 * 1024 * 1024
_SHOWN_IN_PLACE: Final = ("photos/", "videos/", "voice/", "video_notes/", "stickers/")
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' blob: data:; media-src 'self' blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


class ChatPage:
    """The chat page of a sandbox, served at 127.0.0.1 while the context is open.

    `title` stands at the top; `note` beside it, by language code ("id", "en").
    `zone` is the IANA time zone in which times are shown; `port` 0 takes a free one.
    A sandbox whose clock has `async turn(seconds)` gets buttons that set it forward.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        *,
        title: str,
        note: Words | None = None,
        zone: str = "Asia/Jakarta",
        port: int = 0,
    ) -> None:
        self._stage = Stage(sandbox)
        self._assets = _Assets(title)
        self._run = secrets.token_hex(6)
        self._opening: Json = {
            "build": self._assets.build,
            "title": title,
            "note": dict(note or {}),
            "zone": zone,
            "turns": isinstance(sandbox.clock, TurningClock),
        }
        self._streams: set[asyncio.Task[object]] = set()
        self._port = port
        self._open = AsyncExitStack()
        self.app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[_guarded])
        self.app.add_routes(
            [
                web.get("/", self._index),
                web.get("/static/{build}/{path:.+}", self._asset),
                web.get("/events", self._events),
                web.get("/file/{run}/{path:.+}", self._file),
                web.post("/do/{act}", self._act),
            ]
        )
        self.app.on_shutdown.append(self._end_streams)

    def place(self, who: Person | Group, label: Words | None = None) -> None:
        """Gives somebody a column, after those placed before; `label` says who they are.

        Where nobody is placed, everybody in the world has a column.
        """
        self._stage.place(who, label)

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            runner = web.AppRunner(
                self.app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5
            )
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, "127.0.0.1", self._port).start()
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
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    async def _index(self, _: web.Request) -> web.Response:
        return web.Response(
            text=self._assets.index,
            content_type="text/html",
            headers={"Cache-Control": "no-store", "Content-Security-Policy": _POLICY},
        )

    async def _asset(self, request: web.Request) -> web.Response:
        found = self._assets.files.get(request.match_info["path"])
        if found is None or request.match_info["build"] != self._assets.build:
            raise web.HTTPNotFound
        body, mime = found
        return web.Response(
            body=body,
            content_type=mime,
            charset="utf-8",
            headers={"Cache-Control": "public, max-age=31536000, immutable"},
        )

    async def _file(self, request: web.Request) -> web.Response:
        """A file that somebody sent; only pictures and sound open in the page itself."""
        path = request.match_info["path"]
        file = self._stage.world.files.by_path(path)
        if file is None or request.match_info["run"] != self._run:
            raise web.HTTPNotFound
        headers = {
            "Cache-Control": "private, max-age=31536000, immutable",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }
        mime = "application/octet-stream"
        if path.startswith(_SHOWN_IN_PLACE):
            mime = file.mime or mime
        else:
            headers["Content-Disposition"] = "attachment"
        return _part(request, file.data, mime, headers)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        task = asyncio.current_task()
        assert task is not None
        self._streams.add(task)
        try:
            return await Stream(self._stage, self._run, self._opening).serve(request)
        finally:
            self._streams.discard(task)

    async def _end_streams(self, _: web.Application) -> None:
        for task in list(self._streams):
            task.cancel()

    async def _act(self, request: web.Request) -> web.Response:
        act = ACTS.get(request.match_info["act"])
        if act is None:
            raise web.HTTPNotFound
        try:
            result = await act(await read_form(self._stage, request))
        except Refused as refused:
            return _answer(409, {"refused": str(refused)})
        except Unknown as unknown:
            return _answer(404, {"refused": "unknown", "detail": str(unknown)})
        except ValueError as error:
            return _answer(409, {"refused": "impossible", "detail": str(error)})
        return _answer(200, result or {})


class _Assets:
    """The page's files, read once; the build's name changes whenever one of them does."""

    def __init__(self, title: str) -> None:
        root = Path(str(files(__package__))) / "static"
        self.files: dict[str, tuple[bytes, str]] = {}
        digest = hashlib.sha256()
        for path in sorted(root.rglob("*")):
            if path.is_file():
                body = path.read_bytes()
                digest.update(body)
                mime = guess_type(path.name)[0] or "application/octet-stream"
                self.files[path.relative_to(root).as_posix()] = (body, mime)
        self.build = digest.hexdigest()[:12]
        page = self.files.pop("index.html")[0].decode("utf-8")
        self.index = page.replace("$title", html.escape(title)).replace("$build", self.build)


def _answer(status: int, body: Json) -> web.Response:
    return web.Response(
        status=status,
        body=json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _part(request: web.Request, data: bytes, mime: str, headers: dict[str, str]) -> web.Response:
    """The stretch of a file that is asked for: players look for the end of a sound first."""
    headers["Accept-Ranges"] = "bytes"
    try:
        start, stop, _ = request.http_range.indices(len(data))
    except ValueError:
        raise web.HTTPRequestRangeNotSatisfiable from None
    status = 200
    if "Range" in request.headers:
        if start >= stop:
            raise web.HTTPRequestRangeNotSatisfiable
        status = 206
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(data)}"
    return web.Response(status=status, body=data[start:stop], content_type=mime, headers=headers)


@web.middleware
async def _guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keeps other sites' pages out: no foreign origin, no foreign name for this machine."""
    origin = request.headers.get("Origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.host
    if foreign or not _names_this_machine(request.host):
        raise web.HTTPForbidden
    response = await handler(request)
    if not response.prepared:
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _names_this_machine(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost"
    return True
