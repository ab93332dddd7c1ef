"""The one table of moves: from which status to which, who may, and what it needs.

Nothing else in the house decides this; the README's diagram is held against it.
Statuses and acts are those of SP4N-LAPOR! (PermenPANRB 46/2020 and the national export).
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.people import Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import OPEN, Status


class Act(StrEnum):
    """Something that is done to a report."""

    FILE = "file"
    VERIFY = "verify"
    """Verifikasi and disposisi: it is sent to its agency."""
    REROUTE = "reroute"
    PULL_BACK = "pull_back"
    TAKE = "take"
    ANSWER = "answer"
    ASK = "ask"
    HAND_BACK = "hand_back"
    SETTLE = "settle"
    """The agency says that it is solved; the reporter has the last word."""
    REPLY = "reply"
    COMPLETE = "complete"
    """The reporter answers an admin's question on a report that no agency has yet."""
    CONFIRM = "confirm"
    REJECT = "reject"
    RATE = "rate"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    CLOSE = "close"
    ARCHIVE = "archive"
    BLOCK = "block"
    PROPOSE = "propose"
    """The agency's officer holds it to be solved; a second person must confirm that."""
    ENDORSE = "endorse"
    """The second person confirms it: the reporter is asked."""
    RETURN = "return"
    """The second person sends the closing back to its writer."""
    TAKE_OVER = "take_over"
    """An officer takes a report over from a colleague."""
    HAND_OVER = "hand_over"
    """An officer gives it to a colleague."""
    TO_UNIT = "to_unit"
    """Disposisi within a government: from its head to one of its units."""
    NOTE = "note"
    """A word among colleagues, which the reporter never reads."""
    INVITE = "invite"
    """A second agency is asked to work on it too."""
    CONTRIBUTE = "contribute"
    """The invited agency's words reach the reporter; the status stays the other's."""
    STEP_OUT = "step_out"
    """The invited agency works on it no more."""
    LAPSE = "lapse"
    """Silence after an answer: Ditutup oleh Sistem, never a good rating."""
    EXPIRE = "expire"
    """Silence after a question: Diarsipkan oleh Sistem."""
    JOIN = "join"
    """A reporter becomes a voice of a report that is open already."""
    LEAVE = "leave"
    MERGE = "merge"
    SPLIT = "split"
    FOLLOW = "follow"
    """A voice goes where the report that speaks for it has gone."""
    LEAD = "lead"
    """A voice speaks for the others from now on, because the first has withdrawn."""
    REMIND = "remind"
    """A fact of the clocks, no move: the reporter was reminded."""
    WARN = "warn"
    """A fact of the clocks, no move: the office was warned before the date."""
    ESCALATE = "escalate"
    """A fact, no move: it was taken up the ladder, because it is late or still unsolved."""
    DELAY = "delay"
    """A fact, no move: the promised date is later, because an admin has added a day off."""
    REVEAL = "reveal"
    """Somebody reads the personal numbers that Anonim hides; a right of its own."""
    ERASE = "erase"
    """A fact, no move: all that was personal in it has been emptied; the reason says why."""


class Need(StrEnum):
    """What a move cannot do without."""

    REASON = "reason"
    WORDS = "words"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table; `after` None leaves the status as it was."""

    act: Act
    before: frozenset[Status]
    after: Status | None
    who: frozenset[Role]
    needs: frozenset[Need] = frozenset()


_OFFICE = frozenset({Role.OFFICER, Role.AGENCY_ADMIN})
_DESK = _OFFICE | {Role.ADMIN}
_PARTNER = frozenset({Role.PARTNER})
_ADMIN = frozenset({Role.ADMIN})
_REPORTER = frozenset({Role.REPORTER})
_SYSTEM = frozenset({Role.SYSTEM})
_AT_AGENCY = OPEN - {Status.UNVERIFIED}
_ANSWERED = frozenset({Status.IN_PROGRESS, Status.REPORTER_REPLIED})
_CLOSED = frozenset({Status.CLOSED_BY_REPORTER, Status.CLOSED_BY_SYSTEM, Status.CLOSED_BY_ADMIN})
_NEW = frozenset({Status.UNVERIFIED})
_JOINABLE = OPEN - {Status.WAITING}
"""Who joins was not asked what the first reporter is asked."""

TABLE: tuple[Move, ...] = (
    Move(Act.VERIFY, _NEW, Status.DISPATCHED, _ADMIN | _SYSTEM, frozenset({Need.AGENCY})),
    Move(Act.REROUTE, _AT_AGENCY, Status.DISPATCHED, _ADMIN, frozenset({Need.AGENCY})),
    Move(Act.PULL_BACK, _AT_AGENCY, Status.UNVERIFIED, _ADMIN),
    Move(Act.TAKE, frozenset({Status.DISPATCHED}), Status.IN_PROGRESS, _DESK),
    Move(Act.ANSWER, _AT_AGENCY, Status.IN_PROGRESS, _DESK, frozenset({Need.WORDS})),
    Move(Act.ASK, OPEN - {Status.WAITING}, Status.WAITING, _DESK, frozenset({Need.WORDS})),
    Move(
        Act.HAND_BACK,
        _AT_AGENCY,
        Status.UNVERIFIED,
        frozenset({Role.OFFICER, Role.AGENCY_ADMIN}),
        frozenset({Need.REASON}),
    ),
    Move(
        Act.SETTLE,
        _AT_AGENCY - {Status.WAITING},
        Status.IN_PROGRESS,
        _DESK,
        frozenset({Need.WORDS}),
    ),
    Move(Act.REPLY, _NEW | {Status.DISPATCHED}, None, _REPORTER, frozenset({Need.WORDS})),
    Move(
        Act.REPLY,
        _ANSWERED | {Status.WAITING},
        Status.REPORTER_REPLIED,
        _REPORTER,
        frozenset({Need.WORDS}),
    ),
    Move(
        Act.COMPLETE,
        frozenset({Status.WAITING}),
        Status.UNVERIFIED,
        _REPORTER,
        frozenset({Need.WORDS}),
    ),
    Move(Act.CONFIRM, _ANSWERED, Status.CLOSED_BY_REPORTER, _REPORTER),
    Move(
        Act.REJECT,
        _ANSWERED,
        Status.REPORTER_REPLIED,
        _REPORTER,
        frozenset({Need.WORDS}),
    ),
    Move(Act.RATE, _CLOSED, None, _REPORTER),
    Move(Act.REOPEN, _CLOSED, Status.REPORTER_REPLIED, _REPORTER, frozenset({Need.WORDS})),
    Move(Act.WITHDRAW, OPEN, Status.ARCHIVED_BY_REPORTER, _REPORTER),
    Move(
        Act.CLOSE,
        _AT_AGENCY,
        Status.CLOSED_BY_ADMIN,
        _ADMIN,
        frozenset({Need.WORDS}),
    ),
    Move(Act.ARCHIVE, OPEN, Status.ARCHIVED_BY_ADMIN, _ADMIN, frozenset({Need.REASON})),
    Move(Act.BLOCK, OPEN, Status.BLOCKED, _ADMIN, frozenset({Need.REASON})),
    Move(
        Act.PROPOSE,
        _AT_AGENCY - {Status.WAITING},
        Status.IN_PROGRESS,
        _OFFICE,
        frozenset({Need.WORDS}),
    ),
    Move(Act.ENDORSE, _ANSWERED, Status.IN_PROGRESS, _DESK),
    Move(Act.RETURN, _ANSWERED, None, _DESK, frozenset({Need.WORDS})),
    Move(Act.TAKE_OVER, _AT_AGENCY, None, _OFFICE),
    Move(Act.HAND_OVER, _AT_AGENCY, None, _OFFICE),
    Move(Act.TO_UNIT, _AT_AGENCY, Status.DISPATCHED, _OFFICE, frozenset({Need.AGENCY})),
    Move(Act.NOTE, OPEN, None, _DESK | _PARTNER, frozenset({Need.WORDS})),
    Move(Act.INVITE, _AT_AGENCY, None, _DESK, frozenset({Need.AGENCY})),
    Move(Act.CONTRIBUTE, _AT_AGENCY, None, _PARTNER, frozenset({Need.WORDS})),
    Move(Act.STEP_OUT, _AT_AGENCY, None, _DESK | _PARTNER),
    Move(Act.REVEAL, OPEN, None, frozenset({Role.AGENCY_ADMIN, Role.ADMIN})),
    Move(Act.LAPSE, frozenset({Status.IN_PROGRESS}), Status.CLOSED_BY_SYSTEM, _SYSTEM),
    Move(Act.EXPIRE, frozenset({Status.WAITING}), Status.ARCHIVED_BY_SYSTEM, _SYSTEM),
    Move(Act.JOIN, _JOINABLE, None, _REPORTER),
    Move(Act.MERGE, _JOINABLE, None, _ADMIN),
    Move(Act.LEAVE, OPEN, None, _REPORTER),
    Move(Act.SPLIT, OPEN, None, _ADMIN),
    Move(Act.LEAD, OPEN, None, _SYSTEM),
)

_NEED_REFUSED = {
    Need.REASON: Why.NEEDS_REASON,
    Need.WORDS: Why.NEEDS_ANSWER,
    Need.AGENCY: Why.NEEDS_AGENCY,
}


def find_move(
    act: Act, status: Status, roles: frozenset[Role], given: frozenset[Need] = frozenset()
) -> Move:
    """Look the move up in the table.

    Raises Refused: NOT_ALLOWED where no row names one of the roles for this act, NOT_NOW where the
    status does not allow it, NEEDS_… where something is missing.
    """
    rows = [row for row in TABLE if row.act is act and row.who & roles]
    if not rows:
        raise Refused(Why.NOT_ALLOWED)
    row = next((row for row in rows if status in row.before), None)
    if row is None:
        raise Refused(Why.NOT_NOW, status=status.value)
    for need in row.needs - given:
        raise Refused(_NEED_REFUSED[need])
    return row


def moves_open_to(status: Status, roles: frozenset[Role]) -> frozenset[Act]:
    """Say which acts somebody with these roles may do now: what buttons to show."""
    return frozenset(row.act for row in TABLE if status in row.before and row.who & roles)
