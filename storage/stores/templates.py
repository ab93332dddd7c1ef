"""Ready-made answers: an agency's own words, sealed."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, or_, select, update

from bot.domain.agency import AgencyCode
from bot.domain.people import PersonId
from bot.domain.template import Template, TemplateId
from storage.moments import to_micros
from storage.office_tables import templates
from storage.seal import Seal
from storage.stores.agencies import head_of
from storage.tx import Row, Tx

_NAME = "templates.name"
_TEXT = "templates.text"

_this = templates.c.id == bindparam("which")
_BY_ID = select(templates).where(_this)
_OF_AGENCY = (
    select(templates)
    .where(or_(templates.c.agency == bindparam("where"), templates.c.agency == bindparam("above")))
    .order_by(templates.c.id)
)
_ADD = (
    insert(templates)
    .values(
        {name: bindparam(name) for name in ("agency", "name", "text", "changed_by", "changed_at")}
    )
    .returning(templates.c.id)
)
_CHANGE = (
    update(templates)
    .where(_this)
    .values({name: bindparam(name) for name in ("name", "text", "changed_by", "changed_at")})
)
_DROP = delete(templates).where(_this)


class Templates:
    """What agencies answer again and again."""

    def __init__(self, tx: Tx, seal: Seal) -> None:
        self._tx = tx
        self._seal = seal

    async def of_agency(self, agency: AgencyCode, *, covering: bool = False) -> list[Template]:
        """Oldest first; with `covering` those of the government above as well."""
        above = head_of(agency) if covering else agency
        rows = await self._tx.all(_OF_AGENCY, {"where": agency, "above": above})
        return [self._to_template(row) for row in rows]

    async def get(self, template: TemplateId) -> Template | None:
        row = await self._tx.one(_BY_ID, {"which": template})
        return self._to_template(row) if row else None

    async def add(self, template: Template, by: PersonId, now: datetime) -> TemplateId:
        values = self._values(template, by, now) | {"agency": template.agency}
        return TemplateId(await self._tx.insert(_ADD, values))

    async def change(self, template: Template, by: PersonId, now: datetime) -> None:
        await self._tx.run(_CHANGE, self._values(template, by, now) | {"which": template.id})

    async def drop(self, template: TemplateId) -> bool:
        """Say whether it was there."""
        return await self._tx.run(_DROP, {"which": template}) > 0

    def _values(self, template: Template, by: PersonId, now: datetime) -> dict[str, object]:
        return {
            "name": self._seal.seal_text(template.name, _NAME),
            "text": self._seal.seal_text(template.text, _TEXT),
            "changed_by": by,
            "changed_at": to_micros(now),
        }

    def _to_template(self, row: Row) -> Template:
        return Template(
            id=TemplateId(row["id"]),
            agency=AgencyCode(row["agency"]),
            name=self._seal.open_text(row["name"], _NAME),
            text=self._seal.open_text(row["text"], _TEXT),
        )
