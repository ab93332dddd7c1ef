"""The stage that every scene plays on."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.routing.router import Router
from tests.support.stage import Stage, stage


@pytest.fixture(scope="session")
def router() -> Router:
    """The real catalogue, read once."""
    return Router.load()


@pytest.fixture
async def scene(tmp_path: Path, router: Router) -> AsyncIterator[Stage]:
    async with stage(tmp_path, router) as ready:
        yield ready
