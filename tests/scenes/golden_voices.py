"""Scenes of many voices: joined, never offered, left, merged and split."""

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.sandbox.people.person import Person

if TYPE_CHECKING:
    from tests.scenes.golden import Play

Scene = Callable[["Play"], Awaitable[None]]
LAMP = "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin"
SAME = "Lampu jalan depan SDN 3 Cibinong mati, gelap sekali kalau malam"
OTHER = "Lampu jalan padam di tikungan pasar ikan, Kecamatan Cibinong"
_NUMBER = re.compile(r"LPR-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}")


async def one_more_voice(play: "Play") -> None:
    """Joni joins Sari's report; both hear the answer, the officers read both."""
    group, (budi,) = await play.office()
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.files(sari, LAMP)
    await play.files(joni, f"{SAME}. Nomor saya 0812-3456-7890")
    await play.presses(joni, "button-join")
    await play.presses(budi, "button-more", chat=group)
    await play.presses(budi, "button-voices", chat=group)
    card = next(m for m in reversed(group.messages) if m.keyboard and "2 warga" in m.text)
    await play.says(budi, "Petugas mengganti lampu besok pagi.", to=card, chat=group)
    await play.presses(budi, "button-send-reporter", chat=group)
    await play.presses(joni, "button-view")


async def sent_alone_all_the_same(play: "Play") -> None:
    """What is offered is never forced."""
    await play.office()
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.files(sari, LAMP)
    await play.files(joni, SAME)
    await play.presses(joni, "button-send-alone")


async def a_voice_leaves(play: "Play") -> None:
    await play.office()
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.files(sari, LAMP)
    await play.files(joni, SAME)
    await play.presses(joni, "button-join")
    await play.presses(joni, "button-leave")


async def a_secret_is_never_offered(play: "Play") -> None:
    """Joni learns nothing of Sari's secret report."""
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.says(sari, LAMP)
    no = play.label("word-no")
    await play.presses(sari, "", label=play.label("button-secret", state=no))
    await play.presses(sari, "button-send")
    await play.files(joni, SAME)


async def a_merge(play: "Play") -> None:
    """An admin puts two reports together and parts them again."""
    await play.office()
    ratna = await play.admin()
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.files(sari, LAMP)
    await play.files(joni, OTHER)
    await play.says(ratna, f"/gabung {number_of(joni)}")
    await play.says(ratna, number_of(sari))
    await play.presses(ratna, "button-split")


async def closed_for_all_but_one_objects(play: "Play") -> None:
    """Sari says it is solved, Joni that it is not: it opens again for both."""
    group, (budi,) = await play.office()
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.files(sari, LAMP)
    await play.files(joni, SAME)
    await play.presses(joni, "button-join")
    await play.presses(budi, "button-settle", chat=group)
    await play.says(budi, "Lampu sudah diganti.", to=group.latest, chat=group)
    await play.presses(budi, "button-send-reporter", chat=group)
    await play.presses(sari, "button-solved")
    await play.presses(joni, "button-unsolved")
    await play.says(joni, "Masih mati.")


def number_of(person: Person) -> str:
    found = _NUMBER.findall(person.transcript())
    assert found, person.transcript()
    return str(found[-1])


SCENES: tuple[Scene, ...] = (
    one_more_voice,
    sent_alone_all_the_same,
    a_voice_leaves,
    a_secret_is_never_offered,
    a_merge,
    closed_for_all_but_one_objects,
)
