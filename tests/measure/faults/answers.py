"""The Bot API's answers, of which a share goes wrong, counted where that makes something double."""

import time
from collections import deque

from bot.sandbox.faults import Break, Fault, Faults

KINDS = (429, 502, "reset", "accepted_then_reset")
_IN_FLIGHT = 1.0
"""Seconds before a kill in which what was sent may not have been written down."""


class Answers(Faults):
    """Counts the sends that were carried out and whose answer may not have been kept."""

    def __init__(self) -> None:
        super().__init__()
        self.lost = 0
        self.greeted = 0.0
        """When a program last asked who it is, which is the first that one does."""
        self._sends: deque[float] = deque(maxlen=10_000)

    def due(self, method: str) -> Fault | None:
        fault = super().due(method)
        if method == "getme":
            self.greeted = time.perf_counter()
        if method.startswith(("send", "copy")):
            if fault is None:
                self._sends.append(time.perf_counter())
            elif fault.what is Break.ACCEPTED_THEN_RESET:
                self.lost += 1
        return fault

    def in_flight(self) -> int:
        """How many sends a kill at this moment may have left unwritten."""
        since = time.perf_counter() - _IN_FLIGHT
        return sum(moment >= since for moment in self._sends)
