"""Words typed where a button stands."""

from zoneinfo import ZoneInfo

import pytest

from bot.domain.agency import AgencyCode
from bot.domain.place import RegionCode
from bot.ui.buttons.button import Button
from bot.ui.buttons.citizen import DraftAct, DraftAgency, DraftDoes, DraftPlace
from bot.ui.screen import Choice
from bot.ui.texts import Texts
from bot.ui.typed import named, names_a_button

TRANSPORT = AgencyCode("32.01/perhubungan")
TEXTS = Texts.load(ZoneInfo("Asia/Jakarta"))
CARD = (
    (Choice("Kirim", DraftDoes(7, DraftAct.SEND).pack()),),
    (Choice("Anonim: tidak", DraftDoes(7, DraftAct.ANONYMOUS).pack()),),
)
PLACES = (
    (Choice("Kota Bogor", DraftPlace(7, RegionCode("32.71")).pack()),),
    (Choice("Kab. Bogor", DraftPlace(7, RegionCode("32.01")).pack()),),
    (Choice("Saya tidak tahu", DraftDoes(7, DraftAct.NO_PLACE).pack()),),
)
AGENCIES = (
    (Choice("Dinas Perhubungan Kab. Bogor", DraftAgency(7, TRANSPORT).pack()),),
    (Choice("Dinas PUPR Kab. Bogor", DraftAgency(7, AgencyCode("32.01/pu")).pack()),),
)
SEND = DraftDoes(7, DraftAct.SEND)


def button_for(words: str, *offered: tuple[tuple[Choice, ...], ...]) -> Button | None:
    return named(words, offered, TEXTS.speech("id"), TEXTS)


@pytest.mark.parametrize("words", ["Kirim", "kirim", "KIRIM!", "kirim aja dong", "Ya", "send"])
def test_a_label_and_its_other_words_press_the_button(words: str) -> None:
    assert button_for(words, CARD) == SEND


@pytest.mark.parametrize("words", ["kirim foto", "iya rusak", "tidak", "", "jalan rusak"])
def test_other_words_press_nothing(words: str) -> None:
    assert button_for(words, CARD) is None


def test_a_switch_is_called_by_its_name_without_its_state() -> None:
    assert button_for("anonim", CARD) == DraftDoes(7, DraftAct.ANONYMOUS)


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("kota", "32.71"),
        ("yang kota", "32.71"),
        ("yang jauh", None),
        ("kabupaten bogor", "32.01"),
        ("kab", "32.01"),
    ],
)
def test_a_place_is_called_by_any_part_that_names_it_alone(words: str, region: str | None) -> None:
    found = button_for(words, PLACES)

    assert found == (DraftPlace(7, RegionCode(region)) if region else None)


def test_a_part_that_two_places_share_names_neither() -> None:
    assert button_for("bogor", PLACES) is None


@pytest.mark.parametrize("words", ["gak tau", "Saya tidak tahu", "kurang tahu min", "no idea"])
def test_not_knowing_is_understood_however_it_is_said(words: str) -> None:
    assert button_for(words, PLACES) == DraftDoes(7, DraftAct.NO_PLACE)


def test_an_agency_is_called_by_the_beginning_of_its_name() -> None:
    assert button_for("dinas perhubungan", AGENCIES) == DraftAgency(7, TRANSPORT)


@pytest.mark.parametrize("words", ["dinas", "kab bogor", "perhubungan"])
def test_a_word_that_might_be_of_the_story_chooses_no_agency(words: str) -> None:
    assert button_for(words, AGENCIES) is None


def test_the_first_rows_that_have_the_word_count() -> None:
    sure = ((Choice("Ya, buang", DraftDoes(7, DraftAct.CANCEL_SURE).pack()),),)

    assert button_for("ya", sure, CARD) == DraftDoes(7, DraftAct.CANCEL_SURE)


@pytest.mark.parametrize("words", ["Lampu jalan mati", "Cibinong", "sampah"])
def test_words_of_a_report_name_no_button(words: str) -> None:
    assert not names_a_button(words, TEXTS)
