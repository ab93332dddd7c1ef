"""A report like earlier ones is told what became of those."""

import numpy as np

from bot.domain.sector import Sector
from bot.routing.fingerprints import SECTORS, Fingerprint, column_of
from bot.routing.precedents import NEAREST, STEMS, Precedents

RARE, COMMON = 7, 8
TRADE, ROADS = column_of(Sector.TRADE), column_of(Sector.ROADS_AND_WATER)


def said(*stems: int) -> Fingerprint:
    return Fingerprint(
        np.array(stems, np.int32),
        np.ones(len(stems), np.float32),
        np.zeros(len(SECTORS), np.float32),
        len(stems),
    )


def filled(most: int = 400) -> Precedents:
    """Forty reports that say what every report says, and one that says something rare besides."""
    precedents = Precedents(most)
    for number in range(40):
        precedents.add(said(COMMON, 1_000 + number), ROADS)
    precedents.add(said(COMMON, RARE), TRADE)
    return precedents


def test_a_rare_stem_in_common_outweighs_what_every_report_says() -> None:
    votes = filled().votes(said(COMMON, RARE))

    assert int(votes.argmax()) == TRADE


def test_nothing_in_common_gives_no_vote() -> None:
    votes = filled().votes(said(9, 10))

    assert not votes.any()


def test_before_the_first_report_there_is_no_vote() -> None:
    votes = Precedents(10).votes(said(RARE))

    assert not votes.any()


def test_a_text_without_known_stems_gives_no_vote() -> None:
    votes = filled().votes(said())

    assert not votes.any()


def test_the_oldest_report_is_forgotten_for_the_newest() -> None:
    precedents = Precedents(3)
    precedents.add(said(RARE), TRADE)
    for number in range(3):
        precedents.add(said(20 + number), ROADS)

    votes = precedents.votes(said(RARE))

    assert not votes.any()


def test_a_report_beyond_the_most_stems_is_compared_by_its_beginning() -> None:
    precedents = Precedents(3)
    precedents.add(said(*range(STEMS + 5)), TRADE)

    begun, ended = precedents.votes(said(STEMS - 1)), precedents.votes(said(STEMS))

    assert begun[TRADE] > 0
    assert not ended.any()


def test_of_reports_equally_near_none_is_left_out_by_where_it_lies() -> None:
    alike = [TRADE, ROADS] * NEAREST
    straight, turned = Precedents(len(alike)), Precedents(len(alike))
    turned.add(said(1), TRADE)
    for column in alike:
        straight.add(said(RARE), column)
        turned.add(said(RARE), column)

    assert straight.votes(said(RARE)).tolist() == turned.votes(said(RARE)).tolist()
