"""The official sheet as a file, row by row: xlsx by openpyxl, or csv, zipped where it is large."""

import csv
import io
import zipfile
from collections.abc import Iterable
from typing import Protocol

from bot.domain.export import Form, SheetFile
from bot.domain.official import COLUMNS, OfficialRow

ZIPPED_FROM = 5 * 1024 * 1024
_WIDE = {"Judul Laporan": 40, "Isi Laporan Awal": 60, "Isi Laporan Akhir": 60}


class Sheet(Protocol):
    """A file that grows; its methods take a while and are called in a thread."""

    def add(self, rows: Iterable[OfficialRow]) -> None: ...

    def finish(self, name: str) -> SheetFile:
        """Give the file; `name` has no ending."""
        ...


def sheet(form: Form) -> Sheet:
    return _Workbook() if form is Form.XLSX else _Table()


class _Workbook:
    def __init__(self) -> None:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        self._book = Workbook(write_only=True)
        self._page = self._book.create_sheet("Laporan")
        self._page.freeze_panes = "B2"
        for number, column in enumerate(COLUMNS, 1):
            width = _WIDE.get(column, max(14, len(column) + 2))
            self._page.column_dimensions[get_column_letter(number)].width = width
        heads = []
        for column in COLUMNS:
            cell = WriteOnlyCell(self._page, column)
            cell.font = Font(bold=True)
            heads.append(cell)
        self._page.append(heads)

    def add(self, rows: Iterable[OfficialRow]) -> None:
        for row in rows:
            self._page.append(row.cells())

    def finish(self, name: str) -> SheetFile:
        out = io.BytesIO()
        self._book.save(out)
        return SheetFile(f"{name}.xlsx", out.getvalue())


class _Table:
    def __init__(self) -> None:
        self._out = io.StringIO(newline="")
        self._writer = csv.writer(self._out)
        self._writer.writerow(COLUMNS)

    def add(self, rows: Iterable[OfficialRow]) -> None:
        self._writer.writerows(row.cells() for row in rows)

    def finish(self, name: str) -> SheetFile:
        """With the mark by which Excel knows UTF-8."""
        data = self._out.getvalue().encode("utf-8-sig")
        if len(data) < ZIPPED_FROM:
            return SheetFile(f"{name}.csv", data)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{name}.csv", data)
        return SheetFile(f"{name}.csv.zip", packed.getvalue())
