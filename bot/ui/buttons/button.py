"""A button as data: a tag and typed fields, packed into Telegram's 64 bytes of callback data."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, ClassVar, Self

MOST_BYTES = 64
_MOST = 2**53
"""No number in a button of ours comes near it; a database takes what is a thousand times larger."""


class StaleButton(Exception):
    """The data does not read as a button of today: an old or a forged one."""


class Button:
    """A press with typed fields (str, int or a StrEnum)."""

    __slots__ = ()
    tag: ClassVar[str]

    def pack(self) -> str:
        """Write it as callback data. Raises ValueError above 64 bytes or with a colon inside."""
        wanted = fields(self)  # type: ignore[arg-type]
        parts = [str(getattr(self, field.name)) for field in wanted]
        if any(":" in part for part in parts):
            raise ValueError(f"a button's field holds a colon: {parts}")
        packed = ":".join([self.tag, *parts])
        if len(packed.encode()) > MOST_BYTES:
            raise ValueError(f"a button is longer than {MOST_BYTES} bytes: {packed}")
        return packed

    @classmethod
    def read(cls, parts: list[str]) -> Self:
        """Read the fields. Raises StaleButton where they do not fit."""
        wanted = fields(cls)  # type: ignore[arg-type]
        if len(parts) != len(wanted):
            raise StaleButton(cls.tag)
        try:
            values: list[Any] = [
                _reader(field.type)(part) for field, part in zip(wanted, parts, strict=True)
            ]
        except ValueError as wrong:
            raise StaleButton(cls.tag) from wrong
        return cls(*values)


def _reader(kind: Any) -> Callable[[str], Any]:  # noqa: ANN401 - the type of a dataclass field
    if not isinstance(kind, type):
        raise TypeError(f"a button's field must be a plain type, not {kind!r}")
    return _number if kind is int else kind


def _number(part: str) -> int:
    number = int(part)
    if not -_MOST < number < _MOST:
        raise ValueError("a number that no button holds")
    return number
