"""Changes of one unit that nobody waits for, sent to PostgreSQL in one statement.

Each statement costs a way to the server and back, under the pen that keeps all others waiting. In
one statement all of them see the tables as they stood before it, and nothing says which is done
first: so only changes of different tables go together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from storage.tx import Sql, Told

_PLACE = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True)
class Change:
    """A statement with its values, and who hears of the outcome."""

    sql: Sql
    values: Sequence[Any]
    told: Told | None = None


class Together:
    """The statements that were made of several, each written once."""

    def __init__(self) -> None:
        self._known: dict[tuple[Sql, ...], str] = {}

    def of(self, changes: Sequence[Change]) -> tuple[str, list[Any]]:
        """Give the SQL and its values; a column of its row for each change that is told of."""
        parts = tuple(change.sql for change in changes)
        sql = self._known.get(parts)
        if sql is None:
            sql = self._known[parts] = _written(changes)
        return sql, [value for change in changes for value in change.values]


def _written(changes: Sequence[Change]) -> str:
    parts, shown, before = [], [], 0
    for number, change in enumerate(changes):
        parts.append(f"c{number} AS ({_PLACE.sub(partial(_moved, before), change.sql.text)})")
        if change.told:
            shown.append(f"(TABLE c{number})")
        before += len(change.values)
    return f"WITH {', '.join(parts)} SELECT {', '.join(shown) or '1'}"


def _moved(before: int, place: re.Match[str]) -> str:
    return f"${int(place[1]) + before}"
