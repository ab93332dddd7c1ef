"""What is measured by webhook and again by polling: its words on the command line, and the runs."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from typing import Any, Protocol, TypeVar


class Found(Protocol):
    """What a run leaves behind."""

    @property
    def broken(self) -> Sequence[str]: ...


F = TypeVar("F", bound=Found)


def parser(name: str, about: str | None, *, updates: int, kills: int) -> argparse.ArgumentParser:
    """The arguments that all such measures have, with these for the long run."""
    made = argparse.ArgumentParser(prog=f"python -m tests.measure {name}", description=about)
    made.add_argument("--updates", type=int, default=updates)
    made.add_argument("--kills", type=int, default=kills)
    made.add_argument("--way", choices=("webhook", "polling", "both"), default="both")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--json", action="store_true")
    return made


def each_way(
    way: str, run: Callable[[bool], Coroutine[Any, Any, F]], broken: list[str]
) -> Iterator[tuple[str, F]]:
    """Run it the way that was asked for, or both; `run` is told whether it is by webhook.

    What did not hold is added to `broken`.
    """
    for each in ("webhook", "polling") if way == "both" else (way,):
        found = asyncio.run(run(each == "webhook"))
        sys.stderr.write(f"{each}: {found}\n")
        broken += [f"{each}: {line}" for line in found.broken]
        yield each, found
