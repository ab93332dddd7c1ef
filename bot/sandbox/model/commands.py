"""The bot's command menu and what its profile says, by scope and language."""

from dataclasses import dataclass, field

from bot.sandbox.model.chats import Chat


@dataclass(frozen=True, slots=True)
class Command:
    """An entry of the command menu, without its slash."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a menu is for: the Bot API's scope type, and the chat and person it may name."""

    type: str = "default"
    chat_id: int | None = None
    user_id: int | None = None


@dataclass(slots=True)
class CommandMenu:
    """Menus and profile texts; the language "" is for everybody else."""

    commands: dict[tuple[Scope, str], tuple[Command, ...]] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    buttons: dict[int | None, dict[str, object]] = field(default_factory=dict)

    def shown(
        self, chat: Chat, user_id: int, language: str | None, *, admin: bool = False
    ) -> tuple[Command, ...]:
        """The menu that a person sees in a chat, by Telegram's order of precedence."""
        for scope in _precedence(chat, user_id, admin=admin):
            for wanted in (language or "", ""):
                found = self.commands.get((scope, wanted))
                if found:
                    return found
        return ()


def _precedence(chat: Chat, user_id: int, *, admin: bool) -> list[Scope]:
    if chat.private:
        return [Scope("chat", chat.id), Scope("all_private_chats"), Scope()]
    scopes = [Scope("chat_member", chat.id, user_id)]
    if admin:
        scopes.append(Scope("chat_administrators", chat.id))
    scopes.append(Scope("chat", chat.id))
    if admin:
        scopes.append(Scope("all_chat_administrators"))
    return [*scopes, Scope("all_group_chats"), Scope()]
