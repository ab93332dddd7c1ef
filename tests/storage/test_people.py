"""People and what they are asked next."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people import ChatId, Consent, Person, PersonId
from storage.database import Storage
from storage.errors import NoSuchPerson
from tests.storage.examples import NOW


async def test_a_person_is_found_again_by_their_chat(storage: Storage, siti: Person) -> None:
    async with storage.reading() as unit:
        found = await unit.people.with_chat(siti.chat)

    assert found == siti
    assert found.name == "Siti Rahmawati"


async def test_a_stranger_is_nobody(storage: Storage, siti: Person) -> None:
    async with storage.reading() as unit:
        found = await unit.people.with_chat(ChatId(siti.chat + 1))
        with pytest.raises(NoSuchPerson):
            await unit.people.get(PersonId(siti.id + 1))

    assert found is None


async def test_adding_a_known_person_again_changes_nothing(storage: Storage, siti: Person) -> None:
    async with storage.unit() as unit:
        again = await unit.people.add(siti.chat, "Somebody Else", "en", NOW)

    assert again == siti


async def test_consent_language_and_a_block_are_remembered(storage: Storage, siti: Person) -> None:
    changed = replace(
        siti,
        language="en",
        name="Siti R.",
        consent=Consent("2026-01", NOW),
        blocked_since=NOW + timedelta(days=2),
    )

    async with storage.unit() as unit:
        await unit.people.save(changed)

    async with storage.reading() as unit:
        assert await unit.people.get(siti.id) == changed


async def test_a_person_who_was_never_added_cannot_be_saved(storage: Storage, siti: Person) -> None:
    with pytest.raises(NoSuchPerson):
        async with storage.unit() as unit:
            await unit.people.save(replace(siti, id=PersonId(99)))
