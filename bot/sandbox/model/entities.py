"""Text with its entities, counted as Telegram counts: in UTF-16 code units."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Final


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of formatted text; offset and length are UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length


Marks = tuple[str, str]

_FOUND: Final = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@]))"
    r"|(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31})"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DROPPED: Final = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cleaned(text: str) -> str:
    """Text without what Telegram's servers take out: control characters and bidi overrides."""
    if text.isprintable():
        return text
    return _DROPPED.sub("", _CONTROL.sub(" ", text))


def in_pieces(text: str, units: int = 4096) -> Iterator[str]:
    """The text as Telegram's clients cut it: at most `units` UTF-16 units each, at spaces."""
    while text:
        piece = text[:units]
        while (over := utf16_length(piece) - units) > 0:
            piece = piece[: len(piece) - (over + 1) // 2]
        if len(piece) < len(text) and (space := piece.rfind(" ", len(piece) - 256)) > 0:
            piece = piece[:space]
        yield piece.strip()
        text = text[len(piece) :].strip()


def trimmed(text: str, entities: tuple[Entity, ...]) -> tuple[str, tuple[Entity, ...]]:
    """Both without the white space around the text, entities moved and cut to match."""
    inner = text.strip()
    if inner == text or not entities:
        return inner, entities
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(inner)
    kept = []
    for entity in entities:
        start = max(entity.offset - lead, 0)
        stop = min(entity.end - lead, end)
        if stop > start:
            kept.append(replace(entity, offset=start, length=stop - start))
    return inner, tuple(kept)


def found_entities(text: str) -> tuple[Entity, ...]:
    """Commands, links, addresses, mentions and hashtags, which Telegram marks by itself."""
    found = []
    for match in _FOUND.finditer(text):
        start = utf16_length(text[: match.start()])
        found.append(Entity(str(match.lastgroup), start, utf16_length(match.group())))
    return tuple(found)


def with_found(text: str, given: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The given entities, and those found outside links and code."""
    found = found_entities(text)
    if not given or not found:
        return given or found
    closed = [e for e in given if e.type in {"code", "pre", "text_link", "text_mention"}]
    free = [f for f in found if not any(f.offset < c.end and c.offset < f.end for c in closed)]
    return tuple(sorted((*given, *free), key=lambda e: (e.offset, -e.length)))


_TAGS: Final[dict[str, Marks]] = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}
_SIGNS: Final[dict[str, Marks]] = {
    "bold": ("*", "*"),
    "italic": ("_", "_"),
    "underline": ("__", "__"),
    "strikethrough": ("~", "~"),
    "spoiler": ("||", "||"),
    "code": ("`", "`"),
    "pre": ("```", "```"),
    "blockquote": ("> ", ""),
    "expandable_blockquote": ("> ", ""),
}


def to_html(text: str, entities: tuple[Entity, ...]) -> str:
    """The HTML that a bot would send for this text; every other character is escaped."""

    def tags(entity: Entity, inner: str) -> Marks:
        match entity.type:
            case "text_link":
                return f'<a href="{escape(entity.url or "")}">', "</a>"
            case "url":
                return f'<a href="{escape(inner)}">', "</a>"
            case _:
                return _TAGS.get(entity.type, ("", ""))

    return _rendered(text, entities, tags, escape)


def to_signs(text: str, entities: tuple[Entity, ...]) -> str:
    """The text for a transcript: *bold*, _italic_, `code`, [link](address), > quotation."""

    def signs(entity: Entity, _: str) -> Marks:
        if entity.type == "text_link":
            return "[", f"]({entity.url})"
        return _SIGNS.get(entity.type, ("", ""))

    return _rendered(text, entities, signs, str)


def _rendered(
    text: str,
    entities: Iterable[Entity],
    marks: Callable[[Entity, str], Marks],
    escaped: Callable[[str], str],
) -> str:
    units = text.encode("utf-16-le", "surrogatepass")

    def piece(start: int, end: int) -> str:
        return units[2 * start : 2 * end].decode("utf-16-le", "replace")

    out: list[str] = []
    open_now: list[tuple[Entity, str]] = []
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        inner = escaped(piece(at, to))
        if any(e.type.endswith("blockquote") and closing == "" for e, closing in open_now):
            inner = inner.replace("\n", "\n> ")
        out.append(inner)
        at = max(at, to)

    def close_until(position: int) -> None:
        while open_now and open_now[-1][0].end <= position:
            entity, closing = open_now[-1]
            advance(max(at, entity.end))
            open_now.pop()
            out.append(closing)

    for entity in sorted(entities, key=lambda e: (e.offset, -e.length)):
        close_until(entity.offset)
        advance(max(at, entity.offset))
        opening, closing = marks(entity, piece(entity.offset, entity.end))
        out.append(opening)
        open_now.append((entity, closing))
    close_until(len(units) // 2)
    advance(len(units) // 2)
    for _, closing in reversed(open_now):
        out.append(closing)
    return "".join(out)
