"""Fits the weights of data/calibration.txt: `python -m tests.measure calibration --data FILE`.

Prints the lines of the file: "cold" from the lexicon alone, "learned" from all reports in order,
each learned after it was suggested. Only the half of the reports that is not read when keywords are
written counts: the lexicon is surer of the others than it will be of what comes.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.domain.place import Place
from bot.routing.calibration import CANDIDATES, FEATURES, features
from bot.routing.router import Router
from tests.measure.rows import UNREAD, Row, read

_KEY = b"a key for measuring only"
_STRENGTH = 3.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure calibration")
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    router = Router.load()
    rows = read(arguments.data, router)
    for kind, fitted in (
        ("cold", _fit(router, rows)),
        ("learned", _fit(router.with_learning(_KEY), rows)),
    ):
        for name, weight in fitted.items():
            sys.stdout.write(f"{kind} {name} {weight:.3f}\n")


def _fit(router: Router, rows: Sequence[Row]) -> dict[str, float]:
    seen, right = [], []
    for row in rows:
        topics, _ = router.topics.of(row.title, row.text, row.region)
        if topics and row.half == UNREAD:
            found = features([topic.score for topic in topics[:CANDIDATES]])
            seen.append([found[name] for name in FEATURES])
            right.append(topics[0].sector is row.sector)
        where = Place("", row.region) if row.region else None
        example = router.example(row.title, row.text, where, row.sector)
        if example is not None:
            router.learn(example)
    model = LogisticRegression(C=_STRENGTH, fit_intercept=False, max_iter=5000)
    model.fit(np.array(seen), np.array(right))
    return dict(zip(FEATURES, model.coef_[0].tolist(), strict=True))
