"""Made-up reports and what belongs to them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.domain.agency import AgencyCode
from bot.domain.happened import Happened
from bot.domain.people import PersonId, Role
from bot.domain.place import Pin, Place, RegionCode
from bot.domain.report import (
    Attachment,
    FileKind,
    FollowUp,
    FollowUpId,
    FollowUpKind,
    HistoryLine,
    Report,
    ReportId,
    Status,
    Suggested,
)
from bot.domain.sector import Sector
from bot.domain.suggestion import Care, ReportClass
from bot.domain.tracking import new_tracking_number

NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)

BOGOR = AgencyCode("32.01")
BOGOR_TRANSPORT = AgencyCode("32.01/perhubungan")
BOGOR_ROADS = AgencyCode("32.01/pu_jalan_air")
BANDUNG = AgencyCode("32.04")

PHOTO = Attachment(FileKind.PHOTO, "file-abc", "unique-abc", "lampu.jpg", 120_000)
VOICE = Attachment(FileKind.VOICE, "file-def", "unique-def", size=9_000)


def a_report(reporter: PersonId, **changes: Any) -> Report:
    """A street lamp in Cibinong, with nothing left out."""
    report = Report(
        id=ReportId(0),
        number=new_tracking_number(),
        reporter=reporter,
        report_class=ReportClass.COMPLAINT,
        status=Status.DISPATCHED,
        title="Lampu taman gelap",
        text="Lampu taman gelap sejak pekan lalu, anak-anak takut lewat.",
        filed_at=NOW,
        due_at=NOW + timedelta(days=7),
        agency=BOGOR_TRANSPORT,
        partner=AgencyCode("pln"),
        sector=Sector.TRANSPORT,
        place=Place(
            label="Kec. Cibinong, Kab. Bogor",
            region=RegionCode("32.01.01"),
            pin=Pin(-6.4816, 106.8544),
            words="taman dekat pasar cibinong",
        ),
        happened=Happened(date(2026, 2, 23), since=True, words="sejak pekan lalu"),
        anonymous=True,
        secret=True,
        care=Care.VIOLENCE,
        suggested=(
            Suggested(BOGOR_TRANSPORT, Sector.TRANSPORT, 0.83, ("lampu taman", "cibinong"), "v1"),
        ),
    )
    return replace(report, **changes)


def a_follow_up(report: ReportId, officer: PersonId, **changes: Any) -> FollowUp:
    """An officer's answer with a photo."""
    follow_up = FollowUp(
        id=FollowUpId(0),
        report=report,
        kind=FollowUpKind.ANSWER,
        by=officer,
        role=Role.OFFICER,
        agency=BOGOR_TRANSPORT,
        at=NOW,
        text="Petugas kami datang besok pagi.",
        attachments=(PHOTO,),
    )
    return replace(follow_up, **changes)


def a_line(report: ReportId, **changes: Any) -> HistoryLine:
    """The filing of a report."""
    line = HistoryLine(
        report=report,
        at=NOW,
        act="file",
        by=None,
        role=Role.SYSTEM,
        before=None,
        after=Status.UNVERIFIED,
    )
    return replace(line, **changes)
