"""Whatever people send, the routing reads a bounded part of it and never fails."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.routing.normalise import MAX_CHARACTERS, MAX_WORDS
from bot.routing.ranking import rank
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
        "jalan2 " * 10_000,
        "aaaa bbbb " * 10_000,
    ],
)
def test_of_ten_thousand_words_only_the_beginning_is_read(router: Router, text: str) -> None:
    routing = router.route("", text)

    read = router.topics.lexicon.reader.read(text)
    assert len(routing.suggestions) <= 4
    assert len(read) <= MAX_WORDS + 1
    assert len(read.text) <= MAX_CHARACTERS


@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=12), st.integers()
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_repetition_makes_more_to_read_or_to_weigh(
    router: Router, heap: list[str], times: int
) -> None:
    reader = router.topics.lexicon.reader

    read = reader.read(" ".join(heap * (times % 3_000)))
    scores = rank(router.topics.lexicon, read, 0)

    assert len(read) <= MAX_WORDS + 1
    assert all(hit.factor <= 1 for hit in scores.hits)
    assert max(Counter(hit.match.parts for hit in scores.hits).values(), default=0) <= 2


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=5, max_value=400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_name_said_often_weighs_no_more_than_said_a_few_times(
    router: Router, which: int, times: int
) -> None:
    lexicon = router.topics.lexicon
    names = [word.term for word in lexicon.keywords if word.is_name]
    name = names[which % len(names)]
    whole = MAX_WORDS // len(lexicon.reader.read(name)) - 1

    often, seldom = (
        rank(lexicon, lexicon.reader.read(f"Sampah menumpuk. {(name + ' ') * count}"), 0).ranked
        for count in (min(times, whole), 4)
    )

    assert often == seldom


def test_repeating_an_agencys_name_does_not_make_it_certain(router: Router) -> None:
    once = router.route("", "Sampah menumpuk. PLN", None)

    often = router.route("", "Sampah menumpuk. " + "PLN " * 500, None)

    assert [each.sector for each in often.suggestions[:1]] == [
        each.sector for each in once.suggestions[:1]
    ]
