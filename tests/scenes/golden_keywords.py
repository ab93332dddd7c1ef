"""Scenes of an admin who asks why, and who tries and saves a keyword."""

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.scenes.golden import Play

Scene = Callable[["Play"], Awaitable[None]]


async def why(play: "Play") -> None:
    ratna = await play.admin()
    sari = await play.person("Sari")
    await play.files(sari)
    play.begins(ratna)
    play.begins(sari)
    number = re.search(r"LPR-\S+", sari.transcript())
    assert number
    await play.says(ratna, f"/kenapa {number[0].strip('`')}")


async def a_keyword_tried_and_saved(play: "Play") -> None:
    ratna = await play.admin()
    sari = await play.person("Sari")
    await play.files(sari, "Plang hijau roboh di Cibinong, Kabupaten Bogor")
    play.begins(ratna)
    play.begins(sari)
    await play.says(ratna, "/katakunci")
    await play.presses(ratna, "button-keyword-add")
    await play.says(ratna, "plang hijau")
    await play.says(ratna, "plang hijau = pendidikan 5")
    await play.presses(ratna, "button-keyword-save")
    await play.presses(ratna, "button-keyword-changes")
    await play.presses(ratna, "", label=play.label("button-keyword-undo", term="plang hijau"))


SCENES: tuple[Scene, ...] = (why, a_keyword_tried_and_saved)
