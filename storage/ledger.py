"""The ledger of erasures: a file beside the database that a restored copy does not overwrite.

Each line holds a moment and a keyed hash, never a name or a number of Telegram's. It is on the disk
before the erasure that it tells of is committed: an erasure that is lost with the database, or
undone by an older copy of it, is done again. Lines are only added; copies of the file may be put
one behind the other, and half a line that a power cut has left is passed over.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.moments import to_micros, to_moment

NAME = "erasures"


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody asked to be erased: `mark` is their keyed hash."""

    at: datetime
    mark: bytes


class Ledger:
    """The file; its methods are blocking and for a thread."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, wish: Wish) -> None:
        """Add a line and return when it is on the disk. Raises OSError."""
        line = json.dumps({"at": to_micros(wish.at), "person": wish.mark.hex()})
        is_new = not self._path.exists()
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            size = os.fstat(file).st_size
            torn = size and os.pread(file, 1, size - 1) != b"\n"
            os.write(file, (b"\n" if torn else b"") + line.encode() + b"\n")
            os.fsync(file)
        finally:
            os.close(file)
        if is_new:
            _sync_folder(self._path.parent)

    def wishes(self) -> Iterator[Wish]:
        """Every line that can be read, in the order of the file."""
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                told = json.loads(line)
                yield Wish(to_moment(int(told["at"])), bytes.fromhex(told["person"]))
            except (ValueError, KeyError, TypeError, OverflowError):
                continue


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
