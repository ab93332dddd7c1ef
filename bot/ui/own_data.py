"""What is kept of a person: on a screen, as a document, and the question before its end."""

import html
from collections.abc import Iterator
from datetime import datetime

from bot.domain.made import Made
from bot.domain.people import Actor, Role
from bot.domain.report import FileKind, FollowUp, FollowUpKind, Report
from bot.services.erasing import Erased
from bot.services.own_data import Copied, Kept
from bot.services.records import ReportView
from bot.ui.buttons.citizen import ErasesMe, OwnDataAct, OwnDataDoes
from bot.ui.draft import CLASS_KEYS, files_line
from bot.ui.reports import state
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;"
    "color:#20252b}h2{border-top:1px solid #b9c2c9;padding-top:1rem}p{white-space:pre-wrap}"
)


def kept(say: Speech, kept: Kept, *, in_place: bool = False) -> Screen:
    """What is kept, for what, until when, and who answers for it."""
    rows: Rows = (
        (_does(say, "button-data-copy", OwnDataAct.COPY),),
        (_does(say, "button-data-erase", OwnDataAct.ERASE),),
    )
    return Screen(_summary(say, kept), rows, slot=Slot.QUESTION, in_place=in_place)


def sure(say: Speech, actor: Actor, now: datetime, *, in_place: bool = False) -> Screen:
    """What goes, what stays, and is it so?"""
    text = say("data-erase-sure")
    if actor.admin or actor.memberships:
        text = Html(f"{text}\n\n{say('data-erase-sure-office')}")
    yes = Choice(say("button-data-erase-sure"), ErasesMe(int(now.timestamp())).pack())
    rows: Rows = ((_does(say, "button-data-keep", OwnDataAct.SHOW),), (yes,))
    return Screen(text, rows, slot=Slot.QUESTION, in_place=in_place)


def erased(say: Speech, erased: Erased) -> Screen:
    key = "data-erased-office" if erased.in_office else "data-erased"
    return Screen(say(key, count=erased.reports), in_place=True)


def emptied(say: Speech, report: Report) -> Screen:
    """What stays of an office's message about a report whose words are gone."""
    text = say("case-message-erased", number=report.number)
    return Screen(text, slot=Slot.NOTICE, report=report.id)


def copied(say: Speech, copied: Copied) -> Screen:
    """The document, written when it is sent."""
    name = f"data-{copied.made_at.astimezone(say.zone):%Y%m%d}.html"

    def write() -> bytes:
        return document(say, copied).encode("utf-8", "replace")

    made = Made(FileKind.DOCUMENT, "", name, name, make=write)
    return Screen(say("data-copy-ready", day=say.day(copied.made_at)), files=(made,))


def document(say: Speech, copied: Copied) -> str:
    """Everything that is kept of somebody, as a page that any browser opens and prints."""
    title = say("data-document")
    lines = [
        f'<!doctype html><html lang="{say.language}"><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{title}</title><style>{_STYLE}</style><h1>{title}</h1>",
        _paragraph(say("data-document-of", name=copied.person.name, day=_moment(say, copied))),
        _paragraph(_summary(say, copied.kept)),
    ]
    if copied.draft:
        lines += [f"<h2>{say('data-document-draft')}</h2>", _words(copied.draft)]
    for view in copied.reports:
        lines += _report(say, view)
    return "\n".join(lines)


def _report(say: Speech, view: ReportView) -> Iterator[str]:
    report, agency = view.report, view.agency.short if view.agency else say("someone")
    kind = say(CLASS_KEYS[report.report_class])
    yield f"<h2>{say('view-head', number=report.number, kind=kind)}</h2>"
    yield _words(report.text)
    facts: list[str] = [
        say("view-filed", day=say.day(report.filed_at)),
        state(say, report, agency, view.seen_at),
    ]
    if report.place:
        facts.append(say("card-place", place=report.place.label))
        if pin := report.place.pin:
            facts.append(f"{pin.latitude:.5f}, {pin.longitude:.5f}")
    if report.happened:
        facts.append(say("data-document-happened", day=say.day(report.happened.day)))
    facts.append(say("button-anonymous", state=say.both(report.anonymous)))
    facts.append(say("button-secret", state=say.both(report.secret)))
    if files := files_line(say, view.attachments):
        facts.append(files)
    if report.rating:
        facts.append(say("data-document-rating", stars=report.rating))
    yield _paragraph("\n".join(facts))
    if view.follow_ups:
        yield f"<h3>{say('view-answers')}</h3>"
    for said in view.follow_ups:
        yield _paragraph(_said(say, said, agency))


def _summary(say: Speech, kept: Kept) -> Html:
    operator = kept.operator
    lines = [
        say(
            "data-kept",
            reports=say.number(kept.reports),
            open=say.number(kept.open_reports),
            draft=say.both(kept.has_draft),
            language=say("language-name"),
        ),
        *(
            say("data-kept-office", role=say(f"role-{role}"), agency=agency.short if agency else "")
            for role, agency in kept.offices
        ),
        say(
            "data-kept-why",
            day=say.day(kept.consent.at),
            purpose=operator.purpose,
            days=str(operator.retention_days),
            name=operator.name,
            contact=operator.contact,
        ),
    ]
    return Html("\n".join(lines))


def _said(say: Speech, said: FollowUp, agency: str) -> str:
    day = f"{say.day(said.at)} {say.time(said.at)}"
    text = Html(html.escape(said.text, quote=False) or say("said-files"))
    if said.role is Role.REPORTER:
        return say("said-you", day=day, text=text)
    key = "said-agency-asks" if said.kind is FollowUpKind.QUESTION else "said-agency"
    return say(key, day=day, agency=agency, text=text)


def _moment(say: Speech, copied: Copied) -> str:
    return f"{say.day(copied.made_at)} {say.time(copied.made_at)}"


def _words(text: str) -> str:
    return _paragraph(html.escape(text, quote=False))


def _paragraph(written: str) -> str:
    return f"<p>{written}</p>"


def _does(say: Speech, key: str, act: OwnDataAct) -> Choice:
    return Choice(say(key), OwnDataDoes(act).pack())
