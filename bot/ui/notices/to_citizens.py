"""What citizens hear: news of their reports, their draft, and the copy of their own data."""

from dataclasses import replace

from bot.domain.notice import Notice, NoticeKind
from bot.domain.report import FollowUpKind
from bot.ui import draft, own_data
from bot.ui import news as of_reports
from bot.ui.notices.hearer import Hearer, Hears, alone
from bot.ui.screen import Rendered

_OF_A_PARTNER = {NoticeKind.JOINED_BY, NoticeKind.STEPPED_OUT}


async def news(hearer: Hearer, notice: Notice) -> Rendered | None:
    report = await hearer.report(notice)
    if hearer.person is None or report.reporter != hearer.person.id:
        return None
    view = await hearer.work.records.as_reporter(report)
    said = await hearer.said(notice)
    if said and said.agency and said.kind is FollowUpKind.CONTRIBUTION:
        view = replace(view, agency=view.speakers.get(said.agency))
    if notice.kind in _OF_A_PARTNER:
        view = replace(view, partner=hearer.agency(notice.about))
    return alone(of_reports.screen(hearer.say, notice.kind, view, said, notice.about))


async def draft_card(hearer: Hearer, _: Notice) -> Rendered | None:
    if hearer.person is None:
        return None
    found = await hearer.work.intake.draft_of(hearer.person.id)
    if found is None:
        return None
    return alone(draft.next_screen(hearer.say, hearer.work.intake.view(found)))


async def own_copy(hearer: Hearer, _: Notice) -> Rendered | None:
    if hearer.person is None or hearer.person.consent is None:
        return None
    copied = await hearer.work.own_data.copy(hearer.person)
    return alone(own_data.copied(hearer.say, copied))


KINDS: dict[NoticeKind, Hears] = {
    **dict.fromkeys(of_reports.KINDS, news),
    NoticeKind.DRAFT_CARD: draft_card,
    NoticeKind.OWN_COPY: own_copy,
}
