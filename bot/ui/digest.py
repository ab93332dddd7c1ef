"""The morning digest: numbers, and the way to what they count."""

from bot.domain.agency import Agency
from bot.domain.waiting import Part, Tally
from bot.ui.buttons.office import QueueShows
from bot.ui.screen import Choice, Screen
from bot.ui.texts import Speech

_LINES = {
    Part.NEW: "digest-new",
    Part.SOON: "digest-today",
    Part.LATE: "digest-late",
    Part.REPORTER: "digest-reporter",
    Part.INVITED: "digest-invited",
}


QUEUE = "antrian"
"""The payload of a link that opens one's queue."""


def screen(
    say: Speech, agency: Agency, day: str, tally: Tally, *, group: bool, bot_name: str = ""
) -> Screen:
    """What waits this morning; in a group each opens their own queue in private."""
    lines = [say("digest-head", agency=agency.short, date=day)]
    lines.extend(say(key, count=tally[part]) for part, key in _LINES.items() if tally[part])
    if group:
        elsewhere = in_private(say, bot_name)
        return Screen("\n".join((*lines, elsewhere.text)), elsewhere.buttons)
    part = Part.LATE if tally[Part.LATE] else Part.ALL
    return Screen(
        "\n".join(lines), ((Choice(say("button-digest-open"), QueueShows(part, 0).pack()),),)
    )


def in_private(say: Speech, bot_name: str, key: str = "digest-where") -> Screen:
    """A text in a group, and the way from there to one's own queue."""
    url = f"https://t.me/{bot_name}?start={QUEUE}"
    return Screen(say(key), ((Choice(say("button-digest-open"), url=url),),))
