"""An officer's queue: a page of reports, one tap to open each, and the parts to look at."""

from dataclasses import replace

from bot.domain.waiting import Part
from bot.services.queue import QueuePage
from bot.ui.buttons.desk import DeskQueue
from bot.ui.buttons.office import CaseAct, CaseDoes, QueueShows
from bot.ui.cards.words import queue_line
from bot.ui.reports import short
from bot.ui.screen import Choice, Rows, Screen
from bot.ui.texts import Speech

_KEYS = {
    Part.ALL: "all",
    Part.MINE: "mine",
    Part.NEW: "new",
    Part.SOON: "soon",
    Part.LATE: "late",
    Part.REPORTER: "reporter",
    Part.INVITED: "invited",
}


def shown(say: Speech, page: QueuePage, *, in_place: bool = False) -> Screen:
    """What waits, the most urgent first."""
    if not page.tally[Part.ALL]:
        return Screen(say("queue-none"), in_place=in_place)
    lines: list[str] = [say(f"queue-head-{_KEYS[page.part]}")]
    for report in page.reports:
        lines.append("")
        lines.append(queue_line(say, report, page.asked.get(report.id)))
    if not page.reports:
        lines.append(say("queue-empty"))
    rows: list[tuple[Choice, ...]] = [
        (Choice(short(report.title), CaseDoes(report.id, CaseAct.OPEN).pack()),)
        for report in page.reports
    ]
    turns = []
    if page.page > 0:
        turns.append(_to(say, "button-previous", page.part, page.page - 1))
    if page.more:
        turns.append(_to(say, "button-next", page.part, page.page + 1))
    if turns:
        rows.append(tuple(turns))
    return Screen("\n".join(lines), (*rows, *_parts(say, page)), in_place=in_place)


def with_other(say: Speech, screen: Screen, *, desk: bool) -> Screen:
    """Somebody who is both: the way from their agencies' queue to the admins' `desk`, or back."""
    if desk:
        other = Choice(say("button-queue-desk"), DeskQueue(0).pack())
    else:
        other = _to(say, "button-queue-office", Part.ALL, 0)
    return replace(screen, buttons=(*screen.buttons, (other,)))


def _parts(say: Speech, page: QueuePage) -> Rows:
    """The other parts that have something in them."""
    others = [
        Choice(say(f"button-queue-{key}", count=page.tally[part]), QueueShows(part, 0).pack())
        for part, key in _KEYS.items()
        if part is not page.part and page.tally[part]
    ]
    return tuple(tuple(others[n : n + 2]) for n in range(0, len(others), 2))


def _to(say: Speech, key: str, part: Part, page: int) -> Choice:
    return Choice(say(key), QueueShows(part, page).pack())
