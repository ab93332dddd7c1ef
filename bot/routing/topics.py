"""What a report is about: the sectors it speaks for, how sure that is, and which words said so."""

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.place import RegionCode
from bot.domain.sector import Sector
from bot.domain.suggestion import Reason, ReasonKind
from bot.routing.calibration import CANDIDATES, Calibration, chance, chances
from bot.routing.fingerprints import SECTORS, Fingerprinter, column_of, word_feature
from bot.routing.learning import Example, Learner
from bot.routing.lexicon import Lexicon
from bot.routing.normalise import Words
from bot.routing.ranking import Scores, rank

REASONS = 3
TELLING = 1.0
"""Points that learning must add before it speaks alone, or a learned word is a reason."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A sector that a text speaks for; `confidence` is the chance that it is the right one."""

    sector: Sector
    score: float
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """Finds the topics of a text, by the lexicon and by what was learned."""

    lexicon: Lexicon
    calibration: Calibration
    fingerprinter: Fingerprinter | None = None
    learner: Learner | None = None

    def of(
        self, title: str, text: str, region: RegionCode | None = None
    ) -> tuple[tuple[Topic, ...], Words]:
        """Every sector that the text speaks for, best first, and its words, slips put right."""
        scores = self.scores(title, text)
        known: dict[int, int] = {}
        if self.learner is not None and self.learner.learned:
            ranked = self._learned(scores, region)
            known = self._slots(scores.words)
        else:
            ranked = scores.ranked
        points = [score for _, score in ranked]
        sure = chances(points, self._best_chance(ranked, points))
        found = tuple(
            Topic(
                sector, score, chance, self._reasons(scores, sector, known) if at <= REASONS else ()
            )
            for at, ((sector, score), chance) in enumerate(zip(ranked, sure, strict=True))
        )
        return found, scores.meant

    def example(
        self, title: str, text: str, region: RegionCode | None, sector: Sector
    ) -> Example | None:
        """What learning keeps of a routed report; None while nothing is learned here."""
        if self.fingerprinter is None:
            return None
        return Example(self.fingerprinter.of(self.scores(title, text), region), sector)

    def learning(self, key: bytes, state: bytes | None = None) -> "Topics":
        """A copy that learns, going on from a state where one is given.

        The key (16 to 64 bytes) hashes what is kept of the texts. Raises `BrokenStateError`.
        """
        learner = (
            Learner.beginning(self.calibration)
            if state is None
            else Learner.from_state(state, self.calibration)
        )
        return replace(self, fingerprinter=Fingerprinter(key), learner=learner)

    def version(self) -> str:
        """A short name of what the lexicon holds."""
        digest = hashlib.sha256()
        for word in self.lexicon.keywords:
            digest.update(f"{word.sector}|{word.term}|{word.weight}|{word.is_name}\n".encode())
        return digest.hexdigest()[:8]

    @property
    def learned(self) -> int:
        """How many examples were taken in."""
        return self.learner.learned if self.learner else 0

    def scores(self, title: str, text: str) -> Scores:
        """What the lexicon alone says."""
        words = self.lexicon.reader.read(f"{title}\n{text}")
        return rank(self.lexicon, words, bisect_left(words.starts, len(title)))

    def taught(self, scores: Scores, region: RegionCode | None) -> Mapping[Sector, float]:
        """The points that learning adds for each sector; empty where nothing can be learned."""
        if self.fingerprinter is None or self.learner is None:
            return {}
        points = self.learner.points(self.fingerprinter.of(scores, region))
        return dict(zip(SECTORS, points.tolist(), strict=True))

    def _learned(
        self, scores: Scores, region: RegionCode | None
    ) -> tuple[tuple[Sector, float], ...]:
        """Every sector by what the words and the learning say; nothing where both are silent."""
        if self.fingerprinter is None or self.learner is None:
            return scores.ranked
        fingerprint = self.fingerprinter.of(scores, region)
        points = fingerprint.scores + self.learner.points(fingerprint)
        best = points.argsort()[::-1][:CANDIDATES]
        if not scores.ranked and points[best[0]] < TELLING:
            return ()
        return tuple((SECTORS[at], float(points[at])) for at in best)

    def _best_chance(
        self, ranked: Sequence[tuple[Sector, float]], points: Sequence[float]
    ) -> float:
        if ranked and self.learner is not None and self.learner.learned:
            first, trust = column_of(ranked[0][0]), self.learner.trust
            return self.learner.sureness.chance(points, first, trust)
        return chance(points, self.calibration.cold)

    def _slots(self, words: Words) -> dict[int, int]:
        """Where each stem is said first, and the slot under which it was learned."""
        assert self.fingerprinter is not None
        first = {stem: at for at, stem in reversed([*enumerate(words.stems)])}
        return {at: self.fingerprinter.slot(word_feature(stem)) for stem, at in first.items()}

    def _reasons(
        self, scores: Scores, sector: Sector, learned: Mapping[int, int]
    ) -> tuple[Reason, ...]:
        """The strongest words for a sector; `learned` are the words' slots, by their places."""
        known = scores.reasons_for(sector)
        if self.learner is None or not learned:
            return tuple(known[:REASONS])
        said = {reason.words.lower() for reason in known}
        points = self.learner.word_points([*learned.values()], sector) / len(learned) ** 0.5
        for at, worth in zip(learned, points.tolist(), strict=True):
            if worth < TELLING:
                continue
            written = scores.words.as_written(at, at)
            if written.lower() not in said:
                said.add(written.lower())
                known.append(Reason(ReasonKind.LEARNED, written, round(worth, 2)))
        return tuple(sorted(known, key=lambda reason: -reason.weight)[:REASONS])
