"""Several processes on one database: who has which shards, and what becomes of the late one."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from bot.domain.notice import Urgency
from bot.domain.people import ChatId
from storage import sharing
from storage.database import Storage
from storage.errors import LeaseLost
from storage.leases import ERRANDS, SHARDS, Leases
from storage.seal import Seal
from tests.storage.examples import NOW
from tests.storage.test_postgres import end_every_connection_to
from tests.support.databases import POSTGRES, cluster

pytestmark = pytest.mark.skipif(not POSTGRES, reason="only with TEST_DATABASE=postgresql")
_ALL = {*range(SHARDS), ERRANDS}


@pytest.fixture
def url() -> Iterator[str]:
    cluster().sql("CREATE DATABASE shared;")
    yield cluster().url("shared")
    cluster().sql("DROP DATABASE shared WITH (FORCE);")


@asynccontextmanager
async def process(url: str, seal: Seal) -> AsyncIterator[tuple[Storage, Leases]]:
    storage = await Storage.open(url, seal)
    try:
        yield storage, storage.leases
    finally:
        await storage.close()


def has(leases: Leases) -> set[int]:
    return {shard for shard in _ALL if leases.works_on(shard)}


async def even_out(*crew: Leases) -> None:
    """Let everybody beat, and give back what others should have, until nothing moves."""
    for _ in range(3):
        for leases in crew:
            await leases.give_back((await leases.beat()).surplus)


async def test_the_first_process_has_everything_at_once(url: str, seal: Seal) -> None:
    async with process(url, seal) as (_, leases):
        shift = await leases.beat()

        assert has(leases) == shift.taken == _ALL
        assert leases.processes == 1


async def test_three_processes_share_evenly_and_one_runs_the_errands(url: str, seal: Seal) -> None:
    async with (
        process(url, seal) as (_, one),
        process(url, seal) as (_, two),
        process(url, seal) as (_, three),
    ):
        await even_out(one, two, three)

        parts = [has(each) - {ERRANDS} for each in (one, two, three)]
        assert sorted(map(len, parts)) == [10, 11, 11]
        assert set.union(*parts) == set(range(SHARDS))
        assert [each.works_on(ERRANDS) for each in (one, two, three)] == [True, False, False]
        assert {each.processes for each in (one, two, three)} == {3}


async def test_who_leaves_leaves_everything_to_the_others_at_once(url: str, seal: Seal) -> None:
    async with process(url, seal) as (_, two):
        async with process(url, seal) as (_, one):
            await one.beat()
            await two.beat()
        shift = await two.beat()

        assert shift.taken == _ALL


async def test_who_has_lost_its_connection_is_not_waited_for(url: str, seal: Seal) -> None:
    async with process(url, seal) as (_, one):
        await one.beat()
        end_every_connection_to(url)
        async with process(url, seal) as (_, two):
            assert (await two.beat()).taken == _ALL

            shift = await one.beat()

            assert shift.lost == _ALL
            assert not has(one)
            assert has(two) == _ALL


async def test_an_expired_lease_is_taken_and_its_unit_is_undone(
    url: str, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "_RENEW", sharing._RENEW.replace("+ 10 *", "- 1 *"))
    async with process(url, seal) as (late, one), process(url, seal) as (_, two):
        await one.beat()
        await one.beat()
        monkeypatch.undo()
        lease = one.lease(3)
        await two.beat()

        with pytest.raises(LeaseLost):
            async with late.unit(lease) as unit:
                await unit.inbox.put(1, "p1", b"words", NOW)

        async with late.reading() as unit:
            assert await unit.inbox.waiting(9) == []
        assert two.works_on(3)


async def test_a_lease_that_is_taken_again_has_another_epoch(url: str, seal: Seal) -> None:
    async with process(url, seal) as (storage, one):
        await one.beat()
        before = one.lease(3)
        await one.give_back([3])
        shift = await one.beat()

        assert shift.taken == {3}
        with pytest.raises(LeaseLost):
            async with storage.unit(before):
                pass
        async with storage.unit(one.lease(3)) as unit:
            await unit.inbox.put(1, "p1", b"words", NOW)


async def test_one_unit_of_a_group_loses_its_lease_and_the_others_are_kept(
    url: str, seal: Seal
) -> None:
    async with process(url, seal) as (storage, one):
        await one.beat()
        lost = one.lease(3)
        await one.give_back([3])
        await one.beat()

        async def put(number: int, *, late: bool) -> None:
            async with storage.unit(lost if late else one.lease(3)) as unit:
                await unit.inbox.put(number, "p1", b"words", NOW)

        told = await asyncio.gather(
            *(put(n, late=n % 2 == 0) for n in range(10)), return_exceptions=True
        )

        assert [type(each) for each in told] == [LeaseLost, type(None)] * 5
        async with storage.reading() as unit:
            assert [row.update_id for row in await unit.inbox.waiting(99)] == [1, 3, 5, 7, 9]


async def test_the_others_hear_of_what_is_theirs_and_only_of_that(url: str, seal: Seal) -> None:
    heard: list[str] = []
    async with process(url, seal) as (storage, one), process(url, seal) as (_, two):
        await even_out(one, two)
        two.listen(heard.append)

        async def put(number: int) -> int:
            async with storage.unit() as unit:
                row = await unit.inbox.put(number, f"p{number}", b"words", NOW)
                assert row
                return row.shard

        own = theirs = False
        number = 0
        while not (own and theirs):
            number += 1
            mine = one.works_on(await put(number))
            await asyncio.sleep(0.05)
            assert heard == ([] if mine else ["inbox"])
            heard.clear()
            own, theirs = own or mine, theirs or not mine


async def test_each_reads_what_waits_in_its_own_shards(url: str, seal: Seal) -> None:
    async with process(url, seal) as (storage, one), process(url, seal) as (_, two):
        await even_out(one, two)
        async with storage.unit() as unit:
            for number in range(60):
                await unit.inbox.put(number, f"p{number}", b"words", NOW)

        async with storage.reading() as unit:
            parts = [await unit.inbox.waiting(99, 0, each.working) for each in (one, two)]

        assert sorted(row.update_id for part in parts for row in part) == [*range(60)]
        assert all(
            each.works_on(row.shard)
            for each, part in zip((one, two), parts, strict=True)
            for row in part
        )


async def test_who_puts_something_in_knows_whether_others_did_before(url: str, seal: Seal) -> None:
    async def put(each: Storage, number: int) -> tuple[bool, bool]:
        async with each.unit() as unit:
            await unit.inbox.put(number, "p1", b"words", NOW)
            await unit.outbox.put(ChatId(1), "screen", b"words", Urgency.ANSWER, NOW)
        return unit.inbox.alone, unit.outbox.alone

    async with process(url, seal) as (one, _), process(url, seal) as (two, _):
        told = [await put(one, 1), await put(one, 2), await put(one, 3)]
        told += [await put(two, 4), await put(one, 5), await put(one, 6)]

        alone, joined = (True, True), (False, False)
        assert told == [joined, alone, alone, joined, joined, alone]


async def test_that_others_have_joined_in_is_seen_anew_where_it_was_seen_in_vain(
    url: str, seal: Seal
) -> None:
    async def put(each: Storage, number: int, *, fails: bool = False) -> bool:
        async with each.unit() as unit:
            await unit.inbox.put(number, "p1", b"words", NOW)
            if fails:
                raise ValueError
            return unit.inbox.alone

    async with process(url, seal) as (one, _), process(url, seal) as (two, _):
        await put(one, 1)
        await put(two, 2)
        told = await asyncio.gather(
            put(one, 3, fails=True), put(one, 4), put(one, 5), return_exceptions=True
        )

        assert [type(told[0]), *told[1:]] == [ValueError, False, True]
