"""Ready-made answers: /template for an agency's admin, and their use under *Jawab*."""

from bot.domain.agency import Agency, AgencyCode
from bot.domain.people import Role
from bot.domain.refusals import Refused, Why
from bot.domain.report import ReportId
from bot.domain.step import Step, StepKind
from bot.domain.template import TemplateId
from bot.telegram.incoming import Heard, Pressed
from bot.ui import templates
from bot.ui.buttons.office import TemplateAct, TemplateDoes, UsesTemplate
from handlers import group
from handlers.officer import cases
from handlers.officer.opening import case
from handlers.visit import Shown, Visit, show

_FILLED = {StepKind.ANSWER, StepKind.SETTLE}


async def lists(visit: Visit) -> Shown:
    """/template."""
    agencies = kept_by(visit)
    if not agencies:
        raise Refused(Why.NOT_ALLOWED)
    if len(agencies) > 1:
        return templates.which_agency(visit.say, agencies)
    kept = await visit.work.templates.of(visit.actor, agencies[0].code)
    return templates.listed(visit.say, agencies[0], kept)


async def presses(visit: Visit, pressed: Pressed, button: TemplateDoes) -> Shown:  # noqa: ARG001
    """A press in the list or on one answer."""
    agency = visit.agency(button.agency)
    await visit.done_asking()
    work, actor, which = visit.work.templates, visit.actor, TemplateId(button.template)
    match button.act:
        case TemplateAct.NEW:
            await work.of(actor, agency.code)
            return await _asks(visit, agency.code, None)
        case TemplateAct.SHOW:
            return templates.one(visit.say, await work.one(actor, which))
        case TemplateAct.CHANGE:
            return await _asks(visit, agency.code, which)
        case TemplateAct.DROP:
            gone = await work.drop(actor, which)
            kept = templates.listed(
                visit.say, agency, await work.of(actor, agency.code), in_place=True
            )
            return show(kept, toast=visit.say("template-toast-gone", name=gone.name))
        case TemplateAct.LIST:
            kept_now = await work.of(actor, agency.code)
            return templates.listed(visit.say, agency, kept_now, in_place=True)


async def writes(visit: Visit, heard: Heard) -> Shown:
    """The words of an answer; what cannot be kept is said, and the question stays open."""
    step = visit.step
    assert step is not None
    agency, _, number = step.reason.partition(">")
    which = TemplateId(int(number)) if number != "0" else None
    kept = await visit.work.templates.write(visit.actor, AgencyCode(agency), heard.text, which)
    await visit.done_asking()
    return templates.one(visit.say, kept, in_place=False)


async def uses(visit: Visit, pressed: Pressed, button: UsesTemplate) -> Shown:
    """An answer is filled and shown as the reporter will read it."""
    if not pressed.private and (away := await group.turned_away(visit)):
        return away
    report = ReportId(button.report)
    view = await case(visit, report)
    chosen = await visit.work.templates.to_use(
        visit.actor, view.report, TemplateId(button.template)
    )
    step = visit.step
    if step is None or step.kind not in _FILLED or step.report != report:
        step = Step(visit.person.id, visit.chat, StepKind.ANSWER, report)
    await visit.work.casework.may(visit.actor, report, cases.ACTS[step.kind])
    say = visit.texts.speech(visit.texts.default)
    return await cases.shows_words(
        visit, step.with_words(templates.filled(say, chosen, view)), grouped=not pressed.private
    )


def kept_by(visit: Visit) -> list[Agency]:
    """The agencies whose admin somebody is."""
    codes = [m.agency for m in visit.actor.memberships if m.role is Role.AGENCY_ADMIN]
    return [agency for code in codes if (agency := visit.work.records.agency(code))]


async def _asks(visit: Visit, agency: AgencyCode, which: TemplateId | None) -> Shown:
    known = await visit.work.templates.one(visit.actor, which) if which else None
    reason = f"{agency}>{which or 0}"
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.TEMPLATE, reason=reason))
    return templates.ask(visit.say, agency, known)
