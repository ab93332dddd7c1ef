"""What officers hear of each other: reports given and taken over, closings to confirm."""

from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import PersonId
from bot.domain.report import FollowUpId
from bot.services.records import CaseView
from bot.services.work import Work
from bot.ui import closing, sharing
from bot.ui.screen import Screen
from bot.ui.texts import Speech

_PASSED_ON = {NoticeKind.HANDED_OVER: "handed-over", NoticeKind.TAKEN_OVER: "taken-over"}
KINDS = {*_PASSED_ON, NoticeKind.PROPOSED, NoticeKind.RETURNED}


async def screen(
    work: Work, say: Speech, notice: Notice, view: CaseView, *, group: bool
) -> Screen | None:
    """As things stand now, for who may read the report; None when it is settled otherwise."""
    if key := _PASSED_ON.get(notice.kind):
        return sharing.passed_on(say, key, view, await _name(work, int(notice.about)))
    if notice.kind is NoticeKind.RETURNED:
        mine, _, why = notice.about.partition(">")
        proposal = await work.unit.follow_ups.get(FollowUpId(int(mine)))
        note = await work.unit.follow_ups.get(FollowUpId(int(why)))
        return closing.returned(say, view, proposal, note, await _name(work, note.by or 0))
    if view.report.proposed is None:
        return None
    proposal = await work.unit.follow_ups.get(view.report.proposed)
    return closing.asked(say, view, proposal, await _name(work, proposal.by or 0), group=group)


async def _name(work: Work, person: int) -> str:
    return (await work.unit.people.get(PersonId(person))).name
