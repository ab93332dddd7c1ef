"""The draft's card, the one place to look while a report is told, and the questions beside it."""

import html
from collections import Counter
from collections.abc import Sequence

from bot.domain.agency import Agency
from bot.domain.draft import Draft, Missing
from bot.domain.place import Place
from bot.domain.report import Attachment, FileKind
from bot.domain.suggestion import Care, Emergency, Reason, ReasonKind, ReportClass
from bot.services.intake import DraftView
from bot.ui.buttons.citizen import (
    DraftAct,
    DraftAgency,
    DraftClass,
    DraftDay,
    DraftDoes,
    DraftPlace,
)
from bot.ui.screen import Choice, Keyboard, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

SHOWN = 700
"""How many letters of the reporter's words the card repeats."""
_REASONS_SHOWN = 3
_DANGER = {
    Emergency.FIRE: "danger-fire",
    Emergency.CRIME: "danger-crime",
    Emergency.AMBULANCE: "danger-ambulance",
    Emergency.DISASTER: "danger-disaster",
}
CLASS_KEYS = {
    ReportClass.COMPLAINT: "class-complaint",
    ReportClass.WISH: "class-wish",
    ReportClass.INFORMATION: "class-information",
}
_FILE_KEYS = {
    FileKind.PHOTO: "files-photo",
    FileKind.VIDEO: "files-video",
    FileKind.DOCUMENT: "files-document",
    FileKind.VOICE: "files-voice",
}


def next_screen(say: Speech, view: DraftView, *, in_place: bool = False, note: str = "") -> Screen:
    """Show what is worth asking next, or the card. `note` is one line said once."""
    if view.missing is Missing.WORDS:
        return ask_words(say, view)
    if view.missing is Missing.PLACE:
        return ask_place(say, view)
    return card(say, view, in_place=in_place, note=note)


def card(say: Speech, view: DraftView, *, in_place: bool = False, note: str = "") -> Screen:
    """The card, ready to send."""
    lines = [
        say("card-head", kind=say(CLASS_KEYS[view.report_class])),
        excerpt(say, view.draft.text),
        "",
        _where_when(say, view),
        files_line(say, view.draft.attachments),
        _goes_to(say, view),
        _care(say, view),
        say("card-photo") if not view.draft.attachments else "",
        say("card-when") if _asks_when(view) else "",
        f"<i>{note}</i>" if note else "",
    ]
    return Screen(_joined(lines), _card_buttons(say, view), slot=Slot.DRAFT, in_place=in_place)


def switches(say: Speech, token: int) -> Rows:
    """What may be typed for the switches: who says "anonim" twice means it, and gets no less."""
    return (
        (
            Choice(say("button-anonymous", state=""), DraftDoes(token, DraftAct.ANONYMOUS).pack()),
            _does(say, token, "button-not-anonymous", DraftAct.NAMED),
            Choice(say("button-secret", state=""), DraftDoes(token, DraftAct.SECRET).pack()),
            _does(say, token, "button-not-secret", DraftAct.OPEN),
        ),
    )


def filed(say: Speech, view: DraftView) -> Screen:
    """The card after it was sent: what it says, and nothing more to press or to answer."""
    lines = [
        say("card-head", kind=say(CLASS_KEYS[view.report_class])),
        excerpt(say, view.draft.text),
        "",
        _where_when(say, view),
        files_line(say, view.draft.attachments),
    ]
    return Screen(_joined(lines), in_place=True)


def danger(say: Speech, emergency: Emergency) -> Screen:
    """The telephone number that helps sooner, first and alone."""
    return Screen(say(_DANGER[emergency]))


def ask_words(say: Speech, view: DraftView) -> Screen:
    files = files_line(say, view.draft.attachments)
    if files:
        only_voice = all(file.kind is FileKind.VOICE for file in view.draft.attachments)
        text = say("ask-words-voice" if only_voice else "ask-words-files", files=Html(files))
    elif view.draft.place:
        text = say("ask-words-place", place=view.draft.place.label)
    else:
        text = say("ask-words-what" if view.draft.place_options else "ask-words")
    return Screen(text, slot=Slot.DRAFT)


def ask_place(say: Speech, view: DraftView, *, again: bool = False, noted: bool = False) -> Screen:
    """Ask where, or which of the places that the words may mean.

    `again`: the answer was no place that we know; `noted`: nor that, but it went into the story.
    """
    token = view.draft.token
    options = view.draft.place_options or view.routing.places
    if options:
        rows: list[tuple[Choice, ...]] = [
            (Choice(place.label, DraftPlace(token, place.region or "").pack()),)
            for place in options
        ]
        rows.append(
            (
                Choice(say("button-place-other"), DraftDoes(token, DraftAct.PLACE).pack()),
                place_unknown(say, token),
            )
        )
        return Screen(_which(say, options), tuple(rows), slot=Slot.DRAFT)
    key = "ask-place-noted" if noted else "ask-place-again" if again else "ask-place"
    return Screen(
        say(key),
        keyboard=Keyboard(say("button-location"), (say("button-place-unknown"),)),
        slot=Slot.DRAFT,
    )


def place_unknown(say: Speech, token: int) -> Choice:
    """The way on for who cannot say where."""
    return _does(say, token, "button-place-unknown", DraftAct.NO_PLACE)


def place_noted(say: Speech, place: Place | None) -> Screen:
    """Say which place was understood, and put the location button away."""
    text = say("place-noted", place=place.label) if place else say("place-none")
    return Screen(text, keyboard=Keyboard(remove=True))


def ask_when(say: Speech, token: int, *, again: bool = False) -> Screen:
    return Screen(
        say("ask-when-again" if again else "ask-when"),
        (
            (
                Choice(say("button-today"), DraftDay(token, 0).pack()),
                Choice(say("button-yesterday"), DraftDay(token, 1).pack()),
            ),
            (_does(say, token, "button-back", DraftAct.BACK),),
        ),
        slot=Slot.DRAFT,
        in_place=not again,
    )


def edit_menu(say: Speech, draft: Draft) -> Screen:
    token = draft.token
    rows: list[tuple[Choice, ...]] = [
        (
            _does(say, token, "button-edit-text", DraftAct.TEXT),
            _does(say, token, "button-edit-place", DraftAct.PLACE),
        ),
        (
            _does(say, token, "button-edit-when", DraftAct.WHEN),
            _does(say, token, "button-edit-class", DraftAct.CLASS),
        ),
    ]
    if draft.attachments:
        rows.append((_does(say, token, "button-drop-files", DraftAct.DROP_FILES),))
    rows.append(
        (
            _does(say, token, "button-back", DraftAct.BACK),
            _does(say, token, "button-cancel", DraftAct.CANCEL),
        )
    )
    return Screen(say("edit-head"), tuple(rows), slot=Slot.DRAFT, in_place=True)


def class_menu(say: Speech, token: int) -> Screen:
    rows = tuple(
        (Choice(say(key), DraftClass(token, kind.name[0]).pack()),)
        for kind, key in CLASS_KEYS.items()
    )
    back = (_does(say, token, "button-back", DraftAct.BACK),)
    return Screen(say("ask-class"), (*rows, back), slot=Slot.DRAFT, in_place=True)


def agency_menu(say: Speech, view: DraftView) -> Screen:
    """The other agencies that the routing names, a search, and "I do not know"."""
    token = view.draft.token
    now = view.agency.code if view.agency else None
    others = [s.agency for s in view.routing.suggestions if s.agency.code != now]
    if view.routing.care is Care.ACCUSES:
        others = []
    return Screen(
        say("agency-head"),
        (
            *agency_rows(token, others),
            (_does(say, token, "button-search-agency", DraftAct.SEARCH),),
            (
                _does(say, token, "button-admin-decides", DraftAct.ADMIN),
                _does(say, token, "button-back", DraftAct.BACK),
            ),
        ),
        slot=Slot.DRAFT,
        in_place=True,
    )


def agencies_found(say: Speech, token: int, found: Sequence[Agency]) -> Screen:
    rows = (
        *agency_rows(token, found),
        (
            _does(say, token, "button-admin-decides", DraftAct.ADMIN),
            _does(say, token, "button-back", DraftAct.BACK),
        ),
    )
    return Screen(say("agency-found" if found else "agency-none"), rows, slot=Slot.DRAFT)


def agency_rows(token: int, agencies: Sequence[Agency]) -> Rows:
    return tuple((Choice(a.short, DraftAgency(token, a.code).pack()),) for a in agencies)


def back_only(say: Speech, token: int, key: str) -> Screen:
    """A question to be answered in words, with the way back."""
    back = ((_does(say, token, "button-back", DraftAct.BACK),),)
    return Screen(say(key), back, slot=Slot.DRAFT, in_place=True)


def cancel_sure(say: Speech, token: int) -> Screen:
    return Screen(
        say("cancel-sure"),
        (
            (
                _does(say, token, "button-cancel-sure", DraftAct.CANCEL_SURE),
                _does(say, token, "button-back", DraftAct.BACK),
            ),
        ),
        slot=Slot.DRAFT,
        in_place=True,
    )


def returning(say: Speech, view: DraftView) -> Screen:
    """Somebody comes back to a draft that still waits."""
    token = view.draft.token
    told = excerpt(say, view.draft.text) or files_line(say, view.draft.attachments)
    return Screen(
        f"{say('draft-waiting')}\n{told}",
        (
            (_does(say, token, "button-go-on", DraftAct.GO_ON),),
            (_does(say, token, "button-start-new", DraftAct.NEW),),
        ),
        slot=Slot.DRAFT,
    )


def excerpt(say: Speech, text: str) -> str:
    """The reporter's words as they stand, shortened where they are long, and how long they are."""
    if len(text) <= SHOWN:
        return html.escape(text, quote=False)
    cut = text[:SHOWN].rsplit(" ", 1)[0]
    return f"{html.escape(cut, quote=False)} {say('card-more', count=str(len(text)))}"


def files_line(say: Speech, files: Sequence[Attachment]) -> str:
    """ "2 foto, 1 video", or nothing."""
    counts = Counter(file.kind for file in files)
    return ", ".join(
        say(key, count=counts[kind]) for kind, key in _FILE_KEYS.items() if counts[kind]
    )


def because(say: Speech, reasons: Sequence[Reason]) -> str:
    """ "lampu jalan dan Cibinong": what decided, in the reporter's words."""
    order = {ReasonKind.NAME: 0, ReasonKind.WORD: 1, ReasonKind.LEARNED: 2, ReasonKind.PLACE: 3}
    shown = sorted(reasons, key=lambda r: (order[r.kind], -r.weight))
    places = [r for r in shown if r.kind is ReasonKind.PLACE][:1]
    words = telling([r.words for r in shown if r.kind is not ReasonKind.PLACE])
    said = (*words[: _REASONS_SHOWN - len(places)], *(place.words for place in places))
    return listed(say, [f"<i>{html.escape(each, quote=False)}</i>" for each in said])


def telling(reasons: Sequence[str]) -> list[str]:
    """Those that stand in none before them: "numpuk" says nothing beside "sampah numpuk"."""
    kept: list[str] = []
    for reason in reasons:
        words = f" {reason.casefold()} "
        if not any(words in f" {other.casefold()} " for other in kept):
            kept.append(reason)
    return kept


def listed(say: Speech, said: Sequence[str]) -> str:
    if len(said) <= 1:
        return "".join(said)
    return say("list-and", first=Html(", ".join(said[:-1])), last=Html(said[-1]))


def _where_when(say: Speech, view: DraftView) -> str:
    parts = []
    if view.place:
        parts.append(say("card-place", place=view.place.label))
    elif view.routing.needs_place or view.draft.place_known:
        parts.append(say("card-place-unknown"))
    if happened := view.draft.happened:
        key = "card-since" if happened.since else "card-on"
        parts.append(say(key, day=say.day(happened.day)))
    return " · ".join(parts)


def _goes_to(say: Speech, view: DraftView) -> str:
    day = say.day(view.due)
    if view.straight and view.agency:
        reasons = view.suggestion.reasons if view.suggestion else ()
        if not reasons:
            return say("card-goes", agency=view.agency.short)
        return say(
            "card-goes-because", agency=view.agency.short, reasons=Html(because(say, reasons))
        )
    if view.routing.care is not Care.NONE:
        return say("card-care", day=day)
    if view.draft.admin_decides:
        return say("card-admin", day=day)
    if view.agency:
        return say("card-chosen", agency=view.agency.short, day=day)
    return say("card-unsure", day=day)


def _care(say: Speech, view: DraftView) -> str:
    care = view.routing.care
    return "" if care is Care.NONE else say(f"care-{care}")


def _asks_when(view: DraftView) -> bool:
    return view.draft.happened is None and view.report_class is ReportClass.COMPLAINT


def _card_buttons(say: Speech, view: DraftView) -> Rows:
    token = view.draft.token
    change = "button-change-agency" if view.agency else "button-pick-agency"
    anonymous = say("button-anonymous", state=say.both(view.draft.anonymous))
    secret = say("button-secret", state=say.both(view.draft.secret))
    hides = DraftAct.NAMED if view.draft.anonymous else DraftAct.ANONYMOUS
    keeps = DraftAct.OPEN if view.draft.secret else DraftAct.SECRET
    return (
        (_does(say, token, "button-send", DraftAct.SEND),),
        (
            _does(say, token, change, DraftAct.AGENCY),
            _does(say, token, "button-edit", DraftAct.EDIT),
        ),
        (
            Choice(anonymous, DraftDoes(token, hides).pack()),
            Choice(secret, DraftDoes(token, keeps).pack()),
        ),
    )


def _which(say: Speech, options: Sequence[Place]) -> str:
    if len(options) == 1:
        return say("ask-place-one", place=options[0].label)
    names = {place.label.split(",")[0].split(" ", 1)[-1] for place in options}
    if len(names) == 1:
        return say("ask-place-which", name=names.pop())
    return say("ask-place-which-any")


def _does(say: Speech, token: int, key: str, act: DraftAct) -> Choice:
    return Choice(say(key), DraftDoes(token, act).pack())


def _joined(lines: Sequence[str]) -> str:
    """Join lines; an empty one that was meant stays, one that has nothing to say goes."""
    kept = [line for index, line in enumerate(lines) if line or index == 2]
    return "\n".join(kept).strip()
