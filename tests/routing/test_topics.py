"""What a report is about, told by its words alone."""

import pytest

from bot.domain.sector import Sector
from bot.routing.router import Router


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Jalan di kampung kami bolong bolong, sudah banyak yang jatuh", Sector.ROADS_AND_WATER),
        ("Dalan bolong neng ngarep omahku", Sector.ROADS_AND_WATER),
        ("Got depan rumah mampet, tiap hujan banjir", Sector.ROADS_AND_WATER),
        ("Listrik pareum ti peuting", Sector.ELECTRICITY),
        ("Lampu jalan mati sejak Senin", Sector.TRANSPORT),
        ("Juru parkir menarik lima ribu tanpa karcis", Sector.TRANSPORT),
        ("Sampah menumpuk tiga hari belum diangkut", Sector.ENVIRONMENT),
        ("Pohon besar sudah lapuk dan hampir tumbang", Sector.ENVIRONMENT),
        ("Banyu PDAM mati wis rong dino", Sector.WATER_SUPPLY),
        ("KTP elektronik saya belum jadi setahun", Sector.CIVIL_REGISTRY),
        ("Bansos PKH ibu saya dicoret", Sector.SOCIAL_AID),
        ("Puskesmas menolak pasien tanpa surat rujukan", Sector.HEALTH),
        ("Guru jarang masuk kelas, murid belajar sendiri", Sector.EDUCATION),
        ("Pedagang kaki lima menutup trotoar", Sector.PUBLIC_ORDER),
        ("Iuran BPJS Kesehatan saya ditagih dua kali", Sector.HEALTH_INSURANCE),
        ("Klaim JHT saya ditolak padahal sudah berhenti kerja", Sector.WORK_INSURANCE),
        ("Perusahaan belum membayar upah dan pesangon", Sector.LABOUR),
        ("Ada ular masuk rumah", Sector.FIRE_AND_DISASTER),
        ("Kios pasar tradisional disewakan dua kali", Sector.TRADE),
        ("Tetangga saya korban KDRT", Sector.WOMEN_AND_CHILDREN),
        ("Izin usaha tidak terbit di OSS", Sector.PERMITS),
        ("Hasil seleksi CPNS tidak muncul", Sector.CIVIL_SERVANTS),
        ("SPPT PBB belum saya terima", Sector.TAX_AND_REVENUE),
        ("Motor saya dicuri, penyidik tidak memberi kabar", Sector.POLICE),
        ("Nama saya tidak ada di DPT", Sector.NATIONAL_UNITY),
        ("Terminal Purabaya kotor", Sector.TRANSPORT),
        ("Pupuk subsidi langka di kelompok tani kami", Sector.FARMING_AND_FOOD),
        ("Paspor saya belum selesai", Sector.IMMIGRATION_AND_LAW),
        ("Debt collector pinjol meneror keluarga saya", Sector.BANKS_AND_INSURANCE),
        ("Elpiji 3 kg langka di pangkalan", Sector.ENERGY),
        ("Sertifikat tanah dari PTSL belum dibagikan", Sector.LAND),
        ("Kereta commuter line terlambat satu jam", Sector.TRAINS),
        ("Paket di kantor pos indonesia hilang", Sector.POST),
        ("Dana desa tidak dijelaskan kepala desa", Sector.VILLAGES),
        ("Penebangan liar di hutan lindung", Sector.FORESTRY),
        ("Bantuan perahu nelayan belum datang", Sector.FISHERY),
        ("Buku nikah dari KUA salah tanggal", Sector.RELIGION),
        ("Surat keterangan ahli waris dipersulit lurah", Sector.DISTRICT_OFFICE),
        ("Program magang di Lemhannas", Sector.DEFENCE),
        ("Dalane jeglongan kabeh, montor sering tiba", Sector.ROADS_AND_WATER),
        ("Wit gede ambruk nutup dalan", Sector.ENVIRONMENT),
        ("Oglangan terus neng desaku", Sector.ELECTRICITY),
        ("Jalan garinjul parah di kampung", Sector.ROADS_AND_WATER),
        ("Sapi berkeliaran di jalan raya", Sector.PUBLIC_ORDER),
        ("Trotoar dipakai jualan", Sector.PUBLIC_ORDER),
        ("Saldo KKS kosong tiga bulan", Sector.SOCIAL_AID),
        ("Truk overtonase bikin jalan hancur", Sector.TRANSPORT),
        ("Speed trap terlalu tinggi di depan sekolah", Sector.TRANSPORT),
        ("Saya sopir angkot belum menerima BLT sopir", Sector.TRANSPORT),
        ("Tolong potong pohon yang condong ke rumah", Sector.ENVIRONMENT),
        ("Rumah kami kebanjiran setiap tahun", Sector.ROADS_AND_WATER),
        ("Air tidak menyala dari pagi sampai malam", Sector.WATER_SUPPLY),
        ("Gang kami belum di paping", Sector.ROADS_AND_WATER),
        ("Lorong di belakang rumah becek sekali", Sector.ROADS_AND_WATER),
        ("Pete-pete berhenti sembarangan", Sector.TRANSPORT),
        ("Transportasi umum di kabupaten kami kurang", Sector.TRANSPORT),
        ("Jalan menuju bandara rusak parah", Sector.ROADS_AND_WATER),
        ("Selokan depan kantor Dinas Kesehatan rusak", Sector.ROADS_AND_WATER),
        ("Jalan Trans Sulawesi longsor lagi", Sector.ROADS_AND_WATER),
        ("BRT Trans Semarang tidak berhenti di halte", Sector.TRANSPORT),
        ("Mohon perbaikan infrastruktur jalan menuju pantai", Sector.ROADS_AND_WATER),
        ("Rumah potong ayam membuang limbah ke sungai", Sector.ENVIRONMENT),
    ],
)
def test_everyday_words_lead_to_the_sector(router: Router, text: str, sector: Sector) -> None:
    topics, _ = router.topics.of("", text)

    assert topics[0].sector is sector


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Saya menghubungi kantor itu tiga kali", Sector.TRANSPORT),
        ("Pengadaan kursi taman", Sector.INSPECTORATE),
        ("Tumpukan sampah di depan sekolah", Sector.EDUCATION),
        ("Lampu jalan mati dekat puskesmas", Sector.HEALTH),
        ("Mohon berikan penjelasan", Sector.FISHERY),
        ("Saya memohon bantuan bapak", Sector.ENVIRONMENT),
        ("Rumah saya di Jalan Pasar Minggu", Sector.TRADE),
        ("Anjing emang, jalan rusak terus", Sector.PUBLIC_ORDER),
        ("RUMAH TETANGGA SAYA KEBAKARAN", Sector.DISTRICT_OFFICE),
        ("Kami bayar pajak tapi jalan rusak", Sector.TAX_AND_REVENUE),
        ("Percuma bayar pajak, sampah tidak diangkut", Sector.TAX_AND_REVENUE),
        ("RT 03 RW 05 Kelurahan Sukamaju gelap, lampu jalan padam", Sector.DISTRICT_OFFICE),
    ],
)
def test_words_that_only_look_like_a_topic_mislead_nobody(
    router: Router, text: str, wrong: Sector
) -> None:
    topics, _ = router.topics.of("", text)

    assert not topics or topics[0].sector is not wrong


@pytest.mark.parametrize(
    "region",
    ["Semarang", "Rembang", "Kampar", "Bangka Barat", "Duren Sawit", "Pangkalan Susu", "Kandangan"],
)
def test_the_name_of_a_region_speaks_for_no_topic(router: Router, region: str) -> None:
    topics, _ = router.topics.of("", f"Mohon perhatiannya, kami warga {region}")

    assert {topic.sector for topic in topics} <= {Sector.DISTRICT_OFFICE}


@pytest.mark.parametrize("street", ["Guru", "Pramuka", "Nelayan", "Rumah Sakit", "Penghulu"])
def test_a_street_speaks_for_nothing_that_it_is_named_after(router: Router, street: str) -> None:
    topics, _ = router.topics.of("", f"Aspal di Jalan {street} mengelupas")

    assert topics[0].sector is Sector.ROADS_AND_WATER
    assert all(topic.score < topics[0].score / 2 for topic in topics[1:])


def test_the_street_behind_a_lamp_takes_nothing_from_the_lamp(router: Router) -> None:
    somewhere, _ = router.topics.of("", "Lampu jalan padam")
    there, _ = router.topics.of("", "Lampu jalan Sudirman padam")

    assert there[0].sector is somewhere[0].sector is Sector.TRANSPORT
    assert there[0].score > somewhere[0].score * 0.8


def test_who_writes_is_not_what_it_is_about(router: Router) -> None:
    topics, _ = router.topics.of("", "Saya ketua RT 03 RW 05, selokan kami mampet")

    assert topics[0].sector is Sector.ROADS_AND_WATER


def test_shorthand_in_capitals_may_mean_something_else(router: Router) -> None:
    def sectors(text: str) -> set[Sector]:
        return {topic.sector for topic in router.topics.of("", text)[0] if topic.reasons}

    assert Sector.FISHERY in sectors("TPI rusak")
    assert Sector.FISHERY not in sectors("tpi rusak") | sectors("TPI RUSAK")


def test_what_a_region_is_called_after_keeps_its_meaning(router: Router) -> None:
    topics, _ = router.topics.of("", "Kebun sawit milik warga, ada bangkai di tepinya")

    assert {Sector.FARMING_AND_FOOD, Sector.ENVIRONMENT} <= {topic.sector for topic in topics}


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("pusksmas menolak pasien", Sector.HEALTH),
        ("pemangkassan dahan di taman", Sector.ENVIRONMENT),
        ("disdukcpil tutup terus", Sector.CIVIL_REGISTRY),
        ("perpustkaan keliling tidak datang", Sector.LIBRARY_AND_ARCHIVE),
    ],
)
def test_a_slip_of_the_finger_is_understood(router: Router, slip: str, meant: Sector) -> None:
    topics, _ = router.topics.of("", slip)

    assert topics[0].sector is meant


def test_the_reasons_are_the_reporters_own_words(router: Router) -> None:
    topics, _ = router.topics.of("", "Lampu  JALAN sudah lama padam")

    assert topics[0].reasons[0].words == "Lampu JALAN"


def test_a_title_weighs_more_than_a_word_in_passing(router: Router) -> None:
    text = "Sudah seminggu begini. Anak saya sekolah di sana."

    topics, _ = router.topics.of("Tumpukan sampah", text)

    assert topics[0].sector is Sector.ENVIRONMENT


def test_saying_a_word_a_hundred_times_does_not_make_it_truer(router: Router) -> None:
    once = router.topics.of("", "sampah menumpuk")[0][0]

    often = router.topics.of("", "sampah menumpuk " * 100)[0][0]

    assert often.score <= once.score * 1.5


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("jalan2 rusak parahhh", "jalan rusak parah"),
        ("trotoar berlubang² di sini", "trotoar berlubang di sini"),
        ("sampahnyaaa numpukkk", "sampahnya menumpuk"),
        ("lobang besar di depan pasar", "lubang besar di depan pasar"),
        ("gelapppp di KemenPPPA dan DPPPA", "gelap di kemenpppa dan dpppa"),
    ],
)
def test_drawn_out_and_doubled_words_read_like_the_plain_ones(
    router: Router, written: str, plain: str
) -> None:
    assert router.topics.of("", written)[1].surfaces == router.topics.of("", plain)[1].surfaces


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Uang kembalian saya cuma curhat", Sector.POLICE),
        ("Bantuan sosial tidak disalurkan merata", Sector.ROADS_AND_WATER),
        ("Taman kota supaya berbunga", Sector.BANKS_AND_INSURANCE),
        ("Keberadaan barang kiriman tidak jelas", Sector.INSPECTORATE),
        ("Saya tidak tahu menahu soal perahu", Sector.IMMIGRATION_AND_LAW),
        ("Jalan di Tj Mas berdebu", Sector.TRAINS),
    ],
)
def test_a_word_is_not_taken_for_another_of_its_stem(
    router: Router, text: str, wrong: Sector
) -> None:
    topics, _ = router.topics.of("", text)

    assert wrong not in {topic.sector for topic in topics}


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Lampu PJU mati di jalan desa", {Sector.TRANSPORT, Sector.HOUSING}),
        ("Pohon tumbang menutup jalan", {Sector.ENVIRONMENT, Sector.HOUSING}),
        ("Gas elpiji langka di warung", {Sector.ENERGY, Sector.TRADE}),
        ("Kebakaran hutan dan kabut asap", {Sector.FORESTRY, Sector.ENVIRONMENT}),
    ],
)
def test_where_duties_are_divided_in_two_ways_both_are_offered(
    router: Router, text: str, sectors: set[Sector]
) -> None:
    topics, _ = router.topics.of("", text)

    assert sectors <= {topic.sector for topic in topics[:3]}


def test_the_end_of_the_title_and_the_beginning_of_the_text_are_no_phrase(router: Router) -> None:
    words = "Sampah menumpuk dan berbau, belum diangkut"

    topics, _ = router.topics.of(words, words)

    assert "diangkut Sampah" not in [reason.words for reason in topics[0].reasons]


def test_a_quarrel_that_the_kelurahan_knows_of_is_settled_there(router: Router) -> None:
    quarrel = "Suara bising dari rumah sebelah"

    told, _ = router.topics.of("", f"{quarrel}, ketua RT dan pihak kelurahan sudah diberi tahu")
    lived, _ = router.topics.of("", f"{quarrel}, RT 03 RW 05 Kelurahan Sukamaju")

    assert told[0].sector is Sector.DISTRICT_OFFICE
    assert lived[0].sector is Sector.PUBLIC_ORDER


def test_the_office_is_never_first_where_nobody_speaks_of_it(router: Router) -> None:
    topics, _ = router.topics.of("", "Dindingnya kumuh")

    office = next(topic for topic in topics if topic.sector is Sector.DISTRICT_OFFICE)
    assert office.score == topics[0].score / 2


def test_few_words_bring_in_the_neighbours_of_their_sector_even_behind_the_office(
    router: Router,
) -> None:
    topics, _ = router.topics.of("", "Pihak kelurahan belum menjawab soal akta")

    assert topics[0].sector is Sector.DISTRICT_OFFICE
    assert Sector.HOME_AFFAIRS in {topic.sector for topic in topics}
