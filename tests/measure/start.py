"""From `lapor-bot run` to the first answer, and what it holds: `python -m tests.measure start`.

Somebody has written while the program was down. Counted is the time from the start of the process,
interpreter and all, to the answer in their hands, on a database that has served before; then what
the process holds in memory when nothing has happened for a while. Tornado, which only the rival of
`cost` needs, is hidden: python-telegram-bot loads it where it finds it, and no bot that serves
people has it.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

from bot.sandbox.server import Sandbox
from storage.seal import Key
from tests.measure.playing.rival import cpu_seconds, memory_mb

_PATIENCE = 60.0
_RUN = "import sys; sys.modules['tornado'] = None; from bot.cli import main; main()"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure start", description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--rest", type=float, default=5.0, help="seconds before memory is read")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = asyncio.run(measured(given.times, given.rest))
    sys.stdout.write(json.dumps(figures) + "\n")


async def measured(times: int, rest: float) -> dict[str, float]:
    """The median of so many starts; the first of all, which makes the database, stands apart."""
    with tempfile.TemporaryDirectory(prefix="lapor-bot-start-") as folder:
        async with Sandbox() as sandbox:
            environment = os.environ | _settings(sandbox, Path(folder))
            new, *_ = await _started(sandbox, environment, 0)
            starts = [await _started(sandbox, environment, rest) for _ in range(times)]
    return {
        "new_s": round(new, 2),
        "first_answer_s": round(median(seconds for seconds, _, _ in starts), 2),
        "slowest_s": round(max(seconds for seconds, _, _ in starts), 2),
        "cpu_s": round(median(cpu for _, cpu, _ in starts), 2),
        "memory_mb": round(median(memory for _, _, memory in starts), 1),
    }


async def _started(
    sandbox: Sandbox, environment: dict[str, str], rest: float
) -> tuple[float, float, float]:
    """Seconds until the answer, those that a processor worked, and megabytes afterwards."""
    sari = sandbox.person("Sari")
    await sari.says("Lampu jalan mati di Cibinong")
    begun = time.perf_counter()
    async with _running(environment) as process:
        await sari.hears("", timeout=_PATIENCE)
        seconds, cpu = time.perf_counter() - begun, cpu_seconds(process.pid)
        await asyncio.sleep(rest)
        return seconds, cpu, memory_mb(process.pid)


@asynccontextmanager
async def _running(environment: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _RUN,
        "run",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def _settings(sandbox: Sandbox, folder: Path) -> dict[str, str]:
    return {
        "LAPOR_TELEGRAM__TOKEN": sandbox.token,
        "LAPOR_TELEGRAM__API_URL": f"http://127.0.0.1:{sandbox.port}",
        "LAPOR_TELEGRAM__PACE": "off",
        "LAPOR_DATA__FOLDER": str(folder),
        "LAPOR_DATA__KEY": str(Key.generate()),
        "LAPOR_OPERATOR__NAME": "Dinas Peragaan",
        "LAPOR_OPERATOR__CONTACT": "peragaan@contoh.id",
        "LAPOR_OPERATOR__LEGAL_BASIS": "UU 25/2009",
        "LAPOR_OPERATOR__PURPOSE": "meneruskan laporan",
        "LAPOR_OPERATOR__RETENTION_DAYS": "365",
        "LAPOR_OPERATOR__OFFICIAL": "true",
        "LAPOR_WEB__PORT": "0",
    }


if __name__ == "__main__":
    main()
