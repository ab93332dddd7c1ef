"""Whatever people send, the routing answers in bounded time and never fails."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.routing.router import Router

WORDS = ["jalan", "rusak", "sampah", "dinas", "kecamatan", "Bogor", "korupsi", "?", "🙏", "\u202e"]


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


@given(st.text(max_size=400), st.text(max_size=80))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_routed_without_an_exception(router: Router, text: str, title: str) -> None:
    routing = router.route(title, text)

    assert len(routing.suggestions) <= 4
    assert all(0 <= each.confidence <= 1 for each in routing.suggestions)


@given(st.lists(st.sampled_from(WORDS), max_size=300))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_heap_of_keywords_is_routed_without_an_exception(
    router: Router, heap: list[str]
) -> None:
    routing = router.route("", " ".join(heap))

    ranked = [each.confidence for each in routing.suggestions]
    assert all(0 <= confidence <= 1 for confidence in ranked)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "ok",
        "🙏🙏🙏",
        "\x00\x00",
        "İİİİ",
        "a" * 50_000,
        "where is the nearest hotel please",
    ],
)
def test_what_says_nothing_gets_no_sure_answer(router: Router, text: str) -> None:
    routing = router.route("", text)

    assert all(each.confidence < 0.5 for each in routing.suggestions)


@pytest.mark.parametrize(
    "text",
    [
        "jalan rusak dan sampah " * 2_500,
        "Dinas Perhubungan " * 5_000,
        "jalaan rusaak sampaah " * 3_000,
        "x" * 100_000,
        "kec. " * 10_000,
    ],
)
def test_ten_thousand_words_take_no_more_than_a_moment(router: Router, text: str) -> None:
    router.route("", text)
    start = time.perf_counter()

    router.route("", text)

    assert time.perf_counter() - start < 0.5


def test_repeating_an_agencys_name_does_not_make_it_certain(router: Router) -> None:
    once = router.route("", "Sampah menumpuk. PLN", None)

    often = router.route("", "Sampah menumpuk. " + "PLN " * 500, None)

    assert [each.sector for each in often.suggestions[:1]] == [
        each.sector for each in once.suggestions[:1]
    ]
