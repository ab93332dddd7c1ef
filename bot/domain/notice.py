"""Facts that others must hear: written beside the change, put into words when they are sent."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.domain.people import ChatId
from bot.domain.report import FollowUpId, ReportId


class NoticeKind(StrEnum):
    """What has happened, as its hearer will be told."""

    SENT_ON = "sent_on"
    """To the reporter: an admin has sent it to an agency."""
    REROUTED = "rerouted"
    """To the reporter: another agency has it now."""
    TAKEN = "taken"
    ANSWERED = "answered"
    ASKED = "asked"
    SETTLED = "settled"
    CLOSED = "closed"
    ARCHIVED = "archived"
    MERGED = "merged"
    """To the reporter: an admin has joined their report to others' on the same problem."""
    PARTED = "parted"
    """To the reporter: their report stands alone again."""
    JOINED_BY = "joined_by"
    """To the reporter: a second agency works on it too; `about` is its code."""
    STEPPED_OUT = "stepped_out"
    """To the reporter: that agency works on it no more; `about` is its code."""
    REMINDED = "reminded"
    """To the reporter: we wait for their word; `about` is the moment's code."""
    LATE = "late"
    """To the reporter: the office has let a promised date pass; `about` is the moment's code."""
    DELAYED = "delayed"
    """To the reporter: the promised date is later, because an admin has added a day off."""
    WARNED = "warned"
    """To officers, agency admins or admins: a date comes near or has passed."""
    PIN_USED = "pin_used"
    CARD = "card"
    """To officers: the report's card, new or brought up to date."""
    ADMIN_CARD = "admin_card"
    REPORTER_SAID = "reporter_said"
    """To officers or admins: the reporter's words on a report."""
    MOVED_AWAY = "moved_away"
    """To officers: an admin has given the report to another agency."""
    PROPOSED = "proposed"
    """To officers or admins: a closing waits for a second person."""
    RETURNED = "returned"
    """To an officer: their closing is sent back; `about` has its number and the note's."""
    DIGEST = "digest"
    """To officers, in the morning: what waits at their agency; `about` is its code."""
    HANDED_OVER = "handed_over"
    """To an officer: a colleague has given them a report; `about` is the giver's number."""
    TAKEN_OVER = "taken_over"
    """To an officer: somebody else has the report now; `about` is that colleague's number."""
    DRAFT_CARD = "draft_card"
    """To the reporter: the draft as it stands, after an album or a text cut in two."""
    UNDELIVERED = "undelivered"
    """To admins: nobody at the agency can be reached."""
    TOPICS_LACK = "topics_lack"
    """To who keeps an agency's rules: what its group lacks for topics, after the agency's code."""
    LET_IN = "let_in"
    """To an agency's admins: somebody in their group asks to be let in."""
    KEYWORD_TRIED = "keyword_tried"
    """To an admin: what a changed keyword would do."""
    WELCOME = "welcome"
    """To somebody who was let in, or whose right was taken away."""
    CONSENT_EXPIRED = "consent_expired"
    """To somebody who never agreed: what they sent is gone."""
    UNBOUND = "unbound"
    """To a group that took the bot in without a link."""
    ANNOUNCED = "announced"
    """To many: what an admin has to say."""
    ANNOUNCE_PROGRESS = "announce_progress"
    """To who speaks: how many it was sent to so far."""
    ASSESSMENT = "assessment"
    """To an agency's admin: its self-assessment, as a document."""
    EXPORT_PROGRESS = "export_progress"
    """To who asked for a sheet: how far it has come."""
    EXPORT_READY = "export_ready"
    FIGURES = "figures"
    """To an admin: a period in numbers."""
    CHART = "chart"
    """To an admin: one picture of it."""
    OWN_COPY = "own_copy"
    """To a person: everything that is kept about them, as a document."""
    ERASED = "erased"
    """In the place of an office's message (`about` is its number): a report's words are gone."""


class Urgency(StrEnum):
    """In which order a chat hears: answers before notices, notices before announcements."""

    ANSWER = "1"
    NOTICE = "2"
    ANNOUNCEMENT = "3"


@dataclass(frozen=True, slots=True)
class Notice:
    """One fact for one chat. `about` carries a code where the kind needs one."""

    kind: NoticeKind
    chat: ChatId
    report: ReportId | None = None
    follow_up: FollowUpId | None = None
    about: str = ""

    @property
    def merge_key(self) -> str | None:
        """Notices with the same key that still wait become one: the newest state is what counts."""
        if self.kind in {NoticeKind.CARD, NoticeKind.ADMIN_CARD, NoticeKind.DRAFT_CARD}:
            return f"{self.kind}:{self.chat}:{self.report or 0}"
        if self.kind is NoticeKind.OWN_COPY:
            return f"{self.kind}:{self.chat}"
        if self.kind in {NoticeKind.EXPORT_PROGRESS, NoticeKind.ANNOUNCE_PROGRESS}:
            return f"{self.kind}:{self.about.partition('>')[0]}"
        return None

    def dump(self) -> bytes:
        """Write it for the outbox, leaving out what is empty."""
        written: dict[str, str | int] = {"kind": self.kind, "chat": self.chat}
        if self.report is not None:
            written["report"] = self.report
        if self.follow_up is not None:
            written["follow_up"] = self.follow_up
        if self.about:
            written["about"] = self.about
        return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def load(cls, written: bytes) -> Self:
        """Read what `dump` wrote. Raises ValueError or KeyError for anything else."""
        read = json.loads(written)
        report, follow_up = read.get("report"), read.get("follow_up")
        return cls(
            kind=NoticeKind(read["kind"]),
            chat=ChatId(read["chat"]),
            report=None if report is None else ReportId(report),
            follow_up=None if follow_up is None else FollowUpId(follow_up),
            about=read.get("about", ""),
        )
