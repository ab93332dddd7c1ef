"""The agency at the head of another, which covers it: the catalogue has these two levels."""

from bot.domain.agency import AgencyCode


def head_of(agency: AgencyCode) -> AgencyCode:
    """The government of a unit; an agency that is no unit heads itself."""
    return AgencyCode(agency.partition("/")[0])
