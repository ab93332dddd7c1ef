"""The clock pauses only while the reporter is asked: the promise moves by the days they took."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.moves import Act
from bot.domain.report import Report, ReportId, Status
from bot.services.house import House
from storage.unit import Unit


async def due_after_pause(house: House, unit: Unit, report: Report, now: datetime) -> datetime:
    """What was promised, later by the working days that a question has stood open until now."""
    if report.status is not Status.WAITING:
        return report.due_at
    lines = await unit.history.of_report(report.id)
    return house.agenda.resumed(report, lines, now)


async def asked_since(unit: Unit, reports: Iterable[Report]) -> dict[ReportId, datetime]:
    """Since when those of the reports whose reporter was asked for more have waited for them."""
    asked = {}
    for report in reports:
        if report.status is Status.WAITING:
            lines = await unit.history.of_report(report.id)
            asked[report.id] = max(line.at for line in lines if line.act == Act.ASK)
    return asked
