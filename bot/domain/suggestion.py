"""What the routing says of a text: who should answer, how sure it is, and why."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.agency import Agency
from bot.domain.place import Place
from bot.domain.sector import Sector


class ReportClass(StrEnum):
    """Klasifikasi laporan, in the words of the national export."""

    COMPLAINT = "Pengaduan"
    WISH = "Aspirasi"
    INFORMATION = "Permintaan Informasi"


class ReasonKind(StrEnum):
    """What a reason rests on."""

    WORD = "word"
    NAME = "name"
    PLACE = "place"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class Reason:
    """A word, a name or a place of the text that spoke for an agency, as the reporter wrote it."""

    kind: ReasonKind
    words: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An agency that may have to answer; `confidence` is the chance, 0 to 1, that it is right."""

    agency: Agency
    sector: Sector
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """What a text may be about, told apart from who has that duty at the place."""

    sector: Sector
    confidence: float
    reasons: tuple[Reason, ...] = ()


class Emergency(StrEnum):
    """Danger that a telephone call helps sooner than a report; the value names the first number."""

    FIRE = "113"
    CRIME = "110"
    AMBULANCE = "119"
    DISASTER = "112"


class Care(StrEnum):
    """Why a report needs the stricter path."""

    NONE = "none"
    ACCUSES = "accuses"
    """It accuses an agency's own people: corruption, extortion, violence, retaliation."""
    VIOLENCE = "violence"
    """Violence against women or children."""


@dataclass(frozen=True, slots=True)
class Routing:
    """What the routing makes of a text.

    `suggestions` are best first, at most four; the fourth is the local kecamatan office.
    `needs_place` says that the place decides the agency and is missing; `duties` are then what the
    text may be about, best first, at most four.
    `place` is the place found in the text, `places` the candidates when it is ambiguous.
    `version` names catalogue and learning, kept with each suggestion.
    """

    suggestions: tuple[Suggestion, ...] = ()
    needs_place: bool = False
    duties: tuple[Duty, ...] = ()
    report_class: ReportClass = ReportClass.COMPLAINT
    emergency: Emergency | None = None
    care: Care = Care.NONE
    place: Place | None = None
    places: tuple[Place, ...] = ()
    version: str = ""

    @property
    def best(self) -> Suggestion | None:
        return self.suggestions[0] if self.suggestions else None

    @property
    def topics(self) -> tuple["Suggestion | Duty", ...]:
        """What the text is about, likeliest first: duties while the place lacks, else agencies."""
        return self.duties or self.suggestions

    def surely(self, least: float) -> frozenset[Sector]:
        """The fields that the text is about with at least so much confidence."""
        first: tuple[Suggestion | Duty, ...] = (*self.suggestions[:1], *self.duties[:1])
        return frozenset(each.sector for each in first if each.confidence >= least)
