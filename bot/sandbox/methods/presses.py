"""Answers to presses."""

from bot.sandbox.api.call import Call
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.limits import ANSWER_UNITS, QUERY_SECONDS
from bot.sandbox.api.refusals import bad_request, query_too_old
from bot.sandbox.model.entities import utf16_length


async def answer_callback_query(desk: Desk, call: Call) -> object:
    press = desk.world.presses.get(call.text("callback_query_id"))
    if press is None or (desk.clock.now() - press.at).total_seconds() > QUERY_SECONDS:
        raise query_too_old()
    text = call.text("text")
    if utf16_length(text) > ANSWER_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.text("url") or None
    if url is not None and not url.startswith(f"https://t.me/{desk.world.bot.username}?start="):
        raise bad_request("URL_INVALID")
    desk.world.answer(press, text or None, alert=call.flag("show_alert"), url=url)
    return True
