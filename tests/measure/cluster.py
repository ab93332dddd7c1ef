"""Several processes on one PostgreSQL, killed and stopped: `python -m tests.measure cluster`.

The one that polls and runs the clocks is stopped with SIGSTOP and goes on later; all are killed
with SIGKILL at random moments, and started again. Counted is what the citizens hold in their hands
and what the database holds, and how long it took until others had the work of each.
"""

from tests.measure.faults.several import Shared, share
from tests.measure.faults.verdict import conclude
from tests.measure.faults.ways import each_way, parser


def main() -> None:
    arguments = parser("cluster", __doc__, updates=6_000, kills=10)
    arguments.add_argument("--stop", type=float, default=60.0, help="seconds")
    given = arguments.parse_args()
    broken: list[str] = []

    async def run(webhook: bool) -> Shared:
        return await share(given.updates, given.kills, given.stop, webhook=webhook, seed=given.seed)

    figures = {way: found.figures for way, found in each_way(given.way, run, broken)}
    conclude(figures, broken)


if __name__ == "__main__":
    main()
