"""Selesai, by the rules that the agency has set for itself.

- Where it asks for evidence, a closing of its officers needs a photo or a video.
- Where it asks for four eyes, a closing waits: the reporter is asked only when an admin of the
  agency or another officer has confirmed it. Nobody confirms their own; where nobody else works
  for the agency, the admins are asked.
- A closing that is sent back goes to its writer, with the words that say why and with its own.
- An admin who records what an agency did elsewhere is bound by neither.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.moves import Act, Need
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Actor
from bot.domain.refusals import Refused, Why
from bot.domain.report import (
    Attachment,
    FileKind,
    FollowUp,
    FollowUpId,
    FollowUpKind,
    Report,
    ReportId,
)
from bot.domain.rules import Rule
from bot.services.moving import Mover
from bot.services.saying import say_on
from bot.services.teaching import Teaching
from storage.unit import Unit

_SHOWS = {FileKind.PHOTO, FileKind.VIDEO}


class Closing:
    """Ends of reports that need more than one officer's word."""

    def __init__(self, unit: Unit, now: datetime, mover: Mover, teaching: Teaching) -> None:
        self._unit = unit
        self._now = now
        self._mover = mover
        self._teaching = teaching

    async def waits(
        self, actor: Actor, report: Report, text: str, files: Sequence[Attachment]
    ) -> FollowUp | None:
        """Keep a closing that a second person must confirm; None where it may go out.

        Raises Refused: NEEDS_EVIDENCE, and what the table of moves refuses.
        """
        if report.agency is None or actor.role_for(report.agency) is None:
            return None
        rules = await self._unit.rules.of(report.agency)
        given = frozenset({Need.WORDS}) if text.strip() else frozenset()
        self._mover.find(actor, report, Act.SETTLE, given)
        if Rule.EVIDENCE in rules.on and not any(file.kind in _SHOWS for file in files):
            raise Refused(Why.NEEDS_EVIDENCE)
        if Rule.FOUR_EYES not in rules.on:
            return None
        move = self._mover.find(actor, report, Act.PROPOSE, given)
        kind = FollowUpKind.PROPOSAL
        said = await say_on(self._unit, self._now, actor, report, kind, text, files)
        changed = replace(
            report,
            taken_by=report.taken_by or actor.person,
            taken_at=report.taken_at or self._now,
            proposed=said.id,
        )
        saved = await self._mover.make(actor, report, changed, move, said=said)
        await self._ask_others(actor, saved)
        return said

    async def endorse(self, actor: Actor, report: ReportId) -> FollowUp:
        """Setujui penutupan. Raises Refused: NOT_NOW where none waits, OWN_WORK."""
        found, proposal = await self._waiting(actor, report)
        move = self._mover.find(actor, found, Act.ENDORSE)
        closing = replace(
            proposal, id=FollowUpId(0), kind=FollowUpKind.CLOSING, at=self._now, delivered_at=None
        )
        said = await self._unit.follow_ups.add(closing)
        changed = replace(
            found, answered_at=found.answered_at or self._now, settled_at=self._now, proposed=None
        )
        saved = await self._mover.make(actor, found, changed, move, said=said)
        await self._teaching.confirmed(saved, saved.sector)
        await self._mover.hearing.reporter(saved, NoticeKind.SETTLED, said)
        return said

    async def returnable(self, actor: Actor, report: ReportId) -> Report:
        """Ask before the words are asked for. Raises Refused, as `send_back`."""
        found, _ = await self._waiting(actor, report)
        self._mover.find(actor, found, Act.RETURN, frozenset(Need))
        return found

    async def send_back(self, actor: Actor, report: ReportId, text: str) -> None:
        """Kembalikan, with words for the writer. Raises Refused: NOT_NOW, OWN_WORK."""
        found, proposal = await self._waiting(actor, report)
        given = frozenset({Need.WORDS}) if text.strip() else frozenset()
        move = self._mover.find(actor, found, Act.RETURN, given)
        said = await say_on(self._unit, self._now, actor, found, FollowUpKind.NOTE, text)
        changed = replace(found, proposed=None)
        await self._mover.make(actor, found, changed, move, said=said)
        if proposal.by is not None:
            writer = await self._unit.people.get(proposal.by)
            about = f"{proposal.id}>{said.id}"
            notice = Notice(NoticeKind.RETURNED, writer.chat, found.id, about=about)
            await self._mover.hearing.tell(notice)

    async def _waiting(self, actor: Actor, report: ReportId) -> tuple[Report, FollowUp]:
        found = await self._mover.seen_by(actor, report)
        if found.proposed is None or not actor.roles_towards(found.reporter, found.agency):
            raise Refused(Why.NOT_NOW, status=found.status.value)
        proposal = await self._unit.follow_ups.get(found.proposed)
        if proposal.by == actor.person:
            raise Refused(Why.OWN_WORK)
        return found, proposal

    async def _ask_others(self, actor: Actor, report: Report) -> None:
        """Everybody who may confirm it but who wrote it; the admins where that is nobody."""
        assert report.agency is not None
        hearing = self._mover.hearing
        members = await self._unit.access.members(report.agency, covering=True)
        others = {person.chat for person, _ in members if person.id != actor.person}
        chats = [chat for chat in await hearing.officers_of(report) if chat < 0 or chat in others]
        for chat in chats if others else await hearing.admins():
            await hearing.tell(Notice(NoticeKind.PROPOSED, chat, report.id))
