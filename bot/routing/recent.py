"""What was worked out of late, kept for the next time that the same is asked."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """At most `most` answers; the oldest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[K, V] = {}

    def get(self, key: K, work_out: Callable[[], V]) -> V:
        """Give the answer for a key, working it out if it is not there."""
        if key in self._known:
            return self._known[key]
        found = work_out()
        while len(self._known) >= self._most:
            del self._known[next(iter(self._known))]
        self._known[key] = found
        return found
