"""A Bot API server on loopback that refuses what Telegram refuses, and people who use it.

It knows nothing of any bot: it speaks the Bot API over HTTP, to whoever has its token.
"""

from bot.sandbox.clock import Clock, SystemClock
from bot.sandbox.model.changes import Change, ChangeKind, Press
from bot.sandbox.model.chats import Chat, User
from bot.sandbox.model.messages import Message
from bot.sandbox.people.group import Group
from bot.sandbox.people.person import Person
from bot.sandbox.people.sight import NothingHeard
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World

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
