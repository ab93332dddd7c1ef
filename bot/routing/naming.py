"""How a text speaks of an agency by its name: as what it is about, as the wrong one, the right one.

- A name that a report opens with, and a word of trouble right behind it ("PLN mati terus"): that is
  what it is about, however little the name says elsewhere; the word speaks for nothing else. Not so
  behind "depan" or "dekat", where the name is a landmark.
- A name right behind "bukan" or "jangan" ("bukan dinas X", "bukan wewenang X"), or behind "salah
  kirim" or "kenapa diteruskan ke", is spoken against.
- Where one is spoken against, the name behind "harusnya", "melainkan" or "tapi" is the right one.

"Bukan hanya X" and "bukannya X yang …?" deny nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.routing.addresses import is_landmark
from bot.routing.lexicon import Match
from bot.routing.normalise import Words

SUBJECT = 4.0
"""Points of raw score that a name brings in when the report is about it."""

DENIED = -0.5
"""What a name that is spoken against counts, and one that is said to be the right one."""

MEANT = 1.5

OPENING = 10
"""Words within which a report says what it is about."""

_LINKS = 3
"""Words at most between "bukan" or "harusnya" and the name."""

_DENIALS = frozenset({"bukan", "bkn", "jangan", "not", "salah", "kenapa", "mengapa"})
_NOT = re.compile(
    r"\b(?:bukan|bkn|jangan|jgn|not|salah (?:kirim|alamat|tujuan|disposisi)|"
    r"(?:kenapa|mengapa)(?: malah| kok)? di(?:kirim|terus|alih|disposisi|lempar)\w*)\b"
)
_RATHER = re.compile(
    r"\b(?:(?:se)?harus(?:nya)?|hrsnya|(?:se)?mesti(?:nya)?|melainkan|tap[ei]|tetapi|namun|"
    r"yang benar|yg benar|tolong|but|should)\b"
)
_BETWEEN = re.compile(
    r"[\s,:.]*(?:(?:itu|ini|tugas|wewenang|kewenangan|urusan|ranah|bagian|tanggung|jawab|milik|"
    r"salah|ke|di|dari|oleh|pihak|kantor|the|to|di(?:kirim|terus|tuju|alih)\w*|kirim|masuk|"
    r"adalah|jadi|kepada|yang|yg)[\s,:.]*)*"
)
_TOO = re.compile(r"\W*(?:saja|aja|doang|semata|only)\b")


@dataclass(frozen=True, slots=True)
class Naming:
    """By place in the list of matches: those denied, meant, what it is about, and said in vain."""

    denied: frozenset[int] = frozenset()
    meant: frozenset[int] = frozenset()
    subjects: frozenset[int] = frozenset()
    spent: frozenset[int] = frozenset()


def naming(words: Words, matches: Sequence[Match], trouble: frozenset[str]) -> Naming:
    """Read how the matches that are names are spoken of."""
    names = [at for at, match in enumerate(matches) if match.worth.is_name]
    if not names:
        return Naming()
    subjects = {
        at
        for at in names
        if matches[at].first < OPENING
        and not is_landmark(words, matches[at].first)
        and _word_behind(words, matches[at]) in trouble
    }
    behind = {matches[at].last + 1 for at in subjects}
    spent = {at for at, each in enumerate(matches) if each.first == each.last in behind}
    if _DENIALS.isdisjoint(words.surfaces):
        return Naming(subjects=frozenset(subjects), spent=frozenset(spent))
    denied = frozenset(at for at in names if _is_denied(words, matches[at]))
    others = [at for at in names if at not in denied] if denied else []
    meant = frozenset(at for at in others if _leads(_RATHER, words, matches[at]))
    return Naming(denied, meant, frozenset(subjects - denied), frozenset(spent))


def _word_behind(words: Words, match: Match) -> str:
    return words.surfaces[match.last + 1] if match.last + 1 < len(words) else ""


def _is_denied(words: Words, match: Match) -> bool:
    too = _TOO.match(words.text, words.ends[match.last])
    return too is None and _leads(_NOT, words, match)


def _leads(opening: re.Pattern[str], words: Words, match: Match) -> bool:
    """Whether such a word stands before the match with nothing but linking words between."""
    start = words.starts[match.first]
    before = words.text[words.starts[max(0, match.first - _LINKS)] : start].lower()
    found = list(opening.finditer(before))
    return bool(found) and _BETWEEN.fullmatch(before, found[-1].end()) is not None
