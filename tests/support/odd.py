"""Updates that no kind client sends, and the proof that none of them did any harm."""

from bot.domain.people import ChatId
from bot.domain.report import Report
from bot.domain.tracking import read_tracking_number
from bot.sandbox.model.messages import Message
from bot.sandbox.model.wire import Json, chat_json, seconds, user_json
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from tests.support.stage import Stage

_FIRST = 900_000


async def delivers(
    scene: Stage, person: Person, chat: Group | None = None, **content: object
) -> None:
    """Telegram delivers a message of any content, as the Bot API writes it."""
    scene.sandbox.updates.add("message", a_message(scene, person, chat, **content), ("odd", 0))
    await scene.settled()


def a_message(scene: Stage, person: Person, chat: Group | None = None, **content: object) -> Json:
    place = chat.chat if chat else person.chat
    return {
        "message_id": _FIRST + len(place.messages),
        "from": user_json(person.user),
        "chat": chat_json(place),
        "date": seconds(scene.sandbox.clock.now()),
        **content,
    }


async def unharmed(scene: Stage) -> None:
    """Nothing was put aside as unreadable, and nothing was asked of Telegram that it refuses."""
    await scene.settled()
    async with scene.app.storage.reading() as unit:
        assert await unit.inbox.parked() == []
    assert scene.sandbox.world.untaught == []


async def reports_of(scene: Stage, person: Person) -> list[Report]:
    """Every report of somebody, the newest first."""
    async with scene.app.storage.reading() as unit:
        known = await unit.people.with_chat(ChatId(person.id))
        return [] if known is None else await unit.reports.of_reporter(known.id, 0, 100)


async def draft_words(scene: Stage, person: Person) -> str | None:
    """What the draft of somebody says; None where they have none."""
    async with scene.app.storage.reading() as unit:
        known = await unit.people.with_chat(ChatId(person.id))
        draft = None if known is None else await unit.drafts.of(known.id)
        return None if draft is None else draft.text


def from_bot(person: Person) -> list[Message]:
    return [message for message in person.messages if message.from_bot]


def numbers(person: Person) -> set[str]:
    return {n for m in person.messages if m.from_bot and (n := read_tracking_number(m.text))}
