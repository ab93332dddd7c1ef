"""Drafts and open questions live in rows, not in the memory of a process."""

from dataclasses import replace

from bot.domain.draft import Draft
from bot.domain.people import ChatId, Person
from bot.domain.step import Step, StepKind
from storage.database import Storage
from tests.storage.examples import NOW, PHOTO


async def test_a_person_has_one_draft_which_the_next_save_replaces(
    storage: Storage, siti: Person, budi: Person
) -> None:
    first = Draft(siti.id, NOW, NOW).with_words("Lampu taman gelap", NOW)
    second = first.with_attachment(PHOTO, NOW)
    async with storage.unit() as unit:
        await unit.drafts.save(first)

    async with storage.unit() as unit:
        await unit.drafts.save(second)

    async with storage.reading() as unit:
        assert await unit.drafts.of(siti.id) == second
        assert await unit.drafts.of(budi.id) is None


async def test_a_dropped_draft_is_gone(storage: Storage, siti: Person) -> None:
    async with storage.unit() as unit:
        await unit.drafts.save(Draft(siti.id, NOW, NOW))
        await unit.drafts.drop(siti.id)

    async with storage.reading() as unit:
        assert await unit.drafts.of(siti.id) is None


async def test_one_question_stands_open_per_chat(storage: Storage, siti: Person) -> None:
    private = Step(siti.id, siti.chat, StepKind.PLACE, text="di mana?")
    group = Step(siti.id, ChatId(-1001), StepKind.ANSWER, attachments=(PHOTO,))
    later = Step(siti.id, siti.chat, StepKind.WHEN)
    async with storage.unit() as unit:
        await unit.steps.save(private)
        await unit.steps.save(group)

    async with storage.unit() as unit:
        await unit.steps.save(later)

    async with storage.reading() as unit:
        assert await unit.steps.at(siti.id, siti.chat) == later
        assert await unit.steps.at(siti.id, ChatId(-1001)) == group


async def test_a_dropped_question_leaves_those_in_other_chats(
    storage: Storage, siti: Person
) -> None:
    group = Step(siti.id, ChatId(-1001), StepKind.ANSWER)
    async with storage.unit() as unit:
        await unit.steps.save(Step(siti.id, siti.chat, StepKind.PLACE))
        await unit.steps.save(group)

        await unit.steps.drop(siti.id, siti.chat)

    async with storage.reading() as unit:
        assert await unit.steps.at(siti.id, siti.chat) is None
        assert await unit.steps.at(siti.id, ChatId(-1001)) == group


async def test_each_topic_of_a_group_has_its_own_question(storage: Storage, siti: Person) -> None:
    first = Step(siti.id, ChatId(-1001), StepKind.ANSWER, text="satu")
    second = replace(first, text="dua")

    async with storage.unit() as unit:
        await unit.steps.save(first, 40)
        await unit.steps.save(second, 41)
        await unit.steps.drop(siti.id, ChatId(-1001), 41)

    async with storage.reading() as unit:
        assert await unit.steps.at(siti.id, ChatId(-1001), 40) == first
        assert await unit.steps.at(siti.id, ChatId(-1001), 41) is None
        assert await unit.steps.at(siti.id, ChatId(-1001)) is None
