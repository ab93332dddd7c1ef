"""How people say that a report goes to the wrong agency."""

import pytest

from bot.domain.objection import Objection, read_objection


@pytest.mark.parametrize(
    ("words", "wrong", "right"),
    [
        ("Bukan dinas perhubungan, harusnya dinas sosial", "dinas perhubungan", "dinas sosial"),
        ("harusnya ke dinas pu bukan dishub", "dishub", "dinas pu"),
        ("kok dishub? harusnya pln", "dishub", "pln"),
        ("itu bukan tanggung jawab dishub", "dishub", ""),
        ("eh salah, harusnya pupr", "", "pupr"),
        ("ini urusan PLN", "", "pln"),
        ("teruskan ke dinas sosial", "", "dinas sosial"),
    ],
)
def test_which_agency_is_denied_and_which_is_meant(words: str, wrong: str, right: str) -> None:
    assert read_objection(words) == Objection(wrong, right)


@pytest.mark.parametrize(
    "words",
    ["", "Lampu jalan mati", "tapi bank itu tidak mau", "bukan\nitu", "harusnya " + "x " * 14],
)
def test_a_story_has_not_the_form(words: str) -> None:
    assert read_objection(words) is None
