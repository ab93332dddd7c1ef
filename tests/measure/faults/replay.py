"""What a power cut leaves of a file: what was synced, and of the rest nothing or any part."""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
"""Bytes that a disk writes as a whole."""
_HEAD = struct.Struct("<cBqq")
_NAMES = ("lapor.db", "lapor.db-wal")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record, and how long the record is with it."""

    kind: bytes
    file: int
    offset: int
    content: bytes
    end: int


@dataclass(slots=True)
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Entry] = field(default_factory=list)

    def sync(self) -> None:
        for entry in self.pending:
            _apply(self.durable, entry)
        self.pending.clear()

    def after_cut(self, chance: random.Random | None) -> bytearray:
        image = bytearray(self.durable)
        for entry in self.pending if chance else ():
            assert chance
            if entry.kind == b"t":
                if chance.random() < 0.5:
                    _apply(image, entry)
                continue
            for at in range(0, len(entry.content), SECTOR):
                if chance.random() < 0.5:
                    _write(image, entry.offset + at, entry.content[at : at + SECTOR])
        return image


def entries(trace: Path) -> Iterator[Entry]:
    """The record, in order; a line that was being written at the end is left out."""
    with trace.open("rb") as record:
        end = 0
        while len(head := record.read(_HEAD.size)) == _HEAD.size:
            kind, file, offset, size = _HEAD.unpack(head)
            content = record.read(size) if kind == b"w" else b""
            if kind == b"w" and len(content) < size:
                return
            end += _HEAD.size + len(content)
            yield Entry(kind, file, offset, content, end)


def cuts(trace: Path, folder: Path, at: list[int], chance: random.Random) -> Iterator[int]:
    """Leave the files in a folder as after a cut, for one moment after another.

    `at` are lengths of the record. Every second time all that was not synced is gone, else a random
    part of it.
    """
    files = (_File(), _File())
    wanted = sorted(at)
    for entry in entries(trace):
        while wanted and entry.end > wanted[0]:
            moment = wanted.pop(0)
            for name, file in zip(_NAMES, files, strict=True):
                dice = chance if len(wanted) % 2 else None
                (folder / name).write_bytes(file.after_cut(dice))
            (folder / f"{_NAMES[0]}-shm").unlink(missing_ok=True)
            yield moment
        if entry.kind == b"s":
            files[entry.file].sync()
        else:
            files[entry.file].pending.append(entry)


def _apply(image: bytearray, entry: Entry) -> None:
    if entry.kind == b"w":
        _write(image, entry.offset, entry.content)
    elif entry.offset < len(image):
        del image[entry.offset :]
    else:
        image.extend(bytes(entry.offset - len(image)))


def _write(image: bytearray, offset: int, content: bytes) -> None:
    if len(image) < offset:
        image.extend(bytes(offset - len(image)))
    image[offset : offset + len(content)] = content
