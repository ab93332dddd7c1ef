"""Presses on a draft's card and the menus that open from it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.domain.agency import AgencyCode
from bot.domain.draft import Draft
from bot.domain.place import RegionCode
from bot.domain.refusals import Refused, Why
from bot.domain.report import ReportId
from bot.domain.step import Step, StepKind
from bot.domain.suggestion import ReportClass
from bot.services.intake import DraftView
from bot.ui import door, reports
from bot.ui import draft as drafts
from bot.ui.buttons.citizen import (
    DraftAct,
    DraftAgency,
    DraftClass,
    DraftDay,
    DraftDoes,
    DraftPlace,
)
from bot.ui.screen import Answer, Screen, Slot
from handlers.citizen import voices
from handlers.citizen.telling import IN_MENU, ask_place_afresh, next_screen
from handlers.visit import Shown, Visit, show

_Act = Callable[[Visit, DraftView], Awaitable[Shown]]
OF_DRAFT = {
    StepKind.PLACE,
    StepKind.WHEN,
    StepKind.REWRITE,
    StepKind.CHOOSE_AGENCY,
    StepKind.SIMILAR,
    StepKind.SURE,
    StepKind.LOOSE,
}
"""Questions that a draft is asked about."""
_DAYS = range(366)
_CLASSES = {kind.name[0]: kind for kind in ReportClass}


async def presses(visit: Visit, button: DraftDoes) -> Shown:
    """One press on the card: find what it does, check that the draft is still this one."""
    view = await visit.work.intake.this(visit.person.id, button.draft)
    return await _ACTS[button.act](visit, view)


async def picks_agency(visit: Visit, button: DraftAgency) -> Shown:
    code = AgencyCode(button.agency)
    draft = await visit.work.intake.choose_agency(visit.person.id, button.draft, code)
    return await _again(visit, draft)


async def picks_place(visit: Visit, button: DraftPlace) -> Shown:
    region = RegionCode(button.region)
    draft = await visit.work.intake.pick_place(visit.person.id, button.draft, region)
    return await _again(visit, draft)


async def picks_class(visit: Visit, button: DraftClass) -> Shown:
    chosen = _CLASSES.get(button.kind)
    if chosen is None:
        raise Refused(Why.NO_DRAFT)
    draft = await visit.work.intake.classify(visit.person.id, button.draft, chosen)
    return await _again(visit, draft)


async def picks_day(visit: Visit, button: DraftDay) -> Shown:
    if button.days_ago not in _DAYS:
        raise Refused(Why.NO_DRAFT)
    today = visit.work.now.astimezone(visit.say.zone).date()
    day = today - timedelta(days=button.days_ago)
    draft = await visit.work.intake.happened_on(visit.person.id, button.draft, day)
    return await _again(visit, draft)


async def cancels(visit: Visit) -> Shown:
    """/batal: leave an open question alone; ask before a draft is thrown away."""
    draft, step = await visit.work.intake.draft_of(visit.person.id), visit.step
    if draft is None or (step and step.kind not in OF_DRAFT):
        return await leaves(visit) if step else door.plain(visit.say, "nothing-to-cancel")
    await _ask_if_sure(visit)
    sure = drafts.cancel_sure(visit.say, draft.token)
    return Screen(sure.text, sure.buttons, slot=sure.slot)


async def leaves(visit: Visit) -> Screen:
    """Leave an open question alone; its buttons go."""
    await visit.done_asking()
    return Screen(visit.say("question-cancelled"), slot=Slot.QUESTION)


async def _send(visit: Visit, view: DraftView) -> Shown:
    """File it; words that came since are taken in first, and the card shows them."""
    if visit.loose:
        return await _take_in(visit, visit.loose)
    if similar := await voices.offers(visit, view):
        await visit.ask(Step(visit.person.id, visit.chat, StepKind.SIMILAR))
        return similar
    return await _send_alone(visit, view)


async def _send_alone(visit: Visit, view: DraftView) -> Answer:
    receipt = await visit.work.filing.file(visit.person.id, view.draft.token)
    await visit.done_asking()
    return show(reports.receipt(visit.say, receipt), drafts.filed(visit.say, view))


async def _edit(visit: Visit, view: DraftView) -> Screen:
    return drafts.edit_menu(visit.say, view.draft)


async def _back(visit: Visit, view: DraftView) -> Screen:
    return await next_screen(visit, view, in_place=True)


async def _agency(visit: Visit, view: DraftView) -> Screen:
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.CHOOSE_AGENCY, reason=IN_MENU))
    return drafts.agency_menu(visit.say, view)


async def _search(visit: Visit, view: DraftView) -> Screen:
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.CHOOSE_AGENCY))
    return drafts.back_only(visit.say, view.draft.token, "ask-agency")


async def _admin(visit: Visit, view: DraftView) -> Screen:
    draft = await visit.work.intake.let_admin_decide(visit.person.id, view.draft.token)
    return await _again(visit, draft)


def _hides_name(*, hidden: bool) -> _Act:
    async def act(visit: Visit, view: DraftView) -> Screen:
        draft = await visit.work.intake.hide_name(visit.person.id, view.draft.token, hidden=hidden)
        return await _again(visit, draft, visit.say("anonymous-on" if hidden else "anonymous-off"))

    return act


def _keeps_secret(*, secret: bool) -> _Act:
    async def act(visit: Visit, view: DraftView) -> Screen:
        draft = await visit.work.intake.keep_secret(
            visit.person.id, view.draft.token, secret=secret
        )
        return await _again(visit, draft, visit.say("secret-on" if secret else "secret-off"))

    return act


async def _class(visit: Visit, view: DraftView) -> Screen:
    return drafts.class_menu(visit.say, view.draft.token)


async def _place(visit: Visit, view: DraftView) -> Screen:
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.PLACE))
    return ask_place_afresh(visit, view)


async def _no_place(visit: Visit, view: DraftView) -> Screen:
    draft = await visit.work.intake.place_unknown(visit.person.id, view.draft.token)
    return await _again(visit, draft)


async def _when(visit: Visit, view: DraftView) -> Screen:
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.WHEN))
    return drafts.ask_when(visit.say, view.draft.token)


async def _text(visit: Visit, view: DraftView) -> Screen:
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.REWRITE))
    return drafts.back_only(visit.say, view.draft.token, "ask-rewrite")


async def _drop_files(visit: Visit, view: DraftView) -> Screen:
    return await _again(
        visit, await visit.work.intake.drop_files(visit.person.id, view.draft.token)
    )


async def _cancel(visit: Visit, view: DraftView) -> Screen:
    await _ask_if_sure(visit)
    return drafts.cancel_sure(visit.say, view.draft.token)


async def _cancel_sure(visit: Visit, _: DraftView) -> Screen:
    await visit.work.intake.cancel(visit.person.id)
    await visit.done_asking()
    return Screen(visit.say("cancelled"), in_place=True)


async def _new(visit: Visit, _: DraftView) -> Shown:
    """Begin anew, with the words that brought the person back, if there were any."""
    await visit.work.intake.cancel(visit.person.id)
    if visit.loose:
        return await _take_in(visit, visit.loose)
    await visit.done_asking()
    return Screen(visit.say("ask-words"), in_place=True)


async def _go_on(visit: Visit, view: DraftView) -> Shown:
    if visit.loose:
        return await _take_in(visit, visit.loose)
    return await next_screen(visit, view, in_place=True)


async def _take_in(visit: Visit, held: Step) -> Shown:
    """Put held words and files into the draft; it is said when there are too many files."""
    draft: Draft | None = None
    note = ""
    try:
        for attachment in held.attachments:
            draft = await visit.work.intake.attach(visit.person.id, attachment)
    except Refused as refused:
        note = door.refusal(visit.say, refused).text
        draft = await visit.work.intake.draft_of(visit.person.id)
    if held.text:
        draft = await visit.work.intake.tell(visit.person.id, held.text)
    await visit.done_asking()
    if draft is None:
        return Screen(visit.say("ask-words"), in_place=True)
    return await _again(visit, draft, note)


async def loose_to_new(visit: Visit) -> Shown:
    """A loose sentence becomes a new draft."""
    if visit.loose is None:
        return Screen(visit.say("ask-words"), in_place=True)
    return await _take_in(visit, visit.loose)


async def newest(visit: Visit) -> Shown:
    """The newest state after an old button: the draft, else the last report."""
    draft = await visit.work.intake.draft_of(visit.person.id)
    if draft:
        shown = await next_screen(visit, visit.work.intake.view(draft))
        return show(door.plain(visit.say, "old-button"), shown)
    mine = await visit.work.records.mine(visit.person.id, 0)
    if not mine.reports:
        return door.plain(visit.say, "old-button-nothing")
    last: ReportId = mine.reports[0].id
    view = await visit.work.records.own(visit.person.id, last)
    return show(door.plain(visit.say, "old-button"), reports.one(visit.say, view))


async def _ask_if_sure(visit: Visit) -> None:
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.SURE))


async def _again(visit: Visit, draft: Draft, note: str = "") -> Screen:
    return await next_screen(visit, visit.work.intake.view(draft), in_place=True, note=note)


_ACTS: dict[DraftAct, _Act] = {
    DraftAct.SEND: _send,
    DraftAct.SEND_ALONE: _send_alone,
    DraftAct.EDIT: _edit,
    DraftAct.BACK: _back,
    DraftAct.AGENCY: _agency,
    DraftAct.SEARCH: _search,
    DraftAct.ADMIN: _admin,
    DraftAct.ANONYMOUS: _hides_name(hidden=True),
    DraftAct.NAMED: _hides_name(hidden=False),
    DraftAct.SECRET: _keeps_secret(secret=True),
    DraftAct.OPEN: _keeps_secret(secret=False),
    DraftAct.CLASS: _class,
    DraftAct.PLACE: _place,
    DraftAct.NO_PLACE: _no_place,
    DraftAct.WHEN: _when,
    DraftAct.TEXT: _text,
    DraftAct.DROP_FILES: _drop_files,
    DraftAct.CANCEL: _cancel,
    DraftAct.CANCEL_SURE: _cancel_sure,
    DraftAct.NEW: _new,
    DraftAct.GO_ON: _go_on,
}
