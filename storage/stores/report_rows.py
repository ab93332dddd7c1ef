"""A report as columns: codes, numbers and moments in clear, words and places sealed."""

from typing import Any

from bot.domain.agency import AgencyCode
from bot.domain.people import PersonId
from bot.domain.report import Erasure, FollowUpId, Report, ReportId, Status
from bot.domain.sector import Sector
from bot.domain.suggestion import Care, ReportClass
from bot.domain.tracking import TrackingNumber
from storage import codec
from storage.moments import to_micros, to_moment
from storage.seal import Seal
from storage.stores.agencies import head_of
from storage.tx import Row

PLACE = "reports.place"
HAPPENED = "reports.happened"
SUGGESTED = "reports.suggested"
REVIEW, DAYS_OFF = "review", "days-off"
"""What a report is looked at for: it has changed, or the calendar of working days has."""

TITLE = "report_words.title"
TEXT = "report_words.text"

SETTABLE = (
    "report_class",
    "status",
    "due_at",
    "agency",
    "agency_head",
    "partner",
    "partner_head",
    "sector",
    "region",
    "place",
    "happened_on",
    "happened",
    "anonymous",
    "secret",
    "care",
    "category",
    "suggested",
    "suggested_agency",
    "taken_by",
    "taken_at",
    "answered_at",
    "settled_at",
    "closed_at",
    "hops",
    "unsolved",
    "rating",
    "proposed",
    "joined_to",
    "version",
    "next_at",
    "next_what",
)
"""The columns that may change after a report is filed."""


def to_columns(report: Report, seal: Seal) -> dict[str, Any]:
    """Give the values of every settable column."""
    place, happened = report.place, report.happened
    suggested = [codec.suggested_to_json(one) for one in report.suggested]
    has_clock = report.status.is_open and report.joined_to is None
    return {
        "report_class": report.report_class.value,
        "status": report.status.value,
        "due_at": to_micros(report.due_at),
        "agency": report.agency,
        "agency_head": head_of(report.agency) if report.agency else None,
        "partner": report.partner,
        "partner_head": head_of(report.partner) if report.partner else None,
        "sector": report.sector.value if report.sector else None,
        "region": place.region if place else None,
        "place": seal.seal(codec.dump(codec.place_to_json(place)), PLACE) if place else None,
        "happened_on": happened.day.isoformat() if happened else None,
        "happened": seal.seal(codec.dump(codec.happened_to_json(happened)), HAPPENED)
        if happened
        else None,
        "anonymous": int(report.anonymous),
        "secret": int(report.secret),
        "care": report.care.value,
        "category": report.category or None,
        "suggested": seal.seal(codec.dump(suggested), SUGGESTED) if suggested else None,
        "suggested_agency": report.suggested[0].agency if report.suggested else None,
        "taken_by": report.taken_by,
        "taken_at": to_micros(report.taken_at),
        "answered_at": to_micros(report.answered_at),
        "settled_at": to_micros(report.settled_at),
        "closed_at": to_micros(report.closed_at),
        "hops": report.hops,
        "unsolved": report.unsolved,
        "rating": report.rating,
        "proposed": report.proposed,
        "joined_to": report.joined_to,
        "version": report.version,
        "next_at": 0 if has_clock else None,
        "next_what": REVIEW if has_clock else None,
    }


def to_report(row: Row, seal: Seal) -> Report:
    """Read a row of reports that carries its newest words."""
    agency, sector, taken_by = row["agency"], row["sector"], row["taken_by"]
    joined_to, partner = row["joined_to"], row["partner"]
    place, happened, suggested = row["place"], row["happened"], row["suggested"]
    return Report(
        id=ReportId(row["id"]),
        number=TrackingNumber(row["number"]),
        reporter=PersonId(row["reporter"]),
        report_class=ReportClass(row["report_class"]),
        status=Status(row["status"]),
        title=seal.open_text(row["title"], TITLE),
        text=seal.open_text(row["text"], TEXT),
        filed_at=to_moment(row["filed_at"]),
        due_at=to_moment(row["due_at"]),
        agency=AgencyCode(agency) if agency is not None else None,
        sector=Sector(sector) if sector is not None else None,
        place=codec.place_from_json(codec.load(seal.open(place, PLACE))) if place else None,
        happened=codec.happened_from_json(codec.load(seal.open(happened, HAPPENED)))
        if happened
        else None,
        anonymous=bool(row["anonymous"]),
        secret=bool(row["secret"]),
        care=Care(row["care"]),
        category=row["category"] or "",
        suggested=tuple(
            codec.suggested_from_json(one) for one in codec.load(seal.open(suggested, SUGGESTED))
        )
        if suggested
        else (),
        taken_by=PersonId(taken_by) if taken_by is not None else None,
        taken_at=to_moment(row["taken_at"]),
        answered_at=to_moment(row["answered_at"]),
        settled_at=to_moment(row["settled_at"]),
        closed_at=to_moment(row["closed_at"]),
        hops=row["hops"],
        unsolved=row["unsolved"],
        rating=row["rating"],
        proposed=FollowUpId(row["proposed"]) if row["proposed"] is not None else None,
        partner=AgencyCode(partner) if partner is not None else None,
        joined_to=ReportId(joined_to) if joined_to is not None else None,
        version=row["version"],
        erased=Erasure(row["erased"]) if row["erased"] else None,
    )
