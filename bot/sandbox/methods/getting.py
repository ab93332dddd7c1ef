"""Who the bot is, and how it gets its updates."""

from collections.abc import Collection

from bot.sandbox.api.call import Call
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.limits import DOWNLOAD_BYTES
from bot.sandbox.api.refusals import bad_request, conflict
from bot.sandbox.api.webhook import Address
from bot.sandbox.model.wire import file_json, user_json


async def get_me(desk: Desk, _: Call) -> object:
    return {
        **user_json(desk.world.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": not desk.world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _allowed(call: Call) -> Collection[str] | None:
    """None where the call does not say, so that the former choice stays."""
    kinds = call.array("allowed_updates", "allowed updates")
    return None if kinds is None else frozenset(str(kind) for kind in kinds)


async def get_updates(desk: Desk, call: Call) -> object:
    if desk.webhook.address is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    if (kinds := _allowed(call)) is not None:
        desk.updates.allowed = kinds
    batch = await desk.updates.fetch(
        call.integer("offset"),
        min(max(call.integer("limit", 100), 1), 100),
        min(max(call.integer("timeout"), 0), 50),
    )
    return [update.json() for update in batch]


async def set_webhook(desk: Desk, call: Call) -> object:
    url = call.text("url")
    if not url:
        return await delete_webhook(desk, call)
    if call.flag("drop_pending_updates"):
        desk.webhook.forget_pending()
    kinds = _allowed(call)
    address = Address(
        url,
        call.text("secret_token"),
        min(max(call.integer("max_connections", 40), 1), 100),
    )
    desk.webhook.set(address, desk.updates.allowed if kinds is None else kinds)
    return True


async def delete_webhook(desk: Desk, call: Call) -> object:
    desk.webhook.delete()
    if call.flag("drop_pending_updates"):
        desk.webhook.forget_pending()
    return True


async def get_webhook_info(desk: Desk, _: Call) -> object:
    return desk.webhook.info()


async def get_file(desk: Desk, call: Call) -> object:
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = desk.world.files.by_id(file_id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.size > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {**file_json(file), "file_path": file.path}
