"""The training on the demo's page: the trainer's chat beside the desks where the work is done."""

from collections.abc import Callable
from pathlib import Path

from bot.app import App
from bot.demo import theatre
from bot.sandbox.page import ChatPage
from bot.sandbox.server import Sandbox
from bot.training.course import load_course
from bot.training.room import Room
from bot.training.trainer import Trainer

_TITLES = {"id": "Pelatih", "en": "Trainer"}
_LABEL = {"id": "Latihan", "en": "Training"}


async def perform(folder: Path, port: int, language: str, say: Callable[[str], None]) -> None:
    """Run the training until it is interrupted."""
    async with theatre(folder, port) as stage:
        trainer = await set_up(stage.sandbox, stage.app, stage.page, language)
        async with stage.page:
            say(f"Data: {folder}")
            say(f"Chat page: {stage.page.url}")
            say("Stop with Ctrl-C.")
            training = stage.tasks.create_task(trainer.run(load_course()))
            await stage.stopped.wait()
            training.cancel()


async def set_up(sandbox: Sandbox, app: App, page: ChatPage, language: str) -> Trainer:
    """Place the trainer's chat and the officer's desk on the page."""
    say = app.texts.speech(language)
    room = Room(sandbox, app, page, say)
    group = sandbox.group(_TITLES.get(say.language, _TITLES["id"]))
    page.place(group, _LABEL)
    group.seats(await room.open())
    return Trainer(sandbox, room, group, say)
