"""Which reports tell of the same trouble."""

import pytest

from bot.domain.place import Pin
from bot.routing.lexicon import Lexicon
from bot.routing.likeness import MOST_COMPARED, Likeness, Told, metres
from bot.routing.normalise import Reader

HOLE = "Jalan berlubang di depan pasar Cikaret, banyak motor jatuh"
HERE = Pin(-6.4816, 106.8560)


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    reader = Reader.load()
    return Likeness(reader, Lexicon.load(reader).everyday)


def alike(likeness: Likeness, words: str, *others: str) -> list[str]:
    return [text for _, text in likeness.alike(Told("", words), [Told(o, o) for o in others])]


def test_other_words_for_one_trouble_are_alike_and_the_most_alike_come_first(
    likeness: Likeness,
) -> None:
    again = "depan pasar cikaret jalannya bolong besar, bahaya buat motor"
    elsewhere = "Jalan berlubang di dekat stasiun lama"

    assert alike(likeness, HOLE, elsewhere, again, HOLE) == [HOLE, again]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lampu jalan nomor 3 mati di gang Mawar", "Lampu jalan nomor 8 mati di gang Mawar"),
        ("Puskesmas Sukamaju tutup sebelum jam sebelas", "Obat di Puskesmas Sukamaju habis"),
        (HOLE, ""),
        ("", ""),
    ],
)
def test_neighbours_and_other_troubles_are_not_alike(
    likeness: Likeness, one: str, other: str
) -> None:
    assert alike(likeness, one, other) == []


def test_shorthand_reads_like_the_full_words(likeness: Likeness) -> None:
    assert alike(likeness, "jln berlubang dpn pasar Cikaret, bnyk motor jatuh", HOLE) == [HOLE]


def test_a_word_that_all_have_says_little(likeness: Likeness) -> None:
    lamps = [
        f"Lampu jalan mati di gang {name}" for name in ("Mawar", "Melati", "Dahlia", "Tanjung")
    ]

    assert alike(likeness, "Lampu jalan mati di gang Mawar", *lamps) == [lamps[0]]


def test_pins_decide_where_both_have_one(likeness: Likeness) -> None:
    words = "Jalan di sini bolong besar"
    near, far = Pin(-6.4825, 106.8565), Pin(-6.4916, 106.8560)
    there = [Told("near", HOLE, near), Told("far", words, far), Told("unknown", HOLE)]

    found = likeness.alike(Told("", words, HERE), there)

    assert [name for _, name in found] == ["near"]


def test_metres_are_right_where_it_matters() -> None:
    assert metres(HERE, Pin(HERE.latitude + 0.001, HERE.longitude)) == pytest.approx(111.2, abs=0.5)
    assert metres(HERE, HERE) == 0


def test_no_more_than_two_hundred_are_looked_at(likeness: Likeness) -> None:
    others = [Told(n, "Sampah menumpuk di pinggir kali") for n in range(MOST_COMPARED)]

    assert likeness.alike(Told(-1, HOLE), [*others, Told(999, HOLE)]) == []
