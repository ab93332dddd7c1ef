"""The public agencies that must answer, and which of them stands above which."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bot.domain.place import RegionCode
from bot.domain.sector import Sector

AgencyCode = NewType("AgencyCode", str)
"""Stable: "32.01" a local government, "32.01/perhubungan" its unit, "bpjs-kesehatan" national."""


class AgencyKind(StrEnum):
    """What an agency is by law."""

    MINISTRY = "kementerian"
    INSTITUTION = "lembaga"
    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    CITY = "kota"
    STATE_ENTERPRISE = "bumn"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency or one of its units.

    `name` is the full name ("Dinas Perhubungan Kabupaten Bogor"), `short` is what fits a sentence
    ("Dinas Perhubungan Kab. Bogor"). `sectors` are its duties; `region` is None for a national one.
    """

    code: AgencyCode
    name: str
    short: str
    kind: AgencyKind
    sectors: frozenset[Sector] = frozenset()
    region: RegionCode | None = None

    @property
    def parent(self) -> AgencyCode | None:
        """The agency that this unit belongs to."""
        head, slash, _ = self.code.partition("/")
        return AgencyCode(head) if slash else None


def covers(bound_to: AgencyCode, agency: AgencyCode) -> bool:
    """Say whether somebody bound to one agency works for the other: it is the same, or its unit."""
    return agency == bound_to or agency.startswith(f"{bound_to}/")


def are_kin(one: AgencyCode, other: AgencyCode) -> bool:
    """Say whether two agencies are the same, or one is a unit of the other."""
    return covers(one, other) or covers(other, one)
