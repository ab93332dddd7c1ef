"""What agencies have decided for their own work, one row an agency."""

from sqlalchemy import bindparam, or_, select
from sqlalchemy.dialects.postgresql import insert

from bot.domain.agency import AgencyCode
from bot.domain.rules import DIGEST_AT, AgencyRules, Rule
from bot.domain.topic import Topics
from storage.office_tables import agency_rules
from storage.stores.agencies import head_of
from storage.tx import Row, Tx

_KEPT = ("evidence", "four_eyes", "digest_at", "topics")
_NEVER = -1
"""In the column of the digest's hour: none is wanted."""

_OF = (
    select(agency_rules)
    .where(
        or_(
            agency_rules.c.agency == bindparam("where"), agency_rules.c.agency == bindparam("above")
        )
    )
    .order_by(agency_rules.c.agency.desc())
)
_new = insert(agency_rules).values({name: bindparam(name) for name in ("agency", *_KEPT)})
_SAVE = _new.on_conflict_do_update(
    index_elements=["agency"],
    set_={name: _new.excluded[name] for name in _KEPT},
)


class Rules:
    """The rules that agencies have set."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    async def of(self, agency: AgencyCode) -> AgencyRules:
        """An agency's own, else those of the government above, else none."""
        values = {"where": agency, "above": head_of(agency)}
        return _to_rules(await self._tx.one(_OF, values))

    async def save(self, agency: AgencyCode, rules: AgencyRules) -> None:
        values = {
            "agency": agency,
            "evidence": int(Rule.EVIDENCE in rules.on),
            "four_eyes": int(Rule.FOUR_EYES in rules.on),
            "digest_at": _NEVER if rules.digest_at is None else rules.digest_at,
            "topics": rules.topics.value,
        }
        await self._tx.run(_SAVE, values)


def _to_rules(row: Row | None) -> AgencyRules:
    if row is None:
        return AgencyRules()
    on = frozenset(rule for rule in Rule if row[rule.value])
    at = DIGEST_AT if row["digest_at"] is None else row["digest_at"]
    kept = Topics(row["topics"] or Topics.NONE)
    return AgencyRules(on, None if at == _NEVER else at, kept)
