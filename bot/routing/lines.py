"""Reports as JSON lines, one in and one out: `lapor-bot route --jsonl`."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.domain.place import Pin, Place
from bot.domain.suggestion import Routing, Suggestion
from bot.routing.router import Router

_HALF = re.compile("[\ud800-\udfff]")
_POLE = 90
_HALFWAY_ROUND = 180


def answer(router: Router, report: dict[str, Any]) -> dict[str, Any]:
    """Route {"id", "title", "text", "lat", "lon", "regency"}; all but text may be missing.

    Raises ValueError with what is wrong.
    """
    text = report.get("text")
    if not isinstance(text, str):
        raise ValueError('"text" must be a string')
    title = report.get("title") or ""
    if not isinstance(title, str):
        raise ValueError('"title" must be a string')
    routing = router.route(title, text, _place(router, report))
    return {
        "id": report.get("id"),
        "suggestions": _suggestions(router, routing),
        "ask": "place" if routing.needs_place else None,
    }


def answer_lines(router: Router, lines: Iterable[bytes]) -> Iterator[str]:
    """A line out for each line in that is not blank; a broken one says what is wrong with it.

    Lines come as they are, in UTF-8 or not.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        told: dict[str, Any] = {"id": None}
        try:
            report = json.loads(line.decode("utf-8-sig"))
            if not isinstance(report, dict):
                raise ValueError("a line must be a JSON object")
            told["id"] = report.get("id")
            told = answer(router, report)
        except RecursionError:
            told["error"] = f"line {number}: it is nested too deeply"
        except ValueError as wrong:
            told["error"] = f"line {number}: {wrong}"
        yield _written(told)


def _written(told: dict[str, Any]) -> str:
    """One line of JSON; halves of a character, which no file can hold, are escaped."""
    line = json.dumps(told, ensure_ascii=False)
    return json.dumps(told) if _HALF.search(line) else line


def _suggestions(router: Router, routing: Routing) -> list[dict[str, Any]]:
    """The agencies; while the place is missing, of a local duty its name alone and no agency."""
    known = {found.sector: found for found in reversed(routing.suggestions)}
    told = []
    for found in routing.duties or routing.suggestions:
        agency = known[found.sector].agency if found.sector in known else None
        if isinstance(found, Suggestion):
            agency = found.agency
        told.append(
            {
                "agency": agency.code if agency else None,
                "name": agency.name if agency else router.catalogue.unit_name(found.sector),
                "sector": found.sector,
                "region": agency.region if agency else None,
                "confidence": round(found.confidence, 4),
                "reasons": [reason.words for reason in found.reasons],
            }
        )
    return told


def _place(router: Router, report: dict[str, Any]) -> Place | None:
    """The place that a report names beside its text: a pin first, else a kabupaten or kota."""
    latitude, longitude = report.get("lat"), report.get("lon")
    if latitude is not None and longitude is not None:
        if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
            raise ValueError('"lat" and "lon" must be numbers')
        if not (abs(latitude) <= _POLE and abs(longitude) <= _HALFWAY_ROUND):
            raise ValueError('"lat" must be from -90 to 90 and "lon" from -180 to 180')
        return router.gazetteer.at(Pin(float(latitude), float(longitude)))
    regency = report.get("regency")
    if regency is None:
        return None
    if not isinstance(regency, str):
        raise ValueError('"regency" must be a string')
    return router.gazetteer.find(regency).place
