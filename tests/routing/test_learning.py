"""The routing learns from what people confirm, and forgets nothing it should keep."""

import io
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from bot.domain.place import Place, RegionCode
from bot.domain.sector import Sector
from bot.domain.suggestion import ReasonKind
from bot.routing.fingerprints import column_of
from bot.routing.learning import BrokenStateError
from bot.routing.router import Router

KEY = b"sixteen bytes or"
NEWER = {"stems", "shared", "regions", "taught", "sure", "leanings", "leaning_slopes"}
"""What the first states were written without."""

HERE = Place("", RegionCode("35.78"))
THERE = Place("", RegionCode("32.71"))


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


def taught(router: Router, text: str, sector: Sector, times: int, place: Place = HERE) -> Router:
    learning = router.with_learning(KEY)
    for _ in range(times):
        example = learning.example("", text, place, sector)
        assert example is not None
        learning.learn(example)
    return learning


def best_sector(router: Router, text: str, place: Place = HERE) -> Sector:
    topics, _ = router.topics.of("", text, place.regency)
    return topics[0].sector


def test_before_the_first_example_it_says_what_the_lexicon_says(router: Router) -> None:
    learning = router.with_learning(KEY)

    assert learning.route("", "Lampu jalan mati", HERE).suggestions == (
        router.route("", "Lampu jalan mati", HERE).suggestions
    )


def test_a_word_nobody_wrote_into_the_lexicon_is_learned(router: Router) -> None:
    learning = taught(router, "wingko di alun alun", Sector.TRADE, 40)

    assert best_sector(learning, "wingko") is Sector.TRADE


def test_one_example_cannot_overturn_the_catalogue(router: Router) -> None:
    learning = taught(router, "Lampu jalan mati", Sector.RELIGION, 1)

    assert best_sector(learning, "Lampu jalan mati") is Sector.TRANSPORT


def test_a_local_habit_is_learned_for_its_own_region(router: Router) -> None:
    learning = router.with_learning(KEY)
    for _ in range(60):
        for place, sector in ((HERE, Sector.HOUSING), (THERE, Sector.TRANSPORT)):
            example = learning.example("", "Lampu jalan mati", place, sector)
            assert example is not None
            learning.learn(example)

    assert best_sector(learning, "Lampu jalan mati", HERE) is Sector.HOUSING
    assert best_sector(learning, "Lampu jalan mati", THERE) is Sector.TRANSPORT


def test_the_habit_of_one_city_does_not_overturn_the_catalogue_in_another(router: Router) -> None:
    learning = taught(router, "Lampu jalan mati", Sector.RELIGION, 200, THERE)

    assert best_sector(learning, "Lampu jalan mati", THERE) is Sector.RELIGION
    assert best_sector(learning, "Lampu jalan mati", HERE) is Sector.TRANSPORT


def test_two_processes_keep_the_same_of_a_text_to_the_last_bit() -> None:
    program = (
        "from bot.routing.fingerprints import Fingerprinter\n"
        "from bot.routing.router import Router\n"
        "topics = Router.load().topics\n"
        "kept = Fingerprinter(b'sixteen bytes or').of(\n"
        "    topics.scores('', 'Lampu jalan mati di depan pasar, selokan mampet'), None)\n"
        "print(kept.slots.tolist(), kept.values.tolist())\n"
    )

    told = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert told[0] == told[1]


def test_a_learned_word_is_given_as_a_reason(router: Router) -> None:
    learning = taught(router, "wingko", Sector.TRADE, 60)

    topics, _ = learning.topics.of("", "wingko", HERE.regency)

    assert (ReasonKind.LEARNED, "wingko") in [(r.kind, r.words) for r in topics[0].reasons]


def test_what_was_learned_survives_a_restart(router: Router) -> None:
    learning = taught(router, "wingko di alun alun", Sector.TRADE, 40)
    assert learning.topics.learner is not None

    again = router.with_learning(KEY, learning.topics.learner.state())

    assert again.route("", "wingko", HERE) == learning.route("", "wingko", HERE)


def test_an_earlier_state_rolls_learning_back(router: Router) -> None:
    learning = taught(router, "wingko", Sector.TRADE, 40)
    assert learning.topics.learner is not None
    before = learning.topics.learner.state()
    for _ in range(80):
        example = learning.example("", "wingko", HERE, Sector.RELIGION)
        assert example is not None
        learning.learn(example)

    back = router.with_learning(KEY, before)

    assert best_sector(learning, "wingko") is Sector.RELIGION
    assert best_sector(back, "wingko") is Sector.TRADE


def test_the_state_holds_no_word_of_a_report(router: Router) -> None:
    learning = taught(router, "rahasia wingkobabat", Sector.TRADE, 5)
    assert learning.topics.learner is not None

    assert b"wingko" not in learning.topics.learner.state()


def test_a_state_of_an_older_program_goes_on_without_precedents(router: Router) -> None:
    learning = taught(router, "wingko di alun alun", Sector.TRADE, 80)
    assert learning.topics.learner is not None
    with np.load(io.BytesIO(learning.topics.learner.state())) as saved:
        older = {name: saved[name] for name in saved.files if name not in NEWER}
    written = io.BytesIO()
    np.savez_compressed(written, **older)

    again = router.with_learning(KEY, written.getvalue())

    assert best_sector(again, "wingko") is Sector.TRADE


def test_what_alike_reports_became_is_asked_beside_the_words(router: Router) -> None:
    learning = taught(router, "wingko di alun alun", Sector.TRADE, 40)
    learner = learning.topics.learner
    example = learning.example("", "wingko di alun alun", HERE, Sector.TRADE)
    assert learner is not None
    assert example is not None
    stems = example.fingerprint

    without = replace(stems, stems=0)

    gained = learner.points(stems) - learner.points(without)
    assert gained[column_of(Sector.TRADE)] > 0
    assert gained.max() == gained[column_of(Sector.TRADE)]


def test_one_great_city_makes_its_habit_less_that_of_all_than_ten_towns_do(router: Router) -> None:
    towns = [Place("", RegionCode(f"32.{number:02}")) for number in range(1, 11)]
    one_city, ten_towns = router.with_learning(KEY), router.with_learning(KEY)
    for turn in range(300):
        for learning, place in ((one_city, HERE), (ten_towns, towns[turn % 10])):
            example = learning.example("", "wingko di alun alun", place, Sector.TRADE)
            assert example is not None
            learning.learn(example)

    new = one_city.example("", "wingko di alun alun", THERE, Sector.TRADE)
    learned = [each.topics.learner for each in (one_city, ten_towns)]
    assert new is not None
    by_city, by_towns = (
        each.points(new.fingerprint)[column_of(Sector.TRADE)] for each in learned if each
    )
    assert by_city < by_towns * 0.8
    assert best_sector(one_city, "wingko di alun alun") is Sector.TRADE


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"PK\x03\x04broken"])
def test_a_broken_state_is_refused(router: Router, broken: bytes) -> None:
    with pytest.raises(BrokenStateError):
        router.with_learning(KEY, broken)


def test_a_router_that_does_not_learn_keeps_nothing(router: Router) -> None:
    assert router.example("", "Lampu jalan mati", HERE, Sector.TRANSPORT) is None


def test_the_version_tells_how_much_was_learned(router: Router) -> None:
    learning = taught(router, "wingko", Sector.TRADE, 3)

    assert learning.route("", "wingko", HERE).version.endswith("+3")
