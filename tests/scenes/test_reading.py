"""What comes in while the program begins, and reads what was left, is not skipped."""

import asyncio
from pathlib import Path

from bot.app import opened
from bot.routing.router import Router
from bot.sandbox.server import Sandbox
from storage.seal import Key
from tests.support.gate import Gate
from tests.support.stage import settings_for


async def test_an_update_committed_while_the_inbox_is_read_is_answered_in_its_turn(
    tmp_path: Path, router: Router
) -> None:
    async with (
        Sandbox() as sandbox,
        opened(settings_for(sandbox, tmp_path), key=Key.generate(), router=router) as app,
    ):
        sari, joko = sandbox.person("Sari"), sandbox.person("Joko")
        for person in (sari, joko):
            await person.says("/start")
        early, late = (update.json() for update in sandbox.updates.pending)
        await app.inbox.accept([early])
        gate = Gate(app.storage)
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(app.inbox.run()), tasks.create_task(app.delivery.run())]
            await gate.reached()

            await app.inbox.accept([late])
            gate.open()
            await sari.hears("Selamat datang")
            await joko.hears("Selamat datang")
            await app.settled()

            for task in running:
                task.cancel()
        async with app.storage.reading() as unit:
            left = await unit.inbox.waiting(9)
    assert left == []
    assert [sum(m.from_bot for m in person.messages) for person in (sari, joko)] == [1, 1]
