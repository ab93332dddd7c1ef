"""What Telegram refuses, the sandbox refuses, in Telegram's words."""

from typing import Any

import pytest

from bot.sandbox import Person, Sandbox
from tests.sandbox.asking import refused

LONG_DATA = {"inline_keyboard": [[{"text": "x", "callback_data": "é" * 33}]]}


COMMAND = {"command": "lapor", "description": "Buat laporan"}
TAP = {"text": "a", "callback_data": "b"}
UNTAUGHT_SENTENCE = 'parameter "receiver_user_id" of sendMessage was not taught'


def button(**what: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Tombol", **what}]]}


@pytest.mark.parametrize(
    ("method", "arguments", "sentence"),
    [
        ("sendMessage", {"text": ""}, "message text is empty"),
        ("sendMessage", {"text": " \n "}, "text must be non-empty"),
        ("sendMessage", {"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ("sendMessage", {"text": "a" * 4097}, "message is too long"),
        ("sendMessage", {"text": "🏟" * 2049}, "message is too long"),
        ("sendMessage", {"text": "a" * 32769}, "text is too long"),
        ("sendMessage", {"text": "a", "parse_mode": "Markdown9"}, "unsupported parse_mode"),
        (
            "sendMessage",
            {"text": "<p>a</p>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
        ),
        ("sendMessage", {"text": "a", "reply_markup": LONG_DATA}, "BUTTON_DATA_INVALID"),
        (
            "sendMessage",
            {"text": "a", "reply_markup": button(callback_data="")},
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": button()},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": button(url="javascript://x")},
            "inline keyboard button URL 'javascript://x' is invalid: Unsupported URL protocol",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": button(url="http://localhost/x")},
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": "{"},
            "can't parse reply keyboard markup JSON object",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_parameters": {"message_id": 999}},
            "message to be replied not found",
        ),
        ("sendMessage", {"text": "a", "message_thread_id": 5}, "message thread not found"),
        (
            "sendMessage",
            {"text": "a", "reply_markup": []},
            "object expected as reply keyboard markup",
        ),
        ("sendMessage", {"text": "a", "entities": {}}, "expected an Array of entities"),
        (
            "sendMessage",
            {"text": "a", "entities": [1]},
            "can't parse MessageEntity: Object expected as text entity",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": {"inline_keyboard": [1]}},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": {"inline_keyboard": [[1]]}},
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": {"keyboard": [[1]]}},
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": {"keyboard": [[{}]]}},
            "can't parse keyboard button: Can't find field \"text\"",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": {"keyboard": [[" "]]}},
            "keyboard button text must be non-empty",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": {"inline_keyboard": [[TAP] * 10] * 11}},
            "reply markup is too long",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": button(copy_text={"text": ""})},
            "BUTTON_COPY_TEXT_INVALID",
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": button(web_app={"url": "http://example.org"})},
            (
                "inline keyboard button Web App URL 'http://example.org' is invalid: "
                "Only HTTPS links are allowed"
            ),
        ),
        (
            "sendMessage",
            {"text": "a", "reply_markup": button(url="https://")},
            "inline keyboard button URL 'https://' is invalid: URL host is empty",
        ),
        (
            "editMessageReplyMarkup",
            {"message_id": 1, "reply_markup": {"keyboard": [["a"]]}},
            "inline keyboard expected",
        ),
        ("editMessageMedia", {"message_id": 1}, "media is not specified"),
        (
            "editMessageMedia",
            {"message_id": 1, "media": {"type": "photo"}},
            "can't parse InputMedia: Can't find field \"media\"",
        ),
        (
            "sendMediaGroup",
            {"media": [{"media": "x"}]},
            "can't parse InputMedia: Can't find field \"type\"",
        ),
        (
            "sendMediaGroup",
            {"media": [{"type": "voice", "media": "x"}]},
            "can't parse InputMedia: type voice is not taught",
        ),
        ("deleteMessages", {}, "message identifiers are not specified"),
        (
            "deleteMessages",
            {"message_ids": list(range(101))},
            "too many message identifiers specified",
        ),
        ("sendMessage", {"text": "a", "receiver_user_id": 5}, UNTAUGHT_SENTENCE),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "AgAC"}, "wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {"photo": "https://example.org/a.jpg"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"photo": "x", "caption": "a" * 1025}, "message caption is too long"),
        ("sendMediaGroup", {"media": []}, "there are no messages to send"),
        (
            "sendMediaGroup",
            {"media": [{"type": "photo", "media": "x"}] * 11},
            "too many messages to send as an album",
        ),
        ("sendLocation", {"latitude": 91, "longitude": 0}, "wrong location specified"),
        ("sendLocation", {"longitude": 0}, "latitude is empty"),
        ("sendChatAction", {"action": "sing"}, "wrong parameter action in request"),
        ("editMessageText", {"message_id": 999, "text": "a"}, "message to edit not found"),
        ("editMessageText", {"text": "a"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 1, "text": "a"}, "message can't be edited"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("pinChatMessage", {"message_id": 999}, "message to pin not found"),
        ("unpinChatMessage", {}, "message to unpin not found"),
        ("copyMessage", {"from_chat_id": 1, "message_id": 1}, "chat not found"),
        ("createForumTopic", {"name": "Topik"}, "the chat is not a forum"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
        ("getChatMember", {"user_id": 5}, "PARTICIPANT_ID_INVALID"),
        ("getChatMember", {"user_id": 0}, "invalid user_id specified"),
    ],
)
async def test_a_faulty_call_is_refused(
    sandbox: Sandbox, siti: Person, method: str, arguments: dict[str, Any], sentence: str
) -> None:
    answer = await refused(sandbox, method, chat_id=siti.id, **arguments)

    assert answer == (400, f"Bad Request: {sentence}")


@pytest.mark.parametrize(
    ("method", "arguments", "sentence"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"text": "a", "chat_id": "12"}, "chat not found"),
        ("sendMessage", {"text": "a", "chat_id": "@nobody"}, "chat not found"),
        ("sendMessage", {"text": "a", "chat_id": "x"}, "chat not found"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("getFile", {}, "file_id not specified"),
        ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
        (
            "setMyCommands",
            {"commands": [{"command": "Lapor", "description": "x"}]},
            "BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "lapor", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ("setMyCommands", {"commands": [], "language_code": "indonesia"}, "LANG_CODE_INVALID"),
        ("setMyCommands", {"commands": [1]}, "can't parse BotCommand: expected an Object"),
        ("setMyCommands", {"commands": [COMMAND] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        (
            "setMyCommands",
            {"commands": [COMMAND], "scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            "setMyShortDescription",
            {"short_description": "a" * 121},
            "BOT_SHORT_DESCRIPTION_INVALID",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "x"}},
            "can't parse menu button: MenuButton has unsupported type",
        ),
        (
            "setWebhook",
            {"url": "https://example.org/hook"},
            "bad webhook: Failed to resolve host: Name or service not known",
        ),
        ("setMyDescription", {"description": "a" * 513}, "BOT_DESCRIPTION_INVALID"),
        ("setWebhook", {"url": "ftp://127.0.0.1"}, "invalid webhook URL specified"),
        (
            "setWebhook",
            {"url": "http://example.org/hook"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "setWebhook",
            {"url": "http://127.0.0.1/", "secret_token": "ä"},
            "secret token contains unallowed characters",
        ),
        (
            "setWebhook",
            {"url": "http://127.0.0.1/", "secret_token": "a" * 257},
            "secret token is too long",
        ),
    ],
)
async def test_a_faulty_call_without_a_chat_is_refused(
    sandbox: Sandbox, method: str, arguments: dict[str, Any], sentence: str
) -> None:
    answer = await refused(sandbox, method, **arguments)

    assert answer == (400, f"Bad Request: {sentence}")
