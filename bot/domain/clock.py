"""The one clock of the house: measures alone look at another."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Time that is always aware, and that tests can turn forward."""

    def now(self) -> datetime: ...

    async def sleep(self, seconds: float) -> None: ...
