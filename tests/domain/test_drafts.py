"""Drafts: words join, files come once, titles fit."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.draft import MOST_ATTACHMENTS, TITLE_LENGTH, Draft, title_of
from bot.domain.people import PersonId
from bot.domain.refusals import Refused, Why
from bot.domain.report import Attachment, FileKind

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
EMPTY = Draft(PersonId(1), NOW, NOW)


def photo(unique: str) -> Attachment:
    return Attachment(FileKind.PHOTO, f"file-{unique}", unique)


def test_a_text_that_telegram_cut_in_two_is_one_again() -> None:
    words = "kata " * 1_500

    draft = EMPTY.with_words(words[:4_096], NOW).with_words(words[4_096:], NOW)

    assert draft.text == words
    assert draft.goes_on


def test_a_text_that_telegram_cut_at_a_space_gets_it_back() -> None:
    first, second = ("kata " * 800).strip(), "kata lagi"

    draft = EMPTY.with_words(first, NOW).with_words(second, NOW).with_words("Itu saja.", NOW)

    assert draft.text == f"{first} {second}\nItu saja."
    assert not draft.goes_on


def test_what_is_said_later_stands_on_its_own_line() -> None:
    draft = EMPTY.with_words("Lampu mati.", NOW).with_words("Tiangnya miring.", NOW)

    assert draft.text == "Lampu mati.\nTiangnya miring."


def test_a_file_that_is_delivered_twice_is_kept_once() -> None:
    draft = EMPTY.with_attachment(photo("a"), NOW).with_attachment(photo("a"), NOW)

    assert len(draft.attachments) == 1


def test_the_twenty_first_file_is_refused_with_the_number() -> None:
    draft = EMPTY
    for number in range(MOST_ATTACHMENTS):
        draft = draft.with_attachment(photo(str(number)), NOW)

    with pytest.raises(Refused) as refused:
        draft.with_attachment(photo("one more"), NOW)

    assert refused.value.why is Why.TOO_MANY_FILES
    assert refused.value.facts == {"most": "20"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Assalamualaikum wr wb. Saya mau lapor. Jalan rusak di Cibinong. Tolong",
            "Jalan rusak di Cibinong",
        ),
        ("Selamat pagi, min, lampu jalan mati", "lampu jalan mati"),
        ("asalamualaikum\njalan\njalan rusak", "jalan rusak"),
        ("Banjir\ndi Cibinong", "Banjir di Cibinong"),
        ("Banjir. Rumah saya terendam", "Banjir"),
        ("Halo", "Halo"),
        ("Lampu jalan mati. Sudah seminggu.", "Lampu jalan mati"),
        ("\n\nJalan rusak\nparah", "Jalan rusak"),
        ("Kapan diperbaiki?", "Kapan diperbaiki"),
        ("Banjir di Kec. Ciawi, Jl. Raya. Tolong.", "Banjir di Kec. Ciawi, Jl. Raya"),
        ("", ""),
    ],
)
def test_a_title_is_the_first_sentence(text: str, title: str) -> None:
    assert title_of(text) == title


@given(st.text())
def test_a_title_always_fits(text: str) -> None:
    assert len(title_of(text)) <= TITLE_LENGTH
