"""Five thousand status updates at once: `python -m tests.measure pace`.

On a turned clock, with delivery as it is: Telegram's pace is used and never crossed, receipts
overtake everything, and a group that Telegram refuses for a minute slows nobody else.
"""

import argparse
import asyncio
import tempfile
from datetime import datetime
from pathlib import Path

from bot.domain.clock import Clock
from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from bot.sandbox.api.limits import Pace as Limits
from bot.sandbox.api.refusals import too_many_requests
from bot.sandbox.people.person import Person
from bot.ui.screen import Screen, dump_screen
from storage.codec import dump
from storage.unit import Unit
from tests.measure.faults.turned import ALL, SECOND, Sent, Street, since, street, too_fast
from tests.measure.faults.verdict import conclude, unkept

REFUSED_FOR = 60.0
SHARE = 0.95
_OFTEN, _GROUPS, _IN_GROUP, _REFUSED = 5, 8, 40, 30
_RECEIPTS_AT = 30.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure pace", description=__doc__)
    parser.add_argument("--updates", type=int, default=5_000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(paced(given.updates))
    conclude(figures, broken(figures))


def broken(figures: dict[str, float]) -> list[str]:
    """What must not be."""
    return unkept(
        {
            f"no limit of Telegram is crossed ({figures['crossed']:g})": not figures["crossed"],
            f"the pace is used ({figures['used']:.3f})": figures["used"] >= SHARE,
            f"everything arrives once ({figures['missing']:g} missing)": not figures["missing"],
            f"receipts go first ({figures['overtaken']:g} overtaken)": not figures["overtaken"],
            f"the refused group goes on after its minute ({figures['group_waited_s']:g} s)": (
                figures["group_waited_s"] <= REFUSED_FOR + 15
            ),
        }
    )


class _Refusing(Limits):
    """Telegram's limits, and one group that is refused for a while whatever its pace."""

    def __init__(self) -> None:
        super().__init__(on=True)
        self.group: int | None = None
        self.refusals = 0

    def take(self, chat_id: int, moment: datetime, count: int = 1) -> None:
        if chat_id == self.group and since(moment) < REFUSED_FOR:
            self.refusals += 1
            raise too_many_requests(5)
        super().take(chat_id, moment, count)


async def paced(updates: int) -> dict[str, float]:
    """So many status updates, besides announcements before and receipts in the middle."""
    with tempfile.TemporaryDirectory(prefix="lapor-bot-pace-") as folder:
        refusing = _Refusing()
        async with street(Path(folder), refusing) as here:
            chats, group = await _chats(here, updates)
            refusing.group = group
            await _put(here, "kabar", chats, Urgency.NOTICE)
            readers = [await _reader(here.sandbox.person("Warga")) for _ in range(updates // 10)]
            await _put(here, "pengumuman", readers, Urgency.ANNOUNCEMENT)
            here.office.was_fed()
            late = min(_RECEIPTS_AT, updates / ALL / 3)
            await here.turn(over=lambda: here.passed >= late)
            writers = [await _reader(here.sandbox.person("Warga")) for _ in range(updates // 20)]
            await _put(here, "bukti", writers, Urgency.ANSWER)
            here.office.was_fed()
            written = here.passed
            await here.turn()
            sent = here.sent()
    wanted = len(chats) + len(readers) + len(writers)
    return _figures(sent, wanted, group, refusing.refusals, written)


def _figures(
    sent: list[Sent], wanted: int, group: int, refusals: int, written: float
) -> dict[str, float]:
    last = max(one.at for one in sent if one.chat > 0)
    used = sum(one.at <= last for one in sent) + refusals
    receipts = [one.at for one in sent if one.text == "bukti"]
    first = [one for one in sent if written < one.at < receipts[-1] and one.text != "bukti"]
    to_group = [one.at for one in sent if one.chat == group]
    return {
        "sent": len(sent),
        "missing": wanted - len(sent),
        "seconds": round(sent[-1].at, 1),
        "used": round(used / ((last + SECOND) * ALL), 4),
        "crossed": too_fast(sent),
        "overtaken": len(first),
        "refusals": refusals,
        "group_waited_s": round(min(to_group), 1),
    }


async def _chats(here: Street, updates: int) -> tuple[list[int], int]:
    """Whom the updates are for: groups, people with several reports, and all others."""
    owner = await _person(here)
    groups = []
    for number in range(_GROUPS + 1):
        group = here.sandbox.group(f"Dinas {number}", members=[owner])
        await group.adds_bot(owner)
        groups.append(group.chat.id)
    scale = updates / 5_000
    chats = [chat for chat in groups[1:] for _ in range(max(1, int(_IN_GROUP * scale)))]
    chats += [groups[0]] * max(1, int(_REFUSED * scale))
    for _ in range(int(300 * scale)):
        chats += [(await _person(here)).id] * _OFTEN
    while len(chats) < updates:
        chats.append((await _person(here)).id)
    return chats, groups[0]


async def _person(here: Street) -> Person:
    person = here.sandbox.person("Warga")
    await person.says("halo")
    return person


async def _reader(person: Person) -> int:
    await person.says("halo")
    return person.id


async def _put(here: Street, words: str, chats: list[int], urgency: Urgency) -> None:
    async with here.office.storage.unit() as unit:
        for chat in chats:
            await _one(unit, here.clock, words, chat, urgency)


async def _one(unit: Unit, clock: Clock, words: str, chat: int, urgency: Urgency) -> None:
    payload = dump({"screen": dump_screen(Screen(words)), "edit": None, "thread": None})
    await unit.outbox.put(ChatId(chat), "screen", payload, urgency, clock.now())


if __name__ == "__main__":
    main()
