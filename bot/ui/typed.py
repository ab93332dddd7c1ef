"""What a person types where a button stands: its label, or other words for the same."""

from collections.abc import Iterable

from bot.ui.buttons import read_button
from bot.ui.buttons.button import Button
from bot.ui.buttons.citizen import DraftAgency, DraftPlace
from bot.ui.screen import Choice, Rows
from bot.ui.texts import Speech, Texts, fold, label_of

MOST_WORDS = 6
_OF_A_NAME = 2
"""So many words of an agency's name are meant as its name."""


def names_a_button(words: str, texts: Texts) -> bool:
    """Say whether there is any button, on whatever screen, that is called so."""
    return fold(words) in texts.typed


def means_yes(words: str, texts: Texts) -> bool:
    """Say whether they agree, in the words that send a report off too."""
    return "button-send" in texts.typed.get(fold(words), ())


def means_cancel(words: str, texts: Texts) -> bool:
    """Say whether they leave alone what is asked of them."""
    return "button-cancel" in texts.typed.get(fold(words), ())


def named(words: str, offered: Iterable[Rows], say: Speech, texts: Texts) -> Button | None:
    """The button that the words name, in the first rows that have one; None where none have."""
    folded = fold(words)
    meant = {folded, *(label_of(say(key, state="")) for key in texts.typed.get(folded, ()))}
    for rows in offered:
        choices = [choice for row in rows for choice in row if choice.data]
        for choice in choices:
            if label_of(choice.label) in meant:
                return read_button(choice.data)
        if near := _nearly(folded, choices):
            return read_button(near.data)
    return None


def _nearly(folded: str, choices: list[Choice]) -> Choice | None:
    """The one place or agency that is called by a part of its label."""
    said = folded.split()
    near = []
    for choice in choices:
        button, label = read_button(choice.data), label_of(choice.label)
        if isinstance(button, DraftPlace) and set(said) <= set(label.split()):
            near.append(choice)
        elif isinstance(button, DraftAgency) and len(said) >= _OF_A_NAME:
            near.extend([choice] if f"{label} ".startswith(f"{folded} ") else [])
    return near[0] if len(near) == 1 else None
