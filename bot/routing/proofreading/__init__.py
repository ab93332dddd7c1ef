"""Proofreads the data files that people edit: every fault with its file, its line and what to do.

Loading stops at the first fault that it cannot bear, and bears much that is a slip all the same: a
keyword that stands twice, an agency that is in no list, a duty that no unit has.
"""

from pathlib import Path

from bot.domain.suggestion import Emergency
from bot.routing.classify import CARES, NO_DANGER
from bot.routing.place_names import Cue
from bot.routing.proofreading import lists, words
from bot.routing.proofreading.copy import Copy, Fault
from bot.routing.regions import DATA


class BrokenDataError(ValueError):
    """The data files cannot be loaded; the message is the first fault and what to do next."""


def faults_in(folder: Path = DATA) -> list[Fault]:
    """Every fault of the data files, file by file."""
    copy = Copy(folder)
    regions = lists.regions(copy)
    nationals = lists.nationals(copy)
    patterns = lists.units(copy, nationals)
    lists.governments(copy, regions)
    only_here = lists.exceptions(copy, regions, nationals)
    spoken_for = words.topics(copy)
    words.duties(copy, nationals, patterns, only_here, spoken_for)
    words.neighbours(copy)
    words.headed(copy, "class_words.txt", words.class_head)
    words.headed(
        copy, "danger_words.txt", words.one_of("danger", {*map(str, Emergency), NO_DANGER})
    )
    words.headed(copy, "care_words.txt", words.one_of("kind of word", CARES))
    words.headed(copy, "place_cues.txt", words.one_of("kind of word", [cue.value for cue in Cue]))
    words.shorthand(copy)
    words.calibration(copy)
    lists.categories(copy)
    lists.place_names(copy, regions)
    for name in ("neutral", "ordinary", "fillers", "everyday_words", "trouble_words"):
        copy.text(f"{name}.txt")
    lists.outlines(copy)
    return copy.faults


def broken_by(wrong: Exception) -> BrokenDataError:
    """What stopped the loading, told by the first fault of the files."""
    first = next(iter(faults_in()), wrong)
    return BrokenDataError(f"{first}. `lapor-bot check` names every fault of the data files.")
