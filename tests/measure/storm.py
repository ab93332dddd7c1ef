"""Kills and faults under load: `python -m tests.measure storm`.

The program runs in a process of its own and is killed with SIGKILL at random moments, while a
share of the Bot API's answers is 429, 502, a reset, or accepted and then reset. Counted is what the
citizens hold in their hands and what the database holds.
"""

import argparse
import asyncio
import sys

from tests.measure.faults.enduring import endure
from tests.measure.faults.verdict import conclude

BACK_WITHIN = 2.0
"""Seconds from a kill to the first message after it."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure storm", description=__doc__)
    parser.add_argument("--updates", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--faults", type=float, default=0.1, help="a share, 0 to 1")
    parser.add_argument("--way", choices=("webhook", "polling", "both"), default="both")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures: dict[str, float] = {}
    broken: list[str] = []
    for way in ("webhook", "polling") if given.way == "both" else (given.way,):
        found = asyncio.run(
            endure(
                given.updates, given.kills, given.faults, webhook=way == "webhook", seed=given.seed
            )
        )
        sys.stderr.write(f"{way}: {found}\n")
        broken += [f"{way}: {line}" for line in found.broken]
        for name, value in found.figures("kills").items():
            before = figures.get(name, 0)
            figures[name] = max(before, value) if name.endswith("_s") else before + value
    if figures["recover_s"] > BACK_WITHIN:
        sys.stderr.write(f"slower to come back than {BACK_WITHIN:g} s: is the machine busy?\n")
    conclude(figures, broken)


if __name__ == "__main__":
    main()
