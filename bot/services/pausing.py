"""The clock pauses only while the reporter is asked: the promise moves by the days they took."""

from datetime import datetime

from bot.domain.report import Report, Status
from bot.services.house import House
from storage.unit import Unit


async def due_after_pause(house: House, unit: Unit, report: Report, now: datetime) -> datetime:
    """What was promised, later by the working days that a question has stood open until now."""
    if report.status is not Status.WAITING:
        return report.due_at
    lines = await unit.history.of_report(report.id)
    return house.agenda.resumed(report, lines, now)
