"""A number typed opens a report for whom it concerns, and says the same to everybody else."""

from bot.domain.agency import AgencyCode
from tests.support.office import UNCLEAR, files, told
from tests.support.stage import Stage

UNKNOWN = "Nomor ini tidak kami temukan pada akun Anda"


async def test_an_officer_opens_the_card_of_a_number_that_a_caller_names(scene: Stage) -> None:
    budi, sari = await scene.officer(), await scene.citizen()
    number = await files(sari)
    await scene.settled()

    await budi.says(number.lower())
    card = await budi.hears(number)

    assert "Jawab" in card.buttons


async def test_an_admin_opens_any_number_by_status(scene: Stage) -> None:
    ratna, sari = await scene.admin(), await scene.citizen()
    number = await files(sari, UNCLEAR)
    await scene.settled()

    await ratna.says(f"/status {number}")
    card = await ratna.hears(number)

    assert "Tanya pelapor" in card.buttons


async def test_an_officer_of_another_agency_reads_what_a_stranger_reads(scene: Stage) -> None:
    other = await scene.officer("Tono", AgencyCode("32.01/pendidikan"))
    sari, stranger = await scene.citizen(), await scene.citizen("Wati")
    number = await files(sari)

    for person in (other, stranger):
        await person.says(number)
    await scene.settled()

    assert UNKNOWN in told(other)
    assert told(other).rsplit("\n", 1)[-1] == told(stranger).rsplit("\n", 1)[-1]
