"""Who works for which agency: links that let people in, and rights that are taken away."""

from bot.domain.agency import Agency, AgencyCode
from bot.domain.people import InvitationKind, PersonId, Role
from bot.domain.refusals import Refused, Why
from bot.domain.step import Step, StepKind
from bot.services.access import LINK_LASTS
from bot.telegram.incoming import Heard, Pressed
from bot.ui import staff
from bot.ui.buttons.desk import Agencies, AsksToRevoke, Invites, LetsIn, Revokes
from bot.ui.screen import Answer, Screen
from handlers.visit import Shown, Visit, show

_SEARCH = "?"


async def invites(visit: Visit, heard: Heard) -> Shown:
    """/undang [petugas|adminhub|grup|admin] [nama instansi]."""
    word, _, name = heard.words_after_command.partition(" ")
    kinds = _kinds(visit)
    if not kinds:
        raise Refused(Why.NOT_ALLOWED)
    kind = next((k for k in kinds if visit.say(f"invite-word-{k}") == word.casefold()), None)
    if kind is None:
        return staff.invite_menu(visit.say, kinds)
    if kind is InvitationKind.ADMIN:
        return await _link(visit, kind, None, in_place=False)
    if name:
        return await _names_whose_link(visit, kind, name)
    return await _asks_whose_link(visit, kind)


async def makes_link(visit: Visit, pressed: Pressed, button: Invites) -> Shown:  # noqa: ARG001
    """The kind was picked, or the agency too."""
    if button.kind not in _kinds(visit):
        raise Refused(Why.NOT_ALLOWED)
    if button.kind is InvitationKind.ADMIN:
        return await _link(visit, button.kind, None, in_place=True)
    if button.agency == staff.NO_AGENCY:
        return await _asks_whose_link(visit, button.kind)
    return await _link(visit, button.kind, visit.agency(button.agency), in_place=False)


async def lists_agencies(visit: Visit, heard: Heard) -> Shown:
    """/instansi [nama]."""
    name = heard.words_after_command
    if name:
        return await _finds(visit, name)
    return await _list(visit)


async def lists_people(visit: Visit, heard: Heard) -> Shown:
    """/petugas [nama instansi]."""
    return await lists_agencies(visit, heard)


async def revokes_menu(visit: Visit, heard: Heard) -> Shown:
    """/cabut [nama instansi]."""
    name = heard.words_after_command
    if name.casefold() == visit.say("invite-word-admin"):
        return staff.admins(visit.say, await visit.work.access.admins(visit.actor))
    if name:
        return await _finds(visit, name)
    if visit.actor.admin:
        return staff.revoke_menu(visit.say, await visit.work.access.staffed(visit.actor))
    return await _list(visit)


async def shows_agency(visit: Visit, pressed: Pressed, button: Agencies) -> Shown:  # noqa: ARG001
    """An agency's people; also the admins, or the question which agency."""
    if button.agency == _SEARCH:
        if not _kinds(visit):
            raise Refused(Why.NOT_ALLOWED)
        await visit.ask(Step(visit.person.id, visit.chat, StepKind.FIND_AGENCY))
        return staff.ask_agency(visit.say)
    if button.agency == staff.NO_AGENCY:
        people = await visit.work.access.admins(visit.actor)
        return staff.admins(visit.say, people, in_place=True)
    return await _staff(visit, AgencyCode(button.agency), in_place=True)


async def asks_to_revoke(visit: Visit, pressed: Pressed, button: AsksToRevoke) -> Shown:  # noqa: ARG001
    """A right goes at once and with its cards, so a slip of the finger is asked about."""
    code = None if button.agency == staff.NO_AGENCY else AgencyCode(button.agency)
    person = await visit.work.access.may_revoke(visit.actor, PersonId(button.person), code)
    return staff.revoke_sure(visit.say, person, visit.work.records.agency(code))


async def revokes(visit: Visit, pressed: Pressed, button: Revokes) -> Shown:  # noqa: ARG001
    """Take a right away; the list shows at once who is left."""
    agency = None if button.agency == staff.NO_AGENCY else AgencyCode(button.agency)
    former = await visit.work.access.revoke(visit.actor, PersonId(button.person), agency)
    toast = staff.revoked(visit.say, former)
    myself = await visit.work.actor(visit.person.id)
    if agency is None:
        if not myself.admin:
            return Answer(toast=toast)
        people = await visit.work.access.admins(myself)
        return show(staff.admins(visit.say, people, in_place=True), toast=toast)
    if not myself.admin and myself.role_for(agency) is not Role.AGENCY_ADMIN:
        return Answer(toast=toast)
    left = await visit.work.access.staff(myself, agency)
    screen = staff.one(visit.say, left, admin=myself.admin, in_place=True)
    return show(screen, toast=toast)


async def lets_in(visit: Visit, pressed: Pressed, button: LetsIn) -> Shown:  # noqa: ARG001
    """Somebody from the agency's group becomes an officer, by one tap."""
    code = AgencyCode(button.agency)
    newcomer = await visit.work.access.let_in(visit.actor, PersonId(button.person), code)
    agency = visit.work.records.agency(code)
    assert agency is not None
    return staff.let_in_done(visit.say, newcomer, agency)


async def names_agency(visit: Visit, heard: Heard, step: Step) -> Shown:
    """The name of an agency, after the question whose link or whose people."""
    if step.kind is StepKind.INVITE:
        return await _names_whose_link(visit, InvitationKind(step.reason), heard.text)
    found = visit.work.intake.search(heard.text, None) if heard.text else []
    return staff.agencies_found(visit.say, found)


async def _asks_whose_link(visit: Visit, kind: InvitationKind) -> Screen:
    """An agency's admin has few to choose from; an admin types a name."""
    if not visit.actor.admin:
        return staff.invite_which(visit.say, kind, _own(visit))
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.INVITE, reason=kind.value))
    return staff.invite_agency(visit.say)


async def _names_whose_link(visit: Visit, kind: InvitationKind, name: str) -> Screen:
    found = _allowed(visit, visit.work.intake.search(name, None)) if name else []
    if len(found) == 1:
        return await _link(visit, kind, found[0], in_place=False)
    return staff.invite_which(visit.say, kind, found)


async def _link(
    visit: Visit, kind: InvitationKind, agency: Agency | None, *, in_place: bool
) -> Screen:
    code = agency.code if agency else None
    token = await visit.work.access.invite(visit.actor, kind, code)
    await visit.done_asking()
    opens = "startgroup" if kind is InvitationKind.GROUP else "start"
    url = f"https://t.me/{visit.work.house.bot_name}?{opens}={token}"
    until = visit.work.now + LINK_LASTS
    return staff.link(visit.say, kind, agency, url, until, in_place=in_place)


async def _finds(visit: Visit, name: str) -> Screen:
    if not _kinds(visit):
        raise Refused(Why.NOT_ALLOWED)
    found = _allowed(visit, visit.work.intake.search(name, None))
    if len(found) == 1:
        return await _staff(visit, found[0].code, in_place=False)
    return staff.agencies_found(visit.say, found)


async def _list(visit: Visit) -> Screen:
    if visit.actor.admin:
        return staff.agencies(visit.say, await visit.work.access.staffed(visit.actor))
    own = _own(visit)
    if not own:
        raise Refused(Why.NOT_ALLOWED)
    if len(own) == 1:
        return await _staff(visit, own[0].code, in_place=False)
    return staff.agencies_found(visit.say, own)


async def _staff(visit: Visit, agency: AgencyCode, *, in_place: bool) -> Screen:
    await visit.done_asking()
    found = await visit.work.access.staff(visit.actor, agency)
    return staff.one(visit.say, found, admin=visit.actor.admin, in_place=in_place)


def _kinds(visit: Visit) -> tuple[InvitationKind, ...]:
    """Which links somebody may make; the service asks again."""
    if visit.actor.admin:
        return (
            InvitationKind.OFFICER,
            InvitationKind.AGENCY_ADMIN,
            InvitationKind.GROUP,
            InvitationKind.ADMIN,
        )
    return (InvitationKind.OFFICER,) if _own(visit) else ()


def _own(visit: Visit) -> list[Agency]:
    """The agencies whose admin somebody is."""
    codes = [m.agency for m in visit.actor.memberships if m.role is Role.AGENCY_ADMIN]
    return [agency for code in codes if (agency := visit.work.records.agency(code))]


def _allowed(visit: Visit, found: list[Agency]) -> list[Agency]:
    if visit.actor.admin:
        return found
    return [a for a in found if visit.actor.role_for(a.code) is Role.AGENCY_ADMIN]
