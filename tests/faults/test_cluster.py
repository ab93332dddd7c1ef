"""Three processes on one PostgreSQL, one killed and one stopped: others take over, all is kept."""

from tests.measure.faults.several import PROCESSES, share


async def test_nothing_is_lost_when_one_of_three_dies_and_another_stands_still() -> None:
    found = await share(70, 1, 12, webhook=True, seed=3)

    assert found.broken == []
    assert (found.processes, found.kills) == (PROCESSES, 1)
