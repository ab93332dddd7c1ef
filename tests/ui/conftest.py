"""A bureau of its own for every test; the catalogue is read once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.routing.router import Router
from tests.support.bureau import Bureau, bureau


@pytest.fixture(scope="session")
def router() -> Router:
    return Router.load()


@pytest.fixture
async def office(tmp_path: Path, router: Router) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, router) as opened:
        yield opened
