"""Where it happened, from people who type badly, change their mind, and know no kecamatan."""

import pytest

from bot.domain.report import Report
from bot.sandbox.people.person import Person
from tests.support.odd import reports_of
from tests.support.office import told
from tests.support.stage import Stage

HOLE = "Jalan berlubang di depan pasar sejak Senin"


async def says(scene: Stage, person: Person, *texts: str) -> None:
    for text in texts:
        await person.says(text)
        await scene.settled()


async def filed(scene: Stage, person: Person) -> tuple[Report, str]:
    """The one report of a person, and the name of its place."""
    (report,) = await reports_of(scene, person)
    return report, report.place.label if report.place else ""


async def test_what_is_no_place_is_asked_again_and_never_taken_for_a_kecamatan(
    scene: Stage,
) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "Saya")

    assert "belum kami kenal" in told(sari)


async def test_a_guess_is_offered_and_a_yes_takes_it(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "tebt")
    asked = told(sari)
    await says(scene, sari, "iya", "kirim")

    assert "Maksud Anda Kec. Tebet, Kota Jakarta Selatan?" in asked
    _, place = await filed(scene, sari)
    assert place == "Kec. Tebet, Kota Jakarta Selatan"


async def test_a_no_to_a_guess_asks_where_once_more(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "tebt", "bukan")
    asked = told(sari)
    await says(scene, sari, "cibinong", "kirim")

    assert "Di mana kejadiannya?" in asked
    _, place = await filed(scene, sari)
    assert place == "Kec. Cibinong, Kab. Bogor"


@pytest.mark.parametrize("talk", ["matur nuwun nak", "piye", "halo"])
async def test_talk_in_answer_to_where_names_no_place(scene: Stage, talk: str) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, talk)

    assert sari.latest
    assert sari.latest.text.startswith("Di mana kejadiannya?")


async def test_a_place_that_is_offered_can_be_put_right_in_words(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, "Got mampet cibinong", "bukan cibinong, citeureup", "kirim")

    _, place = await filed(scene, sari)
    assert place == "Kec. Citeureup, Kab. Bogor"


async def test_no_word_said_in_answer_to_where_is_lost(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "sebelah kiri", "cibinong", "kirim")

    report, place = await filed(scene, sari)
    assert (report.text, place) == (f"{HOLE}\nsebelah kiri", "Kec. Cibinong, Kab. Bogor")


async def test_a_street_beside_the_place_reaches_whoever_goes_there(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "kampung sawah rt 03")
    asked = told(sari)
    await says(scene, sari, "cibinong jalan mayor oking", "kirim")

    assert "Sudah kami catat." in asked
    report, place = await filed(scene, sari)
    assert place == "Kec. Cibinong, Kab. Bogor"
    assert report.text == f"{HOLE}\nkampung sawah rt 03\ncibinong jalan mayor oking"


@pytest.mark.parametrize(
    ("first", "later", "place"),
    [
        ("kab bogor", "di cibinong tepatnya", "Kec. Cibinong, Kab. Bogor"),
        ("cibinong", "bukan cibinong, tapi citeureup", "Kec. Citeureup, Kab. Bogor"),
        ("kota bogor", "eh salah, kabupaten bogor", "Kab. Bogor"),
        ("gak tau", "kecamatan Kaloran temanggung", "Kec. Kaloran, Kab. Temanggung"),
        ("tangsel", "ciputat", "Kec. Ciputat, Kota Tangerang Selatan"),
        ("cibinong", "lubangnya sudah dalam sekali", "Kec. Cibinong, Kab. Bogor"),
        ("cibinong", "itu di kabupaten bogor", "Kec. Cibinong, Kab. Bogor"),
    ],
)
async def test_later_words_put_the_place_right(
    scene: Stage, first: str, later: str, place: str
) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, first, later, "kirim")

    _, found = await filed(scene, sari)
    assert found == place


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("bukan di Jonggol, di Citeureup", "Kec. Citeureup, Kab. Bogor"),
        ("maksud saya di ciawi", "Kec. Ciawi, Kab. Bogor"),
        ("eh tempatnya di bogor kota", "Kota Bogor"),
    ],
)
async def test_the_third_correction_counts_as_the_first_did(
    scene: Stage, last: str, place: str
) -> None:
    sari = await scene.citizen()

    await says(
        scene,
        sari,
        "Lampu jalan mati di Cibinong",
        "bukan di cibinong, di citeureup",
        "salah, bukan di Citeureup, di Jonggol",
        last,
        "kirim",
    )

    _, found = await filed(scene, sari)
    assert found == place


async def test_a_day_is_corrected_as_a_place_is(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, "Lampu jalan mati di Cibinong sejak kemarin")
    for later in ("bukan kemarin, sejak 5 maret", "bukan 5 maret tapi 7 maret"):
        await says(scene, sari, later)
    await says(scene, sari, "kirim")

    report, _ = await filed(scene, sari)
    assert report.happened
    assert (report.happened.day.month, report.happened.day.day) == (3, 7)
    assert report.happened.since


async def test_another_place_in_a_longer_story_is_asked_about(scene: Stage) -> None:
    sari = await scene.citizen()

    await says(scene, sari, HOLE, "cibinong")
    await says(scene, sari, "Kemarin ada orang jatuh dan dibawa ke rumah sakit di kota Depok juga")
    asked = list(sari.buttons)
    await says(scene, sari, "cibinong", "kirim")

    assert "Kota Depok" in asked
    _, place = await filed(scene, sari)
    assert place == "Kec. Cibinong, Kab. Bogor"


async def test_a_guess_that_is_offered_after_an_album_is_taken_by_a_yes(scene: Stage) -> None:
    sari = await scene.citizen()
    await sari.sends_photo(album="a", caption="Got mampet cibinong")
    await sari.sends_photo(album="a")
    await sari.hears("Maksud Anda Kec. Cibinong, Kab. Bogor?")

    await says(scene, sari, "ya", "kirim")

    report, place = await filed(scene, sari)
    assert (report.text, place) == ("Got mampet cibinong", "Kec. Cibinong, Kab. Bogor")
