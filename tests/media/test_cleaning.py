"""Nothing that a sender never meant to say goes along with what they send."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from bot.media.cleaning import Cleaned, cleaned
from bot.media.filetype import FileType
from bot.media.flaws import Flaw, NotCleaned
from tests.support.pictures import OWNER, differing, film, heic, moving, opened_picture, telling

LIMIT = 20_000_000
RED, GREEN, BLUE = range(3)


def strongest(picture: Image.Image, at: tuple[int, int]) -> int:
    """Which of the three colours a place has, and clearly so."""
    colour = picture.convert("RGB").getpixel(at)
    assert isinstance(colour, tuple)
    dim, _, bright = sorted(colour)
    assert bright - dim > 120
    return colour.index(bright)


def flaw_of(data: bytes, limit: int = LIMIT) -> Flaw:
    with pytest.raises(NotCleaned) as refused:
        cleaned(data, limit)
    return refused.value.flaw


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims this many pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checked

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            chunk(b"IDAT", zlib.compress(b"")),
            chunk(b"IEND", b""),
        )
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_keeps_neither_place_nor_owner(kind: str) -> None:
    data = telling(kind)

    clean = cleaned(data, LIMIT)

    picture = opened_picture(clean.data)
    assert OWNER.encode() in data
    assert OWNER.encode() not in clean.data
    assert not dict(picture.getexif())
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop",
                                 "background", "timestamp", "duration", "version"}  # fmt: skip


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_taken_sideways_stands_upright(kind: str) -> None:
    clean = cleaned(telling(kind, (60, 40)), LIMIT)

    picture = opened_picture(clean.data).convert("RGB")
    assert picture.size == (40, 60)
    assert [strongest(picture, at) for at in ((20, 5), (20, 55))] == [RED, BLUE]


def test_a_transparent_picture_stays_transparent() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).quantize().save(out, "PNG")

    clean = cleaned(out.getvalue(), LIMIT)

    assert opened_picture(clean.data).convert("RGBA").getpixel((3, 3)) == (255, 0, 0, 0)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_still_moves(kind: str) -> None:
    clean = cleaned(moving(kind, ("red", "lime", "blue")), LIMIT)

    with Image.open(io.BytesIO(clean.data)) as picture:
        shown = [strongest(frame, (9, 9)) for frame in ImageSequence.Iterator(picture)]
    assert shown == [RED, GREEN, BLUE]


def test_a_picture_behind_the_first_one_of_a_jpeg_is_left_out() -> None:
    out = io.BytesIO()
    second = Image.new("RGB", (32, 32), "lime")
    Image.new("RGB", (32, 32), "red").save(out, "MPO", save_all=True, append_images=[second])

    clean = cleaned(out.getvalue(), LIMIT)

    assert clean.kind is FileType.JPEG
    assert getattr(opened_picture(clean.data), "n_frames", 1) == 1


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    assert flaw_of(bomb(9_000, 9_000)) is Flaw.TOO_MANY_PIXELS
    assert flaw_of(bomb(60_000, 60_000)) is Flaw.TOO_MANY_PIXELS


def test_many_small_frames_are_counted_together() -> None:
    frame = Image.new("L", (3_000, 3_000))
    out = io.BytesIO()
    others = [Image.new("L", (3_000, 3_000), n) for n in range(1, 9)]
    frame.save(out, "GIF", save_all=True, append_images=others)

    assert flaw_of(out.getvalue()) is Flaw.TOO_MANY_PIXELS


def test_a_picture_that_is_cut_off_or_cannot_be_written_anew_is_refused() -> None:
    data = telling()

    assert flaw_of(data[: len(data) // 2]) is Flaw.BROKEN
    assert flaw_of(heic()[:300]) is Flaw.BROKEN
    assert flaw_of(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic") is Flaw.BROKEN


def test_a_picture_of_an_iphone_becomes_a_jpeg_without_its_place() -> None:
    data = heic()

    clean = cleaned(data, LIMIT, 2)

    picture = opened_picture(clean.data)
    assert OWNER.encode() in data
    assert OWNER.encode() not in clean.data
    assert (clean.kind, clean.name, picture.format) == (FileType.JPEG, "foto-2.jpg", "JPEG")
    assert not picture.getexif()
    assert picture.size == (64, 48)
    assert [strongest(picture, at) for at in ((5, 24), (58, 24))] == [BLUE, RED]


def test_a_file_above_the_limit_is_refused() -> None:
    data = telling()

    assert flaw_of(data, len(data) - 1) is Flaw.TOO_LARGE
    assert cleaned(data, len(data)).kind is FileType.JPEG


def test_a_film_loses_its_place_and_nothing_of_itself() -> None:
    data = film()

    clean = cleaned(data, LIMIT)

    assert OWNER.encode() not in clean.data
    assert b"-06.4816" not in clean.data
    assert clean.data.endswith(b"the film itself")
    assert len(clean.data) == len(data)
    assert differing(data, clean.data) >= 4


def test_a_film_that_was_cut_off_is_still_emptied() -> None:
    data = film()
    cut = data[: data.index(b"the film") + 3]

    clean = cleaned(cut, LIMIT)

    assert OWNER.encode() not in clean.data
    assert len(clean.data) == len(cut)


def test_what_only_begins_like_a_film_is_refused() -> None:
    assert flaw_of(b"\0\0\0\x10ftypmp42\0\0\0\0" + b"\0\0\0\x04moov") is Flaw.BROKEN


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (telling(), "foto-3.jpg"),
        (film(), "video-3.mp4"),
        (b"OggS\0\x02", "suara-3.ogg"),
        (b"%PDF-1.7 /Author (Siti)", "dokumen-3.pdf"),
        (b"MZ\x90\0\x03", "dokumen-3.bin"),
    ],
)
def test_a_new_name_says_what_a_file_is_and_nothing_of_anybody(data: bytes, name: str) -> None:
    assert cleaned(data, LIMIT, 3).name == name


def test_what_is_no_picture_stays_as_it_is() -> None:
    data = b"%PDF-1.7 /Author (Siti)"

    assert cleaned(data, LIMIT) == Cleaned(data, FileType.PDF, "dokumen-1.pdf")


@settings(max_examples=150, deadline=None)
@given(
    start=st.sampled_from([telling("JPEG"), telling("PNG"), telling("GIF"), film()]),
    place=st.integers(0, 400),
    junk=st.binary(max_size=40),
)
def test_no_damage_makes_anything_but_a_file_or_a_refusal(
    start: bytes, place: int, junk: bytes
) -> None:
    damaged = start[:place] + junk + start[place + len(junk) :]

    try:
        clean = cleaned(damaged, LIMIT)
    except NotCleaned:
        return
    assert clean.data or not damaged
