"""/katakunci: admins look at the keywords, try a change, save it and undo it."""

import re

from rapidfuzz import fuzz, process

from bot.domain.keywords import KeywordWish
from bot.domain.notice import Notice, NoticeKind
from bot.domain.refusals import Refused, Why
from bot.domain.sector import Sector
from bot.domain.step import Step, StepKind
from bot.services.keywords import mark_of
from bot.telegram.incoming import Heard, Pressed
from bot.ui import keywords
from bot.ui.buttons.desk import (
    KeywordAct,
    KeywordDoes,
    KeywordPicks,
    KeywordSaves,
    KeywordUndoes,
    KeywordWeighs,
)
from bot.ui.screen import Answer
from handlers.visit import Shown, Visit, show

_WISH = re.compile(r"(?P<term>[^=]+)=\s*(?P<sector>.+?)(?:\s+(?P<weight>[+\-−]?\d+(?:[.,]\d+)?))?")
_APART = re.compile(r"[^\w\s-]+")
"""What stands between words and is none."""
_SHARES = 100
_ALIKE = 85.0
_OFFERED = 3


async def opens(visit: Visit, heard: Heard) -> Shown:
    """/katakunci [word | sector | tambah … | ubah … | hapus … | riwayat]."""
    words = heard.words_after_command
    first, _, rest = words.partition(" ")
    if not visit.actor.admin:
        raise Refused(Why.NOT_ALLOWED)
    match _verb(visit, first):
        case "history":
            return keywords.history(visit.say, await visit.work.keywords.history(visit.actor))
        case "remove" | "change" if rest and "=" not in rest:
            return keywords.listed(visit.say, visit.work.keywords.find(visit.actor, rest, None))
        case "add" | "change" if rest:
            return await _tries(visit, _wish(visit, rest))
        case "remove" if rest:
            return await _tries(visit, _wish(visit, rest, weight=0.0))
        case "add":
            return await _asks(visit, KeywordAct.ADD)
        case _ if words:
            return _lists(visit, words)
        case _:
            return keywords.menu(visit.say)


async def writes(visit: Visit, heard: Heard) -> Shown:
    """Words after a question of ours: a wish where there is a "=", else something to look for."""
    if "=" in heard.text:
        return await _tries(visit, _wish(visit, heard.text))
    if visit.step and visit.step.reason == KeywordAct.ADD:
        raise Refused(Why.KEYWORD_UNFIT)
    return _lists(visit, heard.text)


async def presses(visit: Visit, pressed: Pressed, button: KeywordDoes) -> Shown:  # noqa: ARG001
    """A press on the menu."""
    if not visit.actor.admin:
        raise Refused(Why.NOT_ALLOWED)
    match button.act:
        case KeywordAct.HISTORY:
            named = await visit.work.keywords.history(visit.actor)
            return keywords.history(visit.say, named)
        case KeywordAct.CANCEL:
            await visit.done_asking()
            return keywords.cancelled(visit.say)
        case act:
            return await _asks(visit, act)


async def picks(visit: Visit, pressed: Pressed, button: KeywordPicks) -> Shown:  # noqa: ARG001
    return keywords.one(visit.say, visit.work.keywords.marked(visit.actor, button.mark))


async def weighs(visit: Visit, pressed: Pressed, button: KeywordWeighs) -> Shown:  # noqa: ARG001
    """Another weight for a keyword; it is tried first."""
    known = visit.work.keywords.marked(visit.actor, button.mark)
    weight = button.weight / _SHARES
    return await _tries(visit, KeywordWish(known.sector, known.term, weight, known.is_name))


async def saves(visit: Visit, pressed: Pressed, button: KeywordSaves) -> Shown:  # noqa: ARG001
    """Save what was tried last; an older trial's button says that there is a newer one."""
    wish = visit.work.keywords.pending(visit.step)
    if wish is None or mark_of(wish.sector, wish.term) != button.mark:
        raise Refused(Why.KEYWORD_GONE)
    saved = await visit.work.keywords.save(visit.actor, wish)
    await visit.done_asking()
    return keywords.saved(visit.say, saved)


async def undoes(visit: Visit, pressed: Pressed, button: KeywordUndoes) -> Shown:  # noqa: ARG001
    await visit.work.keywords.undo(visit.actor, button.change)
    named = await visit.work.keywords.history(visit.actor)
    screen = keywords.history(visit.say, named, in_place=True)
    return show(screen, toast=visit.say("keyword-toast-undone"))


async def _asks(visit: Visit, act: KeywordAct) -> Shown:
    await visit.ask(Step(visit.person.id, visit.chat, StepKind.KEYWORD, reason=act.value))
    return keywords.ask(visit.say, act)


async def _tries(visit: Visit, wish: KeywordWish) -> Shown:
    """Keep the wish; delivery tries it on the last reports and shows the outcome."""
    wish = visit.work.keywords.checked(visit.actor, wish)
    mark = mark_of(wish.sector, wish.term)
    await visit.ask(visit.work.keywords.asked(visit.person.id, visit.chat, wish))
    await visit.work.hearing.tell(Notice(NoticeKind.KEYWORD_TRIED, visit.chat, about=mark))
    return Answer()


def _lists(visit: Visit, words: str) -> Shown:
    sector = _sector(visit, words)
    return keywords.listed(visit.say, visit.work.keywords.find(visit.actor, words, sector))


def _verb(visit: Visit, word: str) -> str:
    verbs = ("add", "change", "remove", "history")
    known = {str(visit.say(f"keyword-word-{verb}")): verb for verb in verbs}
    return known.get(word.casefold(), "")


def _wish(visit: Visit, words: str, weight: float | None = None) -> KeywordWish:
    """Read "lampu taman = perhubungan 4".

    Raises Refused: KEYWORD_UNFIT, KEYWORD_SECTOR, KEYWORD_WEIGHT.
    """
    read = _WISH.fullmatch(words.strip())
    if read is None:
        raise Refused(Why.KEYWORD_UNFIT)
    sector = _sector(visit, read["sector"]) or _nearest(visit, read["sector"])
    if weight is None:
        if not read["weight"]:
            raise Refused(Why.KEYWORD_WEIGHT)
        weight = float(read["weight"].replace(",", ".").replace("−", "-"))
    return KeywordWish(sector, " ".join(_APART.sub(" ", read["term"].casefold()).split()), weight)


def _sector(visit: Visit, words: str) -> Sector | None:
    """A sector by its code or its name in the texts, or by the only one that begins so."""
    sought = words.strip().casefold()
    names = {sector: str(visit.say(f"sector-{sector}")).casefold() for sector in Sector}
    exact = [s for s, name in names.items() if sought in {s.value, name}]
    if exact:
        return exact[0]
    begun = [
        s for s, name in names.items() if s.value.startswith(sought) or name.startswith(sought)
    ]
    return begun[0] if len(begun) == 1 and len(sought) > 2 else None


def _nearest(visit: Visit, words: str) -> Sector:
    """The sector that is misspelt; the trial names it before anything is saved.

    Raises Refused (KEYWORD_SECTOR) with what is nearest where no sector is near enough.
    """
    sought = words.strip().casefold()
    names = {str(visit.say(f"sector-{sector}")): sector for sector in Sector}
    if meant := process.extractOne(sought, [*names], scorer=fuzz.ratio, score_cutoff=_ALIKE):
        return names[meant[0]]
    near = process.extract(sought, [*names], scorer=fuzz.WRatio, limit=_OFFERED)
    raise Refused(Why.KEYWORD_SECTOR, words=sought[:40], near=", ".join(name for name, *_ in near))
