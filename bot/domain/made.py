"""A file that does not exist until it is sent."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.report import Attachment


def _nothing() -> bytes:
    return b""


@dataclass(frozen=True, slots=True)
class Made(Attachment):
    """`make` gives its bytes; it is called in a thread, once for each attempt to send."""

    make: Callable[[], bytes] = field(default=_nothing, repr=False, compare=False)
