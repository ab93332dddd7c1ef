"""Two agencies on one report."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.domain.agency import AgencyCode
from bot.domain.people import InvitationKind
from tests.support.stage import STREET_LIGHTS

if TYPE_CHECKING:
    from bot.sandbox.people.person import Person
    from tests.scenes.golden import Play

Scene = Callable[["Play"], Awaitable[None]]
ROADS = AgencyCode("32.01/pekerjaan-umum")


async def two_agencies(play: "Play") -> None:
    """The lamps' office invites the roads' office, which sets the pole right and leaves."""
    budi, dian, sari = await _about_to_invite(play)
    await play.says(budi, "dinas pupr bogor")
    await play.presses(budi, "", label="Dinas PUPR Kab. Bogor")
    await play.presses(dian, "button-contribute")
    await play.says(dian, "Tiangnya sudah kami tegakkan.")
    await play.presses(dian, "button-send-reporter")
    await play.presses(sari, "button-view")
    await play.presses(dian, "button-more")
    await play.presses(dian, "button-co-leave")


async def handed_back_together(play: "Play") -> None:
    """The lamps' office hands back: the invited one rests, and goes on beside whoever gets it."""
    ratna = await play.admin()
    budi, dian, sari = await _about_to_invite(play)
    await play.presses(budi, "", label="Dinas PUPR Kab. Bogor")
    await play.presses(budi, "button-hand-back")
    await play.presses(budi, "button-back-o")
    await play.presses(budi, "", label="Disperkim Kab. Bogor")
    await play.presses(ratna, "", label="Disperkim Kab. Bogor")
    await play.says(dian, "/antrian")
    await play.presses(sari, "button-view")


async def _about_to_invite(play: "Play") -> tuple["Person", "Person", "Person"]:
    """Both officers and the reporter; the first officer is asked whom to invite."""
    budi = await _officer(play, "Budi", STREET_LIGHTS)
    dian = await _officer(play, "Dian", ROADS)
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(budi, "button-more")
    await play.presses(budi, "button-co-invite")
    return budi, dian, sari


async def _officer(play: "Play", name: str, agency: AgencyCode) -> "Person":
    person = await play.person(name)
    await person.opens(await play.stage.app.invite(InvitationKind.OFFICER, agency))
    await play.stage.settled()
    play.begins(person)
    return person


SCENES: tuple[Scene, ...] = (two_agencies, handed_back_together)
