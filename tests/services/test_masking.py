"""What tells who somebody is does not reach an agency that must not know."""

import pytest

from bot.services.masking import HIDDEN, hides_anything, mask


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("NIK 3201011202900001 belum jadi", "3201011202900001"),
        ("NIK 3201 0112 0290 0001", "3201 0112 0290 0001"),
        ("hubungi 0812-3456-7890 ya", "0812-3456-7890"),
        ("wa +62 812 3456 7890", "812 3456 7890"),
        ("tulis ke nama.saya@contoh.id", "nama.saya@contoh.id"),
        ("mobil B 1234 XYZ menabrak", "1234"),
        ("motor L1234AB", "1234AB"),
    ],
)
def test_personal_numbers_are_hidden(text: str, hidden: str) -> None:
    masked = mask(text)

    assert hidden not in masked
    assert HIDDEN in masked


@pytest.mark.parametrize(
    "text",
    [
        "Jalan rusak di RT 05 RW 03 sejak 2021",
        "SDN 3 Cibinong, Rp 200.000, 15 lampu",
        "Nomor LPR-7K3M-9QXD-4TC",
        "Tanggal 23-11-2026 pukul 09.30",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask(text) == text
    assert not hides_anything(text)
