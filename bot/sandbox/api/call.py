"""One call of a Bot API method: its arguments, whatever way they were sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.sandbox.api.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Call:
    """The method's name as the Bot API spells it, and what came with it.

    Forms bring everything as text, JSON bodies bring values; both read the same here.
    """

    method: str
    arguments: Mapping[str, object]
    files: Mapping[str, Upload]

    def text(self, name: str, default: str = "") -> str:
        value = self.arguments.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """Unreadable numbers count as the default, as Telegram takes them."""
        value = self.arguments.get(name)
        if isinstance(value, int):
            return value
        try:
            return int(str(value))
        except ValueError:
            return default

    def number(self, name: str) -> float:
        value = self.text(name).strip()
        if not value:
            raise bad_request(f"{name} is empty")
        try:
            return float(value)
        except ValueError:
            return 0.0

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    def json(self, name: str, what: str) -> object:
        """The decoded argument, None where it is absent; `what` names it in the refusal."""
        value = self.arguments.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            decoded: object = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None
        return decoded

    def table(self, name: str, what: str) -> Mapping[str, object] | None:
        """A JSON object, None where it is absent or empty."""
        value = self.json(name, what)
        if value is None or value == {}:
            return None
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {what}")
        return value

    def array(self, name: str, what: str) -> list[object] | None:
        value = self.json(name, what)
        if value is None:
            return None
        if not isinstance(value, list):
            raise bad_request(f"expected an Array of {what}")
        return value
