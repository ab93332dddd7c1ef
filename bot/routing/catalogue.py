"""Every agency that can be asked to answer, and who has a duty where.

A local government's unit has the code "32.01/perhubungan", the branch of a national agency
"polri/32.01", the office of a kecamatan "32.01/kecamatan-32.01.01". These tens of thousands are
made from their pattern when they are asked for. Jakarta's six administrative units have no
government of their own: the units of the province answer for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.domain.agency import Agency, AgencyCode, AgencyKind
from bot.domain.place import Place, RegionCode
from bot.domain.sector import Sector
from bot.routing.catalogue_files import (
    Government,
    LocalName,
    National,
    UnitPattern,
    read_governments,
    read_local_names,
    read_nationals,
    read_units,
)
from bot.routing.regions import DATA, Level, Region, Regions

JAKARTA = RegionCode("31")

_OFFICE = "kecamatan-"
_HIGHEST_OVERSEERS = (AgencyCode("kementerian-panrb"), AgencyCode("ombudsman"))
_OVERSEER_OF_STATE_ENTERPRISES = AgencyCode("bp-bumn")
_OVERSEER_OF_PROVINCES = AgencyCode("kementerian-dalam-negeri")


class UnknownAgency(LookupError):
    """No agency has this code."""


class Catalogue:
    """All agencies by code, by duty and by place, within `scope` (None is the nation)."""

    def __init__(
        self,
        regions: Regions,
        nationals: Iterable[National],
        governments: Iterable[Government],
        units: Iterable[UnitPattern],
        local_names: Iterable[LocalName],
        scope: tuple[AgencyCode, ...] | None = None,
    ) -> None:
        self.regions = regions
        self.nationals: Mapping[AgencyCode, National] = {n.agency.code: n for n in nationals}
        self.patterns = tuple(units)
        self.local_names: Mapping[AgencyCode, LocalName] = {n.code: n for n in local_names}
        self.scope = scope
        self._governments = {g.agency.code: g for g in governments}
        self._patterns = {
            (pattern.of, pattern.code, level): pattern
            for pattern in self.patterns
            for level in pattern.levels
        }
        self._dutiful = self._by_duty()
        self._specials = self._by_region()
        for code in scope or ():
            self.agency(code)

    @classmethod
    def load(
        cls,
        scope: tuple[AgencyCode, ...] | None = None,
        *,
        regions: Regions | None = None,
        folder: Path = DATA,
    ) -> "Catalogue":
        """Read the data files. Raises `BrokenCatalogue`, or `UnknownAgency` for a wrong scope."""
        return cls(
            regions or Regions.load(),
            read_nationals(folder),
            read_governments(folder),
            read_units(folder),
            read_local_names(folder),
            scope,
        )

    def in_scope(self, code: AgencyCode) -> bool:
        """Say whether this deployment works for the agency; an admin takes what is outside."""
        return self.scope is None or any(
            bound == code or code.startswith(f"{bound}/") for bound in self.scope
        )

    @property
    def has_places(self) -> bool:
        """Whether somebody in scope works for one place and not for the nation."""
        return self.scope is None or any(self.agency(bound).region for bound in self.scope)

    def agency(self, code: AgencyCode | str) -> Agency:
        """Look up by code, in scope or not. Raises `UnknownAgency`."""
        found = self._find(AgencyCode(code))
        if found is None:
            raise UnknownAgency(code)
        return found

    def top_agencies(self) -> Iterator[Agency]:
        """National agencies and local governments in scope, without their units."""
        for national in self.nationals.values():
            if self.in_scope(national.agency.code):
                yield national.agency
        for government in self._governments.values():
            if self.in_scope(government.agency.code):
                yield government.agency

    def units_of(self, code: AgencyCode) -> tuple[Agency, ...]:
        """The units of a local government, or those of a national agency that have a line."""
        region = self.regions.get(RegionCode(code))
        if region is None:
            return tuple(n.agency for n in self.nationals.values() if n.agency.parent == code)
        return tuple(
            self._unit(pattern, region)
            for pattern in self.patterns
            if pattern.of is None and _level(region) in pattern.levels
        ) + tuple(self._special(n) for n in self._only_here(region.code))

    def units_for(self, sector: Sector, region: RegionCode) -> tuple[Agency, ...]:
        """Who has the duty there: units and branches of the kabupaten/kota, then of the province.

        Empty when the duty is national only, or when nobody in scope has it.
        """
        found = [
            agency
            for part in self._upwards(region)
            for agency in self._with_duty(sector, part)
            if self.in_scope(agency.code)
        ]
        return tuple(dict.fromkeys(found))

    def unit_name(self, sector: Sector) -> str:
        """What the unit with this duty is called in a kabupaten, without the place."""
        patterns = self._dutiful.get((sector, "kabupaten"), ())
        names = (pattern.name.format(place="", region="").strip() for pattern in patterns)
        return next(names, "Kantor Kecamatan" if sector is Sector.DISTRICT_OFFICE else "")

    def national_for(self, sector: Sector) -> Agency | None:
        """The national agency whose main duty it is, else the first that shares it."""
        return next(iter(self.nationals_for(sector)), None)

    def nationals_for(self, sector: Sector) -> tuple[Agency, ...]:
        """All national agencies in scope with the duty, those whose main duty it is first."""
        having = [
            n
            for n in self.nationals.values()
            if sector in n.duties and self.in_scope(n.agency.code)
        ]
        return tuple(n.agency for n in sorted(having, key=lambda n: n.duties[0] is not sector))

    def government_of(self, region: RegionCode) -> Agency | None:
        """The local government that answers there; of Jakarta's parts, the province."""
        parts = region.split(".")
        for length in (min(len(parts), 2), 1):
            code = AgencyCode(".".join(parts[:length]))
            if code in self._governments:
                return self._governments[code].agency
        return None

    def office_of(self, place: Place) -> Agency | None:
        """The kecamatan's office, where the kecamatan is known and in scope."""
        region = self.regions.get(place.district)
        if region is None or region.level is not Level.DISTRICT:
            return None
        office = self._office(region)
        return office if self.in_scope(office.code) else None

    def inspectorate_of(self, agency: Agency) -> Agency:
        """Who looks into what an agency's own people did; never the agency or a unit of it.

        A unit's is the inspectorate of its government; a kabupaten/kota's that of the province;
        a province's the ministry of home affairs; a national one's the overseer in the file.
        """
        parent, _, unit = agency.code.partition("/")
        region = self.regions.get(RegionCode(parent))
        if region is not None:
            if unit and unit != "inspektorat":
                return self.agency(f"{parent}/inspektorat")
            if region.parent:
                return self.agency(f"{region.parent}/inspektorat")
            return self.agency(_OVERSEER_OF_PROVINCES)
        return self.agency(self._overseer(AgencyCode(parent), agency.kind))

    def nicknames_of(self, agency: Agency) -> tuple[str, ...]:
        """Other names by which people call it, without the place."""
        if agency.code in self.local_names:
            return self.local_names[agency.code].nicknames
        if national := self.nationals.get(agency.code):
            return national.aliases + national.predecessors
        pattern = self._pattern_of(agency.code)
        return pattern.nicknames if pattern else ()

    def has_pattern(self, code: AgencyCode) -> bool:
        """Say whether such a unit stands in every place of its level."""
        return self._pattern_of(code) is not None

    def unit_at(self, pattern: UnitPattern, region: Region) -> Agency | None:
        """The unit of this pattern there; a part of Jakarta has that of the province or none."""
        return self._unit(pattern, region) if _level(region) in pattern.levels else None

    def _overseer(self, code: AgencyCode, kind: AgencyKind) -> AgencyCode:
        national = self.nationals.get(code)
        if national and national.overseer:
            return national.overseer
        if national:
            kind = national.agency.kind
        wanted = [_OVERSEER_OF_STATE_ENTERPRISES] if kind is AgencyKind.STATE_ENTERPRISE else []
        return next(who for who in (*wanted, *_HIGHEST_OVERSEERS) if who != code)

    def _find(self, code: AgencyCode) -> Agency | None:
        if code in self.nationals:
            return self.nationals[code].agency
        if code in self._governments:
            return self._governments[code].agency
        head, slash, unit = code.partition("/")
        if not slash:
            return None
        if unit.startswith(_OFFICE):
            return self._office_by_code(code, RegionCode(unit.removeprefix(_OFFICE)))
        if code in self.local_names:
            return self._special(self.local_names[code])
        pattern = self._pattern_of(code)
        region = self.regions.get(RegionCode(unit if pattern and pattern.of else head))
        return self._unit(pattern, region) if pattern and region else None

    def _pattern_of(self, code: AgencyCode) -> UnitPattern | None:
        head, _, unit = code.partition("/")
        if region := self.regions.get(RegionCode(head)):
            return self._patterns.get((None, unit, _level(region)))
        if region := self.regions.get(RegionCode(unit)):
            level = _level(region)
            of = AgencyCode(head)
            return next(
                (p for p in self.patterns if p.of == of and level in p.levels),
                None,
            )
        return None

    def _upwards(self, region: RegionCode) -> Iterator[Region]:
        part = self.regions.get(region)
        while part is not None:
            yield part
            part = self.regions.get(part.parent)

    def _with_duty(self, sector: Sector, region: Region) -> Iterator[Agency]:
        if region.level is Level.DISTRICT:
            if sector is Sector.DISTRICT_OFFICE:
                yield self._office(region)
            return
        if sector is Sector.LOCAL_GOVERNMENT and (government := self.government_of(region.code)):
            yield government
        for pattern in self._dutiful.get((sector, _level(region)), ()):
            yield self._unit(pattern, region)
        for special in self._only_here(region.code):
            if sector in special.sectors:
                yield self._special(special)

    def _only_here(self, region: RegionCode) -> Sequence[LocalName]:
        return self._specials.get(region, ())

    def _by_duty(self) -> Mapping[tuple[Sector, str], Sequence[UnitPattern]]:
        """The patterns of units that have a duty in places of a level."""
        found: dict[tuple[Sector, str], list[UnitPattern]] = defaultdict(list)
        for pattern in self.patterns:
            for sector in pattern.sectors:
                for level in pattern.levels:
                    found[sector, level].append(pattern)
        return dict(found)

    def _by_region(self) -> Mapping[RegionCode, Sequence[LocalName]]:
        """The units that a region has and no other."""
        found: dict[RegionCode, list[LocalName]] = defaultdict(list)
        for code, special in self.local_names.items():
            if self._pattern_of(code) is None:
                found[RegionCode(code.partition("/")[0])].append(special)
        return dict(found)

    def _unit(self, pattern: UnitPattern, region: Region) -> Agency:
        code = AgencyCode(
            f"{pattern.of}/{region.code}" if pattern.of else f"{region.code}/{pattern.code}"
        )
        if special := self.local_names.get(code):
            return self._special(special)
        name = region.name if region.level is Level.REGENCY else f"Provinsi {region.name}"
        return Agency(
            code,
            pattern.name.format(place=name, region=region.bare),
            pattern.short.format(place=region.short, region=region.bare),
            AgencyKind.UNIT,
            frozenset(pattern.sectors),
            region.code,
        )

    def _special(self, special: LocalName) -> Agency:
        head, _, unit = special.code.partition("/")
        region = RegionCode(head if RegionCode(head) in self.regions else unit)
        return Agency(
            special.code,
            special.name,
            special.short,
            AgencyKind.UNIT,
            frozenset(special.sectors),
            region,
        )

    def _office_by_code(self, code: AgencyCode, district: RegionCode) -> Agency | None:
        region = self.regions.get(district)
        if region is None or region.level is not Level.DISTRICT:
            return None
        office = self._office(region)
        return office if office.code == code else None

    def _office(self, district: Region) -> Agency:
        regency = self.regions.get(district.parent)
        government = self.government_of(district.code)
        if regency is None or government is None:
            raise UnknownAgency(district.code)
        return Agency(
            AgencyCode(f"{government.code}/{_OFFICE}{district.code}"),
            f"Kantor Kecamatan {district.name}, {regency.name}",
            f"Kantor {district.short}, {regency.short}",
            AgencyKind.UNIT,
            frozenset({Sector.DISTRICT_OFFICE}),
            district.code,
        )


def _level(region: Region) -> str:
    """The word of the column "levels" that a region answers to."""
    if region.code == JAKARTA:
        return "jakarta"
    if region.level is Level.PROVINCE:
        return "provinsi"
    if region.parent == JAKARTA:
        return "jakarta_kota"
    if region.level is Level.REGENCY:
        return "kota" if region.is_city else "kabupaten"
    return "kecamatan"
