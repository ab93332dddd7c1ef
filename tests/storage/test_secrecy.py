"""Whoever gets hold of the files reads no name, no words and no Telegram id in them."""

from dataclasses import replace
from pathlib import Path

from bot.domain.draft import Draft
from bot.domain.notice import Urgency
from bot.domain.people import ChatId, Group, Invitation, InvitationKind
from bot.domain.step import Step, StepKind
from storage.database import Storage
from tests.storage.examples import BOGOR, NOW, PHOTO, a_follow_up, a_line, a_report

CHAT, GROUP = ChatId(6123456789), ChatId(-1001987654321)
WORDS = "Kepala kantor meminta uang rokok"


async def store_everything(storage: Storage) -> None:
    """Say the same words in every place that keeps words, with every id that Telegram gives."""
    async with storage.unit() as unit:
        person = await unit.people.add(CHAT, WORDS, "id", NOW)
        await unit.access.bind_group(Group(GROUP, BOGOR, WORDS), person.id, NOW)
        await unit.access.invite(b"t" * 32, Invitation(InvitationKind.GROUP, BOGOR, person.id, NOW))
        photo = replace(PHOTO, file=WORDS, name=WORDS, unique=WORDS)
        draft = Draft(person.id, NOW, NOW).with_words(WORDS, NOW).with_attachment(photo, NOW)
        await unit.drafts.save(draft)
        await unit.steps.save(Step(person.id, GROUP, StepKind.ANSWER, text=WORDS))
        example = a_report(person.id, title=WORDS, text=WORDS)
        assert example.place is not None
        assert example.happened is not None
        report = await unit.reports.add(
            replace(
                example,
                place=replace(example.place, label=WORDS, words=WORDS),
                happened=replace(example.happened, words=WORDS),
                suggested=(replace(example.suggested[0], reasons=(WORDS,)),),
            )
        )
        await unit.reports.save(replace(report, title=f"{WORDS}!"))
        await unit.reports.attach(report.id, (photo,), NOW)
        answer = a_follow_up(report.id, person.id, text=WORDS, attachments=(photo,))
        await unit.follow_ups.add(answer)
        await unit.history.append(a_line(report.id, by=person.id))
        await unit.anchors.put(GROUP, 1, report.id, "card")
        await unit.inbox.put(1, f"person:{CHAT}", WORDS.encode(), NOW)
        await unit.outbox.put(
            CHAT, "screen", WORDS.encode(), Urgency.ANSWER, NOW, merge_key=f"card:{CHAT}:1"
        )


def everything_in(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


async def test_no_file_shows_words_names_or_telegrams_ids(storage: Storage, database: Path) -> None:
    await store_everything(storage)

    while_open = everything_in(database.parent)
    await storage.close()
    when_closed = everything_in(database.parent)

    for content in (while_open, when_closed):
        assert b"Terdisposisi" in content
        assert WORDS.encode() not in content
        assert b"uang rokok" not in content
        assert b"Cibinong" not in content
        for chat in (CHAT, GROUP):
            assert str(chat).encode() not in content
            for length in (6, 8):
                assert chat.to_bytes(length, "big", signed=True) not in content
                assert chat.to_bytes(length, "little", signed=True) not in content


async def test_payloads_are_gone_when_they_are_done(storage: Storage, database: Path) -> None:
    await store_everything(storage)
    async with storage.unit() as unit:
        [received] = await unit.inbox.waiting(10)
        [to_say] = await unit.outbox.waiting(NOW, 10)

        await unit.inbox.done(received.id, NOW)
        await unit.outbox.sent(to_say.id, NOW, 1)

    import sqlite3

    with sqlite3.connect(database) as connection:
        left = connection.execute(
            "SELECT payload FROM inbox UNION ALL SELECT payload FROM outbox"
        ).fetchall()
    connection.close()
    assert left == [(None,), (None,)]
