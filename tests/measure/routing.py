"""Measures the routing on labelled reports: `python -m tests.measure routing --data FILE --json`.

Without `--learn` the file is split in two by a hash of the text: one half is learned from, all
regimes are measured on the other. The SVM stands beside it: trained on the other sources ("cold"),
refitted every 200 reports with the lexicon's scores ("stream"), trained on the learning half
("warm").
"""

import argparse
import json
import random
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from bot.domain.place import Place
from bot.routing.fingerprints import SECTORS
from bot.routing.router import Router
from bot.routing.topics import Topic
from tests.measure import place, rivals, speed
from tests.measure.figures import Tallies
from tests.measure.rows import UNREAD, Row, read

_KEY = b"a key for measuring only"
_LATE = 100
_CONFUSIONS = 10


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure routing", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--learn", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--no-svm", action="store_true", help="leave the slow comparison out")
    arguments = parser.parse_args()
    router = Router.load()
    rows = read(arguments.data, router)
    if arguments.learn:
        known, asked = read(arguments.learn, router), rows
    else:
        known = [row for row in rows if row.half != UNREAD]
        asked = [row for row in rows if row.half == UNREAD]
    figures, confused = _figures(router, known, asked)
    if not arguments.no_svm:
        _add_svm(router, figures, known, asked)
    figures["place"] = place.measure(
        {"agency": row.agency, "title": row.title, "text": row.text} for row in asked
    )
    figures.update(speed.measure(router))
    write = sys.stdout.write
    if arguments.json:
        write(json.dumps(figures) + "\n")
    else:
        write(table(figures))
        write("\n".join(f"{count:5} {right} -> {said}" for (right, said), count in confused))
        write("\n")


def _figures(
    router: Router, known: Sequence[Row], asked: Sequence[Row]
) -> tuple[dict[str, object], list[tuple[tuple[str, str], int]]]:
    confused: Counter[tuple[str, str]] = Counter()
    cold = _run(router, asked, lambda _: None, confused)
    late_router = router.with_learning(_KEY)
    waiting: deque[Row] = deque()
    chance = random.Random(_LATE)

    def late(row: Row) -> None:
        if chance.random() < 0.5:
            waiting.append(row)
        if len(waiting) > _LATE // 2:
            _learn(late_router, [waiting.popleft()])

    stream_router = router.with_learning(_KEY)
    warm_router = router.with_learning(_KEY)
    _learn(warm_router, known)
    regimes = {
        "cold": cold,
        "stream": _run(stream_router, asked, lambda row: _learn(stream_router, [row])),
        "stream_late": _run(late_router, asked, late),
        "warm": _run(warm_router, asked, lambda _: None),
        "live": _run(warm_router, asked, lambda row: _learn(warm_router, [row])),
    }
    figures: dict[str, object] = {
        name: {source: tally.figures() for source, tally in tallies.of.items()}
        for name, tallies in regimes.items()
    }
    return figures, confused.most_common(_CONFUSIONS)


def _run(
    router: Router,
    rows: Iterable[Row],
    after: Callable[[Row], None],
    confused: Counter[tuple[str, str]] | None = None,
) -> Tallies:
    tallies = Tallies()
    for row in rows:
        topics, _ = router.topics.of(row.title, row.text, row.region)
        ranked = [topic.sector for topic in topics[:5]]
        tallies.add(
            row.source,
            row.sector,
            ranked,
            topics[0].confidence if topics else 0.0,
            agency_right=_agency_right(router, row, topics),
        )
        if confused is not None and ranked and ranked[0] is not row.sector:
            confused[row.sector.value, ranked[0].value] += 1
        after(row)
    return tallies


def _agency_right(router: Router, row: Row, topics: Sequence[Topic]) -> bool:
    """Whether the first agency has the duty the report went to.

    Operators write agencies in many ways, so the sector of the first suggestion stands for it.
    """
    where = Place("", row.region) if row.region else None
    best = router.route(row.title, row.text, where).best
    if best is None:
        return bool(topics) and topics[0].sector is row.sector and where is None
    return row.sector in best.agency.sectors or best.sector is row.sector


def _learn(router: Router, rows: Iterable[Row]) -> None:
    for row in rows:
        where = Place("", row.region) if row.region else None
        example = router.example(row.title, row.text, where, row.sector)
        assert example is not None
        router.learn(example)


def _add_svm(
    router: Router, figures: dict[str, object], known: Sequence[Row], asked: Sequence[Row]
) -> None:
    scores = np.zeros((len(asked), len(SECTORS)))
    for at, row in enumerate(asked):
        for topic in router.topics.of(row.title, row.text)[0]:
            scores[at, SECTORS.index(topic.sector)] = topic.score
    compared = {
        "cold": rivals.other_sources([*known, *asked], asked),
        "stream": rivals.refitted(asked, scores),
        "warm": rivals.trained(known, asked),
    }
    for name, tallies in compared.items():
        regime = figures[name]
        assert isinstance(regime, dict)
        for source, tally in tallies.of.items():
            said = tally.figures()
            regime[source].update(svm_top1=said["top1"], svm_top3=said["top3"])


def table(figures: dict[str, object]) -> str:
    """The figures for people: a line for each regime and source."""
    names = (
        *("n", "top1", "top3", "top3_or_office", "svm_top1", "svm_top3", "agency_top1"),
        *("abstained", "accuracy_when_sure", "ece"),
    )
    lines = [f"{'':28}" + "".join(f"{name[:13]:>14}" for name in names)]
    for regime, sources in figures.items():
        if isinstance(sources, dict) and "pooled" in sources:
            for source, said in sources.items():
                values = "".join(f"{said.get(name, float('nan')):14.3f}" for name in names)
                lines.append(f"{regime:12}{source:16}{values}")
        else:
            lines.append(f"{regime:28}{sources}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
