"""Learns from confirmed and corrected routings while it runs.

Softmax regression over fingerprints with AdaGrad steps. It starts from the raw scores of the
lexicon, so it begins at their quality, and a few examples cannot overturn them. Some of the last
examples are gone over again with each new one. A label is never believed whole, because operators
part alike reports in unlike ways. What became of the reports most like a text is asked beside it:
two learners unlike each other err in other places. How sure it may be is learned too: see
`sureness`.

Operators of one city part their work as those of the next do not. So what was learned elsewhere
counts little where a region has taught nothing yet, and more with every example of its own. And the
more a region has taught, the more of its examples goes into its own weights alone: one great city
would else make its habits those of all.

Everything lives in memory, and `state()` is all of it. Writing it down rounds the weights to half
precision, here as there, so that who goes on and who begins from it agree to the last bit. To hold
learning is not to call `learn`; to roll back is to load an earlier state.
"""

import io
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from bot.domain.sector import Sector
from bot.routing.calibration import CANDIDATES, FEATURES, Calibration
from bot.routing.fingerprints import NOWHERE, SECTORS, SLOTS, Fingerprint, Values, column_of
from bot.routing.precedents import Precedents
from bot.routing.sureness import Drift, Sureness

STEP = 0.2
CAUTION = 0.1
"""The squared slope that every weight starts with: the greater, the slower the first steps."""

POINTS = 3.0
"""Points of raw score that make a sector e times as likely."""

TRUSTED = 30
"""Examples after which what was learned counts half of what it says."""

ELSEWHERE = 0.2
"""The part that what is learned of every region counts in one that has taught nothing yet."""

AT_HOME = 20
"""Examples of its own after which half of the rest of it counts there too."""

PLENTY = 50
"""Examples of a region from which on it teaches the others less: four times as many, half."""

OPEN = 0.1
"""The part of a label that is left open and shared by all sectors."""

PRECEDENT = 0.9
"""Points of raw score that a vote of the nearest reports brings in, once it is trusted."""

PRECEDENTS_TRUSTED = 2_000
"""Examples after which such votes count half."""

KEPT = 4_000
"""Examples that are kept to be gone over again, and to be compared with."""

AGAIN = 3
ENOUGH = 1_000
"""Examples there must be before any is gone over again."""

_MOST_SLOPE = 60_000.0
"""What half precision can hold of a slope; so steep a weight hardly moves any more."""

_STRIDE = 7_919
"""A prime: going over the kept examples in steps of it visits them all, in no order."""

Weights = npt.NDArray[np.float32]


class BrokenStateError(ValueError):
    """Bytes that are no state of the learning, or one of another shape."""


@dataclass(frozen=True, slots=True)
class Example:
    """A routing that a person confirmed or corrected: no words, and what would have been right."""

    fingerprint: Fingerprint
    sector: Sector


@dataclass(slots=True)
class Learner:
    """The learned weights. `learn` changes them in place.

    Both tables begin as zeros, which the system gives memory only where something is written: none
    at first, 24 MB in the end.
    """

    sureness: Sureness
    learned: int = 0
    _weights: Weights = field(default_factory=lambda: np.zeros((SLOTS, len(SECTORS)), np.float32))
    _slopes: Weights = field(default_factory=lambda: np.zeros((SLOTS, len(SECTORS)), np.float32))
    """Squared slopes so far, `CAUTION` among them; zero where there was none yet."""
    _kept: deque[Example] = field(default_factory=lambda: deque(maxlen=KEPT))
    _precedents: Precedents = field(default_factory=lambda: Precedents(KEPT))
    _taught: Counter[int] = field(default_factory=Counter)
    """Examples of each region, by its slot."""

    @classmethod
    def beginning(cls, calibration: Calibration) -> "Learner":
        """One that has learned nothing yet."""
        return cls(Sureness.beginning(calibration))

    @property
    def trust(self) -> float:
        """How much what was learned counts, 0 to 1."""
        return self.learned / (self.learned + TRUSTED)

    def points(self, fingerprint: Fingerprint) -> Weights:
        """What was learned of each sector for such a text, in points of raw score."""
        slots, values, shared = fingerprint.slots, fingerprint.values, fingerprint.shared
        everywhere = values[:shared] @ self._weights[slots[:shared]]
        here: Weights = values[shared:] @ self._weights[slots[shared:]]
        taught = self._taught[fingerprint.region]
        heard = ELSEWHERE + (1 - ELSEWHERE) * taught / (taught + AT_HOME)
        learned = everywhere * np.float32(heard) + here
        votes = self._precedents.votes(fingerprint)
        voted = PRECEDENT * self.learned / (self.learned + PRECEDENTS_TRUSTED)
        return learned * np.float32(POINTS * self.trust) + votes * np.float32(voted * heard)

    def learn(self, example: Example) -> None:
        """Take one example in: at most 2 ms for a report of 60 words."""
        self._learn_chance(example)
        self._step(example)
        if len(self._kept) >= ENOUGH:
            for turn in range(AGAIN):
                at = (self.learned * AGAIN + turn) * _STRIDE % len(self._kept)
                self._step(self._kept[at])
        self._keep(example)
        self._taught[example.fingerprint.region] += 1
        self.learned += 1

    def word_points(self, slots: Sequence[int], sector: Sector) -> Values:
        """What was learned of each word for a sector, in points of raw score."""
        return self._weights[slots, column_of(sector)] * np.float32(POINTS)

    def state(self) -> bytes:
        """All that was learned, compressed: at most about 10 MB. Rounds what is kept here too."""
        rows = np.flatnonzero(self._weights.any(axis=1)).astype(np.int32)
        weights = self._weights[rows].astype(np.float16)
        slopes = np.clip(self._slopes[rows], CAUTION, _MOST_SLOPE).astype(np.float16)
        self._weights[rows], self._slopes[rows] = weights, slopes
        kept = list(self._kept)
        ends = np.cumsum([len(example.fingerprint.slots) for example in kept], dtype=np.int64)
        empty_row = np.zeros((0, len(SECTORS)), np.float32)
        into = io.BytesIO()
        np.savez_compressed(
            into,
            rows=rows,
            weights=weights,
            slopes=slopes,
            learned=np.int64(self.learned),
            sure=np.array([self.sureness.weights[name] for name in FEATURES], np.float64),
            leanings=np.array(self.sureness.leanings, np.float64),
            leaning_slopes=np.array(self.sureness.slopes, np.float64),
            off=np.array(self.sureness.drift.off, np.float64),
            seen=np.array(self.sureness.drift.seen, np.float64),
            ends=ends,
            slots=np.concatenate([e.fingerprint.slots for e in kept] or [np.zeros(0, np.int32)]),
            values=np.concatenate(
                [e.fingerprint.values for e in kept] or [np.zeros(0, np.float32)]
            ),
            scores=np.stack([e.fingerprint.scores for e in kept]) if kept else empty_row,
            sectors=np.array([column_of(e.sector) for e in kept], np.int32),
            stems=np.array([e.fingerprint.stems for e in kept], np.int32),
            shared=np.array([e.fingerprint.shared for e in kept], np.int32),
            regions=np.array([e.fingerprint.region for e in kept], np.int32),
            taught=np.array(list(self._taught.items()), np.int64).reshape(-1, 2),
        )
        return into.getvalue()

    @classmethod
    def from_state(cls, state: bytes, calibration: Calibration) -> "Learner":
        """Raises `BrokenStateError`."""
        learner = cls(Sureness.beginning(calibration))
        try:
            with np.load(io.BytesIO(state), allow_pickle=False) as saved:
                learner._weights[saved["rows"]] = saved["weights"]
                learner._slopes[saved["rows"]] = saved["slopes"]
                learner.learned = int(saved["learned"])
                if "sure" in saved.files:
                    learner.sureness = _sureness(saved, calibration)
                for example in _examples(saved):
                    learner._keep(example)
                if "taught" in saved.files:
                    learner._taught.update(dict(saved["taught"].tolist()))
        except (BadZipFile, ValueError, KeyError, IndexError, OSError, EOFError) as error:
            raise BrokenStateError("this is no state of the learning") from error
        return learner

    def _keep(self, example: Example) -> None:
        self._kept.append(example)
        self._precedents.add(example.fingerprint, column_of(example.sector))

    def _step(self, example: Example) -> None:
        of = example.fingerprint
        weights = self._weights[of.slots]
        chances = of.scores / np.float32(POINTS) + of.values @ weights
        chances = np.exp(chances - chances.max())
        chances /= chances.sum()
        chances -= OPEN / len(SECTORS)
        chances[column_of(example.sector)] -= 1 - OPEN
        slope = of.values[:, None] * chances
        slopes = np.maximum(self._slopes[of.slots], np.float32(CAUTION)) + slope * slope
        self._slopes[of.slots] = slopes
        step = self._steps(of)[:, None]
        self._weights[of.slots] = weights - step * slope / np.sqrt(slopes)

    def _steps(self, of: Fingerprint) -> Values:
        """How far each slot moves: those of every region less, the more this one has taught."""
        steps = np.full(len(of.slots), STEP, np.float32)
        taught = self._taught[of.region]
        if of.region != NOWHERE and taught > PLENTY:
            for_all = (PLENTY / taught) ** 0.5
            steps[: of.shared] *= for_all
            steps[of.shared :] *= 1 + (1 - for_all) / 2
        return steps

    def _learn_chance(self, example: Example) -> None:
        """Take in whether the suggestion would have been right."""
        of = example.fingerprint
        points = of.scores + self.points(of)
        order = np.argsort(-points)
        first = int(order[0])
        scores = [float(points[column]) for column in order[:CANDIDATES]]
        self.sureness.learn(scores, first, self.trust, right=first == column_of(example.sector))


def _sureness(saved: "np.lib.npyio.NpzFile", calibration: Calibration) -> Sureness:
    return Sureness(
        calibration.cold,
        dict(zip(FEATURES, saved["sure"].tolist(), strict=True)),
        saved["leanings"].tolist(),
        saved["leaning_slopes"].tolist(),
        Drift(saved["off"].tolist(), saved["seen"].tolist()),
    )


def _examples(saved: "np.lib.npyio.NpzFile") -> list[Example]:
    slots, values, scores = saved["slots"], saved["values"], saved["scores"]
    sectors, ends = saved["sectors"].tolist(), saved["ends"].tolist()
    newer = {"stems", "shared", "regions"}.issubset(saved.files)
    marks = [saved[name].tolist() for name in ("stems", "shared", "regions") if newer]
    starts = [0, *ends]
    return [
        Example(
            Fingerprint(
                slots[start:end], values[start:end], scores[at], *(mark[at] for mark in marks)
            ),
            SECTORS[sectors[at]],
        )
        for at, (start, end) in enumerate(zip(starts, ends, strict=False))
    ]
