"""The Bot API request over a real connection to a small server on loopback."""

import asyncio
import io
import logging
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from socket import SO_LINGER, SOL_SOCKET

import pytest
from aiohttp import web
from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TimedOut

from bot.telegram.api import BotApi
from bot.telegram.request import AiohttpRequest

TOKEN = "123456:a-token-that-nobody-may-read"
SENT = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "text": "x"}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def api(answer: Answer) -> AsyncIterator[str]:
    app = web.Application(client_max_size=2**24)
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def talking(answer: Answer, request: AiohttpRequest | None = None) -> AsyncIterator[Bot]:
    ours = request or AiohttpRequest()
    async with api(answer) as address, ours:
        yield Bot(TOKEN, base_url=f"{address}/bot", base_file_url=f"{address}/file", request=ours)


async def accepted(_: web.Request) -> web.Response:
    return web.json_response({"ok": True, "result": SENT})


def refused(status: int, **said: object) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"ok": False, "error_code": status, **said}, status=status)

    return answer


def reset(request: web.Request) -> None:
    """Close so that the other side reads a reset, not an end."""
    assert request.transport is not None
    socket = request.transport.get_extra_info("socket")
    socket.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()


async def test_a_message_arrives_with_its_words_and_its_buttons() -> None:
    heard: dict[str, str] = {}

    async def answer(request: web.Request) -> web.Response:
        heard.update({name: str(value) for name, value in (await request.post()).items()})
        return await accepted(request)

    async with talking(answer) as bot:
        message = await bot.send_message(7, "Jalan rusak & gelap 🕯", disable_notification=True)

    assert message.message_id == 1
    assert heard == {
        "chat_id": "7",
        "text": "Jalan rusak & gelap 🕯",
        "disable_notification": "true",
    }


async def test_plain_parameters_arrive_as_they_are_and_the_result_comes_back_as_it_is() -> None:
    heard: dict[str, object] = {}

    async def answer(request: web.Request) -> web.Response:
        heard.update(await request.json())
        return await accepted(request)

    async with talking(answer) as bot:
        sent = await BotApi(bot).ask(
            "sendMessage",
            chat_id=7,
            text="Jalan rusak & gelap 🕯",
            reply_markup={"remove_keyboard": True},
            message_thread_id=None,
        )

    assert sent == SENT
    assert heard == {
        "chat_id": 7,
        "text": "Jalan rusak & gelap 🕯",
        "reply_markup": {"remove_keyboard": True},
    }


async def test_what_is_refused_raises_the_same_for_plain_parameters() -> None:
    async with talking(refused(429, description="Flood", parameters={"retry_after": 3})) as bot:
        with pytest.raises(RetryAfter) as slow:
            await BotApi(bot).ask("sendMessage", chat_id=7, text="x")

    assert slow.value.retry_after == timedelta(seconds=3)


async def test_a_file_arrives_whole_beside_its_caption() -> None:
    content = bytes(range(256)) * 8192
    heard: dict[str, object] = {}

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        part = form["document"]
        assert isinstance(part, web.FileField)
        heard.update(caption=form["caption"], name=part.filename, kind=part.content_type)
        heard["content"] = part.file.read()
        return await accepted(request)

    async with talking(answer) as bot:
        await bot.send_document(7, content, caption="Bukti", filename='surat "é" 1%.pdf')

    assert heard == {
        "caption": "Bukti",
        "name": 'surat "é" 1%.pdf',
        "kind": "application/pdf",
        "content": content,
    }


async def test_a_line_break_in_a_name_does_not_end_the_header() -> None:
    heard: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        part = (await request.post())["document"]
        assert isinstance(part, web.FileField)
        heard.append(part.filename)
        return await accepted(request)

    async with talking(answer) as bot:
        await bot.send_document(7, b"x", filename="a\r\nX-Evil: 1\u202efdp.txt")

    assert heard == ["aX-Evil: 1fdp.txt"]


async def test_an_album_carries_each_of_its_pictures() -> None:
    heard: list[bytes] = []

    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        heard.extend(part.file.read() for part in form.values() if isinstance(part, web.FileField))
        return web.json_response({"ok": True, "result": [SENT, SENT]})

    async with talking(answer) as bot:
        sent = await bot.send_media_group(7, [InputMediaPhoto(b"one"), InputMediaPhoto(b"two")])

    assert sorted(heard) == [b"one", b"two"]
    assert len(sent) == 2


async def test_an_open_file_is_sent_without_reading_it_first() -> None:
    heard: list[bytes] = []

    async def answer(request: web.Request) -> web.Response:
        part = (await request.post())["document"]
        assert isinstance(part, web.FileField)
        heard.append(part.file.read())
        return await accepted(request)

    async with talking(answer) as bot:
        opened = InputFile(io.BytesIO(b"words"), filename="a.txt", read_file_handle=False)
        await bot.send_document(7, opened)

    assert heard == [b"words"]


async def test_a_file_can_be_fetched() -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=f"{request.method} {request.path}".encode())

    request = AiohttpRequest()
    async with api(answer) as address, request:
        content = await request.retrieve(f"{address}/file/photo.jpg")

    assert content == b"GET /file/photo.jpg"


async def test_connections_are_kept_and_are_never_more_than_allowed() -> None:
    callers: set[object] = set()

    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        callers.add(request.transport.get_extra_info("peername"))
        await asyncio.sleep(0.01)
        return await accepted(request)

    async with talking(answer, AiohttpRequest(2)) as bot:
        await asyncio.gather(*(bot.send_message(7, str(n)) for n in range(12)))

    assert len(callers) == 2


async def test_a_silent_server_times_out_and_says_that_the_message_may_have_gone() -> None:
    async def answer(_: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    async with talking(answer, AiohttpRequest(read_timeout=0.1)) as bot:
        with pytest.raises(TimedOut, match="may have been carried out"):
            await bot.send_message(7, "x")


async def test_an_answer_that_stops_half_way_times_out() -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.content_length = 100
        await response.prepare(request)
        await response.write(b"{")
        await asyncio.sleep(5)
        return response

    async with talking(answer, AiohttpRequest(read_timeout=0.1)) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(7, "x")


async def test_the_wait_of_one_call_goes_before_the_usual_one() -> None:
    async def answer(request: web.Request) -> web.Response:
        await asyncio.sleep(0.3)
        return await accepted(request)

    async with talking(answer, AiohttpRequest(read_timeout=0.05)) as bot:
        message = await bot.send_message(7, "x", read_timeout=None)

    assert message.message_id == 1


async def test_a_crowded_pool_times_out_and_says_that_nothing_was_sent() -> None:
    entered, leave = asyncio.Event(), asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        entered.set()
        await leave.wait()
        return await accepted(request)

    request = AiohttpRequest(1, connect_timeout=0.05, pool_timeout=0.05)
    async with talking(answer, request) as bot, asyncio.TaskGroup() as group:
        first = group.create_task(bot.send_message(7, "one"))
        await entered.wait()
        with pytest.raises(TimedOut, match="was not sent"):
            await bot.send_message(7, "two")
        leave.set()

    assert first.result().message_id == 1


async def test_a_server_that_reads_nothing_times_out() -> None:
    gone = asyncio.Event()

    async def stuck(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await gone.wait()
        writer.close()

    server = await asyncio.start_server(stuck, "127.0.0.1", 0, limit=1024)
    port = server.sockets[0].getsockname()[1]
    request = AiohttpRequest(read_timeout=0.1, media_write_timeout=0.1)
    async with server, request:
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
        with pytest.raises(TimedOut):
            await bot.send_document(
                7, bytes(2**24), connect_timeout=0.1, pool_timeout=0.1, filename="large.bin"
            )
        gone.set()


async def test_a_reset_connection_is_a_network_error() -> None:
    async def answer(request: web.Request) -> web.Response:
        reset(request)
        return web.Response()

    async with talking(answer) as bot:
        with pytest.raises(NetworkError) as failed:
            await bot.send_message(7, "x")

    assert not isinstance(failed.value, TimedOut)


async def test_a_server_that_is_not_there_is_a_network_error() -> None:
    async with api(accepted) as address:
        gone = address

    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError, match="ClientConnectorError"):
            await Bot(TOKEN, base_url=f"{gone}/bot", request=request).send_message(7, "x")


async def test_a_bad_gateway_without_json_is_a_network_error() -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=502, text="<html>Bad Gateway</html>")

    async with talking(answer) as bot:
        with pytest.raises(NetworkError, match=r"Bad Gateway \(502\)"):
            await bot.send_message(7, "x")


async def test_a_redirect_is_not_followed() -> None:
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=302, headers={"Location": "/elsewhere"})

    async with talking(answer) as bot:
        with pytest.raises(NetworkError):
            await bot.send_message(7, "x")

    assert len(asked) == 1


async def test_what_telegram_refuses_keeps_its_meaning() -> None:
    async with talking(refused(400, description="Bad Request: chat not found")) as bot:
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(7, "x")
    async with talking(refused(429, description="", parameters={"retry_after": 3})) as bot:
        with pytest.raises(RetryAfter) as early:
            await bot.send_message(7, "x")
    async with talking(refused(400, parameters={"migrate_to_chat_id": -1001})) as bot:
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(7, "x")

    assert early.value.retry_after == timedelta(seconds=3)
    assert moved.value.new_chat_id == -1001


async def test_a_request_can_be_closed_twice_and_opened_again() -> None:
    request = AiohttpRequest()

    async with talking(accepted, request) as bot:
        await request.shutdown()
        await request.shutdown()
        with pytest.raises(NetworkError, match="not initialised"):
            await bot.send_message(7, "x")
        await request.initialize()
        await request.initialize()
        message = await bot.send_message(7, "x")

    assert message.message_id == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "http://127.0.0.1:bad", "nonsense"])
async def test_the_token_stands_neither_in_an_error_nor_in_the_log(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with AiohttpRequest() as request:
        bot = Bot(TOKEN, base_url=f"{address}/bot", request=request)
        caplog.set_level(logging.DEBUG)
        with pytest.raises(NetworkError) as failed:
            await bot.send_message(7, "x")

    assert TOKEN not in f"{failed.value!r}{failed.value.__cause__!r}{failed.value.__context__!r}"
    assert TOKEN not in caplog.text


async def test_the_token_does_not_stand_in_the_log_of_what_succeeds(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with talking(accepted) as bot:
        caplog.set_level(logging.DEBUG)
        await bot.send_message(7, "x")

    assert TOKEN not in caplog.text
    assert caplog.records
