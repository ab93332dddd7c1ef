"""The product as a process of its own, that a test may kill: `python -m tests.support.victim`.

It loads no more than the product does, and as the product does: how soon it is back is measured.

`--exit-before TEXT` ends the process with os._exit when a screen with that text is to be sent: it
has been committed, and nobody has heard it.
"""

import argparse
import asyncio
import io
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot import process

if TYPE_CHECKING:
    from bot.app import App
    from bot.delivery.passage import Passage
    from bot.sandbox.server import Sandbox
    from bot.settings import Settings
    from storage.seal import Key

READY = "ready"
LOG = "victim.log"


class Log(io.StringIO):
    """Lines in a file, as long as its disk takes any."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = path.open("a", 1)

    def write(self, words: str, /) -> int:
        with suppress(OSError):
            return self._file.write(words)
        return 0

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()


async def live(settings: "Settings", key: "Key") -> None:
    """Serve until SIGTERM; what is logged stands in the data folder, for nobody reads a pipe."""
    import structlog

    from bot.app import opened

    stopped = asyncio.Event()
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(Log(settings.data.folder / LOG)),
    )
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    async with opened(settings, key=key, patient=True) as app, asyncio.TaskGroup() as tasks:
        process.settle()
        tasks.create_task(_say_when_ready(app))
        await app.run(stopped)


async def _say_when_ready(app: "App") -> None:
    await app.ready.wait()
    print(READY, flush=True)  # noqa: T201 - the test waits for it


def exit_before(text: str) -> None:
    """Make the process end just before it sends a screen with this text."""
    from bot.delivery.sending import Sending

    carry = Sending.carry

    async def carry_or_die(sending: Sending, passage: "Passage") -> None:
        if any(text in screen.text for screen in passage.screens):
            os._exit(9)
        await carry(sending, passage)

    setattr(Sending, "carry", carry_or_die)  # noqa: B010 - mypy knows no other way


@asynccontextmanager
async def victim(
    sandbox: "Sandbox",
    folder: Path,
    key: "Key",
    *,
    exit_before: str = "",
    port: int = 0,
    secret: str = "",
    health: int = 0,
    environment: Mapping[str, str] | None = None,
    database: str = "",
    hook: str = "",
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The product in a process of its own, up and ready; killed at the end if it still lives.

    With a `port` and a `secret` it serves the webhook there, else it polls; `health` is the port of
    its health page, and `environment` stands beside what it has from us. Its `database` is the one
    of its folder, and its `hook`, where Telegram calls, its port, unless they are named.
    """
    from tests.support.databases import url_in

    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.support.victim",
        f"--api=http://127.0.0.1:{sandbox.port}",
        f"--token={sandbox.token}",
        f"--data={folder}",
        f"--database={database or url_in(folder)}",
        f"--key={key}",
        f"--exit-before={exit_before}",
        f"--port={port or ''}",
        f"--secret={secret}",
        f"--health={health or ''}",
        f"--hook={hook}",
        env={**os.environ, **(environment or {})},
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), 60)
        assert line.strip() == READY.encode()
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def command_line(*words: str) -> list[str]:
    """The words that start `lapor-bot` with this interpreter."""
    return [sys.executable, "-m", "bot.cli", *words]


async def command(*words: str, **environment: str) -> tuple[int, str]:
    """Run a command to its end; give its exit code and everything that it said."""
    process = await asyncio.create_subprocess_exec(
        *command_line(*words),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[2],
    )
    out, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode is not None
    return process.returncode, out.decode()


def _webhook(port: str, secret: str, hook: str) -> dict[str, object]:
    if not port:
        return {}
    return {
        "mode": "webhook",
        "webhook_url": hook or f"http://127.0.0.1:{port}/telegram",
        "webhook_secret": secret,
        "listen_port": int(port),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in (
        "api",
        "token",
        "data",
        "database",
        "key",
        "exit-before",
        "port",
        "secret",
        "health",
        "hook",
    ):
        parser.add_argument(f"--{name}", default="")
    given = parser.parse_args()
    process.begin()
    from bot.settings import Settings
    from storage.seal import Key

    if given.exit_before:
        exit_before(given.exit_before)
    settings = Settings.model_validate(
        {
            "telegram": {
                "token": given.token,
                "api_url": given.api,
                "pace": "off",
                **_webhook(given.port, given.secret, given.hook),
            },
            "data": {"folder": given.data, "database": given.database},
            "web": {"port": int(given.health or 0)},
        }
    )
    asyncio.run(live(settings, Key.from_text(given.key)))


if __name__ == "__main__":
    main()
