"""Updates that Telegram would never send, made from ones that it does."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_ODD: tuple[Any, ...] = (
    None,
    True,
    "",
    "x" * 5000,
    "\ud83d",
    "\x00",
    "\u202e\u200b",
    -1,
    0,
    2**31,
    2**63,
    -(2**70),
    10**400,
    1.5,
    1e308,
    [],
    {},
    [[]],
    [None],
    {"id": None},
    "<b>&",
)
_BYTES = (
    b"",
    b"{",
    b"null",
    b"[]",
    b"\xff\xfe\x00",
    b'"update_id"',
    b"[" * 100_000,
    b'{"update_id":' * 5_000,
    b'{"update_id": NaN}',
    b'{"update_id": 1e999}',
    b'{"update_id": ' + b"9" * 5000 + b"}",
    b'{"update_id": true}',
    b'{"update_id": -5}',
    b'{"update_id": 1.0, "message": {}}',
)


def patterns(person: int, name: str) -> list[Json]:
    """One of each kind of update, as Telegram would send it for this person."""
    who = {"id": person, "is_bot": False, "first_name": name, "language_code": "id"}
    chat = {"id": person, "type": "private", "first_name": name}
    message = {"message_id": 70_000, "date": 1_790_000_000, "chat": chat, "from": who}
    group = {"id": -1_000_000_000_777, "type": "supergroup", "title": "Grup"}
    photo = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9, "file_size": 99}
    member = {"user": who, "status": "member"}
    return [
        {"message": {**message, "text": "Lampu jalan mati di Cibinong"}},
        {"message": {**message, "text": "/status LPR", "entities": _command(7)}},
        {"message": {**message, "photo": [photo], "caption": "ini fotonya"}},
        {"message": {**message, "location": {"latitude": -6.48, "longitude": 106.85}}},
        {"message": {**message, "voice": {**photo, "duration": 3}, "media_group_id": "7"}},
        {"message": {**message, "chat": group, "text": "/antrian", "entities": _command(8)}},
        {"message": {**message, "reply_to_message": message, "text": "ya"}},
        {"edited_message": {**message, "edit_date": 1_790_000_009, "text": "ralat"}},
        {
            "callback_query": {
                "id": "77",
                "from": who,
                "chat_instance": "1",
                "data": "d.1.0",
                "message": {**message, "text": "kartu"},
            }
        },
        {
            "my_chat_member": {
                "chat": group,
                "from": who,
                "date": 1_790_000_000,
                "old_chat_member": {**member, "status": "left"},
                "new_chat_member": member,
            }
        },
    ]


def fuzzed(person: int, seed: int, begin: int) -> Iterator[bytes]:
    """Bodies without end, most of them JSON with something wrong deep inside; ids from `begin`."""
    chance = random.Random(seed)
    whole = patterns(person, "Racun")
    number = begin
    while True:
        number += 1
        if chance.random() < 0.05:
            yield chance.choice(_BYTES)
            continue
        update: Json = {"update_id": number, **copy.deepcopy(chance.choice(whole))}
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            _spoil(update, chance)
        text = json.dumps(update).encode()
        if chance.random() < 0.03:
            text = text[: chance.randrange(len(text))]
        yield text


def _spoil(update: Json, chance: random.Random) -> None:
    """Change, drop or add one thing anywhere below the top."""
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            if node is not update or key != "update_id" or chance.random() < 0.02:
                places.append((node, key))
            if isinstance(value, dict | list):
                walk(value)

    walk(update)
    if not places:
        return
    node, key = chance.choice(places)
    match chance.randrange(4):
        case 0 if isinstance(node, dict):
            del node[key]
        case 1 if isinstance(node, dict):
            node[chance.choice(("text", "from", "chat", "data", "message"))] = copy.deepcopy(
                chance.choice(_ODD)
            )
        case _:
            node[key] = copy.deepcopy(chance.choice(_ODD))


def _command(length: int) -> list[Json]:
    return [{"type": "bot_command", "offset": 0, "length": length}]
