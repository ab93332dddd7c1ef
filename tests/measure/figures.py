"""Counts how often a ranking was right, and how honest its confidence was."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.sector import Sector

SURE = 0.8
"""From this confidence on a suggestion counts as sure."""

_BINS = 10


@dataclass(slots=True)
class Tally:
    """What was counted of one source under one regime."""

    count: int = 0
    top1: int = 0
    top3: int = 0
    with_office: int = 0
    agency: int = 0
    abstained: int = 0
    sure: int = 0
    sure_and_right: int = 0
    bins: dict[int, list[tuple[float, bool]]] = field(default_factory=lambda: defaultdict(list))

    def add(
        self, right: Sector, ranked: Sequence[Sector], confidence: float, *, agency_right: bool
    ) -> None:
        """Count one report; `ranked` has the sectors best first, empty when nothing was said."""
        self.count += 1
        self.agency += agency_right
        if not ranked:
            self.abstained += 1
            return
        best = ranked[0] is right
        self.top1 += best
        self.top3 += right in ranked[:3]
        topics = [sector for sector in ranked if sector is not Sector.DISTRICT_OFFICE][:3]
        self.with_office += right in topics or right is Sector.DISTRICT_OFFICE
        if confidence >= SURE:
            self.sure += 1
            self.sure_and_right += best
        self.bins[min(_BINS - 1, int(confidence * _BINS))].append((confidence, best))

    @property
    def ece(self) -> float:
        """Expected calibration error over ten equal bins."""
        said = sum(len(of) for of in self.bins.values())
        off = sum(abs(sum(sure - right for sure, right in of)) for of in self.bins.values())
        return off / said if said else 0.0

    def figures(self) -> dict[str, float]:
        return {
            "n": self.count,
            "top1": _share(self.top1, self.count),
            "top3": _share(self.top3, self.count),
            "top3_or_office": _share(self.with_office, self.count),
            "agency_top1": _share(self.agency, self.count),
            "abstained": _share(self.abstained, self.count),
            "accuracy_when_sure": _share(self.sure_and_right, self.sure),
            "ece": round(self.ece, 4),
        }


@dataclass(slots=True)
class Tallies:
    """One tally for each source, and the pooled one."""

    of: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(
        self,
        source: str,
        right: Sector,
        ranked: Sequence[Sector],
        confidence: float = 0.0,
        *,
        agency_right: bool = False,
    ) -> None:
        for name in ("pooled", source):
            self.of[name].add(right, ranked, confidence, agency_right=agency_right)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
