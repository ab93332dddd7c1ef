"""Measures how often the place is found in reports whose agency names a kabupaten/kota."""

import argparse
import csv
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.domain.place import RegionCode
from bot.routing.gazetteer import Gazetteer
from bot.routing.place_names import key_of
from bot.routing.regions import Level, Regions

_NAMED = re.compile(
    r"\b(?P<kind>kab(?:upaten)?|kota|pemkab|pemkot|walikota)\b\.?\s*(?:administrasi\s+)?"
    r"(?P<name>[a-z' ]+)$",
    re.IGNORECASE,
)


class _Truth:
    """Reads the kabupaten/kota from the name of an agency, as its operator wrote it."""

    def __init__(self, regions: Regions) -> None:
        self._by_name = {
            (region.is_city, key_of(region.bare)): region.code
            for region in regions
            if region.level is Level.REGENCY
        }

    def of(self, agency: str) -> RegionCode | None:
        named = _NAMED.search(agency.strip())
        if named is None:
            return None
        is_city = named["kind"].lower() in {"kota", "pemkot", "walikota"}
        words = named["name"].split()
        for first in range(len(words)):
            code = self._by_name.get((is_city, key_of("".join(words[first:]))))
            if code:
                return code
        return None


def measure(rows: Iterable[Mapping[str, str]]) -> dict[str, float]:
    """Shares of the rows whose agency names one: `right`, `asked` (no answer), `wrong`.

    `right_when_answered` is the precision, `offered` the share where the right one is among the
    candidates of a question. Rows without such an agency are left out.
    """
    gazetteer = Gazetteer.load()
    truth = _Truth(gazetteer.regions)
    count = right = asked = offered = 0
    for row in rows:
        region = truth.of(row["agency"])
        if region is None:
            continue
        count += 1
        finding = gazetteer.in_text(f"{row['title']}\n{row['text']}")
        answer = finding.place.regency if finding.place else None
        if answer is None:
            asked += 1
            offered += any(place.regency == region for place in finding.candidates)
        right += answer == region
    answered = count - asked
    return {
        "n": count,
        "right": round(right / count, 4) if count else 0.0,
        "asked": round(asked / count, 4) if count else 0.0,
        "wrong": round((answered - right) / count, 4) if count else 0.0,
        "right_when_answered": round(right / answered, 4) if answered else 0.0,
        "offered": round(offered / count, 4) if count else 0.0,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with arguments.data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    figures = measure(rows)
    if arguments.json:
        print(json.dumps({"place": figures}))  # noqa: T201
    else:
        for name, figure in figures.items():
            print(f"{name:20} {figure:g}")  # noqa: T201


if __name__ == "__main__":
    main()
