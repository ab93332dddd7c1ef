"""Long texts in several messages: cut where a reader would pause, tags closed and opened again.

Telegram counts UTF-16 units after tags and entities are read.
A cut is sought in the second half of what fits: between paragraphs, else lines, else sentences,
else words, and only then inside a word.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = 4096
"""What one message holds."""

_PIECE = re.compile(r"<(?P<closing>/?)(?P<tag>[a-z][a-z0-9-]*)[^>]*>|&[#\w]+;|.", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_JOINER = "\u200d"
_SENTENCE_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A tag, or one character however it is written."""

    source: str
    shown: str = ""
    tag: str = ""
    closing: bool = False

    @property
    def units(self) -> int:
        return units(self.shown)


def units(text: str) -> int:
    """Its length as Telegram counts it: characters beyond the basic plane count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def split_html(text: str, limit: int = UNITS) -> tuple[str, ...]:
    """Cut Telegram's HTML into messages of at most `limit` units each, none of them blank."""
    if units(text) <= limit:
        return (text,) if html.unescape(_TAG.sub("", text)).strip() else ()
    rest = [_piece(match) for match in _PIECE.finditer(text)]
    parts: list[str] = []
    open_tags: list[_Piece] = []
    while rest:
        end = _fitting(rest, limit)
        if end < len(rest):
            end = _best_cut(rest, end)
        part, rest = rest[:end], rest[end:]
        opened = list(open_tags)
        _follow_tags(open_tags, part)
        if _shown(part).strip():
            parts.append(_written(opened, part, open_tags))
    return tuple(parts)


def _piece(match: re.Match[str]) -> _Piece:
    source = match.group()
    if tag := match.group("tag"):
        return _Piece(source, tag=tag, closing=bool(match.group("closing")))
    return _Piece(source, shown=html.unescape(source))


def _fitting(pieces: list[_Piece], limit: int) -> int:
    """How many pieces one message holds, spaces at its beginning not counted."""
    used = 0
    for count, piece in enumerate(pieces):
        if used == 0 and piece.shown.isspace():
            continue
        used += piece.units
        if used > limit:
            return count
    return len(pieces)


def _best_cut(pieces: list[_Piece], end: int) -> int:
    for is_place in (_paragraph, _line, _sentence, _word):
        for cut in range(end, end // 2, -1):
            if is_place(pieces, cut):
                return cut
    for cut in range(end, end // 2, -1):
        if _between_characters(pieces, cut):
            return cut
    return end


def _paragraph(pieces: list[_Piece], cut: int) -> bool:
    return cut > 1 and pieces[cut - 1].shown == pieces[cut - 2].shown == "\n"


def _line(pieces: list[_Piece], cut: int) -> bool:
    return pieces[cut - 1].shown == "\n"


def _sentence(pieces: list[_Piece], cut: int) -> bool:
    return (
        _word(pieces, cut)
        and cut > 1
        and bool(pieces[cut - 2].shown)
        and pieces[cut - 2].shown in _SENTENCE_ENDS
    )


def _word(pieces: list[_Piece], cut: int) -> bool:
    return pieces[cut - 1].shown.isspace()


def _between_characters(pieces: list[_Piece], cut: int) -> bool:
    """Whether a cut here leaves composed letters and emoji whole."""
    before, after = pieces[cut - 1].shown, pieces[cut].shown
    return before != _JOINER and not any(
        c == _JOINER or unicodedata.category(c) in {"Mn", "Me", "Sk"} for c in after
    )


def _follow_tags(open_tags: list[_Piece], part: list[_Piece]) -> None:
    for piece in part:
        if piece.tag and not piece.closing:
            open_tags.append(piece)
        elif piece.tag and open_tags:
            open_tags.pop()


def _shown(part: list[_Piece]) -> str:
    return "".join(piece.shown for piece in part)


def _written(opened: list[_Piece], part: list[_Piece], still_open: list[_Piece]) -> str:
    return "".join(
        (
            *(tag.source for tag in opened),
            *_sources(part),
            *(f"</{tag.tag}>" for tag in reversed(still_open)),
        )
    )


def _sources(part: list[_Piece]) -> Iterator[str]:
    """The sources without the spaces around the words; tags stay where they are."""
    solid = [i for i, piece in enumerate(part) if piece.shown and not piece.shown.isspace()]
    for i, piece in enumerate(part):
        if piece.tag or solid[0] <= i <= solid[-1]:
            yield piece.source
