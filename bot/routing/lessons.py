"""What is kept of a labelled report: its example, and marks of its reporter and of its words.

A mark is a keyed hash. It serves to see when five reporters have used a word, which may then be
kept in clear.
"""

from dataclasses import dataclass

from bot.routing.calibration import Calibration
from bot.routing.fingerprints import column_of
from bot.routing.learning import Example, Learner


@dataclass(frozen=True, slots=True)
class Lesson:
    """An example with the marks of who wrote it and of the words in it (8 bytes each)."""

    example: Example
    reporter: bytes
    words: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Replay:
    """How often the best suggestion was right, each example asked before it was learned."""

    examples: int = 0
    by_catalogue: int = 0
    by_learning: int = 0


def replayed(examples: list[Example], calibration: Calibration) -> Replay:
    """Learn the examples anew in their order, and count."""
    learner = Learner.beginning(calibration)
    catalogue = learning = 0
    for example in examples:
        known = example.fingerprint.scores
        right = column_of(example.sector)
        catalogue += int(known.argmax()) == right
        learning += int((known + learner.points(example.fingerprint)).argmax()) == right
        learner.learn(example)
    return Replay(len(examples), catalogue, learning)
