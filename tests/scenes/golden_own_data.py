"""Scenes of one's own data: what is kept, a copy, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.people import InvitationKind
from tests.scenes.golden_office import STREET_LIGHTS, let_in

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.scenes.golden import Play

    Scene = Callable[[Play], Awaitable[None]]


async def forget_me(play: Play) -> None:
    """Sari reads what is kept, takes a copy, has all of it erased, and comes back."""
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await play.says(budi, "Petugas mengganti lampu besok pagi.", to=group.latest, chat=group)
    await play.presses(budi, "button-send-reporter", chat=group)
    await play.says(sari, "/dataku")
    await play.presses(sari, "button-data-copy")
    await play.presses(sari, "button-data-erase")
    await play.presses(sari, "button-data-keep")
    await play.presses(sari, "button-data-erase")
    await play.presses(sari, "button-data-erase-sure")
    await play.says(sari, "Jalan berlubang di depan pasar Cibinong")


async def an_officers_own_data(play: Play) -> None:
    """Budi loses what he reported, and keeps his office."""
    budi = await let_in(play, "Budi", InvitationKind.OFFICER, STREET_LIGHTS)
    await play.says(budi, "/dataku")
    await play.presses(budi, "button-data-erase")
    await play.presses(budi, "button-data-erase-sure")


SCENES: tuple[Scene, ...] = (forget_me, an_officers_own_data)
