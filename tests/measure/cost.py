"""What a complaint costs, beside two bots that keep nothing: `python -m tests.measure cost`.

The same four-step complaint by webhook through the same sandbox, 32 people at once, each bot in a
process of its own: this bot, durable and with routing; stock python-telegram-bot; bare aiogram.
`queued` is the share of the time in which the bot had something to do and no processor: what other
programs on the machine took from it. `around_ms` is the processor time a complaint takes in this
process, that of the sandbox and its people: 1,000 / `around_ms` complaints a second are the most
that any bot could show here. `--away MS` has the Bot API answer each call that much later, as a
server on the internet does; without it, it answers at once.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox
from storage.seal import Key
from tests.measure.playing import citizen
from tests.measure.playing.citizen import Told
from tests.measure.playing.rival import SECRET, cpu_seconds, queued_seconds, rival
from tests.support.stage import free_port
from tests.support.victim import victim

_RIVALS = {"ptb": "tests.measure.playing.stock", "aiogram": "tests.measure.playing.bare"}
_Tells = Callable[[Person, str, str, Told], Awaitable[None]]
_Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure cost", description=__doc__)
    parser.add_argument("--complaints", type=int, default=640)
    parser.add_argument("--people", type=int, default=32)
    parser.add_argument("--away", type=float, default=0.0, metavar="MS")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(measured(given.complaints, given.people, given.away))
    if not given.json:
        for name in ("ours", *_RIVALS):
            sys.stdout.write(f"{name}: {figures[name]}\n")
    sys.stdout.write(json.dumps(figures) + "\n")


async def measured(
    complaints: int, people: int, away_ms: float = 0.0
) -> dict[str, _Figures | float]:
    """Every bot in turn, in one run."""
    figures: dict[str, _Figures] = {}
    for name in (*_RIVALS, "ours"):
        around = Sandbox(history=40)
        if away_ms:
            around.app.middlewares.append(_later(away_ms / 1000))
        async with around as sandbox:
            alike = citizen.complaints()
            citizens = [sandbox.person(f"Warga {number}") for number in range(people)]
            async with _bot(name, sandbox) as pid:
                tells: _Tells = citizen.tells_a_rival
                if name == "ours":
                    tells = citizen.tells_ours
                    for person in citizens:
                        await citizen.first_to_ours(person, *next(alike))
                figures[name] = await _play(pid, citizens, complaints, tells, alike)
    ours = figures["ours"]["per_s"]
    return {
        **figures,
        "times_ptb": round(ours / figures["ptb"]["per_s"], 2),
        "times_aiogram": round(ours / figures["aiogram"]["per_s"], 2),
    }


def _later(seconds: float) -> Middleware:
    @web.middleware
    async def later(request: web.Request, handler: Handler) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return await handler(request)

    return later


@asynccontextmanager
async def _bot(name: str, sandbox: Sandbox) -> AsyncIterator[int]:
    api, port = f"http://127.0.0.1:{sandbox.port}", free_port()
    if name in _RIVALS:
        async with rival(_RIVALS[name], api, sandbox.token, port) as process:
            yield process.pid
        return
    with tempfile.TemporaryDirectory(prefix="lapor-bot-cost-") as folder:
        async with victim(
            sandbox, Path(folder), Key.generate(), port=port, secret=SECRET
        ) as process:
            yield process.pid


async def _play(
    pid: int,
    citizens: list[Person],
    complaints: int,
    tells: _Tells,
    alike: Iterator[tuple[str, str]],
) -> _Figures:
    told, left = Told(), complaints

    async def keep_telling(person: Person) -> None:
        nonlocal left
        while left > 0:
            left -= 1
            await tells(person, *next(alike), told)

    used, queued, begun = cpu_seconds(pid), queued_seconds(pid), time.perf_counter()
    around = time.process_time()
    async with asyncio.TaskGroup() as tasks:
        for person in citizens:
            tasks.create_task(keep_telling(person))
    seconds = time.perf_counter() - begun
    waits = sorted(told.waits)
    return {
        "per_s": round(told.filed / seconds, 1),
        "cpu_ms": round((cpu_seconds(pid) - used) * 1000 / told.filed, 2),
        "around_ms": round((time.process_time() - around) * 1000 / told.filed, 2),
        "p99_ms": round(waits[int(0.99 * len(waits))] * 1000, 1),
        "queued": round((queued_seconds(pid) - queued) / seconds, 2),
    }


if __name__ == "__main__":
    main()
