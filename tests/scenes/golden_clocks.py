"""Scenes of the clocks: warned, late, silent, closed, opened again, and a day off.

Time passes by the hour where the program runs; where it was down, all at once.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.demo import AheadClock
from bot.domain.people import InvitationKind
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from tests.support.stage import STREET_LIGHTS

if TYPE_CHECKING:
    from tests.scenes.golden import Play

Scene = Callable[["Play"], Awaitable[None]]
HOUR = 3600.0
WIB = ZoneInfo("Asia/Jakarta")
BEFORE_LEBARAN = datetime(2026, 3, 16, 9, 12, tzinfo=WIB)


async def passes(play: "Play", days: float, *, down: bool = False) -> None:
    """Let days pass; a program that was `down` meanwhile finds them gone all at once."""
    app = play.stage.app
    assert isinstance(app.clock, AheadClock)
    hours = round(days * 24)
    for step in [hours] if down else [1] * hours:
        await app.clock.turn(step * HOUR)
        await app.clockwork.round()
        await app.delivery.drained()
    await play.stage.settled()


async def agency_admin(play: "Play", name: str = "Wati") -> Person:
    person = await play.person(name)
    await person.opens(await play.stage.app.invite(InvitationKind.AGENCY_ADMIN, STREET_LIGHTS))
    await play.stage.settled()
    play.begins(person)
    return person


async def settles(play: "Play", officer: Person, group: Group, words: str) -> None:
    await play.presses(officer, "button-settle", chat=group)
    await play.says(officer, words, to=group.latest, chat=group)
    await play.presses(officer, "button-send-reporter", chat=group)


async def late_and_said_so(play: "Play") -> None:
    """Nobody answers: the officer is warned, then it climbs, and the reporter is told."""
    await play.admin()
    await agency_admin(play)
    await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await passes(play, 10)
    await play.says(sari, "/laporanku")


async def an_escalation_while_the_program_was_down(play: "Play") -> None:
    """Ten days at once: each hears of it once, and nobody is flooded."""
    await play.admin()
    await agency_admin(play)
    await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await passes(play, 10, down=True)


async def two_weeks_of_silence_over_lebaran(play: "Play") -> None:
    """Two weeks over Idul Fitri: no working day passes for the office, every day for silence."""
    group, (budi,) = await play.office()
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.files(sari)
    await settles(play, budi, group, "Lampu sudah diganti.")
    await play.files(joni, "Rambu lalu lintas roboh di Kecamatan Cibinong, Kab. Bogor")
    await passes(play, 14)


async def a_reopening(play: "Play") -> None:
    """Reminded twice, closed without a rating; the reporter has the last word all the same."""
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await settles(play, budi, group, "Lampu sudah diganti.")
    await passes(play, 11)
    await play.presses(sari, "button-unsolved")
    await play.says(sari, "Lampunya mati lagi.")


async def never_completed(play: "Play") -> None:
    """A question without an answer: reminded twice, then it stops."""
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(budi, "button-ask", chat=group)
    await play.says(budi, "Tiang yang sebelah mana?", to=group.latest, chat=group)
    await play.presses(budi, "button-send-reporter", chat=group)
    await passes(play, 16)


async def not_solved_the_second_time(play: "Play") -> None:
    """The second "belum selesai" reaches the agency's admin and the national admin."""
    await play.admin()
    await agency_admin(play)
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    for said, missing in (
        ("Lampu sudah diganti.", "Masih berkedip."),
        ("Kabelnya sudah diperbaiki.", "Tetap mati."),
    ):
        await settles(play, budi, group, said)
        await play.presses(sari, "button-unsolved")
        await play.says(sari, missing)


async def two_stars(play: "Play") -> None:
    """Bad stars open the report again; its date does not move."""
    group, (budi,) = await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await settles(play, budi, group, "Lampu sudah diganti.")
    await play.presses(sari, "button-solved")
    await play.presses(sari, "", label="2")
    await play.says(sari, "Baru datang setelah tiga kali ditelepon.")


async def a_day_off(play: "Play") -> None:
    """An admin adds a day off; who was promised a date before it hears that it moves."""
    ratna = await play.admin()
    await play.office()
    sari = await play.person("Sari")
    await play.files(sari)
    await play.says(ratna, "/libur 2026-11-25 Cuti daerah")
    await passes(play, 0.05)
    await play.says(ratna, "/libur")


BEGINS: dict[Scene, datetime] = {two_weeks_of_silence_over_lebaran: BEFORE_LEBARAN}
"""Scenes that do not begin on the Monday on which the others do."""

SCENES: tuple[Scene, ...] = (
    late_and_said_so,
    an_escalation_while_the_program_was_down,
    two_weeks_of_silence_over_lebaran,
    a_reopening,
    never_completed,
    not_solved_the_second_time,
    two_stars,
    a_day_off,
)
