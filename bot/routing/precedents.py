"""What became of the reports most like a text.

Beside the learned weights this asks quite another question: which of the last reports share rare
stems with this one, and who answered them. Rare is what few of those reports say. The nearest ones
vote, the nearer the more. It knows nothing but the hashes of stems.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bot.routing.fingerprints import SECTORS, SLOTS, Fingerprint

STEMS = 64
"""Stems that are compared, from the beginning of a report on."""

NEAREST = 30
FAINT = 0.03
"""What a sector without a vote counts, where all votes together count one."""

_NONE = SLOTS
"""Stands where a report has fewer stems."""

Votes = npt.NDArray[np.float32]


@dataclass(slots=True)
class Precedents:
    """The last `most` reports, laid out to be compared with all at once; `add` changes it."""

    most: int
    added: int = 0
    _stems: npt.NDArray[np.intp] = field(init=False)
    """A column for each report: so laid out, all are summed at once, and each in the same order."""
    _sizes: npt.NDArray[np.float32] = field(init=False)
    _sectors: npt.NDArray[np.int32] = field(init=False)
    _said_in: npt.NDArray[np.int32] = field(init=False)
    """How many of the reports have a stem."""

    def __post_init__(self) -> None:
        self._stems = np.zeros((STEMS, self.most), np.intp)
        self._sizes = np.ones(self.most, np.float32)
        self._sectors = np.zeros(self.most, np.int32)
        self._said_in = np.zeros(SLOTS + 1, np.int32)

    def add(self, fingerprint: Fingerprint, column: int) -> None:
        """Put a report, answered by the sector of this column, in the place of the oldest."""
        at = self.added % self.most
        if self.added >= self.most:
            np.subtract.at(self._said_in, self._stems[:, at], 1)
        stems = _first_stems(fingerprint)
        self._stems[:, at] = _NONE
        self._stems[: len(stems), at] = stems
        np.add.at(self._said_in, self._stems[:, at], 1)
        self._sizes[at] = max(1, len(stems))
        self._sectors[at] = column
        self.added += 1

    def votes(self, fingerprint: Fingerprint) -> Votes:
        """How strongly the nearest reports speak for each sector: 0 for none, at most 3.5."""
        stems = _first_stems(fingerprint)
        known = min(self.added, self.most)
        rarity = np.zeros(SLOTS + 1, np.float32)
        rarity[stems] = np.log((known + 1) / (self._said_in[stems] + 0.5)) ** 2
        shared = rarity.take(self._stems[:, :known], mode="clip").sum(axis=0)
        alike = shared / np.sqrt(self._sizes[:known])
        nearest = self._nearest(alike)
        cast = np.bincount(
            self._sectors[nearest], alike[nearest].astype(np.float64) ** 2, len(SECTORS)
        )
        if not cast.any():
            return np.zeros(len(SECTORS), np.float32)
        votes: Votes = np.log1p(cast / (cast.sum() * FAINT)).astype(np.float32)
        return votes

    def _nearest(self, alike: npt.NDArray[np.float32]) -> npt.NDArray[np.intp]:
        """Those at least as near as the last that counts, newest first wherever they lie."""
        least = np.partition(alike, -NEAREST)[-NEAREST] if len(alike) > NEAREST else 0.0
        found = np.flatnonzero((alike >= least) & (alike > 0))
        return found[np.argsort((self.added - 1 - found) % self.most)]


def _first_stems(fingerprint: Fingerprint) -> npt.NDArray[np.int32]:
    return fingerprint.slots[: min(STEMS, fingerprint.stems)]
