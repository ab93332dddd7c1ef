"""What a file really is, by its bytes; its name and what its sender says of it are never asked."""

import io
import zipfile
from enum import StrEnum

_LOOKED_AT = 4096
"""How many bytes at the start decide whether something is plain text."""


class FileType(StrEnum):
    """What is told apart; the value is the ending of a neutral file name."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    AVIF = "avif"
    HEIC = "heic"
    PDF = "pdf"
    MP4 = "mp4"
    OGG = "ogg"
    MP3 = "mp3"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    RTF = "rtf"
    ZIP = "zip"
    TEXT = "txt"
    UNKNOWN = "bin"

    @property
    def is_picture(self) -> bool:
        return self in _PICTURES


_PICTURES = {
    FileType.JPEG,
    FileType.PNG,
    FileType.WEBP,
    FileType.GIF,
    FileType.AVIF,
    FileType.HEIC,
}
_STARTS = (
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"GIF87a", FileType.GIF),
    (b"GIF89a", FileType.GIF),
    (b"OggS", FileType.OGG),
    (b"ID3", FileType.MP3),
    (b"{\\rtf", FileType.RTF),
)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_OFFICE_FOLDERS = (("word/", FileType.DOCX), ("xl/", FileType.XLSX), ("ppt/", FileType.PPTX))
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": FileType.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileType.ODS,
    b"application/vnd.oasis.opendocument.presentation": FileType.ODP,
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("WordDocument", FileType.DOC),
    ("Workbook", FileType.XLS),
    ("PowerPoint Document", FileType.PPT),
)


def file_type(data: bytes) -> FileType:
    """Tell what a file is; UNKNOWN for whatever is not known for sure, programs among it."""
    for start, found in _STARTS:
        if data.startswith(start):
            return found
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return FileType.WEBP
    if data[4:8] == b"ftyp":
        return _boxed(data[8:12])
    if b"%PDF-" in data[:1024]:
        return FileType.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE):
        return _old_office(data)
    return FileType.TEXT if _is_text(data) else FileType.UNKNOWN


def _boxed(brand: bytes) -> FileType:
    if brand in {b"avif", b"avis"}:
        return FileType.AVIF
    return FileType.HEIC if brand in _HEIC_BRANDS else FileType.MP4


def _zipped(data: bytes) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return FileType.UNKNOWN
    if "[Content_Types].xml" in names:
        for folder, found in _OFFICE_FOLDERS:
            if any(name.startswith(folder) for name in names):
                return found
    # The first entry of an OpenDocument is its type, stored as it is, so that nothing is unpacked.
    for kind, found in _OPEN_DOCUMENTS.items():
        if data[30:].startswith(b"mimetype" + kind) and names[0] == "mimetype":
            return found
    return FileType.ZIP


def _old_office(data: bytes) -> FileType:
    for stream, found in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return found
    return FileType.UNKNOWN


def _is_text(data: bytes) -> bool:
    start = data[:_LOOKED_AT]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        words = start[: len(start) // 2 * 2].decode("utf-16", "replace")
    else:
        # A letter may be cut in two where the start ends.
        words = start.decode("utf-8", "replace").rstrip("\ufffd")
    return bool(words) and "\ufffd" not in words and all(map(_is_written, words))


def _is_written(mark: str) -> bool:
    return mark in "\t\n\r\f\ufeff" or mark >= " "
