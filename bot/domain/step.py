"""What the next words of a person in a chat are meant for, when a screen has asked."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from bot.domain.draft import between, units
from bot.domain.people import ChatId, PersonId
from bot.domain.report import Attachment, ReportId


class StepKind(StrEnum):
    """A question that stands open."""

    PLACE = "place"
    WHEN = "when"
    REWRITE = "rewrite"
    CHOOSE_AGENCY = "choose_agency"
    ADD = "add"
    """The reporter adds to a filed report."""
    UNSOLVED = "unsolved"
    SIMILAR = "similar"
    """What resembles the draft is shown: join it, or send it all the same?"""
    STARS = "stars"
    """How was the service?"""
    RATING_WORDS = "rating_words"
    SURE = "sure"
    """Throw the draft away, or withdraw the report: are they sure?"""
    ANSWER = "answer"
    ASK = "ask"
    SETTLE = "settle"
    HAND_BACK = "hand_back"
    HAND_BACK_TO = "hand_back_to"
    """An officer searches the agency that they think is right."""
    REROUTE = "reroute"
    """An admin searches the agency."""
    ADMIN_ASK = "admin_ask"
    MERGE = "merge"
    """An admin types the number of the report that this one belongs to."""
    INVITE = "invite"
    """An admin searches the agency that a link is for."""
    FIND_AGENCY = "find_agency"
    KEYWORD = "keyword"
    """An admin names a keyword, or has tried a change that waits to be saved."""
    CONTRIBUTE = "contribute"
    CO_INVITE = "co_invite"
    """An officer or admin searches the agency to be invited."""
    NOTE = "note"
    """An officer's word to colleagues."""
    RETURN = "return"
    """What is missing from a colleague's closing."""
    TEMPLATE = "template"
    """An agency's admin writes a ready-made answer; `reason` says whose and which."""
    ANNOUNCE_TO = "announce_to"
    """An admin says whom an announcement is for."""
    ANNOUNCE = "announce"
    LOOSE = "loose"
    """A sentence waits until the person says which report it belongs to."""


@dataclass(frozen=True, slots=True)
class Step:
    """An open question to one person in one chat, with what they have given so far."""

    person: PersonId
    chat: ChatId
    kind: StepKind
    report: ReportId | None = None
    reason: str = ""
    text: str = field(default="", repr=False)
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)
    seen: int = 0
    """How many lines the report's history had when the words were shown to their writer."""
    last: int = 0
    """How long the newest words are, in UTF-16 units: Telegram may have cut them."""

    @property
    def is_cut(self) -> bool:
        """Whether the next words are probably the second half of a text."""
        return between(self.last) != "\n"

    def with_words(self, text: str) -> Self:
        joined = f"{self.text}{between(self.last)}{text}" if self.text else text
        return replace(self, text=joined, last=units(text))

    def with_attachment(self, attachment: Attachment) -> Self:
        if any(known.unique == attachment.unique for known in self.attachments):
            return self
        return replace(self, attachments=(*self.attachments, attachment))
