"""The texts: one Fluent file a language, user's words always escaped, days and numbers by Babel.

A button's label may carry an attribute `.typed`: other words for the same, parted by commas.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from fluent.syntax.ast import Pattern, TextElement

from bot.ui.entries import Entries

DEFAULT_LANGUAGE = "id"
_LONGEST = 1000
"""Fluent refuses a value above 2,500 characters; longer ones are put in after it has spoken."""
_DAYS_KEPT = 400
_NAMES_A_BUTTON = ("button-", "class-")
_IDLE = re.compile(
    r"saja|aja|deh|dong|sih|kok|nih|lah|ya|yaa|iya|min|admin|kak|pak|bu|mas|mbak|bot|please|tolong"
    r"|mohon|langsung|yang|eh|nah|oh|loh|lho|dulu|gan|bang|mba|kang|pls|tlg|woi|woy|maaf|makasih"
    r"|bapak|ibu|kakak|kk|nak|dek|dik|om|tante|mbah|bro|sis|cu|le|nduk|teh|neng|pakde|bude"
)
_YES = {"ya", "iya"}
"""Idle beside other words, and an answer where only "pak" and the like stand beside it."""
_URGING = {"tolong", "mohon", "please", "pls", "tlg"}
_ABBREVIATED = {
    "yaa": "ya",
    "kabupaten": "kab",
    "regency": "kab",
    "kecamatan": "kec",
    "provinsi": "prov",
}
_LOCALES = {"en": "en_GB"}
"""English is British here, so that the day comes before the month and the clock has 24 hours."""


class Html(str):
    """Words that are HTML already and must not be escaped again."""

    __slots__ = ()


class MissingText(KeyError):
    """A key or a variable that no text file knows; a test holds every screen against this."""


class Speech:
    """One language in one time zone."""

    def __init__(self, language: str, entries: Entries, zone: ZoneInfo) -> None:
        self.language = language
        self.zone = zone
        self._entries = entries
        self._plain: dict[str, Html] = {}
        """What has been said without any variable."""
        self._days: dict[date, str] = {}

    def __call__(self, key: str, **words: str | int | date) -> Html:
        """Say the text of a key; what is not `Html` is escaped.

        Raises MissingText for an unknown key or an unfilled variable.
        """
        if not words and key in self._plain:
            return self._plain[key]
        filled = {name: self._fill(value) for name, value in words.items()}
        long = {f"\0{name}\0": each for name, each in filled.items() if _is_long(each)}
        short = {name: f"\0{name}\0" if _is_long(each) else each for name, each in filled.items()}
        try:
            said, wrong = self._entries.say(key, short)
        except KeyError:
            raise MissingText(key) from None
        if wrong:
            raise MissingText(f"{key}: {wrong}")
        for mark, whole in long.items():
            said = said.replace(mark, str(whole))
        if not words:
            self._plain[key] = Html(said)
        return Html(said)

    def has(self, key: str) -> bool:
        return key in self._entries

    def day(self, moment: date | datetime) -> str:
        """Say a day in full: "Senin, 30 November 2026"."""
        day = self._local(moment)
        said = self._days.get(day)
        if said is None:
            if len(self._days) >= _DAYS_KEPT:
                self._days.clear()
            said = format_date(day, "EEEE, d MMMM y", locale=self._locale)
            self._days[day] = said
        return said

    def short_day(self, moment: date | datetime) -> str:
        """Say a day in short, for people at work: "Sen 30 Nov"."""
        return format_date(self._local(moment), "E d MMM", locale=self._locale)

    def time(self, moment: datetime) -> str:
        """Say a time of the day: "09.12", in English "09:12"."""
        return format_time(moment.astimezone(self.zone), "short", locale=self._locale)

    def day_and_month(self, moment: date | datetime) -> str:
        """Say a day where there is little room: "30 Nov"."""
        return format_date(self._local(moment), "d MMM", locale=self._locale)

    def month(self, moment: date | datetime) -> str:
        """Say a month: "November 2026"."""
        return format_date(self._local(moment), "MMMM y", locale=self._locale)

    def number(self, count: int) -> str:
        """Write a whole number: "12.000"."""
        return format_decimal(count, locale=self._locale)

    def decimal(self, value: float) -> str:
        """Write a number with one digit behind the comma: "2,4"."""
        return format_decimal(round(value, 1), "#,##0.0", locale=self._locale)

    def both(self, yes: bool) -> Html:
        return self("word-yes") if yes else self("word-no")

    @property
    def _locale(self) -> str:
        return _LOCALES.get(self.language, self.language)

    def _local(self, moment: date | datetime) -> date:
        return moment.astimezone(self.zone).date() if isinstance(moment, datetime) else moment

    def _fill(self, value: str | int | date) -> str | int:
        if isinstance(value, Html | int):
            return value
        if isinstance(value, date):
            return self.day(value)
        return html.escape(value, quote=False)


class Texts:
    """Every language that has a file."""

    def __init__(
        self,
        speeches: Iterable[Speech],
        default: str = DEFAULT_LANGUAGE,
        typed: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self._speeches = {speech.language: speech for speech in speeches}
        self._default = self._speeches[default]
        self.typed = typed or {}
        """What may be typed, folded, and the keys of the button labels that it stands for."""

    @classmethod
    def load(cls, zone: ZoneInfo, default: str = DEFAULT_LANGUAGE) -> "Texts":
        """Read every file of `locales/`; a language that lacks a text borrows the default's."""
        folder = files("bot.ui") / "locales"
        sources = {
            entry.name.removesuffix(".ftl"): entry.read_text("utf-8")
            for entry in folder.iterdir()
            if entry.name.endswith(".ftl")
        }
        languages = {
            language: Entries(language, [sources[default], source])
            for language, source in sorted(sources.items())
        }
        return cls(
            (Speech(language, entries, zone) for language, entries in languages.items()),
            default,
            _typed(languages.values()),
        )

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._speeches)

    @property
    def default(self) -> str:
        """The language of groups, and of whoever speaks none that we know."""
        return self._default.language

    def language_of(self, code: str | None) -> str:
        """Choose the language for Telegram's language code ("en-GB" → "en")."""
        short = (code or "").split("-")[0]
        return short if short in self._speeches else self._default.language

    def speech(self, language: str) -> Speech:
        return self._speeches.get(language, self._default)


def fold(words: str) -> str:
    """Bring typed words to what they have in common however they are typed."""
    said = [_ABBREVIATED.get(word, word) for word in re.findall(r"\w+", words.lower())]
    telling = [word for word in said if not _IDLE.fullmatch(word)]
    agreeing = [] if _URGING & set(said) else [word for word in said if word in _YES]
    return " ".join(telling or agreeing or said)


def label_of(text: str) -> str:
    """A button's name, folded: "Anonim: ya" is called "anonim", for its state is no name."""
    return fold(text.split(":", maxsplit=1)[0])


def _typed(languages: Iterable[Entries]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entries in languages:
        for key, words in _labels(entries):
            found[words] = found.get(words, frozenset()) | {key}
    return found


def _labels(entries: Entries) -> Iterator[tuple[str, str]]:
    """Every label of a button and every other word for it, folded, with the label's key."""
    for entry in entries.named(_NAMES_A_BUTTON):
        if entry.value:
            yield entry.id.name, label_of(_plain(entry.value))
        for attribute in entry.attributes:
            if attribute.id.name == "typed":
                for words in _plain(attribute.value).split(","):
                    yield entry.id.name, fold(words)


def _plain(pattern: Pattern) -> str:
    return "".join(part.value for part in pattern.elements if isinstance(part, TextElement))


def _is_long(value: str | int) -> bool:
    return isinstance(value, str) and len(value) > _LONGEST
