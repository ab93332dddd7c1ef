"""An agency that is named counts as it is spoken of: complained of, denied, or meant."""

import pytest

from bot.domain.place import Place, RegionCode
from bot.domain.sector import Sector
from bot.domain.suggestion import ReasonKind
from bot.routing.router import Router
from bot.routing.topics import Topic

BEKASI = Place("Kota Bekasi", RegionCode("32.75"))
UNSURE = 0.6


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


def topics(router: Router, text: str) -> dict[Sector, Topic]:
    return {topic.sector: topic for topic in router.topics.of("", text)[0]}


def first(router: Router, text: str) -> Topic:
    found, _ = router.topics.of("", text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("pln mati mulu", Sector.ELECTRICITY),
        ("PLN padam lagi di sini", Sector.ELECTRICITY),
        ("polsek tidak menanggapi", Sector.POLICE),
        ("samsat ribet banget", Sector.TAX_AND_REVENUE),
    ],
)
def test_a_name_with_a_word_of_trouble_behind_it_is_what_the_report_is_about(
    router: Router, text: str, sector: Sector
) -> None:
    topic = first(router, text)

    assert topic.sector is sector
    assert topic.confidence > UNSURE


def test_the_word_of_trouble_speaks_for_nothing_else(router: Router) -> None:
    found = topics(router, "pln mati mulu")

    reasons = [reason.words for topic in found.values() for reason in topic.reasons]
    assert reasons == ["pln"]


def test_a_name_late_in_a_story_does_not_take_the_report_over(router: Router) -> None:
    story = "Pohon di tepi jalan depan balai warga sudah tinggi dan rimbun mohon dipangkas"

    topic = first(router, f"{story} kemarin pln lambat")

    assert topic.sector is Sector.ENVIRONMENT


@pytest.mark.parametrize(
    "text",
    [
        "bukan dinas pu, harusnya dinas perhubungan",
        "Itu bukan wewenang dinas pu tetapi dinas perhubungan",
        "dinas perhubungan dong, bukan dinas pu",
        "jangan ke dinas pu, tolong ke dinas perhubungan",
        "salah alamat, bkn dinas pu, mestinya ke dinas perhubungan",
        "salah kirim ke dinas pu, seharusnya dinas perhubungan",
        "kenapa diteruskan ke dinas pu? harusnya dinas perhubungan",
    ],
)
def test_the_one_denied_gives_way_to_the_one_meant(router: Router, text: str) -> None:
    found, _ = router.topics.of("", text)

    assert found[0].sector is Sector.TRANSPORT
    assert found[0].confidence > UNSURE
    assert "dinas perhubungan" in [reason.words.lower() for reason in found[0].reasons]


def test_an_agency_that_is_denied_is_no_reason(router: Router) -> None:
    found = topics(router, "Lampu jalan mati, bukan urusan pln, harusnya dishub")

    reasons = [reason.words for topic in found.values() for reason in topic.reasons]
    assert "pln" not in reasons
    assert "dishub" in reasons


def test_the_chat_gives_the_agency_that_is_meant_with_its_name_as_the_reason(
    router: Router,
) -> None:
    routing = router.route("", "bukan dinas pu, harusnya dinas perhubungan", BEKASI)

    assert routing.best is not None
    assert routing.best.sector is Sector.TRANSPORT
    assert (ReasonKind.NAME, "dinas perhubungan") in [
        (reason.kind, reason.words) for reason in routing.best.reasons
    ]


@pytest.mark.parametrize(
    "text",
    [
        "bukan hanya dishub yang tidak menjawab",
        "bukan dishub saja yang tidak menjawab",
        "bukannya dishub yang harus menertibkan parkir",
        "bukan cuma sekali dishub tidak menjawab",
        "kenapa dishub tidak menjawab",
    ],
)
def test_not_only_and_a_question_deny_nothing(router: Router, text: str) -> None:
    topic = first(router, text)

    assert topic.sector is Sector.TRANSPORT
    assert topic.score > 1
