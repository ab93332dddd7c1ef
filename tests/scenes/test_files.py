"""Files between citizens and officers: what arrives says nothing of who sent it."""

from bot.sandbox.model.messages import Media
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from tests.support.office import LAMP, card_in, number_in
from tests.support.pictures import OWNER, film, opened_picture, telling
from tests.support.stage import Stage


def media(chat: Person | Group) -> list[Media]:
    return [m.media for m in chat.messages if m.from_bot and m.media]


async def test_an_agency_gets_the_pictures_of_an_anonymous_report_without_place_and_name(
    scene: Stage,
) -> None:
    budi = await scene.officer("Budi")
    group = await scene.group("Dishub Kab. Bogor", [budi])
    sari = await scene.citizen("Sari")
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")
    await sari.presses("Anonim: tidak")
    await sari.sends_document(telling(), name="Sari Wulandari.jpg")
    await sari.sends_video(film())
    await scene.settled()

    await sari.presses("Kirim")
    number = number_in(await sari.hears("Laporan diterima"))
    await card_in(scene, group, number)

    film_there, picture = media(group)
    assert (film_there.file.name, picture.file.name) == ("video-1.mp4", "foto-1.jpg")
    assert all(OWNER.encode() not in each.file.data for each in (film_there, picture))
    assert not dict(opened_picture(picture.file.data).getexif())


async def test_a_citizen_gets_what_an_officer_attached_under_a_neutral_name(scene: Stage) -> None:
    budi = await scene.officer("Budi")
    sari = await scene.citizen("Sari")
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")
    await sari.presses("Kirim")
    await sari.hears("Laporan diterima")
    await scene.settled()

    await budi.presses("Jawab")
    await budi.hears("Tulis jawaban")
    await budi.sends_document(telling(), name="Budi Santoso.jpg", caption="Lihat jadwalnya.")
    await budi.hears("Begini pelapor membacanya")
    await budi.presses("Kirim ke pelapor")
    await sari.hears("menjawab:")
    await scene.settled()

    assert [m.file.name for m in media(sari)] == ["foto-1.jpg"]
    assert OWNER.encode() not in media(sari)[0].file.data
