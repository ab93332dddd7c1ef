"""What an office hears of its reports: cards, what was said, warnings, what colleagues do."""

from collections.abc import Sequence

from bot.domain.agency import AgencyCode, covers
from bot.domain.moves import Act
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import Role
from bot.domain.report import HistoryLine, Report
from bot.services.hearing import OPENED
from bot.services.records import TURNS
from bot.ui import desk, office_notices, own_data, reporter_words, topics, warnings
from bot.ui.cards import face, gone
from bot.ui.notices.hearer import Hearer, Hears
from bot.ui.screen import Rendered, Screen, Slot


async def card(hearer: Hearer, notice: Notice) -> Rendered | None:
    report = await hearer.report(notice)
    opened = notice.about == OPENED
    old = None if opened else await hearer.shown(report, Slot.CARD)
    roles = await hearer.roles(report)
    if not roles and old is None:
        return None
    if roles:
        view, grouped = await hearer.case(report, roles), hearer.group is not None
        reader = hearer.person.id if hearer.person else None
        card = face.card(hearer.say, view, group=grouped, whole=opened, reader=reader)
    else:
        card = await _gone(hearer, report)
    if hearer.group is None:
        return hearer.here(card, old.message if old else None)
    return await topics.card_in(
        hearer.work, hearer.say, hearer.group, report, card, old, gone=not roles
    )


async def _gone(hearer: Hearer, report: Report) -> Screen:
    """The report has gone to another agency, or the right of who has its card has ended."""
    if hearer.group is None and not (await hearer.actor()).memberships:
        return gone.withdrawn(hearer.say, report)
    lines = await hearer.work.unit.history.of_report(report.id)
    mine = await _agencies_of(hearer)
    if report.agency and _was_invited(lines, mine):
        return gone.stepped_out(hearer.say, report)
    turns = [line for line in lines if line.act in TURNS]
    if not report.agency and turns and _is_by(turns[-1], Act.HAND_BACK, mine):
        candidate = None if report.guarded else hearer.agency(turns[-1].reason.partition(">")[2])
        return gone.handed_back(hearer.say, report, candidate)
    return gone.away(hearer.say, report, hearer.work.records.agency(report.agency))


async def _agencies_of(hearer: Hearer) -> frozenset[AgencyCode]:
    """Those that the reader works for, or the group's."""
    if hearer.group:
        return frozenset({hearer.group.agency})
    return frozenset(held.agency for held in (await hearer.actor()).memberships)


def _was_invited(lines: Sequence[HistoryLine], mine: frozenset[AgencyCode]) -> bool:
    """Whether the reader's agency was here by invitation, and is no more."""
    return any(_is_by(line, Act.STEP_OUT, mine) for line in lines)


def _is_by(line: HistoryLine, act: Act, mine: frozenset[AgencyCode]) -> bool:
    its = line.agency
    return line.act == act and its is not None and any(covers(held, its) for held in mine)


async def admin_card(hearer: Hearer, notice: Notice) -> Rendered | None:
    report = await hearer.report(notice)
    old = await hearer.shown(report, Slot.ADMIN_CARD)
    edit = old.message if old else None
    if Role.ADMIN not in await hearer.roles(report):
        return None if edit is None else hearer.here(desk.away(hearer.say, report), edit)
    view = await hearer.case(report, frozenset({Role.ADMIN}))
    return hearer.here(desk.card(hearer.say, view), edit)


async def erased(hearer: Hearer, notice: Notice) -> Rendered | None:
    """An old message of an office loses its words, whoever may read there now."""
    report = await hearer.report(notice)
    message, _, slot = notice.about.partition(">")
    if not slot:
        return Rendered((own_data.emptied(hearer.say, report),), int(message))
    # A group that has become a supergroup numbers its messages anew: there it is none of ours.
    there = await hearer.work.unit.anchors.at(hearer.chat, int(message))
    return Rendered((Screen("", removes=True),), int(message)) if there else None


async def reporter_said(hearer: Hearer, notice: Notice) -> Rendered | None:
    report = await hearer.report(notice)
    roles = await hearer.roles(report)
    if not roles:
        return None
    view, group = await hearer.case(report, roles), hearer.group is not None
    said = next((each for each in view.follow_ups if each.id == notice.follow_up), None)
    if said is None:
        return None
    shown = reporter_words.screen(hearer.say, view, said, notice.about, group=group)
    return await hearer.about(notice, shown)


async def warned(hearer: Hearer, notice: Notice) -> Rendered | None:
    report = await hearer.report(notice)
    roles = await hearer.roles(report)
    if not roles:
        return None
    view, group = await hearer.case(report, roles), hearer.group is not None
    warned = warnings.warned(hearer.say, view, roles, notice.about, group=group)
    return await hearer.about(notice, warned)


async def moved_away(hearer: Hearer, notice: Notice) -> Rendered | None:
    return await hearer.about(notice, await _moved_away(hearer, notice))


async def _moved_away(hearer: Hearer, notice: Notice) -> Screen | None:
    """The new agency's name, where the report is not guarded."""
    report = await hearer.report(notice)
    if await hearer.roles(report):
        return None
    agency = hearer.work.records.agency(report.agency)
    if agency is None or report.guarded:
        return Screen(hearer.say("moved-away-quiet", number=report.number))
    return Screen(hearer.say("moved-away", number=report.number, agency=agency.short))


async def among_us(hearer: Hearer, notice: Notice) -> Rendered | None:
    """Officers hear of each other; nobody does who has no right to the report any more."""
    report = await hearer.report(notice)
    roles = await hearer.roles(report)
    if not roles:
        return None
    view, group = await hearer.case(report, roles), hearer.group is not None
    shown = await office_notices.screen(hearer.work, hearer.say, notice, view, group=group)
    return await hearer.about(notice, shown)


KINDS: dict[NoticeKind, Hears] = {
    NoticeKind.CARD: card,
    NoticeKind.ADMIN_CARD: admin_card,
    NoticeKind.ERASED: erased,
    NoticeKind.REPORTER_SAID: reporter_said,
    NoticeKind.MOVED_AWAY: moved_away,
    NoticeKind.WARNED: warned,
    **dict.fromkeys(office_notices.KINDS, among_us),
}
