"""What officers, admins and their reporters do in many scenes."""

import re

from bot.sandbox.model.messages import Message
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from tests.support.stage import Stage

LAMP = "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin"
UNCLEAR = "Tolong dibantu di Cibinong"
_NUMBER = re.compile(r"LPR-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}")


async def files(reporter: Person, words: str = LAMP, *switches: str) -> str:
    """Tell, switch Anonim or Rahasia on, send, and give the number of the receipt."""
    await reporter.says(words)
    await reporter.hears("Laporan Anda")
    for switch in switches:
        await reporter.presses(f"{switch}: tidak")
        await reporter.hears(f"{switch}:")
    await reporter.presses("Kirim")
    receipt = await reporter.hears("Laporan diterima")
    return number_in(receipt)


def number_in(message: Message) -> str:
    found = _NUMBER.search(message.text)
    assert found, message.text
    return found[0]


async def member(scene: Stage, name: str) -> Person:
    """Somebody who has agreed to be known, and has no right at all."""
    return await scene.citizen(name)


async def card_in(scene: Stage, group: Group, number: str) -> Message:
    """The newest card of a report in a group, once everything is settled."""
    await scene.settled()
    return next(
        m for m in reversed(group.messages) if m.from_bot and number in m.text and m.keyboard
    )


def told(person: Person) -> str:
    """Everything that stands in somebody's private chat now, in plain words."""
    return "\n".join(message.text for message in person.messages)


def said_in(group: Group) -> str:
    return "\n".join(message.text for message in group.messages)
