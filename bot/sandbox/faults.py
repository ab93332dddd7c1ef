"""Faults of the network and of Telegram, to be had on order or by chance."""

import random
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Break(StrEnum):
    """How a connection breaks: before the method ran, or after it, its answer lost."""

    RESET = "reset"
    ACCEPTED_THEN_RESET = "accepted_then_reset"


@dataclass(frozen=True, slots=True)
class Fault:
    """An HTTP status to answer with, or a broken connection."""

    what: int | Break
    retry_after: int | None = None


@dataclass(slots=True)
class _Chance:
    rate: float
    dice: random.Random
    faults: Sequence[Fault]
    methods: Collection[str] | None


class Faults:
    """What goes wrong next; nothing does until it is asked for."""

    def __init__(self) -> None:
        self._ordered: dict[str, deque[Fault]] = {}
        self._chance: _Chance | None = None
        self.happened: int = 0

    def next(
        self, method: str, what: int | str, *, times: int = 1, retry_after: int | None = None
    ) -> None:
        """The next `times` calls of the method ("*" for any) fail: `what` is an HTTP status,
        "reset" or "accepted_then_reset"; `retry_after` in seconds goes with 429."""
        fault = _fault(what, retry_after)
        self._ordered.setdefault(method.lower(), deque()).extend([fault] * times)

    def by_chance(
        self,
        rate: float,
        *,
        seed: int,
        kinds: Sequence[int | str] = (500, "reset", "accepted_then_reset"),
        methods: Collection[str] | None = None,
    ) -> None:
        """From now on a share `rate` (0 to 1) of the calls fails, the same ones for one seed."""
        named = None if methods is None else {method.lower() for method in methods}
        dice = random.Random(seed)  # noqa: S311 - repeatable chance, no secret
        self._chance = _Chance(rate, dice, [_fault(kind, None) for kind in kinds], named)

    def stop(self) -> None:
        self._ordered.clear()
        self._chance = None

    def due(self, method: str) -> Fault | None:
        """The fault for this call (in lower case), if one is due."""
        if not self._ordered and self._chance is None:
            return None
        for name in (method, "*"):
            if waiting := self._ordered.get(name):
                self.happened += 1
                return waiting.popleft()
        chance = self._chance
        if chance is None or (chance.methods is not None and method not in chance.methods):
            return None
        if chance.dice.random() >= chance.rate:
            return None
        self.happened += 1
        return chance.dice.choice(chance.faults)


def _fault(what: int | str, retry_after: int | None) -> Fault:
    return Fault(what if isinstance(what, int) else Break(what), retry_after)
