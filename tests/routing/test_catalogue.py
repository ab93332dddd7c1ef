"""Which agencies there are, and who has a duty where."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agency import AgencyCode, AgencyKind, covers
from bot.domain.place import Place, RegionCode
from bot.domain.sector import Sector
from bot.routing.catalogue import Catalogue, UnknownAgency
from bot.routing.catalogue_files import BrokenCatalogue
from bot.routing.regions import DATA


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


def test_every_government_of_the_country_is_there(catalogue: Catalogue) -> None:
    kinds = [agency.kind for agency in catalogue.top_agencies()]

    assert kinds.count(AgencyKind.PROVINCE) == 38
    assert kinds.count(AgencyKind.REGENCY) + kinds.count(AgencyKind.CITY) == 508


@pytest.mark.parametrize(
    ("code", "name", "short", "parent"),
    [
        ("32.01", "Pemerintah Kabupaten Bogor", "Pemkab Bogor", None),
        (
            "32.01/perhubungan",
            "Dinas Perhubungan Kabupaten Bogor",
            "Dinas Perhubungan Kab. Bogor",
            "32.01",
        ),
        (
            "32.01/kecamatan-32.01.01",
            "Kantor Kecamatan Cibinong, Kabupaten Bogor",
            "Kantor Kec. Cibinong, Kab. Bogor",
            "32.01",
        ),
        (
            "31/kecamatan-31.74.01",
            "Kantor Kecamatan Tebet, Kota Administrasi Jakarta Selatan",
            "Kantor Kec. Tebet, Kota Jakarta Selatan",
            "31",
        ),
        ("polri/32.01", "Kepolisian Resor Kabupaten Bogor", "Polres Kab. Bogor", "polri"),
        (
            "atr-bpn/32.01",
            "Kantor Pertanahan Kabupaten Bogor",
            "Kantor Pertanahan Kab. Bogor",
            "atr-bpn",
        ),
        ("polri/31", "Kepolisian Daerah Metro Jaya", "Polda Metro Jaya", "polri"),
        ("bpjs-kesehatan", "BPJS Kesehatan", "BPJS Kesehatan", None),
        ("lemhannas", "Lembaga Ketahanan Nasional Republik Indonesia", "Lemhannas RI", None),
    ],
)
def test_a_code_stands_for_an_agency(
    catalogue: Catalogue, code: str, name: str, short: str, parent: str | None
) -> None:
    agency = catalogue.agency(code)

    assert (agency.code, agency.name, agency.short, agency.parent) == (code, name, short, parent)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "/",
        "99",
        "32.01.01",
        "31.74",
        "32.01/nothing",
        "32.01/kehutanan",
        "32.01/kecamatan-32.02.01",
        "32.01/kecamatan-",
        "polri/99",
        "pln/32.01",
    ],
)
def test_a_code_that_nobody_has_is_unknown(catalogue: Catalogue, code: str) -> None:
    with pytest.raises(UnknownAgency):
        catalogue.agency(code)


@pytest.mark.parametrize(
    ("sector", "region", "codes"),
    [
        (Sector.EDUCATION, "32.01", ["32.01/pendidikan", "32/pendidikan"]),
        (Sector.ROADS_AND_WATER, "32.01.01", ["32.01/pekerjaan-umum", "32/pekerjaan-umum"]),
        (Sector.WATER_SUPPLY, "35.78", ["35.78/air-minum"]),
        (Sector.WATER_SUPPLY, "31.74", ["31/air-minum"]),
        (Sector.CIVIL_REGISTRY, "31.74.01", ["31/kependudukan"]),
        (Sector.ENERGY, "32.01", ["32/energi"]),
        (Sector.POLICE, "32.01", ["polri/32.01", "polri/32"]),
        (Sector.LAND, "31.74", ["atr-bpn/31.74", "atr-bpn/31"]),
        (Sector.DISTRICT_OFFICE, "32.01.01", ["32.01/kecamatan-32.01.01"]),
        (Sector.DISTRICT_OFFICE, "32.01", []),
        (Sector.VILLAGES, "32.71", ["32/desa"]),
        (Sector.ELECTRICITY, "32.01", []),
        (Sector.HEALTH, "99.99", []),
    ],
)
def test_the_unit_that_has_the_duty_there_comes_first(
    catalogue: Catalogue, sector: Sector, region: str, codes: list[str]
) -> None:
    units = catalogue.units_for(sector, RegionCode(region))

    assert [unit.code for unit in units] == codes


@pytest.mark.parametrize(
    ("sector", "code"),
    [
        (Sector.ELECTRICITY, "pln"),
        (Sector.HEALTH_INSURANCE, "bpjs-kesehatan"),
        (Sector.TRANSPORT, "kementerian-perhubungan"),
        (Sector.ROADS_AND_WATER, "kementerian-pu"),
        (Sector.CIVIL_SERVANTS, "bkn"),
        (Sector.BANKS_AND_INSURANCE, "ojk"),
        (Sector.CIVIL_REGISTRY, "kementerian-dalam-negeri"),
        (Sector.STATE_ENTERPRISES, "bp-bumn"),
    ],
)
def test_a_duty_of_the_nation_has_its_agency(
    catalogue: Catalogue, sector: Sector, code: str
) -> None:
    agency = catalogue.national_for(sector)

    assert agency is not None
    assert agency.code == code


def test_every_duty_has_somebody_who_answers(catalogue: Catalogue) -> None:
    kecamatan = RegionCode("32.01.01")

    without = {
        sector
        for sector in Sector
        if not catalogue.units_for(sector, kecamatan) and catalogue.national_for(sector) is None
    }

    assert without == set()


def test_every_unit_is_found_again_by_its_code(catalogue: Catalogue) -> None:
    governments = [AgencyCode(code) for code in ("32.01", "32.71", "32", "31", "35.78", "94.05")]

    units = [unit for code in governments for unit in catalogue.units_of(code)]

    assert len(units) > 200
    assert all(catalogue.agency(unit.code) == unit for unit in units)
    assert all(catalogue.in_scope(unit.code) and unit.sectors for unit in units)


def test_nobody_looks_into_their_own_affairs(catalogue: Catalogue) -> None:
    agencies = [
        agency
        for top in catalogue.top_agencies()
        for agency in (top, *catalogue.units_of(top.code)[:3])
    ]

    own = [a.code for a in agencies if covers(a.code, catalogue.inspectorate_of(a).code)]

    assert own == []


@pytest.mark.parametrize(
    ("code", "inspectorate"),
    [
        ("32.01/perhubungan", "32.01/inspektorat"),
        ("32.01/kecamatan-32.01.01", "32.01/inspektorat"),
        ("32.01/inspektorat", "32/inspektorat"),
        ("32.01", "32/inspektorat"),
        ("32", "kementerian-dalam-negeri"),
        ("31/31.74", "31/inspektorat"),
        ("polri/32.01", "kompolnas"),
        ("pln", "bp-bumn"),
        ("kementerian-agama/32.01", "kementerian-panrb"),
        ("kementerian-panrb", "ombudsman"),
    ],
)
def test_somebody_above_looks_into_it(catalogue: Catalogue, code: str, inspectorate: str) -> None:
    accused = catalogue.agency(code)

    above = catalogue.inspectorate_of(accused)

    assert above.code == inspectorate


@pytest.mark.parametrize(
    ("region", "code"),
    [
        ("32.01.01", "32.01/kecamatan-32.01.01"),
        ("31.74.01", "31/kecamatan-31.74.01"),
        ("32.01", None),
        (None, None),
    ],
)
def test_the_kecamatan_has_an_office(
    catalogue: Catalogue, region: str | None, code: str | None
) -> None:
    place = Place("there", RegionCode(region) if region else None)

    office = catalogue.office_of(place)

    assert (office.code if office else None) == code


def test_a_deployment_of_one_government_suggests_nobody_else() -> None:
    bogor = RegionCode("32.01")

    catalogue = Catalogue.load(scope=(AgencyCode("32.01"),))

    assert [a.code for a in catalogue.top_agencies()] == ["32.01"]
    assert [a.code for a in catalogue.units_for(Sector.EDUCATION, bogor)] == ["32.01/pendidikan"]
    assert catalogue.units_for(Sector.POLICE, bogor) == ()
    assert catalogue.national_for(Sector.ELECTRICITY) is None
    assert catalogue.agency("pln").name == "PT PLN (Persero)"


def test_a_scope_that_names_nobody_is_refused() -> None:
    with pytest.raises(UnknownAgency):
        Catalogue.load(scope=(AgencyCode("32.99"),))


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("agencies_national.csv", "pln_listrik;bumn,", "listrik,", "no sector 'listrik'"),
        ("agencies_national.csv", "pln,bumn,", "pln,pt,", "no kind of agency 'pt'"),
        ("agencies_national.csv", "\npln,", "\nkai,", "'kai' stands twice"),
        ("agencies_national.csv", "polisi,kompolnas", "polisi,komnas", "no line of its own"),
        ("local_units.csv", "code,of,", "kode,of,", "the columns must be"),
        ("local_governments.csv", "11.01,kabupaten,", "11.01,", "there must be 4 columns"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, file: str, old: str, new: str, why: str) -> None:
    for source in DATA.glob("*.csv"):
        shutil.copy(source, tmp_path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(BrokenCatalogue, match=why) as broken:
        Catalogue.load(folder=tmp_path)

    assert broken.value.file == file


@given(code=st.text(max_size=40))
def test_any_code_is_an_agency_or_unknown(catalogue: Catalogue, code: str) -> None:
    try:
        found = catalogue.agency(code)
    except UnknownAgency:
        return

    assert found.code == code
