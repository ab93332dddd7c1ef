"""A voice note to try with: a real Ogg file in Opus, of silence."""

import struct
from collections.abc import Iterator
from functools import cache

_FRAME = bytes((0xF8, 0xFF, 0xFE))
"""Twenty milliseconds of silence, one channel (RFC 6716)."""
_SAMPLES_PER_FRAME = 960
_FRAMES_PER_PAGE = 50
_SERIAL = 0x1A904


@cache
def silence(seconds: int) -> bytes:
    """A voice note of this many seconds, as Telegram's clients record them (RFC 7845)."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    maker = b"sandbox"
    tags = b"OpusTags" + struct.pack("<I", len(maker)) + maker + struct.pack("<I", 0)
    return b"".join(_pages([head], [tags], seconds))


def _pages(head: list[bytes], tags: list[bytes], seconds: int) -> Iterator[bytes]:
    yield _page(head, 0, 0, flags=0x02)
    yield _page(tags, 1, 0)
    played = 0
    for number in range(seconds):
        played += _FRAMES_PER_PAGE * _SAMPLES_PER_FRAME
        last = number == seconds - 1
        yield _page([_FRAME] * _FRAMES_PER_PAGE, number + 2, played, flags=0x04 if last else 0)


def _page(packets: list[bytes], number: int, played: int, *, flags: int = 0) -> bytes:
    """One page of packets shorter than 255 bytes each."""
    lengths = bytes(len(packet) for packet in packets)
    fields = (b"OggS", 0, flags, played, _SERIAL, number)
    front = struct.pack("<4sBBqII", *fields)
    rest = bytes((len(packets),)) + lengths + b"".join(packets)
    return front + struct.pack("<I", _checksum(front + bytes(4) + rest)) + rest


@cache
def _table() -> tuple[int, ...]:
    found = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
        found.append(value & 0xFFFFFFFF)
    return tuple(found)


def _checksum(data: bytes) -> int:
    """Ogg's CRC-32, which no library of ours computes."""
    table, value = _table(), 0
    for byte in data:
        value = (value << 8 & 0xFFFFFFFF) ^ table[value >> 24 ^ byte]
    return value
