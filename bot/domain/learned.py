"""The versions of what was learned: where somebody can look back to, and go back to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class VersionKind(StrEnum):
    """Why a version was written down."""

    STEP = "step"
    """Enough new examples."""
    HOLD = "hold"
    APPLY = "apply"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Version:
    """What had been learned at one moment: every example up to the number `upto`."""

    id: int
    kind: VersionKind
    at: datetime
    upto: int
    examples: int
    """How many examples had been learned."""
    has_state: bool = False
    """Whether its weights are kept; else they are learned again from the examples."""


def reachable(versions: list[Version]) -> list[Version]:
    """Those whose examples were not left out by a later step back."""
    kept: list[Version] = []
    for version in versions:
        if version.kind is VersionKind.BACK:
            kept = [each for each in kept if each.upto <= version.upto]
        kept.append(version)
    return kept
