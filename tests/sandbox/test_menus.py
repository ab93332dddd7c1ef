"""The command menu and the profile are kept by scope and language."""

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    MenuButtonCommands,
)

from bot.sandbox import Group, Person, Sandbox
from tests.sandbox.asking import result


async def test_the_menu_is_the_one_for_the_language_and_the_chat(
    bot: Bot, sandbox: Sandbox, siti: Person
) -> None:
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("bantuan", "Bantuan")], language_code="id")
    menu = sandbox.world.menu

    assert [c.name for c in menu.shown(siti.chat, siti.id, "id")] == ["bantuan"]
    assert [c.name for c in menu.shown(siti.chat, siti.id, "en")] == ["help"]

    await bot.set_my_commands([BotCommand("antrean", "x")], scope=BotCommandScopeChat(siti.id))

    assert [c.name for c in menu.shown(siti.chat, siti.id, "id")] == ["antrean"]


async def test_the_profile_keeps_what_the_bot_says_of_itself(bot: Bot, sandbox: Sandbox) -> None:
    await bot.set_my_description("Lapor di sini", language_code="id")
    await bot.set_my_short_description("Lapor")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())

    assert sandbox.world.menu.description == {"id": "Lapor di sini"}
    assert sandbox.world.menu.short_description == {"": "Lapor"}
    assert sandbox.world.menu.buttons == {None: {"type": "commands"}}


async def test_menus_can_be_read_back_and_taken_away(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("lapor", "Buat laporan")])

    before = await bot.get_my_commands()
    await bot.delete_my_commands()
    after = await bot.get_my_commands()

    assert [(c.command, c.description) for c in before] == [("lapor", "Buat laporan")]
    assert after == ()
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_a_group_sees_the_menu_of_its_members_and_admins(
    sandbox: Sandbox, office: Group, budi: Person
) -> None:
    for kind, name in (("all_group_chats", "semua"), ("all_chat_administrators", "pengurus")):
        await result(
            sandbox,
            "setMyCommands",
            commands=[{"command": name, "description": "x"}],
            scope={"type": kind},
        )
    menu = sandbox.world.menu

    member = menu.shown(office.chat, budi.id, "id")
    admin = menu.shown(office.chat, budi.id, "id", admin=True)

    assert ([c.name for c in member], [c.name for c in admin]) == (["semua"], ["pengurus"])
