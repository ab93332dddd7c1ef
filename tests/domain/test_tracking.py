"""The tracking number: read as people type it, and never mistaken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tracking import (
    ALPHABET,
    TrackingNumber,
    looks_like_a_number,
    new_tracking_number,
    read_tracking_number,
)

NUMBERS = st.integers(0, 2**50 - 1).map(lambda bits: new_tracking_number(lambda _: bits))
PLACES = st.integers(0, 10)


def letters(number: TrackingNumber) -> str:
    return number.removeprefix("LPR-").replace("-", "")


@given(NUMBERS)
def test_a_number_reads_as_itself(number: TrackingNumber) -> None:
    assert read_tracking_number(number) == number


@given(NUMBERS)
def test_a_number_is_understood_in_lower_case_without_dashes_and_with_look_alikes(
    number: TrackingNumber,
) -> None:
    typed = "lpr" + letters(number).lower().replace("0", "o").replace("1", "l")

    assert read_tracking_number(f"nomor saya {typed} ya") == number


@given(NUMBERS, PLACES, st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_caught(number: TrackingNumber, place: int, letter: str) -> None:
    right = letters(number)
    wrong = right[:place] + letter + right[place + 1 :]

    if wrong != right:
        assert read_tracking_number(f"LPR-{wrong}") is None


@given(NUMBERS, st.integers(1, 2), PLACES)
def test_swapped_letters_are_caught(number: TrackingNumber, apart: int, place: int) -> None:
    written = list(letters(number))
    other = place + apart
    if other >= len(written):
        return
    written[place], written[other] = written[other], written[place]

    if "".join(written) != letters(number):
        assert read_tracking_number("LPR-" + "".join(written)) is None


@pytest.mark.parametrize("text", ["", "LPR", "LPR-1234", "halo", "LPR-UUUU-UUUU-UUU", "1234567"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_tracking_number(text) is None


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_tracking_number(text)
    looks_like_a_number(text)


def test_numbers_differ() -> None:
    assert len({new_tracking_number() for _ in range(2_000)}) == 2_000
