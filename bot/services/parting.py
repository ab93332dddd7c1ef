"""What happens to a voice that goes on without the report that spoke for it."""

from dataclasses import replace

from bot.domain.moves import Act
from bot.domain.people import SYSTEM, Role
from bot.domain.report import FollowUpId, FollowUpKind, Report
from bot.services.following import has_spoken, joined_at, mirrored
from bot.services.moving import Mover
from storage.unit import Unit

_TO_REPORTERS = {FollowUpKind.ANSWER, FollowUpKind.QUESTION, FollowUpKind.CLOSING}


async def keep_words(unit: Unit, main: Report, voice: Report) -> None:
    """Give a voice the office's words that its reporter has heard as its own."""
    since = await joined_at(unit, voice)
    for said in await unit.follow_ups.of_report(main.id):
        if since and said.at >= since and said.kind in _TO_REPORTERS:
            await unit.follow_ups.add(replace(said, id=FollowUpId(0), report=voice.id))


async def pass_on(unit: Unit, mover: Mover, main: Report) -> None:
    """Let the oldest voice speak for the others, because the main's reporter withdraws."""
    voices = await unit.reports.voices(main.id)
    first = next((voice for voice in voices if not has_spoken(voice)), None)
    if first is None:
        return
    await keep_words(unit, main, first)
    alone = replace(mirrored(first, main), joined_to=None, hops=main.hops, unsolved=main.unsolved)
    heir = await unit.reports.save(alone)
    await mover.note(heir, Act.LEAD, SYSTEM, Role.SYSTEM, first.status, heir.agency, main.number)
    for voice in voices:
        if voice.id != heir.id:
            await unit.reports.save(replace(voice, joined_to=heir.id))
    await mover.hearing.desk(heir)
