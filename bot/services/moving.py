"""Carries a move out: the table is asked, the report saved, its line written, its cards renewed."""

from dataclasses import replace
from datetime import datetime

from bot.domain.agency import AgencyCode
from bot.domain.moves import Act, Move, Need, find_move
from bot.domain.people import Actor, Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import FollowUp, HistoryLine, Report, ReportId, Status
from bot.services.following import follow
from bot.services.hearing import Hearing
from storage.errors import NoSuchReport, Stale
from storage.unit import Unit

ORDER = (Role.ADMIN, Role.AGENCY_ADMIN, Role.OFFICER, Role.PARTNER, Role.REPORTER, Role.SYSTEM)
"""As whom somebody acts who might act as several."""

_OF_ONE_VOICE = {Act.CONFIRM, Act.RATE, Act.WITHDRAW, Act.LEAVE, Act.SPLIT, Act.MERGE}
"""What is done to a voice itself, and not to the report that speaks for it."""
_LEAVE_PROPOSAL = {
    Act.PROPOSE,
    Act.REPLY,
    Act.TAKE_OVER,
    Act.HAND_OVER,
    Act.NOTE,
    Act.INVITE,
    Act.CONTRIBUTE,
    Act.STEP_OUT,
}
"""What leaves a closing waiting for its second person; anything else takes its place."""


class Mover:
    """The one way in which a filed report changes."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._now = now
        self.hearing = Hearing(unit, now)

    async def seen_by(self, actor: Actor, report: ReportId) -> Report:
        """Give a report to somebody who has a role towards it. Raises Refused (NOT_FOUND)."""
        try:
            found = await self._unit.reports.get(report)
        except NoSuchReport as absent:
            raise Refused(Why.NOT_FOUND) from absent
        if not _roles(actor, found):
            raise Refused(Why.NOT_FOUND)
        return found

    async def main_of(self, report: Report) -> Report:
        """The report that speaks for this one: itself, unless it is a voice of another."""
        return await self._unit.reports.get(report.joined_to) if report.joined_to else report

    def find(
        self,
        actor: Actor,
        report: Report,
        act: Act,
        given: frozenset[Need] = frozenset(),
        *,
        voice: Report | None = None,
    ) -> Move:
        """Ask the table, before anything is written; a `voice` is its reporter's.

        Raises Refused; NOT_NOW for what only the report that speaks for a voice can do.
        """
        if report.joined_to and act not in _OF_ONE_VOICE:
            raise Refused(Why.NOT_NOW, status=report.status.value)
        return find_move(act, report.status, _roles(actor, report, voice), given)

    async def make(
        self,
        actor: Actor,
        before: Report,
        changed: Report,
        move: Move,
        *,
        agency: AgencyCode | None = None,
        reason: str = "",
        said: FollowUp | None = None,
        voice: Report | None = None,
    ) -> Report:
        """Save the change, and let the voices of the report follow it.

        Raises Refused (NOT_NOW) where another hand was quicker.
        """
        if move.act not in _LEAVE_PROPOSAL:
            changed = replace(changed, proposed=None)
        try:
            saved = await self._unit.reports.save(
                replace(changed, status=move.after or before.status)
            )
        except Stale as lost:
            raise Refused(Why.NOT_NOW, status=before.status.value) from lost
        role = next(role for role in ORDER if role in _roles(actor, before, voice) & move.who)
        await self.note(
            saved, move.act, actor, role, before.status, agency or before.agency, reason, said
        )
        await follow(self._unit, saved, actor, role, move.act, self._now, voice)
        await self.hearing.desk(saved)
        return saved

    async def note(
        self,
        saved: Report,
        act: Act,
        actor: Actor,
        role: Role,
        before: Status | None,
        agency: AgencyCode | None = None,
        reason: str = "",
        said: FollowUp | None = None,
    ) -> None:
        """Append the line of history that every change leaves."""
        await self._unit.history.append(
            HistoryLine(
                report=saved.id,
                at=self._now,
                act=act,
                by=actor.person,
                role=role,
                before=before,
                after=saved.status,
                agency=agency,
                reason=reason,
                follow_up=said.id if said else None,
            )
        )


def _roles(actor: Actor, report: Report, voice: Report | None = None) -> frozenset[Role]:
    return actor.roles_towards((voice or report).reporter, report.agency, report.working_partner)
