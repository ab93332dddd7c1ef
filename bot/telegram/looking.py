"""Looks at the token and the webhook before anybody is served, changing nothing."""

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot


async def look_at(bot: ExtBot[None], webhook: str) -> list[tuple[bool, str, str]]:
    """Say of the token and the webhook whether it is well, and in what words.

    `webhook` is the address that the settings want, empty for polling.
    """
    try:
        await bot.initialize()
        hook = await bot.get_webhook_info()
    except TelegramError as wrong:
        return [(False, "token", explained(wrong))]
    finally:
        await bot.shutdown()
    found = [(True, "token", f"@{bot.username}")]
    if hook.last_error_message:
        found.append((False, "webhook", hook.last_error_message))
    elif hook.url and hook.url != webhook:
        found.append((True, "webhook", "set to another address; `run` takes it over"))
    else:
        found.append((True, "webhook", f"{hook.pending_update_count} updates wait"))
    return found


def explained(failed: BaseException) -> str:
    """What to do about an error of Telegram's; empty for any other."""
    if isinstance(failed, InvalidToken):
        return "Telegram refuses the token: look it up at @BotFather and set telegram.token."
    if isinstance(failed, TelegramError):
        return f"Telegram does not answer ({type(failed).__name__}): try again in a minute."
    return ""
