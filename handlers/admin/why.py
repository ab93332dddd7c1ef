"""/kenapa NOMOR, or in reply to a card: why a report was suggested where it was."""

from bot.telegram.incoming import Heard
from bot.ui import why
from handlers.by_number import asks_number, named_after_command
from handlers.visit import Shown, Visit


async def explains(visit: Visit, heard: Heard) -> Shown:
    number = await named_after_command(visit, heard)
    if number is None:
        return asks_number(visit, heard, "why-ask-number")
    return why.screen(visit.say, await visit.work.explaining.why(visit.actor, number))
