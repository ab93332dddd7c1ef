"""`lapor-bot learn`: orders reach the running program, or are carried out where none runs."""

from functools import partial
from pathlib import Path

import pytest

from bot import learn
from bot.orders import SOCKET, OrderRefused, door, give
from bot.routing.router import Router
from bot.services.lessons import Lessons
from bot.settings import Settings
from storage.seal import Key
from tests.support.bureau import bureau


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


async def test_an_order_reaches_the_running_program(tmp_path: Path, router: Router) -> None:
    async with bureau(tmp_path, router) as office:
        lessons = Lessons(office.house, office.storage, office.clock)
        orders = {learn.ORDER: partial(learn.obey, lessons)}

        async with door(tmp_path, orders):
            held = await give(tmp_path, learn.ORDER, {"act": "hold"})
            shown = await give(tmp_path, learn.ORDER, {"act": "show"})

        assert held
        assert held["done"].startswith("Held")
        assert shown
        assert shown["held"] is True
        assert office.house.learning.held


async def test_what_cannot_be_done_is_one_line(tmp_path: Path, router: Router) -> None:
    async with bureau(tmp_path, router) as office:
        lessons = Lessons(office.house, office.storage, office.clock)

        async with door(tmp_path, {learn.ORDER: partial(learn.obey, lessons)}):
            with pytest.raises(OrderRefused, match="no way back to version 3"):
                await give(tmp_path, learn.ORDER, {"act": "back", "version": 3})
            with pytest.raises(OrderRefused, match="older than this command"):
                await give(tmp_path, "dance", {})


async def test_only_the_owner_may_open_the_door(tmp_path: Path) -> None:
    async with door(tmp_path, {}):
        mode = (tmp_path / SOCKET).stat().st_mode

    assert mode & 0o777 == 0o600
    assert not (tmp_path / SOCKET).exists()


async def test_without_a_running_program_the_command_takes_the_folder_itself(
    tmp_path: Path,
) -> None:
    settings = Settings.model_validate({"data": {"folder": tmp_path}})
    key = Key.generate()

    held = await learn.order(settings, key, "hold")
    shown = await learn.order(settings, key, "show")
    lines: list[object] = []
    learn.print_out(shown, lines.append)

    assert held["done"].startswith("Held")
    assert [version["kind"] for version in shown["versions"]] == ["hold"]
    assert "held, 0 examples wait" in str(lines[0])
