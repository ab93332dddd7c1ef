"""Announcements: whom they are for, how they look and how many they reach before they go."""

import html

from bot.domain.agency import Agency
from bot.domain.announcement import MOST_LETTERS, Announcement, Audience, Hearers
from bot.ui.buttons.desk import AnnounceAct, Announces
from bot.ui.screen import Choice, Screen, Slot
from bot.ui.texts import Html, Speech


def menu(say: Speech) -> Screen:
    rows = (
        (_does(say, "button-announce-officers", AnnounceAct.OFFICERS),),
        (_does(say, "button-announce-reporters", AnnounceAct.REPORTERS),),
    )
    return Screen(say("announce-whom"), rows)


def ask_whom(say: Speech, hearers: Hearers, *, again: bool = False) -> Screen:
    """For which agency, or for which sector and place."""
    if hearers is Hearers.OFFICERS:
        key = "announce-agency-again" if again else "announce-agency"
    else:
        key = "announce-place-again" if again else "announce-place"
    return Screen(say(key), (_cancel(say),), slot=Slot.QUESTION)


def ask_text(say: Speech, audience: Audience, agency: Agency | None, place: str) -> Screen:
    words = whom(say, audience, agency, place)
    return Screen(say("announce-text", whom=Html(words)), (_cancel(say),), slot=Slot.QUESTION)


def too_long(say: Speech) -> Screen:
    text = say("announce-too-long", most=say.number(MOST_LETTERS))
    return Screen(text, (_cancel(say),), slot=Slot.QUESTION)


def preview(
    say: Speech,
    audience: Audience,
    agency: Agency | None,
    place: str,
    text: str,
    count: int,
    *,
    urgent: bool,
    in_place: bool = False,
) -> Screen:
    """As its hearers will read it, with their number on the button."""
    lines = [
        say("announce-preview", whom=Html(whom(say, audience, agency, place))),
        "",
        heard(say, audience, agency, text),
    ]
    rows: list[tuple[Choice, ...]] = []
    if count:
        send = say("button-announce-send", people=say.number(count))
        rows.append((Choice(send, Announces(AnnounceAct.SEND, int(urgent)).pack()),))
    else:
        lines.extend(("", say("announce-nobody")))
    switch = Announces(AnnounceAct.URGENT, int(not urgent)).pack()
    rows.append((Choice(say("button-announce-urgent", state=say.both(urgent)), switch),))
    rows.append(
        (
            _does(say, "button-announce-edit", AnnounceAct.EDIT),
            _does(say, "button-announce-cancel", AnnounceAct.CANCEL),
        )
    )
    return Screen("\n".join(lines), tuple(rows), slot=Slot.QUESTION, in_place=in_place)


def heard(say: Speech, audience: Audience, agency: Agency | None, text: str) -> str:
    """The announcement as its hearers read it."""
    if agency is None:
        head = say("announced")
    elif audience.hearers is Hearers.OFFICERS:
        head = say("announced-officers", agency=agency.short)
    else:
        head = say("announced-by", agency=agency.short)
    return f"{head}\n{html.escape(text, quote=False)}"


def progress(say: Speech, announcement: Announcement, *, in_place: bool = False) -> Screen:
    """How far it has come, with the way to stop it."""
    words = {"done": say.number(announcement.queued), "total": say.number(announcement.total)}
    if announcement.stopped_at:
        text = say("announce-stopped", **words)
    elif announcement.done_at:
        text = say("announce-done", total=words["total"])
    else:
        stop = Announces(AnnounceAct.STOP, announcement.id).pack()
        rows = ((Choice(say("button-announce-stop"), stop),),)
        text = say("announce-progress", **words)
        return Screen(text, rows, slot=Slot.ANNOUNCEMENT, in_place=in_place)
    return Screen(text, slot=Slot.ANNOUNCEMENT, in_place=in_place)


def cancelled(say: Speech) -> Screen:
    return Screen(say("announce-cancelled"), in_place=True)


def whom(say: Speech, audience: Audience, agency: Agency | None, place: str) -> str:
    """The people in words, never their names."""
    if audience.hearers is Hearers.OFFICERS:
        name = agency.short if agency else say("figures-everybody")
        return say("announce-to-officers", agency=name)
    sector = say(f"sector-{audience.sector}") if audience.sector else say("announce-any-sector")
    where = place or say("announce-anywhere")
    days = str(audience.days)
    if agency:
        return say(
            "announce-to-reporters-of", sector=sector, place=where, span=days, agency=agency.short
        )
    return say("announce-to-reporters", sector=sector, place=where, span=days)


def _cancel(say: Speech) -> tuple[Choice, ...]:
    return (_does(say, "button-announce-cancel", AnnounceAct.CANCEL),)


def _does(say: Speech, key: str, act: AnnounceAct) -> Choice:
    return Choice(say(key), Announces(act, 0).pack())
