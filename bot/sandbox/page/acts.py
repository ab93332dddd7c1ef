"""Everything that a person can do on the page, by the name the page gives it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, Protocol, runtime_checkable
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.model.chats import ChatKind
from bot.sandbox.model.messages import ButtonKind
from bot.sandbox.page.form import Form, Refused, Sent
from bot.sandbox.page.sound import silence
from bot.sandbox.page.views import Json

Act = Callable[[Form], Awaitable[Json | None]]

_VOICE_SECONDS: Final = 4
_LARGEST_ALBUM: Final = 10
_LONGEST_TURN: Final = 31 * 24 * 3600.0


@runtime_checkable
class TurningClock(Protocol):
    """A clock that can be set forward by hand."""

    async def turn(self, seconds: float) -> None: ...


async def say(form: Form) -> None:
    """Words; those of a reply keyboard's button take a one-time keyboard away."""
    chat = form.chat
    if form.text("button") and chat.keyboard is not None and chat.keyboard[1].one_time:
        chat.keyboard = None
    await form.player.says(form.text("text"), reply_to=form.answered, chat=form.group)


async def edit(form: Form) -> None:
    await form.player.edits(form.message, form.text("text"))


async def pictures(form: Form) -> None:
    """Photos and videos; several go as one album, the caption on the first."""
    caption = form.text("text") or None
    player, group, answered = form.player, form.group, form.answered
    for number, file in enumerate(form.files):
        album = _album(form, number)
        if file.mime.startswith("video/"):
            await player.sends_video(file.data, caption=caption, album=album, chat=group)
        else:
            await player.sends_photo(
                file.data, caption=caption, album=album, reply_to=answered, chat=group
            )
        caption = None


async def documents(form: Form) -> None:
    caption = form.text("text") or None
    for number, file in enumerate(form.files):
        await _document(form, file, caption, _album(form, number))
        caption = None


def _album(form: Form, number: int) -> str | None:
    """Which album the file of this number belongs to: Telegram's clients begin one every ten."""
    first = number - number % _LARGEST_ALBUM
    alone = len(form.files) - first == 1
    return None if alone else f"{form.text('album')}-{first}"


async def _document(form: Form, file: Sent, caption: str | None, album: str | None) -> None:
    await form.player.sends_document(
        file.data,
        name=file.name,
        caption=caption,
        album=album,
        reply_to=form.answered,
        chat=form.group,
    )


async def voice(form: Form) -> None:
    await form.player.sends_voice(silence(_VOICE_SECONDS), seconds=_VOICE_SECONDS, chat=form.group)


async def pin(form: Form) -> None:
    await form.player.sends_pin(
        form.degrees("latitude", 90),
        form.degrees("longitude", 180),
        reply_to=form.answered,
        chat=form.group,
    )


async def contact(form: Form) -> None:
    if form.group is not None:
        raise Refused("group")
    await form.player.sends_contact()


async def press(form: Form) -> None:
    """A press of a callback button, while the message still has it."""
    message, data = form.message, form.text("data")
    buttons = message.keyboard.buttons if message.keyboard else ()
    button = next(
        (one for one in buttons if one.kind is ButtonKind.CALLBACK and one.value == data), None
    )
    if button is None:
        raise Refused("gone")
    member = message.chat.member(form.player.id)
    if not message.chat.private and (member is None or not member.status.inside):
        raise Refused("outside")
    form.stage.world.press(form.player.user, message, button.text, data)


async def follow(form: Form) -> Json:
    """Opens a link into the bot; tells which chat it leads to."""
    link, player = form.text("link"), form.player
    if "startgroup" not in parse_qs(urlsplit(link).query):
        await player.opens(link)
        return {"chat": player.id}
    group = form.whole_group
    await player.opens(link, chat=group)
    return {"chat": group.id}


async def block(form: Form) -> None:
    await form.player.blocks()


async def unblock(form: Form) -> None:
    await form.player.unblocks()


async def commands(form: Form) -> Json:
    """The command menu that this person sees in this chat."""
    user, chat = form.player.user, form.chat
    member = chat.member(user.id)
    shown = form.stage.world.menu.shown(
        chat, user.id, user.language, admin=member is not None and member.status.commands
    )
    return {"commands": [{"name": one.name, "description": one.description} for one in shown]}


async def new_person(form: Form) -> Json:
    name = form.text("name")
    if not 1 <= len(name) <= 64:
        raise Refused("name")
    person = form.stage.new_person(name, form.text("language") or "id")
    return {"chat": person.id}


async def add_member(form: Form) -> None:
    """Brings somebody into a group; a new name makes a new person."""
    group, name, number = form.whole_group, form.text("name"), form.number("person")
    who = (
        form.stage.player(number)
        if number is not None
        else form.stage.new_person(name, form.text("language") or "id")
    )
    if not group.chat.members:
        group.seats(who)
        return
    await group.adds(who, by=form.player)


async def add_bot(form: Form) -> None:
    await form.whole_group.adds_bot(form.player)


async def remove_bot(form: Form) -> None:
    await form.whole_group.removes_bot(form.player)


async def promote_bot(form: Form) -> None:
    await form.whole_group.promotes_bot(form.player)


async def demote_bot(form: Form) -> None:
    await form.whole_group.demotes_bot(form.player)


async def use_topics(form: Form) -> None:
    await form.whole_group.becomes_forum()


async def new_topic(form: Form) -> Json:
    name = form.text("name")
    if not 1 <= len(name) <= 128:
        raise Refused("name")
    topic = await form.whole_group.opens_topic(form.player, name)
    return {"topic": topic.id}


async def new_group(form: Form) -> Json:
    name = form.text("name")
    if not 1 <= len(name) <= 128:
        raise Refused("name")
    world = form.stage.world
    chat = world.add_chat(ChatKind.GROUP, name)
    group = form.stage.group(chat)
    assert group is not None
    form.stage.add_group(group)
    group.seats(form.player)
    return {"chat": chat.id}


async def turn(form: Form) -> Json:
    """Sets the clock forward by `seconds`, at most 31 days at once."""
    clock = form.stage.world.clock
    seconds = float(form.text("seconds"))
    if not isinstance(clock, TurningClock) or not 0 < seconds <= _LONGEST_TURN:
        raise Refused("clock")
    await clock.turn(seconds)
    return {"now": clock.now().timestamp()}


ACTS: Final[Mapping[str, Act]] = {
    "say": say,
    "edit": edit,
    "pictures": pictures,
    "documents": documents,
    "voice": voice,
    "pin": pin,
    "contact": contact,
    "press": press,
    "follow": follow,
    "block": block,
    "unblock": unblock,
    "commands": commands,
    "new-person": new_person,
    "new-group": new_group,
    "add-member": add_member,
    "add-bot": add_bot,
    "remove-bot": remove_bot,
    "promote-bot": promote_bot,
    "demote-bot": demote_bot,
    "use-topics": use_topics,
    "new-topic": new_topic,
    "turn": turn,
}
