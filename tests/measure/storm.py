"""Kills and faults under load: `python -m tests.measure storm`.

The program runs in a process of its own and is killed with SIGKILL at random moments, while a
share of the Bot API's answers is 429, 502, a reset, or accepted and then reset. Counted is what the
citizens hold in their hands and what the database holds.
"""

import sys

from tests.measure.faults.enduring import Endured, endure
from tests.measure.faults.verdict import conclude
from tests.measure.faults.ways import each_way, parser

BACK_WITHIN = 2.0
"""Seconds from a kill to the first message after it."""


def main() -> None:
    arguments = parser("storm", __doc__, updates=20_000, kills=20)
    arguments.add_argument("--faults", type=float, default=0.1, help="a share, 0 to 1")
    given = arguments.parse_args()
    figures: dict[str, float] = {}
    broken: list[str] = []

    async def run(webhook: bool) -> Endured:
        return await endure(
            given.updates, given.kills, given.faults, webhook=webhook, seed=given.seed
        )

    for _, found in each_way(given.way, run, broken):
        for name, value in found.figures("kills").items():
            before = figures.get(name, 0)
            figures[name] = max(before, value) if name.endswith("_s") else before + value
    if figures["recover_s"] > BACK_WITHIN:
        sys.stderr.write(f"slower to come back than {BACK_WITHIN:g} s: is the machine busy?\n")
    conclude(figures, broken)


if __name__ == "__main__":
    main()
