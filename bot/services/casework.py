"""What officers, admins and reporters do to a filed report, by the one table of moves.

- Who acts is asked anew each time; an absent report and somebody else's are the same "not found".
- Of two hands at once one wins: the report's version is checked, and the other is told who.
- A hand-back never closes. The report goes to an admin with the officer's reason and candidate, the
  clock keeps running, the hops are counted.
- Selesai asks the reporter, who has the last word; "belum selesai" is always possible.
- The clock pauses only while the reporter is asked: the promise moves by the days they took, and
  the reporter is told the new date with the next thing they hear.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.agency import AgencyCode
from bot.domain.moves import Act, Need, moves_open_to
from bot.domain.notice import NoticeKind
from bot.domain.people import SYSTEM, Actor, Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import (
    Attachment,
    FollowUp,
    FollowUpKind,
    Report,
    ReportId,
    Status,
)
from bot.services.closing import Closing
from bot.services.hearing import TOGETHER, UNSOLVED
from bot.services.house import House
from bot.services.moving import Mover
from bot.services.parting import pass_on
from bot.services.pausing import due_after_pause
from bot.services.saying import say_on
from bot.services.teaching import Teaching
from storage.unit import Unit

LOW_RATING = 2
TAKEN_UP = 2
"""From this "belum selesai" on the agency's admin and the admins hear of it too."""


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made, with the words that came with it."""

    report: Report
    follow_up: FollowUp | None = None


class Casework:
    """Acts on filed reports."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now
        self._mover = Mover(unit, now)
        self._teaching = Teaching(house, unit, now)
        self.closing = Closing(unit, now, self._mover, self._teaching)

    async def seen_by(self, actor: Actor, report: ReportId) -> Report:
        """Give a report to somebody who has a role towards it. Raises Refused (NOT_FOUND)."""
        return await self._mover.seen_by(actor, report)

    async def may(self, actor: Actor, report: ReportId, act: Act) -> Report:
        """Check a move before its words are asked for. Raises Refused."""
        found = await self._mover.seen_by(actor, report)
        self._mover.find(actor, found, act, frozenset(Need))
        return found

    async def take(self, actor: Actor, report: ReportId) -> Done:
        """Terima. Raises Refused (TAKEN, with the colleague's name)."""
        found = await self._mover.seen_by(actor, report)
        if found.taken_by and found.taken_by != actor.person:
            holder = await self._unit.people.get(found.taken_by)
            raise Refused(Why.TAKEN, name=holder.name)
        move = self._mover.find(actor, found, Act.TAKE)
        changed = replace(found, taken_by=actor.person, taken_at=self._now)
        saved = await self._mover.make(actor, found, changed, move)
        await self._teaching.confirmed(saved, saved.sector)
        await self._mover.hearing.reporter(saved, NoticeKind.TAKEN)
        return Done(saved)

    async def answer(
        self, actor: Actor, report: ReportId, text: str, files: Sequence[Attachment] = ()
    ) -> Done:
        """Jawab: the words reach the reporter."""
        return await self._speak(
            actor, report, Act.ANSWER, FollowUpKind.ANSWER, NoticeKind.ANSWERED, text, files
        )

    async def ask(
        self, actor: Actor, report: ReportId, text: str, files: Sequence[Attachment] = ()
    ) -> Done:
        """Minta kelengkapan: the clock waits for the reporter."""
        return await self._speak(
            actor, report, Act.ASK, FollowUpKind.QUESTION, NoticeKind.ASKED, text, files
        )

    async def settle(
        self, actor: Actor, report: ReportId, text: str, files: Sequence[Attachment] = ()
    ) -> Done:
        """Selesai: the reporter is asked whether it is so, at once or after a second person.

        Raises Refused (NEEDS_EVIDENCE) where the agency asks for a picture.
        """
        found = await self._mover.seen_by(actor, report)
        if waiting := await self.closing.waits(actor, found, text, files):
            return Done(found, waiting)
        return await self._speak(
            actor, report, Act.SETTLE, FollowUpKind.CLOSING, NoticeKind.SETTLED, text, files
        )

    async def hand_back(
        self,
        actor: Actor,
        report: ReportId,
        reason: str,
        candidate: AgencyCode | None,
        words: str = "",
    ) -> Done:
        """Bukan wewenang: an admin gets it with the reason code and the officer's candidate."""
        found = await self._mover.seen_by(actor, report)
        given = frozenset({Need.REASON}) if reason else frozenset()
        move = self._mover.find(actor, found, Act.HAND_BACK, given)
        said = None
        if words:
            kind = FollowUpKind.HAND_BACK
            said = await say_on(self._unit, self._now, actor, found, kind, words)
        changed = replace(
            found,
            agency=None,
            taken_by=None,
            taken_at=None,
            settled_at=None,
            hops=found.hops + 1,
        )
        note = f"{reason}>{candidate}" if candidate else reason
        return Done(
            await self._mover.make(actor, found, changed, move, reason=note, said=said), said
        )

    async def reply(
        self, actor: Actor, report: ReportId, text: str, files: Sequence[Attachment] = ()
    ) -> Done:
        """The reporter adds words or files, or answers a question; any voice of a report may."""
        voice = await self._mover.seen_by(actor, report)
        found = await self._mover.main_of(voice)
        orphan = found.status is Status.WAITING and found.agency is None
        act = Act.COMPLETE if orphan else Act.REPLY
        move = self._mover.find(actor, found, act, _words(text, files), voice=voice)
        said = await say_on(self._unit, self._now, actor, voice, FollowUpKind.REPLY, text, files)
        changed = replace(found, settled_at=None)
        if found.status is Status.WAITING:
            changed = replace(changed, due_at=await self._resumed(found))
        saved = await self._mover.make(actor, found, changed, move, said=said, voice=voice)
        await self._mover.hearing.reporter_said(saved, said)
        return Done(saved, said)

    async def confirm(self, actor: Actor, report: ReportId) -> Done:
        """Sudah selesai: the reporter closes it; those whose reports follow it may object."""
        found = await self._mover.seen_by(actor, report)
        move = self._mover.find(actor, found, Act.CONFIRM)
        closed = await self._mover.make(actor, found, replace(found, closed_at=self._now), move)
        await self._mover.hearing.voices(closed, NoticeKind.CLOSED, about=TOGETHER)
        return Done(closed)

    async def reject(
        self, actor: Actor, report: ReportId, text: str, files: Sequence[Attachment] = ()
    ) -> Done:
        """Belum selesai: what is missing goes to the officers; a closed report opens again."""
        voice = await self._mover.seen_by(actor, report)
        found = await self._mover.main_of(voice)
        act = Act.REJECT if found.status.is_open else Act.REOPEN
        if act is Act.REOPEN and not self._house.terms.reopens(found.closed_at, self._now):
            raise Refused(Why.REOPEN_OVER)
        move = self._mover.find(actor, found, act, _words(text, files), voice=voice)
        said = await say_on(self._unit, self._now, actor, voice, FollowUpKind.UNSOLVED, text, files)
        changed = replace(found, settled_at=None, closed_at=None, unsolved=found.unsolved + 1)
        saved = await self._mover.make(actor, found, changed, move, said=said, voice=voice)
        await self._mover.hearing.reporter_said(saved, said)
        if saved.unsolved >= TAKEN_UP:
            await self._take_up(saved, said)
        return Done(saved, said)

    async def rate(self, actor: Actor, report: ReportId, stars: int) -> Done:
        """One to five stars for the service, apart from the closing.

        One or two open the report again, whatever is said with them; no date moves.
        """
        if not 1 <= stars <= 5:
            raise Refused(Why.NOT_FOUND)
        found = await self._mover.seen_by(actor, report)
        move = self._mover.find(actor, found, Act.RATE)
        rated = replace(found, rating=stars)
        saved = await self._mover.make(actor, found, rated, move, reason=str(stars))
        if stars <= LOW_RATING and self._house.terms.reopens(saved.closed_at, self._now):
            return Done(await self._open_again(actor, saved, stars))
        return Done(saved)

    async def rating_words(self, actor: Actor, report: ReportId, text: str) -> Done:
        """A word beside the stars; the officers read it, the report stays closed."""
        found = await self._mover.seen_by(actor, report)
        self._mover.find(actor, found, Act.RATE)
        said = await say_on(self._unit, self._now, actor, found, FollowUpKind.RATING, text, ())
        await self._mover.hearing.reporter_said(found, said)
        return Done(found, said)

    async def withdraw(self, actor: Actor, report: ReportId) -> Done:
        """The reporter takes it back; other people's voices go on without it."""
        found = await self._mover.seen_by(actor, report)
        move = self._mover.find(actor, found, Act.WITHDRAW)
        await pass_on(self._unit, self._mover, found)
        closed = replace(found, joined_to=None, closed_at=self._now)
        return Done(await self._mover.make(actor, found, closed, move))

    async def _speak(
        self,
        actor: Actor,
        report: ReportId,
        act: Act,
        kind: FollowUpKind,
        tell: NoticeKind,
        text: str,
        files: Sequence[Attachment],
    ) -> Done:
        found = await self._mover.seen_by(actor, report)
        # A picture may be an answer; a closing and a question need a sentence.
        counted = files if act is Act.ANSWER else ()
        move = self._mover.find(actor, found, act, _words(text, counted))
        said = await say_on(self._unit, self._now, actor, found, kind, text, files)
        # An admin records what an agency has said, and does not take the report from its officers.
        ours = actor.role_for(found.agency) is not None
        changed = replace(
            found,
            taken_by=found.taken_by or (actor.person if ours else None),
            taken_at=found.taken_at or (self._now if ours else None),
            answered_at=found.answered_at or (None if act is Act.ASK else self._now),
            settled_at=self._now if act is Act.SETTLE else None,
        )
        saved = await self._mover.make(actor, found, changed, move, said=said)
        if act is not Act.ASK and ours:
            await self._teaching.confirmed(saved, saved.sector)
        await self._mover.hearing.reporter(saved, tell, said)
        return Done(saved, said)

    async def _open_again(self, actor: Actor, rated: Report, stars: int) -> Report:
        """Let bad stars count as "belum selesai", where the report can still be taken up."""
        main = await self._mover.main_of(rated)
        act = Act.REJECT if main.status.is_open else Act.REOPEN
        if act not in moves_open_to(main.status, frozenset({Role.REPORTER})):
            return rated
        move = self._mover.find(actor, main, act, frozenset({Need.WORDS}), voice=rated)
        changed = replace(main, settled_at=None, closed_at=None, unsolved=main.unsolved + 1)
        saved = await self._mover.make(actor, main, changed, move, reason=str(stars), voice=rated)
        if saved.unsolved >= TAKEN_UP:
            await self._take_up(saved)
        return saved

    async def _take_up(self, report: Report, said: FollowUp | None = None) -> None:
        """Not solved again: whoever stands above the officers hears of it, with the words."""
        await self._mover.note(
            report, Act.ESCALATE, SYSTEM, Role.SYSTEM, report.status, report.agency, UNSOLVED
        )
        await self._mover.hearing.unsolved_again(report, said)

    async def _resumed(self, report: Report) -> datetime:
        return await due_after_pause(self._house, self._unit, report, self._now)


def _words(text: str, files: Sequence[Attachment]) -> frozenset[Need]:
    return frozenset({Need.WORDS}) if text.strip() or files else frozenset()
