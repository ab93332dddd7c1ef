"""Buttons: packed into 64 bytes, unpacked or refused as stale, each with a handler."""

from dataclasses import fields
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.buttons import BUTTONS, read_button
from bot.ui.buttons.button import MOST_BYTES, Button, StaleButton
from bot.ui.buttons.citizen import DraftDoes
from handlers.presses import ACTS

LONGEST_AGENCY = "kementerian-pendayagunaan-aparatur-negara"


def examples(kind: type[Button]) -> st.SearchStrategy[Button]:
    values: list[st.SearchStrategy[object]] = []
    for field in fields(kind):  # type: ignore[arg-type]
        if field.type is int:
            values.append(st.integers(0, 2**42))
        elif isinstance(field.type, type) and issubclass(field.type, StrEnum):
            values.append(st.sampled_from(list(field.type)))
        elif field.name == "period":
            values.append(st.sampled_from(["d30", "2026-11", "tahun ini"]))
        else:
            values.append(st.sampled_from(["32.01/perhubungan", LONGEST_AGENCY, "-", "id"]))
    return st.tuples(*values).map(lambda given: kind(*given))


@pytest.mark.parametrize("kind", BUTTONS)
def test_a_button_comes_back_as_it_was(kind: type[Button]) -> None:
    @given(examples(kind))
    def comes_back(button: Button) -> None:
        packed = button.pack()

        assert len(packed.encode()) <= MOST_BYTES
        assert read_button(packed) == button

    comes_back()


def test_no_tag_is_used_twice() -> None:
    assert len({kind.tag for kind in BUTTONS}) == len(BUTTONS)


def test_no_letter_of_an_act_means_two_acts() -> None:
    acts = {
        field.type
        for kind in BUTTONS
        for field in fields(kind)  # type: ignore[arg-type]
        if isinstance(field.type, type) and issubclass(field.type, StrEnum)
    }

    assert {act.__name__ for act in acts if len(act) != len(act.__members__)} == set()


@given(st.text(max_size=64))
def test_anything_else_is_stale(data: str) -> None:
    try:
        button = read_button(data)
    except StaleButton:
        return
    assert read_button(button.pack()) == button


@pytest.mark.parametrize("data", ["", "d", "d:1", "d:x:s", "d:1:zz", "d:1:s:1", "zz:1", "r:1"])
def test_an_old_or_forged_button_is_stale(data: str) -> None:
    with pytest.raises(StaleButton):
        read_button(data)


def test_a_field_with_a_colon_is_an_error() -> None:
    with pytest.raises(ValueError, match="colon"):
        DraftDoes("1:2", "s").pack()  # type: ignore[arg-type]


def test_every_button_has_a_handler() -> None:
    assert {*ACTS} | {BUTTONS[0]} == set(BUTTONS)
