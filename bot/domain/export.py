"""An export of the official sheet: who asked for which reports, and how far it has come."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.agency import AgencyCode
from bot.domain.people import PersonId

ExportId = NewType("ExportId", int)
MOST_ROWS = 100_000
"""More than that is asked for in shorter periods; Telegram takes 50 MB from a bot."""


class Form(StrEnum):
    """The kind of file."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Export:
    """A line of the ledger. `rows` is how many reports it held, once it is made."""

    id: ExportId
    person: PersonId
    start: datetime
    end: datetime
    agency: AgencyCode | None
    form: Form
    asked_at: datetime
    made_at: datetime | None = None
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A finished file, and its name."""

    name: str
    data: bytes


class Shelf:
    """Files that wait for their message; after a restart they are gone and asked for anew."""

    def __init__(self, most: int = 4) -> None:
        self._most = most
        self._files: OrderedDict[ExportId, SheetFile] = OrderedDict()

    def put(self, export: ExportId, file: SheetFile) -> None:
        self._files[export] = file
        while len(self._files) > self._most:
            self._files.popitem(last=False)

    def get(self, export: ExportId) -> SheetFile | None:
        return self._files.get(export)
