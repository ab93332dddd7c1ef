"""Finding an agency by what people call it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agency import AgencyCode
from bot.domain.place import Place, RegionCode
from bot.routing.catalogue import Catalogue
from bot.routing.search import AgencySearch

IN_BOGOR = Place("Kec. Cibinong, Kab. Bogor", RegionCode("32.01.01"))


@pytest.fixture(scope="module")
def search() -> AgencySearch:
    return AgencySearch(Catalogue.load())


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("dishub kab bogor", "32.01/perhubungan"),
        ("dinas perhubungan kota bogor", "32.71/perhubungan"),
        ("disdukcapil kab bandung", "32.04/kependudukan"),
        ("dukcapl surabya", "35.78/kependudukan"),
        ("dinas pu kota semarang", "33.74/pekerjaan-umum"),
        ("disperindag gunung kidul", "34.03/perdagangan"),
        ("satpolpp jaksel", "31/satpol-pp"),
        ("satpol pp tebet", "31/satpol-pp"),
        ("samsat jabar", "32/pendapatan"),
        ("kecamatan cibinong", "32.01/kecamatan-32.01.01"),
        ("pemkab bogor", "32.01"),
        ("polres cianjur", "polri/32.03"),
        ("bpn cianjur", "atr-bpn/32.03"),
        ("kemenag sleman", "kementerian-agama/34.04"),
        ("pdam surabaya", "35.78/air-minum"),
        ("tirta kahuripan", "32.01/air-minum"),
        ("pam jaya", "31/air-minum"),
        ("transjakarta", "31/transjakarta"),
        ("kemendikbud", "kementerian-pendidikan"),
        ("kemendibud", "kementerian-pendidikan"),
        ("kementrian kesehatan", "kementerian-kesehatan"),
        ("imigrasi", "kementerian-imipas/imigrasi"),
        ("lemhanas ri", "lemhannas"),
        ("bank mandiri", "bank-mandiri"),
        ("bpjs naker", "bpjs-ketenagakerjaan"),
        ("pelni", "pelni"),
        ("PLN Bogor", "pln"),
    ],
)
def test_the_agency_meant_comes_first(search: AgencySearch, query: str, first: str) -> None:
    found = search.find(query)

    assert found[0].code == first


@pytest.mark.parametrize(
    "query", ["kelurahan", "kantor camat", "pak lurah", "kantor desa", "kelurahan sukamaju aja"]
)
def test_the_kelurahan_is_the_office_of_the_kecamatan_nearby(
    search: AgencySearch, query: str
) -> None:
    assert search.find(query, IN_BOGOR)[0].code == "32.01/kecamatan-32.01.01"
    assert search.find(query, Place("Kota Bogor", RegionCode("32.71")))[0].code == "32.71"


def test_without_a_place_those_near_come_first(search: AgencySearch) -> None:
    found = search.find("dishub", near=IN_BOGOR)

    assert [agency.code for agency in found][:2] == ["32.01/perhubungan", "32/perhubungan"]


def test_of_twins_the_near_one_comes_first(search: AgencySearch) -> None:
    found = search.find("dishub bogor", near=IN_BOGOR)

    assert [agency.code for agency in found][:2] == ["32.01/perhubungan", "32.71/perhubungan"]


def test_without_any_place_the_ministry_is_offered(search: AgencySearch) -> None:
    found = search.find("dishub")

    assert [agency.code for agency in found] == ["kementerian-perhubungan"]


def test_a_narrow_deployment_finds_only_its_own() -> None:
    search = AgencySearch(Catalogue.load(scope=(AgencyCode("32.01"),)))

    found = search.find("dishub"), search.find("pelni"), search.find("dishub bandung")

    assert [[agency.code for agency in some] for some in found] == [["32.01/perhubungan"], [], []]


@pytest.mark.parametrize("query", ["", "   ", "zzzz", "😀😀", "-", "!!!"])
def test_what_names_nobody_finds_nobody(search: AgencySearch, query: str) -> None:
    found = search.find(query)

    assert found == []


def test_no_more_are_given_than_were_asked_for(search: AgencySearch) -> None:
    found = search.find("bank", limit=3)

    assert len(found) == 3


def test_a_search_takes_less_than_five_milliseconds(search: AgencySearch) -> None:
    queries = ["dinas pu semarang", "dukcapl surabya", "kementrian kesehatan", "dinas dinas dinas"]
    times = []

    for query in queries * 5:
        start = time.process_time()
        search.find(query, near=IN_BOGOR)
        times.append(time.process_time() - start)

    assert sorted(times)[len(times) // 2] < 0.005


@given(query=st.text(max_size=200), limit=st.integers(min_value=-1, max_value=20))
def test_any_query_finds_at_most_the_limit(search: AgencySearch, query: str, limit: int) -> None:
    found = search.find(query, near=IN_BOGOR, limit=limit)

    assert len(found) <= max(limit, 0)
    assert len({agency.code for agency in found}) == len(found)
