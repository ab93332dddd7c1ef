"""What an agency has decided for its own work."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """A switch of an agency."""

    EVIDENCE = "evidence"
    """A closing needs a picture of what was done."""
    FOUR_EYES = "four_eyes"
    """A closing goes out when a second person has confirmed it."""


@dataclass(frozen=True, slots=True)
class AgencyRules:
    """A unit without rules of its own has those of its government."""

    on: frozenset[Rule] = frozenset()

    def switched(self, rule: Rule) -> "AgencyRules":
        return AgencyRules(self.on ^ {rule})
