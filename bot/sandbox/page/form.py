"""What the page sends along when somebody does something: fields and files."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox.model.chats import Chat
from bot.sandbox.model.messages import Message
from bot.sandbox.page.stage import Player, Stage
from bot.sandbox.people.group import Group


class Refused(ValueError):
    """What somebody wants to do cannot be done here; the reason is a short code."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file from the page."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Form:
    """One wish from the page, and the stage that it is about."""

    stage: Stage
    fields: dict[str, str]
    files: Sequence[Sent]

    def text(self, name: str) -> str:
        return self.fields.get(name, "").strip()

    def number(self, name: str) -> int | None:
        given = self.text(name)
        return int(given) if given else None

    def degrees(self, name: str, limit: float) -> float:
        value = float(self.text(name))
        if not -limit <= value <= limit:
            raise Refused("place")
        return value

    @property
    def chat(self) -> Chat:
        return self.stage.chat(int(self.text("chat")))

    @property
    def group(self) -> Group | None:
        """The group it happens in; None in a private chat."""
        return self.stage.group(self.chat)

    @property
    def whole_group(self) -> Group:
        group = self.group
        if group is None:
            raise Refused("group")
        return group

    @property
    def player(self) -> Player:
        """Who does it, looking at the topic that is open before them."""
        player = self.stage.player(int(self.text("as")))
        player.topic = self.number("thread")
        return player

    @property
    def answered(self) -> Message | None:
        number = self.number("reply")
        return None if number is None else self.stage.message(self.chat, number)

    @property
    def message(self) -> Message:
        return self.stage.message(self.chat, int(self.text("message")))


async def read_form(stage: Stage, request: web.Request) -> Form:
    fields: dict[str, str] = {}
    files = []
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files.append(Sent(value.filename, value.content_type, value.file.read()))
            value.file.close()
        elif isinstance(value, str):
            fields[name] = value
    return Form(stage, fields, files)
