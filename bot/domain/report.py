"""A report, from the first word to the last answer."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.agency import AgencyCode
from bot.domain.happened import Happened
from bot.domain.people import PersonId, Role
from bot.domain.place import Place
from bot.domain.sector import Sector
from bot.domain.suggestion import Care, ReportClass
from bot.domain.tracking import TrackingNumber

ReportId = NewType("ReportId", int)
FollowUpId = NewType("FollowUpId", int)


class Status(StrEnum):
    """Status laporan, in the exact words of the national export."""

    UNVERIFIED = "Belum Terverifikasi"
    DISPATCHED = "Terdisposisi ke"
    IN_PROGRESS = "Ditindaklanjuti oleh Instansi"
    REPORTER_REPLIED = "Ditanggapi oleh Pelapor"
    WAITING = "Menunggu Kelengkapan Informasi"
    CLOSED_BY_REPORTER = "Ditutup oleh Pelapor"
    CLOSED_BY_SYSTEM = "Ditutup oleh Sistem"
    CLOSED_BY_ADMIN = "Ditutup oleh Admin"
    ARCHIVED_BY_ADMIN = "Diarsipkan oleh Admin"
    ARCHIVED_BY_SYSTEM = "Diarsipkan oleh Sistem"
    ARCHIVED_BY_REPORTER = "Diarsipkan oleh Pelapor"
    BLOCKED = "Konten Terblokir"

    @property
    def is_open(self) -> bool:
        return self in OPEN


OPEN = frozenset(
    {
        Status.UNVERIFIED,
        Status.DISPATCHED,
        Status.IN_PROGRESS,
        Status.REPORTER_REPLIED,
        Status.WAITING,
    }
)


class ArchiveReason(StrEnum):
    """The national reasons for archiving."""

    SARA = "Mengandung SARA"
    NO_EVIDENCE = "Tidak memiliki bukti dukung"
    UNCLEAR = "Tidak jelas"
    IRRELEVANT = "Tidak relevan dengan kinerja pemerintah"
    EXPIRED = "Kedaluwarsa"
    WISH_OF_REPORTER = "Keinginan pelapor"


class Erasure(StrEnum):
    """Why nothing personal of a report is left."""

    WISH = "wish"
    """Its reporter asked for it."""
    TERM = "term"
    """It ended longer ago than the operator keeps reports."""


class FileKind(StrEnum):
    """What somebody attached."""

    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file at Telegram: `file` is its file_id, `unique` tells the same file apart from others."""

    kind: FileKind
    file: str = field(repr=False)
    unique: str = field(repr=False)
    name: str = field(default="", repr=False)
    size: int = 0


@dataclass(frozen=True, slots=True)
class Suggested:
    """What the routing had suggested when the report was filed, kept to learn from."""

    agency: AgencyCode
    sector: Sector
    confidence: float
    reasons: tuple[str, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Report:
    """A filed report.

    `title` and `text` are the reporter's words, sealed at rest.
    `due_at` is the moment promised to the reporter: to be sent on while an admin decides, else to
    be answered. `settled_at` is set while the agency says that it is solved and the reporter has
    not spoken. `version` counts changes, so that of two hands at once one wins.
    """

    id: ReportId
    number: TrackingNumber
    reporter: PersonId
    report_class: ReportClass
    status: Status
    title: str = field(repr=False)
    text: str = field(repr=False)
    filed_at: datetime
    due_at: datetime
    agency: AgencyCode | None = None
    sector: Sector | None = None
    place: Place | None = field(default=None, repr=False)
    happened: Happened | None = None
    anonymous: bool = False
    secret: bool = False
    care: Care = Care.NONE
    category: str = ""
    """Of the national tree, "HEAD › ENTRY"; empty where none fits."""
    suggested: tuple[Suggested, ...] = ()
    taken_by: PersonId | None = None
    taken_at: datetime | None = None
    answered_at: datetime | None = None
    settled_at: datetime | None = None
    closed_at: datetime | None = None
    hops: int = 0
    unsolved: int = 0
    """How often the reporter has said that it is not solved."""
    rating: int | None = None
    proposed: FollowUpId | None = None
    """A closing that waits until a second person confirms it."""
    partner: AgencyCode | None = None
    """A second agency that is invited to work on it; see services.partnering and `working_partner`.
    """
    joined_to: ReportId | None = None
    """The report that speaks for this one, while it is a voice among others; see services.voices.
    No clock runs on a voice of its own."""
    version: int = 0
    erased: Erasure | None = None
    """Then its reporter is nobody, and nobody's words are in it."""

    @property
    def working_partner(self) -> AgencyCode | None:
        """The invited agency; none while the admins have the report, when its invitation rests."""
        at_an_agency = self.agency is not None and self.status is not Status.UNVERIFIED
        return self.partner if at_an_agency else None

    @property
    def guarded(self) -> bool:
        """Whether its card in a group shows no words, only number, sector and due date."""
        return self.secret or self.care is not Care.NONE


class FollowUpKind(StrEnum):
    """Who says what to whom on a report."""

    ANSWER = "answer"
    QUESTION = "question"
    CLOSING = "closing"
    REPLY = "reply"
    """The reporter's: an answer to a question, or something added."""
    UNSOLVED = "unsolved"
    HAND_BACK = "hand_back"
    """An officer's word to the admin; the reporter never reads it."""
    RATING = "rating"
    PROPOSAL = "proposal"
    """A closing before a second person has confirmed it; the reporter never reads it so."""
    NOTE = "note"
    """Among colleagues; the reporter never reads it."""
    CONTRIBUTION = "contribution"
    """An invited agency's words to the reporter, in its own name."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Words and files that one side added to a report."""

    id: FollowUpId
    report: ReportId
    kind: FollowUpKind
    by: PersonId | None
    role: Role
    agency: AgencyCode | None
    at: datetime
    text: str = field(repr=False)
    attachments: tuple[Attachment, ...] = ()
    delivered_at: datetime | None = None
    undelivered: bool = False
    """The other side had blocked the bot when it was sent."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One fact about a report: who did what, when. Never edited, and never any words."""

    report: ReportId
    at: datetime
    act: str
    by: PersonId | None
    role: Role
    before: Status | None
    after: Status
    agency: AgencyCode | None = None
    reason: str = ""
    """A code or the name of a rule, never somebody's words."""
    follow_up: FollowUpId | None = None
