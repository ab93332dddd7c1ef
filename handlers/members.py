"""Who has joined, left, blocked or moved: what Telegram tells of chats."""

from bot.domain.people import ChatId
from bot.services.work import Work


async def blocks(work: Work, chat: int, *, blocked: bool) -> None:
    """Somebody has blocked the bot, or has let it back."""
    await work.access.reachable(ChatId(chat), blocked=blocked)


async def leaves(work: Work, chat: int) -> None:
    """The bot was thrown out of a group: it is bound no more, and the admins hear of it."""
    await work.access.group_lost(ChatId(chat))


async def joins(work: Work, chat: int) -> None:
    """The bot was added to a group; unless a link follows it says how to get one."""
    if await work.unit.access.group(ChatId(chat)) is None:
        await work.hearing.unbound_later(ChatId(chat))


async def has_other_rights(work: Work, chat: int) -> None:
    """The bot was made an admin of a group, or is one no more."""
    await work.topics.try_again(ChatId(chat))


async def migrates(work: Work, old: int, new: int) -> None:
    """A group became a supergroup with another number."""
    await work.access.group_moved(ChatId(old), ChatId(new))
