"""A rehearsal: a file of reports is played by citizens through the whole bot, on the sandbox.

Each row is one citizen who writes title and text, answers what is asked with what they know, and
sends the report. Counted is what they hold in their hands: a number each, and none twice. What the
database holds is counted against it.
"""

import asyncio
import csv
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot.app import App, opened
from bot.domain.report import Status
from bot.domain.tracking import read_tracking_number
from bot.sandbox.model.messages import Message
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import NothingHeard, Patience, button_for
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from storage.seal import Key

_LONGEST = 4_096
"""What one Telegram message holds; longer reports are told in several."""
_MOST_TAPS = 12
_SEND = "Kirim"
_ALONE = "Tetap kirim sendiri"
_SENDS = (_SEND, _ALONE)
_WAYS = (_ALONE, _SEND, "Laporan baru", "Saya tidak tahu", "Mulai baru")
"""What a citizen presses who wants to be done, the best first."""
_PATIENCE = 30.0
"""Seconds after which a citizen gives up, and the report counts as lost."""


class NotPlayable(Exception):
    """The file cannot be read as reports; says what to change."""


@dataclass(frozen=True, slots=True)
class Row:
    """One report to play."""

    title: str
    text: str

    @property
    def words(self) -> str:
        return self.text if self.text.startswith(self.title) else f"{self.title}\n{self.text}"


@dataclass(slots=True)
class Outcome:
    """What came of it; times in milliseconds from the last tap to the receipt."""

    reports: int = 0
    filed: int = 0
    doubled: int = 0
    to_agency: int = 0
    to_admin: int = 0
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    messages: list[int] = field(default_factory=list)
    taps: list[int] = field(default_factory=list)
    stories: list[str] = field(default_factory=list)
    """What went wrong, as the end of each chat that got no number."""

    @property
    def lost(self) -> int:
        return self.reports - self.filed

    def as_json(self) -> dict[str, float | int]:
        return {
            "reports": self.reports,
            "filed": self.filed,
            "lost": self.lost,
            "doubled": self.doubled,
            "to_agency": self.to_agency,
            "to_admin": self.to_admin,
            "p50_ms": round(_quantile(self.waits, 0.5), 1),
            "p99_ms": round(_quantile(self.waits, 0.99), 1),
            "reports_per_s": round(self.filed / self.seconds, 1) if self.seconds else 0.0,
            "messages_median": statistics.median(self.messages) if self.messages else 0,
            "messages_p90": _quantile(self.messages, 0.9),
            "taps_median": statistics.median(self.taps) if self.taps else 0,
            "taps_p90": _quantile(self.taps, 0.9),
        }


def read_rows(file: Path, most: int | None = None) -> list[Row]:
    """Read the columns title and text. Raises NotPlayable with what to change."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if "text" not in (reader.fieldnames or ()):
                raise NotPlayable(
                    f"{file.name} has no column named text: its first line must name the columns"
                )
            rows = [
                Row((line.get("title") or "").strip(), (line.get("text") or "").strip())
                for line in reader
            ]
    except OSError as missing:
        raise NotPlayable(f"{file}: {missing.strerror}") from missing
    except UnicodeDecodeError as wrong:
        raise NotPlayable(f"{file.name} is not UTF-8: save it as CSV UTF-8") from wrong
    told = [row for row in rows if row.words.strip()]
    if not told:
        raise NotPlayable(f"{file.name} holds no reports")
    return told[:most]


async def play(rows: Sequence[Row], people: int, console: Console) -> Outcome:
    """Play every row, so many citizens at once, and count."""
    outcome = Outcome(reports=len(rows))
    numbers: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="lapor-bot-rehearsal-") as folder:
        async with Sandbox(history=50) as sandbox:
            key = Key.generate()
            settings = _settings(sandbox, Path(folder))
            async with opened(settings, key=key) as app, asyncio.TaskGroup() as tasks:
                stopped = asyncio.Event()
                tasks.create_task(app.run(stopped))
                try:
                    citizens = await _citizens(sandbox, min(people, len(rows)))
                    begun = time.perf_counter()
                    await _everybody(rows, citizens, outcome, numbers, console)
                    outcome.seconds = time.perf_counter() - begun
                    await app.settled()
                    await _count(app, outcome)
                finally:
                    stopped.set()
    outcome.filed = len(numbers)
    return outcome


def table_of(outcome: Outcome) -> Table:
    """The result, for people."""
    figures = outcome.as_json()
    table = Table("what", "how many", title="Rehearsal")
    names = {
        "reports": "reports in the file",
        "filed": "filed",
        "lost": "lost",
        "doubled": "doubled",
        "to_agency": "sent on to an agency",
        "to_admin": "sent on to an admin",
        "p50_ms": "last tap to receipt, median (ms)",
        "p99_ms": "last tap to receipt, p99 (ms)",
        "reports_per_s": "reports a second",
        "messages_median": "messages a report, median",
        "messages_p90": "messages a report, p90",
        "taps_median": "taps a report, median",
        "taps_p90": "taps a report, p90",
    }
    for key, name in names.items():
        table.add_row(name, f"{figures[key]:g}")
    for story in outcome.stories[:3]:
        table.add_section()
        table.add_row("lost", story)
    return table


async def _citizens(sandbox: Sandbox, how_many: int) -> list[Person]:
    """People who have agreed already, as most who write have."""
    citizens = [sandbox.person(f"Warga {number + 1}") for number in range(how_many)]
    for citizen in citizens:
        await citizen.says("/start")
    for citizen in citizens:
        await citizen.presses("Setuju", timeout=_PATIENCE)
        await citizen.hears("Ada yang ingin", timeout=_PATIENCE)
    return citizens


async def _everybody(
    rows: Sequence[Row],
    citizens: Sequence[Person],
    outcome: Outcome,
    numbers: Counter[str],
    console: Console,
) -> None:
    waiting = list(reversed(rows))
    with Progress(console=console, transient=True) as progress:
        bar = progress.add_task("playing", total=len(rows))

        async def keep_telling(citizen: Person) -> None:
            while waiting:
                row = waiting.pop()
                try:
                    await _tell(citizen, row, outcome, numbers)
                except NothingHeard as silence:
                    outcome.stories.append(str(silence)[-600:])
                progress.advance(bar)

        async with asyncio.TaskGroup() as tasks:
            for citizen in citizens:
                tasks.create_task(keep_telling(citizen))


async def _tell(citizen: Person, row: Row, outcome: Outcome, numbers: Counter[str]) -> None:
    """One report, from the first word to the number."""
    citizen.counts.reset()
    since, label = 0, ""
    for part in _parts(row.words):
        since = since or (await citizen.says(part)).id
    for _ in range(_MOST_TAPS):
        since, label = await _way_on(citizen, since, label)
        begun = time.perf_counter()
        await citizen.presses(label)
        if label not in _SENDS:
            continue
        if (receipt := await _receipt(citizen, since, label)) is not None:
            outcome.waits.append((time.perf_counter() - begun) * 1000)
            number = read_tracking_number(receipt.text)
            if number is not None:
                numbers[number] += 1
            outcome.messages.append(citizen.counts.messages)
            outcome.taps.append(citizen.counts.taps)
            return
    raise NothingHeard(f"no receipt after {_MOST_TAPS} taps\n{citizen.transcript()[-600:]}")


async def _receipt(citizen: Person, since: int, label: str) -> Message | None:
    """Wait for the number; None where a similar report is offered to be joined first."""
    async with Patience(_PATIENCE, f"{citizen.name} waits for a number", citizen.chat):
        while True:
            for message in reversed(citizen.messages):
                if message.from_bot and message.id > since and "Nomor:" in message.text:
                    return message
            if label != _ALONE and _ALONE in citizen.buttons:
                return None
            await citizen.chat.pulse.wait()


async def _way_on(citizen: Person, since: int, last: str) -> tuple[int, str]:
    """Wait for something to press on what the bot has shown since: the best for being done."""
    async with Patience(_PATIENCE, f"{citizen.name} waits for a way on", citizen.chat):
        while True:
            for label in _WAYS:
                shown = button_for(citizen.chat, label) if label != last else None
                if shown is not None and shown[1].text == label:
                    message = shown[0].id if shown[0] else _keyboard_of(citizen)
                    if message >= since:
                        return message, label
            await citizen.chat.pulse.wait()


def _keyboard_of(citizen: Person) -> int:
    return citizen.chat.keyboard[0] if citizen.chat.keyboard else 0


def _parts(words: str) -> list[str]:
    """Cut a text as Telegram's clients do, at a space before 4,096 characters."""
    parts = []
    while len(words) > _LONGEST:
        cut = words.rfind(" ", 0, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        parts.append(words[:cut])
        words = words[cut:]
    return [*parts, words]


async def _count(app: App, outcome: Outcome) -> None:
    """What the database holds: more reports than citizens sent would be doubled ones."""
    async with app.storage.reading() as unit:
        counts = await unit.reports.counts()
    stored = sum(counts.values())
    outcome.to_admin = counts.get(Status.UNVERIFIED, 0)
    outcome.to_agency = stored - outcome.to_admin
    outcome.doubled = max(0, stored - outcome.reports)


def _settings(sandbox: Sandbox, folder: Path) -> Settings:
    return Settings.model_validate(
        {
            "telegram": {
                "token": sandbox.token,
                "api_url": f"http://127.0.0.1:{sandbox.port}",
                "pace": "off",
            },
            "data": {"folder": folder},
            "operator": {"name": "Gladi", "contact": "-", "legal_basis": "-", "purpose": "-"},
            "web": {"port": 0},
        }
    )


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
