"""What is wrong with the settings, in words that say what to write instead."""

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

KeyPath = tuple[str, ...]

ADVICE = {
    "bool_parsing": "write true or false, without quotes",
    "bool_type": "write true or false, without quotes",
    "int_parsing": "write a whole number, without quotes",
    "int_type": "write a whole number, without quotes",
    "int_from_float": "write a whole number",
    "float_parsing": "write a number, without quotes",
    "float_type": "write a number, without quotes",
    "time_parsing": 'write a time of day in quotes: "20:00"',
    "time_type": 'write a time of day in quotes: "20:00"',
    "string_type": 'write it in quotes: "…"',
    "path_type": 'write a path in quotes: "…"',
    "tuple_type": 'write a list: ["…", "…"]',
    "model_type": "write a table, headed [{key}]",
    "greater_than_equal": "write {ge} or more",
    "less_than_equal": "write {le} or less",
    "literal_error": "write {expected}",
    "string_pattern_mismatch": 'write a language code of two or three letters, such as "id"',
    "value_error": "{error}",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right; the line is that in config.toml, none where it is not from there."""

    key: str
    line: int | None
    what: str

    def __str__(self) -> str:
        where = f" (line {self.line})" if self.line else ""
        return f"{self.key}{where}: {self.what}"


class WrongSettings(Exception):
    """Settings that the program does not start with."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def advice(kind: str, path: KeyPath, details: Mapping[str, Any], known: type[BaseModel]) -> str:
    """What to write instead; never what was written, for it may be a secret."""
    if kind == "extra_forbidden":
        return advice_on_unknown(path, known)
    template = ADVICE.get(kind, "write it as config.example.toml shows")
    return template.format(key=".".join(path), **details)


def advice_on_unknown(path: KeyPath, known: type[BaseModel]) -> str:
    """What may stand where this was written; empty where a setting of this name exists."""
    model = known
    for part in path:
        field = model.model_fields.get(part)
        if field is None:
            nearest = difflib.get_close_matches(part, model.model_fields, n=1)
            here = ", ".join(nearest or model.model_fields)
            return f"there is no such setting; here it may be {here}"
        if not (isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)):
            return ""
        model = field.annotation
    return f"is a table; give its settings one by one: {', '.join(model.model_fields)}"


def lines_of(text: str) -> dict[KeyPath, int]:
    """Where each key and table of a valid TOML text begins, counted from 1.

    The text is read again up to each line: whatever a line adds begins there, or where the value
    that it ends began.
    """
    found: dict[KeyPath, int] = {}
    lines = text.splitlines(keepends=True)
    begin = 1
    for end in range(1, len(lines) + 1):
        try:
            values = tomllib.loads("".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        for path in paths_of(values):
            found.setdefault(path, begin)
        begin = end + 1
    return found


def paths_of(values: Mapping[str, Any], above: KeyPath = ()) -> Iterator[KeyPath]:
    """Every key of a tree, tables before what stands in them."""
    for name, value in values.items():
        yield (*above, name)
        if isinstance(value, Mapping):
            yield from paths_of(value, (*above, name))
