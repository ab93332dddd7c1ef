"""Drafts and open questions, each one sealed payload: everything in them is somebody's words."""

from collections.abc import Collection

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from bot.domain.draft import Draft
from bot.domain.people import ChatId, PersonId
from bot.domain.report import ReportId
from bot.domain.step import Step
from storage import codec
from storage.moments import to_micros
from storage.seal import Seal
from storage.stores.marks import chat_mark
from storage.tables import drafts, steps
from storage.tx import Tx

_DRAFT = "drafts.payload"
_STEP = "steps.payload"

_DRAFT_OF = select(drafts.c.payload).where(drafts.c.person == bindparam("whose"))
_new_draft = insert(drafts).values(
    {name: bindparam(name) for name in ("person", "payload", "changed_at")}
)
_SAVE_DRAFT = _new_draft.on_conflict_do_update(
    index_elements=["person"],
    set_={name: _new_draft.excluded[name] for name in ("payload", "changed_at")},
)
_DROP_DRAFT = delete(drafts).where(drafts.c.person == bindparam("whose"))

_here = (steps.c.person == bindparam("whose")) & (steps.c.chat_mark == bindparam("mark"))
_STEP_AT = select(steps.c.payload).where(_here)
_new_step = insert(steps).values(
    {name: bindparam(name) for name in ("person", "chat_mark", "payload")}
)
_SAVE_STEP = _new_step.on_conflict_do_update(
    index_elements=["person", "chat_mark"], set_={"payload": _new_step.excluded.payload}
)
_ALL_STEPS = select(steps.c.person, steps.c.chat_mark, steps.c.payload)
_DROP_STEP = delete(steps).where(_here)


def step_mark(seal: Seal, chat: ChatId, thread: int | None) -> bytes:
    """The mark of a chat, or of one topic in it."""
    if thread is None:
        return chat_mark(seal, chat)
    return seal.fingerprint(f"{chat}/{thread}", "chat")


def open_step(sealed: bytes | None, seal: Seal) -> Step | None:
    """Read a question's payload; None where no question stands open."""
    if sealed is None:
        return None
    return codec.step_from_json(codec.load(seal.open(sealed, _STEP)))


class Drafts:
    """What people are still telling: one draft a person."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal
        self._known: dict[PersonId, Draft | None] = {}
        """What this unit has read or written, so that it is opened once."""
        self._found: dict[PersonId, bytes | None] = {}

    def found(self, person: PersonId, sealed: bytes | None) -> None:
        """Take what was read along with the person, so that it is read once."""
        self._found[person] = sealed

    async def of(self, person: PersonId) -> Draft | None:
        if person not in self._known:
            self._known[person] = await self._read(person)
        return self._known[person]

    async def _read(self, person: PersonId) -> Draft | None:
        if person in self._found:
            sealed = self._found[person]
        else:
            sealed = await self._tx.scalar(_DRAFT_OF, {"whose": person})
        if sealed is None:
            return None
        return codec.draft_from_json(codec.load(self._seal.open(sealed, _DRAFT)))

    async def save(self, draft: Draft) -> None:
        payload = codec.dump(codec.draft_to_json(draft))
        await self._tx.later(
            _SAVE_DRAFT,
            {
                "person": draft.reporter,
                "payload": self._seal.seal(payload, _DRAFT),
                "changed_at": to_micros(draft.changed_at),
            },
        )
        self._known[draft.reporter] = draft

    async def drop(self, person: PersonId) -> None:
        await self._tx.later(_DROP_DRAFT, {"whose": person})
        self._known[person] = None


class Steps:
    """The question that stands open to a person in a chat, or in one topic of it: one at a time."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def at(self, person: PersonId, chat: ChatId, thread: int | None = None) -> Step | None:
        mark = step_mark(self._seal, chat, thread)
        sealed = await self._tx.scalar(_STEP_AT, {"whose": person, "mark": mark})
        return open_step(sealed, self._seal)

    async def save(self, step: Step, thread: int | None = None) -> None:
        payload = codec.dump(codec.step_to_json(step))
        await self._tx.later(
            _SAVE_STEP,
            {
                "person": step.person,
                "chat_mark": step_mark(self._seal, step.chat, thread),
                "payload": self._seal.seal(payload, _STEP),
            },
        )

    async def drop(self, person: PersonId, chat: ChatId, thread: int | None = None) -> None:
        mark = step_mark(self._seal, chat, thread)
        await self._tx.later(_DROP_STEP, {"whose": person, "mark": mark})

    async def drop_about(self, reports: Collection[ReportId]) -> int:
        """Drop every open question about some reports, whose ever; says how many there were."""
        dropped = 0
        for row in await self._tx.all(_ALL_STEPS):
            step = open_step(row["payload"], self._seal)
            if step and step.report in reports:
                here = {"whose": row["person"], "mark": row["chat_mark"]}
                dropped += await self._tx.run(_DROP_STEP, here)
        return dropped
