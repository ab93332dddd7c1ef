"""From a report to the agency that must answer."""

import pytest

from bot.domain.agency import AgencyCode
from bot.domain.place import Pin, Place, RegionCode
from bot.domain.sector import Sector
from bot.domain.suggestion import Care, Emergency, ReasonKind, ReportClass
from bot.routing.lexicon import Keyword
from bot.routing.router import Router


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Jalan berlubang di Kabupaten Brebes", "33.29/pekerjaan-umum"),
        ("Jalan provinsi di Kabupaten Brebes rusak parah", "33/pekerjaan-umum"),
        ("Jalan nasional di Kabupaten Brebes rusak parah", "kementerian-pu"),
        ("Jalan tol macet di gerbang tol", "jasa-marga"),
        ("SD Negeri 4 Kota Solok kekurangan guru", "13.72/pendidikan"),
        ("SMA Negeri 1 Kota Solok kekurangan guru", "13/pendidikan"),
        ("KIP Kuliah saya belum cair", "kementerian-pendidikan-tinggi"),
        ("Bagaimana syarat perpanjang paspor?", "kementerian-imipas/imigrasi"),
        ("Napi menelepon dari dalam lapas", "kementerian-imipas/pemasyarakatan"),
        ("NPWP saya tidak aktif di Coretax", "kementerian-keuangan/pajak"),
        ("PBB rumah saya naik dua kali lipat, Kota Cirebon", "32.74/pendapatan"),
        ("Pajak kendaraan di Samsat Kota Bekasi lama", "32/pendapatan"),
        ("Elpiji 3 kg langka di pangkalan", "pertamina"),
        ("Elpji langka menjelang lebaran", "pertamina"),
        ("Kantor imigrsi antri panjang", "kementerian-imipas/imigrasi"),
        ("Gempa semalam tidak diumumkan BMKG", "bmkg"),
        ("Sertifikat K3 dari Kemnaker belum keluar", "kementerian-ketenagakerjaan"),
        ("Sertifikat tanah PTSL belum jadi, Kabupaten Sleman", "atr-bpn/34.04"),
        ("SKCK online tidak keluar, Kota Tegal", "polri/33.76"),
        ("Makanan MBG di sekolah anak saya basi", "badan-gizi"),
        ("TKI di Malaysia tidak digaji majikan", "kementerian-p2mi"),
        ("Gaji saya di bawah UMK, pabrik di Kabupaten Karawang", "32/tenaga-kerja"),
        ("Situs judi online muncul di ponsel anak saya", "kementerian-komdigi"),
        ("Banjir bandang merendam desa, Kabupaten Luwu Utara", "73.22/penanggulangan-bencana"),
        ("Ada ular masuk rumah di Kota Tangerang", "36.71/pemadam-kebakaran"),
        ("Stadion tidak terawat di Kabupaten Sidoarjo", "35.15/pemuda-olahraga"),
        ("Laporan untuk BRIN: data penelitian saya tidak bisa diunduh", "brin"),
        ("Otorita IKN belum bayar ganti rugi tanah warga di Sepaku", "otorita-ikn"),
        ("Surat ke Sekretariat Negara belum dibalas", "kementerian-sekretariat-negara"),
    ],
)
def test_the_duty_and_the_place_name_the_agency(router: Router, text: str, code: str) -> None:
    routing = router.route("", text)

    assert routing.best is not None
    assert routing.best.agency.code == code
    assert not routing.needs_place


def test_an_agency_without_a_sector_beside_a_road_is_no_topic(router: Router) -> None:
    routing = router.route("", "Jalan rusak dekat kantor BRIN")

    assert Sector.OTHER not in {duty.sector for duty in routing.duties}
    assert routing.duties[0].sector is Sector.ROADS_AND_WATER


def test_a_dead_street_light_goes_to_the_transport_office_with_its_reasons(router: Router) -> None:
    routing = router.route("", "Lampu jalan mati di depan SDN 3 Cibinong sejak Senin")

    best = routing.best
    assert best is not None
    assert best.agency.short == "Dinas Perhubungan Kab. Bogor"
    assert best.confidence >= 0.75
    assert (ReasonKind.WORD, "Lampu jalan mati") in [(r.kind, r.words) for r in best.reasons]
    assert (ReasonKind.PLACE, "Cibinong") in [(r.kind, r.words) for r in best.reasons]
    assert routing.report_class is ReportClass.COMPLAINT


def test_the_owners_own_example_reaches_lemhannas_without_a_place(router: Router) -> None:
    routing = router.route("", "Permohonan informasi dan program magang di Lemhannas RI")

    assert routing.best is not None
    assert routing.best.agency.code == "lemhannas"
    assert routing.report_class is ReportClass.INFORMATION
    assert not routing.needs_place


def test_a_local_duty_without_a_place_asks_for_it(router: Router) -> None:
    routing = router.route("", "Saya ingin ada taman bermain di dekat rumah")

    assert routing.needs_place
    assert all(each.agency.region is None for each in routing.suggestions)
    assert routing.report_class is ReportClass.WISH


def test_a_pin_is_a_place(router: Router) -> None:
    pin = Place("", pin=Pin(-6.4797, 106.8299))

    routing = router.route("", "Lampu jalan mati", pin)

    assert routing.best is not None
    assert routing.best.agency.code == "32.01/perhubungan"


def test_the_kecamatans_office_stands_beside_the_topics(router: Router) -> None:
    routing = router.route("", "Sampah menumpuk", Place("", RegionCode("32.01.01")))

    codes = [each.agency.code for each in routing.suggestions]
    assert codes[0] == "32.01/lingkungan-hidup"
    assert "32.01/kecamatan-32.01.01" in codes
    assert len(codes) <= 4


def test_an_accusation_goes_to_those_who_watch_over_the_accused(router: Router) -> None:
    place = Place("", RegionCode("32.71"))

    routing = router.route("", "Petugas dukcapil minta uang 200 ribu untuk KTP", place)

    assert routing.care is Care.ACCUSES
    assert routing.best is not None
    assert routing.best.agency.code == "32.71/inspektorat"


def test_an_accusation_without_a_place_suggests_nobody_yet(router: Router) -> None:
    routing = router.route("", "Petugas dukcapil minta uang 200 ribu untuk KTP")

    assert routing.needs_place
    assert routing.suggestions == ()


def test_a_policemans_misdeed_does_not_go_to_the_police_first(router: Router) -> None:
    routing = router.route("", "Oknum polisi memeras pengendara", Place("", RegionCode("32.76")))

    assert routing.best is not None
    assert not routing.best.agency.code.startswith("polri")


def test_a_fire_is_a_danger_and_still_a_report(router: Router) -> None:
    routing = router.route("", "Ada kebakaran di pasar", Place("", RegionCode("33.72")))

    assert routing.emergency is Emergency.FIRE
    assert routing.suggestions


def test_a_text_that_says_nothing_is_left_to_an_admin(router: Router) -> None:
    routing = router.route("", "halo selamat pagi")

    assert routing.suggestions == ()
    assert not routing.needs_place


def test_within_one_government_the_place_need_not_be_asked() -> None:
    city = Router.load(scope=(AgencyCode("32.71"),))

    routing = city.route("", "Lampu jalan mati")

    assert routing.best is not None
    assert routing.best.agency.code == "32.71/perhubungan"


def test_what_lies_outside_the_scope_is_left_to_an_admin() -> None:
    city = Router.load(scope=(AgencyCode("32.71"),))

    routing = city.route("", "Paspor saya belum selesai")

    assert all(each.agency.code.startswith("32.71") for each in routing.suggestions)


def test_nobody_is_asked_for_a_place_where_it_decides_nothing() -> None:
    company = Router.load(scope=(AgencyCode("pln"),))

    assert not company.route("", "Jalan rusak parah").needs_place
    assert not company.route("", "Petugas kelurahan minta pungli").needs_place


def test_a_keyword_added_in_the_chat_counts_at_once(router: Router) -> None:
    taught = router.with_keywords((Keyword(Sector.TOURISM_SPORT_CULTURE, "karapan", 5.0),))

    topics, _ = taught.topics.of("", "Karapan di kampung kami")

    assert topics[0].sector is Sector.TOURISM_SPORT_CULTURE
    assert taught.version != router.version


def test_a_keyword_taken_away_counts_no_more(router: Router) -> None:
    without = router.with_keywords((Keyword(Sector.DEFENCE, "wantannas", 0.0),))

    topics, _ = without.topics.of("", "wantannas")

    assert topics == ()


def test_an_unknown_code_has_no_inspectorate(router: Router) -> None:
    assert router.inspectorate_of(AgencyCode("no-such-agency")) is None


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("There is a big hole in the road near my house in Depok", Sector.ROADS_AND_WATER),
        ("Garbage has not been collected in Denpasar for two weeks", Sector.ENVIRONMENT),
        ("The street light in front of my house in Bandung is dead", Sector.TRANSPORT),
        ("Power outage every night in Ubud", Sector.ELECTRICITY),
        ("How much is a new passport?", Sector.IMMIGRATION_AND_LAW),
    ],
)
def test_a_report_in_english_finds_its_sector(router: Router, text: str, sector: Sector) -> None:
    best = router.route("", text).best

    assert best is not None
    assert best.sector is sector
