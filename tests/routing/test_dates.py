"""When it happened, read from the reporter's words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.routing.dates import MAX_CHARACTERS, read_date

WEDNESDAY = date(2026, 3, 11)
WORDS_ABOUT_TIME = (
    *("sejak", "sudah", "tanggal", "kemarin", "lalu", "minggu", "hari", "bulan", "tahun", "se"),
    *("tadi", "malam", "senin", "jumat", "ini", "yang", "februari", "maret", "/", "-"),
    *("31", "29", "2", "0", "999", "2026", "1900", "9999", "31/12/2099", "99/99/99"),
)


@pytest.mark.parametrize(
    ("text", "day", "since", "words"),
    [
        ("Lampu jalan mati sejak Senin, tolong", date(2026, 3, 9), True, "sejak Senin"),
        ("Sejak Rabu air keruh", date(2026, 3, 11), True, "Sejak Rabu"),
        ("Sejak Kamis air keruh", date(2026, 3, 5), True, "Sejak Kamis"),
        ("Kemarin ada kecelakaan", date(2026, 3, 10), False, "Kemarin"),
        ("pohon tumbang kmrn sore", date(2026, 3, 10), False, "kmrn sore"),
        ("kemarin lusa petugas datang", date(2026, 3, 9), False, "kemarin lusa"),
        ("td mlm ada balap liar", date(2026, 3, 10), False, "td mlm"),
        ("tadi pagi pasar terbakar", date(2026, 3, 11), False, "tadi pagi"),
        ("hari ini loket tutup", date(2026, 3, 11), False, "hari ini"),
        ("loket tutup dua hari lalu", date(2026, 3, 9), False, "dua hari lalu"),
        ("2 mgg yg lalu saya lapor", date(2026, 2, 25), False, "2 mgg yg lalu"),
        ("dua puluh hari lalu", date(2026, 2, 19), False, "dua puluh hari lalu"),
        ("sampah sudah 3 minggu menumpuk", date(2026, 2, 18), True, "sudah 3 minggu"),
        ("sdh 2 hr listrik padam", date(2026, 3, 9), True, "sdh 2 hr"),
        ("3 hari terakhir air mati", date(2026, 3, 8), True, "3 hari terakhir"),
        ("seminggu yang lalu dijanjikan", date(2026, 3, 4), False, "seminggu yang lalu"),
        ("minggu lalu dijanjikan", date(2026, 3, 4), False, "minggu lalu"),
        ("hari Minggu ada pasar", date(2026, 3, 8), False, "hari Minggu"),
        ("Rabu lalu dijanjikan", date(2026, 3, 4), False, "Rabu lalu"),
        ("pada tanggal 5 Maret saya datang", date(2026, 3, 5), False, "tanggal 5 Maret"),
        ("saya datang 20 Desember", date(2025, 12, 20), False, "20 Desember"),
        ("saya datang 5/3/2026", date(2026, 3, 5), False, "5/3/2026"),
        ("saya datang 05-03-26", date(2026, 3, 5), False, "05-03-26"),
        ("tgl 12 saya datang", date(2026, 2, 12), False, "tgl 12"),
        ("bulan lalu saya datang", date(2026, 2, 11), False, "bulan lalu"),
        ("jalan rusak sejak Januari", date(2026, 1, 1), True, "sejak Januari"),
        ("jalan rusak sejak April 2024", date(2024, 4, 1), True, "sejak April 2024"),
        ("jalan rusak sejak tahun 2020", date(2020, 1, 1), True, "sejak tahun 2020"),
        ("lampu mati 29 Februari", date(2024, 2, 29), False, "29 Februari"),
        ("Kemarin saya lapor, sudah 2 bulan rusak", date(2026, 1, 11), True, "sudah 2 bulan"),
    ],
)
def test_what_people_write_about_time_is_understood(
    text: str, day: date, since: bool, words: str
) -> None:
    happened = read_date(text, WEDNESDAY)

    assert happened is not None
    assert (happened.day, happened.since, happened.words) == (day, since, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "besok akan diperbaiki",
        "rapat tanggal 5 Maret 2027",
        "tanggal 31 Februari",
        "tgl 31 saya datang",
        "setiap Senin macet",
        "loket buka Senin-Jumat",
        "buka Senin s/d Kamis",
        "RT 05/03 gelap",
        "surat nomor 021/3/2026",
        "saya lahir 5 Maret 1990",
        "anak saya sudah 17 tahun",
        "beberapa hari yang lalu",
        "Pasar Senen macet",
        "kira-kira 3 minggu selesai",
    ],
)
def test_what_names_no_day_that_was_gives_none(text: str) -> None:
    happened = read_date(text, WEDNESDAY)

    assert happened is None


@given(st.text(max_size=400), st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_any_text_gives_no_error_and_no_day_to_come(text: str, today: date) -> None:
    happened = read_date(text, today)

    assert happened is None or happened.day <= today


@given(
    st.lists(
        st.sampled_from(WORDS_ABOUT_TIME),
        max_size=30,
    ),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)),
)
def test_any_row_of_words_about_time_gives_no_day_to_come(words: list[str], today: date) -> None:
    text = " ".join(words)

    happened = read_date(text, today)

    assert happened is None or (happened.day <= today and happened.words)


def test_a_text_that_never_ends_is_read_only_so_far() -> None:
    text = "sejak " * MAX_CHARACTERS + "kemarin"

    happened = read_date(text, WEDNESDAY)

    assert happened is None


@pytest.mark.parametrize(
    ("text", "day", "since"),
    [
        ("no light since last week", date(2026, 11, 18), True),
        ("a motorcycle fell yesterday", date(2026, 11, 24), False),
        ("three days ago the pipe burst", date(2026, 11, 22), False),
        ("nobody has come for the past 3 months", date(2026, 8, 25), True),
        ("broken since Monday", date(2026, 11, 23), True),
        ("on 12 May 2026 I handed it in", date(2026, 5, 12), False),
        ("last night", date(2026, 11, 24), False),
        ("this morning", date(2026, 11, 25), False),
    ],
)
def test_english_days_are_read_too(text: str, day: date, since: bool) -> None:
    happened = read_date(text, date(2026, 11, 25))

    assert happened is not None
    assert (happened.day, happened.since) == (day, since)


def test_may_is_a_month_only_beside_a_day_or_a_year() -> None:
    assert read_date("may I ask for a lamp", date(2026, 11, 25)) is None
