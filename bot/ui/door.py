"""The door: greeting, consent, help, language, refusals, and what cannot be read."""

from datetime import datetime

from bot.domain.people import Actor, Role
from bot.domain.refusals import Refused
from bot.services.house import Operator
from bot.ui.buttons.citizen import ConsentSays, ConsentWord, Speaks
from bot.ui.screen import Choice, Screen, Slot
from bot.ui.texts import Html, Speech, Texts


def greeting(say: Speech, operator: Operator, *, known: bool) -> Screen:
    return Screen(_official(say, operator, say("greeting-again" if known else "greeting")))


def consent(say: Speech, operator: Operator, *, holds: bool) -> Screen:
    """Ask before anything is stored; `holds` says that words already wait."""
    text = _official(say, operator, say("consent"))
    if holds:
        text += f"\n\n{say('consent-held')}"
    return Screen(text, _consent_buttons(say), slot=Slot.QUESTION)


def consent_full(say: Speech, operator: Operator) -> Screen:
    text = say(
        "consent-full",
        name=operator.name,
        contact=operator.contact,
        basis=operator.legal_basis,
        purpose=operator.purpose,
        days=str(operator.retention_days),
    )
    yes, no = ConsentWord.YES, ConsentWord.NO
    return Screen(
        _official(say, operator, text),
        (
            (Choice(say("button-agree"), ConsentSays(yes).pack()),),
            (Choice(say("button-decline"), ConsentSays(no).pack()),),
        ),
        slot=Slot.QUESTION,
        in_place=True,
    )


def consent_thanks(say: Speech, now: datetime) -> Screen:
    return Screen(say("consent-thanks", day=say.day(now)), in_place=True)


def consent_declined(say: Speech) -> Screen:
    return Screen(say("consent-declined"), in_place=True)


def help_screen(say: Speech, actor: Actor) -> Screen:
    parts = [say("help")]
    if actor.memberships:
        parts.append(say("help-officer"))
    keeps_an_agency = any(held.role is Role.AGENCY_ADMIN for held in actor.memberships)
    if keeps_an_agency:
        parts.append(say("help-office-admin"))
    if actor.admin:
        parts.append(say("help-admin"))
    if actor.admin or keeps_an_agency:
        parts.append(say("help-numbers"))
    return Screen("\n\n".join(part.strip() for part in parts))


def languages(say: Speech, texts: Texts) -> Screen:
    rows = tuple(
        (Choice(texts.speech(code)("language-name"), Speaks(code).pack()),)
        for code in texts.languages
    )
    return Screen(say("language-ask"), rows, slot=Slot.QUESTION)


def refusal(say: Speech, refused: Refused) -> Screen:
    return Screen(say(f"refused-{refused.why}", **refused.facts))


def refusal_words(say: Speech, refused: Refused) -> str:
    """The same for the small window over a pressed button: plain words, no HTML."""
    facts = {name: Html(value) for name, value in refused.facts.items()}
    return say(f"refused-{refused.why}", **facts)


def plain(say: Speech, key: str, **words: str) -> Screen:
    """A screen that is one text."""
    return Screen(say(key, **words))


def _official(say: Speech, operator: Operator, text: str) -> str:
    return text if operator.official else f"{text}\n\n{say('not-official')}"


def _consent_buttons(say: Speech) -> tuple[tuple[Choice, ...], ...]:
    return (
        (Choice(say("button-agree"), ConsentSays(ConsentWord.YES).pack()),),
        (
            Choice(say("button-read"), ConsentSays(ConsentWord.READ).pack()),
            Choice(say("button-decline"), ConsentSays(ConsentWord.NO).pack()),
        ),
    )
