"""Killed in the middle of a crowd, with an unreliable Telegram: nothing is lost."""

import pytest

from tests.measure.storm import storm


@pytest.mark.parametrize("webhook", [True, False], ids=["webhook", "polling"])
async def test_nothing_is_lost_or_doubled_in_a_storm(webhook: bool) -> None:
    found = await storm(70, 1, 0.1, webhook=webhook, seed=3)

    assert found.broken == []
    assert (found.updates, found.kills) == (70, 1)
