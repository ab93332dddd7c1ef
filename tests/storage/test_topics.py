"""Topics that the bot has made, and what groups lack for them."""

from dataclasses import replace

from bot.domain.people import ChatId, Group, Lack
from bot.domain.rules import AgencyRules
from bot.domain.topic import Topic, Topics
from storage.database import Storage
from tests.storage.examples import BOGOR, BOGOR_TRANSPORT, NOW

GROUP, OTHER = ChatId(-1001), ChatId(-1002)
TOPIC = Topic(GROUP, "report:7", 40)


async def test_a_topic_is_found_by_its_subject_and_by_its_number(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.topics.put(TOPIC)
        await unit.topics.put(replace(TOPIC, chat=OTHER, thread=9))

    async with storage.reading() as unit:
        assert await unit.topics.of(GROUP, "report:7") == TOPIC
        assert await unit.topics.at(GROUP, 40) == TOPIC
        assert await unit.topics.at(OTHER, 40) is None


async def test_a_topic_made_anew_takes_the_place_of_the_one_before(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.topics.put(TOPIC)
        await unit.topics.close(GROUP, "report:7", closed=True)
        closed = await unit.topics.of(GROUP, "report:7")
        await unit.topics.put(replace(TOPIC, thread=50))
        anew = await unit.topics.of(GROUP, "report:7")
        await unit.topics.forget(GROUP, "report:7")
        gone = await unit.topics.of(GROUP, "report:7")

    assert closed == replace(TOPIC, closed=True)
    assert anew == replace(TOPIC, thread=50)
    assert gone is None


async def test_a_group_remembers_what_it_lacks_and_since_when(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.access.bind_group(Group(GROUP, BOGOR, "Pemkab"), None, NOW)
        await unit.access.set_lacks(GROUP, frozenset({Lack.PIN, Lack.MANAGE}), NOW)
        lacking = await unit.access.group(GROUP)
        await unit.access.set_lacks(GROUP, frozenset(), NOW)
        whole = await unit.access.group(GROUP)

    assert lacking
    assert lacking.lacks == {Lack.PIN, Lack.MANAGE}
    assert lacking.lacks_since == NOW
    assert whole == Group(GROUP, BOGOR, "Pemkab")


async def test_a_unit_has_the_topics_of_its_government(storage: Storage) -> None:
    async with storage.unit() as unit:
        await unit.rules.save(BOGOR, AgencyRules(topics=Topics.REPORT))

    async with storage.reading() as unit:
        assert (await unit.rules.of(BOGOR_TRANSPORT)).topics is Topics.REPORT
