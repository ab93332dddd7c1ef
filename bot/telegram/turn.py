"""One update's turn: its open work, and what is to be shown and said when it is over."""

import json
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from bot.services.work import Work
from bot.ui.screen import Screen, dump_screen
from storage.stores.inbox import InboxRow


@dataclass(slots=True)
class Turn:
    """Collects what a handler leaves behind; everything else is in the unit of work."""

    work: Work
    row: InboxRow
    toast: str = ""
    alert: bool = False
    held: bool = False
    """The row waits for consent and is not done."""
    shown: int = 0
    """How many screens `show` has put in the outbox."""
    released: list[InboxRow] = field(default_factory=list)
    """Rows that were held and may be dealt with now."""
    fault: Exception | None = None

    async def show(
        self, chat: ChatId, screen: Screen, *, edit: int | None = None, thread: int | None = None
    ) -> None:
        """Put a screen in the outbox; `edit` is the message that it changes."""
        row = {"screen": dump_screen(screen), "edit": edit, "thread": thread}
        payload = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
        self.shown += 1
        await self.work.unit.outbox.put(chat, "screen", payload, Urgency.ANSWER, self.work.now)


class Turns:
    """The turns that are under way, by the id of their update."""

    def __init__(self) -> None:
        self._open: dict[int, Turn] = {}

    def begin(self, update: int, turn: Turn) -> None:
        self._open[update] = turn

    def end(self, update: int) -> None:
        self._open.pop(update, None)

    def of(self, update: int) -> Turn:
        return self._open[update]


_Unused = dict[Any, Any]
"""What python-telegram-bot keeps of people and chats: nothing of ours is in there."""


class TurnContext(CallbackContext[ExtBot[None], _Unused, _Unused, Turns]):
    """python-telegram-bot's context, with the turn that the update belongs to."""

    turn: Turn
    __slots__ = ("turn",)

    @classmethod
    def from_update(cls, update: object, application: "TurnApplication") -> "TurnContext":
        context = super().from_update(update, application)
        if isinstance(update, Update):
            context.turn = application.bot_data.of(update.update_id)
        return context


TurnApplication = Application[ExtBot[None], TurnContext, _Unused, _Unused, Turns, None]


async def hand_back(update: object, context: TurnContext) -> None:
    """The error handler: python-telegram-bot swallows exceptions, the inbox must not."""
    if isinstance(update, Update) and isinstance(context.error, Exception):
        context.bot_data.of(update.update_id).fault = context.error
