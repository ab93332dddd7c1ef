"""A full disk under a real process."""

import pytest

from tests.measure import disk
from tests.measure.faults.disk import compiler
from tests.support.databases import POSTGRES


@pytest.mark.skipif(POSTGRES, reason="the disk of a server is not the program's")
@pytest.mark.skipif(compiler() is None, reason="no C compiler")
async def test_a_full_disk_is_told_to_telegram_and_the_health_page_and_heals() -> None:
    figures = await disk.faulty(0.5, ("full",))

    assert disk.broken(figures) == []
