"""The bot's command menu and what its profile says."""

import re

from bot.sandbox.api.call import Call
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.refusals import bad_request
from bot.sandbox.model.commands import Command, Scope

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_PLAIN = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_NAMING_A_CHAT = {"chat", "chat_administrators", "chat_member"}


def _scope(desk: Desk, call: Call) -> Scope:
    given = call.table("scope", "BotCommandScope")
    if given is None:
        return Scope()
    match given:
        case {"type": str(kind)} if kind in _PLAIN:
            return Scope(kind)
        case {"type": str(kind), "chat_id": named, **rest} if kind in _NAMING_A_CHAT:
            chat = desk.chat(Call(call.method, {"chat_id": named}, {}), write=False)
            user_id = rest.get("user_id")
            if kind == "chat_member" and not isinstance(user_id, int):
                raise bad_request("can't parse BotCommandScope: Invalid user_id specified")
            return Scope(kind, chat.id, user_id if isinstance(user_id, int) else None)
        case _:
            raise bad_request("can't parse BotCommandScope: Unsupported type specified")


def _language(call: Call) -> str:
    code = call.text("language_code")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("LANG_CODE_INVALID")
    return code


async def set_my_commands(desk: Desk, call: Call) -> object:
    found = []
    for item in call.array("commands", "BotCommand") or []:
        match item:
            case {"command": str(name), "description": str(words)}:
                found.append(Command(name.removeprefix("/"), words.strip()))
            case _:
                raise bad_request("can't parse BotCommand: expected an Object")
    if len(found) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in found:
        if not _NAME.fullmatch(command.name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    desk.world.menu.commands[_scope(desk, call), _language(call)] = tuple(found)
    desk.world.changed(None)
    return True


async def get_my_commands(desk: Desk, call: Call) -> object:
    found = desk.world.menu.commands.get((_scope(desk, call), _language(call)), ())
    return [{"command": c.name, "description": c.description} for c in found]


async def delete_my_commands(desk: Desk, call: Call) -> object:
    desk.world.menu.commands.pop((_scope(desk, call), _language(call)), None)
    desk.world.changed(None)
    return True


async def set_my_description(desk: Desk, call: Call) -> object:
    words = call.text("description")
    if len(words) > 512:
        raise bad_request("BOT_DESCRIPTION_INVALID")
    desk.world.menu.description[_language(call)] = words
    desk.world.changed(None)
    return True


async def set_my_short_description(desk: Desk, call: Call) -> object:
    words = call.text("short_description")
    if len(words) > 120:
        raise bad_request("BOT_SHORT_DESCRIPTION_INVALID")
    desk.world.menu.short_description[_language(call)] = words
    desk.world.changed(None)
    return True


async def set_chat_menu_button(desk: Desk, call: Call) -> object:
    given = call.table("menu_button", "menu button") or {"type": "default"}
    if given.get("type") not in {"commands", "web_app", "default"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    chat_id = desk.chat(call, write=False).id if "chat_id" in call.arguments else None
    desk.world.menu.buttons[chat_id] = dict(given)
    desk.world.changed(None)
    return True


async def get_chat_menu_button(desk: Desk, call: Call) -> object:
    chat_id = desk.chat(call, write=False).id if "chat_id" in call.arguments else None
    buttons = desk.world.menu.buttons
    return buttons.get(chat_id) or buttons.get(None) or {"type": "commands"}
