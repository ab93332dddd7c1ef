"""Turns raw scores into the chance that a suggestion is right.

The ranking goes by the raw scores alone; the chance shown beside it is a logistic regression over a
few features of how the scores lie, with weights kept in data/calibration.txt: "cold" for the
lexicon alone, "learned" for where the learning starts from.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.routing.normalise import data_lines

TEMPERATURE = 2.5
"""Points of score that make a sector e times as likely as another, before calibration."""

CEILING = 0.99
OTHERS = 0.8
"""The part of the remaining chance that falls to the other suggestions."""

CANDIDATES = 8
"""Scores that the calibration looks at."""

FEATURES = ("bias", "odds", "doubt", "part", "third", "best", "best_squared", "lead_squared")
_FAINTEST = 1e-4
"""The smallest share of a sector that is told from none."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weights of the features."""

    cold: Mapping[str, float]
    learned: Mapping[str, float]

    @classmethod
    def load(cls) -> "Calibration":
        weights: dict[str, dict[str, float]] = {"cold": {}, "learned": {}}
        for line in data_lines("calibration.txt"):
            kind, name, weight = line.split()
            weights[kind][name] = float(weight)
        return cls(weights["cold"], weights["learned"])


def chances(scores: Sequence[float], best: float) -> tuple[float, ...]:
    """The chance of each of the scores, which come best first; `best` is that of the first."""
    if not scores:
        return ()
    shares = softmax(scores)
    rest = sum(shares[1:])
    others = ((1 - best) * share / rest * OTHERS for share in shares[1:])
    return best, *(min(best, other) for other in others)


def chance(scores: Sequence[float], weights: Mapping[str, float]) -> float:
    """The chance of the first of the scores, which come best first; 0 where there is none."""
    return min(CEILING, logistic(weighed(weights, features(scores)))) if scores else 0.0


def weighed(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    return sum(weights[name] * value for name, value in found.items())


def features(scores: Sequence[float]) -> dict[str, float]:
    """What the calibration looks at; scores come best first and there is at least one."""
    shares = [min(1 - _FAINTEST, max(_FAINTEST, share)) for share in softmax(scores[:CANDIDATES])]
    best, second, third = (max(0.0, score) for score in (*scores[:3], 0.0, 0.0)[:3])
    return {
        "bias": 1.0,
        "odds": math.log(shares[0] / (1 - shares[0])),
        "doubt": -sum(share * math.log(share) for share in shares),
        "part": (best - second) / (best + 1),
        "third": (second - third) / (best + 1),
        "best": math.log1p(best),
        "best_squared": math.log1p(best) ** 2,
        "lead_squared": math.log1p(best - second) ** 2,
    }


def softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    odds = [math.exp((score - top) / TEMPERATURE) for score in scores]
    whole = sum(odds)
    return [odd / whole for odd in odds]


def logistic(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
