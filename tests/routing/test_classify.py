"""The class of a report, the danger in it, and the care that it needs."""

import pytest

from bot.domain.suggestion import Care, Emergency, ReportClass
from bot.routing.classify import Classifier
from bot.routing.normalise import Reader


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.load(Reader.load())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lampu jalan mati sejak Senin", ReportClass.COMPLAINT),
        ("Jalan rusak, kapan diperbaiki?", ReportClass.COMPLAINT),
        ("Saya kecewa, KTP belum jadi", ReportClass.COMPLAINT),
        ("Permohonan informasi dan program magang di Lemhannas RI", ReportClass.INFORMATION),
        ("Bagaimana cara mengurus KK yang hilang?", ReportClass.INFORMATION),
        ("Apa saja syarat membuat paspor anak?", ReportClass.INFORMATION),
        ("Mau tanya, jam buka samsat hari Sabtu sampai kapan?", ReportClass.INFORMATION),
        ("Saya ingin ada taman bermain di dekat rumah", ReportClass.WISH),
        ("Usul saya, sebaiknya ada bus malam ke bandara", ReportClass.WISH),
        ("Kami mengusulkan perpustakaan kecil di balai warga", ReportClass.WISH),
        ("Kenapa bansos ibu saya tidak cair?", ReportClass.COMPLAINT),
        ("Usul pindah saya belum diproses, mohon diperbaiki karena rusak", ReportClass.COMPLAINT),
        ("", ReportClass.COMPLAINT),
    ],
)
def test_a_report_asks_wishes_or_complains(
    classifier: Classifier, text: str, expected: ReportClass
) -> None:
    nature = classifier.nature("", text)

    assert nature.report_class is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada kebakaran di pasar", Emergency.FIRE),
        ("Rumah tetangga terbakar, api membesar", Emergency.FIRE),
        ("Tolong, ada maling masuk rumah saya sekarang", Emergency.CRIME),
        ("Sedang tawuran di depan stasiun, bawa celurit", Emergency.CRIME),
        ("Orang pingsan di halte, butuh ambulans", Emergency.AMBULANCE),
        ("Tanah longsor menimpa rumah warga", Emergency.DISASTER),
        ("Anak hanyut di sungai", Emergency.DISASTER),
        ("Rawan kebakaran karena kabel semrawut", None),
        ("Kebakaran tahun lalu belum dapat bantuan", None),
        ("Mobil pemadam kebakaran di kota kami kurang", None),
        ("Takut longsor kalau hujan", None),
        ("Lampu jalan mati", None),
        ("Hampir setiap malam ada balap liar, dulu pernah terjadi kecelakaan", None),
        ("Korban kebakaran belum dapat bantuan", None),
        ("Asap orang membakar sampah masuk rumah", None),
    ],
)
def test_danger_is_shown_only_when_it_seems_to_be_happening(
    classifier: Classifier, text: str, expected: Emergency | None
) -> None:
    nature = classifier.nature("", text)

    assert nature.emergency is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petugas dukcapil minta uang 200 ribu untuk KTP", Care.ACCUSES),
        ("Kepala desa menggelapkan dana desa", Care.ACCUSES),
        ("Guru memukul murid sampai memar", Care.ACCUSES),
        ("Oknum polisi memeras pengendara", Care.ACCUSES),
        ("Ada korupsi di proyek jembatan", Care.ACCUSES),
        ("Lurah mengancam warga yang melapor", Care.ACCUSES),
        ("Tetangga saya sering dipukuli suaminya", Care.VIOLENCE),
        ("Anak disiksa ayah tiri", Care.VIOLENCE),
        ("suami saya mukulin saya terus", Care.VIOLENCE),
        ("anak tetangga sering digebukin, anak dipukulin bapaknya", Care.VIOLENCE),
        ("Anak tetangga sering dipukuli ayahnya", Care.VIOLENCE),
        ("Pelecehan seksual di angkot", Care.VIOLENCE),
        ("Pungli parkir liar oleh preman", Care.NONE),
        ("Petugas belum datang mengangkut sampah", Care.NONE),
        ("Iuran naik terus", Care.NONE),
        ("Kepada Yth. Bapak Camat, di toko ini ada pungli parkir", Care.NONE),
        ("Pukul 10 petugas datang memangkas pohon", Care.NONE),
        ("Petugas belum datang, jalan masih gelap", Care.NONE),
    ],
)
def test_accusations_and_violence_get_the_stricter_path(
    classifier: Classifier, text: str, expected: Care
) -> None:
    nature = classifier.nature("", text)

    assert nature.care is expected
