"""A group with topics: in which of them the cards of an agency stand.

A topic per report is its whole conversation: the card is pinned in it, what is written in it
answers the report, and it is closed when the report ends. A topic per unit gathers the cards of one
unit.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.people import ChatId
from bot.domain.report import Report, ReportId


class Topics(StrEnum):
    """What has a topic of its own."""

    NONE = "none"
    REPORT = "report"
    UNIT = "unit"

    @property
    def next(self) -> "Topics":
        """The next to choose; after the last comes the first."""
        every = list(Topics)
        return every[(every.index(self) + 1) % len(every)]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that the bot has made; `thread` is Telegram's number of it in the group."""

    chat: ChatId = field(repr=False)
    subject: str
    thread: int
    closed: bool = False


def subject_of(kept: Topics, report: Report) -> str | None:
    """What the topic of a report is about; None where it has none."""
    if kept is Topics.REPORT:
        return f"report:{report.id}"
    if kept is Topics.UNIT and report.agency:
        return f"agency:{report.agency}"
    return None


def report_of(subject: str) -> ReportId | None:
    """The report that a topic is about, where it is about one alone."""
    kind, _, number = subject.partition(":")
    return ReportId(int(number)) if kind == "report" else None
