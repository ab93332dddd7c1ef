"""What no Bot API server sends is known for it, whatever field it hides in."""

from typing import Any

import pytest

from bot.telegram.raw import is_update
from bot.telegram.soundness import Malformed, check

SARI = {"id": 7, "is_bot": False, "first_name": "Sari"}
CHAT = {"id": 7, "type": "private"}
MESSAGE = {"message_id": 5, "date": 1, "chat": CHAT, "from": SARI}


@pytest.mark.parametrize(
    "event",
    [
        {"message": {**MESSAGE, "text": "halo", "entities": [{"offset": 0, "length": 4}]}},
        {"message": {**MESSAGE, "photo": [{"file_id": "a", "file_size": 9}], "caption": None}},
        {"message": {**MESSAGE, "location": {"latitude": -6.5, "longitude": 106}}},
        {"callback_query": {"id": "77", "from": SARI, "message": MESSAGE, "data": "x"}},
        {"message": {**MESSAGE, "a_field_of_tomorrow": [[1, {"x": None}]]}},
    ],
)
def test_what_telegram_sends_is_sound(event: dict[str, Any]) -> None:
    check({"update_id": 3, **event})


@pytest.mark.parametrize(
    "event",
    [
        {"message": {**MESSAGE, "chat": {"id": {}}}},
        {"message": {**MESSAGE, "chat": {"type": "private"}}},
        {"message": {**MESSAGE, "from": {"id": 2**70}}},
        {"message": {**MESSAGE, "from": {"id": True}}},
        {"message": {**MESSAGE, "text": 7}},
        {"message": {**MESSAGE, "photo": [None]}},
        {"message": {**MESSAGE, "entities": "bold"}},
        {"message": {**MESSAGE, "reply_to_message": {**MESSAGE, "message_id": "5"}}},
        {"message": {**MESSAGE, "location": {"latitude": 1e308, "longitude": 0}}},
        {"callback_query": {"id": "77", "from": [], "data": "x"}},
        {"callback_query": "press"},
    ],
)
def test_what_telegram_would_never_send_is_not_sound(event: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        check({"update_id": 3, **event})


@pytest.mark.parametrize(
    "raw", [None, [], "update", {}, {"update_id": True}, {"update_id": 2**63}, {"update_id": 1.0}]
)
def test_what_bears_no_number_is_no_update(raw: object) -> None:
    assert not is_update(raw)
