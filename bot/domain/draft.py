"""A report that is still being told: what is known of it, and what is worth asking next.

Nobody fills in a form. Whatever a person sends goes into the draft; only what is missing is asked,
one thing at a time, the most useful first. What: always. Where: when the place decides who must
answer. When: asked on the card, never in the way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import Self

from bot.domain.agency import AgencyCode
from bot.domain.happened import Happened
from bot.domain.people import PersonId
from bot.domain.place import Place
from bot.domain.refusals import Refused, Why
from bot.domain.report import Attachment
from bot.domain.smalltalk import Talk, small_talk
from bot.domain.suggestion import ReportClass

MOST_ATTACHMENTS = 20
TITLE_LENGTH = 60
FULL = 4096
"""How many UTF-16 units Telegram takes in one message; what is longer it sends in several."""
_OPENING = {Talk.GREETING, Talk.REPORTING, Talk.PLEADING, Talk.THANKS}
_SENTENCE_ENDS = re.compile(
    r"(?<!\bkec)(?<!\bkab)(?<!\bkel)(?<!\bprov)(?<!\bjl)(?<!\bjln)(?<!\bgg)(?<!\bno)(?<!\brt)(?<!\brw)"
    r"(?<!\bds)(?<!\bdsn)(?<!\bdr)(?<!\bbpk)(?<!\bsdr)(?<!\byth)(?<!\bpt)\. |[?!] ",
    re.IGNORECASE,
)
"""A point, but not that of "Kec." and "Jl."."""
_SPLIT_AT = FULL - 256
"""It cuts at a space a little before, where there is one."""


class Missing(StrEnum):
    """What a draft still lacks."""

    WORDS = "words"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person has told so far; one a person, kept until it is filed or thrown away by them.

    `place_known` says that the reporter has settled the place themselves, also as "I do not know".
    """

    reporter: PersonId
    begun_at: datetime
    changed_at: datetime
    words: tuple[str, ...] = field(default=(), repr=False)
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)
    place: Place | None = field(default=None, repr=False)
    place_options: tuple[Place, ...] = field(default=(), repr=False)
    place_known: bool = False
    happened: Happened | None = None
    chosen_class: ReportClass | None = None
    chosen_agency: AgencyCode | None = None
    admin_decides: bool = False
    anonymous: bool = False
    secret: bool = False
    secret_offered: bool = False
    refused_album: str = ""
    """The album of which a picture was one too many, so that it is said once."""

    @property
    def token(self) -> int:
        """Tells this draft from the person's earlier ones: its first moment in milliseconds."""
        return int(self.begun_at.timestamp() * 1000)

    @property
    def text(self) -> str:
        told = ""
        for before, words in pairwise(("", *self.words)):
            told += between(units(before)) + words if told else words
        return told

    @property
    def goes_on(self) -> bool:
        """Whether the newest words are the second half of a text that Telegram cut."""
        return len(self.words) > 1 and was_split(self.words[-2])

    @property
    def title(self) -> str:
        """The first sentence, shortened between words to sixty characters."""
        return title_of(self.text)

    def with_words(self, words: str, now: datetime) -> Self:
        """Add what they said; a text that Telegram cut in two is read as one again."""
        return replace(self, words=(*self.words, words), changed_at=now)

    def with_attachment(self, attachment: Attachment, now: datetime) -> Self:
        """Add a file once, however often Telegram delivers it.

        Raises Refused (TOO_MANY_FILES) above twenty.
        """
        if any(known.unique == attachment.unique for known in self.attachments):
            return self
        if len(self.attachments) >= MOST_ATTACHMENTS:
            raise Refused(Why.TOO_MANY_FILES, most=str(MOST_ATTACHMENTS))
        return replace(self, attachments=(*self.attachments, attachment), changed_at=now)

    def at(self, place: Place | None, now: datetime) -> Self:
        """Settle the place; None when the reporter does not know it."""
        return replace(self, place=place, place_options=(), place_known=True, changed_at=now)


def title_of(text: str) -> str:
    """Make a title of a text: its first sentence, at most sixty characters, cut between words.

    A greeting says nothing of what it is about, and is passed over.
    """
    line = (_opening(text) or next(_sentences(text), "")).rstrip(".?! ")
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[: TITLE_LENGTH - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(",;: ") + "…"


def _opening(text: str) -> str:
    """The first sentence that tells anything; a word alone in its line takes the next one along."""
    told = ""
    for line in text.splitlines():
        kept = [said for each in _sentences(line) if (said := _without_greeting(each))]
        if not kept:
            continue
        goes_on = told and kept[0].lower().startswith(told.lower())
        told = kept[0] if goes_on else f"{told} {kept[0]}".strip()
        if len(kept) > 1 or " " in told:
            break
    return told


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from filter(None, map(str.strip, _SENTENCE_ENDS.split(line)))


def _without_greeting(sentence: str) -> str:
    """What a sentence tells behind "selamat pagi, min,"; nothing where that is all of it."""
    head, _, rest = sentence.partition(",")
    if small_talk(head) in _OPENING:
        return _without_greeting(rest.strip()) if rest else ""
    return sentence


def was_split(words: str) -> bool:
    """Say whether this is probably the first half of a text that Telegram cut."""
    return _SPLIT_AT <= units(words) <= FULL


def between(length: int) -> str:
    """What stands between words of this length in UTF-16 units and the ones that follow them.

    Telegram takes the space away at which it cuts; where a message is full it found none.
    """
    if not _SPLIT_AT <= length <= FULL:
        return "\n"
    return "" if length == FULL else " "


def units(words: str) -> int:
    """How long words are as Telegram counts: in UTF-16 units."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
