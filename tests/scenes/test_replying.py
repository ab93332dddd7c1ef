"""Answering without a reply: one report waits for its reporter, and the next message is for it."""

import pytest

from bot.domain.report import Report, Status
from bot.sandbox.people.person import Person
from tests.support.odd import draft_words, reports_of
from tests.support.office import LAMP, told
from tests.support.stage import Stage

POLE = "Tiang nomor berapa?"


async def says(scene: Stage, person: Person, *texts: str) -> None:
    for text in texts:
        await person.says(text)
        await scene.settled()


async def asked(scene: Stage, button: str = "Minta kelengkapan", words: str = POLE) -> Person:
    """Somebody who has reported a lamp, and to whom an officer has written about it."""
    sari, budi = await scene.citizen(), await scene.officer()
    await says(scene, sari, LAMP, "kirim")
    await budi.presses(button)
    await scene.settled()
    await says(scene, budi, words)
    await budi.presses("Kirim ke pelapor")
    await scene.settled()
    return sari


async def report_of(scene: Stage, person: Person) -> Report:
    (report,) = await reports_of(scene, person)
    return report


async def test_a_photo_and_a_word_after_it_answer_the_officer_s_question(scene: Stage) -> None:
    sari = await asked(scene)

    await sari.sends_photo()
    await scene.settled()
    await says(scene, sari, "itu nomornya ada di foto")

    assert (await report_of(scene, sari)).status is Status.REPORTER_REPLIED
    assert told(sari).count("Sudah ditambahkan") == 2
    assert "yang mana" not in told(sari)


async def test_a_pin_answers_the_officer_s_question(scene: Stage) -> None:
    sari = await asked(scene, words="Di mana tepatnya?")

    await sari.sends_pin(-6.4816, 106.8560)
    await scene.settled()

    assert (await report_of(scene, sari)).status is Status.REPORTER_REPLIED
    assert await draft_words(scene, sari) is None


@pytest.mark.parametrize(
    "matter", ["KTP saya di disdukcapil belum jadi", "KTP belum jadi di disdukcapil Kab. Bogor"]
)
async def test_another_matter_is_asked_about_all_the_same(scene: Stage, matter: str) -> None:
    sari = await asked(scene)

    await says(scene, sari, matter)

    assert (await report_of(scene, sari)).status is Status.WAITING
    assert "yang mana" in told(sari)


@pytest.mark.parametrize("words", ["belum pak masih mati", "kok masih gelap aja"])
async def test_not_yet_in_their_own_words_says_that_it_is_not_solved(
    scene: Stage, words: str
) -> None:
    sari = await asked(scene, "Selesai", "Lampu sudah diganti.")

    await says(scene, sari, words)

    report = await report_of(scene, sari)
    assert (report.status, report.unsolved) == (Status.REPORTER_REPLIED, 1)


async def test_it_shines_again_and_thanks_close_the_report(scene: Stage) -> None:
    sari = await asked(scene, "Selesai", "Lampu sudah diganti.")

    await says(scene, sari, "nah udah nyala, makasih pak")

    assert (await report_of(scene, sari)).status is Status.CLOSED_BY_REPORTER
