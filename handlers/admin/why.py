"""/kenapa NOMOR: why a report was suggested where it was."""

from bot.domain.tracking import read_tracking_number
from bot.telegram.incoming import Heard
from bot.ui import door, why
from handlers.visit import Shown, Visit


async def explains(visit: Visit, heard: Heard) -> Shown:
    number = read_tracking_number(heard.words_after_command)
    if number is None:
        return door.plain(visit.say, "why-ask-number")
    return why.screen(visit.say, await visit.work.explaining.why(visit.actor, number))
