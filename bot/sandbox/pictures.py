"""A picture for people who have none at hand."""

import io
from functools import cache


@cache
def plain_picture(width: int = 320, height: int = 240) -> bytes:
    """A grey JPEG of this size in pixels."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (width, height), (120, 130, 140)).save(out, "JPEG", quality=60)
    return out.getvalue()
