"""Pictures and films as phones make them: with place, device and author inside."""

import base64
import io
import struct
from itertools import pairwise

from PIL import Image

PLACE = (6.0, 28.0, 53.76)
OWNER = "Kamera milik Siti Rahmawati"
_ORIENTATION, _MAKE, _GPS = 0x0112, 0x010F, 0x8825
_TURNED_RIGHT = 6


def telling(
    kind: str = "JPEG", size: tuple[int, int] = (60, 40), *, mode: str = "RGB", turned: bool = True
) -> bytes:
    """A picture whose left half is red, lying on its side, with everything that may be in it."""
    image = Image.new(mode, size, "blue")
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "red"), (0, 0))
    exif = Image.Exif()
    if turned:
        exif[_ORIENTATION] = _TURNED_RIGHT
    exif[_MAKE] = OWNER
    exif.get_ifd(_GPS).update({1: "S", 2: PLACE, 3: "E", 4: PLACE})
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{OWNER}</x:xmpmeta>".encode()
    out = io.BytesIO()
    named = {"comment": OWNER} if kind in {"JPEG", "GIF"} else {}
    if kind == "GIF":
        image.save(out, kind, **named)
    else:
        image.save(out, kind, exif=exif.tobytes(), xmp=xmp, **named)
    return out.getvalue()


def opened_picture(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def moving(kind: str, colours: tuple[str, ...]) -> bytes:
    """A picture that shows one colour after another, 200 ms each."""
    frames = [Image.new("RGB", (20, 20), colour) for colour in colours]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=200)
    return out.getvalue()


def box(kind: bytes, *inside: bytes) -> bytes:
    """One box of a film."""
    content = b"".join(inside)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def film() -> bytes:
    """A film that says where and by whom it was taken, in each of the usual places."""
    told = OWNER.encode()
    return b"".join(
        (
            box(b"ftyp", b"mp42\0\0\0\0mp42"),
            box(
                b"moov",
                box(b"mvhd", bytes(100)),
                box(b"trak", box(b"tkhd", bytes(84)), box(b"udta", box(b"name", told))),
                box(b"udta", box(b"\xa9xyz", b"-06.4816+106.8544/", told)),
                box(b"meta", told),
            ),
            box(b"uuid", b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac", told),
            box(b"mdat", b"the film itself"),
        )
    )


def differing(before: bytes, after: bytes) -> int:
    """In how many stretches two files of the same length differ."""
    places = [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    return sum(1 for a, b in pairwise(places) if b != a + 1) + bool(places)


_HEIC = """
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAchtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA
AAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB7AABAAAAAAAAACYAAgAAAAACEgABAAAAAAAAAL4AAAA4aWluZgAAAAAA
AgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAABB2lwcnAAAADm
aXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAq
QgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQAN
AAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAADAAAAABAAAAQAAAAAH////wAAAAAgAAAAAAAAACAAAAEHBp
eGkAAAAAAwgICAAAAAlpcm90AwAAABlpcG1hAAAAAAAAAAEAAQaBAgMFhIYAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEA
AQAAAOxtZGF0AAAAIigBrxmA70mlv//ihh/5rWv+v61sp//3Ha1+ts1/4cpW2eAAAAAGRXhpZgAATU0AKgAAAAgAAwEP
AAIAAAAcAAAAMgESAAMAAAABAAYAAIglAAQAAAABAAAATgAAAABLYW1lcmEgbWlsaWsgU2l0aSBSYWhtYXdhdGkAAAQA
AQACAAAAAlMAAAAAAgAFAAAAAwAAAIQAAwACAAAAAkUAAAAABAAFAAAAAwAAAJwAAAAAAAAABgAAAAEAAAAcAAAAAQAA
BUAAAAAZAAAABgAAAAEAAAAcAAAAAQAABUAAAAAZ
"""


def heic() -> bytes:
    """A picture as an iPhone makes it, 64 x 48, shown with red on its right; its place is inside.

    It is kept here because what reads HEIC in this house does not write it.
    """
    return base64.b64decode(_HEIC)
