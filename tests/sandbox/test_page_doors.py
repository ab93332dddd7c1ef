"""Who may reach the chat page, and what it hands out."""

import asyncio
import json
from typing import Any

import aiohttp

from bot.sandbox import Person, Sandbox
from bot.sandbox.page import ChatPage


async def first_event(page: ChatPage, session: aiohttp.ClientSession) -> Any:
    async with asyncio.timeout(5), session.get(f"{page.url}events") as answer:
        line = await answer.content.readline()
    return json.loads(line.removeprefix(b"data: "))[0]


async def test_a_page_from_elsewhere_can_do_nothing_here(sandbox: Sandbox, siti: Person) -> None:
    async with ChatPage(sandbox, title="Peragaan") as page, aiohttp.ClientSession() as session:
        act = {"chat": siti.id, "as": siti.id, "text": "Bukan saya"}
        elsewhere = {"Origin": "https://example.org"}
        async with session.post(f"{page.url}do/say", data=act, headers=elsewhere) as answer:
            posted = answer.status
        async with session.get(page.url, headers={"Host": "example.org"}) as answer:
            renamed = answer.status

    assert (posted, renamed) == (403, 403)
    assert [m.text for m in siti.messages] == ["Halo"]


async def test_a_file_that_could_run_is_only_handed_out_for_saving(
    sandbox: Sandbox, siti: Person
) -> None:
    await siti.sends_document(b"<script>alert(1)</script>", name="surat.html")

    async with ChatPage(sandbox, title="Peragaan") as page, aiohttp.ClientSession() as session:
        state = await first_event(page, session)
        media = state["messages"][str(siti.id)][-1]["media"]
        async with session.get(f"{page.url.rstrip('/')}{media['url']}") as answer:
            headers = answer.headers

    assert headers["Content-Disposition"] == "attachment"
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_only_who_is_placed_has_a_column_and_a_group_keeps_its_own(
    sandbox: Sandbox, siti: Person, budi: Person
) -> None:
    group = sandbox.group("Dishub", members=[budi])

    async with ChatPage(sandbox, title="Peragaan") as page, aiohttp.ClientSession() as session:
        page.place(group, {"id": "Petugas"})
        page.place(siti)
        await group.becomes_forum()
        state = await first_event(page, session)

    assert [chat["id"] for chat in state["chats"]] == [group.id, siti.id]
    assert state["chats"][0]["label"] == {"id": "Petugas"}


async def test_what_cannot_be_done_is_refused_with_its_reason(
    sandbox: Sandbox, siti: Person
) -> None:
    async with ChatPage(sandbox, title="Peragaan") as page, aiohttp.ClientSession() as session:

        async def does(act: str, **fields: object) -> tuple[int, Any]:
            data = {name: str(value) for name, value in fields.items()}
            async with session.post(f"{page.url}do/{act}", data=data) as answer:
                return answer.status, (await answer.json())["refused"]

        me = {"chat": siti.id, "as": siti.id}
        found = [
            await does("press", **me, message=siti.messages[0].id, data="x"),
            await does("pin", **me, latitude=91, longitude=0),
            await does("say", chat=1, **{"as": siti.id}, text="Halo"),
            await does("say", **me, text=""),
            await does("add-bot", **me),
            await does("turn", seconds=-5),
        ]

    assert found == [
        (409, "gone"),
        (409, "place"),
        (404, "unknown"),
        (409, "impossible"),
        (409, "group"),
        (409, "clock"),
    ]
