"""/katakunci: the keywords of the routing, what a change would do, and what was changed by whom."""

from collections.abc import Sequence

from bot.domain.keywords import HEAVIEST, KeywordChange, KeywordWish
from bot.domain.sector import Sector
from bot.routing.lexicon import Keyword
from bot.services.keywords import FOUND, Trial, mark_of
from bot.ui.buttons.desk import (
    KeywordAct,
    KeywordDoes,
    KeywordPicks,
    KeywordSaves,
    KeywordUndoes,
    KeywordWeighs,
)
from bot.ui.cards.words import moment
from bot.ui.reports import short
from bot.ui.screen import Choice, Rows, Screen, Slot
from bot.ui.texts import Html, Speech

_BUTTONS = 6
_SHARES = 100
Named = tuple[KeywordChange, str, str]


def menu(say: Speech) -> Screen:
    rows = (
        (_does(say, "button-keyword-add", KeywordAct.ADD),),
        (
            _does(say, "button-keyword-find", KeywordAct.FIND),
            _does(say, "button-keyword-changes", KeywordAct.HISTORY),
        ),
    )
    return Screen(say("keyword-menu"), rows, slot=Slot.QUESTION)


def ask(say: Speech, act: KeywordAct) -> Screen:
    key = "keyword-ask-add" if act is KeywordAct.ADD else "keyword-ask-find"
    return Screen(say(key), _cancel_row(say), slot=Slot.QUESTION)


def listed(say: Speech, found: Sequence[Keyword]) -> Screen:
    """Some keywords, the first of them as buttons."""
    if not found:
        row = ((_does(say, "button-keyword-add", KeywordAct.ADD),),)
        return Screen(say("keyword-none"), row, slot=Slot.QUESTION)
    lines: list[str] = [say("keyword-found", count=len(found))]
    lines += [_line(say, each) for each in found[:FOUND]]
    if len(found) > FOUND:
        lines.append(say("keyword-more", count=len(found) - FOUND))
    rows = tuple((_pick(say, each),) for each in found[:_BUTTONS])
    return Screen("\n".join(lines), rows, slot=Slot.QUESTION)


def one(say: Speech, keyword: Keyword) -> Screen:
    """One keyword, with the ways to change it; each is tried first."""
    mark = mark_of(keyword.sector, keyword.term)
    weights = [keyword.weight + step for step in (1.0, -1.0)]
    row = tuple(
        Choice(
            say("button-keyword-weigh", weight=number(weight)),
            KeywordWeighs(mark, round(weight * _SHARES)).pack(),
        )
        for weight in weights
        if abs(weight) <= HEAVIEST and weight
    )
    out = Choice(say("button-keyword-remove"), KeywordWeighs(mark, 0).pack())
    return Screen(_line(say, keyword), (row, (out,), *_cancel_row(say)), slot=Slot.QUESTION)


def tried(say: Speech, trial: Trial) -> Screen:
    """What a change would do: counts, sector before → after."""
    lines: list[str] = [_wish(say, trial.wish, trial.before)]
    if not trial.changed:
        lines.append(say("keyword-trial-none", count=trial.reports))
    else:
        lines.append(say("keyword-trial", times=trial.changed, count=trial.reports))
        lines += [
            say("keyword-move", before=_name(say, before), after=_name(say, after), count=count)
            for before, after, count in trial.moves
        ]
    save = Choice(
        say("button-keyword-save"), KeywordSaves(mark_of(trial.wish.sector, trial.wish.term)).pack()
    )
    rows = ((save, _does(say, "button-keyword-cancel", KeywordAct.CANCEL)),)
    return Screen("\n".join(lines), rows, slot=Slot.QUESTION)


def saved(say: Speech, wish: KeywordWish) -> Screen:
    key = "keyword-saved" if wish.weight else "keyword-removed"
    words = {"term": wish.term, "sector": say(f"sector-{wish.sector}")}
    if wish.weight:
        words["weight"] = number(wish.weight)
    row = ((_does(say, "button-keyword-changes", KeywordAct.HISTORY),),)
    return Screen(say(key, **words), row, in_place=True)


def cancelled(say: Speech) -> Screen:
    return Screen(say("keyword-cancelled"), in_place=True)


def history(say: Speech, named: Sequence[Named], *, in_place: bool = False) -> Screen:
    """The newest changes, each with the way to undo it."""
    if not named:
        return Screen(say("keyword-history-none"), in_place=in_place)
    lines: list[str] = [say("keyword-history")]
    rows: list[tuple[Choice, ...]] = []
    for change, by, undone_by in named:
        lines.append(
            say(
                "keyword-change",
                moment=moment(say, change.at),
                name=by,
                wish=_wish(say, change.wish, change.before),
            )
        )
        if change.undone_at:
            lines.append(
                say("keyword-undone", moment=moment(say, change.undone_at), name=undone_by)
            )
        elif len(rows) < _BUTTONS:
            label = short(say("button-keyword-undo", term=Html(change.wish.term)))
            rows.append((Choice(label, KeywordUndoes(change.id).pack()),))
    return Screen("\n".join(lines), tuple(rows), in_place=in_place)


def number(weight: float) -> str:
    """A weight as people write it: "4", "2,5", "−1"."""
    return f"{weight:g}".replace(".", ",").replace("-", "−")


def _line(say: Speech, keyword: Keyword) -> Html:
    return say(
        "keyword-line",
        term=keyword.term,
        sector=say(f"sector-{keyword.sector}"),
        weight=number(keyword.weight),
    )


def _wish(say: Speech, wish: KeywordWish, before: float | None) -> Html:
    words = {"term": wish.term, "sector": say(f"sector-{wish.sector}")}
    was = say("keyword-was", weight=number(before)) if before else say("keyword-was-none")
    if not wish.weight:
        return say("keyword-wish-out", was=was, **words)
    return say("keyword-wish", weight=number(wish.weight), was=was, **words)


def _name(say: Speech, sector: Sector | None) -> Html:
    return say(f"sector-{sector}") if sector else say("keyword-nowhere")


def _pick(say: Speech, keyword: Keyword) -> Choice:
    label = f"{keyword.term} · {say(f'sector-{keyword.sector}')}"
    return Choice(short(label), KeywordPicks(mark_of(keyword.sector, keyword.term)).pack())


def _does(say: Speech, key: str, act: KeywordAct) -> Choice:
    return Choice(say(key), KeywordDoes(act).pack())


def _cancel_row(say: Speech) -> Rows:
    return ((_does(say, "button-keyword-cancel", KeywordAct.CANCEL),),)
