"""The versions of what was learned, and the weights of the newest ones."""

from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from bot.domain.learned import Version, VersionKind
from storage.moments import to_micros, to_moment
from storage.seal import Seal
from storage.tables_of_learning import learning_versions as versions
from storage.tx import Tx

_PLACE = "learning_versions.state"
_ADD = (
    insert(versions)
    .values({name: bindparam(name) for name in ("kind", "made_at", "upto", "examples", "state")})
    .returning(versions.c.id)
)
_has_state = versions.c.state.is_not(None)
_ALL = select(
    versions.c.id,
    versions.c.kind,
    versions.c.made_at,
    versions.c.upto,
    versions.c.examples,
    _has_state.label("has_state"),
).order_by(versions.c.id)
_STATE = (
    select(versions.c.upto, versions.c.state)
    .where(_has_state, versions.c.upto <= bindparam("upto"))
    .order_by(versions.c.upto.desc(), versions.c.id.desc())
    .limit(1)
)
_NTH_STATE = (
    select(versions.c.id)
    .where(_has_state)
    .order_by(versions.c.id.desc())
    .limit(1)
    .offset(bindparam("skipped"))
)
_DROP_OLD = update(versions).where(versions.c.id <= bindparam("which")).values(state=None)
_DROP_AFTER = update(versions).where(versions.c.upto > bindparam("after")).values(state=None)


class Versions:
    """Where one can go back to."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def add(
        self,
        kind: VersionKind,
        upto: int,
        examples: int,
        now: datetime,
        state: bytes | None = None,
    ) -> int:
        return await self._tx.insert(
            _ADD,
            {
                "kind": kind.value,
                "made_at": to_micros(now),
                "upto": upto,
                "examples": examples,
                "state": self._seal.seal(state, _PLACE) if state is not None else None,
            },
        )

    async def all(self) -> list[Version]:
        """Oldest first, without their weights."""
        return [
            Version(
                id=row["id"],
                kind=VersionKind(row["kind"]),
                at=to_moment(row["made_at"]),
                upto=row["upto"],
                examples=row["examples"],
                has_state=bool(row["has_state"]),
            )
            for row in await self._tx.all(_ALL)
        ]

    async def state(self, upto: int) -> tuple[int, bytes] | None:
        """The newest weights that hold no example after `upto`, and up to which they hold them."""
        row = await self._tx.one(_STATE, {"upto": upto})
        return (row["upto"], self._seal.open(row["state"], _PLACE)) if row else None

    async def keep_states(self, most: int) -> None:
        """Forget the weights of all versions but the newest so many that have any."""
        last = await self._tx.scalar(_NTH_STATE, {"skipped": most})
        if last is not None:
            await self._tx.run(_DROP_OLD, {"which": last})

    async def drop_states(self, after: int) -> None:
        """Forget weights that hold examples after this one."""
        await self._tx.run(_DROP_AFTER, {"after": after})
