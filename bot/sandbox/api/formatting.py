"""Formatted text and keyboards, as calls bring them."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from bot.sandbox.api.call import Call
from bot.sandbox.api.limits import BUTTONS, CALLBACK_BYTES, CAPTION_UNITS, TEXT_UNITS
from bot.sandbox.api.refusals import bad_request
from bot.sandbox.model.entities import Entity, cleaned, trimmed, utf16_length, with_found
from bot.sandbox.model.html import EntitiesError, parse_html
from bot.sandbox.model.messages import (
    Button,
    ButtonKind,
    ForcedReply,
    InlineKeyboard,
    KeyboardRemoval,
    Markup,
    ReplyKeyboard,
    Rows,
)

Formatted = tuple[str, tuple[Entity, ...]]


def message_text(call: Call) -> Formatted:
    """The call's text, 1 to 4,096 UTF-16 units after its entities are parsed."""
    given = call.text("text")
    if not given:
        raise bad_request("message text is empty")
    text, entities = formatted(given, call.text("parse_mode"), call.array("entities", "entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > TEXT_UNITS:
        raise bad_request("message is too long")
    return text, entities


def caption(call: Call) -> Formatted:
    """The call's caption, at most 1,024 UTF-16 units after its entities are parsed."""
    return caption_text(
        call.text("caption"),
        call.text("parse_mode"),
        call.array("caption_entities", "caption entities"),
    )


def caption_text(given: str, mode: str, entities: Iterable[object] | None) -> Formatted:
    text, found = formatted(given, mode, entities)
    if utf16_length(text) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    return text, found


def formatted(given: str, mode: str, entities: Iterable[object] | None = None) -> Formatted:
    if len(given) > 8192 and len(given.encode()) > 1 << 15:
        raise bad_request("text is too long")
    match mode.lower():
        case "html":
            try:
                text, found = parse_html(given)
            except EntitiesError as error:
                raise bad_request(f"can't parse entities: {error}") from None
        case "" | "none":
            text, found = given, tuple(_entity(entity) for entity in entities or ())
        case _:
            raise bad_request("unsupported parse_mode")
    text, found = trimmed(cleaned(text), found)
    return text, with_found(text, found)


def _entity(given: object) -> Entity:
    match given:
        case {"type": str(kind), "offset": int(offset), "length": int(length), **rest}:
            url, language = rest.get("url"), rest.get("language")
            return Entity(
                kind,
                offset,
                length,
                url if isinstance(url, str) else None,
                language if isinstance(language, str) else None,
            )
        case _:
            raise bad_request("can't parse MessageEntity: Object expected as text entity")


def markup(call: Call) -> Markup | None:
    """The call's reply_markup, whichever of the four it is."""
    given = call.table("reply_markup", "reply keyboard markup")
    if given is None:
        return None
    selective = bool(given.get("selective"))
    placeholder = given.get("input_field_placeholder")
    words = placeholder if isinstance(placeholder, str) else None
    if given.get("keyboard"):
        rows = _rows(given["keyboard"], '"keyboard"', inline=False)
        return ReplyKeyboard(rows, bool(given.get("one_time_keyboard")), selective, words)
    if given.get("inline_keyboard"):
        name = '"inline_keyboard" of the InlineKeyboardMarkup'
        rows = _rows(given["inline_keyboard"], name, inline=True)
        return InlineKeyboard(rows) if rows else None
    if given.get("remove_keyboard"):
        return KeyboardRemoval(selective)
    if given.get("force_reply"):
        return ForcedReply(selective, words)
    return None


def inline_markup(call: Call) -> InlineKeyboard | None:
    """The reply_markup of an edit, which may only be an inline keyboard."""
    found = markup(call)
    if found is None or isinstance(found, InlineKeyboard):
        return found
    raise bad_request("inline keyboard expected")


def _rows(given: object, name: str, *, inline: bool) -> Rows:
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise bad_request(f"field {name} must be an Array of Arrays")
    rows = tuple(
        tuple(_inline_button(item) if inline else _reply_button(item) for item in row)
        for row in given
        if row
    )
    if sum(len(row) for row in rows) > BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _reply_button(given: object) -> Button:
    match given:
        case str(text):
            return Button(_label(text, "keyboard button"), ButtonKind.TEXT)
        case {"text": str(text), **rest}:
            label = _label(text, "keyboard button")
            if rest.get("request_location"):
                return Button(label, ButtonKind.LOCATION)
            if rest.get("request_contact"):
                return Button(label, ButtonKind.CONTACT)
            return Button(label, ButtonKind.TEXT)
        case {}:
            raise bad_request("can't parse keyboard button: Can't find field \"text\"")
        case _:
            raise bad_request(
                "can't parse keyboard button: KeyboardButton must be a String or an Object"
            )


def _label(text: str, what: str) -> str:
    if not text.strip():
        raise bad_request(f"{what} text must be non-empty")
    return text.strip()


_VALUED: Final = {
    "url": ButtonKind.URL,
    "callback_data": ButtonKind.CALLBACK,
    "switch_inline_query": ButtonKind.SWITCH,
    "switch_inline_query_current_chat": ButtonKind.SWITCH,
}


def _inline_button(given: object) -> Button:
    what = "can't parse inline keyboard button"
    if not isinstance(given, dict):
        raise bad_request(f"{what}: InlineKeyboardButton must be an Object")
    text = given.get("text")
    if not isinstance(text, str):
        raise bad_request(f'{what}: Can\'t find field "text"')
    label = _label(text, "inline keyboard button")
    style = given.get("style")
    look = style if isinstance(style, str) else None
    for name, kind in _VALUED.items():
        value = given.get(name)
        if isinstance(value, str) and (value or kind is ButtonKind.SWITCH):
            _check_value(kind, value)
            return Button(label, kind, value, look)
    match given:
        case {"copy_text": {"text": str(copied)}} if 0 < utf16_length(copied) <= 256:
            return Button(label, ButtonKind.COPY, copied, look)
        case {"copy_text": _}:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        case {"web_app": {"url": str(url)}}:
            if not url.startswith("https://"):
                raise bad_request(
                    f"inline keyboard button Web App URL '{url}' is invalid: "
                    "Only HTTPS links are allowed"
                )
            return Button(label, ButtonKind.WEB_APP, url, look)
        case {"callback_data": _}:
            raise bad_request("BUTTON_DATA_INVALID")
        case _:
            raise bad_request(f"{what}: Text buttons are unallowed in the inline keyboard")


def _check_value(kind: ButtonKind, value: str) -> None:
    if kind is ButtonKind.CALLBACK and len(value.encode()) > CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if kind is not ButtonKind.URL:
        return
    parts = urlsplit(value if "://" in value else f"http://{value}")
    reason = None
    if parts.scheme in {"http", "https", "ton", "tonsite"}:
        if not parts.hostname:
            reason = "URL host is empty"
        elif "." not in parts.hostname or " " in value:
            reason = "Wrong HTTP URL"
    elif parts.scheme != "tg":
        reason = "Unsupported URL protocol"
    if reason:
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: {reason}")
