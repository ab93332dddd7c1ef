"""The tracking number: LPR-XXXX-XXXX-XXC, fifty random bits and one check character.

The alphabet is Crockford's base32, which people can read aloud and type badly.
The check is Damm's over a quasigroup of order 32, built as x*y = 2x + y in GF(32) (x⁵ + x² + 1):
it catches every single error, every swap of neighbours, every jump transposition and every twin.
Source: H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004).
"""

import re
import secrets
from collections.abc import Callable
from typing import NewType

TrackingNumber = NewType("TrackingNumber", str)
"""Always in the one written form, with dashes and capitals."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_RANDOM_BITS = 50
_LENGTH = 11
_POLYNOMIAL = 0b100101
_TYPED = re.compile(
    r"(?<![0-9A-Z])LPR[\s\-–—]*((?:[0-9A-Z][\s\-–—]?){10}[0-9A-Z])(?![0-9A-Z])", re.IGNORECASE
)


def _doubled(value: int) -> int:
    shifted = value << 1
    return shifted ^ _POLYNOMIAL if shifted > 31 else shifted


def _check(values: list[int]) -> int:
    """Fold the digits so that appending the result folds the whole to zero."""
    state = 0
    for value in values:
        state = _doubled(state ^ value)
    return state


def new_tracking_number(
    random_bits: Callable[[int], int] = secrets.randbits,
) -> TrackingNumber:
    """Draw a number; `random_bits` takes how many bits are wanted."""
    bits = random_bits(_RANDOM_BITS)
    values = [(bits >> shift) & 31 for shift in range(_RANDOM_BITS - 5, -1, -5)]
    return _written([*values, _check(values)])


def read_tracking_number(typed: str) -> TrackingNumber | None:
    """Find a number in what a person typed: any case, O for 0, I or L for 1, dashes or none.

    None when there is none, or when its check character says that it was mistyped.
    """
    for found in _TYPED.finditer(typed):
        letters = re.sub(r"[\s\-–—]", "", found[1]).upper()
        if any(letter not in _VALUES for letter in letters):
            continue
        values = [_VALUES[letter] for letter in letters]
        if _check(values[:-1]) == values[-1]:
            return _written(values)
    return None


def looks_like_a_number(typed: str) -> bool:
    """Say whether a person meant to write a tracking number, right or mistyped."""
    return bool(re.match(r"\s*LPR[\s\-–—]*[0-9A-Z]{3}", typed, re.IGNORECASE)) and (
        len(typed.strip()) <= _LENGTH + 10
    )


def _written(values: list[int]) -> TrackingNumber:
    letters = "".join(ALPHABET[value] for value in values)
    return TrackingNumber(f"LPR-{letters[:4]}-{letters[4:8]}-{letters[8:]}")
