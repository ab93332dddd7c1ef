"""/dataku: what is kept of a person, a copy of it, and its end."""

from bot.telegram.incoming import Heard
from bot.ui import door, own_data
from bot.ui.buttons.citizen import ErasesMe, OwnDataAct, OwnDataDoes
from handlers.visit import Shown, Visit


async def shows(visit: Visit) -> Shown:
    """/dataku."""
    return own_data.kept(visit.say, await visit.work.own_data.kept(visit.person))


async def asks_erasure(visit: Visit, heard: Heard | None = None) -> Shown:  # noqa: ARG001
    """Somebody says in words that their data is to go: what that means, and is it so?"""
    return own_data.sure(visit.say, visit.actor, visit.work.now)


async def presses(visit: Visit, button: OwnDataDoes) -> Shown:
    match button.act:
        case OwnDataAct.SHOW:
            kept = await visit.work.own_data.kept(visit.person)
            return own_data.kept(visit.say, kept, in_place=True)
        case OwnDataAct.COPY:
            await visit.work.own_data.order_copy(visit.person)
            return door.plain(visit.say, "data-copy-comes")
        case _:
            return own_data.sure(visit.say, visit.actor, visit.work.now, in_place=True)


async def erases(visit: Visit, button: ErasesMe) -> Shown:
    """The second press; one that comes late is asked again."""
    erased = await visit.work.own_data.erase(visit.person, button.asked)
    if erased is None:
        return own_data.sure(visit.say, visit.actor, visit.work.now, in_place=True)
    return own_data.erased(visit.say, erased)
