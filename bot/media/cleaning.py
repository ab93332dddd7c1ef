"""Attachments without what their sender never meant to say.

- Pictures are decoded and written anew, in their own format: no EXIF, no place, no XMP, no comment
  and no colour profile is left, and turned ones are upright. HEIC, as iPhones take it, becomes
  a JPEG that everybody can open.
- Films lose the boxes that tell of place, device and author; the film itself is not touched.
- Everything else stays as it is. Of a PDF's author and history this cannot promise anything: they
  may be packed, encrypted or kept in older versions inside the file, and office documents name
  their author in parts of their own. Only the file's name is taken away.
- The new name says what the file is, by its bytes: a program called "surat.pdf" ends in ".bin" or
  ".zip", and no tap starts it.
"""

from dataclasses import dataclass, field

from bot.media.boxes import BrokenBoxes, without_metadata
from bot.media.filetype import FileType, file_type
from bot.media.flaws import Flaw, NotCleaned

_NAMES = {
    FileType.MP4: "video",
    FileType.OGG: "suara",
    FileType.MP3: "suara",
}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file to pass on, under a name that says nothing of anybody."""

    data: bytes = field(repr=False)
    kind: FileType
    name: str


def cleaned(data: bytes, limit: int, number: int = 1) -> Cleaned:
    """Clean a file of at most `limit` bytes; `number` goes into its name ("foto-1.jpg").

    Takes up to some seconds of one processor for a large picture. Raises NotCleaned.
    """
    if len(data) > limit:
        raise NotCleaned(Flaw.TOO_LARGE)
    kind = file_type(data)
    if kind.is_picture:
        # Few pictures come as files, and Pillow takes memory: it is loaded with the first of them.
        from bot.media.pictures import rewritten

        written = FileType.JPEG if kind is FileType.HEIC else kind
        return Cleaned(rewritten(data, kind), written, f"{_word(kind)}-{number}.{written}")
    name = f"{_word(kind)}-{number}.{kind}"
    if kind is FileType.MP4:
        try:
            return Cleaned(without_metadata(data), kind, name)
        except BrokenBoxes as broken:
            raise NotCleaned(Flaw.BROKEN) from broken
    return Cleaned(data, kind, name)


def _word(kind: FileType) -> str:
    return "foto" if kind.is_picture else _NAMES.get(kind, "dokumen")
