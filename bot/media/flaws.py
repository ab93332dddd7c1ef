"""Why a file cannot be passed on."""

from enum import StrEnum


class Flaw(StrEnum):
    """Why a file cannot be passed on."""

    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    BROKEN = "broken"


class NotCleaned(Exception):
    """A file that cannot be passed on without what it may tell of its sender."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw
