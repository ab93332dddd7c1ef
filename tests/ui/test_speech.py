"""How a language speaks: its days and numbers, what it borrows, and whose words it escapes."""

import html
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.ui.texts import Html, MissingText, Texts

MONDAY = date(2026, 11, 30)
LATE_ON_SUNDAY_IN_LONDON = datetime(2026, 11, 29, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load(ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("id", "Senin, 30 November 2026", "Sen 30 Nov"),
        ("en", "Monday, 30 November 2026", "Mon 30 Nov"),
        ("jv", "Senin, 30 November 2026", "Sen 30 Nov"),
    ],
)
def test_a_day_is_said_in_full_to_citizens_and_in_short_at_work(
    texts: Texts, language: str, long: str, short: str
) -> None:
    say = texts.speech(language)

    assert say.day(MONDAY) == long
    assert say.short_day(MONDAY) == short


def test_a_moment_is_told_in_the_time_of_the_place(texts: Texts) -> None:
    say = texts.speech("id")

    assert say.day(LATE_ON_SUNDAY_IN_LONDON) == "Senin, 30 November 2026"
    assert say.time(LATE_ON_SUNDAY_IN_LONDON) == "05.12"


def test_the_clock_has_24_hours_in_english_too(texts: Texts) -> None:
    half_past_eight_in_the_evening = datetime(2026, 11, 30, 13, 30, tzinfo=UTC)

    assert texts.speech("en").time(half_past_eight_in_the_evening) == "20:30"


def test_one_is_not_many_in_english(texts: Texts) -> None:
    say = texts.speech("en")

    assert say("files-photo", count=1) == "1 photo"
    assert say("files-photo", count=2) == "2 photos"
    assert say("case-late", days=1) == "1 working day late"


def test_large_numbers_are_grouped_as_each_language_does(texts: Texts) -> None:
    assert "1.234 huruf" in texts.speech("id")("case-more", count=1234)
    assert "1,234 characters" in texts.speech("en")("case-more", count=1234)


def test_words_of_people_are_escaped_once(texts: Texts) -> None:
    say = texts.speech("id")

    plain = say("card-place", place="RT 1 & <b>RT 2</b>")
    again = say("notice-quote", text=Html(plain))

    assert plain == "Tempat: RT 1 &amp; &lt;b&gt;RT 2&lt;/b&gt;"
    assert again == f"“{plain}”"


def test_javanese_borrows_the_words_of_the_office_from_indonesian(texts: Texts) -> None:
    indonesian, javanese = texts.speech("id"), texts.speech("jv")

    assert javanese("case-stopped") == indonesian("case-stopped")
    assert javanese("button-send") != indonesian("button-send")


@pytest.mark.parametrize(
    ("code", "language"),
    [("en-GB", "en"), ("en", "en"), ("jv", "jv"), ("id", "id"), ("nl", "id"), (None, "id")],
)
def test_telegrams_language_code_chooses_the_language(
    texts: Texts, code: str | None, language: str
) -> None:
    assert texts.language_of(code) == language


def test_a_text_that_is_not_there_is_an_error_and_never_a_blank(texts: Texts) -> None:
    say = texts.speech("id")

    with pytest.raises(MissingText, match="no-such-text"):
        say("no-such-text")
    with pytest.raises(MissingText, match="card-place"):
        say("card-place")


def test_words_longer_than_fluent_takes_are_said_whole() -> None:
    say = Texts.load(ZoneInfo("Asia/Jakarta")).speech("id")
    told = "Kabel <putus>. " * 400

    said = say("notice-quote", text=told)

    assert said == f"“{html.escape(told, quote=False)}”"
