"""What the page hears: the whole state first, then every change as it happens."""

import asyncio
import json
from collections.abc import Sequence
from typing import Final

from aiohttp import web

from bot.sandbox.model.changes import Change, ChangeKind
from bot.sandbox.model.chats import Chat
from bot.sandbox.page.stage import Stage
from bot.sandbox.page.views import Json, bot_view, chat_view, message_view, user_view

_LATEST: Final = 400
"""Messages of a chat that the page is given at first."""
_QUIET_SECONDS: Final = 15.0
"""Between signs of life on a silent stream."""
_LAGGING: Final = 500
"""Changes waiting for a slow reader, above which the state is sent anew."""


class Stream:
    """One open page; it follows the world until the page closes."""

    def __init__(self, stage: Stage, run: str, opening: Json) -> None:
        self._stage = stage
        self._world = stage.world
        self._run = run
        self._opening = opening
        self._columns: Sequence[int] = ()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        changes = self._world.subscribe()
        try:
            await self._write(response, [self._state()])
            while True:
                await self._write(response, await self._next(changes))
        except ConnectionError:
            pass
        finally:
            self._world.unsubscribe(changes)
        return response

    async def _next(self, changes: "asyncio.Queue[Change]") -> list[Json]:
        try:
            async with asyncio.timeout(_QUIET_SECONDS):
                batch = [await changes.get()]
        except TimeoutError:
            return []
        while not changes.empty():
            batch.append(changes.get_nowait())
        if len(batch) > _LAGGING or self._columns != self._shown():
            return [self._state()]
        return [event for change in batch if (event := self._event(change))]

    async def _write(self, response: web.StreamResponse, events: list[Json]) -> None:
        lines = f"data: {json.dumps(events, ensure_ascii=False)}\n\n" if events else ":\n\n"
        await response.write(lines.encode("utf-8", "replace"))

    def _shown(self) -> tuple[int, ...]:
        return tuple(chat.id for chat in self._stage.chats())

    def _state(self) -> Json:
        chats = self._stage.chats()
        self._columns = tuple(chat.id for chat in chats)
        return {
            "event": "state",
            "run": self._run,
            **self._opening,
            "now": self._world.clock.now().timestamp(),
            "bot": bot_view(self._world),
            "people": self._people_view(),
            "chats": [self._chat(chat) for chat in chats],
            "messages": {
                str(chat.id): [
                    message_view(message, self._run)
                    for message in list(chat.messages.values())[-_LATEST:]
                ]
                for chat in chats
            },
        }

    def _people_view(self) -> list[Json]:
        return [user_view(user) for user in self._world.users.values() if not user.is_bot]

    def _chat(self, chat: Chat) -> Json:
        return chat_view(self._world, chat, self._stage.label(chat))

    def _event(self, change: Change) -> Json | None:
        chat, message, press = change.chat, change.message, change.press
        if chat is None:
            return {"event": "bot", "bot": bot_view(self._world)}
        if chat.id not in self._columns:
            return None
        found: Json = {"event": change.kind.value, "chat": chat.id}
        match change.kind:
            case ChangeKind.SENT | ChangeKind.EDITED if message is not None:
                found["view"] = self._chat(chat)
                found["message"] = message_view(message, self._run)
            case ChangeKind.DELETED if message is not None:
                found["view"] = self._chat(chat)
                found["id"] = message.id
            case ChangeKind.ANSWERED if press is not None:
                found |= {
                    "id": press.message.id,
                    "user": press.user.id,
                    "name": press.user.name,
                    "data": press.data,
                    "text": press.text,
                    "alert": press.alert,
                    "url": press.url,
                }
            case ChangeKind.TYPING:
                found["action"] = chat.typing
            case ChangeKind.CHAT:
                found["view"] = self._chat(chat)
                found["people"] = self._people_view()
            case _:
                return None
        return found
