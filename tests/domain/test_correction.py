"""What somebody says who has told the place or the day wrong, told from a story."""

import pytest

from bot.domain.correction import read_correction


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("bukan di Cibinong, di Citeureup", "di citeureup"),
        ("salah, bukan di Citeureup, di Jonggol", "di jonggol"),
        ("bukan di citeureup pak tapi di ciawi", "di ciawi"),
        ("bukan cibinong, citeureup ding", "citeureup"),
        ("maksud saya di Ciawi", "di ciawi"),
        ("eh salah, kabupaten bogor", "kabupaten bogor"),
        ("tempatnya di bogor kota", "di bogor kota"),
        ("yang benar di ciawi pak", "di ciawi"),
        ("ralat: di Jonggol", "di jonggol"),
        ("eh sejak kemarin", "sejak kemarin"),
        ("bukan senin tapi selasa", "selasa"),
        ("sejak 2 hari lalu", "sejak 2 hari lalu"),
    ],
)
def test_what_is_meant_instead_is_found(said: str, meant: str) -> None:
    assert read_correction(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Salah satu warga jatuh di sana",
        "Lampu jalan mati di Cibinong",
        "Di Jonggol juga mati",
        "kemarin juga mati",
        "eh kemarin juga mati di Bogor",
        "bukan hanya lampu, tapi jalan juga rusak",
        "bukan main panasnya",
        "bukan di Cibinong, tapi menurut tetangga saya yang lewat tiap pagi di Citeureup sana",
        "bukan di sini\ntapi di sana",
    ],
)
def test_a_story_corrects_nothing(said: str) -> None:
    assert read_correction(said) == ""
