"""What officers and admins hear beside their reports: digests, rights, what was not reached."""

from bot.domain.agency import covers
from bot.domain.notice import Notice, NoticeKind
from bot.domain.people import PersonId, Role
from bot.ui import digest as digests
from bot.ui import door, keywords, staff
from bot.ui import numbers as figures
from bot.ui.buttons.desk import DeskAct, DeskDoes
from bot.ui.notices.hearer import Hearer, Hears, alone
from bot.ui.screen import Choice, Rendered, Screen, Slot


async def digest(hearer: Hearer, notice: Notice) -> Rendered | None:
    """As things stand now; nothing for who works there no more, or when nothing waits."""
    agency = hearer.agency(notice.about)
    if agency is None:
        return None
    if hearer.group:
        reads = covers(hearer.group.agency, agency.code)
    else:
        reads = (await hearer.actor()).role_for(agency.code) is not None
    tally = await hearer.work.digest.of(agency.code) if reads else None
    if tally is None:
        return None
    day, group = hearer.say.short_day(hearer.work.now), hearer.group is not None
    name = hearer.work.house.bot_name
    return hearer.here(digests.screen(hearer.say, agency, day, tally, group=group, bot_name=name))


async def undelivered(hearer: Hearer, notice: Notice) -> Rendered | None:
    if not (await hearer.actor()).admin:
        return None
    code, _, count = notice.about.partition(">")
    agency = hearer.agency(code)
    name = agency.short if agency else hearer.say("someone")
    if count:
        return alone(Screen(hearer.say("undelivered-unread", agency=name, count=int(count))))
    if notice.report is None:
        key = "undelivered-agency" if agency else "undelivered"
        return alone(Screen(hearer.say(key, agency=name)))
    report = await hearer.report(notice)
    card = Choice(hearer.say("button-card"), DeskDoes(report.id, DeskAct.OPEN).pack())
    text = hearer.say("undelivered-report", number=report.number, agency=name)
    return alone(Screen(text, ((card,),), slot=Slot.NOTICE, report=report.id))


async def let_in(hearer: Hearer, notice: Notice) -> Rendered | None:
    newcomer, _, code = notice.about.partition(">")
    agency = hearer.agency(code)
    actor = await hearer.actor()
    if agency is None or not (actor.admin or actor.role_for(agency.code) is Role.AGENCY_ADMIN):
        return None
    person = await hearer.work.unit.people.get(PersonId(int(newcomer)))
    return alone(staff.let_in_ask(hearer.say, person, agency))


async def keyword_tried(hearer: Hearer, notice: Notice) -> Rendered | None:
    """Nothing where another change is tried meanwhile, or the right has ended."""
    actor = await hearer.actor()
    if hearer.person is None or not actor.admin:
        return None
    step = await hearer.work.unit.steps.at(hearer.person.id, hearer.chat)
    wish = hearer.work.keywords.pending(step)
    if step is None or wish is None or step.reason != notice.about:
        return None
    return alone(keywords.tried(hearer.say, await hearer.work.keywords.tried(actor, wish)))


async def topics_lack(hearer: Hearer, notice: Notice) -> Rendered | None:
    code, _, lack = notice.about.partition(">")
    agency, actor = hearer.agency(code), await hearer.actor()
    if agency is None or not (actor.admin or actor.role_for(agency.code) is Role.AGENCY_ADMIN):
        return None
    return alone(door.plain(hearer.say, f"topics-lack-{lack}", agency=agency.short))


async def welcome(hearer: Hearer, notice: Notice) -> Rendered | None:
    way, _, code = notice.about.partition(">")
    agency = hearer.agency(code)
    if agency is None:
        return alone(door.plain(hearer.say, "welcome-out-admin"))
    key = "welcome-in" if way == "in" else "welcome-out"
    return alone(door.plain(hearer.say, key, agency=agency.short))


async def numbers(hearer: Hearer, notice: Notice) -> Rendered | None:
    return await figures.rendered(hearer.work, hearer.say, hearer.person, notice)


KINDS: dict[NoticeKind, Hears] = {
    NoticeKind.DIGEST: digest,
    NoticeKind.UNDELIVERED: undelivered,
    NoticeKind.LET_IN: let_in,
    NoticeKind.KEYWORD_TRIED: keyword_tried,
    NoticeKind.TOPICS_LACK: topics_lack,
    NoticeKind.WELCOME: welcome,
    **dict.fromkeys(figures.KINDS, numbers),
}
