"""Stopped and started again under load: `python -m tests.measure restart`.

SIGTERM, as an update or a reboot sends it, in the middle of a crowd: the program finishes what is
under way and ends by itself.
"""

import argparse
import asyncio
import signal

from tests.measure.faults.enduring import Endured, endure
from tests.measure.faults.verdict import conclude, unkept

OUT_WITHIN = 10.0
"""Seconds from the signal to the end of the process."""
_UPDATES_EACH = 70


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure restart", description=__doc__)
    parser.add_argument("--restarts", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = asyncio.run(restarted(given.restarts, given.seed))
    conclude(found.figures("restarts"), broken(found))


async def restarted(restarts: int, seed: int) -> Endured:
    """So many restarts, each after some tens of updates."""
    updates = restarts * _UPDATES_EACH
    return await endure(
        updates, restarts, 0.0, webhook=True, seed=seed, by=signal.SIGTERM, pause=1.0
    )


def broken(found: Endured) -> list[str]:
    """What must not be, after restarts that were asked for."""
    in_time = f"it is out within {OUT_WITHIN:g} s ({found.leave_s})"
    once = f"nothing comes twice ({found.resent})"
    return found.broken + unkept({in_time: found.leave_s <= OUT_WITHIN, once: not found.resent})


if __name__ == "__main__":
    main()
