"""Long texts, cut so that a reader does not stumble and Telegram does not refuse."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.split import UNITS, split_html, units

TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")


def plain(source: str) -> str:
    return html.unescape(TAG.sub("", source))


def balanced(source: str) -> bool:
    still_open: list[str] = []
    for closing, tag in TAG.findall(source):
        if not closing:
            still_open.append(tag)
        elif not still_open or still_open.pop() != tag:
            return False
    return not still_open


def test_a_text_that_fits_stays_as_it_is() -> None:
    text = "<b>Lampu</b> mati &amp; gelap\n"

    assert split_html(text) == (text,)


def test_a_blank_text_is_no_message() -> None:
    assert split_html(" \n") == ()


def test_markup_without_words_is_no_message() -> None:
    assert split_html("<b> </b>" * 9, limit=8) == ()


def test_markup_and_escapes_do_not_count() -> None:
    text = "<b>" + "&amp;" * UNITS + "</b>"

    assert split_html(text) == (text,)


def test_emoji_count_twice() -> None:
    parts = split_html("😀" * UNITS)

    assert [units(part) for part in parts] == [UNITS, UNITS]


def test_a_cut_falls_between_paragraphs_first() -> None:
    text = "Satu. Dua.\n\nTiga. Empat.\nLima."

    assert split_html(text, limit=22) == ("Satu. Dua.", "Tiga. Empat.\nLima.")


def test_a_cut_falls_between_sentences_before_words() -> None:
    text = "Jalan rusak parah. Sudah lama sekali begitu"

    assert split_html(text, limit=30) == ("Jalan rusak parah.", "Sudah lama sekali begitu")


def test_a_cut_falls_between_words_before_letters() -> None:
    assert split_html("lampu jalan mati", limit=12) == ("lampu jalan", "mati")


def test_bold_goes_on_in_the_next_message() -> None:
    text = '<b>satu <a href="https://lapor.go.id">dua tiga</a></b> empat'

    parts = split_html(text, limit=9)

    assert parts == (
        '<b>satu <a href="https://lapor.go.id">dua</a></b>',
        '<b><a href="https://lapor.go.id">tiga</a></b>',
        "empat",
    )


def test_a_composed_emoji_stays_whole() -> None:
    family = "👨‍👩‍👧"

    parts = split_html(family * 3, limit=units(family) + 3)

    assert parts == (family,) * 3


WORDS = st.lists(
    st.one_of(
        st.text(alphabet="ab .\n😀&<", min_size=1, max_size=30).map(html.escape),
        st.text(alphabet="cd .\n", min_size=1, max_size=20).map(lambda t: f"<b>{t}</b>"),
        st.text(alphabet="ef ", min_size=1, max_size=20).map(lambda t: f"<i>x<u>{t}</u></i>"),
    ),
    max_size=12,
)


@given(WORDS, st.integers(min_value=8, max_value=60))
def test_nothing_is_lost_nothing_is_too_long_and_every_tag_is_closed(
    pieces: list[str], limit: int
) -> None:
    text = "".join(pieces)

    parts = split_html(text, limit)

    assert "".join(plain("".join(parts)).split()) == "".join(plain(text).split())
    assert all(units(plain(part).strip()) <= limit for part in parts)
    assert all(balanced(part) for part in parts)
    assert all(plain(part).strip() for part in parts)


@pytest.mark.parametrize("text", ["<", "a & b", "</b>x"])
def test_odd_markup_is_never_an_endless_loop(text: str) -> None:
    assert split_html(text * 30, limit=8)[0]
