"""When something happened, as far as the reporter said it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Happened:
    """A day in the reporter's time zone; `since` when it has lasted from that day on.

    `words` is what the reporter wrote ("sejak Senin").
    """

    day: date
    since: bool
    words: str = ""
