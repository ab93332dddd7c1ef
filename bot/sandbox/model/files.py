"""The files that Telegram keeps, by id and by path."""

from bot.sandbox.model.messages import MediaKind, StoredFile

_PREFIXES = {
    MediaKind.PHOTO: ("AgACAgUAAxkBAAI", "photos", ".jpg", "image/jpeg"),
    MediaKind.DOCUMENT: ("BQACAgUAAxkBAAI", "documents", ".bin", "application/octet-stream"),
    MediaKind.VIDEO: ("BAACAgUAAxkBAAI", "videos", ".mp4", "video/mp4"),
    MediaKind.VOICE: ("AwACAgUAAxkBAAI", "voice", ".oga", "audio/ogg"),
    MediaKind.VIDEO_NOTE: ("DQACAgUAAxkBAAI", "video_notes", ".mp4", "video/mp4"),
    MediaKind.STICKER: ("CAACAgUAAxkBAAI", "stickers", ".webp", "image/webp"),
}


class Files:
    """Every file sent by anybody."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(
        self,
        kind: MediaKind,
        data: bytes,
        *,
        name: str | None = None,
        mime: str | None = None,
        size: int | None = None,
    ) -> StoredFile:
        """Stores a file; `size` in bytes may claim more than there is, for a pretended big one."""
        number = len(self._by_id) + 1
        prefix, folder, suffix, usual = _PREFIXES[kind]
        if name and "." in name:
            suffix = f".{name.rsplit('.', 1)[1]}"
        file = StoredFile(
            f"{prefix}{number:010d}{'Zw' * 20}E",
            f"AQAD{number:010d}",
            kind,
            f"{folder}/file_{number}{suffix}",
            data,
            len(data) if size is None else size,
            name,
            mime or usual,
        )
        self._by_id[file.id] = self._by_path[file.path] = file
        return file

    def by_id(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)
