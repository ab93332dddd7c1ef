"""The chance shown of a suggestion follows how often it was right."""

import pytest

from bot.domain.sector import Sector
from bot.routing.calibration import CEILING, Calibration, chance, chances
from bot.routing.fingerprints import column_of
from bot.routing.sureness import Drift, Sureness

CLEAR, CLOSE = (9.0, 1.0, 0.5), (3.0, 2.8, 2.5)
HOUSING, ROADS = column_of(Sector.HOUSING), column_of(Sector.ROADS_AND_WATER)


def begun() -> Sureness:
    return Sureness.beginning(Calibration.load())


@pytest.mark.parametrize("kind", ["cold", "learned"])
def test_a_clear_first_is_surer_than_a_close_one(kind: str) -> None:
    weights = getattr(Calibration.load(), kind)

    assert chance(CLEAR, weights) > chance(CLOSE, weights) + 0.2


@pytest.mark.parametrize("scores", [(), (0.0,), (1e6,), (1e6, 1e6), (-3.0, -9.0), (5.0,) * 40])
def test_any_scores_give_chances_between_none_and_the_ceiling(scores: tuple[float, ...]) -> None:
    weights = Calibration.load()

    for best in (chance(scores, weights.cold), chance(scores, weights.learned)):
        assert 0 <= best <= CEILING
        given = chances(scores, best)
        assert len(given) == len(scores)
        assert sum(given) <= 1.0001
        assert all(0 <= each <= best for each in given)


def test_a_sector_that_was_often_wrong_is_believed_less_than_one_that_was_not() -> None:
    sureness = begun()

    for turn in range(400):
        sureness.learn(CLEAR, HOUSING, 1, right=turn % 2 == 0)
        sureness.learn(CLEAR, ROADS, 1, right=turn % 20 != 0)

    assert sureness.chance(CLEAR, HOUSING, 1) < 0.7
    assert sureness.chance(CLEAR, ROADS, 1) > sureness.chance(CLEAR, HOUSING, 1) + 0.1


def test_before_anything_is_learned_it_is_as_sure_as_the_lexicon_alone() -> None:
    cold = chance(CLOSE, Calibration.load().cold)

    assert begun().chance(CLOSE, ROADS, 0) == pytest.approx(cold)


def test_one_surprise_moves_it_hardly() -> None:
    sureness = begun()
    at_first = sureness.chance(CLEAR, HOUSING, 1)

    sureness.learn(CLEAR, HOUSING, 1, right=False)

    assert at_first - 0.06 < sureness.chance(CLEAR, HOUSING, 1) < at_first


def test_the_confidence_follows_when_the_suggestions_grow_better() -> None:
    drift = Drift()
    for number in range(3_000):
        drift.learn(0.75, right=number % 2 == 0)
    before = drift.corrected(0.75)

    for number in range(3_000):
        drift.learn(0.75, right=number % 10 != 0)

    assert before == pytest.approx(0.5, abs=0.05)
    assert drift.corrected(0.75) > 0.8
