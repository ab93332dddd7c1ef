"""Words that somebody adds to a report, with the role in which they are said."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.people import Actor, Role
from bot.domain.report import Attachment, FollowUp, FollowUpId, FollowUpKind, Report
from bot.services.moving import ORDER
from storage.unit import Unit

_BY_REPORTER = {FollowUpKind.REPLY, FollowUpKind.UNSOLVED, FollowUpKind.RATING}


async def say_on(
    unit: Unit,
    now: datetime,
    actor: Actor,
    report: Report,
    kind: FollowUpKind,
    text: str,
    files: Sequence[Attachment] = (),
    role: Role | None = None,
) -> FollowUp:
    """Store the words; whether they may be said is asked before.

    Without a `role` they are said in the highest of who speaks; an invited agency's are its own.
    """
    roles = actor.roles_towards(report.reporter, report.agency, report.working_partner)
    if role is None:
        role = Role.REPORTER if kind in _BY_REPORTER else next(r for r in ORDER if r in roles)
    return await unit.follow_ups.add(
        FollowUp(
            id=FollowUpId(0),
            report=report.id,
            kind=kind,
            by=actor.person,
            role=role,
            agency=report.working_partner if role is Role.PARTNER else report.agency,
            at=now,
            text=text,
            attachments=tuple(files),
        )
    )
