"""Video files of the MP4 family, emptied of what they tell of place, device and author.

Nothing moves in the file, because its tables point at places in it: a box with metadata becomes a
free box of the same length, full of zeros.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_TELLING = {b"udta", b"meta", b"uuid", b"XMP_"}
_HOLDING = {b"moov", b"trak", b"mdia", b"moof", b"traf", b"edts", b"minf"}
_MOST = 20_000
"""How many boxes are looked at; a real film has a few hundred."""


class BrokenBoxes(ValueError):
    """The file is not what its first bytes say."""


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int
    inside: int
    end: int


def without_metadata(data: bytes) -> bytes:
    """Give the film with its metadata boxes empty. Raises BrokenBoxes."""
    emptied = bytearray(data)
    seen = 0
    waiting = [(0, len(data))]
    while waiting:
        for box in _boxes(data, *waiting.pop()):
            seen += 1
            if seen > _MOST:
                raise BrokenBoxes("too many boxes")
            if box.kind in _TELLING:
                emptied[box.start + 4 : box.start + 8] = b"free"
                emptied[box.inside : box.end] = bytes(box.end - box.inside)
            elif box.kind in _HOLDING:
                waiting.append((box.inside, box.end))
    return bytes(emptied)


def _boxes(data: bytes, start: int, end: int) -> Iterator[_Box]:
    while end - start >= 8:
        size, kind = struct.unpack_from(">I4s", data, start)
        inside = start + 8
        if size == 1 and end - start >= 16:
            (size,) = struct.unpack_from(">Q", data, inside)
            inside += 8
        elif size == 0:
            size = end - start
        if size < inside - start:
            raise BrokenBoxes(f"a box of {size} bytes at {start}")
        # A film that was cut off while it was sent still shows what has come.
        yield _Box(kind, start, inside, min(start + size, end))
        start += size
