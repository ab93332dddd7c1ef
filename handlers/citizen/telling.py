"""Words, files and places that go into a draft."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.agency import Agency
from bot.domain.draft import Draft, Missing, was_split
from bot.domain.place import RegionCode
from bot.domain.refusals import Refused, Why
from bot.domain.report import Attachment
from bot.domain.smalltalk import Talk, is_shrug, small_talk, wants_no_name
from bot.domain.step import Step, StepKind
from bot.domain.suggestion import Care, Routing
from bot.services.intake import DraftView
from bot.telegram.incoming import Heard
from bot.ui import door
from bot.ui import draft as drafts
from bot.ui.buttons.citizen import DraftAct, DraftDoes, DraftPlace
from bot.ui.screen import Screen
from bot.ui.typed import means_yes, named, names_a_button
from handlers.visit import Shown, Visit, show

RETURN_AFTER = timedelta(hours=6)
"""After that long somebody who writes again is asked whether it is still about the draft."""
IN_MENU = "menu"
"""The agencies are shown as buttons: words that name none go on with the story."""

_NO_PLACE = {Talk.GREETING, Talk.THANKS, Talk.WONDERING}
"""What is said to the bot in answer to "where?", and is no misspelt name of a place."""
_SHORT = 6
"""A longer text in answer to "where?" is a part of the story; a place is read from it as such."""


async def tells(visit: Visit, heard: Heard) -> Shown:
    """Anything that belongs into the draft, in any order."""
    draft = await visit.work.intake.draft_of(visit.person.id)
    if draft and visit.work.now - draft.changed_at > RETURN_AFTER:
        return await _returns(visit, heard, draft)
    if draft and not draft.words and names_a_button(heard.text, visit.texts):
        return await next_screen(visit, visit.work.intake.view(draft))
    return await into_draft(visit, heard)


def is_asked_where(visit: Visit, heard: Heard, draft: Draft) -> bool:
    """Whether words come after "where?" that was asked by itself, after an album or a long text."""
    if not heard.text or heard.attachment or heard.pin or visit.together:
        return False
    goes_on = bool(draft.words) and was_split(draft.words[-1])
    # What goes on with a text that Telegram has cut is no place, but a key of the keyboard is.
    if visit.loose or (goes_on and heard.text != visit.say("button-place-unknown")):
        return False
    if visit.work.now - draft.changed_at > RETURN_AFTER:
        return False
    return visit.work.intake.view(draft).missing is Missing.PLACE


async def into_draft(visit: Visit, heard: Heard) -> Shown:
    """Put what came into the draft; an album or a text cut in two is answered once, later."""
    draft = None
    danger = None
    if heard.pin:
        draft = await visit.work.intake.pin(visit.person.id, heard.pin)
    if heard.text:
        draft = await visit.work.intake.tell(visit.person.id, heard.text)
    if heard.attachment:
        return await _attaches(visit, heard.attachment, heard.album)
    if draft is None:
        return None
    later = was_split(heard.text) or draft.goes_on
    if later or visit.together:
        await visit.work.hearing.draft_later(visit.chat)
    if later:
        return None
    view = visit.work.intake.view(draft)
    if heard.text:
        danger = _help_first(visit, view, heard.text)
    if visit.together:
        return danger
    note = _note(visit, heard, view)
    screens = (danger, await next_screen(visit, view, note=note))
    return show(*(screen for screen in screens if screen))


def _note(visit: Visit, heard: Heard, view: DraftView) -> str:
    """One line on the card about what has just come."""
    if heard.live:
        return visit.say("cannot-live-location")
    if wants_no_name(heard.text):
        return visit.say("anonymous-on")
    if visit.work.intake.tells_of_another(view.draft):
        return visit.say("card-two-matters")
    return ""


def _help_first(visit: Visit, view: DraftView, words: str) -> Screen | None:
    """The number to call before anything else; the card repeats the one for violence."""
    first = len(view.draft.words) == 1
    danger = view.routing.emergency if first else visit.work.intake.danger(words)
    if danger:
        return drafts.danger(visit.say, danger)
    if first and view.missing is Missing.PLACE and view.routing.care is Care.VIOLENCE:
        return door.plain(visit.say, "care-violence")
    return None


async def _attaches(visit: Visit, attachment: Attachment, album: str) -> Shown:
    """Keep a file; that there are too many is said once for an album."""
    refusal = None
    try:
        await visit.work.intake.attach(visit.person.id, attachment)
    except Refused as refused:
        if await visit.work.intake.refuses_album(visit.person.id, album):
            refusal = door.refusal(visit.say, refused)
    await visit.work.hearing.draft_later(visit.chat)
    return refusal


async def names_place(visit: Visit, heard: Heard) -> Shown:
    """The answer to "where?": a pin, a name, "I do not know", or more of the story."""
    if heard.attachment:
        return await into_draft(visit, heard)
    intake, person = visit.work.intake, visit.person.id
    if heard.pin:
        return await _placed(visit, await intake.pin(person, heard.pin))
    if len(heard.text.split()) > _SHORT:
        return await into_draft(visit, heard)
    a_button = names_a_button(heard.text, visit.texts)
    waiting = await intake.draft_of(person)
    if waiting and not a_button and small_talk(heard.text) in _NO_PLACE:
        return await next_screen(visit, intake.view(waiting))
    try:
        if a_button:
            raise Refused(Why.NEEDS_PLACE)
        draft = await intake.name_place(person, heard.text)
    except Refused:
        if waiting is None:
            raise
        return await _picks_place(visit, heard.text, waiting)
    if draft.place:
        return await _placed(visit, draft)
    return await next_screen(visit, intake.view(draft))


async def _picks_place(visit: Visit, words: str, draft: Draft) -> Shown:
    """Words that name no place may pick one that was offered, or say that they do not know."""
    intake, person = visit.work.intake, visit.person.id
    view = intake.view(draft)
    offered = draft.place_options or view.routing.places
    if len(offered) == 1 and offered[0].region and means_yes(words, visit.texts):
        picked = await intake.pick_place(person, draft.token, offered[0].region)
        return await _placed(visit, picked)
    asked = drafts.ask_place(visit.say, view, again=True)
    unknown = ((drafts.place_unknown(visit.say, draft.token),),)
    button = named(words, (asked.buttons, unknown), visit.say, visit.texts)
    if isinstance(button, DraftPlace):
        region = RegionCode(button.region)
        return await _placed(visit, await intake.pick_place(person, draft.token, region))
    if isinstance(button, DraftDoes) and button.act is DraftAct.NO_PLACE:
        return await _placed(visit, await intake.place_unknown(person, draft.token))
    if isinstance(button, DraftDoes) and button.act is DraftAct.PLACE:
        return ask_place_afresh(visit, view)
    if names_a_button(words, visit.texts) or is_shrug(words) or not intake.tells_more(words):
        return asked
    told = intake.view(await intake.tell(person, words))
    return drafts.ask_place(visit.say, told, noted=True)


def ask_place_afresh(visit: Visit, view: DraftView) -> Screen:
    """Ask where, without what was offered before."""
    afresh = replace(view, draft=replace(view.draft, place_options=()), routing=Routing())
    return drafts.ask_place(visit.say, afresh)


async def names_day(visit: Visit, heard: Heard) -> Shown:
    """The answer to "when?"."""
    if heard.attachment or heard.pin:
        return await into_draft(visit, heard)
    draft = await visit.work.intake.happened(visit.person.id, heard.text)
    if draft:
        return await next_screen(visit, visit.work.intake.view(draft))
    waiting = await visit.work.intake.draft_of(visit.person.id)
    if waiting is None or len(heard.text.split()) > _SHORT:
        return await into_draft(visit, heard)
    return drafts.ask_when(visit.say, waiting.token, again=True)


async def rewrites(visit: Visit, heard: Heard) -> Shown:
    """New words in the place of the old ones."""
    if not heard.text or heard.attachment:
        return await into_draft(visit, heard)
    draft = await visit.work.intake.rewrite(visit.person.id, heard.text)
    await visit.done_asking()
    if was_split(heard.text):
        await visit.work.hearing.draft_later(visit.chat)
        return None
    return await next_screen(visit, visit.work.intake.view(draft))


async def searches_agency(visit: Visit, heard: Heard) -> Shown:
    """The name of an agency; the only one of that name is chosen at once."""
    draft = await visit.work.intake.draft_of(visit.person.id)
    if draft is None or heard.attachment or heard.pin:
        return await into_draft(visit, heard)
    intake, person = visit.work.intake, visit.person.id
    view = intake.view(draft)
    found = intake.search(heard.text, view.place)
    named = intake.named(heard.text, view.place)
    if named and found == [named]:
        chosen = await intake.choose_agency(person, draft.token, named.code)
        return await next_screen(visit, intake.view(chosen))
    if visit.step and visit.step.reason == IN_MENU and not named and not _may_name(heard, found):
        talk = small_talk(heard.text)
        return await (reminds(visit) if talk else into_draft(visit, heard))
    return drafts.agencies_found(visit.say, draft.token, found)


def _may_name(heard: Heard, found: list[Agency]) -> bool:
    """Whether a word alone is like the name of an agency."""
    return bool(found) and len(heard.text.split()) == 1


async def next_screen(
    visit: Visit, view: DraftView, *, in_place: bool = False, note: str = ""
) -> Screen:
    """Show what is worth asking, and remember what an answer to it will mean."""
    if view.missing is Missing.PLACE:
        await visit.ask(Step(visit.person.id, visit.chat, StepKind.PLACE))
    else:
        await visit.done_asking()
    if view.draft.attachments and not in_place:
        await visit.work.hearing.draft_is_shown(visit.chat)
    return drafts.next_screen(visit.say, view, in_place=in_place, note=note)


async def _placed(visit: Visit, draft: Draft) -> Shown:
    shown = await next_screen(visit, visit.work.intake.view(draft))
    return show(drafts.place_noted(visit.say, draft.place), shown)


async def _returns(visit: Visit, heard: Heard, draft: Draft) -> Shown:
    """Hold what came until the person says whether the old draft still counts."""
    if heard.pin:
        return await into_draft(visit, heard)
    if await visit.holds(heard):
        return None
    return drafts.returning(visit.say, visit.work.intake.view(draft))


async def reminds(visit: Visit) -> Shown:
    """A greeting or thanks while a draft waits: it has not been sent, and they may think so."""
    draft = await visit.work.intake.draft_of(visit.person.id)
    if draft is None:
        return await greets(visit)
    view = visit.work.intake.view(draft)
    return await next_screen(visit, view, note=visit.say("draft-not-sent"))


async def is_thanked(visit: Visit) -> Shown:
    return door.plain(visit.say, "you-are-welcome")


async def bids_tell(visit: Visit) -> Shown:
    """Somebody would like to report and has not said what: what they tell next is that report."""
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.REWRITE))
    return door.plain(visit.say, "go-ahead")


async def greets(visit: Visit) -> Shown:
    """A greeting, or /start: the waiting draft, or two lines on what this is."""
    draft = await visit.work.intake.draft_of(visit.person.id)
    if draft:
        return drafts.returning(visit.say, visit.work.intake.view(draft))
    return door.greeting(visit.say, visit.work.house.operator, known=True)
