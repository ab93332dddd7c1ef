"""Who comes is read at one look, with all that their update needs."""

from datetime import timedelta

from bot.domain.agency import AgencyCode
from bot.domain.draft import Draft
from bot.domain.people import ChatId, Person, Role
from bot.domain.step import Step, StepKind
from storage.database import Storage
from tests.storage.examples import NOW

GROUP = ChatId(-100_42)
TOPIC = 7


async def test_a_visitor_is_who_they_are_with_what_they_may_be_and_what_stands_open(
    storage: Storage, siti: Person
) -> None:
    step = Step(siti.id, siti.chat, StepKind.PLACE)
    async with storage.unit() as unit:
        for agency in ("32.01/perhubungan", "32.75", "31.71"):
            await unit.access.grant(siti.id, AgencyCode(agency), Role.OFFICER, None, NOW)
        await unit.access.grant(siti.id, None, Role.ADMIN, None, NOW)
        await unit.access.revoke(siti.id, AgencyCode("31.71"), None, NOW)
        await unit.steps.save(step)
        await unit.steps.save(Step(siti.id, GROUP, StepKind.NOTE), TOPIC)
        await unit.drafts.save(Draft(siti.id, NOW, NOW).with_words("Lampu mati", NOW))

    async with storage.reading() as unit:
        alone = await unit.visitors.at(siti.chat, siti.chat)
        in_topic = await unit.visitors.at(siti.chat, GROUP, TOPIC)
        in_group = await unit.visitors.at(siti.chat, GROUP)
        draft = await unit.drafts.of(siti.id)

    async with storage.reading() as unit:
        actor = await unit.access.actor(siti.id)
        read_alone = await unit.drafts.of(siti.id)
    assert alone
    assert in_topic
    assert in_topic.step
    assert in_group
    assert (alone.person, alone.actor, alone.step) == (siti, actor, step)
    assert (in_topic.step.kind, in_group.step) == (StepKind.NOTE, None)
    assert actor.admin
    assert {held.agency for held in actor.memberships} == {"32.01/perhubungan", "32.75"}
    assert draft == read_alone
    assert draft
    assert draft.text == "Lampu mati"


async def test_a_visitor_without_rights_question_or_draft_is_nobody_but_themselves(
    storage: Storage, siti: Person
) -> None:
    async with storage.reading() as unit:
        visitor = await unit.visitors.at(siti.chat, siti.chat)
        draft = await unit.drafts.of(siti.id)
        stranger = await unit.visitors.at(GROUP, GROUP)

    assert visitor
    assert (visitor.person, visitor.step, visitor.seen_at) == (siti, None, NOW)
    assert (visitor.actor.admin, visitor.actor.memberships) == (False, ())
    assert draft is None
    assert stranger is None


async def test_when_a_visitor_was_last_here_is_remembered_to_the_day(
    storage: Storage, siti: Person
) -> None:
    moments = []
    for hours in (1, 23, 25, 48):
        now = NOW + timedelta(hours=hours)
        async with storage.unit() as unit:
            visitor = await unit.visitors.at(siti.chat, siti.chat)
            assert visitor
            await unit.people.seen(siti.id, now, visitor.seen_at)
            moments.append(visitor.seen_at)

    assert moments == [NOW, NOW, NOW, NOW + timedelta(hours=25)]
