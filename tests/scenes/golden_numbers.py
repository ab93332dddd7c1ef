"""Scenes of figures: a month in numbers, the official sheet, the self-assessment, announcements."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.domain.people import ChatId, InvitationKind
from bot.domain.report import Status
from bot.domain.suggestion import ReportClass
from bot.sandbox.people.person import Person
from tests.storage.examples import a_report
from tests.support.stage import STREET_LIGHTS

if TYPE_CHECKING:
    from tests.scenes.golden import Play

Scene = Callable[["Play"], Awaitable[None]]
ANNOUNCED = "Lampu jalan di Cibinong diperbaiki Rabu malam. Jalan ditutup pukul 22.00 sampai 04.00."


async def a_month_in_numbers(play: "Play") -> None:
    """An admin reads the month and asks for the next pictures."""
    ratna = await play.admin()
    await _a_months_reports(play, await play.newcomer("Tini"))
    await play.says(ratna, "/statistik bulan ini")
    await play.presses(ratna, "button-next-chart")
    await play.presses(ratna, "button-days-7")


async def no_such_period(play: "Play") -> None:
    ratna = await play.admin()
    await play.says(ratna, "/statistik kapan-kapan")
    await play.presses(ratna, "button-last-month")
    await play.says(ratna, "/statistik kemarin")


async def too_few_to_tell(play: "Play") -> None:
    """An agency's admin with three reports reads nothing that tells who they are from."""
    wati = await _agency_admin(play)
    await _reports(play, await play.newcomer("Tini"), 3)
    await play.says(wati, "/statistik")


async def the_official_sheet(play: "Play") -> None:
    ratna, budi = await play.admin(), await play.person("Budi")
    await _a_months_reports(play, await play.newcomer("Tini"))
    await play.says(ratna, "/ekspor bulan ini")
    await play.presses(ratna, "button-export-xlsx")
    await ratna.hears(play.label("export-ready"), timeout=30)
    await play.stage.settled()
    await play.says(budi, "/ekspor")


async def a_self_assessment(play: "Play") -> None:
    wati = await _agency_admin(play)
    await _a_months_reports(play, await play.newcomer("Tini"))
    await play.says(wati, "/penilaian 2026")


async def an_announcement(play: "Play") -> None:
    """Whom it is for, how it reads, how many hear it; and it is off."""
    ratna, sari = await play.admin(), await play.person("Sari")
    await _reports(play, sari, 1)
    await play.says(ratna, "/umumkan")
    await play.presses(ratna, "button-announce-reporters")
    await play.says(ratna, f"{play.label('sector-perhubungan')}, Cibinong, 30 hari")
    await play.says(ratna, ANNOUNCED)
    await play.presses(ratna, "", label=play.label("button-announce-send", people="1"))
    await ratna.hears(play.label("announce-done", total="1"), timeout=30)
    await play.stage.settled()


async def _agency_admin(play: "Play") -> Person:
    wati = await play.person("Wati")
    await wati.opens(await play.stage.app.invite(InvitationKind.AGENCY_ADMIN, STREET_LIGHTS))
    await play.stage.settled()
    play.begins(wati)
    return wati


async def _a_months_reports(play: "Play", reporter: Person) -> None:
    now = play.stage.app.clock.now()
    await _reports(
        play,
        reporter,
        18,
        status=Status.CLOSED_BY_REPORTER,
        answered_at=now - timedelta(days=4),
        settled_at=now - timedelta(days=3),
        closed_at=now - timedelta(days=1),
        rating=4,
    )
    await _reports(
        play, reporter, 12, status=Status.CLOSED_BY_SYSTEM, closed_at=now - timedelta(days=1)
    )
    await _reports(play, reporter, 9, report_class=ReportClass.INFORMATION)
    await _reports(play, reporter, 6, hops=1)


async def _reports(play: "Play", reporter: Person, count: int, **changes: Any) -> None:
    """Reports of last Tuesday, at the street lights' agency."""
    filed_at = play.stage.app.clock.now() - timedelta(days=6)
    usual = {"filed_at": filed_at, "due_at": filed_at + timedelta(days=7)}
    async with play.stage.app.storage.unit() as unit:
        person = await unit.people.add(ChatId(reporter.id), reporter.name, "id", filed_at)
        for _ in range(count):
            await unit.reports.add(a_report(person.id, **{**usual, **changes}))


SCENES: tuple[Scene, ...] = (
    a_month_in_numbers,
    no_such_period,
    too_few_to_tell,
    the_official_sheet,
    a_self_assessment,
    an_announcement,
)
