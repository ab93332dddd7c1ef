"""Typing works where a button is offered: which button a citizen's words mean.

What stands before them is drawn anew from their open question, their draft, or the one report that
waits for their word; of the buttons themselves nothing is kept.
"""

from bot.domain.draft import Draft
from bot.domain.objection import read_objection
from bot.domain.report import Report, ReportId, Status
from bot.domain.step import StepKind
from bot.telegram.incoming import Heard
from bot.ui import draft as drafts
from bot.ui import reports
from bot.ui.buttons.button import Button
from bot.ui.buttons.citizen import DraftAct, DraftAgency, DraftDoes, ReportAct, ReportDoes
from bot.ui.screen import Rows
from bot.ui.typed import MOST_WORDS, means_cancel, named, names_a_button
from handlers.citizen import voices
from handlers.visit import Visit

_ON_THE_DRAFT = {StepKind.WHEN, StepKind.REWRITE, StepKind.CHOOSE_AGENCY}
_ON_THE_CARD = {StepKind.SIMILAR, StepKind.CHOOSE_AGENCY}
_OWN = {StepKind.PLACE, StepKind.SIMILAR, StepKind.LOOSE, StepKind.SURE, *_ON_THE_DRAFT}


async def names(visit: Visit, heard: Heard, about: ReportId | None) -> Button | None:
    """The button that the words name; `about` is the report whose message they reply to."""
    if heard.attachment or heard.pin or not heard.text:
        return None
    if len(heard.text.split()) <= MOST_WORDS:
        offered = await _before(visit, heard.text, about)
        if button := named(heard.text, offered, visit.say, visit.texts):
            return button
        if means_cancel(heard.text, visit.texts) and (kept := await _keeps(visit)):
            return kept
    return None if about else await _objects(visit, heard.text)


async def _keeps(visit: Visit) -> Button | None:
    """The way back for who says "gak jadi" when they are asked whether they are sure."""
    step = visit.step
    if step is None or step.kind is not StepKind.SURE:
        return None
    if step.report:
        return ReportDoes(step.report, ReportAct.VIEW)
    draft = await visit.work.intake.draft_of(visit.person.id)
    return DraftDoes(draft.token, DraftAct.BACK) if draft else None


async def _objects(visit: Visit, words: str) -> Button | None:
    """Another agency than the card names, by its name; the choice of one, where only denied."""
    said = read_objection(words)
    if said is None or (visit.step and visit.step.kind not in _ON_THE_CARD):
        return None
    draft = await visit.work.intake.draft_of(visit.person.id)
    view = visit.work.intake.view(draft) if draft else None
    if view is None or view.missing:
        return None
    wrong = visit.work.intake.named(said.wrong, view.place)
    if said.denies_by_name and wrong is None:
        return None
    if right := visit.work.intake.named(said.right, view.place):
        return DraftAgency(view.draft.token, right.code)
    if wrong and view.agency and wrong.code == view.agency.code:
        return DraftDoes(view.draft.token, DraftAct.AGENCY)
    return None


async def _before(visit: Visit, words: str, about: ReportId | None) -> list[Rows]:
    """The buttons that the words may mean, the likeliest first."""
    step, say = visit.step, visit.say
    if step and step.report and step.kind in {StepKind.STARS, StepKind.SURE}:
        report = (await visit.work.records.own(visit.person.id, step.report)).report
        stars = step.kind is StepKind.STARS
        asked = reports.stars(say, report) if stars else reports.withdraw_sure(say, report)
        return [asked.buttons]
    if step and step.kind not in _OWN:
        return []
    draft = None if about else await visit.work.intake.draft_of(visit.person.id)
    if draft:
        return await _of_draft(visit, words, draft)
    if not names_a_button(words, visit.texts):
        return []
    there = await visit.work.records.open_of(visit.person.id)
    if step and step.kind is StepKind.LOOSE:
        return [reports.loose(say, there).buttons]
    return [(reports.solved_or_not(say, one),) for one in _waiting(there, about)]


async def _of_draft(visit: Visit, words: str, draft: Draft) -> list[Rows]:
    say, kind = visit.say, visit.step.kind if visit.step else None
    view = visit.work.intake.view(draft)
    known = names_a_button(words, visit.texts)
    switches, menu = drafts.switches(say, draft.token), drafts.edit_menu(say, draft).buttons
    ready = known and not view.missing
    card = [switches, drafts.card(say, view).buttons, menu] if ready else []
    if kind is StepKind.SURE:
        asked = drafts.cancel_sure(say, draft.token).buttons
        return [asked] if means_cancel(words, visit.texts) else [asked, *card]
    if kind is StepKind.CHOOSE_AGENCY:
        return [drafts.agency_menu(say, view).buttons, *card]
    if kind in _ON_THE_DRAFT:
        return [drafts.back_only(say, draft.token, "ask-rewrite").buttons, *card]
    if kind is StepKind.LOOSE:
        return [drafts.returning(say, view).buttons]
    if kind is StepKind.PLACE or view.missing:
        return [switches, menu] if known else []
    menus = [*card, drafts.class_menu(say, draft.token).buttons] if known else []
    if kind is StepKind.SIMILAR and (similar := await voices.offers(visit, view)):
        return [similar.buttons, *menus]
    return [*menus, drafts.agency_menu(say, view).buttons]


def _waiting(there: list[Report], about: ReportId | None) -> list[Report]:
    """The one report whose agency says that it is solved; none where there are several."""
    waiting = [
        report
        for report in there
        if report.settled_at
        and report.status is Status.IN_PROGRESS
        and (about is None or report.id == about)
    ]
    return waiting if len(waiting) == 1 else []
