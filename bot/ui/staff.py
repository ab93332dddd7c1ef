"""Agencies, the people and groups that work for them, and the links that let people in."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.agency import Agency, AgencyCode
from bot.domain.people import InvitationKind, Person
from bot.services.access import Staff
from bot.ui.buttons.citizen import LeavesQuestion
from bot.ui.buttons.desk import Agencies, AsksIn, AsksToRevoke, Invites, LetsIn, Revokes
from bot.ui.reports import short
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

NO_AGENCY = "-"
_LISTED = 15
_PEOPLE = 20


def agencies(say: Speech, staffed: Sequence[tuple[Agency, int]]) -> Screen:
    """Every agency that has people here."""
    if not staffed:
        return Screen(say("agencies-none"), _search_row(say))
    shown = staffed[:_LISTED]
    lines: list[str] = [say("agencies-head")]
    lines.extend(say("agencies-line", agency=a.short, count=count) for a, count in shown)
    if len(staffed) > len(shown):
        lines.append(say("agencies-more", count=len(staffed) - len(shown)))
    rows = (*_open_rows([agency for agency, _ in shown]), *_search_row(say))
    return Screen("\n".join(lines), rows)


def agencies_found(say: Speech, found: Sequence[Agency]) -> Screen:
    if not found:
        return Screen(say("agencies-not-found"), _cancel_row(say), slot=Slot.QUESTION)
    return Screen(say("agencies-found"), _open_rows(found), slot=Slot.QUESTION)


def ask_agency(say: Speech) -> Screen:
    return Screen(say("agencies-search"), _cancel_row(say), slot=Slot.QUESTION)


def one(say: Speech, staff: Staff, *, admin: bool, in_place: bool = False) -> Screen:
    """One agency's people and groups; `admin` may also make its admins and bind its groups."""
    agency = staff.agency
    lines: list[str] = [say("staff-head", agency=agency.name)]
    for person, membership in staff.people[:_PEOPLE]:
        role, day = say(f"role-{membership.role}"), say.short_day(membership.since)
        lines.append(say("staff-person", name=person.name, role=role, day=day))
    if not staff.people:
        lines.append(say("staff-none"))
    lines.extend(say("staff-group", title=group.title) for group in staff.groups)
    rows = [_revoke(say, person, agency.code) for person, _ in staff.people[:_PEOPLE]]
    kinds = [InvitationKind.OFFICER]
    if admin:
        kinds += [InvitationKind.AGENCY_ADMIN, InvitationKind.GROUP]
    rows.extend(
        (Choice(say(f"button-invite-more-{kind}"), Invites(kind, agency.code).pack()),)
        for kind in kinds
    )
    return Screen("\n".join(lines), tuple(rows), in_place=in_place)


def admins(say: Speech, people: Sequence[Person], *, in_place: bool = False) -> Screen:
    """Every admin, each with the way to take the right away."""
    rows = tuple(_revoke(say, person, None) for person in people)
    return Screen(say("admins-head"), rows, in_place=in_place)


def revoke_menu(say: Speech, staffed: Sequence[tuple[Agency, int]]) -> Screen:
    """Whose right? The agencies with people, and the admins."""
    admins = (Choice(say("button-admins"), Agencies(NO_AGENCY).pack()),)
    rows = (*_open_rows([agency for agency, _ in staffed[:_LISTED]]), admins)
    return Screen(say("revoke-ask"), rows)


def revoke_sure(say: Speech, person: Person, agency: Agency | None) -> Screen:
    """Whose right goes, where, and is it so?"""
    code = agency.code if agency else NO_AGENCY
    if agency:
        text = say("revoke-sure", name=person.name, agency=agency.short)
    else:
        text = say("revoke-sure-admin", name=person.name)
    yes = Choice(say("button-revoke-sure"), Revokes(person.id, code).pack())
    back = Choice(say("button-back"), Agencies(code).pack())
    return Screen(text, ((back, yes),), in_place=True)


def revoked(say: Speech, person: Person) -> str:
    """What the small window over the button says."""
    return say("revoked", name=Html(person.name))


def invite_menu(say: Speech, kinds: Sequence[InvitationKind]) -> Screen:
    rows = tuple(
        (Choice(say(f"button-invite-{kind}"), Invites(kind, NO_AGENCY).pack()),) for kind in kinds
    )
    return Screen(say("invite-who"), rows)


def invite_agency(say: Speech) -> Screen:
    return Screen(say("invite-agency"), _cancel_row(say), slot=Slot.QUESTION)


def invite_which(say: Speech, kind: InvitationKind, found: Sequence[Agency]) -> Screen:
    if not found:
        return Screen(say("agencies-not-found"), _cancel_row(say), slot=Slot.QUESTION)
    rows = tuple((Choice(a.short, Invites(kind, a.code).pack()),) for a in found)
    return Screen(say("invite-which"), (*rows, *_cancel_row(say)), slot=Slot.QUESTION)


def link(
    say: Speech,
    kind: InvitationKind,
    agency: Agency | None,
    url: str,
    until: datetime,
    *,
    in_place: bool,
) -> Screen:
    """The link, whom it is for, and until when it works."""
    words = {"day": say.day(until), "link": url}
    if agency:
        words["agency"] = agency.short
    return Screen(say(f"invite-link-{kind}", **words), in_place=in_place)


def let_in_ask(say: Speech, newcomer: Person, agency: Agency) -> Screen:
    """To those who may let people in: somebody in the agency's group asks."""
    button = Choice(say("button-let-in"), LetsIn(newcomer.id, agency.code).pack())
    text = say("let-in-ask", name=newcomer.name, agency=agency.short)
    return Screen(text, ((button,),), slot=Slot.NOTICE)


def let_in_done(say: Speech, newcomer: Person, agency: Agency) -> Screen:
    text = say("let-in-done", name=newcomer.name, agency=agency.short)
    return Screen(text, slot=Slot.NOTICE, in_place=True)


def group_bound(say: Speech, agency: Agency, *, topic: bool = False) -> Screen:
    """Whose cards a group gets, with the button for those who work there and are not known yet."""
    key = "group-bound-topic" if topic else "group-bound"
    ask = Choice(say("button-ask-in"), AsksIn(agency.code).pack())
    return Screen(say(key, agency=agency.short), ((ask,),), slot=Slot.NOTICE)


def _cancel_row(say: Speech) -> Rows:
    return ((Choice(say("button-cancel"), LeavesQuestion().pack()),),)


def _open_rows(agencies: Sequence[Agency]) -> Rows:
    return tuple((Choice(a.short, Agencies(a.code).pack()),) for a in agencies)


def _search_row(say: Speech) -> Rows:
    return ((Choice(say("button-agency-search"), Agencies("?").pack()),),)


def _revoke(say: Speech, person: Person, agency: AgencyCode | None) -> tuple[Choice, ...]:
    label = short(say("button-revoke", name=Html(person.name)))
    return (Choice(label, AsksToRevoke(person.id, agency or NO_AGENCY).pack()),)
