"""The training as a new officer sees it: the first report accepted, the second one answered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.sandbox.page import ChatPage
from bot.training.course import load_course
from bot.training.performing import set_up
from tests.pictures.taking import DESK, morning, picture
from tests.support.browser import opened


@asynccontextmanager
async def classroom(folder: Path) -> AsyncIterator[ChatPage]:
    """The training's page, on the morning of the pictures."""
    async with (
        morning(folder) as (sandbox, app, page),
        asyncio.TaskGroup() as tasks,
    ):
        trainer = await set_up(sandbox, app, page, "id")
        training = tasks.create_task(trainer.run(load_course()))
        try:
            async with page:
                yield page
        finally:
            training.cancel()


async def take_training(devtools: str, data: Path, into: Path) -> Path:
    """Play the first two reports on the page, by its buttons, and take the picture."""
    async with classroom(data) as page, opened(devtools) as tab:
        width, height = DESK
        await tab.looks(width=width, height=height)
        await tab.goes_to(page.url)
        trainer, officer = await tab.until(
            "(ids => ids.length === 2 && ids)"
            "([...document.querySelectorAll('.column')].map(column => `[id='${column.id}']`))"
        )
        await tab.sees("Laporan 1 dari 10", trainer)
        await tab.clicks(f"{officer} .key", "Terima")
        await tab.sees("Laporan 2 dari 10", trainer)
        await tab.clicks(f"{officer} .row:last-child .key, {officer} .key", "Jawab")
        await tab.sees("Tulis jawaban", officer)
        await tab.clicks(f"{officer} textarea")
        await tab.types("Teknisi kami memperbaikinya sore ini juga.")
        await tab.presses("Enter")
        await tab.clicks(f"{officer} .key", "Kirim ke pelapor")
        await tab.sees("Laporan 3 dari 10", trainer)
        await tab.sees("Rambu lalu lintas dekat sekolah", officer)
        taken = await picture(tab, into / "training-light.png")
        assert tab.complaints == []
    return taken
