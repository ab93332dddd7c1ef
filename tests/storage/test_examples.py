"""What is stored of a report to learn from comes back as it was, from older programs too."""

import zlib

import numpy as np

from bot.domain.sector import Sector
from bot.routing.fingerprints import SECTORS, Fingerprint
from bot.routing.learning import Example
from bot.routing.lessons import Lesson
from storage.stores.examples import MARK, _pack, _unpack

BEHIND = 8
"""Bytes that the first examples were stored without."""


def lesson() -> Lesson:
    fingerprint = Fingerprint(
        np.array([3, 1, 2], np.int32),
        np.array([0.5, 0.5, 1.0], np.float32),
        np.arange(len(SECTORS), dtype=np.float32),
        2,
        3,
        65_535,
    )
    return Lesson(Example(fingerprint, Sector.TRADE), b"reporter", frozenset({b"word one"}))


def test_an_example_comes_back_with_its_stems_in_their_order_and_its_region() -> None:
    stored = _unpack(_pack(lesson()), Sector.TRADE)

    assert stored is not None
    assert stored.example.fingerprint.slots.tolist() == [3, 1, 2]
    assert stored.example.fingerprint.stems == 2
    assert (stored.example.fingerprint.shared, stored.example.fingerprint.region) == (3, 65_535)
    assert (stored.reporter, stored.words) == (b"reporter", frozenset({b"word one"}))


def test_an_example_of_an_older_program_is_read_without_its_stems() -> None:
    older = zlib.compress(zlib.decompress(_pack(lesson()))[:-BEHIND])

    stored = _unpack(older, Sector.TRADE)

    assert stored is not None
    assert stored.example.fingerprint.values.tolist() == [0.5, 0.5, 1.0]
    assert stored.example.fingerprint.stems == 0
    assert all(len(mark) == MARK for mark in stored.words)
