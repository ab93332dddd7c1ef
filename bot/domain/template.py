"""An agency's ready-made answers, with places that a report's own facts are put into."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from bot.domain.agency import AgencyCode

TemplateId = NewType("TemplateId", int)
MOST = 12
"""How many ready-made answers an agency may have: they stand as buttons under a question."""
LONGEST_NAME = 24
"""Letters of a name, which is a button's label."""
_PLACE = re.compile(r"\{\s*(\w+)\s*\}")


class Placeholder(StrEnum):
    """What may stand in braces, in the words of whoever writes the answers."""

    NUMBER = "nomor"
    TITLE = "judul"
    AGENCY = "instansi"
    DUE = "batas"


@dataclass(frozen=True, slots=True)
class Template:
    """A ready-made answer of one agency; a government's are its units' too."""

    id: TemplateId
    agency: AgencyCode
    name: str
    text: str = field(repr=False)


def fill(text: str, facts: Mapping[Placeholder, str]) -> str:
    """Put a report's facts in their places."""
    return _PLACE.sub(lambda found: facts[Placeholder(found[1].lower())], text)


def unknown_places(text: str) -> list[str]:
    """What stands in braces and is no fact of a report."""
    known = set(Placeholder)
    return [found for found in _PLACE.findall(text) if found.lower() not in known]
