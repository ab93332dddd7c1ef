"""People, found by a mark of their chat; chat and name are sealed."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.domain.people import ChatId, Consent, Person, PersonId
from storage.errors import NoSuchPerson
from storage.moments import to_micros, to_moment
from storage.seal import Seal
from storage.stores.marks import chat_mark, open_chat, seal_chat
from storage.tables import people
from storage.tx import Row, Tx

CHAT = "people.chat"
NAME = "people.name"
_DAY = timedelta(days=1)

_WITH_CHAT = select(people).where(people.c.chat_mark == bindparam("mark"))
_BY_ID = select(people).where(people.c.id == bindparam("which"))
_ADD = (
    insert(people)
    .values(
        {
            name: bindparam(name)
            for name in ("chat_mark", "chat", "name", "language", "added_at", "seen_at")
        }
    )
    .on_conflict_do_nothing(index_elements=["chat_mark"])
    .returning(people.c.id)
)
_SEEN = update(people).where(people.c.id == bindparam("which")).values(seen_at=bindparam("now"))
_CHANGED = ("chat_mark", "chat", "name", "language", "consent_version", "consent_at")
_SAVE = (
    update(people)
    .where(people.c.id == bindparam("which"))
    .values({name: bindparam(name) for name in (*_CHANGED, "blocked_since")})
)


def to_person(row: Row, seal: Seal) -> Person:
    """Read a row that has every column of people."""
    agreed_at = to_moment(row["consent_at"])
    return Person(
        id=PersonId(row["id"]),
        chat=open_chat(seal, row["chat"], CHAT),
        name=seal.open_text(row["name"], NAME),
        language=row["language"],
        consent=Consent(row["consent_version"], agreed_at) if agreed_at else None,
        blocked_since=to_moment(row["blocked_since"]),
    )


class People:
    """Everybody who has written to us."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def with_chat(self, chat: ChatId) -> Person | None:
        row = await self._tx.one(_WITH_CHAT, {"mark": chat_mark(self._seal, chat)})
        return to_person(row, self._seal) if row else None

    async def get(self, person: PersonId) -> Person:
        """Raises NoSuchPerson."""
        row = await self._tx.one(_BY_ID, {"which": person})
        if row is None:
            raise NoSuchPerson(str(person))
        return to_person(row, self._seal)

    async def add(self, chat: ChatId, name: str, language: str, now: datetime) -> Person:
        """Add somebody; who is known already is given as they are."""
        person = Person(id=PersonId(0), chat=chat, name=name, language=language)
        values = self._sealed(person) | {"language": language, "added_at": to_micros(now)}
        values["seen_at"] = values["added_at"]
        new = await self._tx.scalar(_ADD, values)
        if new is not None:
            return replace(person, id=PersonId(new))
        known = await self.with_chat(chat)
        assert known is not None
        return known

    async def save(self, person: Person) -> None:
        """Raises NoSuchPerson."""
        consent = person.consent
        values = self._sealed(person) | {
            "which": person.id,
            "language": person.language,
            "consent_version": consent.version if consent else None,
            "consent_at": to_micros(consent.at) if consent else None,
            "blocked_since": to_micros(person.blocked_since),
        }
        if not await self._tx.run(_SAVE, values):
            raise NoSuchPerson(str(person.id))

    async def seen(self, person: PersonId, now: datetime, before: datetime | None = None) -> None:
        """Remember, to the day, when somebody was last here; `before` is when that was."""
        if before is None or before < now - _DAY:
            await self._tx.later(_SEEN, {"which": person, "now": to_micros(now)})

    def _sealed(self, person: Person) -> dict[str, Any]:
        return {
            "chat_mark": chat_mark(self._seal, person.chat),
            "chat": seal_chat(self._seal, person.chat, CHAT),
            "name": self._seal.seal_text(person.name, NAME),
        }
