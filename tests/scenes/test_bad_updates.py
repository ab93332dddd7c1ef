"""Updates that cannot be understood at all: put aside, told of where that goes, in nobody's way."""

import pytest

from bot.sandbox.model.wire import Json
from bot.services.intake import Intake
from storage.errors import DatabaseFailed
from storage.stores.inbox import Inbox
from tests.support.odd import a_message, delivers, draft_words, from_bot
from tests.support.office import LAMP
from tests.support.stage import Stage


async def test_an_update_that_nobody_can_read_stands_in_nobodys_way(scene: Stage) -> None:
    sari, joko = await scene.citizen(), await scene.citizen("Joko")
    broken = {"file_id": "x", "file_unique_id": "y", "file_size": "huge"}

    await delivers(scene, sari, document=broken)
    await sari.says(LAMP)
    await joko.says(LAMP)
    await sari.hears("Laporan Anda")
    await joko.hears("Laporan Anda")

    async with scene.app.storage.reading() as unit:
        assert len(await unit.inbox.parked()) == 1


async def test_a_message_that_cannot_be_a_message_is_put_aside(scene: Stage) -> None:
    sari = await scene.citizen()

    scene.sandbox.updates.add("message", {"message_id": "?"}, ("odd", 0))
    scene.sandbox.updates.add("callback_query", {"id": "1"}, ("odd", 0))
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")
    await scene.settled()

    async with scene.app.storage.reading() as unit:
        assert len(await unit.inbox.parked()) == 2


async def test_a_chat_without_a_number_stops_nobody_from_hearing(scene: Stage) -> None:
    sari = await scene.citizen()
    nowhere: Json = {"id": {}, "type": "private", "first_name": "Sari"}
    odd = {**a_message(scene, sari, text="/start"), "chat": nowhere}

    scene.sandbox.updates.add("message", odd, ("odd", 0))
    await scene.settled()
    await sari.says(LAMP)
    await sari.hears("Laporan Anda")

    async with scene.app.storage.reading() as unit:
        assert [row.tries for row in await unit.inbox.parked()] == [0]


async def test_half_a_sign_does_not_keep_the_rest_out(scene: Stage) -> None:
    sari = await scene.citizen()

    await delivers(scene, sari, text=f"{LAMP} \ud83d")
    await sari.hears("Laporan Anda")

    assert (await draft_words(scene, sari) or "").startswith(LAMP)


async def test_a_press_on_a_message_of_nowhere_is_no_fault(scene: Stage) -> None:
    sari = await scene.citizen()
    before = len(from_bot(sari))
    press: Json = {
        "id": "77",
        "from": {"id": sari.id, "is_bot": False, "first_name": "Sari"},
        "inline_message_id": "AgAAAA",
        "chat_instance": "1",
        "data": "m:0",
    }

    scene.sandbox.updates.add("callback_query", press, ("person", sari.id))
    await scene.settled()

    assert len(from_bot(sari)) == before
    async with scene.app.storage.reading() as unit:
        assert await unit.inbox.parked() == []


async def test_a_fault_that_cannot_even_be_counted_ends_nothing(
    scene: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def faulty(*_: object) -> None:
        raise ZeroDivisionError

    async def uncounted(*_: object) -> int:
        raise DatabaseFailed("disk I/O error")

    sari, joko = await scene.citizen(), await scene.citizen("Joko")

    with monkeypatch.context() as patch:
        patch.setattr(Intake, "tell", faulty)
        patch.setattr(Inbox, "failed", uncounted)
        await sari.says(LAMP)
        await scene.settled()
    await joko.says(LAMP)
    await joko.hears("Laporan Anda")

    async with scene.app.storage.reading() as unit:
        assert len(await unit.inbox.parked()) == 1
