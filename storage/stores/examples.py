"""Labelled examples of routing, and the words that five reporters have used.

An example holds keyed hashes and numbers, and is sealed all the same.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from bot.domain.report import ReportId
from bot.domain.sector import Sector
from bot.routing.fingerprints import SECTORS, Fingerprint
from bot.routing.learning import Example
from bot.routing.lessons import Lesson
from storage.moments import to_micros
from storage.seal import Seal
from storage.tables_of_learning import learning_examples as examples
from storage.tables_of_learning import shared_words
from storage.tx import Row, Tx

MARK = 8
"""Bytes of a mark."""

_PLACE = "learning_examples.payload"
_HEAD = struct.Struct("<IHH")
_BEHIND = struct.Struct("<HHi")
"""Stems, shared slots and region, behind everything else: the first examples have none."""

_ORDER = zlib.crc32(",".join(SECTORS).encode())
"""Scores lie in the order of the sectors: another order makes an example unreadable."""

_COMPRESSED = b"\x78\x9c"
"""How a compressed example begins; the first ones were stored as they were."""

_ADD = (
    insert(examples)
    .values(
        {name: bindparam(name) for name in ("report", "sector", "payload", "left_out", "added_at")}
    )
    .returning(examples.c.id)
)
_kept = examples.c.left_out == 0
_OF_REPORT = (
    select(examples.c.sector)
    .where(examples.c.report == bindparam("which"))
    .order_by(examples.c.id.desc())
    .limit(1)
)
_AFTER = (
    select(examples.c.id, examples.c.sector, examples.c.payload)
    .where(_kept, examples.c.id > bindparam("after"))
    .order_by(examples.c.id)
    .limit(bindparam("most"))
)
_LAST = select(func.coalesce(func.max(examples.c.id), 0))
_LEAVE_OUT = (
    update(examples)
    .where(_kept, examples.c.id > bindparam("after"), examples.c.id <= bindparam("upto"))
    .values(left_out=1)
)
_NTH = select(examples.c.id).order_by(examples.c.id.desc()).limit(1).offset(bindparam("skipped"))
_PRUNE = delete(examples).where(examples.c.id <= bindparam("upto"))
_OF_ONE = select(examples.c.id, examples.c.sector, examples.c.payload).where(
    examples.c.report == bindparam("which")
)
_UNLINK = (
    update(examples)
    .where(examples.c.id == bindparam("which"))
    .values(report=None, payload=bindparam("bare"))
)
_SHARE = (
    insert_or_leave(shared_words)
    .values({name: bindparam(name) for name in ("word", "since")})
    .on_conflict_do_nothing(index_elements=["word"])
)
_SHARED = select(shared_words.c.word).order_by(shared_words.c.word)


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored lesson with its number; later ones have greater numbers."""

    id: int
    lesson: Lesson


class Examples:
    """What the routing learns from."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def add(self, report: ReportId | None, lesson: Lesson, now: datetime) -> int:
        return await self._tx.insert(
            _ADD,
            {
                "report": report,
                "sector": lesson.example.sector.value,
                "payload": self._seal.seal(_pack(lesson), _PLACE),
                "left_out": 0,
                "added_at": to_micros(now),
            },
        )

    async def label_of(self, report: ReportId) -> Sector | None:
        """What was last learned of a report."""
        sector = await self._tx.scalar(_OF_REPORT, {"which": report})
        return Sector(sector) if sector is not None else None

    async def after(self, number: int, limit: int) -> tuple[list[Kept], int | None]:
        """Those with greater numbers, oldest first, and the number to go on from, if any.

        Without those that were left out, and without those that this program cannot read.
        """
        rows = await self._tx.all(_AFTER, {"after": number, "most": limit})
        found = [Kept(row["id"], lesson) for row in rows if (lesson := self._read(row))]
        return found, rows[-1]["id"] if len(rows) == limit else None

    async def last(self) -> int:
        """The greatest number given so far; 0 at the beginning."""
        return int(await self._tx.scalar(_LAST))

    async def leave_out(self, after: int, upto: int) -> int:
        """Never learn these again; they stay stored. Says how many."""
        return await self._tx.run(_LEAVE_OUT, {"after": after, "upto": upto})

    async def prune(self, most: int, upto: int) -> None:
        """Delete the oldest above so many, and none after `upto`."""
        last = await self._tx.scalar(_NTH, {"skipped": most})
        if last is not None:
            await self._tx.run(_PRUNE, {"upto": min(int(last), upto)})

    async def unlink(self, reports: Iterable[ReportId]) -> None:
        """Of erased reports keep only what was learned: no report, no marks of people or words."""
        for report in reports:
            for row in await self._tx.all(_OF_ONE, {"which": report}):
                lesson = self._read(row)
                bare = _pack(Lesson(lesson.example, bytes(MARK), frozenset())) if lesson else b""
                await self._tx.run(
                    _UNLINK, {"which": row["id"], "bare": self._seal.seal(bare, _PLACE)}
                )

    async def share(self, words: Iterable[str], now: datetime) -> None:
        """Keep words in clear, once five reporters have used them."""
        for word in words:
            await self._tx.run(_SHARE, {"word": word, "since": to_micros(now)})

    async def shared(self) -> list[str]:
        return [row["word"] for row in await self._tx.all(_SHARED)]

    def _read(self, row: Row) -> Lesson | None:
        return _unpack(self._seal.open(row["payload"], _PLACE), Sector(row["sector"]))


def _pack(lesson: Lesson) -> bytes:
    of = lesson.example.fingerprint
    head = _HEAD.pack(_ORDER, len(of.slots), len(lesson.words))
    numbers = (
        of.slots.astype("<i4").tobytes(),
        of.values.astype("<f4").tobytes(),
        of.scores.astype("<f4").tobytes(),
    )
    marks = sorted(lesson.words)
    parts = (head, lesson.reporter, *numbers, *marks, _BEHIND.pack(of.stems, of.shared, of.region))
    return zlib.compress(b"".join(parts))


def _unpack(payload: bytes, sector: Sector) -> Lesson | None:
    if payload.startswith(_COMPRESSED):
        payload = zlib.decompress(payload)
    if not payload:
        return None
    order, slots, words = _HEAD.unpack_from(payload)
    if order != _ORDER:
        return None
    at = _HEAD.size + MARK
    reporter = payload[_HEAD.size : at]
    numbers = []
    for kind, count in (("<i4", slots), ("<f4", slots), ("<f4", len(SECTORS))):
        numbers.append(np.frombuffer(payload, kind, count, at))
        at += 4 * count
    marks = frozenset(payload[at + MARK * n : at + MARK * (n + 1)] for n in range(words))
    behind = payload[at + MARK * words :]
    example = Example(
        Fingerprint(
            numbers[0].astype(np.int32),
            numbers[1].astype(np.float32),
            numbers[2].astype(np.float32),
            *(_BEHIND.unpack(behind) if len(behind) == _BEHIND.size else ()),
        ),
        sector,
    )
    return Lesson(example, reporter, marks)
