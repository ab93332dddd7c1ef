"""A router for every test of the services: loading it takes longer than any of them."""

import pytest

from bot.routing.router import Router


@pytest.fixture(scope="session")
def router() -> Router:
    return Router.load()
