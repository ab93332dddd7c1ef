"""What a person finds in a chat, and how long they look for it."""

import asyncio
from types import TracebackType

from bot.sandbox.model.chats import Chat
from bot.sandbox.model.messages import Button, Message
from bot.sandbox.transcript import transcript


class NothingHeard(AssertionError):
    """The bot did not do what a person waited for; the message holds the end of the chat."""


class Patience:
    """Real seconds that a person waits for something; running out shows the chat."""

    def __init__(self, seconds: float, what: str, chat: Chat) -> None:
        self._timeout = asyncio.timeout(seconds)
        self._words = f"{what} in vain ({seconds:g} s)"
        self._chat = chat

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            await self._timeout.__aexit__(kind, error, trace)
        except TimeoutError:
            told = transcript(self._chat).splitlines()[-60:]
            raise NothingHeard("\n".join([f"{self._words}. The chat:", "", *told])) from None


def button_for(
    chat: Chat, label: str, on: Message | None = None
) -> tuple[Message | None, Button] | None:
    """The newest button that reads, or begins with, `label`, and its message.

    The message is None for a button of the reply keyboard.
    """
    if on is not None:
        message = on.chat.messages.get(on.id, on)
        button = _labelled(message.keyboard.buttons, label) if message.keyboard else None
        return None if button is None else (message, button)
    shown = chat.keyboard
    for message in reversed(chat.messages.values()):
        if shown is not None and message.id <= shown[0]:
            button = _labelled(shown[1].buttons, label)
            if button is not None:
                return None, button
            shown = None
        if message.keyboard is not None:
            button = _labelled(message.keyboard.buttons, label)
            if button is not None:
                return message, button
    button = _labelled(shown[1].buttons, label) if shown is not None else None
    return None if button is None else (None, button)


def changed_since(chat: Chat, stamp: int, text: str | None) -> Message | None:
    """The bot's message sent or edited last after `stamp`, holding `text` where that is given."""
    for number in reversed(chat.by_change):
        if chat.by_change[number] <= stamp:
            return None
        message = chat.messages[number]
        if text is None or text in message.text:
            return message
    return None


def _labelled(buttons: tuple[Button, ...], label: str) -> Button | None:
    exact = next((button for button in buttons if button.text == label), None)
    return exact or next((button for button in buttons if button.text.startswith(label)), None)
