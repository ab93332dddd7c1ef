"""/kenapa: every candidate with its points: words, names, place, and what was learned."""

import html
from collections.abc import Sequence

from bot.domain.suggestion import Reason, ReasonKind
from bot.services.explaining import Candidate, Explained
from bot.ui.screen import Screen
from bot.ui.texts import Html, Speech

_ORDER = (ReasonKind.WORD, ReasonKind.NAME, ReasonKind.PLACE, ReasonKind.LEARNED)
_MOST = 6
"""Reasons of one kind that are shown."""


def screen(say: Speech, found: Explained) -> Screen:
    """One message, whatever the report."""
    lines: list[str] = [say("why-head", number=found.report.number)]
    if not found.candidates:
        lines.append(say("why-none"))
    for place, candidate in enumerate(found.candidates, 1):
        lines += ["", *_candidate(say, place, candidate)]
    if found.others:
        named = (
            f"{say(f'sector-{sector}')} {points(say, score)}" for sector, score in found.others
        )
        lines += ["", say("why-others", sectors=Html(" · ".join(named)))]
    if versions := _versions(say, found):
        lines += ["", *versions]
    return Screen("\n".join(lines), report=found.report.id)


def points(say: Speech, value: float) -> Html:
    """A number of points, to a tenth."""
    return say(
        "why-points",
        whole=int(abs(round(value, 1))),
        tenth=round(abs(value) * 10) % 10,
        sign="−" if round(value, 1) < 0 else "",
    )


def _candidate(say: Speech, place: int, candidate: Candidate) -> list[str]:
    lines: list[str] = [
        say(
            "why-candidate",
            place=place,
            agency=candidate.name,
            percent=round(candidate.chance * 100),
            then=_then(say, candidate),
        ),
        say(
            "why-score",
            sector=say(f"sector-{candidate.sector}"),
            catalogue=points(say, candidate.by_catalogue),
            learned=_taught(say, candidate.by_learning),
        ),
    ]
    for kind in _ORDER:
        reasons = [each for each in candidate.reasons if each.kind is kind]
        if reasons:
            lines.append(say(f"why-{kind}", reasons=_listed(say, reasons)))
    return lines


def _taught(say: Speech, value: float) -> Html | str:
    """What learning adds, where it does."""
    return say("why-taught", points=points(say, value)) if round(value, 1) else ""


def _then(say: Speech, candidate: Candidate) -> Html | str:
    """What its chance was when the report was filed, where that was another."""
    if candidate.agency is None:
        return ""
    if candidate.chance_then is None:
        return say("why-new")
    then = round(candidate.chance_then * 100)
    return "" if then == round(candidate.chance * 100) else say("why-then", percent=then)


def _listed(say: Speech, reasons: Sequence[Reason]) -> Html:
    parts = []
    for reason in reasons[:_MOST]:
        words = html.escape(reason.words, quote=False)
        parts.append(f"{words} {points(say, reason.weight)}" if reason.weight else words)
    if len(reasons) > _MOST:
        parts.append("…")
    return Html(", ".join(parts))


def _versions(say: Speech, found: Explained) -> list[str]:
    lines: list[str] = []
    if found.lacks_place:
        lines.append(say("why-no-place"))
    elif found.differs:
        first = found.first_then.short if found.first_then else say("why-nobody")
        lines.append(say("why-differs", agency=first))
    elif found.candidates:
        lines.append(say("why-same"))
    if found.version_then not in {"", found.version_now}:
        lines.append(say("why-versions", then=found.version_then, now=found.version_now))
    return lines
