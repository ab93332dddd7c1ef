"""Which clocks run for a report, their moments, and what is done at each.

- Until it is sent on, the admins' clock runs; then the agency's, first for its first answer and
  after that for the solution. After an answer or a closing the reporter's silence runs beside it.
  While the reporter is asked nothing runs but their own time: the other clocks stand still, and
  go on later by the working days that the question stood open.
- At 50 and 80 % the office is warned. Past the date it climbs: officers and agency admins at once,
  the admins one working day later, and from then on the office again every ten working days, so
  that no open report is ever without a next moment. The reporter is told once that it is late.
- The silent reporter is reminded at 50 and 80 %; then the report is closed, or archived.
- Working-day clocks speak on working days. Nobody is spoken to at night, and nobody twice on one
  day about the same report: such a moment moves to the next morning. Officers, their admins and the
  national ones count as one there, because they stand in for each other where nobody reads.
- What was missed of one clock becomes its highest moment, heard by all who should have heard.
- All this follows from the report and its history alone, so a restart forgets and doubles nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.clocks import (
    CLIMBED,
    HALF,
    MOST,
    OVER,
    ClockKind,
    Hearer,
    Moment,
    Running,
    read_code,
)
from bot.domain.deadlines import Terms, WorkingDays
from bot.domain.moves import Act
from bot.domain.quiet import Quiet
from bot.domain.report import HistoryLine, Report, Status
from bot.domain.suggestion import Care
from bot.domain.zones import zone_of

AGAIN_EVERY = 10
"""Working days between two repetitions of what nobody has dealt with."""


_UP_TO_DATE = (HALF, MOST, OVER)
_SPOKEN = {Act.REMIND, Act.WARN, Act.ESCALATE}
_ANSWERS = {Act.ANSWER, Act.SETTLE, Act.ENDORSE}
_TURNS = {
    Act.VERIFY,
    Act.REROUTE,
    Act.HAND_BACK,
    Act.PULL_BACK,
    Act.SETTLE,
    Act.ENDORSE,
    Act.REOPEN,
}
_CAME_BACK = {Act.HAND_BACK, Act.PULL_BACK}
_HEARERS = {
    HALF: {Hearer.OFFICERS},
    MOST: {Hearer.OFFICERS, Hearer.AGENCY_ADMINS},
    OVER: {Hearer.OFFICERS, Hearer.AGENCY_ADMINS, Hearer.REPORTER},
    CLIMBED: {Hearer.ADMINS},
}
_AGAIN = {Hearer.OFFICERS, Hearer.AGENCY_ADMINS}
_OFFICE = _AGAIN | {Hearer.ADMINS}


class Agenda:
    """What is to happen next to a report, and when."""

    def __init__(self, calendar: WorkingDays, terms: Terms, quiet: Quiet) -> None:
        self._calendar = calendar
        self._terms = terms
        self._quiet = quiet

    def running(self, report: Report, lines: Sequence[HistoryLine]) -> tuple[Running, ...]:
        """Every clock that runs now, the one that matters most to the office first.

        None runs on a voice of another report: that one speaks for it, and is spoken of.
        """
        if report.joined_to:
            return ()
        past = _Past(report, lines)
        match report.status:
            case Status.WAITING:
                return (self._complete(past),)
            case Status.UNVERIFIED:
                return tuple(self._at_admins(past))
            case Status.DISPATCHED | Status.REPORTER_REPLIED:
                return (self._of_agency(past),)
            case Status.IN_PROGRESS if report.settled_at:
                return (self._silence(past),)
            case Status.IN_PROGRESS if report.answered_at:
                return (self._of_agency(past), self._silence(past))
            case Status.IN_PROGRESS:
                return (self._of_agency(past),)
            case _:
                return ()

    def office_clock(self, report: Report, lines: Sequence[HistoryLine]) -> Running | None:
        """The clock by which the office is measured now, if one runs."""
        return next((c for c in self.running(report, lines) if not c.kind.of_reporter), None)

    def promised(self, report: Report, lines: Sequence[HistoryLine]) -> datetime:
        """What the promise to the reporter comes to by today's calendar."""
        past = _Past(report, lines)
        if past.sent_on < 0:
            return self._with_pauses(past, past.filed, self._terms.verify)
        return self._with_pauses(past, past.sent_on, self._terms.first_answer)

    def resumed(self, report: Report, lines: Sequence[HistoryLine], now: datetime) -> datetime:
        """The promise, later by the working days that the question which ends now stood open."""
        asked = next((line.at for line in reversed(lines) if line.act == Act.ASK), now)
        open_for = self._calendar.between(asked, now)
        return self._calendar.after(report.due_at, open_for) if open_for > 0 else report.due_at

    def next(
        self, report: Report, lines: Sequence[HistoryLine], now: datetime
    ) -> tuple[datetime, str] | None:
        """When this report is to be looked at next, and for what; None for a closed one."""
        moments = self._moments(report, lines, now)
        first = min(moments, key=lambda moment: moment.at, default=None)
        return (first.at, first.code) if first else None

    def due(self, report: Report, lines: Sequence[HistoryLine], now: datetime) -> Moment | None:
        """What is to be done now: of several clocks the gravest, of one clock its highest."""
        due = [moment for moment in self._moments(report, lines, now) if moment.at <= now]
        if not due:
            return None
        top = max(due, key=lambda moment: (moment.act in {Act.LAPSE, Act.EXPIRE}, moment.rung))
        missed = [moment.hearers for moment in due if moment.clock is top.clock]
        hearers = top.hearers.union(*missed) if top.rung >= OVER else top.hearers
        if not top.clock.of_reporter and _Past(report, lines).told_late(top.clock):
            hearers -= {Hearer.REPORTER}
        return replace(top, hearers=hearers)

    def _moments(self, report: Report, lines: Sequence[HistoryLine], now: datetime) -> list[Moment]:
        past = _Past(report, lines)
        return [
            self._placed(past, clock, rung, at, now)
            for clock in self.running(report, lines)
            for rung, at in self._rungs(clock)
        ]

    def _rungs(self, clock: Running) -> Iterator[tuple[int, datetime]]:
        """What a clock has still before it, by its plain time."""
        for rung in clock.rungs:
            if rung <= clock.done:
                continue
            at = self._plain(clock, rung)
            if rung >= OVER or at > clock.since:
                yield rung, at
        if clock.repeats and clock.done >= clock.rungs[-1] and clock.done_at:
            yield (
                max(clock.done, CLIMBED) + 1,
                self._calendar.morning_after(clock.done_at, AGAIN_EVERY),
            )

    def _plain(self, clock: Running, rung: int) -> datetime:
        if clock.kind is ClockKind.SILENCE:
            return clock.due - timedelta(days=clock.days) * (OVER - rung) / OVER
        if rung < OVER:
            return self._calendar.short_of(clock.due, clock.days, rung)
        # Who gets a report back after its date has one working day before it counts as late.
        return self._calendar.morning_after(max(clock.due, clock.since), 1 + (rung == CLIMBED))

    def _placed(
        self, past: "_Past", clock: Running, rung: int, at: datetime, now: datetime
    ) -> Moment:
        hearers = past.hearers(clock.kind, rung)
        zones = past.zones(hearers, self._calendar.zone)
        at = self._awake(max(at, now), zones)
        for spoken, heard in past.spoken:
            again = Hearer.REPORTER in heard & hearers or (heard & _OFFICE and hearers & _OFFICE)
            for zone in zones if again else ():
                if spoken.astimezone(zone).date() == at.astimezone(zone).date():
                    at = self._awake(self._quiet.next_morning(at, zone), zones)
        return Moment(at, clock.kind, rung, clock.due, hearers)

    def _awake(self, at: datetime, zones: Sequence[ZoneInfo]) -> datetime:
        for zone in (*zones, *zones):
            at = self._quiet.moved(at, zone)
        return at

    def _at_admins(self, past: "_Past") -> Iterator[Running]:
        """Never sent on, or come back; the promise of an answer holds all the same."""
        begun = max(past.filed, past.came_back)
        if past.sent_on < 0:
            due = past.report.due_at
        else:
            due = self._with_pauses(past, begun, self._terms.verify)
        kind, days = ClockKind.VERIFY, self._terms.verify
        yield Running(kind, days, due, past.since, _UP_TO_DATE, True, *past.done(kind, begun))
        if past.sent_on >= 0 and not past.report.answered_at:
            kind, days, due = ClockKind.ANSWER, self._terms.first_answer, past.report.due_at
            done = past.done(kind, past.sent_on)
            yield Running(kind, days, due, past.since, (OVER,), False, *done)

    def _of_agency(self, past: "_Past") -> Running:
        answered = past.report.answered_at is not None
        kind = ClockKind.SETTLE if answered else ClockKind.ANSWER
        accuses = past.report.care is Care.ACCUSES
        solved = self._terms.settle(past.report.report_class, accuses=accuses)
        days = solved if answered else self._terms.first_answer
        due = self._with_pauses(past, past.sent_on, days) if answered else past.report.due_at
        rungs, done = (*_UP_TO_DATE, CLIMBED), past.done(kind, past.sent_on)
        return Running(kind, days, due, past.since, rungs, True, *done)

    def _silence(self, past: "_Past") -> Running:
        begun, days = past.last(_ANSWERS), self._terms.reporter_silence
        return self._of_reporter(
            past, ClockKind.SILENCE, days, past.at(begun) + timedelta(days=days), begun
        )

    def _complete(self, past: "_Past") -> Running:
        asked, days = past.last({Act.ASK}), self._terms.complete
        due = self._calendar.after(past.at(asked), days)
        return self._of_reporter(past, ClockKind.COMPLETE, days, due, asked)

    def _of_reporter(
        self, past: "_Past", kind: ClockKind, days: int, due: datetime, begun: int
    ) -> Running:
        done = past.done(kind, begun)
        return Running(kind, days, due, past.at(begun), _UP_TO_DATE, False, *done)

    def _with_pauses(self, past: "_Past", begun: int, days: int) -> datetime:
        due = self._calendar.after(past.at(begun), days)
        for asked, replied in past.pauses(begun):
            if (open_for := self._calendar.between(asked, replied)) > 0:
                due = self._calendar.after(due, open_for)
        return due


class _Past:
    """A report's history, as the clocks read it; lines are named by their place, -1 is none."""

    def __init__(self, report: Report, lines: Sequence[HistoryLine]) -> None:
        self.report = report
        self._lines = lines
        # What a voice has followed is its own past, once it goes on alone.
        self._acts = [ln.reason if ln.act == Act.FOLLOW else ln.act for ln in lines]
        self.filed = self.last({Act.FILE})
        self.came_back = self.last(_CAME_BACK)
        self.sent_on = next((n for n, act in enumerate(self._acts) if act == Act.VERIFY), -1)
        self.since = self.at(self._turned_on())

    def _turned_on(self) -> int:
        """Where the office's clock last began or went on; one more answer does not set it back."""
        answered = False
        found = -1
        for place, (line, act) in enumerate(zip(self._lines, self._acts, strict=True)):
            changed = line.before is not line.after
            first = act == Act.ANSWER and not answered
            waited = changed and Status.WAITING in {line.before, line.after}
            if first or waited or act in _TURNS or (act == Act.REJECT and changed):
                found = place
            answered = answered or act == Act.ANSWER
        return found

    def last(self, acts: set[Act]) -> int:
        places = range(len(self._lines) - 1, -1, -1)
        return next((n for n in places if self._acts[n] in acts), -1)

    def at(self, place: int) -> datetime:
        return self._lines[place].at if place >= 0 else self.report.filed_at

    def pauses(self, begun: int) -> Iterator[tuple[datetime, datetime]]:
        """Each question that has ended since: when it was asked, and when the clock went on."""
        asked: datetime | None = None
        for line in self._lines[max(begun, 0) :]:
            if line.after is Status.WAITING and line.before is not Status.WAITING:
                asked = line.at
            elif line.before is Status.WAITING and line.after is not Status.WAITING and asked:
                yield asked, line.at
                asked = None

    def done(self, kind: ClockKind, begun: int) -> tuple[int, datetime | None]:
        """The highest rung of this clock since its beginning, and when it was reached."""
        top, reached = 0, None
        for line in self._lines[max(begun, 0) :]:
            code = read_code(line.reason) if line.act in _SPOKEN else None
            if code and code[0] is kind and code[1] > top:
                top, reached = code[1], line.at
        return top, reached

    def told_late(self, kind: ClockKind) -> bool:
        """Whether the reporter has been told that the admins, or that the agency, is late."""
        lates = [code for line in self._lines if (code := read_code(line.reason))]
        verify = kind is ClockKind.VERIFY
        return any(
            rung >= OVER and not late.of_reporter and (late is ClockKind.VERIFY) == verify
            for late, rung in lates
        )

    @property
    def spoken(self) -> Iterator[tuple[datetime, frozenset[Hearer]]]:
        """When the clocks have spoken, and to whom; what was missed before was heard with it."""
        late: set[ClockKind] = set()
        for line in self._lines:
            code = read_code(line.reason) if line.act in _SPOKEN else None
            if code is None:
                continue
            kind, rung = code
            missed = rung > OVER and kind not in late
            yield (
                line.at,
                self.hearers(kind, rung) | (self.hearers(kind, OVER) if missed else set()),
            )
            if rung >= OVER:
                late.add(kind)

    def hearers(self, kind: ClockKind, rung: int) -> frozenset[Hearer]:
        if kind.of_reporter:
            return frozenset({Hearer.REPORTER})
        heard = frozenset(_HEARERS.get(rung, _AGAIN))
        if kind is ClockKind.VERIFY or self.report.status is Status.UNVERIFIED:
            return frozenset({Hearer.ADMINS}) | (heard & {Hearer.REPORTER})
        return heard

    def zones(self, hearers: frozenset[Hearer], default: ZoneInfo) -> tuple[ZoneInfo, ...]:
        """Whose night counts: the reporter's by the place, the office's by its region."""
        place, agency = self.report.place, self.report.agency
        there = zone_of(place.region if place else None)
        office = zone_of(agency) or default
        reporter = there or office
        if hearers == {Hearer.REPORTER}:
            return (reporter,)
        return tuple(dict.fromkeys([office, *([reporter] if Hearer.REPORTER in hearers else [])]))
