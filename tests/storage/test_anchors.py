"""What a group's messages show is still known when the group has another number."""

from bot.domain.people import ChatId, Person
from storage.database import Storage
from tests.storage.examples import a_report

GROUP, SUPERGROUP = ChatId(-5), ChatId(-1005)


async def test_the_cards_of_a_group_are_known_in_its_supergroup(
    storage: Storage, siti: Person
) -> None:
    async with storage.unit() as unit:
        report = await unit.reports.add(a_report(siti.id))
        await unit.anchors.put(GROUP, 40, report.id, "card")

        await unit.anchors.move(GROUP, SUPERGROUP)
        await unit.anchors.move(GROUP, SUPERGROUP)

        moved = await unit.anchors.newest(SUPERGROUP, "card", report.id)
        cards = await unit.anchors.cards(report.id)
        assert moved
        assert (moved.chat, moved.message) == (SUPERGROUP, 40)
        assert cards == [moved]
        assert await unit.anchors.at(GROUP, 40) is None


async def test_what_the_supergroup_has_under_a_number_stays(storage: Storage, siti: Person) -> None:
    async with storage.unit() as unit:
        old = await unit.reports.add(a_report(siti.id))
        new = await unit.reports.add(a_report(siti.id))
        await unit.anchors.put(GROUP, 7, old.id, "card")
        await unit.anchors.put(SUPERGROUP, 7, new.id, "card")

        await unit.anchors.move(GROUP, SUPERGROUP)

        there = await unit.anchors.at(SUPERGROUP, 7)
        assert there
        assert there.report == new.id
        assert await unit.anchors.cards(old.id) == []


async def test_a_file_is_not_looked_for_where_its_number_is_another_message(
    storage: Storage, siti: Person
) -> None:
    async with storage.unit() as unit:
        report = await unit.reports.add(a_report(siti.id))
        await unit.anchors.put(GROUP, 40, report.id, "card")
        await unit.anchors.put(GROUP, 41, report.id, "file")

        await unit.anchors.move(GROUP, SUPERGROUP)

        assert [each.message for each in await unit.anchors.of_report(report.id)] == [40]
