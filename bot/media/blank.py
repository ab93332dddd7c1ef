"""A picture of nothing, which takes the place of one that is erased."""

from io import BytesIO

BLANK = "kosong.png"
_SIDE = 64


def blank_picture() -> bytes:
    """Give a small grey square as PNG."""
    # As in bot.media.cleaning: Pillow is loaded with the first picture.
    from PIL import Image

    written = BytesIO()
    Image.new("L", (_SIDE, _SIDE), 200).save(written, "PNG")
    return written.getvalue()
