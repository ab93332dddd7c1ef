"""Hides what tells who somebody is: NIK, phone, e-mail and number plate.

Any run of thirteen digits or more is hidden, whether it is a valid NIK or a mistyped one: a family
card, a bank account and a NIK are alike in what they give away. What a mask hides can be shown only
by a reveal, which is a right of its own and leaves a line in the history.
"""

import re
from collections.abc import Callable

_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_LONG = re.compile(r"(?<![\w])\d(?:[ .-]?\d){12,18}(?!\w)")
_PHONE = re.compile(r"(?<![\w+])(?:\+?62|0)[ .-]?\d(?:[ .-]?\d){7,12}(?!\w)")
_AREAS = (
    "A|B|D|E|F|G|H|K|L|M|N|P|R|S|T|W|Z|AA|AB|AD|AE|AG|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|DA|DB|DC|DD|"
    "DE|DG|DH|DK|DL|DM|DN|DR|DS|DT|EA|EB|ED|KB|KH|KT|KU|PA|PB"
)
"""The first letters of a number plate, by registration area (Perkap 7/2021)."""
_PLATE = re.compile(rf"\b({_AREAS})[ -]?(\d{{1,4}})[ -]?([A-Z]{{2,3}})\b")
HIDDEN = "•••"


def mask(text: str) -> str:
    """Hide the personal numbers of a text; whatever else it says stays as it is."""
    steps: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
        (_EMAIL, HIDDEN),
        (_LONG, HIDDEN),
        (_PHONE, HIDDEN),
        (_PLATE, lambda found: f"{found[1]} {HIDDEN}"),
    )
    for pattern, hidden in steps:
        text = pattern.sub(hidden, text)
    return text


def hides_anything(text: str) -> bool:
    return mask(text) != text
