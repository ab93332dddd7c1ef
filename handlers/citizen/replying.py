"""A loose message that plainly answers what its writer was asked; then nobody asks which report.

- Where one report alone waits for its reporter's word, a picture, a place or a few words go to it,
  and what follows within minutes as well, unless the words tell of another matter.
- "Belum, masih mati" after "Betul?" says that it is not solved, in those words.
- While words are held until their writer says what they are about, nothing is guessed.
"""

import re
from datetime import timedelta

from bot.domain.report import FollowUpKind, Report, Status
from bot.telegram.incoming import Heard
from handlers.citizen import own
from handlers.visit import Shown, Visit

_SHORT = 12
"""A longer text is asked about: it may be a report of its own."""
_SOON = timedelta(minutes=10)
"""So long somebody who has just answered is still answering."""
_NOT_YET = re.compile(
    r"(?:eh |loh |lho |tapi |kok |pak |bu )*"
    r"(?:belum|belom|blm|blum|masih|msh|tetap|tetep|ttp|tidak ada yang|gak ada yang|not|still)\b",
    re.IGNORECASE,
)


async def answers(visit: Visit, heard: Heard, there: list[Report]) -> tuple[Shown] | None:
    """What is shown when the message is such an answer; None when it is not.

    `there` are the open reports of whoever writes.
    """
    if visit.loose or len(heard.text.split()) > _SHORT:
        return None
    asked = [report for report in there if await _waits(visit, report)]
    if len(asked) == 1 and not _tells_of_another(visit, heard, asked[0]):
        return (await own.adds(visit, heard, asked[0].id),)
    settled = [one for one in there if one.settled_at and one.status is Status.IN_PROGRESS]
    if len(settled) == 1 and not asked and _NOT_YET.match(heard.text):
        return (await own.says_unsolved(visit, heard, settled[0].id),)
    return None


async def _waits(visit: Visit, report: Report) -> bool:
    if report.status is Status.WAITING:
        return True
    if report.status is not Status.REPORTER_REPLIED:
        return False
    said = (await visit.work.records.as_reporter(report)).follow_ups
    last = said[-1] if said else None
    just_now = last is not None and visit.work.now - last.at < _SOON
    return just_now and last is not None and last.kind is FollowUpKind.REPLY


def _tells_of_another(visit: Visit, heard: Heard, report: Report) -> bool:
    if not heard.text:
        return False
    house = visit.work.house
    sure = house.router.route("", heard.text).surely(house.min_confidence)
    return bool(sure) and report.sector not in sure
