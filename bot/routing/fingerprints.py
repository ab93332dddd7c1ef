"""What the learning keeps of a text: keyed hashes, from which the words cannot be read back.

A text's features are its stems, pairs of neighbouring stems, the keywords found in it, the sectors
that scored best, and how strongly and how far ahead the first of them did; each again together with
the region, so that local habits are learned apart. Every feature falls into one of 65,536 slots.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from bot.domain.place import RegionCode
from bot.domain.sector import Sector
from bot.routing.ranking import Scores

SLOTS = 1 << 16
_REMEMBERED = 50_000
_MIX = 0x9E3779B1
_STRONGEST, _FARTHEST = 6, 4
"""Steps of two points of the best score, and points of its lead, that are told apart."""

NOWHERE = -1
"""Stands for the region of a text without one."""

Slots = npt.NDArray[np.int32]
Values = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The slots of a text, how much each counts, and its raw scores by sector."""

    slots: Slots
    values: Values
    scores: Values
    stems: int = 0
    """How many of the first slots are those of its stems, in their order; 0 where unknown."""
    shared: int = 0
    """How many of the first slots are the same in every region; 0 where unknown."""
    region: int = NOWHERE
    """The slot of its kabupaten/kota."""


@dataclass(frozen=True, slots=True)
class Fingerprinter:
    """Hashes with a key of the deployment; the same key is needed to go on with a learned state."""

    key: bytes
    _seen: dict[str, int] = field(default_factory=dict)

    def of(self, scores: Scores, region: RegionCode | None) -> Fingerprint:
        """The fingerprint of a text; `region` is the kabupaten/kota where it is known."""
        found: dict[int, float] = {}
        groups = _groups(scores)
        stems = len({self.slot(feature) for feature in groups[0]})
        for group in groups:
            share = 1.0 / max(1, len(group)) ** 0.5
            for feature in group:
                slot = self.slot(feature)
                found[slot] = found.get(slot, 0.0) + share
        shared, here = len(found), NOWHERE
        if region is not None:
            here = self.slot(f"@{region}")
            for slot, value in list(found.items()):
                local = ((slot ^ here) * _MIX >> 8) % SLOTS
                found[local] = found.get(local, 0.0) + value
        return Fingerprint(
            np.fromiter(found.keys(), np.int32, len(found)),
            np.fromiter(found.values(), np.float32, len(found)),
            row_of(scores),
            stems,
            shared,
            here,
        )

    def slot(self, feature: str) -> int:
        known = self._seen.get(feature)
        if known is None:
            digest = hashlib.blake2b(feature.encode(), digest_size=4, key=self.key).digest()
            known = int.from_bytes(digest, "big") % SLOTS
            if len(self._seen) < _REMEMBERED:
                self._seen[feature] = known
        return known


SECTORS = tuple(Sector)
_COLUMN = {sector: column for column, sector in enumerate(SECTORS)}


def column_of(sector: Sector) -> int:
    return _COLUMN[sector]


def row_of(scores: Scores) -> Values:
    """The raw scores in the order of `SECTORS`."""
    row = np.zeros(len(SECTORS), np.float32)
    for sector, score in scores.ranked:
        row[_COLUMN[sector]] = score
    return row


def word_feature(stem: str) -> str:
    return f"u{stem}"


def _groups(scores: Scores) -> tuple[tuple[str, ...], ...]:
    stems = scores.words.stems
    best = [sector.value for sector, _ in scores.ranked[:3]]
    points = [*(points for _, points in scores.ranked[:2]), 0.0, 0.0]
    strength = min(_STRONGEST, int(points[0] // 2))
    lead = min(_FARTHEST, int(points[0] - points[1]))
    return (
        _each_once(word_feature(stem) for stem in stems),
        _each_once(f"b{first} {second}" for first, second in pairwise(stems)),
        _each_once(f"t{' '.join(part.surface for part in hit.match.parts)}" for hit in scores.hits),
        _each_once(
            (
                *(f"s{sector}" for sector in best),
                *(f"f{best[:1]}", f"p{best[:2]}", f"q{best}"),
                *(f"v{strength}{best[:1]}", f"l{lead}{best[:1]}"),
            )
        ),
    )


def _each_once(features: Iterable[str]) -> tuple[str, ...]:
    """In their order: a set would give another in every process, and sums with another last bit."""
    return tuple(dict.fromkeys(features))
