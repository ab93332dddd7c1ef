"""A chat as dialogue, to be read: who said what, and which buttons stood under it."""

from bot.sandbox.model.chats import Chat, Line, LineKind
from bot.sandbox.model.messages import Location, MediaKind, Message, ReplyKeyboard, Rows

_FILES = {
    MediaKind.PHOTO: "(foto)",
    MediaKind.DOCUMENT: "(berkas {name})",
    MediaKind.VIDEO: "(video)",
    MediaKind.VOICE: "(pesan suara)",
    MediaKind.VIDEO_NOTE: "(video bulat)",
    MediaKind.STICKER: "(stiker)",
}


def transcript(chat: Chat, *, final: bool = False) -> str:
    """Everything in the order it happened, or, with `final`, the messages as they stand."""
    if final:
        blocks = [_said(message) for message in chat.messages.values()]
    else:
        blocks = [_line(line) for line in chat.lines]
    return "\n".join(block for block in blocks if block) + "\n"


def _line(line: Line) -> str:
    message = line.message
    match line.kind:
        case LineKind.PRESSED:
            return f"{line.who} › [{line.words}]"
        case LineKind.TOLD:
            return f"Bot › {line.who}: ({line.words})"
        case LineKind.DELETED if message is not None:
            return f"{_name(message)} (dihapus): {_first_words(message)}"
        case LineKind.EDITED if message is not None and line.before is not None:
            return _edit(line.before, message)
        case _:
            return _said(message) if message is not None else ""


def _edit(before: Message, after: Message) -> str:
    same_words = (before.text, before.entities) == (after.text, after.entities)
    if not same_words or before.media != after.media or before.location != after.location:
        return _said(after, "(diubah)")
    rows = _rows(after)
    if not rows:
        return f"{_name(after)} (tanpa tombol): {_first_words(after)}"
    return "\n".join([f"{_name(after)} (tombol baru): {_first_words(after)}", *rows])


def _said(message: Message, mark: str = "") -> str:
    if message.is_service:
        return f"({_service(message)})"
    name = f"{_name(message)} {mark}".rstrip()
    words = _words(message, quoting=not mark).split("\n")
    lines = [f"{name}: {words[0]}", *(f"    {line}".rstrip() for line in words[1:])]
    return "\n".join([*lines, *_rows(message)])


def _name(message: Message) -> str:
    if message.sender_chat is not None:
        return message.sender_chat.title
    return "Bot" if message.sender.is_bot else message.sender.name


def _words(message: Message, *, quoting: bool = True) -> str:
    parts = []
    if message.origin is not None:
        parts.append(f"(diteruskan dari {message.origin})")
    if message.reply_to is not None and quoting:
        answered = message.chat.messages.get(message.reply_to)
        if answered is not None:
            parts.append(f"(membalas: {_first_words(answered)})")
    if message.media is not None:
        name = message.media.file.name or "tanpa nama"
        parts.append(_FILES[message.media.kind].format(name=name))
    if message.location is not None:
        parts.append(_place(message.location))
    if "contact" in message.extra:
        parts.append("(kontak)")
    if "poll" in message.extra:
        parts.append("(jajak pendapat)")
    if message.text:
        parts.append(message.signs)
    return " ".join(parts)


def _place(location: Location) -> str:
    kind = "lokasi langsung" if location.live_seconds else "lokasi"
    return f"({kind} {location.latitude:.2f}, {location.longitude:.2f})"


def _first_words(message: Message) -> str:
    words = message.text or _words(message)
    first = words.split("\n", 1)[0]
    return first if len(first) <= 48 else f"{first[:47].rstrip()}…"


def _rows(message: Message) -> list[str]:
    markup = message.markup
    rows: Rows = ()
    if message.keyboard is not None:
        rows = message.keyboard.rows
    elif isinstance(markup, ReplyKeyboard):
        rows = markup.rows
    return ["    " + " ".join(f"[{button.text}]" for button in row) for row in rows]


_SERVICE = {
    "new_chat_members": "anggota baru",
    "left_chat_member": "anggota keluar",
    "pinned_message": "pesan disematkan",
    "migrate_to_chat_id": "grup menjadi supergrup",
    "migrate_from_chat_id": "supergrup dari grup lama",
    "forum_topic_created": "topik dibuat",
    "forum_topic_edited": "topik diubah",
    "forum_topic_closed": "topik ditutup",
    "forum_topic_reopened": "topik dibuka",
}


def _service(message: Message) -> str:
    for name, value in message.extra.items():
        words = _SERVICE.get(name, name)
        match value:
            case [*people] if people:
                names = ", ".join(str(p.get("first_name")) for p in people if isinstance(p, dict))
                return f"{words}: {names}"
            case {"first_name": name}:
                return f"{words}: {name}"
            case {"name": name}:
                return f"{words}: {name}"
            case _:
                return words
    return "catatan"
