"""Exactly one call fails: the N-th that the database or Telegram gets from now on."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import asyncpg

from bot.sandbox.faults import Break, Fault, Faults
from tests.support.databases import POSTGRES


class Countdown:
    """Says at which call it is time; nothing is until it is set."""

    def __init__(self) -> None:
        self._left = 0
        self._times = 1
        self._lock = threading.Lock()

    def set(self, calls: int, times: int = 1) -> None:
        """From the call of this number on, so many fail."""
        self._left = calls
        self._times = times

    @property
    def over(self) -> bool:
        """Whether the call that was to fail has come."""
        return self._left <= 0

    def due(self) -> bool:
        """Count one call; True for those that it was set for."""
        with self._lock:
            if self._left <= 0:
                return False
            self._left -= 1
            if self._left:
                return False
            self._times -= 1
            self._left = int(self._times > 0)
            return True


def _disk_error() -> Exception:
    failure = sqlite3.OperationalError("disk I/O error")
    failure.sqlite_errorcode = sqlite3.SQLITE_IOERR
    failure.sqlite_errorname = "SQLITE_IOERR"
    return failure


class Shaky(sqlite3.Connection):
    """A connection of which one call fails as on a bad disk."""

    countdown: Countdown

    def execute(self, *given: Any) -> sqlite3.Cursor:
        if self.countdown.due():
            raise _disk_error()
        return super().execute(*given)


@contextmanager
def shaky(countdown: Countdown) -> Iterator[None]:
    """Whoever works on the tests' database in this block has a shaky connection to it.

    SQLAlchemy's own to SQLite are spared.
    """
    with _shaky_server(countdown) if POSTGRES else _shaky_file(countdown):
        yield


@contextmanager
def _shaky_server(countdown: Countdown) -> Iterator[None]:
    with ExitStack() as undoing:
        for name in ("execute", "fetch", "fetchmany"):
            _shake(asyncpg.Connection, name, countdown, undoing)
        yield


def _shake(kind: Any, name: str, countdown: Countdown, undoing: ExitStack) -> None:
    call = getattr(kind, name)

    async def call_or_fail(*given: Any, **named: Any) -> Any:
        if countdown.due():
            raise asyncpg.DiskFullError("could not extend the file")
        return await call(*given, **named)

    undoing.callback(setattr, kind, name, call)
    setattr(kind, name, call_or_fail)


@contextmanager
def _shaky_file(countdown: Countdown) -> Iterator[None]:
    connect = sqlite3.connect

    def connect_shaky(*given: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*given, factory=Shaky, **named)
        assert isinstance(connection, Shaky)
        connection.countdown = countdown
        return connection

    setattr(sqlite3, "connect", connect_shaky)  # noqa: B010 - mypy knows no other way
    try:
        yield
    finally:
        setattr(sqlite3, "connect", connect)  # noqa: B010 - mypy knows no other way


class NthAnswer(Faults):
    """One answer of Telegram goes wrong; fetching updates does not count."""

    def __init__(self, countdown: Countdown, what: int | Break) -> None:
        super().__init__()
        self._countdown = countdown
        self.what = what

    def due(self, method: str) -> Fault | None:
        if method != "getupdates" and self._countdown.due():
            self.happened += 1
            return Fault(self.what)
        return None
