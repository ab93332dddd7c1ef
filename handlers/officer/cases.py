"""An officer's card: presses on it, words written from it, and handing a report back.

Words for the reporter are kept with the open question until the officer has seen them as the
reporter will, and has sent them. In a group the words of a guarded report are never asked for nor
shown: its card opens in the officer's private chat.
"""

from dataclasses import replace
from typing import Protocol

from bot.domain.agency import Agency, AgencyCode
from bot.domain.moves import Act
from bot.domain.people import Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import ReportId
from bot.domain.step import Step, StepKind
from bot.domain.waiting import Part
from bot.services.records import CaseView
from bot.telegram.incoming import Heard, Pressed
from bot.ui import compose, door, revealing, voices
from bot.ui import history as histories
from bot.ui import queue as queues
from bot.ui.buttons.office import CaseAct, CaseDoes, Cases, HandsBack, HandsBackTo, QueueShows
from bot.ui.cards import face, handing_back
from bot.ui.cards.words import state as state_of
from bot.ui.screen import Answer, Screen
from bot.ui.typed import means_cancel
from handlers import group
from handlers.officer import closing, partnering, sharing
from handlers.officer.opening import case, opens_in_private
from handlers.visit import Shown, Visit

ACTS = {
    StepKind.ANSWER: Act.ANSWER,
    StepKind.ASK: Act.ASK,
    StepKind.ADMIN_ASK: Act.ASK,
    StepKind.SETTLE: Act.SETTLE,
    StepKind.CONTRIBUTE: Act.CONTRIBUTE,
}
"""What is done with the words that a question has asked for."""
_AMONG_US = {
    StepKind.NOTE: sharing.writes_note,
    StepKind.RETURN: closing.writes,
    StepKind.CO_INVITE: partnering.writes,
}
"""What takes words for colleagues, which the reporter never reads."""
COMPOSED = {*ACTS, *_AMONG_US}
"""What *Batal* and *Ubah* belong to."""
_QUESTIONS = {
    CaseAct.ANSWER: StepKind.ANSWER,
    CaseAct.ASK: StepKind.ASK,
    CaseAct.SETTLE: StepKind.SETTLE,
    CaseAct.CONTRIBUTE: StepKind.CONTRIBUTE,
}
_HANDING_BACK = {StepKind.HAND_BACK, StepKind.HAND_BACK_TO}
_LATEST = 12
_CANDIDATES = 3


async def presses(visit: Visit, pressed: Pressed, button: CaseDoes) -> Shown:
    """One press on an officer's card."""
    if not pressed.private and (away := await group.turned_away(visit)):
        return away
    view = await case(visit, ReportId(button.report))
    if not pressed.private and view.report.guarded:
        return await opens_in_private(visit, view)
    if kind := _QUESTIONS.get(button.act):
        return await begins(visit, kind, view, private=pressed.private)
    return await _ON_CARD[button.act](visit, view, grouped=not pressed.private)


async def queue(visit: Visit) -> Shown:
    """/antrian of an officer."""
    return await _queue(visit, Part.ALL, 0)


async def turns_page(visit: Visit, pressed: Pressed, button: Cases) -> Shown:  # noqa: ARG001
    """A button of the time before the queue had parts."""
    return await _queue(visit, Part.ALL, button.page, in_place=True)


async def shows_part(visit: Visit, pressed: Pressed, button: QueueShows) -> Shown:  # noqa: ARG001
    return await _queue(visit, button.part, button.page, in_place=True)


async def begins(visit: Visit, kind: StepKind, view: CaseView, *, private: bool) -> Screen:
    """Ask for the words of an answer, a question or a closing."""
    report = await visit.work.casework.may(visit.actor, view.report.id, ACTS[kind])
    await visit.ask(Step(visit.person.id, visit.chat, kind, report.id))
    return compose.question(
        visit.say,
        report,
        kind,
        group=not private,
        elsewhere=elsewhere(visit, view),
        ready=await visit.work.templates.offered(visit.actor, report),
    )


async def writes(visit: Visit, heard: Heard) -> Shown:
    """Words or a file after an open question."""
    step = visit.step
    if step is None or step.report is None:
        raise Refused(Why.NOT_NOW, status="")
    if step.kind in ACTS:
        return await _writes_words(visit, heard, step)
    if step.kind is StepKind.HAND_BACK_TO:
        view = await case(visit, step.report)
        found = visit.work.intake.search(heard.text, view.report.place) if heard.text else []
        return handing_back.found(visit.say, step.report, found)
    view = await case(visit, step.report)
    candidates = _candidates(view)
    if not heard.text:
        return handing_back.found(visit.say, step.report, candidates)
    if visit.work.intake.named(heard.text, view.report.place):
        found = visit.work.intake.search(heard.text, view.report.place)
        return handing_back.found(visit.say, step.report, found)
    await visit.ask(step.with_words(heard.text))
    return handing_back.candidates(visit.say, step.report, candidates, noted=True)


async def replies(visit: Visit, heard: Heard, report: ReportId) -> Shown:
    """A reply to a card or to news of a report becomes an answer, shown before it goes out."""
    step = visit.step
    asked = step is not None and step.report == report
    if not heard.private and await group.turned_away(visit):
        return group.how_to_enter(visit.say)
    if asked and means_cancel(heard.text, visit.texts) and not heard.attachment:
        await visit.done_asking()
        return compose.cancelled(visit.say, (await case(visit, report)).report)
    if asked and step and step.kind in _AMONG_US:
        return await _AMONG_US[step.kind](visit, heard)
    if asked and step and (step.kind in ACTS or step.kind in _HANDING_BACK):
        return await writes(visit, heard)
    view = await case(visit, report)
    if not heard.private and view.report.guarded:
        await visit.work.hearing.open_for(visit.person.id, report)
        return door.plain(visit.say, "case-opened-private")
    kind = _kind_of_reply(view)
    if kind is None:
        state = state_of(visit.say, view.report)
        return door.plain(visit.say, "case-cannot-answer", number=view.report.number, state=state)
    return await _writes_words(visit, heard, Step(visit.person.id, visit.chat, kind, report))


async def hands_back(visit: Visit, pressed: Pressed, button: HandsBack) -> Shown:
    """Bukan wewenang, with its reason: whose is it then?"""
    if not pressed.private and (away := await group.turned_away(visit)):
        return away
    report = ReportId(button.report)
    view = await case(visit, report)
    await visit.work.casework.may(visit.actor, report, Act.HAND_BACK)
    await visit.ask(
        Step(visit.person.id, visit.chat, StepKind.HAND_BACK, report, button.reason.value)
    )
    return handing_back.candidates(visit.say, report, _candidates(view))


async def hands_back_to(visit: Visit, pressed: Pressed, button: HandsBackTo) -> Shown:
    """The agency that the officer thinks is right, a search for it, or that they do not know."""
    if not pressed.private and (away := await group.turned_away(visit)):
        return away
    step = visit.step
    if step is None or step.kind not in _HANDING_BACK or step.report != button.report:
        raise Refused(Why.NEEDS_REASON)
    if button.agency == "?":
        await visit.ask(replace(step, kind=StepKind.HAND_BACK_TO))
        return handing_back.search(visit.say, ReportId(button.report))
    candidate = None
    if button.agency != "-":
        candidate = visit.work.records.agency(AgencyCode(button.agency))
        if candidate is None:
            raise Refused(Why.NEEDS_AGENCY)
    done = await visit.work.casework.hand_back(
        visit.actor,
        ReportId(button.report),
        step.reason,
        candidate.code if candidate else None,
        step.text,
    )
    await visit.done_asking()
    return handing_back.done(visit.say, done.report, candidate)


async def history_of(visit: Visit, view: CaseView) -> str:
    """The latest lines of the report's history."""
    named = await named_lines(visit, view)
    return histories.lines(visit.say, view.report, named, latest=_LATEST)


async def named_lines(visit: Visit, view: CaseView) -> list[histories.Named]:
    """Every line of the report's history, oldest first."""
    _, named = await visit.work.records.history(visit.actor, view.report.number)
    return named


async def _writes_words(visit: Visit, heard: Heard, step: Step) -> Shown:
    """Keep what came and show it as the reporter will read it; an album is shown once."""
    same_album = bool(heard.album) and step.reason == heard.album
    if heard.text:
        step = step.with_words(heard.text)
    if heard.attachment:
        step = step.with_attachment(heard.attachment)
    step = replace(step, reason=heard.album or step.reason)
    if same_album:
        await visit.ask(step)
        return None
    return await shows_words(visit, step, grouped=not heard.private)


async def shows_words(visit: Visit, step: Step, *, grouped: bool) -> Screen:
    """Keep the words and show them as the reporter will read them."""
    assert step.report is not None
    view = await case(visit, step.report)
    await visit.ask(replace(step, seen=len(await named_lines(visit, view))))
    if not step.text and not step.attachments:
        return compose.question(visit.say, view.report, step.kind, group=grouped)
    if not step.text and step.kind is not StepKind.ANSWER:
        return compose.needs_words(visit.say, view.report, group=grouped)
    role, agency = speaks_as(visit, view), speaks_for(view, step)
    return compose.preview(visit.say, view.report, agency, step, role, group=grouped)


async def _queue(visit: Visit, part: Part, number: int, *, in_place: bool = False) -> Screen:
    page = await visit.work.queue.page(visit.actor, part, number)
    screen = queues.shown(visit.say, page, in_place=in_place)
    return queues.with_other(visit.say, screen, desk=True) if visit.actor.admin else screen


async def _take(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    await visit.work.casework.take(visit.actor, view.report.id)
    return Answer(toast=visit.say("case-toast-taken"))


async def _hand_back(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    await visit.work.casework.may(visit.actor, view.report.id, Act.HAND_BACK)
    return handing_back.reasons(visit.say, view.report)


async def _more(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:
    return face.more(visit.say, view, group=grouped)


async def _less(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:
    await visit.done_asking()
    reader = None if grouped else visit.person.id
    return face.card(visit.say, view, group=grouped, in_place=True, reader=reader)


async def _open(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:
    if grouped:
        return await opens_in_private(visit, view)
    return face.card(visit.say, view, whole=True, reader=visit.person.id)


async def _reveal(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:
    return await opens_in_private(visit, view) if grouped else await reveals(visit, view)


async def reveals(visit: Visit, view: CaseView) -> Screen:
    """Show what Anonim hides; it is in the history by then."""
    revealed = await visit.work.revealing.reveal(visit.actor, view.report.id)
    return revealing.revealed(visit.say, revealed)


async def _voices(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    return voices.words(visit.say, view)


async def _history(visit: Visit, view: CaseView, *, grouped: bool) -> Shown:  # noqa: ARG001
    return face.history(visit.say, view.report.id, await history_of(visit, view))


def _kind_of_reply(view: CaseView) -> StepKind | None:
    """A reply answers; where no agency has the report yet, an admin's reply asks."""
    if Act.ANSWER in view.acts and view.agency:
        return StepKind.ANSWER
    if Act.CONTRIBUTE in view.acts:
        return StepKind.CONTRIBUTE
    return StepKind.ADMIN_ASK if Act.ASK in view.acts else None


def _candidates(view: CaseView) -> list[Agency]:
    out = {view.report.agency, *handing_back.not_theirs(view)}
    return [agency for agency, _, _ in view.suggested if agency.code not in out][:_CANDIDATES]


def speaks_as(visit: Visit, view: CaseView) -> Role:
    """As whom somebody's words reach the reporter: an admin only records another's."""
    return Role.ADMIN if elsewhere(visit, view) or not view.agency else Role.OFFICER


def speaks_for(view: CaseView, step: Step) -> Agency | None:
    """In whose name the reporter will read the words."""
    return view.partner if step.kind is StepKind.CONTRIBUTE else view.agency


def elsewhere(visit: Visit, view: CaseView) -> Agency | None:
    """The agency whose answer an admin records, because nobody of it is here."""
    own = visit.actor.role_for(view.report.agency) is not None
    return view.agency if visit.actor.admin and not own else None


class _OnCard(Protocol):
    async def __call__(self, visit: Visit, view: CaseView, *, grouped: bool) -> Shown: ...


_ON_CARD: dict[CaseAct, _OnCard] = {
    CaseAct.TAKE: _take,
    CaseAct.HAND_BACK: _hand_back,
    CaseAct.MORE: _more,
    CaseAct.LESS: _less,
    CaseAct.REVEAL: _reveal,
    CaseAct.OPEN: _open,
    CaseAct.HISTORY: _history,
    CaseAct.VOICES: _voices,
    CaseAct.SHARE: sharing.menu,
    CaseAct.TAKE_OVER: sharing.takes_over,
    CaseAct.HAND_OVER: sharing.asks_colleague,
    CaseAct.TO_UNIT: sharing.asks_unit,
    CaseAct.NOTE: sharing.asks_note,
    CaseAct.ENDORSE: closing.endorses,
    CaseAct.RETURN: closing.asks_why,
    CaseAct.CO_INVITE: partnering.asks_whom,
    CaseAct.STEP_OUT: partnering.steps_out,
}
