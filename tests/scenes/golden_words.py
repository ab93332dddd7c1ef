"""Scenes without a press: everything is typed, in everyday words."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tests.scenes.golden_voices import LAMP

if TYPE_CHECKING:
    from tests.scenes.golden import Play

Scene = Callable[["Play"], Awaitable[None]]
HOLE = "Jalan berlubang di depan pasar sejak Senin"


async def said_in_words(play: "Play") -> None:
    """From the greeting to the stars without a button."""
    group, (budi,) = await play.office()
    sari = await play.newcomer("Sari")
    for words in ("mau lapor min", "setuju", LAMP, "anonim", "makasih", "kirim"):
        await play.says(sari, words)
    await play.presses(budi, "button-settle", chat=group)
    await play.says(budi, "Lampu sudah diganti.", to=group.latest, chat=group)
    await play.presses(budi, "button-send-reporter", chat=group)
    for words in ("sudah beres", "5", "Cepat sekali."):
        await play.says(sari, words)


async def thrown_away_in_words(play: "Play") -> None:
    sari = await play.person("Sari")
    for words in (HOLE, "gak tau", "batal", "kembali", "gak jadi", "ya"):
        await play.says(sari, words)


async def talk_with_the_bot(play: "Play") -> None:
    """What is said to the bot itself begins no report."""
    sari = await play.person("Sari")
    for words in (
        "kapan laporan saya selesai?",
        "mau bicara sama orang, bukan robot",
        "hapus semua data saya",
        "terima kasih",
    ):
        await play.says(sari, words)


async def greetings_first(play: "Play") -> None:
    """Who greets, and greets again, and then tells, is answered by one card."""
    sari = await play.newcomer("Mbah Sum")
    for words in ("asalamualaikum", "nak", "mau lapor", "jalan", "jalan rusak", "sdh lama"):
        await play.says(sari, words)
    await play.presses(sari, "button-agree")
    await sari.hears(play.label("ask-place"))
    await play.stage.settled()
    for words in ("cibinong", "🙏", "kirim", "gmn nak", "??", "terima kasih nak"):
        await play.says(sari, words)


async def a_photo_and_its_words(play: "Play") -> None:
    sari = await play.person("Sari")
    await sari.sends_photo()
    await play.says(sari, LAMP)
    await asyncio.sleep(1.7)
    await play.stage.settled()


async def corrected_in_words(play: "Play") -> None:
    sari = await play.person("Sari")
    for words in (
        "Lampu jalan mati di Cibinong sejak kemarin",
        "bukan di cibinong, di citeureup",
        "salah, bukan di Citeureup, di Jonggol",
        "bukan di Jonggol, di Citeureup",
        "bukan kemarin, sejak Jumat",
    ):
        await play.says(sari, words)


SCENES: tuple[Scene, ...] = (
    said_in_words,
    thrown_away_in_words,
    talk_with_the_bot,
    greetings_first,
    a_photo_and_its_words,
    corrected_in_words,
)
