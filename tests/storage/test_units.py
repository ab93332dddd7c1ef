"""Units of work: one after another, undone alone, and acknowledged only when they are stored."""

import asyncio
import sqlite3
from collections.abc import Awaitable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.draft import Draft
from bot.domain.notice import Urgency
from bot.domain.people import ChatId, Person, PersonId, Role
from bot.domain.step import Step, StepKind
from storage.database import Storage
from storage.errors import CommitFailed, DatabaseFailed, UnitOver
from storage.sqlite import SqliteConnection
from storage.writer import LONGEST, MOST
from tests.storage.examples import NOW


class WordTurnedBack(Exception):
    """Something that a service refuses in the middle of its unit."""


async def name_of(storage: Storage, person: Person) -> str:
    async with storage.reading() as unit:
        return (await unit.people.get(person.id)).name


async def add(storage: Storage, update: int, *, fail: bool = False) -> None:
    async with storage.unit() as unit:
        await unit.inbox.put(update, "person:1", b"words", NOW)
        await asyncio.sleep(0)
        if fail:
            raise WordTurnedBack


async def stored(storage: Storage) -> list[int]:
    async with storage.reading() as unit:
        return [row.update_id for row in await unit.inbox.waiting(1000)]


async def commits_during(storage: Storage, work: Awaitable[object]) -> int:
    said: list[str] = []
    connection = storage._writer._connection
    assert isinstance(connection, SqliteConnection)
    driver = connection.driver
    await driver.set_trace_callback(said.append)
    await work
    await driver.set_trace_callback(lambda _: None)
    return said.count("COMMIT")


async def test_two_hundred_counts_at_once_are_all_counted(storage: Storage, siti: Person) -> None:
    async with storage.unit() as unit:
        await unit.people.save(replace(siti, name="0"))

    async def count() -> None:
        async with storage.unit() as unit:
            person = await unit.people.get(siti.id)
            await asyncio.sleep(0)
            await unit.people.save(replace(person, name=str(int(person.name) + 1)))

    await asyncio.gather(*(count() for _ in range(200)))

    assert await name_of(storage, siti) == "200"


@pytest.mark.usefixtures("database")
async def test_units_that_queue_up_share_a_commit_up_to_a_limit(storage: Storage) -> None:
    few = await commits_during(storage, asyncio.gather(*(add(storage, n) for n in range(10))))
    one = await commits_during(storage, add(storage, 1000))

    assert 1 <= few < 10
    assert one == 1
    assert MOST == 64


@pytest.mark.parametrize("failing", [{0}, {4}, {9}, {0, 1, 5}, {8, 9}, set(range(10))])
async def test_a_unit_that_fails_leaves_the_others_of_its_group_stored(
    storage: Storage, failing: set[int]
) -> None:
    results = await asyncio.gather(
        *(add(storage, n, fail=n in failing) for n in range(10)), return_exceptions=True
    )

    assert {n for n, result in enumerate(results) if result is not None} == failing
    assert await stored(storage) == [n for n in range(10) if n not in failing]


async def test_a_unit_returns_only_when_others_can_read_what_it_did(storage: Storage) -> None:
    async def add_and_look(update: int) -> bool:
        await add(storage, update)
        return update in await stored(storage)

    seen = await asyncio.gather(*(add_and_look(n) for n in range(30)))

    assert all(seen)


@pytest.mark.usefixtures("database")
async def test_a_group_whose_commit_fails_is_told_so_and_nothing_of_it_is_stored(
    storage: Storage,
) -> None:
    async def break_a_promise() -> None:
        async with storage.unit() as unit:
            await unit.people._tx.run(text("PRAGMA defer_foreign_keys = ON"))
            await unit.drafts.save(Draft(PersonId(99), NOW, NOW))

    results = await asyncio.gather(
        add(storage, 1), break_a_promise(), add(storage, 2), return_exceptions=True
    )
    await add(storage, 3)

    assert [type(result) for result in results] == [CommitFailed] * 3
    assert await stored(storage) == [3]


async def test_a_unit_that_met_an_error_of_the_database_is_not_kept_though_it_was_caught(
    storage: Storage,
) -> None:
    async def look_away() -> None:
        async with storage.unit() as unit:
            await unit.inbox.put(1, "person:1", b"words", NOW)
            with pytest.raises(DatabaseFailed):
                await unit.access.grant(PersonId(99), None, Role.ADMIN, None, NOW)
            with pytest.raises(DatabaseFailed):
                await unit.inbox.put(2, "person:1", b"words", NOW)

    with pytest.raises(DatabaseFailed):
        await look_away()

    assert await stored(storage) == []


async def test_a_change_that_is_refused_at_the_end_of_its_unit_undoes_that_unit_alone(
    storage: Storage,
) -> None:
    async def break_a_promise() -> None:
        async with storage.unit() as unit:
            await unit.inbox.put(2, "person:1", b"words", NOW)
            await unit.drafts.save(Draft(PersonId(99), NOW, NOW))

    results = await asyncio.gather(
        add(storage, 1), break_a_promise(), add(storage, 3), return_exceptions=True
    )

    assert [type(result) for result in results] == [type(None), DatabaseFailed, type(None)]
    assert await stored(storage) == [1, 3]


async def test_a_unit_reads_back_what_it_has_just_changed(storage: Storage, siti: Person) -> None:
    place, when = (Step(siti.id, siti.chat, kind) for kind in (StepKind.PLACE, StepKind.WHEN))
    seen = []
    async with storage.unit() as unit:
        for step in (place, when):
            await unit.steps.save(step)
            seen.append(await unit.steps.at(siti.id, siti.chat))
        await unit.steps.drop(siti.id, siti.chat)
        seen.append(await unit.steps.at(siti.id, siti.chat))
        await unit.steps.save(when)
        await unit.steps.save(place)
        await unit.steps.drop(siti.id, siti.chat)
        await unit.steps.save(when)

    async with storage.reading() as unit:
        assert await unit.steps.at(siti.id, siti.chat) == when
    assert seen == [place, when, None]


async def test_what_a_unit_puts_in_the_outbox_is_numbered_in_its_order(
    storage: Storage, siti: Person
) -> None:
    async with storage.unit() as unit:
        for words in (b"one", b"two", b"three"):
            await unit.outbox.put(siti.chat, "screen", words, Urgency.ANSWER, NOW)
            await unit.drafts.save(Draft(siti.id, NOW, NOW).with_words(words.decode(), NOW))

    async with storage.reading() as reading:
        waiting = await reading.outbox.waiting(NOW, 9)
    assert waiting == unit.outbox.written
    assert [row.payload for row in waiting] == [b"one", b"two", b"three"]


@pytest.mark.usefixtures("database")
async def test_a_transaction_that_the_database_gave_up_takes_its_whole_group_along(
    storage: Storage,
) -> None:
    async def lose_the_transaction() -> None:
        async with storage.unit() as unit:
            await unit.people._tx.run(text("ROLLBACK"))
            raise WordTurnedBack

    results = await asyncio.gather(
        add(storage, 1), lose_the_transaction(), add(storage, 2), return_exceptions=True
    )

    assert [type(result) for result in results] == [CommitFailed, WordTurnedBack, type(None)]
    assert await stored(storage) == [2]


async def test_what_follows_a_commit_comes_after_it_and_never_after_a_failure(
    storage: Storage,
) -> None:
    said: list[str] = []

    async def say(word: str, *, fail: bool) -> None:
        async with storage.unit() as unit:
            await unit.inbox.put(len(word), "person:1", b"words", NOW)
            unit.after_commit(lambda: said.append(word))
            assert word not in said
            if fail:
                raise WordTurnedBack
        assert word in said

    await asyncio.gather(
        say("a", fail=False), say("bb", fail=True), say("ccc", fail=False), return_exceptions=True
    )

    assert said == ["a", "ccc"]


async def test_a_cancelled_unit_undoes_itself_alone(storage: Storage) -> None:
    reached = asyncio.Event()

    async def linger() -> None:
        async with storage.unit() as unit:
            await unit.inbox.put(2, "person:1", b"words", NOW)
            reached.set()
            await asyncio.sleep(60)

    async with asyncio.TaskGroup() as tasks:
        lingering = tasks.create_task(linger())
        await reached.wait()
        tasks.create_task(add(storage, 1))
        given_up = tasks.create_task(add(storage, 3))
        tasks.create_task(add(storage, 4))
        await asyncio.sleep(0.01)
        given_up.cancel()
        lingering.cancel()

    assert await stored(storage) == [1, 4]


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_is_cancelled_when_what_returned_is_stored(
    storage: Storage, seed: int
) -> None:
    returned: set[int] = set()

    async def keep(update: int) -> None:
        await add(storage, update, fail=update % 7 == seed)
        returned.add(update)

    async def meddle(task: asyncio.Task[None], update: int) -> None:
        await asyncio.sleep((update * 7919 % 13) / 2000)
        task.cancel()

    async with asyncio.TaskGroup() as tasks:
        for update in range(60):
            task = tasks.create_task(_quietly(keep(update)))
            if update % 3 == 0:
                tasks.create_task(meddle(task, update))
    await add(storage, 1000)

    kept = set(await stored(storage))
    assert returned | {1000} <= kept
    assert not {update for update in kept if update < 1000 and update % 7 == seed}


async def _quietly(work: Awaitable[None]) -> None:
    try:
        await work
    except WordTurnedBack:
        return


async def test_a_unit_inside_a_unit_is_refused_rather_than_waiting_for_itself(
    storage: Storage,
) -> None:
    async with storage.unit():
        with pytest.raises(RuntimeError):
            async with storage.unit():
                pass

    await add(storage, 1)
    assert await stored(storage) == [1]


async def test_a_store_is_of_no_use_after_its_unit(storage: Storage) -> None:
    async with storage.unit() as unit:
        pass

    with pytest.raises(UnitOver):
        await unit.inbox.put(1, "person:1", b"words", NOW)


async def test_a_reading_unit_sees_one_moment_and_changes_nothing(storage: Storage) -> None:
    await add(storage, 1)
    async with storage.reading() as unit:
        before = await unit.inbox.waiting(10)
        await add(storage, 2)
        after = await unit.inbox.waiting(10)
        with pytest.raises(DatabaseFailed):
            await unit.people.add(ChatId(1), "Ana", "id", NOW)

    assert before == after
    assert await stored(storage) == [1, 2]


async def test_more_readers_than_connections_take_turns(storage: Storage) -> None:
    await add(storage, 1)

    seen = await asyncio.gather(*(stored(storage) for _ in range(40)))

    assert seen == [[1]] * 40


async def harry(task: asyncio.Task[None]) -> None:
    """Cancel somebody at every step that they take, until they give in."""
    while not task.done():
        task.cancel()
        await asyncio.sleep(0)


async def test_a_unit_cancelled_again_and_again_while_it_is_undone_blocks_nobody(
    storage: Storage,
) -> None:
    begun = asyncio.Event()

    async def linger() -> None:
        async with storage.unit() as unit:
            await unit.inbox.put(1, "person:1", b"words", NOW)
            begun.set()
            await asyncio.sleep(60)

    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        lingering = tasks.create_task(linger())
        await begun.wait()
        tasks.create_task(add(storage, 2))
        tasks.create_task(harry(lingering))

    assert await stored(storage) == [2]


async def test_a_unit_cancelled_again_and_again_while_it_is_stored_blocks_nobody(
    storage: Storage,
) -> None:
    over = asyncio.Event()

    async def finish() -> None:
        async with storage.unit() as unit:
            await unit.inbox.put(1, "person:1", b"words", NOW)
            over.set()

    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        finishing = tasks.create_task(finish())
        await over.wait()
        tasks.create_task(harry(finishing))
        tasks.create_task(add(storage, 2))

    assert await stored(storage) == [1, 2]


async def test_a_turn_that_comes_at_the_moment_of_giving_up_is_passed_on(
    storage: Storage,
) -> None:
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks, storage.unit() as unit:
        await unit.inbox.put(1, "person:1", b"words", NOW)
        given_up = tasks.create_task(add(storage, 2))
        tasks.create_task(add(storage, 3))

        def give_up() -> None:
            given_up.cancel()

        unit.after_commit(give_up)
        await asyncio.sleep(2 * LONGEST)

    assert given_up.cancelled()
    assert await stored(storage) == [1, 3]


async def test_a_unit_waits_for_another_program_that_has_locked_the_database(
    storage: Storage, siti: Person, database: Path
) -> None:
    stranger = sqlite3.connect(database, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")

    async def leaves() -> None:
        await asyncio.sleep(0.2)
        stranger.execute("COMMIT")
        stranger.close()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(leaves())
        async with storage.unit() as unit:
            await unit.people.save(replace(siti, name="Siti R."))

    assert await name_of(storage, siti) == "Siti R."
