"""The text files as a reader of Fluent sees them, and the keys that the code asks for."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "bot" / "ui" / "locales"
_SPEAKING = (*(ROOT / "bot" / "ui").rglob("*.py"), *(ROOT / "handlers").rglob("*.py"))
SPEAKING = (*sorted(_SPEAKING), ROOT / "bot" / "app.py", ROOT / "bot" / "delivery" / "sending.py")
"""The modules that may ask for a text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that says a text: its key, and the names of the values that it fills in."""

    where: str
    key: str
    filled: frozenset[str]


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 - the visitor's own name
        self.found.add(node.id.name)


def entries(language: str) -> list[tuple[str, frozenset[str]]]:
    """Every key of a language in its order, with its variables. Raises ValueError for junk."""
    source = (LOCALES / f"{language}.ftl").read_text(encoding="utf-8")
    found = []
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, fluent.Junk):
            raise ValueError(f"{language}: {entry.content}")
        if isinstance(entry, fluent.Message):
            names = _Names()
            names.visit(entry)
            found.append((entry.id.name, frozenset(names.found)))
    return found


def variables(language: str) -> dict[str, frozenset[str]]:
    return dict(entries(language))


def asked() -> list[Asked]:
    """Every call `say("key", …)` whose key stands there, one for each branch of a choice."""
    return [
        Asked(f"{path.name}:{call.lineno}", key, frozenset(word.arg or "**" for word in keywords))
        for path, call in _calls()
        if _name(call) == "say" and call.args
        for key in _keys(call.args[0])
        for keywords in (call.keywords,)
    ]


def literals() -> set[str]:
    """Every string that stands in a module that may ask for a text."""
    return {
        node.value
        for _, node in _nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def families() -> set[str]:
    """What stands before the changing end of a key: "refused-" of `f"refused-{why}"`."""
    return {
        node.values[0].value
        for _, node in _nodes()
        if isinstance(node, ast.JoinedStr)
        and len(node.values) == 2
        and isinstance(node.values[0], ast.Constant)
        and isinstance(node.values[0].value, str)
        and node.values[0].value.endswith("-")
    }


def attributes_of(name: str) -> set[str]:
    """Which members of an enum the screens name."""
    return {
        node.attr
        for _, node in _nodes()
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    }


def _nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in SPEAKING:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path, node


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path, node in _nodes():
        if isinstance(node, ast.Call):
            yield path, node


def _name(call: ast.Call) -> str:
    called = call.func
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _keys(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_keys(node.body), *_keys(node.orelse)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return []
