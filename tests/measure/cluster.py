"""Several processes on one PostgreSQL, killed and stopped: `python -m tests.measure cluster`.

The one that polls and runs the clocks is stopped with SIGSTOP and goes on later; all are killed
with SIGKILL at random moments, and started again. Counted is what the citizens hold in their hands
and what the database holds, and how long it took until others had the work of each.
"""

import argparse
import asyncio
import sys

from tests.measure.faults.several import share
from tests.measure.faults.verdict import conclude


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure cluster", description=__doc__)
    parser.add_argument("--updates", type=int, default=6_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--stop", type=float, default=60.0, help="seconds")
    parser.add_argument("--way", choices=("webhook", "polling", "both"), default="both")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures: dict[str, dict[str, float]] = {}
    broken: list[str] = []
    for way in ("webhook", "polling") if given.way == "both" else (given.way,):
        found = asyncio.run(
            share(given.updates, given.kills, given.stop, webhook=way == "webhook", seed=given.seed)
        )
        sys.stderr.write(f"{way}: {found}\n")
        broken += [f"{way}: {line}" for line in found.broken]
        figures[way] = found.figures
    conclude(figures, broken)


if __name__ == "__main__":
    main()
