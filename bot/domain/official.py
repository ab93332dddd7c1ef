"""The official sheet of SP4N-LAPOR!: its twenty columns, in the order and the words of the export.

A cell that a spreadsheet would take for a formula begins with an apostrophe, which every
spreadsheet shows as text (OWASP, "CSV Injection").
"""

import re
from dataclasses import dataclass, fields

COLUMNS = (
    "Tracking ID",
    "Tanggal Laporan Masuk",
    "Waktu Laporan Masuk",
    "Klasifikasi Laporan",
    "ID Kategori",
    "Kategori",
    "Judul Laporan",
    "Isi Laporan Awal",
    "Isi Laporan Akhir",
    "Tipe Laporan",
    "Sumber Laporan",
    "Instansi Induk",
    "ID Instansi Terdisposisi",
    "Instansi Terdisposisi",
    "Status Laporan",
    "Alasan Tunda/Arsip",
    "Provinsi",
    "Kota/Kabupaten",
    "Kecamatan",
    "Kelurahan",
)
SOURCE = "Telegram"
MOST_LETTERS = 32_767
"""What a cell of a spreadsheet holds."""

_FORMULA = tuple("=+-@\t\r\n|%")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """One report in the official sheet; the fields are the columns in their order."""

    number: str
    day: str
    time: str
    report_class: str
    category_id: str
    category: str
    title: str
    first_text: str
    last_text: str
    kind: str
    source: str
    head: str
    agency_id: str
    agency: str
    status: str
    reason: str
    province: str
    regency: str
    district: str
    village: str = ""

    def cells(self) -> tuple[str, ...]:
        """Every column, harmless in a spreadsheet."""
        return tuple(harmless(getattr(self, field.name)) for field in fields(self))


def kind_of(*, anonymous: bool, secret: bool) -> str:
    """Tipe Laporan, by the two switches of the reporter."""
    if anonymous and secret:
        return "Anonim, Rahasia"
    return "Anonim" if anonymous else "Rahasia" if secret else "Terbuka"


def harmless(text: str) -> str:
    """What no spreadsheet runs, and every file of one can hold."""
    clean = _UNWRITABLE.sub("", text)[: MOST_LETTERS - 1]
    return f"'{clean}" if clean.lstrip(" ").startswith(_FORMULA) else clean
