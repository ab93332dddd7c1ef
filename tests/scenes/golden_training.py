"""The training as a golden transcript: what the trainer says to somebody who does it right."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.sandbox.page import ChatPage
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import Patience
from bot.training.course import load_course
from bot.training.performing import set_up
from bot.ui import training

if TYPE_CHECKING:
    from tests.scenes.golden import Play

Scene = Callable[["Play"], Awaitable[None]]
PATIENCE = 30.0


async def hears(chat: Group, words: str) -> None:
    """Wait until the trainer has said something."""
    async with Patience(PATIENCE, f"the learner waits for {words!r}", chat.chat):
        while not any(words in message.text for message in chat.messages):
            await chat.chat.pulse.wait()


def found(play: "Play", name: str) -> Person:
    """Somebody of the training by their name."""
    world = play.stage.sandbox.world
    return Person(world, next(user for user in world.users.values() if user.name == name))


async def ten_made_up_reports(play: "Play") -> None:
    """Each step as it is wanted; only the trainer's chat is shown."""
    stage, say = play.stage, play.say
    page = ChatPage(stage.sandbox, title="SP4N-LAPOR!")
    trainer = await set_up(stage.sandbox, stage.app, page, say.language)
    chats = stage.sandbox.world.chats.values()
    group = Group(stage.sandbox.world, next(chat for chat in chats if not chat.private))
    play.chats.append(group)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(trainer.run(load_course()))
        await _work(play, group)
        running.cancel()


async def _work(play: "Play", group: Group) -> None:
    for number, work in enumerate(_WORK, 1):
        head = play.say("training-report", count=number, total=10, name="", number="")
        await hears(group, head.partition("</b>")[0].removeprefix("<b>"))
        await work(play, group)
    await hears(group, play.say("training-end", count=10, times=0, whole=0).partition("\n")[2])


async def _writes(play: "Play", key: str, words: str) -> None:
    budi = found(play, "Budi")
    await play.presses(budi, key)
    await play.says(budi, words)
    await play.presses(budi, "button-send-reporter")


async def _accepts(play: "Play", _: Group) -> None:
    await play.presses(found(play, "Budi"), "button-take")


async def _answers(play: "Play", _: Group) -> None:
    await _writes(play, "button-answer", "Teknisi kami memperbaikinya sore ini juga.")


async def _asks(play: "Play", group: Group) -> None:
    await _writes(play, "button-ask", "Sekolah yang mana?")
    await hears(group, training.task(play.say, "asked", "Dewi").partition(",")[0])
    await _writes(play, "button-answer", "Rambunya kami pasang lagi hari Kamis.")


async def _hands_back(play: "Play", _: Group) -> None:
    for key in ("button-hand-back", "button-back-o", "button-unknown"):
        await play.presses(found(play, "Budi"), key)


async def _settles(play: "Play", _: Group) -> None:
    await _writes(play, "button-settle", "Zebra cross sudah kami cat ulang tadi pagi.")


async def _settles_and_goes_on(play: "Play", group: Group) -> None:
    await _writes(play, "button-settle", "Lampunya sudah kami ganti semalam.")
    await hears(group, training.task(play.say, "again", "Rudi").partition(".")[0])
    await _writes(play, "button-answer", "Sisi selatan kami kerjakan besok pagi.")


async def _notes(play: "Play", _: Group) -> None:
    budi = found(play, "Budi")
    await play.presses(budi, "button-more")
    await play.presses(budi, "button-note")
    await play.says(budi, "Polisi ikut menertibkan, kepastiannya besok.")


async def _verifies(play: "Play", _: Group) -> None:
    """The first button of the card: how it is called depends on how sure the routing has become."""
    await play.stage.settled()
    ratna = found(play, "Ratna")
    assert ratna.screen
    await play.presses(ratna, "", label=ratna.screen.buttons[0])


async def _overrides(play: "Play", _: Group) -> None:
    await play.presses(found(play, "Ratna"), "", label="Dinas Lingkungan Hidup Kab. Bogor")


async def _sends_to_the_inspectorate(play: "Play", _: Group) -> None:
    await play.presses(found(play, "Ratna"), "button-approve")


_WORK = (
    _accepts,
    _answers,
    _asks,
    _hands_back,
    _settles,
    _settles_and_goes_on,
    _notes,
    _verifies,
    _overrides,
    _sends_to_the_inspectorate,
)

SCENES: tuple[Scene, ...] = (ten_made_up_reports,)
