"""What people send: pictures, files, sound, stickers and polls, real enough to be opened."""

import io
from functools import cache
from mimetypes import guess_type

from bot.sandbox.model.files import Files
from bot.sandbox.model.messages import Media, MediaKind


@cache
def plain_picture(width: int = 320, height: int = 240) -> bytes:
    """A grey JPEG of this size in pixels."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (width, height), (120, 130, 140)).save(out, "JPEG", quality=60)
    return out.getvalue()


def photo(files: Files, data: bytes | None) -> Media:
    """A picture with its smaller copy; without `data` a plain one."""
    data = plain_picture() if data is None else data
    kept = files.keep(MediaKind.PHOTO, data)
    return Media(MediaKind.PHOTO, kept, files.keep(MediaKind.PHOTO, data), width=1280, height=960)


def document(files: Files, data: bytes, name: str, size: int | None) -> Media:
    mime = guess_type(name)[0]
    return Media(
        MediaKind.DOCUMENT, files.keep(MediaKind.DOCUMENT, data, name=name, mime=mime, size=size)
    )


def video(files: Files, data: bytes, size: int | None) -> Media:
    kept = files.keep(MediaKind.VIDEO, data, name="video.mp4", size=size)
    return Media(MediaKind.VIDEO, kept, seconds=8, width=640, height=480)


def voice(files: Files, data: bytes, seconds: int) -> Media:
    return Media(MediaKind.VOICE, files.keep(MediaKind.VOICE, data), seconds=seconds)


def video_note(files: Files, data: bytes) -> Media:
    return Media(MediaKind.VIDEO_NOTE, files.keep(MediaKind.VIDEO_NOTE, data), seconds=5)


def sticker(files: Files, emoji: str) -> Media:
    kept = files.keep(MediaKind.STICKER, b"RIFF sticker")
    return Media(MediaKind.STICKER, kept, width=512, height=512, emoji=emoji)


def poll(question: str) -> dict[str, object]:
    """A poll of yes and no, in the Bot API's form."""
    options = [{"text": text, "voter_count": 0, "persistent_id": text} for text in ("Ya", "Tidak")]
    return {
        "id": "5100000000000000001",
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }
