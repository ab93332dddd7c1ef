"""What a classifier trained on the reports themselves reaches on the same rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion
from sklearn.svm import LinearSVC

from bot.domain.sector import Sector
from tests.measure.figures import Tallies
from tests.measure.rows import Row

REFITTED_EVERY = 200
_LEXICON_SCALE = 0.05


@dataclass(slots=True)
class Svm:
    """TF-IDF of words and characters with a linear SVM, and the lexicon's scores if given."""

    texts: Any = None
    model: Any = None

    def fit(self, rows: Sequence[Row], scores: Any = None) -> None:
        self.texts = FeatureUnion(
            [
                ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)),
                ("letters", TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2)),
            ]
        )
        seen = self.texts.fit_transform([_text(row) for row in rows])
        self.model = LinearSVC(C=0.5)
        self.model.fit(_beside(seen, scores), [row.sector.value for row in rows])

    def rank(self, rows: Sequence[Row], scores: Any = None) -> Iterator[list[Sector]]:
        margins = self.model.decision_function(
            _beside(self.texts.transform([_text(row) for row in rows]), scores)
        )
        for row in margins if margins.ndim > 1 else np.stack([-margins, margins], 1):
            yield [Sector(self.model.classes_[at]) for at in np.argsort(-row)[:4]]


def other_sources(rows: Sequence[Row], asked: Sequence[Row]) -> Tallies:
    """Trained on all rows of the other sources, for each source; nothing when there is one only."""
    tallies = Tallies()
    for source in sorted({row.source for row in asked}):
        known = [row for row in rows if row.source != source]
        if known:
            _ask(Svm(), known, [row for row in asked if row.source == source], tallies)
    return tallies


def trained(known: Sequence[Row], asked: Sequence[Row]) -> Tallies:
    """Trained on other rows, then frozen."""
    tallies = Tallies()
    _ask(Svm(), known, asked, tallies)
    return tallies


def refitted(rows: Sequence[Row], scores: Any) -> Tallies:
    """In order, with the lexicon's scores, fitted anew every 200 rows on all before them."""
    tallies = Tallies()
    for start in range(0, len(rows), REFITTED_EVERY):
        asked = rows[start : start + REFITTED_EVERY]
        known = rows[:start]
        if len({row.sector for row in known}) < 3:
            ranked: Iterator[list[Sector]] = iter([[] for _ in asked])
        else:
            svm = Svm()
            svm.fit(known, scores[:start])
            ranked = svm.rank(asked, scores[start : start + REFITTED_EVERY])
        for row, sectors in zip(asked, ranked, strict=True):
            tallies.add(row.source, row.sector, sectors)
    return tallies


def _ask(svm: Svm, known: Sequence[Row], asked: Sequence[Row], tallies: Tallies) -> None:
    svm.fit(known)
    for row, sectors in zip(asked, svm.rank(asked), strict=True):
        tallies.add(row.source, row.sector, sectors)


def _text(row: Row) -> str:
    return f"{row.title} {row.text}"


def _beside(texts: Any, scores: Any) -> Any:
    if scores is None:
        return texts
    return hstack([texts, csr_matrix(np.asarray(scores) * _LEXICON_SCALE)]).tocsr()
