"""Where it happened, from a short answer, from a whole report, and from a pin."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.place import Pin, RegionCode
from bot.routing.gazetteer import MAX_CANDIDATES, Gazetteer
from bot.routing.regions import DATA, Regions

WORDS_ABOUT_PLACES = (
    *("kec.", "kab", "kota", "di", "jl", "bogor", "Bandung", "cibinong", "Batu", "2", "x", "11"),
    *("jawa", "barat", "\n", ",", "dibandung", "sukajadi", "empat", "simpang", "kelurahan"),
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        ("cibinong bogor", "Kec. Cibinong, Kab. Bogor"),
        ("Cibinong", "Kec. Cibinong, Kab. Bogor"),
        ("cibinog", "Kec. Cibinong, Kab. Bogor"),
        ("cibinog kab bogr", "Kec. Cibinong, Kab. Bogor"),
        ("kec. sukajadi bandung", "Kec. Sukajadi, Kota Bandung"),
        ("kab bogor", "Kab. Bogor"),
        ("Kota Bogor", "Kota Bogor"),
        ("bogor kota", "Kota Bogor"),
        ("malang kab", "Kab. Malang"),
        ("bekasi kabupaten ya", "Kab. Bekasi"),
        ("tegal kota", "Kota Tegal"),
        ("magelang kab, mertoyudan", "Kec. Mertoyudan, Kab. Magelang"),
        ("bogor barat", "Kec. Bogor Barat, Kota Bogor"),
        ("jakarta selatan", "Kota Jakarta Selatan"),
        ("tebet jaksel", "Kec. Tebet, Kota Jakarta Selatan"),
        ("jawa barat", "Prov. Jawa Barat"),
        ("DKI", "Prov. DKI Jakarta"),
        ("solo", "Kota Surakarta"),
        ("surabya", "Kota Surabaya"),
        ("gunung kidul", "Kab. Gunungkidul"),
        ("denpasar, bali", "Kota Denpasar"),
        ("Jl. Raya Bogor KM 30, Cibinong", "Kec. Cibinong, Kab. Bogor"),
        ("kelurahan pabuaran cibinong bogor", "Kec. Cibinong, Kab. Bogor"),
    ],
)
def test_a_short_answer_is_a_place(gazetteer: Gazetteer, answer: str, label: str) -> None:
    finding = gazetteer.find(answer)

    assert finding.place is not None
    assert finding.place.label == label


@pytest.mark.parametrize(
    ("answer", "labels"),
    [
        ("bogor", ["Kota Bogor", "Kab. Bogor"]),
        ("bandung", ["Kota Bandung", "Kab. Bandung"]),
        ("kec sukajadi", ["Kec. Sukajadi, Kota Pekanbaru", "Kec. Sukajadi, Kota Bandung"]),
        ("jogja", ["Kota Yogyakarta", "Prov. DI Yogyakarta"]),
    ],
)
def test_a_name_that_several_places_bear_is_asked(
    gazetteer: Gazetteer, answer: str, labels: list[str]
) -> None:
    finding = gazetteer.find(answer)

    assert finding.place is None
    assert [place.label for place in finding.candidates] == labels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("jalan rusak malang kabupaten", "Kab. Malang"),
        ("lampu mati di tegal kota dari tadi", "Kota Tegal"),
        ("banjir di bandung, kab garut aman", "Kab. Garut"),
        ("jalan di bandung kota cimahi", "Kota Cimahi"),
    ],
)
def test_what_stands_behind_a_name_tells_twins_apart_unless_it_opens_another(
    gazetteer: Gazetteer, text: str, label: str
) -> None:
    finding = gazetteer.in_text(text)

    assert finding.place
    assert finding.place.label == label


@pytest.mark.parametrize("text", ["lampu mati nang Krembung", "lampune mati ning Krembung"])
def test_a_javanese_in_says_where(gazetteer: Gazetteer, text: str) -> None:
    found = gazetteer.in_text(text).place

    assert found
    assert found.label == "Kec. Krembung, Kab. Sidoarjo"


@pytest.mark.parametrize("wrong", ["mati", "banjir", "selokan", "listrik", "tumbang", "dua lubang"])
def test_what_is_wrong_is_no_misspelt_place(gazetteer: Gazetteer, wrong: str) -> None:
    found = gazetteer.find(wrong)

    assert (found.place, found.candidates) == (None, ())
    assert found.more


@pytest.mark.parametrize(
    "answer",
    ["Saya", "rumah saya", "kenapa", "sudah saya bilang tadi", "sini aja", "KAMPUNG SAWAH RT 03"],
)
def test_ordinary_words_and_villages_are_no_misspelt_kecamatan(
    gazetteer: Gazetteer, answer: str
) -> None:
    finding = gazetteer.find(answer)

    assert (finding.place, finding.candidates) == (None, ())


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        ("tebt", "Kec. Tebet, Kota Jakarta Selatan"),
        ("cibinog woi cepetan", "Kec. Cibinong, Kab. Bogor"),
        ("deket kantor camat", "Kec. Deket, Kab. Lamongan"),
    ],
)
def test_a_short_misspelt_name_or_a_word_among_others_is_asked_and_not_taken(
    gazetteer: Gazetteer, answer: str, label: str
) -> None:
    finding = gazetteer.find(answer)

    assert finding.place is None
    assert label in [place.label for place in finding.candidates]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("bukan cibinong, tapi citeureup", "Kec. Citeureup, Kab. Bogor"),
        ("Lampu mati di Cibinong\nbukan di cibinong tapi citeureup", "Kec. Citeureup, Kab. Bogor"),
        ("bukan kota bogor tapi kabupaten bogor", "Kab. Bogor"),
        ("bogor, bukan kota bogor", "Kab. Bogor"),
        ("Jalan ini bukan jalan kabupaten Bogor", "Kab. Bogor"),
        ("bukan warga bogor, saya warga depok", "Kota Depok"),
    ],
)
def test_a_place_that_is_denied_is_not_meant(gazetteer: Gazetteer, words: str, label: str) -> None:
    answer, report = gazetteer.find(words), gazetteer.in_text(words)

    assert answer.place is not None
    assert report.place is not None
    assert (answer.place.label, report.place.label) == (label, label)


@pytest.mark.parametrize(
    ("answer", "more"),
    [
        ("cibinong", False),
        ("di kota bogor", False),
        ("eh maaf, kab. bogor ya", False),
        ("cibinong jalan mayor oking no 3", True),
        ("sukahati cibinong", True),
        ("kampung sawah rt 03", True),
    ],
)
def test_what_an_answer_tells_beside_the_names_of_regions_is_noticed(
    gazetteer: Gazetteer, answer: str, more: bool
) -> None:
    assert gazetteer.find(answer).more is more


def test_of_many_places_of_one_name_four_are_offered(gazetteer: Gazetteer) -> None:
    finding = gazetteer.find("gondang")

    assert finding.place is None
    assert len(finding.candidates) == MAX_CANDIDATES


@pytest.mark.parametrize(
    ("report", "label", "words"),
    [
        (
            "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin",
            "Kec. Cibinong, Kab. Bogor",
            ("Cibinong",),
        ),
        ("Banyak lubang di Kota Bogor, mohon ditambal", "Kota Bogor", ("Bogor",)),
        ("Sampah di kab. Bandung, kec. Soreang", "Kec. Soreang, Kab. Bandung", None),
        ("Macet di sepanjang antapani bandung", "Kec. Antapani, Kota Bandung", None),
        ("Got mampet di Ujung Berung, Bandung", "Kec. Ujungberung, Kota Bandung", None),
        ("Saya warga Cianjur, KTP belum jadi", "Kab. Cianjur", None),
        ("Antre lama dikecamatan Cibinong", "Kec. Cibinong, Kab. Bogor", None),
        ("Air mati disurabaya", "Kota Surabaya", None),
        ("Truk besar lewat Jl Raya Bogor di Depok", "Kota Depok", ("Depok",)),
        ("Pungutan di kota Batu", "Kota Batu", None),
        ("Banjir di Kabupaten Batang", "Kab. Batang", None),
        ("Listrik padam di Mataram", "Kota Mataram", None),
        ("Bantuan tidak turun di Jawa Barat", "Prov. Jawa Barat", None),
    ],
)
def test_the_place_of_a_report_is_found(
    gazetteer: Gazetteer, report: str, label: str, words: tuple[str, ...] | None
) -> None:
    finding = gazetteer.in_text(report)

    assert finding.place is not None
    assert finding.place.label == label
    assert words is None or finding.words == words


@pytest.mark.parametrize(
    "report",
    [
        "",
        "Jalan Bogor rusak parah",
        "Jl. Bandung banjir setiap hujan",
        "Lampu perumahan Griya Bandung Indah padam",
        "Saya asal Medan, mau tanya soal paspor",
        "Ada batu besar di jalan",
        "Saya asal kota Pasuruan, mau tanya soal paspor",
        "Sampah di Jl. Dukuh Kupang Barat menumpuk",
        "Air ketuban pecah, bidan tidak ada",
        "Batang pohon menimpa kabel",
        "Kain kuningan di atas padang rumput",
        "Sampai di puncak bukit tidak ada lampu",
        "Warga Desa Sukamaju mengeluh",
        "Kecamatan tetap tidak menjawab",
        "Nasib malang menimpa kami",
        "Dari tahun ke tahun tidak ada perbaikan",
    ],
)
def test_streets_estates_home_towns_and_words_are_no_place(
    gazetteer: Gazetteer, report: str
) -> None:
    finding = gazetteer.in_text(report)

    assert finding.place is None
    assert finding.candidates == ()


def test_twins_in_a_report_are_asked(gazetteer: Gazetteer) -> None:
    finding = gazetteer.in_text("Pohon tumbang di Bogor menutup jalan")

    assert finding.place is None
    assert [place.label for place in finding.candidates] == ["Kota Bogor", "Kab. Bogor"]


def test_a_name_that_only_stands_there_is_offered_and_not_taken(gazetteer: Gazetteer) -> None:
    finding = gazetteer.in_text("Lampu merah Cibinong padam")

    assert finding.place is None
    assert [place.label for place in finding.candidates] == ["Kec. Cibinong, Kab. Bogor"]


@pytest.mark.parametrize(
    ("latitude", "longitude", "label"),
    [
        (-6.4839, 106.8354, "Kec. Cibinong, Kab. Bogor"),
        (-6.2000, 106.8300, "Kec. Menteng, Kota Jakarta Pusat"),
        (-7.2500, 112.7500, "Kec. Genteng, Kota Surabaya"),
        (3.5900, 98.6700, "Kec. Medan Petisah, Kota Medan"),
    ],
)
def test_a_pin_lies_in_its_kecamatan(
    gazetteer: Gazetteer, latitude: float, longitude: float, label: str
) -> None:
    pin = Pin(latitude, longitude)

    place = gazetteer.at(pin)

    assert place is not None
    assert (place.label, place.pin) == (label, pin)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(0.0, 0.0), (1.35, 103.82), (51.5, -0.1), (-8.55, 125.57), (-5.0, 110.0), (1e9, -1e9)],
)
def test_a_pin_outside_the_country_is_no_place(
    gazetteer: Gazetteer, latitude: float, longitude: float
) -> None:
    place = gazetteer.at(Pin(latitude, longitude))

    assert place is None


def test_the_centre_of_nearly_every_regency_lies_in_it(gazetteer: Gazetteer) -> None:
    regencies = [region for region in gazetteer.regions if region.code.count(".") == 1]

    found = [gazetteer.at(Pin(region.latitude, region.longitude)) for region in regencies]

    right = sum(
        place is not None and place.regency == region.code
        for place, region in zip(found, regencies, strict=True)
    )
    assert right / len(regencies) > 0.95


def test_every_everyday_name_stands_for_what_the_file_says() -> None:
    regions = Regions.load()
    with (DATA / "place_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    said = [row["stands_for"] for row in rows]

    assert said == [
        "; ".join(regions.label(RegionCode(code)) for code in row["codes"].split(";"))
        for row in rows
    ]


@given(text=st.text(max_size=300))
def test_any_text_gives_a_bounded_finding(gazetteer: Gazetteer, text: str) -> None:
    findings = gazetteer.find(text), gazetteer.in_text(text)

    assert all(len(finding.candidates) <= MAX_CANDIDATES for finding in findings)
    assert not any(finding.place and finding.candidates for finding in findings)


@given(words=st.lists(st.sampled_from(WORDS_ABOUT_PLACES), max_size=40))
def test_any_row_of_names_gives_regions_that_exist(gazetteer: Gazetteer, words: list[str]) -> None:
    findings = gazetteer.find(" ".join(words)), gazetteer.in_text(" ".join(words))

    for finding in findings:
        places = (*finding.candidates, *filter(None, [finding.place]))
        assert all(place.region in gazetteer.regions for place in places)


@pytest.mark.parametrize(
    ("report", "label"),
    [
        ("Jalan rusak di Kota Padang", "Kota Padang"),
        ("lampu mati kota batu", "Kota Batu"),
        ("sampah menumpuk di kab. Kuningan", "Kab. Kuningan"),
        ("jembatan putus, kabupaten batang", "Kab. Batang"),
        ("Jalan di kabupaten Puncak rusak", "Kab. Puncak"),
        ("Sampah di kec. Kota Padang", "Kec. Kota Padang, Kab. Rejang Lebong"),
        ("jembatan di kecamatan air rami rusak", "Kec. Air Rami, Kab. Mukomuko"),
        ("tanya kecamatan kamu", None),
        ("Lampu mati @PemkotSemarang", "Kota Semarang"),
        ("banjir lagi #kotasurabaya", "Kota Surabaya"),
        ("informasi di kotamadya", None),
    ],
)
def test_a_word_behind_its_kind_is_a_place(
    gazetteer: Gazetteer, report: str, label: str | None
) -> None:
    place = gazetteer.in_text(report).place

    assert (place.label if place else None) == label


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("cibinong", True),
        ("di kec. Tebet, Jakarta Selatan", True),
        ("malang kab", True),
        ("Ada kebakaran di pasar Cibinong", False),
        ("cibinong gelap", False),
        ("begal di Cibinong", False),
        ("sampah", False),
        ("", False),
    ],
)
def test_a_text_of_names_alone_says_where_and_not_what(
    gazetteer: Gazetteer, text: str, only: bool
) -> None:
    assert gazetteer.names_only(text) is only
