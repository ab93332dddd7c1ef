"""Pictures, files, sound and places."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.sandbox.api.call import Call, Upload
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.formatting import caption, caption_text, inline_markup, markup
from bot.sandbox.api.limits import PHOTO_BYTES, UPLOAD_BYTES
from bot.sandbox.api.refusals import Refusal, bad_request
from bot.sandbox.methods.texts import put
from bot.sandbox.model.entities import Entity
from bot.sandbox.model.messages import Location, Media, MediaKind
from bot.sandbox.model.wire import message_json
from bot.sandbox.world import World

_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"RIFF")
_PLURAL: Final = {
    MediaKind.PHOTO: "photos",
    MediaKind.DOCUMENT: "documents",
    MediaKind.VIDEO: "videos",
    MediaKind.VOICE: "voice notes",
    MediaKind.VIDEO_NOTE: "video notes",
    MediaKind.STICKER: "stickers",
}


def kept_media(world: World, kind: MediaKind, upload: Upload) -> Media:
    """Stores an upload as Telegram would, a photo with its smaller copy."""
    name = None if kind is MediaKind.PHOTO else upload.name
    mime = None if upload.mime == "application/octet-stream" else upload.mime
    file = world.files.keep(kind, upload.data, name=name, mime=mime)
    if kind is MediaKind.PHOTO:
        small = world.files.keep(kind, upload.data)
        return Media(kind, file, small, width=1280, height=960)
    size = (640, 480) if kind is MediaKind.VIDEO else (0, 0)
    return Media(kind, file, width=size[0], height=size[1], seconds=3)


def _media(desk: Desk, call: Call, kind: MediaKind, given: str, field: str) -> Media:
    """The file that the call brings or names; `given` is an attach:// name or a file_id."""
    name = given.removeprefix("attach://") if given.startswith("attach://") else field
    upload = call.files.get(name)
    if upload is not None:
        _check_upload(kind, upload)
        return kept_media(desk.world, kind, upload)
    if not given or given.startswith("attach://"):
        raise bad_request(f"there is no {kind.value} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = desk.world.files.by_id(given)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind is not kind:
        names = [k.value.title().replace("_", "") for k in (file.kind, kind)]
        raise bad_request(f"can't use file of type {names[0]} as {names[1]}")
    return Media(kind, file, file, width=1280, height=960, seconds=3)


def _check_upload(kind: MediaKind, upload: Upload) -> None:
    size = len(upload.data)
    if size == 0:
        raise bad_request("file must be non-empty")
    if size > UPLOAD_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    if kind is MediaKind.PHOTO:
        if size > PHOTO_BYTES:
            raise bad_request(
                f"file of size {size} bytes is too big for a photo; "
                f"the maximum size is {PHOTO_BYTES} bytes"
            )
        if not upload.data.startswith(_PICTURES):
            raise bad_request("IMAGE_PROCESS_FAILED")


async def _send(desk: Desk, call: Call, kind: MediaKind) -> object:
    text, entities = caption(call)
    keyboard = markup(call)
    media = _media(desk, call, kind, call.text(kind.value), kind.value)
    draft = desk.draft(desk.target(call, _PLURAL[kind]), keyboard)
    return desk.sent(replace(draft, text=text, entities=entities, media=media))


async def send_photo(desk: Desk, call: Call) -> object:
    return await _send(desk, call, MediaKind.PHOTO)


async def send_document(desk: Desk, call: Call) -> object:
    return await _send(desk, call, MediaKind.DOCUMENT)


async def send_video(desk: Desk, call: Call) -> object:
    return await _send(desk, call, MediaKind.VIDEO)


async def send_voice(desk: Desk, call: Call) -> object:
    return await _send(desk, call, MediaKind.VOICE)


async def send_location(desk: Desk, call: Call) -> object:
    latitude, longitude = call.number("latitude"), call.number("longitude")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong location specified")
    keyboard = markup(call)
    place = Location(latitude, longitude, call.integer("live_period"))
    draft = desk.draft(desk.target(call, "locations"), keyboard)
    return desk.sent(replace(draft, location=place))


def _input_media(desk: Desk, call: Call, given: object) -> tuple[Media, str, tuple[Entity, ...]]:
    match given:
        case {"type": str(kind), "media": str(media), **rest} if kind in {
            "photo",
            "document",
            "video",
        }:
            entities = rest.get("caption_entities")
            text, found = caption_text(
                str(rest.get("caption") or ""),
                str(rest.get("parse_mode") or ""),
                entities if isinstance(entities, list) else None,
            )
            return _media(desk, call, MediaKind(kind), media, ""), text, found
        case {"type": str(kind), "media": str()}:
            raise bad_request(f"can't parse InputMedia: type {kind} is not taught")
        case {"type": _}:
            raise bad_request("can't parse InputMedia: Can't find field \"media\"")
        case _:
            raise bad_request("can't parse InputMedia: Can't find field \"type\"")


async def send_media_group(desk: Desk, call: Call) -> object:
    given = call.array("media", "InputMedia") or []
    if not given:
        raise bad_request("there are no messages to send")
    if len(given) > 10:
        raise bad_request("too many messages to send as an album")
    items = [_input_media(desk, call, item) for item in given]
    kinds = {media.kind for media, _, _ in items}
    if MediaKind.DOCUMENT in kinds and len(kinds) > 1:
        raise bad_request("Document can't be mixed with other media types")
    target = desk.target(call, _PLURAL[items[0][0].kind], len(items))
    album = desk.world.new_album()
    return [
        desk.sent(replace(desk.draft(target), media=media, text=text, entities=found, album=album))
        for media, text, found in items
    ]


async def edit_message_media(desk: Desk, call: Call) -> object:
    given: Mapping[str, object] | None = call.table("media", "input media")
    if given is None:
        raise bad_request("media is not specified")
    media, text, entities = _input_media(desk, call, given)
    keyboard = inline_markup(call)
    before = desk.own_message(call)
    if before.media is None:
        raise bad_request("message can't be edited")
    if before.album is not None and media.kind is not before.media.kind:
        raise bad_request("message can't be edited")
    after = replace(before, media=media, text=text, entities=entities, markup=keyboard)
    return put(desk, before, after)


async def edit_message_live_location(desk: Desk, call: Call) -> object:
    keyboard = inline_markup(call)
    before = desk.own_message(call)
    if before.location is None or not before.location.live_seconds:
        raise bad_request("message can't be edited")
    place = replace(
        before.location, latitude=call.number("latitude"), longitude=call.number("longitude")
    )
    return put(desk, before, replace(before, location=place, markup=keyboard))


async def copy_message(desk: Desk, call: Call) -> object:
    source = desk.chat(call, "from_chat_id", write=False)
    message = source.messages.get(call.integer("message_id"))
    if message is None:
        raise bad_request("message to copy not found")
    if message.is_service:
        raise bad_request("message can't be copied")
    keyboard = markup(call)
    text, entities = message.text, message.entities
    if "caption" in call.arguments and message.media is not None:
        text, entities = caption(call)
    draft = desk.draft(desk.target(call, "messages"), keyboard)
    copy = replace(
        draft,
        text=text,
        entities=entities,
        media=message.media,
        location=message.location,
        extra=message.extra,
    )
    sent = message_json(desk.world.post(copy))
    return {"message_id": sent["message_id"]}
