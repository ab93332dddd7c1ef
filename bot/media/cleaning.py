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

import io
from dataclasses import dataclass, field
from enum import StrEnum

from PIL import Image, ImageOps, ImageSequence

from bot.media.boxes import BrokenBoxes, without_metadata
from bot.media.filetype import FileType, file_type

PIXELS = 64_000_000
"""The most that a file may hold, all its pictures together: half a gigabyte at worst while written.

A JPEG of 25 to 64 million is read at a quarter of its pixels."""
_DETAILED = 25_000_000
"""Pixels above which a JPEG is read at half its width and height."""
_QUALITY = 90
_FORMATS = {
    FileType.JPEG: "JPEG",
    FileType.PNG: "PNG",
    FileType.WEBP: "WEBP",
    FileType.GIF: "GIF",
    FileType.AVIF: "AVIF",
}
_NAMES = {
    FileType.MP4: "video",
    FileType.OGG: "suara",
    FileType.MP3: "suara",
}


class Flaw(StrEnum):
    """Why a file cannot be passed on."""

    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    BROKEN = "broken"


class NotCleaned(Exception):
    """A file that cannot be passed on without what it may tell of its sender."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


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
        written = FileType.JPEG if kind is FileType.HEIC else kind
        return Cleaned(_picture(data, kind), written, f"{_word(kind)}-{number}.{written}")
    name = f"{_word(kind)}-{number}.{kind}"
    if kind is FileType.MP4:
        try:
            return Cleaned(without_metadata(data), kind, name)
        except BrokenBoxes as broken:
            raise NotCleaned(Flaw.BROKEN) from broken
    return Cleaned(data, kind, name)


def _word(kind: FileType) -> str:
    return "foto" if kind.is_picture else _NAMES.get(kind, "dokumen")


def _picture(data: bytes, kind: FileType) -> bytes:
    try:
        if kind is FileType.HEIC:
            return _from_heic(data)
        with Image.open(io.BytesIO(data), formats=[_FORMATS[kind]]) as image:
            return _rewritten(image, _FORMATS[kind])
    except NotCleaned:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise NotCleaned(Flaw.TOO_MANY_PIXELS) from bomb
    except Exception as broken:
        # Decoders meet files that are made to break them, and each fails in its own way.
        raise NotCleaned(Flaw.BROKEN) from broken


def _from_heic(data: bytes) -> bytes:
    """The first picture, as its file says it is shown; its pixels are read after its size."""
    import pi_heif

    heic = pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
    width, height = heic.size
    if width * height > PIXELS:
        raise NotCleaned(Flaw.TOO_MANY_PIXELS)
    picture = Image.frombytes(heic.mode, heic.size, bytes(heic.data), "raw", heic.mode, heic.stride)
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _rewritten(image: Image.Image, written_as: str) -> bytes:
    # Many phones put further pictures behind a JPEG; it shows the first.
    frames = 1 if written_as == "JPEG" else getattr(image, "n_frames", 1)
    if image.width * image.height * frames > PIXELS:
        raise NotCleaned(Flaw.TOO_MANY_PIXELS)
    if written_as == "JPEG" and image.width * image.height > _DETAILED:
        image.draft(None, (image.width // 2, image.height // 2))
    out = io.BytesIO()
    if frames > 1:
        shown, lasting = [], []
        for frame in ImageSequence.Iterator(image):
            shown.append(_pixels(frame))
            lasting.append(int(frame.info.get("duration", 100)))
        shown[0].save(
            out, written_as, save_all=True, append_images=shown[1:], duration=lasting, loop=0
        )
    else:
        _pixels(image).save(out, written_as, quality=_QUALITY)
    return out.getvalue()


def _pixels(image: Image.Image) -> Image.Image:
    """The upright picture, and nothing that came with it."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode not in {"1", "L", "RGB", "RGBA", "I;16"}:
        upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    elif "transparency" in upright.info:
        upright = upright.convert("RGBA")
    upright.info.clear()
    return upright
