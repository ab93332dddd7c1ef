"""How sure the learning may be of what it puts first, itself learned from what people confirm.

It begins with the weights of `calibration`, those of the lexicon alone until something was learned,
and moves them a little with every example. Beside them it learns which sectors are righter than
they look when they come first, and which are not; and it corrects what is left by how far the
chances shown of late were off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.routing.calibration import CEILING, Calibration, features, logistic, weighed
from bot.routing.fingerprints import SECTORS

STEPS = 10
_MEMORY = 0.9995
_DOUBT = 50
"""Reports of one step after which half of what was off is believed."""

_STEP = 0.0002
_LEANING_STEP = 0.1
_LEANING_CAUTION = 3.0
"""The squared slope that every leaning starts with: the greater, the slower the first steps."""


@dataclass(slots=True)
class Drift:
    """How far the chances shown of late were off, in ten steps of chance; it slowly forgets."""

    off: list[float] = field(default_factory=lambda: [0.0] * STEPS)
    seen: list[float] = field(default_factory=lambda: [0.0] * STEPS)

    def corrected(self, chance: float) -> float:
        """The chance as it would have been right of late, between the two steps around it."""
        place = chance * STEPS - 0.5
        lower = max(0, min(STEPS - 1, int(place)))
        upper = min(STEPS - 1, lower + 1)
        part = max(0.0, min(1.0, place - lower))
        moved = (1 - part) * self._at(lower) + part * self._at(upper)
        return max(0.01, min(CEILING, chance + moved))

    def learn(self, chance: float, *, right: bool) -> None:
        step = min(STEPS - 1, int(chance * STEPS))
        self.off = [value * _MEMORY for value in self.off]
        self.seen = [value * _MEMORY for value in self.seen]
        self.off[step] += right - chance
        self.seen[step] += 1

    def _at(self, step: int) -> float:
        return self.off[step] / (self.seen[step] + _DOUBT)


@dataclass(slots=True)
class Sureness:
    """The chance that what comes first is right. `learn` changes it in place.

    `trust` says how much what was learned counts, 0 to 1.
    """

    cold: Mapping[str, float]
    """The weights where nothing is learned."""
    weights: dict[str, float]
    """Those where much is."""
    leanings: list[float] = field(default_factory=lambda: [0.0] * len(SECTORS))
    """By column, how much likelier than it looks a sector is right, as log-odds."""
    slopes: list[float] = field(default_factory=lambda: [_LEANING_CAUTION] * len(SECTORS))
    """Squared slopes of the leanings so far."""
    drift: Drift = field(default_factory=Drift)

    @classmethod
    def beginning(cls, calibration: Calibration) -> "Sureness":
        return cls(calibration.cold, dict(calibration.learned))

    def chance(self, scores: Sequence[float], column: int, trust: float) -> float:
        """The chance of the first of the scores, best first; `column` is its sector's."""
        return self.drift.corrected(self._looks(features(scores), column, trust))

    def learn(self, scores: Sequence[float], column: int, trust: float, *, right: bool) -> None:
        """Take in whether what came first was right."""
        found = features(scores)
        looks = self._looks(found, column, trust)
        self.drift.learn(looks, right=right)
        wrong_by = looks - right
        for name, value in found.items():
            self.weights[name] -= _STEP * wrong_by * value * trust
        self.slopes[column] += wrong_by * wrong_by
        self.leanings[column] -= _LEANING_STEP * wrong_by / self.slopes[column] ** 0.5

    def _looks(self, found: Mapping[str, float], column: int, trust: float) -> float:
        cold, learned = weighed(self.cold, found), weighed(self.weights, found)
        return logistic(cold + (learned - cold) * trust + self.leanings[column])
