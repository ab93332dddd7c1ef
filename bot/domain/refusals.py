"""What the house refuses, as typed errors; the sentences for them stand in the texts."""

from enum import StrEnum


class Why(StrEnum):
    """The reason of a refusal; each has a sentence in every language."""

    NOT_FOUND = "not-found"
    """Absent or not theirs: nobody can tell which."""
    NOT_ALLOWED = "not-allowed"
    NOT_NOW = "not-now"
    """The report's status does not allow it any more."""
    TAKEN = "taken"
    """A colleague was quicker; `name` says who."""
    NEEDS_REASON = "needs-reason"
    NEEDS_ANSWER = "needs-answer"
    NEEDS_AGENCY = "needs-agency"
    UNREAD_PERIOD = "unread-period"
    """What stands after a command is neither a period nor an agency."""
    NOT_YOUR_AGENCY = "not-your-agency"
    """Figures and sheets of an agency are for its own admin; `agency` says whose were asked for."""
    NEEDS_WORDS = "needs-words"
    NEEDS_PLACE = "needs-place"
    NO_DRAFT = "no-draft"
    ACCUSED_AGENCY = "accused-agency"
    """A report that accuses an agency's people never goes there by the reporter's tap."""
    INVITATION_SPENT = "invitation-spent"
    NOT_IN_GROUP = "not-in-group"
    TOO_MANY_TRIES = "too-many-tries"
    WRONG_PIN = "wrong-pin"
    TOO_LARGE = "too-large"
    OUTSIDE_INDONESIA = "outside-indonesia"
    TOO_MANY_FILES = "too-many-files"
    KEYWORD_UNFIT = "keyword-unfit"
    KEYWORD_GONE = "keyword-gone"
    """The keyword or the trial that a button belongs to is no more."""
    NEEDS_EVIDENCE = "needs-evidence"
    """The agency closes nothing without a picture."""
    OWN_WORK = "own-work"
    """Nobody confirms their own closing."""
    UNKNOWN_PLACE = "unknown-place"
    """A ready-made answer has something in braces that is no fact of a report."""
    TOO_MANY = "too-many"
    """An agency has as many ready-made answers as it may have."""
    ONE_AGENCY = "one-agency"
    """Rahasia was promised to be read by one agency: no second one is invited."""
    PARTNERED = "partnered"
    """Another agency works on it already; `agency` says which."""
    NOBODY_THERE = "nobody-there"
    """An agency without people here cannot be invited."""
    ADMIN_ONLY = "admin-only"
    """A report that accuses is moved by an admin's hand alone."""
    NOT_ALIKE = "not-alike"
    """What is Rahasia or needs care is never put together with other reports."""
    DAY_PAST = "day-past"
    """Nobody can be given yesterday off."""
    REOPEN_OVER = "reopen-over"
    """It was closed too long ago to be opened again."""
    LAST_ADMIN = "last-admin"
    """Nobody would be left to decide, or to let others in."""
    ASKED_ALREADY = "asked-already"
    """Somebody asks to be let in again on the same day."""
    ALREADY = "already"
    """It is so already: nothing to do."""


class Refused(Exception):
    """The house says no; `facts` fill the sentence that says what to do instead."""

    def __init__(self, why: Why, **facts: str) -> None:
        super().__init__(why.value)
        self.why = why
        self.facts = facts
