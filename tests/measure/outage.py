"""Telegram away for a day, then back: `python -m tests.measure outage`.

On a turned clock, with delivery as it is. Meanwhile people are written to every hour and their
reports change: afterwards each reads everything in its order, of a card only the newest state, and
nothing comes faster than Telegram's pace.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from bot.domain.notice import Notice, NoticeKind, Urgency
from bot.domain.people import ChatId
from bot.domain.report import ReportId
from bot.sandbox.faults import Break, Fault, Faults
from bot.sandbox.people.person import Person
from tests.measure.faults.turned import ALL, Sent, street, too_fast
from tests.measure.faults.verdict import conclude, unkept

_HOUR = 3600.0
_LONGEST_WAIT = 60.0
"""Seconds until delivery tries a chat again, at most."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure outage", description=__doc__)
    parser.add_argument("--hours", type=int, default=24)
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(outlasted(given.hours, given.people))
    conclude(figures, broken(figures))


def broken(figures: dict[str, float]) -> list[str]:
    """What must not be."""
    return unkept(
        {
            f"everything is delivered ({figures['missing']:g} missing)": not figures["missing"],
            f"nothing comes twice ({figures['doubled']:g})": not figures["doubled"],
            f"in order ({figures['out_of_order']:g} chats are not)": not figures["out_of_order"],
            f"the newest state last ({figures['stale']:g} are not)": not figures["stale"],
            f"no limit is crossed ({figures['crossed']:g})": not figures["crossed"],
            f"it is soon over ({figures['caught_up_s']:g} s)": figures["caught_up_s"]
            <= _LONGEST_WAIT + figures["most_in_chat"] * 1.1 + figures["sent"] / (ALL * 0.95),
        }
    )


class Away(Faults):
    """A Telegram that answers nobody until it is back."""

    def __init__(self) -> None:
        super().__init__()
        self.away = True

    def due(self, method: str) -> Fault | None:
        self.happened += self.away
        return Fault(Break.RESET) if self.away else super().due(method)


async def outlasted(hours: int, people: int) -> dict[str, float]:
    """Every hour each person is told something, and the state of their report changes."""
    with tempfile.TemporaryDirectory(prefix="lapor-bot-outage-") as folder:
        async with street(Path(folder)) as here:
            readers = [here.sandbox.person(f"Warga {number}") for number in range(people)]
            for reader in readers:
                await reader.says("halo")
            away = here.sandbox.faults = Away()
            for hour in range(hours):
                for number, reader in enumerate(readers):
                    await here.office.put(reader.id, f"kabar {hour}", urgency=Urgency.NOTICE)
                    state = Notice(
                        NoticeKind.CARD, ChatId(reader.id), ReportId(number + 1), about=f"{hour}"
                    )
                    await here.office.tell(state, Urgency.ANNOUNCEMENT)
                end = (hour + 1) * _HOUR
                await here.turn(over=lambda end=end: here.passed >= end)  # type: ignore[misc]
            tried, away.away = away.happened, False
            back = here.passed
            await here.turn()
            sent = here.sent()
    return _figures(sent, readers, hours, tried, back)


def _figures(
    sent: list[Sent], readers: list[Person], hours: int, tried: int, back: float
) -> dict[str, float]:
    by_chat = {reader.id: [one.text for one in sent if one.chat == reader.id] for reader in readers}
    news = [f"kabar {hour}" for hour in range(hours)]
    newest = f"{NoticeKind.CARD} {hours - 1}"
    wanted = set(news) | {newest}
    heard = list(by_chat.values())
    return {
        "hours": hours,
        "people": len(readers),
        "tried_in_vain": tried,
        "sent": len(sent),
        "missing": sum(len(wanted - set(texts)) for texts in heard),
        "doubled": sum(len(texts) - len(set(texts)) for texts in heard),
        "out_of_order": sum(
            [t for t in texts if t in wanted] != [*news, newest] for texts in heard
        ),
        "stale": sum(texts[-1:] != [newest] for texts in heard),
        "crossed": too_fast(sent),
        "most_in_chat": max(len(texts) for texts in heard),
        "caught_up_s": round(sent[-1].at - back, 1) if sent else 0.0,
    }


if __name__ == "__main__":
    main()
