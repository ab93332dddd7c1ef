"""What is said to the bot itself, told from what is a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.smalltalk import (
    Talk,
    announces_report,
    asks_of_one,
    is_shrug,
    small_talk,
    wants_no_name,
)


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("halo", Talk.GREETING),
        ("Selamat pagi min", Talk.GREETING),
        ("Assalamualaikum wr. wb.", Talk.GREETING),
        ("P", Talk.GREETING),
        ("terima kasih pak", Talk.THANKS),
        ("makasih banyak atas bantuannya", Talk.THANKS),
        ("mau lapor dong", Talk.REPORTING),
        ("permisi min, mau tanya", Talk.REPORTING),
        ("I want to report something", Talk.REPORTING),
        ("kapan laporan saya selesai?", Talk.MY_REPORTS),
        ("kok aduan saya belum dijawab", Talk.MY_REPORTS),
        ("laporan saya", Talk.MY_REPORTS),
        ("mau bicara dengan petugas, bukan robot", Talk.SOMEBODY),
        ("nomor call center berapa?", Talk.SOMEBODY),
        ("hapus semua data saya", Talk.ERASING),
        ("delete my account please", Talk.ERASING),
        ("data apa saja yang disimpan tentang saya?", Talk.MY_DATA),
        ("gimana cara lapornya?", Talk.HELP),
        ("tolong", Talk.PLEADING),
        ("tolong ya pak", Talk.PLEADING),
        ("status", Talk.MY_REPORTS),
        ("sudah sampai mana pak", Talk.MY_REPORTS),
        ("kok belum ada kabar", Talk.MY_REPORTS),
        ("kapan dijawab?", Talk.MY_REPORTS),
        ("when will it be answered?", Talk.MY_REPORTS),
        ("batalkan laporan saya", Talk.WITHDRAWING),
        ("eh gak jadi", Talk.WITHDRAWING),
        ("english please", Talk.LANGUAGE),
        ("bisa bahasa inggris?", Talk.LANGUAGE),
        ("how does this work", Talk.HELP),
        ("asalamualaikum nak", Talk.GREETING),
        ("Assallamu'alaikum wr wb", Talk.GREETING),
        ("makasih ya nak", Talk.THANKS),
        ("kapan?", Talk.MY_REPORTS),
        ("kok lama", Talk.MY_REPORTS),
        ("sdh blm pak", Talk.MY_REPORTS),
        ("gimana pak", Talk.WONDERING),
        ("gmn nak", Talk.WONDERING),
        ("??", Talk.WONDERING),
        ("🙏🏼", Talk.THANKS),
        ("👍👍", Talk.THANKS),
        ("alhamdulillah nak", Talk.THANKS),
        ("woi", Talk.GREETING),
        ("cepetan dong", Talk.PLEADING),
        ("ini siapa?", Talk.HELP),
        ("apa aja yg bisa dilaporin", Talk.HELP),
    ],
)
def test_what_is_said_to_the_bot_itself_is_understood(text: str, talk: Talk) -> None:
    assert small_talk(text) is talk


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lampu mati",
        "selamat pagi, jalan rusak",
        "pagi pak ada banjir",
        "mau lapor jalan rusak",
        "laporan saya tentang lampu kapan beres",
        "petugas belum datang",
        "data saya di dukcapil salah",
        "terima kasih, tapi lampunya mati lagi",
        "saya mau tanya cara bikin paspor",
        "tolong ada kebakaran",
        "status KTP saya belum jadi",
        "guru bahasa inggris tidak pernah datang",
        "laporan saya dibatalkan sepihak",
        "bansos batal cair",
        "sudah lama",
        "lama sekali antrinya",
        "kapan lampunya diganti",
        "asal salam",
        "siapa yang bertanggung jawab",
        "ambulans lambat, cepat datang",
    ],
)
def test_what_tells_anything_is_a_report(text: str) -> None:
    assert small_talk(text) is None


@given(st.text())
def test_a_word_that_is_no_small_talk_makes_a_report_of_any_text(text: str) -> None:
    assert small_talk(f"{text} trotoar") is None


@given(st.text(alphabet="😭!.- "))
def test_signs_alone_are_a_shrug(text: str) -> None:
    assert is_shrug(text) is bool(text)
    assert small_talk(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tolong rahasiakan identitas saya pak, saya takut",
        "jangan sampai mereka tau nama saya",
        "jangan sebut nama saya ya",
        "Petugas minta uang. Nama saya mohon dirahasiakan.",
        "please hide my name",
        "suami saya kasar, jangan kasih tau siapa2",
        "saya lapor secara anonim",
    ],
)
def test_who_asks_not_to_be_named_is_understood(text: str) -> None:
    assert wants_no_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nama saya di KTP salah",
        "jangan sampai nama saya salah lagi di KK",
        "Nama jalan di depan rumah tidak ada",
        "Data kependudukan saya bocor, identitas dipakai orang",
    ],
)
def test_a_name_in_a_story_hides_nobody(text: str) -> None:
    assert not wants_no_name(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("yang jalan gimana", (Talk.MY_REPORTS, "jalan")),
        ("laporan soal lampu jalan kapan selesai pak?", (Talk.MY_REPORTS, "lampu jalan")),
        ("kapan lampunya diperbaiki", (Talk.MY_REPORTS, "lampunya diperbaiki")),
        ("batalkan yang air", (Talk.WITHDRAWING, "air")),
        ("yang sampah gak jadi batalin aja", (Talk.WITHDRAWING, "sampah")),
        ("lampunya masih mati", None),
        ("gimana", None),
        ("batalkan laporan saya", None),
        ("gimana kalau jalan ini dibuat satu arah saja", None),
    ],
)
def test_who_asks_after_one_report_says_which(text: str, asked: tuple[Talk, str] | None) -> None:
    assert asks_of_one(text) == asked


@pytest.mark.parametrize(
    ("text", "announces"),
    [
        ("saya mau lapor guru SMP minta uang gedung", True),
        ("Permisi pak, ingin melaporkan jalan berlubang", True),
        ("i want to report a broken road", True),
        ("mau lapor", False),
        ("lampunya masih mati, saya mau lapor ke mana lagi", False),
        ("laporan saya kapan selesai", False),
    ],
)
def test_who_opens_with_the_wish_to_report_tells_something_new(text: str, announces: bool) -> None:
    assert announces_report(text) is announces
