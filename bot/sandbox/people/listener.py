"""What a person sees and hears of the bot."""

from bot.sandbox.model.changes import Press
from bot.sandbox.model.chats import Chat, User
from bot.sandbox.model.messages import Message
from bot.sandbox.people.group import Group
from bot.sandbox.people.sight import Patience, changed_since
from bot.sandbox.world import World


class Tally:
    """What a person had to do: messages sent and buttons pressed."""

    def __init__(self) -> None:
        self.messages = 0
        self.taps = 0

    def reset(self) -> None:
        self.messages = self.taps = 0


class Listener:
    """Somebody in front of the screen: reads what stands there and waits for what comes."""

    def __init__(self, world: World, user: User) -> None:
        self._world = world
        self.user = user
        self.counts = Tally()
        self.pressed: Press | None = None
        self.followed: str | None = None
        self._heard_until: dict[int, int] = {}
        self._albums: dict[str, str] = {}

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self._world.chats[self.user.id]

    @property
    def messages(self) -> list[Message]:
        """The private chat, oldest first."""
        return list(self.chat.messages.values())

    @property
    def latest(self) -> Message | None:
        """The bot's newest message in the private chat."""
        return next((m for m in reversed(self.chat.messages.values()) if m.from_bot), None)

    @property
    def screen(self) -> Message | None:
        """The bot's newest message with inline buttons."""
        return next((m for m in reversed(self.chat.messages.values()) if m.keyboard), None)

    @property
    def buttons(self) -> list[str]:
        """Labels that can be pressed: those of the screen, then those of the reply keyboard."""
        labels = self.screen.buttons if self.screen else []
        if self.chat.keyboard is not None:
            labels += [button.text for button in self.chat.keyboard[1].buttons]
        return labels

    def sees(self, text: str) -> bool:
        """Whether a message with this plain text stands in the private chat."""
        return any(text in message.text for message in self.chat.messages.values())

    def transcript(self, *, final: bool = False) -> str:
        return self._world.transcript(self.chat, final=final)

    async def hears(
        self,
        text: str | None = None,
        *,
        timeout: float = 15.0,  # noqa: ASYNC109 - real seconds that a person waits
        chat: Group | None = None,
    ) -> Message:
        """Waits until the bot sent or edited a message here since their last act.

        With `text`, until such a message holds that plain text; returns the one changed last.
        """
        place = chat.chat if chat is not None else self.chat

        async def heard() -> Message:
            while (found := changed_since(place, self._heard_until.get(place.id, 0), text)) is None:
                await place.pulse.wait()
            return found

        what = f"{self.name} waits for {'an answer' if text is None else repr(text)}"
        async with Patience(timeout, what, place):
            return await heard()

    async def answered(
        self,
        *,
        timeout: float = 15.0,  # noqa: ASYNC109 - real seconds that a person waits
    ) -> Press:
        """Waits until the bot answers the last press."""
        press = self.pressed
        if press is None:
            raise ValueError(f"{self.name} has pressed nothing")
        place = press.message.chat
        what = f"{self.name} waits for an answer to [{press.label}]"
        async with Patience(timeout, what, place):
            while not press.answered:
                await place.pulse.wait()
        return press

    def _act(self, chat: Chat) -> None:
        """From here on, what the bot does in this chat is news."""
        last = next(reversed(chat.by_change), None)
        self._heard_until[chat.id] = 0 if last is None else chat.by_change[last]
