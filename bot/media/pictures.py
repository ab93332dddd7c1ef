"""Pictures decoded and written anew: upright, and nothing but what is seen in them."""

import io

from PIL import Image, ImageOps, ImageSequence

from bot.media.filetype import FileType
from bot.media.flaws import Flaw, NotCleaned

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


def rewritten(data: bytes, kind: FileType) -> bytes:
    """A picture of a kind that can be one, in its own format. Raises NotCleaned."""
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
