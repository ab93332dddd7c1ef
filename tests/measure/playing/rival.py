"""A bot in a process of its own, started and watched."""

import argparse
import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

READY = "ready"
SECRET = "a-secret-of-loopback-only"
_TICKS = os.sysconf("SC_CLK_TCK")


def asked() -> argparse.Namespace:
    """What a rival is told on its command line."""
    parser = argparse.ArgumentParser()
    for name in ("api", "token", "secret"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--port", type=int)
    return parser.parse_args()


@asynccontextmanager
async def rival(
    module: str, api: str, token: str, port: int
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A rival that has said that it is ready; killed at the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        f"--api={api}",
        f"--token={token}",
        f"--secret={SECRET}",
        f"--port={port}",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=Path(__file__).parents[3],
    )
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), 60)
        if line.strip() != READY.encode():
            raise RuntimeError(f"{module} did not start")
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def cpu_seconds(pid: int) -> float:
    """What a process has used of the processors, in its own code and in the kernel's."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def queued_seconds(pid: int) -> float:
    """How long its main thread had something to do while others had the processors."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9


def memory_mb(pid: int) -> float:
    """What a process holds in memory now."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the process is gone")
