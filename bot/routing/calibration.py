"""Turns raw scores into the chance that a suggestion is right.

The ranking goes by the raw scores alone; the chance shown beside it is a logistic regression over a
few features of how the scores lie, with weights kept in data/calibration.txt.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.routing.normalise import data_lines

TEMPERATURE = 2.5
"""Points of score that make a sector e times as likely as another, before calibration."""

CEILING = 0.99


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weights of the features, by their name."""

    weights: Mapping[str, float]

    @classmethod
    def load(cls) -> "Calibration":
        pairs = (line.split() for line in data_lines("calibration.txt"))
        return cls({name: float(weight) for name, weight in pairs})

    def chances(self, scores: Sequence[float], word_count: int) -> tuple[float, ...]:
        """The chance of each of the scores, which come best first."""
        if not scores:
            return ()
        found = features(scores, word_count)
        log_odds = sum(self.weights.get(name, 0.0) * value for name, value in found.items())
        best = min(CEILING, 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds)))))
        shares = softmax(scores)
        rest = sum(shares[1:])
        others = (
            (1 - best) * share / rest * self.weights.get("others", 0.8) for share in shares[1:]
        )
        return best, *(min(best, other) for other in others)


def features(scores: Sequence[float], word_count: int) -> dict[str, float]:
    """What the calibration looks at; scores come best first and there is at least one."""
    shares = softmax(scores)
    second = scores[1] if len(scores) > 1 else 0.0
    best = max(scores[0], 0.0)
    return {
        "bias": 1.0,
        "share": shares[0],
        "best": math.log1p(best),
        "lead": math.log1p(best - second),
        "part": (best - second) / (best + 1),
        "rivals": math.log1p(len(scores)),
        "words": math.log1p(min(word_count, 400)),
    }


def softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    odds = [math.exp((score - top) / TEMPERATURE) for score in scores]
    whole = sum(odds)
    return [odd / whole for odd in odds]
