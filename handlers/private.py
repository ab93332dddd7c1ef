"""A message in a private chat: where it belongs, asked in one order.

1. A reply belongs to the report of the message that it answers.
2. Words after a question are the answer to it, unless they leave it alone.
3. A tracking number asks for its report; in a longer text it is a part of the story.
4. Signs without a word are no report, whoever sends them.
5. What comes while a draft is open goes into the draft.
6. A greeting is greeted.
7. Somebody with open reports is asked which one it is about, unless one of them waits for them.
8. Everything else begins a report: there is no wrong door.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain.refusals import Refused, Why
from bot.domain.report import Report, ReportId
from bot.domain.smalltalk import Talk, announces_report, is_shrug, small_talk
from bot.domain.step import StepKind
from bot.domain.tracking import looks_like_a_number, read_tracking_number
from bot.services.meant import tells_of_another
from bot.telegram.incoming import Heard, Unread
from bot.ui import door
from bot.ui.typed import means_cancel, means_yes
from handlers import by_number, presses
from handlers.admin import announce, desk, keywords
from handlers.citizen import card, entering, own, own_data, replying, telling, typed
from handlers.officer import cases, closing, partnering, sharing, templates
from handlers.visit import Shown, Visit

_Act = Callable[[Visit, Heard], Awaitable[Shown]]
_OwnAct = Callable[[Visit, Heard, ReportId], Awaitable[Shown]]
_OWN: dict[StepKind, _OwnAct] = {
    StepKind.ADD: own.adds,
    StepKind.UNSOLVED: own.says_unsolved,
    StepKind.RATING_WORDS: own.adds_rating_words,
}
_TALKS: dict[Talk, Callable[[Visit], Awaitable[Shown]]] = {
    Talk.GREETING: telling.greets,
    Talk.REPORTING: telling.bids_tell,
    Talk.THANKS: telling.is_thanked,
    Talk.MY_REPORTS: own.lists,
    Talk.SOMEBODY: entering.asks_somebody,
    Talk.MY_DATA: own_data.shows,
    Talk.ERASING: own_data.asks_erasure,
    Talk.HELP: entering.asks_help,
    Talk.PLEADING: entering.asks_help,
    Talk.WONDERING: own.tells_how_it_goes,
    Talk.WITHDRAWING: own.asks_withdrawal,
    Talk.LANGUAGE: entering.asks_language,
}
_BESIDE_A_DRAFT = {
    Talk.GREETING,
    Talk.THANKS,
    Talk.REPORTING,
    Talk.PLEADING,
    Talk.WONDERING,
}
"""What somebody says who thinks that their draft has been sent, or who comes back to it."""
_READ_FIRST = {StepKind.PLACE, StepKind.WHEN, StepKind.CHOOSE_AGENCY, StepKind.SIMILAR}
_OVER = {Why.NOT_NOW, Why.NOT_FOUND, Why.NOT_ALLOWED}
_SHORT = 12
"""How many words may stand around a number that is asked for."""
_STEPS: dict[StepKind, _Act] = {
    StepKind.PLACE: telling.names_place,
    StepKind.WHEN: telling.names_day,
    StepKind.REWRITE: telling.rewrites,
    StepKind.CHOOSE_AGENCY: telling.searches_agency,
    StepKind.ANSWER: cases.writes,
    StepKind.ASK: cases.writes,
    StepKind.SETTLE: cases.writes,
    StepKind.HAND_BACK: cases.writes,
    StepKind.HAND_BACK_TO: cases.writes,
    StepKind.CONTRIBUTE: cases.writes,
    StepKind.CO_INVITE: partnering.writes,
    StepKind.NOTE: sharing.writes_note,
    StepKind.TEMPLATE: templates.writes,
    StepKind.RETURN: closing.writes,
    StepKind.REROUTE: desk.writes,
    StepKind.MERGE: desk.writes,
    StepKind.ADMIN_ASK: desk.writes,
    StepKind.INVITE: desk.writes,
    StepKind.FIND_AGENCY: desk.writes,
    StepKind.KEYWORD: keywords.writes,
    StepKind.ANNOUNCE_TO: announce.writes,
    StepKind.ANNOUNCE: announce.writes,
}


async def hears(visit: Visit, heard: Heard) -> Shown:
    """Give a message to what it belongs to."""
    if heard.unread:
        return cannot_read(visit, heard)
    report = await _replied_to(visit, heard.reply_to) if heard.reply_to else None
    if not visit.together and (button := await typed.names(visit, heard, report)):
        return await presses.typed(visit, button)
    if visit.step and visit.step.kind is StepKind.SURE:
        # Whoever says something else is not sure: no later "ya" may answer this.
        await visit.done_asking()
    if report:
        return await _reply(visit, heard, report)
    if _asks_another_language(visit, heard):
        return await entering.asks_language(visit)
    if act := await _asked_for(visit, heard):
        return await _answers(visit, heard, act)
    if found := await _by_number(visit, heard):
        return found
    if is_shrug(heard.text) and (heard.attachment or not small_talk(heard.text)):
        if not heard.attachment and not heard.pin:
            return cannot_read(visit, heard)
        heard = replace(heard, text="")
    return await _tells(visit, heard)


async def _tells(visit: Visit, heard: Heard) -> Shown:
    """What answers no question: a draft's, an open report's, a new report, or talk with the bot."""
    talk = None if heard.attachment or heard.pin else small_talk(heard.text)
    draft = await visit.work.intake.draft_of(visit.person.id)
    if draft and telling.is_asked_where(visit, heard, draft):
        return await telling.names_place(visit, heard)
    if talk:
        beside = talk in _BESIDE_A_DRAFT or (
            talk is Talk.MY_REPORTS and not await visit.work.records.open_of(visit.person.id)
        )
        return await (telling.reminds if draft and beside else _TALKS[talk])(visit)
    if visit.loose is None and (shown := await own.asks_of_one(visit, heard)):
        return shown
    if draft:
        return await telling.tells(visit, heard)
    if _is_bidden(visit):
        await visit.done_asking()
        return await telling.tells(visit, heard)
    if means_yes(heard.text, visit.texts) and not heard.attachment:
        return await own.shows_newest(visit)
    there = await visit.work.records.open_of(visit.person.id)
    if answered := await replying.answers(visit, heard, there):
        return answered[0]
    if there and not heard.pin and not _announces_another(visit, heard, there):
        return await own.says_loosely(visit, heard, there)
    return await telling.tells(visit, heard)


def _announces_another(visit: Visit, heard: Heard, there: list[Report]) -> bool:
    """Whether "saya mau lapor …" tells of a field that none of their open reports is about."""
    if visit.loose or not announces_report(heard.text):
        return False
    return tells_of_another(visit.work.house.router, heard.text, there)


def _is_bidden(visit: Visit) -> bool:
    """Whether somebody has said that they would like to report, and was bidden to tell."""
    return visit.step is not None and visit.step.kind is StepKind.REWRITE


def cannot_read(visit: Visit, heard: Heard) -> Shown:
    """A kind word on what to send instead."""
    if heard.unread is Unread.TOO_LARGE:
        raise Refused(Why.TOO_LARGE)
    return door.plain(visit.say, f"cannot-{heard.unread or Unread.ANYTHING}")


async def edited(visit: Visit, heard: Heard) -> Shown:
    """A changed message of the draft changes that; for an older one they are told what to do."""
    if heard.live or heard.pin:
        return None
    if heard.text and (draft := await visit.work.intake.reword(visit.person.id, heard.text)):
        return await telling.next_screen(visit, visit.work.intake.view(draft))
    return door.plain(visit.say, "cannot-edit")


def _asks_another_language(visit: Visit, heard: Heard) -> bool:
    """A citizen who cannot read the question answers no question."""
    if visit.step and visit.step.kind not in _READ_FIRST:
        return False
    return small_talk(heard.text) is Talk.LANGUAGE


def _leaves_alone(visit: Visit, heard: Heard) -> bool:
    """Whether somebody says "batal" to a question that is not about their draft."""
    step = visit.step
    if step is None or step.kind in card.OF_DRAFT or heard.attachment or heard.pin:
        return False
    return means_cancel(heard.text, visit.texts)


async def _leaves(visit: Visit, heard: Heard) -> Shown:  # noqa: ARG001
    return await card.leaves(visit)


async def _asked_for(visit: Visit, heard: Heard) -> _Act | None:
    """What takes the words after an open question; None where they are no answer to it."""
    step = visit.step
    if step is None:
        return None
    if _leaves_alone(visit, heard):
        return _leaves
    if step.kind is StepKind.RATING_WORDS and await _is_news(visit, heard):
        await visit.done_asking()
        return None
    if _is_bidden(visit) and await visit.work.intake.draft_of(visit.person.id) is None:
        return None
    if step.kind in _OWN and step.report:
        return _about(_OWN[step.kind], step.report)
    return _STEPS.get(step.kind)


async def _answers(visit: Visit, heard: Heard, act: _Act) -> Shown:
    """Give an answer to its question; a question about what is over stands open no longer."""
    try:
        return await act(visit, heard)
    except Refused as refused:
        if refused.why in _OVER:
            await visit.done_asking()
        raise


async def _by_number(visit: Visit, heard: Heard) -> Shown:
    """The report whose number, or a part of it, they type."""
    number = read_tracking_number(heard.text) or looks_like_a_number(heard.text)
    if number and len(heard.text.split()) <= _SHORT:
        return await by_number.asks_status(visit, heard)
    return await by_number.asks_by_part(visit, heard)


def _about(act: _OwnAct, report: ReportId) -> _Act:
    async def acts(visit: Visit, heard: Heard) -> Shown:
        return await act(visit, heard, report)

    return acts


async def _is_news(visit: Visit, heard: Heard) -> bool:
    """Whether words that might praise or blame a service are a new report instead."""
    if heard.attachment or heard.pin:
        return True
    best = visit.work.house.router.route("", heard.text).best
    return best is not None and best.confidence >= visit.work.house.min_confidence


async def _replied_to(visit: Visit, message: int) -> ReportId | None:
    anchor = await visit.work.unit.anchors.at(visit.chat, message)
    return anchor.report if anchor else None


async def _reply(visit: Visit, heard: Heard, report: ReportId) -> Shown:
    """A reply by the reporter adds to their report; one by somebody at its desk answers it."""
    found = await visit.work.casework.seen_by(visit.actor, report)
    if found.reporter == visit.person.id:
        return await own.adds(visit, heard, report)
    return await cases.replies(visit, heard, report)
