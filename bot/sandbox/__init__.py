"""A Bot API server on loopback that refuses what Telegram refuses, and people who use it.

It knows nothing of any bot: it speaks the Bot API over HTTP, to whoever has its token.
"""

from bot.sandbox.clock import Clock, SystemClock
from bot.sandbox.group import Group
from bot.sandbox.model.chats import Chat, User
from bot.sandbox.model.messages import Message
from bot.sandbox.person import NothingHeard, Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Change, ChangeKind, Press, World

__all__ = [
    "Change",
    "ChangeKind",
    "Chat",
    "Clock",
    "Group",
    "Message",
    "NothingHeard",
    "Person",
    "Press",
    "Sandbox",
    "SystemClock",
    "User",
    "World",
]
