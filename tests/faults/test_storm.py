"""Killed in the middle of a crowd, with an unreliable Telegram: nothing is lost."""

import pytest

from tests.measure import restart
from tests.measure.faults.enduring import endure


@pytest.mark.parametrize("webhook", [True, False], ids=["webhook", "polling"])
async def test_nothing_is_lost_or_doubled_in_a_storm(webhook: bool) -> None:
    found = await endure(70, 1, 0.1, webhook=webhook, seed=3)

    assert found.broken == []
    assert (found.updates, found.ends) == (70, 1)


async def test_a_restart_that_was_asked_for_loses_nothing_and_says_nothing_twice() -> None:
    found = await restart.restarted(1, seed=3)

    assert restart.broken(found) == []
    assert found.ends == 1
