"""Who has come, read at one look: the person, what they may be, what stands open to them there."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, select

from bot.domain.people import Actor, ChatId, Person
from bot.domain.step import Step
from storage.moments import to_moment
from storage.seal import Seal
from storage.stores.access import held, to_actor
from storage.stores.drafts import Drafts, open_step, step_mark
from storage.stores.marks import chat_mark
from storage.stores.people import to_person
from storage.tables import drafts, people, rights, steps
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who writes or presses, and since when they have been known to come."""

    person: Person
    actor: Actor
    step: Step | None
    seen_at: datetime | None


_asked_here = and_(steps.c.person == people.c.id, steps.c.chat_mark == bindparam("here"))
_AT = (
    select(
        people,
        rights.c.agency,
        rights.c.role,
        rights.c.since,
        steps.c.payload.label("step"),
        drafts.c.payload.label("draft"),
    )
    .select_from(
        people.outerjoin(rights, and_(rights.c.person == people.c.id, held))
        .outerjoin(steps, _asked_here)
        .outerjoin(drafts, drafts.c.person == people.c.id)
    )
    .where(people.c.chat_mark == bindparam("mark"))
)
"""A row for each right, and one where there is none."""


class Visitors:
    """Those whose updates are dealt with."""

    def __init__(self, tx: Tx, seal: Seal, drafts: Drafts) -> None:
        self._tx = tx
        self._seal = seal
        self._drafts = drafts

    async def at(self, own: ChatId, chat: ChatId, thread: int | None = None) -> Visitor | None:
        """Who bears this private chat, in the chat where they are; their draft is read along."""
        mark, here = chat_mark(self._seal, own), step_mark(self._seal, chat, thread)
        rows = await self._tx.all(_AT, {"mark": mark, "here": here})
        if not rows:
            return None
        first, person = rows[0], to_person(rows[0], self._seal)
        self._drafts.found(person.id, first["draft"])
        return Visitor(
            person=person,
            actor=to_actor(person.id, [row for row in rows if row["agency"] is not None]),
            step=open_step(first["step"], self._seal),
            seen_at=to_moment(first["seen_at"]),
        )
