"""Finds in the history of a report what the clocks should have said and did not.

Told apart from the agenda on purpose: spells between two acts are measured day by day, with three
days of grace for nights, holidays and hours in which the program was down.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from bot.domain.deadlines import WorkingDays
from bot.domain.report import HistoryLine, Report, Status

GRACE = timedelta(days=3)
_SAID = {"remind", "warn", "escalate", "delay"}


class Spell(NamedTuple):
    """What stood still: since which act, until when, and what the clocks said meanwhile."""

    begun_by: HistoryLine
    end: datetime
    ended_by: str
    said: tuple[HistoryLine, ...]

    def told(self, act: str, clock: str) -> bool:
        return any(line.act == act and line.reason.startswith(clock) for line in self.said)


def missed(
    report: Report, lines: Sequence[HistoryLine], calendar: WorkingDays, now: datetime
) -> list[str]:
    """Name everything that was left out; the words are for whoever reads a failure."""
    found = []
    for spell in _spells(lines, now):
        since, status = spell.begun_by.at, spell.begun_by.after
        if status is Status.UNVERIFIED and _longer(calendar, since, spell.end, 3):
            found += _left_out(spell, spell.told("escalate", "verify"))
        elif status is Status.WAITING and _longer(calendar, since, spell.end, 10):
            found += _left_out(spell, spell.ended_by == "expire" and spell.told("remind", ""))
        elif _is_silence(spell) and spell.end > since + timedelta(days=10) + GRACE:
            found += _left_out(spell, spell.ended_by == "lapse" and spell.told("remind", ""))
    found += _unanswered(report, lines, calendar, now)
    if report.status.is_open and report.status is not Status.UNVERIFIED:
        waits_for_reporter = report.status is Status.WAITING
        if report.agency is None and not waits_for_reporter:
            found.append(f"{report.id}: nobody has it")
    return found


def _left_out(spell: Spell, right: bool) -> list[str]:
    line = spell.begun_by
    return [] if right else [f"{line.report}: too long since {line.act} of {line.at}"]


def _is_silence(spell: Spell) -> bool:
    begun = spell.begun_by
    return begun.after is Status.IN_PROGRESS and begun.act in {"answer", "settle"}


def _unanswered(
    report: Report, lines: Sequence[HistoryLine], calendar: WorkingDays, now: datetime
) -> list[str]:
    """An agency that has not answered for five working days must have been said to be late."""
    sent = next((line for line in lines if line.act == "verify"), None)
    if sent is None or any(line.act in {"ask", "hand_back"} for line in lines):
        return []
    ends = {"answer", "settle", "withdraw", "archive"}
    end = next((line.at for line in lines if line.act in ends), now)
    if not _longer(calendar, sent.at, end, 5):
        return []
    told = any(line.act == "escalate" and line.reason.startswith("answer") for line in lines)
    return [] if told else [f"{report.id}: nobody said that the answer is late"]


def _spells(lines: Sequence[HistoryLine], now: datetime) -> Iterator[Spell]:
    begun: HistoryLine | None = None
    said: list[HistoryLine] = []
    for line in lines:
        if line.act in _SAID:
            said.append(line)
            continue
        if begun is not None:
            yield Spell(begun, line.at, line.act, tuple(said))
        begun, said = line, []
    if begun is not None:
        yield Spell(begun, now, "", tuple(said))


def _longer(calendar: WorkingDays, start: datetime, end: datetime, days: int) -> bool:
    """Whether so many working days lay between, counted one by one, and the grace on top."""
    day: date = start.astimezone(calendar.zone).date()
    while days:
        day += timedelta(days=1)
        days -= calendar.is_working(day)
    close = datetime.combine(day + timedelta(days=1), datetime.min.time(), calendar.zone)
    while not calendar.is_working(close.date()):
        close += timedelta(days=1)
    return end > close + GRACE
