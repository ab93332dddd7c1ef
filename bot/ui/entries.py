"""One language's Fluent entries, each parsed when it is first said.

Parsing every entry of every language would take a tenth of a start.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, MessageReference, TermReference
from fluent.syntax.visitor import Visitor

_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
"""Where an entry begins: what goes on with it is indented, or closes a brace."""


class _References(Visitor):
    """The other entries that an entry speaks of."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: MessageReference) -> None:  # noqa: N802 - the visitor's name
        self.names.append(node.id.name)

    def visit_TermReference(self, node: TermReference) -> None:  # noqa: N802 - the visitor's name
        self.names.append("-" + node.id.name)
        self.generic_visit(node)


class Entries:
    """The entries of a language; those of a later source stand for those of an earlier one."""

    def __init__(self, language: str, sources: Iterable[str]) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._parser = FluentParser(with_spans=False)
        self._written: dict[str, str] = {}
        for source in sources:
            self._written.update(_entries(source))
        self._unread = set(self._written)

    def __contains__(self, key: str) -> bool:
        return key in self._written

    def named(self, beginnings: tuple[str, ...]) -> Iterator[Message]:
        """Every message whose key begins in one of these ways, parsed."""
        for key, written in self._written.items():
            if key.startswith(beginnings):
                yield from self._messages(written)

    def say(self, key: str, words: Mapping[str, str | int]) -> tuple[str, str]:
        """The text of a key, and what was wrong with it, else "". Raises KeyError for no text."""
        self._read(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        said, errors = self._bundle.format_pattern(pattern, dict(words))
        return str(said), str(errors[0]) if errors else ""

    def _read(self, key: str) -> None:
        """Have the bundle know an entry, and all that it speaks of."""
        if key not in self._unread:
            return
        self._unread.remove(key)
        resource = self._parser.parse(self._written[key])
        self._bundle.add_resource(resource, allow_overrides=True)
        spoken_of = _References()
        spoken_of.visit(resource)
        for name in spoken_of.names:
            self._read(name)

    def _messages(self, written: str) -> Iterator[Message]:
        for entry in self._parser.parse(written).body:
            if isinstance(entry, Message):
                yield entry


def _entries(source: str) -> Iterator[tuple[str, str]]:
    """Each entry's key with its text; a term's key begins with a dash."""
    begins = list(_ENTRY.finditer(source))
    ends = [*(begin.start() for begin in begins[1:]), len(source)]
    for begin, end in zip(begins, ends, strict=False):
        yield begin[1], source[begin.start() : end]
