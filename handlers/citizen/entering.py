"""The first contact: consent, and what waited for it; language; links that let people in."""

from bot.domain.people import InvitationKind
from bot.telegram.incoming import Heard
from bot.ui import door
from bot.ui.buttons.citizen import Speaks
from bot.ui.screen import Screen
from handlers.citizen.telling import greets
from handlers.visit import Shown, Visit


async def starts(visit: Visit, heard: Heard) -> Shown:
    """/start, with the token of a link or without."""
    token = heard.words_after_command
    if not token:
        return await greets(visit)
    invitation = await visit.work.access.enter(visit.person, token)
    agency = visit.work.records.agency(invitation.agency)
    if invitation.kind is InvitationKind.ADMIN or agency is None:
        return door.plain(visit.say, "welcome-admin")
    return door.plain(visit.say, "welcome-in", agency=agency.short)


async def asks_help(visit: Visit) -> Shown:
    return door.help_screen(visit.say, visit.actor)


async def asks_somebody(visit: Visit) -> Shown:
    """Somebody would rather speak to a person: people read every report, and who they can call."""
    contact = visit.work.house.operator.contact
    return Screen(visit.say("ask-somebody", contact=contact))


async def asks_language(visit: Visit) -> Shown:
    return door.languages(visit.say, visit.texts)


async def picks_language(visit: Visit, button: Speaks) -> Shown:
    language = visit.texts.language_of(button.language)
    await visit.work.access.speak(visit.person, language)
    return Screen(visit.texts.speech(language)("language-set"), in_place=True)
