"""Words for the reporter on their last step: sent, written anew, or left.

- What has happened to the report since they were shown, by another's hand, is read first: the press
  that was meant for the state before is no word for the new one. A second press sends.
- Words that can be sent no more are shown back, so that nobody writes them twice.
"""

from dataclasses import replace

from bot.domain.moves import Act
from bot.domain.refusals import Refused, Why
from bot.domain.report import FollowUpKind
from bot.domain.step import Step
from bot.services.casework import Done
from bot.services.records import CaseView
from bot.telegram.incoming import Pressed
from bot.ui import closing as waiting
from bot.ui import compose
from bot.ui.buttons.office import ComposeAct, Composes
from bot.ui.screen import Answer, Screen
from handlers.officer import cases
from handlers.officer.opening import case
from handlers.visit import Shown, Visit

_OVER = {Why.NOT_NOW, Why.NOT_FOUND, Why.NOT_ALLOWED, Why.TAKEN, Why.ALREADY}
_BESIDE = {
    Act.NOTE,
    Act.REVEAL,
    Act.JOIN,
    Act.LEAVE,
    Act.MERGE,
    Act.SPLIT,
    Act.FOLLOW,
    Act.LEAD,
    Act.REMIND,
    Act.WARN,
    Act.ESCALATE,
    Act.DELAY,
}
"""What changes nothing for who is about to speak to the reporter."""


async def composes(visit: Visit, pressed: Pressed, button: Composes) -> Shown:
    """Send what was shown, write it anew, or leave it."""
    step = visit.step
    if step is None or step.kind not in cases.COMPOSED or step.report != button.report:
        return Answer(toast=visit.say("compose-none"), alert=True)
    try:
        view = await case(visit, step.report)
    except Refused:
        return await _unsent(visit, step)
    match button.act:
        case ComposeAct.SEND:
            if step.kind not in cases.ACTS:
                return Answer(toast=visit.say("compose-none"), alert=True)
            return await _send(visit, pressed, step, view)
        case ComposeAct.EDIT:
            await visit.ask(replace(step, text="", attachments=(), reason=""))
            return compose.question(
                visit.say,
                view.report,
                step.kind,
                group=not pressed.private,
                elsewhere=cases.elsewhere(visit, view),
                in_place=True,
            )
        case ComposeAct.CANCEL:
            await visit.done_asking()
            return compose.cancelled(visit.say, view.report)


async def _send(visit: Visit, pressed: Pressed, step: Step, view: CaseView) -> Shown:
    lines = await cases.named_lines(visit, view)
    news = [
        line
        for line in lines[step.seen :]
        if line[0].by != visit.person.id and Act(line[0].act) not in _BESIDE
    ]
    if news and cases.ACTS[step.kind] in view.acts:
        await visit.ask(replace(step, seen=len(lines)))
        return compose.preview(
            visit.say,
            view.report,
            cases.speaks_for(view, step),
            step,
            cases.speaks_as(visit, view),
            group=not pressed.private,
            meanwhile=(news, view),
        )
    try:
        done = await _sends(visit, step)
    except Refused as refused:
        if refused.why not in _OVER:
            raise
        return await _unsent(visit, step)
    await visit.done_asking()
    assert done.follow_up is not None
    if done.follow_up.kind is FollowUpKind.PROPOSAL:
        return waiting.waits(visit.say, view.report, done.follow_up)
    return compose.sent(visit.say, view.report, done.follow_up)


async def _sends(visit: Visit, step: Step) -> Done:
    assert step.report is not None
    casework = visit.work.casework
    say = {
        Act.ANSWER: casework.answer,
        Act.ASK: casework.ask,
        Act.SETTLE: casework.settle,
        Act.CONTRIBUTE: visit.work.partnering.contribute,
    }
    act = cases.ACTS[step.kind]
    return await say[act](visit.actor, step.report, step.text, step.attachments)


async def _unsent(visit: Visit, step: Step) -> Screen:
    """Give the words back; of a report that is theirs no more nothing but its number."""
    assert step.report is not None
    await visit.done_asking()
    await visit.work.hearing.renew_cards(step.report)
    report = await visit.work.unit.reports.get(step.report)
    return compose.unsent(visit.say, report, step)
