"""A file is what its bytes are, whatever it is called."""

import io
import zipfile

import pytest

from bot.media.filetype import FileType, file_type
from tests.support.pictures import film, telling


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def open_document(kind: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "x")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (telling("JPEG"), FileType.JPEG),
        (telling("PNG"), FileType.PNG),
        (telling("WEBP"), FileType.WEBP),
        (telling("GIF"), FileType.GIF),
        (telling("AVIF"), FileType.AVIF),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", FileType.HEIC),
        (film(), FileType.MP4),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", FileType.MP4),
        (b"%PDF-1.7\n%\xe2\xe3", FileType.PDF),
        (b"OggS\0\x02", FileType.OGG),
        (b"ID3\x04\0", FileType.MP3),
        (zipped("[Content_Types].xml", "word/document.xml"), FileType.DOCX),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), FileType.XLSX),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), FileType.PPTX),
        (open_document("text"), FileType.ODT),
        (open_document("spreadsheet"), FileType.ODS),
        (OLE + "WordDocument".encode("utf-16-le"), FileType.DOC),
        (OLE + "Workbook".encode("utf-16-le"), FileType.XLS),
        (OLE, FileType.UNKNOWN),
        (b"{\\rtf1 halo}", FileType.RTF),
        (zipped("AndroidManifest.xml", "classes.dex"), FileType.ZIP),
        (b"PK\x03\x04 and nothing more", FileType.UNKNOWN),
        ("Jalan rusak, é dan 中\n".encode(), FileType.TEXT),
        ("é".encode() * 4095, FileType.TEXT),
        ("Jalan rusak".encode("utf-16"), FileType.TEXT),
        (b"MZ\x90\0\x03", FileType.UNKNOWN),
        (b"\x7fELF\x02\x01", FileType.UNKNOWN),
        (b"", FileType.UNKNOWN),
    ],
)
def test_a_file_is_told_by_its_bytes(data: bytes, kind: FileType) -> None:
    assert file_type(data) is kind
