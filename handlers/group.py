"""An agency's group: it gets cards, not rights, and this is how its members come by theirs."""

from bot.domain.agency import covers
from bot.domain.people import Group, Person
from bot.domain.refusals import Refused, Why
from bot.domain.report import ReportId
from bot.domain.topic import report_of
from bot.services.work import Work
from bot.telegram.incoming import Heard, Pressed
from bot.ui import digest, door, staff
from bot.ui.buttons.desk import AsksIn
from bot.ui.screen import Answer, Screen
from bot.ui.texts import Speech
from handlers.visit import Shown, Visit


async def binds(work: Work, say: Speech, person: Person | None, heard: Heard) -> Shown:
    """/start in a group: with a link it binds; in a bound one it says how to be let in."""
    token = heard.words_after_command
    if token:
        bound = await work.access.bind(person, token, heard.chat, heard.chat_title, heard.thread)
        return await _welcomes(work, say, bound, topic=bound.topic is not None)
    known = await work.unit.access.group(heard.chat)
    if known is None:
        return unbound(say)
    ours = heard.thread and await work.unit.topics.at(heard.chat, heard.thread)
    if person and heard.thread and heard.thread != known.topic and not ours:
        actor = await work.actor(person.id)
        await work.access.choose_topic(actor, heard.chat, heard.thread)
        return await _welcomes(work, say, known, topic=True)
    return await _welcomes(work, say, known)


async def queue(work: Work, say: Speech, heard: Heard) -> Screen:
    """/antrian in a group: the way to one's own queue in private."""
    if await work.unit.access.group(heard.chat) is None:
        return unbound(say)
    return digest.in_private(say, work.house.bot_name)


async def helps(work: Work, say: Speech, heard: Heard) -> Screen:
    """/bantuan in a group: what can be done here, and that all else is done in private."""
    if await work.unit.access.group(heard.chat) is None:
        return unbound(say)
    return digest.in_private(say, work.house.bot_name, "group-help")


async def meant(work: Work, heard: Heard) -> ReportId | None:
    """The report that words in a group are meant for.

    That of the message which they answer; else that of the topic in which they stand. An answer to
    a colleague's message is talk among colleagues, and so is a command.
    """
    if heard.reply_to:
        anchor = await work.unit.anchors.at(heard.chat, heard.reply_to)
        return anchor.report if anchor else None
    if heard.thread is None or heard.unread or heard.text.startswith("/"):
        return None
    topic = await work.unit.topics.at(heard.chat, heard.thread)
    return report_of(topic.subject) if topic else None


async def asks_in(visit: Visit, pressed: Pressed, button: AsksIn) -> Shown:  # noqa: ARG001
    """Somebody in a bound group asks the agency's admins to be let in."""
    group = await visit.work.unit.access.group(visit.chat)
    if group and visit.actor.role_for(group.agency):
        return Answer(toast=visit.say("group-in-already"))
    agency = await visit.work.access.ask_in(visit.person, visit.chat)
    return Answer(toast=visit.say("group-asked", agency=agency.short), alert=True)


async def turned_away(visit: Visit) -> Answer | None:
    """What somebody without a right is told when they press in a group; None for who has one."""
    group = await visit.work.unit.access.group(visit.chat)
    if visit.actor.admin or (group is not None and _works_there(visit, group)):
        return None
    return stranger(visit.work, visit.say, group)


def stranger(work: Work, say: Speech, group: Group | None) -> Answer:
    """How to be let in, in the small window over the button."""
    agency = work.records.agency(group.agency) if group else None
    if agency is None:
        return Answer(toast=say("group-stranger-any"), alert=True)
    return Answer(toast=say("group-stranger", agency=agency.short), alert=True)


def how_to_enter(say: Speech) -> Screen:
    """The same as a message, for who has replied to a card."""
    return door.plain(say, "group-how")


def stale(say: Speech) -> Answer:
    """An old or forged button in a group."""
    return Answer(toast=say("group-stale"), alert=True)


def unbound(say: Speech) -> Screen:
    """The bot is in a group that no agency has bound."""
    return door.plain(say, "group-unbound")


def _works_there(visit: Visit, group: Group) -> bool:
    """For the group's agency, for the one above it, or for a unit of it."""
    return any(
        covers(held.agency, group.agency) or covers(group.agency, held.agency)
        for held in visit.actor.memberships
    )


async def _welcomes(work: Work, say: Speech, group: Group, *, topic: bool = False) -> Screen:
    agency = work.records.agency(group.agency)
    if agency is None:
        raise Refused(Why.NEEDS_AGENCY)
    return staff.group_bound(say, agency, topic=topic)
