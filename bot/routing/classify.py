"""What kind of report a text is, whether somebody is in danger now, and whether it needs care.

A complaint is what remains when a text neither asks nor wishes. Danger is shown only when it seems
to be happening: it stands at the beginning of a short text, and no word near it speaks of fear, of
prevention or of last year. An accusation needs a deed and, near it, one of an agency's own people.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from bot.domain.suggestion import Care, Emergency, ReportClass
from bot.routing.normalise import Part, Reader, Words, data_lines
from bot.routing.phrases import Found, Phrase, Phrases

NEAR = 12
"""Words between a deed and the person accused of it."""

AROUND = 8
"""Words before or after a danger in which it can be silenced."""

URGENT = 25
"""Words within which somebody in danger names it."""

BRIEF = 80
"""Words above which a text is a story, not a call for help."""

CLASSES = {
    "informasi": ReportClass.INFORMATION,
    "aspirasi": ReportClass.WISH,
    "pengaduan": ReportClass.COMPLAINT,
}
NO_DANGER = "bukan"
"""The head of the words that silence a danger."""

CARES = frozenset({"orang", "perbuatan", "selalu", "swasta", "takut", "kekerasan"})
"""The heads of care_words.txt."""

_ASKED = 2.0
"""What a question mark adds to an information request."""

_ADDRESSING = frozenset({"kepada", "yth", "terhormat", "dear"})
_OPENING = 12
_IN_OPENING = 1.5


@dataclass(frozen=True, slots=True)
class Nature:
    """Class, danger and care of a text."""

    report_class: ReportClass
    emergency: Emergency | None
    care: Care


@dataclass(frozen=True, slots=True)
class Classifier:
    """Knows the phrases of the three tables; reads with every word kept, fillers too."""

    reader: Reader
    _class_words: Phrases[tuple[ReportClass, float]]
    _danger_words: Phrases[Emergency | None]
    _care_words: Phrases[str]
    _violence: Phrases[str]

    @classmethod
    def load(cls, reader: Reader) -> "Classifier":
        whole = replace(reader, fillers=frozenset())
        classes = []
        for head, term in _table("class_words.txt"):
            name, _, weight = head.partition(" ")
            classes.append(Phrase(whole.term(term, as_spelt=True), (CLASSES[name], float(weight))))
        dangers = [
            Phrase(whole.term(term, as_spelt=True), None if head == NO_DANGER else Emergency(head))
            for head, term in _table("danger_words.txt")
        ]
        care = [(head, whole.term(term, as_spelt=True)) for head, term in _table("care_words.txt")]
        kinds: dict[tuple[Part, ...], list[str]] = defaultdict(list)
        for head, parts in care:
            if head != "kekerasan":
                kinds[parts].append(head)
        return cls(
            whole,
            Phrases.of(classes),
            Phrases.of(dangers),
            Phrases.of(Phrase(parts, " ".join(heads)) for parts, heads in kinds.items()),
            Phrases.of(Phrase(parts, head) for head, parts in care if head == "kekerasan"),
        )

    def nature(self, title: str, text: str) -> Nature:
        words = self.reader.read(f"{title}\n{text}")
        return Nature(self._class(words), self._danger(words), self._care(words))

    def danger(self, text: str) -> Emergency | None:
        """The danger that a text tells of, if any."""
        return self._danger(self.reader.read(text))

    def _class(self, words: Words) -> ReportClass:
        score = dict.fromkeys(ReportClass, 0.0)
        seen = set()
        for found in self._class_words.find(words):
            if found.phrase.parts in seen:
                continue
            seen.add(found.phrase.parts)
            kind, weight = found.phrase.meaning
            score[kind] += weight * (_IN_OPENING if found.first < _OPENING else 1.0)
        if "?" in words.text:
            score[ReportClass.INFORMATION] += _ASKED
        complaint = max(score[ReportClass.COMPLAINT], 2.9)
        wish, question = score[ReportClass.WISH], score[ReportClass.INFORMATION]
        if question > complaint and question >= wish:
            return ReportClass.INFORMATION
        return ReportClass.WISH if wish > complaint else ReportClass.COMPLAINT

    def _danger(self, words: Words) -> Emergency | None:
        if len(words) > BRIEF:
            return None
        found = list(self._danger_words.find(words))
        silencing = [hit.first for hit in found if hit.phrase.meaning is None]
        for hit in found:
            danger = hit.phrase.meaning
            if danger is None or hit.first >= URGENT:
                continue
            near = (hit.first - AROUND <= at <= hit.last + AROUND for at in silencing)
            if not any(near):
                return danger
        return None

    def _care(self, words: Words) -> Care:
        found = list(self._care_words.find(words))
        people = [
            hit.first
            for hit in found
            if "orang" in hit.phrase.meaning and not _is_addressed(words, hit.first)
        ]
        private = any("swasta" in hit.phrase.meaning for hit in found)
        for hit in found:
            if _accuses(hit, people, private):
                return Care.ACCUSES
        violent = any(True for _ in self._violence.find(words))
        return Care.VIOLENCE if violent else Care.NONE


def _is_addressed(words: Words, at: int) -> bool:
    """Whether the report is written to this person rather than about them."""
    return not _ADDRESSING.isdisjoint(words.surfaces[max(0, at - 4) : at])


def _accuses(hit: Found[str], people: list[int], private: bool) -> bool:
    if "selalu" in hit.phrase.meaning and not private:
        return True
    if "perbuatan" not in hit.phrase.meaning:
        return False
    return any(abs(hit.first - at) <= NEAR for at in people)


def _table(name: str) -> list[tuple[str, str]]:
    """The rows "head: phrase, phrase" of a data file, one pair for each phrase."""
    pairs: list[tuple[str, str]] = []
    for line in data_lines(name):
        head, _, terms = line.partition(":")
        pairs.extend((head.strip(), term.strip()) for term in terms.split(",") if term.strip())
    return pairs
