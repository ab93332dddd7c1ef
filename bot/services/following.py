"""A voice goes where the report that speaks for it goes: in the same unit, with a line of its own.

Copied are status, agency, sector, dates and who has taken it. A voice whose reporter has said
themselves that it is solved stays closed, until that same reporter says otherwise. Where the first
reporter closes, the voices are Ditutup oleh Sistem: nobody else has said that it is solved.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.moves import Act
from bot.domain.people import Actor, Role
from bot.domain.report import HistoryLine, Report, Status
from storage.unit import Unit


def has_spoken(voice: Report) -> bool:
    """Whether the voice's own reporter has ended it."""
    return voice.status is Status.CLOSED_BY_REPORTER


def mirrored(voice: Report, main: Report) -> Report:
    """The voice as it stands beside the report that speaks for it."""
    by_system = main.status is Status.CLOSED_BY_REPORTER
    return replace(
        voice,
        status=Status.CLOSED_BY_SYSTEM if by_system else main.status,
        agency=main.agency,
        partner=None,
        sector=main.sector,
        due_at=main.due_at,
        taken_by=main.taken_by,
        taken_at=main.taken_at,
        answered_at=main.answered_at,
        settled_at=main.settled_at,
        closed_at=main.closed_at,
        joined_to=main.id,
    )


async def joined_at(unit: Unit, voice: Report) -> datetime | None:
    """Since when its reporter hears what the office says on the report that speaks for it."""
    lines = await unit.history.of_report(voice.id)
    return next((ln.at for ln in reversed(lines) if ln.act in {Act.JOIN, Act.MERGE}), None)


async def follow(
    unit: Unit,
    main: Report,
    actor: Actor,
    role: Role,
    act: Act,
    now: datetime,
    speaker: Report | None = None,
) -> None:
    """Bring every voice of a report to where it stands now; `speaker` is the voice that moved it.

    Its line names the same act, so that its own history is whole should it go on alone; what
    another reporter did is not ascribed to its own.

    Raises Stale where another hand was quicker.
    """
    if main.joined_to:
        return
    by_reporter = role is Role.REPORTER
    for voice in await unit.reports.voices(main.id):
        if has_spoken(voice) and (speaker is None or voice.id != speaker.id):
            continue
        after = mirrored(voice, main)
        if after == voice:
            continue
        await unit.reports.save(after)
        await unit.history.append(
            HistoryLine(
                report=voice.id,
                at=now,
                act=Act.FOLLOW if act is Act.CONFIRM else act,
                by=None if by_reporter else actor.person,
                role=Role.SYSTEM if by_reporter else role,
                before=voice.status,
                after=after.status,
                agency=after.agency,
                reason=act if act is Act.CONFIRM else "",
            )
        )
