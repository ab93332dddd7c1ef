"""Two programs on one database: people notice nothing, whoever comes, leaves or does the errands.

These run where the tests run on PostgreSQL.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import App
from bot.demo import AheadClock
from bot.domain.people import ChatId
from bot.routing.router import Router
from bot.sandbox.people.person import Person
from bot.sandbox.server import Sandbox
from storage.leases import SHARDS, Shift
from storage.seal import Key
from storage.sharing import BEAT, SharedLeases
from tests.scenes.test_killed import TOWNS, agrees, numbers
from tests.scenes.test_numbers import file_of
from tests.support.databases import POSTGRES
from tests.support.office import files, told
from tests.support.stage import Stage, running

pytestmark = pytest.mark.skipif(not POSTGRES, reason="only with TEST_DATABASE=postgresql")
MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=ZoneInfo("Asia/Jakarta"))
DAY = timedelta(days=1).total_seconds()
PATIENCE = 30.0


@asynccontextmanager
async def second(
    sandbox: Sandbox, folder: Path, router: Router, key: Key, clock: AheadClock | None = None
) -> AsyncIterator[App]:
    """Another program beside the first, in a folder of its own."""
    own = folder / "second"
    own.mkdir(exist_ok=True)
    async with running(sandbox, own, router, clock=clock, key=key, beside=folder) as app:
        yield app


async def shared_evenly(*apps: App) -> None:
    """Wait until each has its part."""
    async with asyncio.timeout(PATIENCE):
        while sum(_parts(*apps)) != SHARDS or min(_parts(*apps)) < SHARDS // len(apps):  # noqa: ASYNC110 - of other programs
            await asyncio.sleep(0.05)


@asynccontextmanager
async def two_programs(folder: Path, router: Router) -> AsyncIterator[tuple[Sandbox, App, App]]:
    """A sandbox and two programs that share the work evenly."""
    key = Key.generate()
    async with (
        Sandbox() as sandbox,
        running(sandbox, folder, router, key=key) as app,
        second(sandbox, folder, router, key) as other,
    ):
        await shared_evenly(app, other)
        yield sandbox, app, other


def _parts(*apps: App) -> list[int]:
    return [sum(app.storage.leases.works_on(n) for n in range(SHARDS)) for app in apps]


async def complains(person: Person, town: str) -> None:
    await agrees(person)
    await person.says(f"Lampu jalan mati sejak Senin di {town}")
    await person.hears("Diteruskan ke", timeout=PATIENCE)
    await person.presses("Kirim", timeout=PATIENCE)
    await person.hears("Nomor:", timeout=PATIENCE)


async def test_a_crowd_is_served_while_a_second_program_comes_and_the_first_leaves(
    tmp_path: Path, router: Router
) -> None:
    key = Key.generate()
    async with Sandbox() as sandbox, AsyncExitStack() as first:
        app = await first.enter_async_context(running(sandbox, tmp_path, router, key=key))
        people = [sandbox.person(f"Warga {n}") for n in range(len(TOWNS))]
        async with second(sandbox, tmp_path, router, key) as other, asyncio.TaskGroup() as tasks:
            for person, town in zip(people[:8], TOWNS, strict=False):
                tasks.create_task(complains(person, town))
            await shared_evenly(app, other)
            for person, town in zip(people[8:], TOWNS[8:], strict=True):
                tasks.create_task(complains(person, town))
            await people[-1].chat.pulse.wait()
            await first.aclose()

        assert [len(numbers(person)) for person in people] == [1] * len(people)
        for person in people:
            assert told(person).count("Nomor:") == 1


async def test_both_together_say_each_thing_once_and_one_runs_the_clocks(
    tmp_path: Path, router: Router
) -> None:
    clock, key = AheadClock(MONDAY), Key.generate()
    async with (
        Sandbox(clock=clock) as sandbox,
        running(sandbox, tmp_path, router, clock=clock, key=key) as app,
        second(sandbox, tmp_path, router, key, clock) as other,
    ):
        scene = Stage(sandbox, app)
        await shared_evenly(app, other)
        budi, sari = await scene.officer(), await scene.citizen()
        number = await files(sari)
        await budi.hears(number)
        await clock.turn(10 * DAY)

        await other.clockwork.round()
        before = told(sari)
        await app.clockwork.round()
        await sari.hears("belum menjawab sampai batas waktunya", timeout=PATIENCE)
        await asyncio.gather(app.clockwork.round(), other.clockwork.round())
        for each in (app, other):
            await each.settled()

        facts = [await each.health() for each in (app, other)]
        told_of = [(each["processes"], each["shards"], each["errands"]) for each in facts]
        assert told_of == [(2, 16, True), (2, 16, False)]
        assert "belum menjawab" not in before
        assert told(sari).count("belum menjawab sampai batas waktunya") == 1


async def test_a_day_off_and_a_sheet_reach_whom_they_are_for_through_either_program(
    tmp_path: Path, router: Router
) -> None:
    async with two_programs(tmp_path, router) as (sandbox, app, other):
        scene = Stage(sandbox, app)
        admins = [await scene.admin(f"Ratna {n}") for n in range(4)]

        await files(await scene.citizen())
        await admins[0].says("/libur 2027-12-24 Cuti daerah")
        async with asyncio.timeout(PATIENCE):
            while any(_works_on(each, 24) for each in (app, other)):  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.1)
        for admin in admins:
            await admin.says("/ekspor 30 hari")
            await admin.hears("1 laporan", timeout=PATIENCE)
            await admin.presses("Excel", timeout=PATIENCE)
            assert await file_of(admin)


def _works_on(app: App, day: int) -> bool:
    return app.house.calendar.is_working(datetime(2027, 12, day).date())  # noqa: DTZ001 - a day


async def test_a_program_that_is_told_to_stop_when_others_speak_stops(
    tmp_path: Path, router: Router
) -> None:
    async with Sandbox() as sandbox, asyncio.timeout(PATIENCE):
        async with running(sandbox, tmp_path, router) as app:
            await asyncio.sleep(0.2)
            app.crew._hear("leases")

        assert app.crew._storage.leases.working == []


async def test_a_shard_that_was_taken_just_before_a_long_pause_is_not_forgotten(
    tmp_path: Path, router: Router, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Sandbox() as sandbox, running(sandbox, tmp_path, router) as app:
        leases = app.storage.leases
        assert isinstance(leases, SharedLeases)
        sari, budi = sandbox.person("Sari"), sandbox.person("Budi")
        shards = [await _shard_of(app, person) for person in (sari, budi)]
        assert shards[0] != shards[1]
        beat, goes_on = leases.beat, asyncio.Event()

        async def beat_later() -> Shift:
            await goes_on.wait()
            return await beat()

        monkeypatch.setattr(leases, "beat", beat_later)
        await asyncio.sleep(BEAT)
        await leases.give_back([shards[0]])
        await sari.says("/start")
        await budi.says("/start")
        await budi.hears("Selamat datang", timeout=PATIENCE)

        shift = await beat()
        leases._good_until = 0.0
        app.inbox.look(shift.taken)
        await asyncio.sleep(0.3)
        goes_on.set()

        assert shift.taken == {shards[0]}
        await sari.hears("Selamat datang", timeout=PATIENCE)


async def test_what_comes_to_two_programs_in_turns_is_dealt_with_in_the_order_of_its_coming(
    tmp_path: Path, router: Router
) -> None:
    async with two_programs(tmp_path, router) as (sandbox, app, other):
        people = [sandbox.person(f"Warga {n}") for n in range(6)]
        for person in people:
            await agrees(person)
        for each in (app, other):
            each.storage.leases.listen(_has_not_come_yet)
        words = [f"Lampu jalan mati, bagian {n}" for n in range(12)]
        for number, said in enumerate(words):
            for person in people:
                by = (app, other)[(number + person.id) % 2]
                await by.inbox.accept([_said(person, 900_000 + number, said)])
        async with asyncio.timeout(PATIENCE):
            while await _wait(app):  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.05)

        async with app.storage.reading() as unit:
            for person in people:
                known = await unit.people.with_chat(ChatId(person.id))
                assert known
                draft = await unit.drafts.of(known.id)
                assert draft
                assert list(draft.words) == words


async def _wait(app: App) -> bool:
    """Whether updates wait for either program."""
    async with app.storage.reading() as unit:
        return bool(await unit.inbox.waiting(1))


def _has_not_come_yet(word: str) -> None:
    """What others tell comes when it comes."""


def _said(person: Person, number: int, words: str) -> dict[str, Any]:
    """What Telegram tells of a text."""
    chat = {"id": person.id, "type": "private", "first_name": person.name}
    return {
        "update_id": number * 1000 + person.id % 1000,
        "message": {
            "message_id": number,
            "date": int(MONDAY.timestamp()),
            "chat": chat,
            "from": {**chat, "is_bot": False},
            "text": words,
        },
    }


async def _shard_of(app: App, person: Person) -> int:
    """Where a person's updates lie."""
    async with app.storage.unit() as unit:
        row = await unit.inbox.put(-person.id, f"p{person.id}", b"{}", app.clock.now())
        assert row
        await unit.inbox.done(row.id, app.clock.now())
        return row.shard
