"""Groups, topics and channels behave as Telegram's."""

from telegram import Bot, Update

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.asking import refused, result


async def heard(bot: Bot) -> list[Update]:
    """Everything that waits for the bot, confirmed."""
    found = await bot.get_updates()
    if found:
        await bot.get_updates(offset=found[-1].update_id + 1)
    return list(found)


async def texts(bot: Bot) -> list[str]:
    return [u.effective_message.text or "" for u in await heard(bot) if u.effective_message]


async def test_the_bot_hears_that_it_was_added_and_put_out(
    bot: Bot, office: Group, budi: Person
) -> None:
    await heard(bot)
    await office.promotes_bot(by=budi)
    await office.removes_bot(by=budi)

    changes = [u.my_chat_member for u in await heard(bot) if u.my_chat_member]

    assert [(c.old_chat_member.status, c.new_chat_member.status) for c in changes] == [
        ("member", "administrator"),
        ("administrator", "kicked"),
    ]
    assert {c.chat.id for c in changes} == {office.id}


async def test_the_bot_hears_that_it_was_blocked(bot: Bot, siti: Person) -> None:
    await heard(bot)
    await siti.blocks()
    await siti.opens("https://t.me/lapor_latihan_bot?start=kembali")

    found = await heard(bot)

    changes = [u.my_chat_member.new_chat_member.status for u in found if u.my_chat_member]
    assert changes == ["kicked", "member"]
    assert [u.message.text for u in found if u.message] == ["/start kembali"]


async def test_a_member_bot_hears_only_what_is_meant_for_it(
    bot: Bot, sandbox: Sandbox, office: Group, budi: Person
) -> None:
    card = await result(sandbox, "sendMessage", chat_id=office.id, text="Kartu")
    await heard(bot)
    message = office.latest
    assert message is not None

    await budi.says("obrolan biasa", chat=office)
    await budi.says("/status", chat=office)
    await budi.says("/status@bot_lain", chat=office)
    await budi.says("tolong @lapor_latihan_bot", chat=office)
    await budi.says("jawaban", chat=office, reply_to=message)

    assert card["message_id"] == message.id
    assert await texts(bot) == ["/status", "tolong @lapor_latihan_bot", "jawaban"]


async def test_an_admin_bot_hears_everything(bot: Bot, office: Group, budi: Person) -> None:
    await office.promotes_bot(by=budi)
    await heard(bot)

    await budi.says("obrolan biasa", chat=office)

    assert await texts(bot) == ["obrolan biasa"]


async def test_a_group_link_adds_the_bot_and_brings_its_word(
    bot: Bot, sandbox: Sandbox, budi: Person
) -> None:
    group = sandbox.group("Kelurahan", members=[budi])
    await heard(bot)

    await budi.opens("t.me/lapor_latihan_bot?startgroup=UND-123", chat=group)

    found = await heard(bot)
    assert [u.my_chat_member.new_chat_member.status for u in found if u.my_chat_member] == [
        "member"
    ]
    last = found[-1].message
    assert last is not None
    assert last.text == "/start@lapor_latihan_bot UND-123"


async def test_an_anonymous_admin_and_a_channel_hide_who_writes(
    bot: Bot, office: Group, budi: Person
) -> None:
    await office.promotes_bot(by=budi)
    await heard(bot)
    await budi.says("dari admin", chat=office, anonymous=True)
    await budi.says_as_channel("dari kanal", "Berita Bogor", chat=office)

    first, second = [u.message for u in await heard(bot)]

    assert first is not None
    assert second is not None
    assert first.from_user is not None
    assert first.from_user.username == "GroupAnonymousBot"
    assert first.sender_chat is not None
    assert first.sender_chat.id == office.id
    assert second.sender_chat is not None
    assert second.sender_chat.title == "Berita Bogor"


async def test_a_channel_post_is_no_message(bot: Bot, sandbox: Sandbox, budi: Person) -> None:
    channel = sandbox.channel("Pengumuman", members=[budi])
    await channel.adds_bot(by=budi)
    await heard(bot)

    await budi.says("Rapat besok", chat=channel)

    (update,) = await heard(bot)
    assert update.message is None
    assert update.channel_post is not None
    assert update.channel_post.text == "Rapat besok"


async def test_migration_is_told_in_both_chats(bot: Bot, office: Group) -> None:
    old = office.id
    await heard(bot)

    await office.migrates()

    first, second = [u.message for u in await heard(bot)]
    assert first is not None
    assert second is not None
    assert (first.chat.id, first.migrate_to_chat_id) == (old, office.id)
    assert (second.chat.id, second.migrate_from_chat_id) == (office.id, old)


async def test_a_bot_with_the_right_keeps_topics(bot: Bot, forum: Group, budi: Person) -> None:
    await forum.promotes_bot(by=budi)

    topic = await bot.create_forum_topic(forum.id, "LPR-7K3M")
    await bot.send_message(forum.id, "Kartu", message_thread_id=topic.message_thread_id)
    await bot.edit_forum_topic(forum.id, topic.message_thread_id, name="LPR-7K3M selesai")
    await bot.close_forum_topic(forum.id, topic.message_thread_id)

    assert [(t.name, t.closed) for t in forum.topics] == [("LPR-7K3M selesai", True)]
    assert forum.messages[-1].thread == topic.message_thread_id
    assert await bot.reopen_forum_topic(forum.id, topic.message_thread_id)


async def test_a_closed_topic_takes_nothing_from_a_plain_member(
    sandbox: Sandbox, forum: Group, budi: Person
) -> None:
    topic = await forum.opens_topic(budi, "Laporan")
    await forum.closes_topic(budi, topic)
    there = {"chat_id": forum.id, "text": "a", "message_thread_id": topic.id}

    closed = await refused(sandbox, "sendMessage", **there)
    await forum.reopens_topic(budi, topic)
    sent = await result(sandbox, "sendMessage", **there)
    await forum.deletes_topic(topic)
    gone = await refused(sandbox, "sendMessage", **there)

    assert closed == (400, "Bad Request: TOPIC_CLOSED")
    assert sent["message_thread_id"] == topic.id
    assert gone == (400, "Bad Request: message thread not found")


async def test_an_answer_stays_in_the_topic_of_its_message(
    sandbox: Sandbox, forum: Group, budi: Person
) -> None:
    topic = await forum.opens_topic(budi, "Laporan")
    question = await budi.says("/status", chat=forum, thread=topic)

    answer = await result(
        sandbox,
        "sendMessage",
        chat_id=forum.id,
        text="Baik",
        reply_parameters={"message_id": question.id},
    )

    assert answer["message_thread_id"] == topic.id


async def test_administrators_are_named_without_bots(bot: Bot, office: Group, budi: Person) -> None:
    await office.promotes_bot(by=budi)

    admins = await bot.get_chat_administrators(office.id)

    assert [(admin.user.id, admin.status) for admin in admins] == [(budi.id, "creator")]


async def test_people_come_and_go(bot: Bot, sandbox: Sandbox, office: Group, budi: Person) -> None:
    ani = sandbox.person("Ani")
    await office.adds(ani, by=budi)
    before = await bot.get_chat_member(office.id, ani.id)
    await office.removes(ani, by=budi)

    after = await bot.get_chat_member(office.id, ani.id)

    assert (before.status, after.status) == ("member", "kicked")


async def test_groups_share_message_ids_with_private_chats_and_supergroups_do_not(
    sandbox: Sandbox, siti: Person, office: Group, forum: Group, budi: Person
) -> None:
    private = await siti.says("satu")
    group = await budi.says("/dua", chat=office)
    supergroup = await budi.says("/tiga", chat=forum)

    assert group.id == private.id + 1
    assert supergroup.id < group.id
    assert sandbox.world.chats[forum.id].messages[supergroup.id] is supergroup


async def test_words_in_a_topic_answer_the_note_that_opened_it(
    bot: Bot, forum: Group, budi: Person
) -> None:
    topic = await forum.opens_topic(budi, "Laporan")
    said = await budi.says("/halo", chat=forum, thread=topic)
    answer = await budi.says("/juga", reply_to=said, chat=forum)

    said_there = [u.message for u in await heard(bot) if u.message]
    answered = {m.message_id: m.reply_to_message for m in said_there}
    opened, other = answered[said.id], answered[answer.id]

    assert opened
    assert opened.forum_topic_created
    assert opened.forum_topic_created.name == "Laporan"
    assert other
    assert other.message_id == said.id
