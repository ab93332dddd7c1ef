"""/umumkan: whom is it for, the words, a look at both, and off it goes."""

from dataclasses import replace

from bot.domain.agency import Agency
from bot.domain.announcement import MOST_LETTERS, AnnouncementId, Audience, Hearers
from bot.domain.period import read_period
from bot.domain.refusals import Refused, Why
from bot.domain.sector import Sector
from bot.domain.step import Step, StepKind
from bot.telegram.incoming import Heard, Pressed
from bot.ui import announcing
from bot.ui.buttons.desk import AnnounceAct, Announces
from bot.ui.screen import Answer, Screen
from handlers.visit import Shown, Visit

_LEAST_LETTERS = 3
_MOST_DAYS = 365


async def begins(visit: Visit) -> Shown:
    """/umumkan."""
    visit.work.announcing.own(visit.actor)
    return announcing.menu(visit.say)


async def presses(visit: Visit, pressed: Pressed, button: Announces) -> Shown:  # noqa: ARG001
    """One press on the way to an announcement."""
    match button.act:
        case AnnounceAct.OFFICERS:
            return await _asks_officers(visit)
        case AnnounceAct.REPORTERS:
            return await _asks(visit, Hearers.REPORTERS)
        case AnnounceAct.STOP:
            number = AnnouncementId(button.number)
            stopped = await visit.work.announcing.stop(visit.actor, number)
            return announcing.progress(visit.say, stopped, in_place=True)
        case AnnounceAct.CANCEL:
            if _composes(visit):
                await visit.done_asking()
            return announcing.cancelled(visit.say)
        case _:
            return await _on_preview(visit, button)


async def writes(visit: Visit, heard: Heard) -> Shown:
    """Words after one of the questions."""
    step = visit.step
    if step is None or not heard.text:
        raise Refused(Why.NEEDS_ANSWER)
    if step.kind is StepKind.ANNOUNCE_TO:
        return await _names(visit, Hearers(step.reason), heard.text)
    if len(heard.text) > MOST_LETTERS:
        return announcing.too_long(visit.say)
    await visit.ask(replace(step, text=heard.text, attachments=()))
    return await _preview(visit, Audience.read(step.reason), heard.text, urgent=False)


async def _asks_officers(visit: Visit) -> Shown:
    own = visit.work.announcing.own(visit.actor)
    if own is None:
        return await _asks(visit, Hearers.OFFICERS)
    return await _asks_text(visit, Audience(Hearers.OFFICERS, own.code))


async def _asks(visit: Visit, hearers: Hearers) -> Shown:
    visit.work.announcing.own(visit.actor)
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.ANNOUNCE_TO, reason=hearers))
    return announcing.ask_whom(visit.say, hearers)


async def _asks_text(visit: Visit, audience: Audience) -> Screen:
    allowed = visit.work.announcing.allowed(visit.actor, audience)
    step = Step(visit.person.id, visit.chat, StepKind.ANNOUNCE, reason=allowed.code())
    await visit.ask(step)
    return announcing.ask_text(visit.say, allowed, *_named(visit, allowed))


async def _names(visit: Visit, hearers: Hearers, words: str) -> Shown:
    """An agency, or a sector and a place with commas between."""
    if hearers is Hearers.REPORTERS:
        audience = reporters_in(visit, words)
        if audience is None:
            return announcing.ask_whom(visit.say, hearers, again=True)
        return await _asks_text(visit, audience)
    found = visit.work.intake.search(words, None)
    if not found:
        return announcing.ask_whom(visit.say, hearers, again=True)
    return await _asks_text(visit, Audience(hearers, found[0].code))


def reporters_in(visit: Visit, words: str) -> Audience | None:
    """Read "air minum, Cibinong, 30 hari" in any order; None where a part says nothing to us."""
    audience, named = Audience(Hearers.REPORTERS), False
    for part in (each.strip() for each in words.split(",")):
        if not part:
            continue
        period, rest = read_period(part, visit.work.figures.today)
        if period and not rest and period.days <= _MOST_DAYS:
            audience = replace(audience, days=period.days)
        elif sector := _sector(visit, part):
            audience, named = replace(audience, sector=sector), True
        elif place := visit.work.house.router.gazetteer.find(part).place:
            audience, named = replace(audience, region=place.region), True
        else:
            return None
    return audience if named else None


def _sector(visit: Visit, words: str) -> Sector | None:
    """The sector whose name holds these words."""
    wanted = words.casefold()
    if len(wanted) < _LEAST_LETTERS:
        return None
    names = {sector: str(visit.say(f"sector-{sector}")).casefold() for sector in Sector}
    exact = (sector for sector, name in names.items() if name == wanted)
    held = (sector for sector, name in names.items() if wanted in name)
    return next(exact, None) or next(held, None)


async def _on_preview(visit: Visit, button: Announces) -> Shown:
    """Send, switch to urgent, or write anew."""
    step = visit.step
    if step is None or step.kind is not StepKind.ANNOUNCE:
        raise Refused(Why.ALREADY)
    audience = Audience.read(step.reason)
    if button.act is AnnounceAct.EDIT:
        return announcing.ask_text(visit.say, audience, *_named(visit, audience))
    if button.act is AnnounceAct.URGENT:
        urgent = bool(button.number)
        return await _preview(visit, audience, step.text, urgent=urgent, in_place=True)
    sent = await visit.work.announcing.send(
        visit.actor, audience, step.text, urgent=bool(button.number)
    )
    await visit.done_asking()
    return Answer((announcing.progress(visit.say, sent, in_place=True),))


async def _preview(
    visit: Visit, audience: Audience, text: str, *, urgent: bool, in_place: bool = False
) -> Screen:
    count = await visit.work.announcing.count(visit.actor, audience, urgent=urgent)
    agency, place = _named(visit, audience)
    return announcing.preview(
        visit.say, audience, agency, place, text, count, urgent=urgent, in_place=in_place
    )


def _named(visit: Visit, audience: Audience) -> tuple[Agency | None, str]:
    region = audience.region
    place = visit.work.house.router.gazetteer.regions.label(region) if region else ""
    return visit.work.announcing.agency(audience.agency), place


def _composes(visit: Visit) -> bool:
    kinds = {StepKind.ANNOUNCE, StepKind.ANNOUNCE_TO}
    return visit.step is not None and visit.step.kind in kinds
