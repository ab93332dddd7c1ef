"""Telegram's HTML, read as strictly as Telegram reads it.

Known tags only, each closed in the reverse order of opening; the sentences and byte offsets of the
errors are those of the Bot API.
What is no known character reference stays as it was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.sandbox.model.entities import Entity, utf16_length

_KINDS: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_REFERENCE: Final = re.compile(r"&(#x[0-9a-fA-F]{1,8}|#[0-9]{1,8}|lt|gt|amp|quot);?")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPECIAL: Final = re.compile("[<&]")
_TOKEN: Final = re.compile(r"[A-Za-z0-9.\-]*")
_SPACES: Final = " \t\r\n\0\v"
_URL: Final = re.compile(
    r"(?:https?|ftp|tonsite)://[^\s/?#]+\.[^\s]+|tg://\S+|mailto:\S+|tel:\S+", re.IGNORECASE
)


class EntitiesError(ValueError):
    """Text that is not Telegram's HTML; the message is Telegram's own."""


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """The plain text and its entities, or EntitiesError."""
    if "<" not in source and "&" not in source:
        return source, ()
    return _Parser(source).parsed()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out: list[str] = []
        self._units = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def parsed(self) -> tuple[str, tuple[Entity, ...]]:
        while match := _SPECIAL.search(self._source, self._at):
            self._put(self._source[self._at : match.start()])
            self._at = match.start()
            if match.group() == "&":
                self._put(self._reference())
            elif self._peek(1) == "/":
                self._end_tag()
            else:
                self._start_tag()
        self._put(self._source[self._at :])
        if self._open:
            raise EntitiesError(
                f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"'
            )
        self._entities.sort(key=lambda entity: (entity.offset, -entity.length))
        return "".join(self._out), tuple(_joined(self._entities))

    def _put(self, text: str) -> None:
        if text:
            self._out.append(text)
            self._units += utf16_length(text)

    def _peek(self, ahead: int = 0) -> str:
        place = self._at + ahead
        return self._source[place] if place < len(self._source) else ""

    def _skip_spaces(self) -> None:
        while self._peek() and self._peek() in _SPACES:
            self._at += 1

    def _word(self, stops: str) -> str:
        start = self._at
        while self._peek() and self._peek() not in _SPACES and self._peek() not in stops:
            self._at += 1
        return self._source[start : self._at]

    def _bytes(self, place: int) -> int:
        return len(self._source[:place].encode())

    def _reference(self) -> str:
        match = _REFERENCE.match(self._source, self._at)
        if match is None:
            self._at += 1
            return "&"
        name = match.group(1)
        if name.startswith("#"):
            code = int(f"0{name[1:]}", 16 if name[1] == "x" else 10)
            if 0xD800 <= code < 0xE000:
                raise EntitiesError(
                    "Text contains invalid Unicode characters after decoding HTML entities, "
                    "check for unmatched surrogate code units"
                )
            if not 0 < code < 0x10FFFF:
                self._at += 1
                return "&"
            self._at = match.end()
            return chr(code)
        self._at = match.end()
        return _NAMED[name]

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._word(">").lower()
        if not self._peek():
            raise EntitiesError(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in _KINDS:
            raise EntitiesError(
                f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}'
            )
        argument = ""
        while True:
            self._skip_spaces()
            if self._peek() == ">":
                break
            name, value = self._attribute(tag, begin)
            argument = _argument(tag, name, value) or argument
        if tag == "span" and argument != "tg-spoiler":
            raise EntitiesError(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}'
            )
        if tag == "tg-emoji" and not argument.isdecimal():
            raise EntitiesError("Invalid custom emoji identifier specified")
        self._at += 1
        self._open.append(_Open(tag, argument, self._units))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        if not self._peek():
            raise EntitiesError(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
        name = self._word("=>").lower()
        if not name:
            raise EntitiesError(
                f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}'
            )
        self._skip_spaces()
        if self._peek() != "=":
            if (tag, name) == ("blockquote", "expandable"):
                return name, ""
            raise EntitiesError(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
                f"at byte offset {self._bytes(begin)}"
            )
        self._at += 1
        self._skip_spaces()
        if not self._peek():
            raise EntitiesError(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
        value = self._quoted() if self._peek() in "'\"" else self._name_token()
        if not self._peek():
            raise EntitiesError(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        return name, value

    def _name_token(self) -> str:
        start = self._at
        token = _TOKEN.match(self._source, self._at)
        self._at = token.end() if token else self._at
        if not self._peek() or self._peek() not in _SPACES + ">":
            raise EntitiesError(f"Unexpected end of name token at byte offset {self._bytes(start)}")
        return self._source[start : self._at].lower()

    def _quoted(self) -> str:
        quote = self._peek()
        self._at += 1
        value: list[str] = []
        while self._peek() and self._peek() != quote:
            if self._peek() == "&":
                value.append(self._reference())
            else:
                value.append(self._peek())
                self._at += 1
        self._at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise EntitiesError(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        self._at += 2
        name = self._word(">").lower()
        self._skip_spaces()
        if self._peek() != ">":
            raise EntitiesError(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self._at += 1
        opened = self._open.pop()
        if name and name != opened.tag:
            raise EntitiesError(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        if self._units > opened.offset:
            self._add(opened)

    def _add(self, opened: _Open) -> None:
        kind = _KINDS[opened.tag]
        url = language = None
        if kind == "text_link":
            url = _address(opened.argument or self._text_from(opened.offset))
            if url is None:
                return
        elif opened.tag == "code" and opened.argument:
            language = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            kind = "expandable_blockquote"
        self._entities.append(
            Entity(kind, opened.offset, self._units - opened.offset, url, language)
        )

    def _text_from(self, offset: int) -> str:
        units = "".join(self._out).encode("utf-16-le")
        return units[2 * offset :].decode("utf-16-le")


def _joined(entities: list[Entity]) -> Iterator[Entity]:
    """The entities, with a code block and its language as one."""
    languages = {(e.offset, e.length): e.language for e in entities if e.language}
    blocks = {(e.offset, e.length) for e in entities if e.type == "pre"}
    for entity in entities:
        place = (entity.offset, entity.length)
        if entity.type == "pre" and place in languages:
            yield replace(entity, language=languages[place])
        elif entity.type != "code" or place not in blocks or not entity.language:
            yield replace(entity, language=None)


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "span", "class":
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "blockquote", "expandable":
            return "expandable"
        case _:
            return ""


def _address(written: str) -> str | None:
    """The address of a link as Telegram keeps it; None where the text stays without one."""
    if _URL.fullmatch(written):
        return written
    with_scheme = f"http://{written}"
    if "://" not in written and _URL.fullmatch(f"{with_scheme}/"):
        return with_scheme if "/" in written else f"{with_scheme}/"
    return None
