"""Who within a sector answers: the local government, the province, or a national agency."""

import pytest

from bot.domain.sector import Sector
from bot.routing.duties import LOCAL, PROVINCIAL, Duties
from bot.routing.normalise import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="module")
def duties(reader: Reader) -> Duties:
    return Duties.load(reader)


@pytest.mark.parametrize(
    ("text", "sector", "recipient"),
    [
        ("Jalan nasional di Batang berlubang", Sector.ROADS_AND_WATER, "kementerian-pu"),
        ("Jalan provinsi menuju Wonosobo longsor", Sector.ROADS_AND_WATER, PROVINCIAL),
        ("Jalan desa kami berlubang", Sector.ROADS_AND_WATER, LOCAL),
        ("Aspal di jalan tol mengelupas", Sector.ROADS_AND_WATER, "jasa-marga"),
        ("Rambu di jalan nasional roboh", Sector.TRANSPORT, "kementerian-perhubungan"),
        ("Tarif ojek online terlalu rendah", Sector.TRANSPORT, "kementerian-perhubungan"),
        ("Juru parkir memalak ojol", Sector.TRANSPORT, LOCAL),
        ("Pangkalan LPG menjual terlalu mahal", Sector.ENERGY, "pertamina"),
        ("Pukat harimau dipakai lagi", Sector.FISHERY, "kkp"),
    ],
)
def test_the_words_of_a_report_say_who_answers(
    duties: Duties, reader: Reader, text: str, sector: Sector, recipient: str
) -> None:
    assert duties.recipients(reader.read(text)).of(sector) == recipient


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Lampu jalan mati dekat pelabuhan", Sector.TRANSPORT),
        ("Parkir liar di depan bandara", Sector.TRANSPORT),
        ("Jalan berlubang menuju pintu masuk tol", Sector.ROADS_AND_WATER),
        ("Selokan mampet di bawah jalan tol", Sector.ROADS_AND_WATER),
        ("Gang becek di samping gerbang tol", Sector.ROADS_AND_WATER),
    ],
)
def test_a_landmark_moves_no_report_to_another_agency(
    duties: Duties, reader: Reader, text: str, sector: Sector
) -> None:
    assert duties.recipients(reader.read(text)).of(sector) == LOCAL
