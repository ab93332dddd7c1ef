"""Fluent entries that are parsed when they are first said."""

import pytest

from bot.ui.entries import Entries

SOURCE = """\
# A comment above.
-brand = LAPOR!
hello = Halo, { $name }. { promise }
promise = { -brand } menjawab
    { $days ->
        [one] besok
       *[other] dalam { $days } hari
    }.
button-send = Kirim
    .typed = kirim, ya
## A heading.
only-attributes =
    .label = Nomor
"""


def test_an_entry_is_said_with_all_that_it_speaks_of() -> None:
    said, wrong = Entries("id", [SOURCE]).say("hello", {"name": "Sari", "days": 3})

    assert said == "Halo, Sari. LAPOR! menjawab\ndalam 3 hari."
    assert wrong == ""


def test_a_later_source_stands_for_an_earlier_one_and_borrows_what_it_lacks() -> None:
    entries = Entries("jv", [SOURCE, "promise = { -brand } njawab\n"])

    assert entries.say("hello", {"name": "Sari"})[0] == "Halo, Sari. LAPOR! njawab"


def test_a_variable_that_is_not_filled_is_told() -> None:
    assert "name" in Entries("id", [SOURCE]).say("hello", {"days": 1})[1]


@pytest.mark.parametrize("key", ["absent", "only-attributes"])
def test_what_has_no_text_cannot_be_said(key: str) -> None:
    with pytest.raises(KeyError):
        Entries("id", [SOURCE]).say(key, {})


def test_messages_are_found_by_how_their_keys_begin() -> None:
    (found,) = Entries("id", [SOURCE]).named(("button-",))

    assert (found.id.name, found.attributes[0].id.name) == ("button-send", "typed")
