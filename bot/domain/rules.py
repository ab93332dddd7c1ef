"""What an agency has decided for its own work."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.topic import Topics


class Rule(StrEnum):
    """A switch of an agency."""

    EVIDENCE = "evidence"
    """A closing needs a picture of what was done."""
    FOUR_EYES = "four_eyes"
    """A closing goes out when a second person has confirmed it."""


DIGEST_AT = 7 * 60 + 30
"""Minutes after midnight, local time, where an agency has not chosen."""
DIGEST_HOURS = (6 * 60 + 30, DIGEST_AT, 8 * 60 + 30, 9 * 60 + 30)


@dataclass(frozen=True, slots=True)
class AgencyRules:
    """A unit without rules of its own has those of its government.

    `digest_at` is the hour of its morning digest in minutes after midnight, None for no digest.
    """

    on: frozenset[Rule] = frozenset()
    digest_at: int | None = DIGEST_AT
    topics: Topics = Topics.NONE

    def switched(self, rule: Rule) -> "AgencyRules":
        return replace(self, on=self.on ^ {rule})

    def with_next_topics(self) -> "AgencyRules":
        return replace(self, topics=self.topics.next)

    def with_next_hour(self) -> "AgencyRules":
        """The next of the hours to choose from; after the last comes none."""
        hours = [*DIGEST_HOURS, None]
        place = hours.index(self.digest_at) if self.digest_at in hours else 0
        return replace(self, digest_at=hours[(place + 1) % len(hours)])
