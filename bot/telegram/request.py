"""The Bot API over aiohttp: python-telegram-bot's request, without its client that logs the token.

No exception from here carries an address or a cause, for both hold the token.
"""

import asyncio
import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Plain:
    """Parameters that are JSON already, where python-telegram-bot's final class has a form.

    The answer is short, so it is waited for as a whole: one timer instead of four.
    """

    parameters: Mapping[str, object]

    contains_files = False


class AiohttpRequest(BaseRequest):
    """One pool of kept-alive connections; every wait is in seconds, None waits without end.

    The read timeout counts from the last byte that came, so a large download may take longer.
    Its default is patient: an answer given up on has often been carried out.
    """

    __slots__ = (
        "_connect_timeout",
        "_connections",
        "_media_write_timeout",
        "_pool_timeout",
        "_read_timeout",
        "_session",
        "_write_timeout",
    )

    def __init__(
        self,
        connections: int = 100,
        *,
        read_timeout: float | None = 20.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 60.0,
    ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """In seconds, as python-telegram-bot adds it to a long poll."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; a second call changes nothing.

        From here on python-telegram-bot tells `retry_after` and durations as a timedelta; otherwise
        every wait that Telegram asks for comes with a warning.
        """
        os.environ.setdefault("PTB_TIMEDELTA", "true")
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the pool, with whatever is under way in it."""
        if self._session is not None:
            await self._session.close()

    async def ask(self, url: str, parameters: Mapping[str, object]) -> Any:  # noqa: ANN401 - JSON
        """Post parameters as they are and give the result; errors are those of `post`."""
        return await self.post(url, cast("RequestData", Plain(parameters)))

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | Plain | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send, and give status and body.

        Raises TimedOut, which says whether the request was sent, or NetworkError.
        """
        if self._session is None or self._session.closed:
            raise RuntimeError("this request is not initialised")
        uploads = request_data is not None and request_data.contains_files
        read = seconds(read_timeout, self._read_timeout)
        write = seconds(
            write_timeout, self._media_write_timeout if uploads else self._write_timeout
        )
        connect = seconds(connect_timeout, self._connect_timeout)
        connected = total(seconds(pool_timeout, self._pool_timeout), connect)
        waits = aiohttp.ClientTimeout(sock_connect=connect)
        if not isinstance(request_data, Plain):
            waits = aiohttp.ClientTimeout(connect=connected, sock_connect=connect, sock_read=read)
        failure: TelegramError
        try:
            # Redirects are not followed: the address is the token, and belongs to one server.
            async with asyncio.timeout(total(connected, write, read)):
                response = await self._session.request(
                    method,
                    url,
                    data=body(request_data),
                    headers=None if uploads else headers(request_data),
                    timeout=waits,
                    allow_redirects=False,
                )
            async with response:
                return response.status, await response.read()
        except aiohttp.ConnectionTimeoutError:
            failure = TimedOut("No connection in time; the request was not sent")
        except TimeoutError:
            failure = TimedOut("No answer in time; the request may have been carried out")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = NetworkError(f"aiohttp.{type(error).__name__}")
        raise failure


def seconds(given: object, usual: float | None) -> float | None:
    """The wait asked for in this call, or the usual one."""
    return float(given) if isinstance(given, int | float) else None if given is None else usual


def total(*waits: float | None) -> float | None:
    """Waits one after another; without end when one of them is."""
    known = [wait for wait in waits if wait is not None]
    return sum(known) if len(known) == len(waits) else None


def headers(request_data: RequestData | Plain | None) -> Mapping[str, str] | None:
    """What the body is, where it has no files in it."""
    if request_data is None:
        return None
    return JSON if isinstance(request_data, Plain) else FORM


def body(request_data: RequestData | Plain | None) -> aiohttp.FormData | bytes | None:
    """The parameters as JSON or as a form, in parts when there are files among them."""
    if request_data is None:
        return None
    if isinstance(request_data, Plain):
        return json.dumps(request_data.parameters).encode()
    if not request_data.contains_files:
        return request_data.url_encoded_parameters().encode()
    # Telegram takes a file's name as it stands and does not undo percent signs; a line break in it
    # would end the header.
    form = aiohttp.FormData(quote_fields=False)
    for name, text in request_data.json_parameters.items():
        form.add_field(name, text)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        part = io.BytesIO(content) if isinstance(content, bytes) else content
        shown = "".join(mark for mark in filename if mark.isprintable())
        form.add_field(name, part, filename=shown, content_type=kind)
    return form
