"""A morning in the demo, played on the page: a report, an answer, and what an admin is asked."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PIL import Image

from bot.app import App
from bot.app import opened as started
from bot.demo import AheadClock, demo_settings, set_the_stage
from bot.running import made_key
from bot.sandbox import Sandbox
from bot.sandbox.page import ChatPage
from tests.support.browser import Page, Theme, opened

MORNING: Final = datetime(2026, 11, 24, 2, 10, tzinfo=UTC)
"""Ten past nine in Jakarta, on a Tuesday."""
DESK: Final = (1400, 900)
PHONE: Final = (360, 740)
_COLOURS: Final = 256
NOTE: Final = {"id": "Peragaan, bukan layanan resmi", "en": "A demo, not an official service"}


@asynccontextmanager
async def morning(folder: Path) -> AsyncIterator[tuple[Sandbox, App, ChatPage]]:
    """The bot at work on the morning of the pictures, with an empty page that is still shut."""
    clock = AheadClock()
    await clock.turn((MORNING - datetime.now(UTC)).total_seconds())
    async with (
        Sandbox(clock=clock) as sandbox,
        started(demo_settings(sandbox, folder), key=made_key(folder), clock=clock) as app,
        asyncio.TaskGroup() as tasks,
    ):
        stopped = asyncio.Event()
        tasks.create_task(app.run(stopped))
        try:
            yield sandbox, app, ChatPage(sandbox, title="SP4N-LAPOR!", note=NOTE)
        finally:
            stopped.set()


@asynccontextmanager
async def demo(folder: Path) -> AsyncIterator[tuple[Sandbox, ChatPage]]:
    """The demo with its people, on the morning of the story."""
    async with morning(folder) as (sandbox, app, page):
        await set_the_stage(sandbox, app, page)
        async with page:
            yield sandbox, page


async def take(devtools: str, data: Path, into: Path) -> list[Path]:
    """Plays the story on the page and takes its pictures: desk and telephone, light and dark."""
    async with demo(data) as (sandbox, page), opened(devtools) as tab:
        await _look(tab, DESK)
        await tab.goes_to(page.url)
        citizen, office, admin = await tab.until(
            "(ids => ids.length === 3 && ids)"
            "([...document.querySelectorAll('.column')].map(column => `[id='${column.id}']`))"
        )
        await _report(tab, citizen)
        await _look(tab, PHONE)
        taken = [await picture(tab, into / "phone-light.png")]
        await _look(tab, DESK)
        await tab.clicks(f"{citizen} .key", "Kirim")
        await tab.sees("Laporan diterima", citizen)
        await _answer(tab, office)
        await tab.sees("Petugas mengganti lampu", citizen)
        await _leave_to_the_admin(sandbox)
        await tab.sees("Saran", admin)
        taken.append(await picture(tab, into / "desk-light.png"))
        await _look(tab, DESK, "dark")
        taken.append(await picture(tab, into / "desk-dark.png"))
        await _look(tab, PHONE, "dark")
        taken.append(await picture(tab, into / "phone-dark.png"))
        assert tab.complaints == []
    return taken


async def _report(tab: Page, citizen: str) -> None:
    await tab.clicks(f"{citizen} textarea")
    await tab.types("Lampu jalan mati di depan SDN 3 Cibinong sejak Senin")
    await tab.presses("Enter")
    await tab.clicks(f"{citizen} .key", "Setuju")
    await tab.sees("Diteruskan ke", citizen)


async def _answer(tab: Page, office: str) -> None:
    """The officer takes the report on, and replies to the question what to answer."""
    await tab.clicks(f"{office} .key", "Terima")
    await tab.sees("diterima oleh", office)
    await tab.clicks(f"{office} .key", "Jawab")
    await tab.sees("Tulis jawaban", office)
    await tab.clicks(f"{office} textarea")
    await tab.presses("ArrowUp")
    await tab.presses("r")
    await tab.types("Petugas mengganti lampu besok pagi.")
    await tab.presses("Enter")
    await tab.clicks(f"{office} .key", "Kirim ke pelapor")


async def _leave_to_the_admin(sandbox: Sandbox) -> None:
    """Somebody else writes what no agency can be told from."""
    tono = sandbox.person("Tono")
    await tono.says("Pelayanan di kantor Cibinong lama, saya disuruh kembali sampai tiga kali")
    await tono.presses("Setuju")
    await tono.presses("Kirim")
    await tono.hears("Laporan diterima")


async def _look(tab: Page, size: tuple[int, int], theme: Theme = "light") -> None:
    width, height = size
    await tab.looks(width=width, height=height, theme=theme)


async def picture(tab: Page, path: Path) -> Path:
    """A picture after everything on the page has come to rest, in few colours to be small."""
    await tab.evaluate("document.activeElement?.blur()")
    await tab.call("Input.dispatchMouseEvent", type="mouseMoved", x=0, y=0)
    await tab.until(
        "!document.getAnimations().length"
        " && !document.querySelector('[aria-busy], .scrolling, .toast:not([hidden])')"
    )
    await tab.picture(path)
    with Image.open(path) as seen:
        small = seen.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    return path
